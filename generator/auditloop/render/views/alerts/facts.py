"""One alert in words: what it is about, why it was raised, who is told, where the rest stands."""

from __future__ import annotations

from auditloop.assess.results import (
    ActionLate,
    ActionPutOff,
    Alert,
    CategoryHot,
    ComplaintAgain,
    IndicatorWorse,
    RiskUnplanned,
    StandardBroken,
    TargetMissedAgain,
    TrainingShort,
    ValuesLate,
)
from auditloop.render.views import say
from auditloop.render.views.context import Context
from auditloop.render.views.selection import series_of
from auditloop.render.views.signals import shown_signal, signal_words

MOST_NAMED = 3
"""Of many indicators, so many are named."""
TONES = {"high": "bad", "medium": "warn", "low": "common"}


def anchor(alert: Alert) -> str:
    return f"alert-{alert.id[:13]}"


def subject(ctx: Context, alert: Alert) -> str:
    """What the alert is about, by name."""
    what = alert.what
    if isinstance(what, StandardBroken):
        return ctx.standard_name(what.standard)
    if isinstance(what, ComplaintAgain):
        category = ctx.category_name(what.category) if what.category else ""
        return ctx.words.t("alerts.complaint_about", ticket=what.ticket, category=category) if category else what.ticket
    if isinstance(what, CategoryHot):
        return ctx.category_name(what.category)
    if isinstance(what, IndicatorWorse | TargetMissedAgain):
        return ctx.kpi_name(what.kpi)
    if isinstance(what, ActionLate | ActionPutOff):
        return ctx.plain(ctx.workspace.actions[what.action].title)
    if isinstance(what, TrainingShort):
        return ctx.words.t("alerts.training")
    if isinstance(what, RiskUnplanned):
        return ctx.plain(ctx.workspace.risks[what.risk].name)
    return ctx.words.n("alerts.values", what.values)


def href(ctx: Context, alert: Alert) -> str | None:
    """The page with the rest, at the place where it tells of this."""
    link = alert.link
    if link.kind == "kpi":
        return ctx.href.kpi(link.id)
    if link.kind == "action":
        return ctx.action_href(link.id)
    if link.kind == "standard":
        return ctx.href.standard(link.id, "breaches")
    if link.kind == "category":
        return ctx.href.tickets(alert.team, "categories")
    if link.kind == "training":
        return ctx.href.page(ctx.path.training, "coverage")
    if link.kind == "risk":
        return ctx.href.page(ctx.path.risks, link.id)
    if isinstance(alert.what, ComplaintAgain):
        return ctx.href.tickets(alert.team, "calls" if alert.what.solved else "open")
    return ctx.href.page("data-quality.md", "missing")


def why(ctx: Context, alert: Alert) -> str:
    """The numbers that raised it, in a sentence or two."""
    what = alert.what
    if isinstance(what, StandardBroken):
        return _broken(ctx, what)
    if isinstance(what, ComplaintAgain):
        return _complained(ctx, what)
    if isinstance(what, CategoryHot):
        return _hot(ctx, what)
    if isinstance(what, IndicatorWorse):
        return _worse(ctx, alert, what)
    if isinstance(what, TargetMissedAgain):
        return _missed(ctx, what)
    if isinstance(what, ActionLate):
        return ctx.words.t(
            "alerts.why.overdue",
            due=ctx.formats.day(what.due),
            days=ctx.words.n("count.days", what.days),
            status=ctx.words.t(f"action_status.{what.status}"),
        )
    if isinstance(what, ActionPutOff):
        return ctx.words.n(
            "alerts.why.moved",
            what.times,
            days=ctx.words.n("count.days", what.days),
            due=ctx.formats.day(what.due),
        )
    if isinstance(what, TrainingShort):
        return _short(ctx, what)
    if isinstance(what, RiskUnplanned):
        return ctx.words.t(
            "alerts.why.risk",
            level=ctx.words.t(f"risk.{what.level}"),
            date=ctx.formats.day(what.serious_since),
            days=ctx.words.n("count.days", what.days),
        )
    return _late(ctx, what)


def told(ctx: Context, alert: Alert) -> list[str]:
    """Names, the nearest to the matter first; the team itself where nobody is named."""
    who = alert.who
    names = [ctx.person_name(who.owner)] if who.owner else []
    names += [ctx.plain(who.responsible)] if who.responsible else []
    names += [ctx.person_name(who.lead)] if who.lead else []
    return list(dict.fromkeys(names)) or [ctx.team_name(alert.team)]


def helps(ctx: Context, rule: str) -> str:
    return ctx.words.t(f"alerts.helps.{rule}")


def rule_name(ctx: Context, rule: str) -> str:
    return ctx.words.t(f"alerts.rule.{rule}")


def _broken(ctx: Context, what: StandardBroken) -> str:
    sentence = ctx.words.t(
        "alerts.why.breach",
        period=ctx.formats.period(what.period),
        broken=ctx.formats.number(what.broken),
        due=ctx.formats.number(what.due),
        attainment=ctx.formats.percent(what.attainment),
        target=ctx.formats.percent(what.target),
    )
    running = ctx.words.n("alerts.why.breach_months", what.months) if what.months > 1 else ""
    return ctx.words.sentences([sentence, running])


def _hot(ctx: Context, what: CategoryHot) -> str:
    sentence = ctx.words.n(
        "alerts.why.hot_spot",
        what.n,
        period=ctx.formats.period(what.period),
        centre=ctx.formats.number(what.centre, 1),
        upper=ctx.formats.number(what.upper, 1),
    )
    running = ctx.words.n("alerts.why.hot_spot_months", what.months) if what.months > 1 else ""
    return ctx.words.sentences([sentence, running])


def _complained(ctx: Context, what: ComplaintAgain) -> str:
    gap = ctx.words.n("alerts.days_later", what.days) if what.days else ctx.words.t("alerts.same_day")
    key = "alerts.why.complaint_solved" if what.solved else "alerts.why.complaint_open"
    return ctx.words.n(key, what.times, gap=gap, first=what.first)


def _worse(ctx: Context, alert: Alert, what: IndicatorWorse) -> str:
    kpi, series = series_of(ctx, what.kpi, alert.team)
    signal = shown_signal(series)
    facts = {
        "pattern": signal_words(ctx, series, signal) if signal else "",
        "value": say.kpi_value(ctx, kpi, what.value),
    }
    if what.target is None:
        return ctx.words.t("alerts.why.concern", **facts)
    return ctx.words.t("alerts.why.concern_target", **facts, target=say.kpi_value(ctx, kpi, what.target))


def _missed(ctx: Context, what: TargetMissedAgain) -> str:
    kpi = ctx.kpis[what.kpi]
    first = ctx.words.n(
        "alerts.why.target_missed",
        what.periods,
        since=ctx.formats.period(what.from_),
        value=say.kpi_value(ctx, kpi, what.value),
        target=say.kpi_value(ctx, kpi, what.target),
    )
    then = ""
    if what.variation == "improvement":
        then = ctx.words.t("alerts.why.target_nearer")
    elif what.assurance == "fail":
        then = ctx.words.t("alerts.why.target_out_of_reach")
    return ctx.words.sentences([first, then])


def _short(ctx: Context, what: TrainingShort) -> str:
    return ctx.words.t(
        "alerts.why.training",
        attended=ctx.formats.number(what.attended),
        expected=ctx.formats.number(what.expected),
        coverage=ctx.formats.percent(what.coverage),
        least=ctx.formats.percent(what.least),
    )


def _late(ctx: Context, what: ValuesLate) -> str:
    names = ctx.words.first_few([ctx.kpi_name(kpi) for kpi in what.kpis], MOST_NAMED)
    return ctx.words.n("alerts.why.data_late", len(what.kpis), since=ctx.formats.period(what.from_), names=names)
