"""One risk as it is written and as it stands: how it is kept away, what is done when it happens, drills, incidents."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from auditloop.assess.results import RiskResult
from auditloop.model import Risk
from auditloop.render.views import registers, say
from auditloop.render.views.common import BLANK, Fact, Link, anchored, lines, muted, spaced
from auditloop.render.views.context import Context
from auditloop.render.views.frames import edit_link
from auditloop.render.views.risks import words


@dataclass(frozen=True, slots=True)
class RiskView:
    id: str
    heading: str
    language: str | None
    summary: str
    """One searchable sentence."""
    badges: Markup
    facts: tuple[Fact, ...]
    edit: Link | None


def risk_view(ctx: Context, result: RiskResult) -> RiskView:
    t = ctx.words.t
    risk = ctx.workspace.risks[result.id]
    badges = [say.risk(ctx, result.level)]
    if result.closed:
        badges.append(say.badge("done", t("risks.closed")))
    elif result.trend:
        badges.append(words.trend_word(ctx, result.trend))
    badges += [words.late(ctx, "risks.review_overdue", result.days_review_overdue)]
    badges += [words.late(ctx, "risks.drill_overdue", result.days_drill_overdue)]
    summary = t(
        "risks.summary",
        id=result.id,
        team=ctx.team_name(result.team),
        owner=ctx.person_name(result.owner),
        level=t(f"risk.{result.level}"),
        date=ctx.formats.date(result.assessed),
    )
    return RiskView(
        id=result.id,
        heading=ctx.plain(risk.name),
        language=ctx.fallback_language(risk.name),
        summary=summary,
        badges=spaced(*badges),
        facts=tuple(fact for fact in _facts(ctx, result, risk) if fact),
        edit=edit_link(ctx, ("risk", result.id)),
    )


def _facts(ctx: Context, result: RiskResult, risk: Risk) -> list[Fact | None]:
    t = ctx.words.t
    missing = say.judgement("bad" if result.level in ("extreme", "high") else "warn", t("risks.no_plan"))
    return [
        Fact(t("risks.description"), ctx.prose(risk.description)) if risk.description else None,
        Fact(t("column.category"), t(f"cause.{risk.category}")),
        Fact(t("risks.prevention"), ctx.prose(risk.prevention) if risk.prevention else t("empty.not_stated")),
        Fact(t("risks.plan_heading"), ctx.prose(risk.plan) if risk.plan else missing),
        Fact(t("risks.assessments"), _assessments(ctx, result, risk)),
        Fact(t("risks.review"), words.review(ctx, result)) if risk.review else None,
        Fact(t("risks.drills"), _drills(ctx, result, risk)) if risk.drills or risk.next_drill else None,
        Fact(t("risks.incidents"), _incidents(ctx, result)) if result.incidents else None,
        Fact(t("nav.actions"), _actions(ctx, result)),
        Fact(t("risks.closed"), _closed(ctx, risk)) if risk.closed else None,
    ]


def _assessments(ctx: Context, result: RiskResult, risk: Risk) -> Markup:
    """Latest first, with what was said of them."""
    notes = {each.date: each.note for each in risk.history}
    rated = [*((r.date, r.likelihood, r.impact, r.level) for r in result.history)]
    rated.append((result.assessed, result.likelihood, result.impact, result.level))
    found = []
    for date, likelihood, impact, level in reversed(rated):
        numbers = ctx.words.t("risks.numbers", likelihood=likelihood, impact=impact)
        note = notes.get(date)
        found.append(
            spaced(ctx.formats.day(date), say.risk(ctx, level), muted(numbers), ctx.text(note) if note else BLANK)
        )
    method = anchored(ctx.href.method("risk"), ctx.words.t("risks.how_rated"))
    return lines(*found, muted(method))


def _drills(ctx: Context, result: RiskResult, risk: Risk) -> Markup:
    """Latest first, then when the next one is due."""
    found = [
        spaced(
            ctx.formats.day(each.date),
            words.drill_result(ctx, each.result),
            ctx.text(each.note) if each.note else BLANK,
        )
        for each in reversed(risk.drills)
    ]
    if risk.next_drill:
        due = muted(ctx.words.t("risks.next_drill", date=ctx.formats.day(risk.next_drill)))
        found.append(spaced(due, words.late(ctx, "risks.drill_overdue", result.days_drill_overdue)))
    return lines(*found)


def _incidents(ctx: Context, result: RiskResult) -> Markup:
    found = result.incidents
    if found is None:
        return BLANK
    number = ctx.formats.number
    latest = ctx.words.t("risks.latest", date=ctx.formats.day(found.latest)) if found.latest else ""
    year = ctx.words.n("risks.in_a_year", found.year, n=number(found.year))
    since = ctx.words.n("risks.since_assessed", found.since_assessed, n=number(found.since_assessed))
    tickets = anchored(ctx.href.tickets(result.team), ctx.words.t("nav.tickets")) if ctx.results.tickets else BLANK
    return lines(spaced(year, words.month_line(ctx, found)), since, muted(latest) if latest else BLANK, tickets)


def _actions(ctx: Context, result: RiskResult) -> Markup:
    """Those about it, with their state; where there is none, that there is none."""
    found = [
        spaced(registers.action_link(ctx, ctx.actions[id]), say.action_status(ctx, ctx.actions[id]))
        for id in result.actions
    ]
    return lines(*found) if found else muted(ctx.words.t("risks.no_actions"))


def _closed(ctx: Context, risk: Risk) -> Markup:
    if risk.closed is None:
        return BLANK
    return lines(ctx.formats.day(risk.closed.date), ctx.prose(risk.closed.reason))
