"""One finding as it is written and as it stands: risk, cause chain, actions, how far it is in the loop."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from auditloop.assess.results import FindingResult
from auditloop.model import Cause, Finding
from auditloop.render import escape
from auditloop.render.views import cases, registers, say
from auditloop.render.views.actions.effect import by_data
from auditloop.render.views.audits import evidence
from auditloop.render.views.common import BLANK, Cell, Column, Fact, Link, Row, Table, anchored, lines, muted
from auditloop.render.views.context import Context
from auditloop.render.views.frames import edit_link

STEPS = ("open", "planned", "in-action", "awaiting-verification", "closed")
"""The closed loop: found, planned, carried out, re-evaluated, closed."""


@dataclass(frozen=True, slots=True)
class Step:
    name: str
    css: str


@dataclass(frozen=True, slots=True)
class FindingView:
    id: str
    heading: str
    language: str | None
    summary: str
    """One searchable sentence."""
    badges: Markup
    steps: tuple[Step, ...]
    facts: tuple[Fact, ...]
    whys: tuple[Markup, ...]
    actions: Table | None
    edit: Link | None


def written(ctx: Context, finding: FindingResult) -> Finding:
    return next(f for f in ctx.workspace.audits[finding.audit].findings if f.id == finding.id)


def finding_view(ctx: Context, result: FindingResult) -> FindingView:
    t = ctx.words.t
    finding = written(ctx, result)
    cause = finding.cause
    badges = [say.finding_class(ctx, result.class_effective), say.finding_status(ctx, result.status)]
    if result.risk:
        badges.insert(1, say.risk(ctx, result.risk))
    if result.recurrences:
        badges.append(say.badge("major", ctx.words.n("findings.recurs", result.recurrences)))
    summary = t(
        "finding.summary",
        id=result.id,
        team=ctx.team_name(result.team),
        date=ctx.formats.date(result.date),
        domain=ctx.domain_name(result.checklist, result.domain),
        status=t(f"finding_status.{result.status}"),
    )
    if cause and cause.summary:
        summary = ctx.words.sentences([summary, t("finding.cause_is", cause=ctx.plain(cause.summary))])
    return FindingView(
        id=result.id,
        heading=ctx.plain(finding.problem),
        language=ctx.fallback_language(finding.problem),
        summary=summary,
        badges=Markup(" ").join(badges),
        steps=_steps(ctx, result),
        facts=_facts(ctx, result, finding),
        whys=_whys(ctx, cause),
        actions=_actions(ctx, result),
        edit=edit_link(ctx, ("finding", result.id)),
    )


def _steps(ctx: Context, result: FindingResult) -> tuple[Step, ...]:
    if result.status not in STEPS or result.class_ == "good-practice":
        return ()
    at = STEPS.index(result.status)
    return tuple(
        Step(
            ctx.words.t(f"finding_step.{step}"),
            "is-done" if n < at or result.status == "closed" else "is-now" if n == at else "",
        )
        for n, step in enumerate(STEPS)
    )


def _facts(ctx: Context, result: FindingResult, finding: Finding) -> tuple[Fact, ...]:
    t = ctx.words.t
    item = ctx.asks.get((result.checklist, result.item), escape.html(result.item))
    facts = [
        Fact(t("finding.status_why"), t(f"findings.status.{result.status_why}")),
        Fact(t("column.audit"), anchored(ctx.href.audit(result.audit), ctx.audit_title(ctx.audits[result.audit]))),
        Fact(t("column.item"), anchored(ctx.href.audit(result.audit, f"item-{result.item}"), item)),
    ]
    if result.likelihood and result.impact and result.risk:
        words = t(
            "finding.risk_words", likelihood=result.likelihood, impact=result.impact, risk=t(f"risk.{result.risk}")
        )
        facts.append(Fact(t("column.risk"), anchored(ctx.href.method("risk"), words)))
    if result.class_effective != result.class_:
        facts.append(
            Fact(
                t("column.class"),
                t(
                    "finding.stepped_up",
                    written=t(f"finding_class.{result.class_}"),
                    now=t(f"finding_class.{result.class_effective}"),
                ),
            )
        )
    if finding.cause:
        summary = ctx.prose(finding.cause.summary) if finding.cause.summary else BLANK
        facts.append(Fact(t("column.cause"), lines(t(f"cause.{finding.cause.category}"), summary)))
    if result.repeats:
        links = [anchored(ctx.finding_href(f), f) for f in result.repeats]
        facts.append(Fact(t("finding.repeats"), ctx.words.listed_html(links)))
    if result.not_sustained:
        links = [anchored(ctx.action_href(a), a) for a in result.not_sustained]
        facts.append(Fact(t("finding.not_sustained"), ctx.words.listed_html(links)))
    if finding.accepted:
        accepted = finding.accepted
        words = t("finding.accepted_words", by=ctx.person_name(accepted.by), until=ctx.formats.date(accepted.until))
        facts.append(Fact(t("finding.accepted"), lines(ctx.prose(accepted.reason), muted(words))))
    if finding.evidence:
        facts.append(Fact(t("audit.evidence"), lines(*(evidence(e) for e in finding.evidence))))
    if similar := cases.similar(ctx, result):
        facts.append(Fact(t("finding.similar"), similar))
    if result.age_days is not None:
        facts.append(Fact(t("column.age"), ctx.words.n("count.days", result.age_days)))
    return tuple(facts)


def _whys(ctx: Context, cause: Cause | None) -> tuple[Markup, ...]:
    return tuple(ctx.text(why) for why in cause.whys) if cause else ()


def _actions(ctx: Context, result: FindingResult) -> Table | None:
    """What is done about it; None for a good practice, which asks for nothing."""
    if result.class_ == "good-practice" and not result.actions:
        return None
    t = ctx.words.t
    rows = []
    for action_id in result.actions:
        action = ctx.actions[action_id]
        rows.append(
            Row(
                (
                    Cell(registers.action_link(ctx, action)),
                    Cell(t(f"action_type.{ctx.workspace.actions[action_id].type}")),
                    Cell(ctx.person_name(action.owner)),
                    Cell(ctx.formats.day(action.due), action.due.isoformat()),
                    Cell(say.action_status(ctx, action)),
                    by_data(ctx, action),
                    Cell(say.verdict(ctx, action.verdict)),
                )
            )
        )
    columns = (
        Column(t("column.action"), "al-main"),
        Column(t("column.type")),
        Column(t("column.owner")),
        Column(t("column.due")),
        Column(t("column.status")),
        Column(t("effect.by_data")),
        Column(t("column.verdict")),
    )
    return Table(
        t("finding.actions_caption", id=result.id),
        columns,
        tuple(rows),
        t("empty.no_actions_for_finding"),
        css="al-table--compact",
    )
