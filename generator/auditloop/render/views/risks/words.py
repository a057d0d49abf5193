"""One risk in words: level, trend, plan and drills, what is due, and how often it came true."""

from __future__ import annotations

from markupsafe import Markup

from auditloop.assess.results import RiskIncidents, RiskResult
from auditloop.render.sparkline import sparkline
from auditloop.render.views import say
from auditloop.render.views.common import BLANK, lines, muted, spaced, span
from auditloop.render.views.context import Context

_TRENDS = {"rising": "bad", "falling": "good", "same": "common"}
_DRILLS = {"passed": "good", "partly": "warn", "failed": "bad"}


def level(ctx: Context, risk: RiskResult) -> Markup:
    """With likelihood × impact in short."""
    return lines(say.risk(ctx, risk.level), muted(_short(ctx, risk.likelihood, risk.impact)))


def trend(ctx: Context, risk: RiskResult) -> Markup:
    """Which way, and how it was rated before."""
    if risk.trend is None:
        return muted(ctx.words.t("risks.new"))
    before = risk.history[-1]
    numbers = _short(ctx, before.likelihood, before.impact)
    was = ctx.words.t("risks.before", level=ctx.words.t(f"risk.{before.level}"), numbers=numbers)
    return lines(trend_word(ctx, risk.trend), muted(was))


def _short(ctx: Context, likelihood: int, impact: int) -> str:
    return ctx.words.t("risks.short", likelihood=likelihood, impact=impact)


def trend_word(ctx: Context, name: str) -> Markup:
    return say.judgement(_TRENDS[name], ctx.words.t(f"risks.trend.{name}"))


def plan(ctx: Context, risk: RiskResult) -> Markup:
    """Whether there is one, and what its last drill showed."""
    t = ctx.words.t
    if not risk.has_plan:
        tone = "bad" if risk.level in ("extreme", "high") and risk.closed is None else "warn"
        return say.judgement(tone, t("risks.no_plan"))
    return lines(drill(ctx, risk), late(ctx, "risks.drill_overdue", risk.days_drill_overdue))


def drill(ctx: Context, risk: RiskResult) -> Markup:
    if risk.last_drill is None or risk.drill_result is None:
        return muted(ctx.words.t("risks.never_drilled"))
    return spaced(drill_result(ctx, risk.drill_result), span("al-nowrap", ctx.formats.day(risk.last_drill)))


def drill_result(ctx: Context, result: str) -> Markup:
    return say.judgement(_DRILLS[result], ctx.words.t(f"risks.drill.{result}"))


def review(ctx: Context, risk: RiskResult) -> Markup:
    if risk.review is None:
        return say.no_value(ctx, "risks.no_review")
    day = span("al-nowrap", ctx.formats.day(risk.review))
    return lines(day, late(ctx, "risks.review_overdue", risk.days_review_overdue))


def late(ctx: Context, key: str, days: int) -> Markup:
    return say.badge("overdue", ctx.words.n(key, days)) if days else BLANK


def incidents(ctx: Context, risk: RiskResult) -> Markup:
    """In twelve months, with their months as a line, and since the assessment."""
    found = risk.incidents
    if found is None:
        return say.no_value(ctx, "risks.no_tickets")
    number = ctx.formats.number
    since = ctx.words.n("risks.since_assessed", found.since_assessed, n=number(found.since_assessed))
    return lines(spaced(number(found.year), month_line(ctx, found)), muted(since))


def month_line(ctx: Context, found: RiskIncidents) -> Markup:
    """The twelve months as a line; nothing where nothing happened."""
    total = sum(month.n for month in found.months)
    if not total:
        return BLANK
    last = ctx.formats.period(found.months[-1].period)
    label = ctx.words.n("risks.line", total, n=ctx.formats.number(total), month=last)
    return Markup(sparkline([month.n for month in found.months], label=label))
