"""Why a month is as it is, in sentences that claim no more than the data show."""

from __future__ import annotations

from auditloop.assess.reports import facts as f
from auditloop.assess.results import ActionResult, Alert
from auditloop.model import Period
from auditloop.render.views import say
from auditloop.render.views.alerts import facts as alerts
from auditloop.render.views.context import Context
from auditloop.render.views.reports.linked import Said, kpis, linked, teams

_TONES = {"effective": "good", "partly": "warn", "ineffective": "bad"}


def carried(ctx: Context, fact: f.Carried) -> Said:
    sentence = ctx.words.n(
        "reports.carried",
        len(fact.teams),
        kpis=ctx.words.listed([ctx.kpi_name(kpi) for kpi in fact.kpis]),
        teams=ctx.words.listed([ctx.team_name(team) for team in fact.teams]),
    )
    return Said(linked(ctx, sentence, *kpis(ctx, fact.kpis), *teams(ctx, fact.teams)), "bad")


def alert_raised(ctx: Context, fact: f.AlertRaised) -> Said:
    alert: Alert = next(each for each in ctx.results.alerts if each.id == fact.alert)
    name = alerts.subject(ctx, alert)
    sentence = ctx.words.t(
        "reports.alert",
        rule=alerts.rule_name(ctx, alert.rule),
        subject=name,
        team=ctx.team_name(alert.team),
        why=alerts.why(ctx, alert),
    )
    return Said(linked(ctx, sentence, (name, alerts.href(ctx, alert))), alerts.TONES[alert.severity])


def effect_seen(ctx: Context, fact: f.EffectSeen) -> Said:
    action = ctx.actions[fact.action]
    effect = action.effect
    assert effect is not None
    kpi = ctx.kpis[effect.kpi]
    sentence = ctx.words.t(
        "reports.effect",
        action=title_of(ctx, action),
        team=ctx.team_name(action.team),
        kpi=ctx.kpi_name(effect.kpi),
        before=say.kpi_value(ctx, kpi, effect.before),
        after=say.kpi_value(ctx, kpi, effect.after),
        before_window=ctx.formats.window(effect.before_window),
        after_window=ctx.formats.window(effect.after_window),
        verdict=ctx.words.t(f"effect.why.{effect.why}"),
    )
    targets = ((title_of(ctx, action), ctx.action_href(action.id)), *kpis(ctx, [effect.kpi]))
    return Said(linked(ctx, sentence, *targets), _TONES.get(effect.verdict or "", "none"))


def not_sustained(ctx: Context, fact: f.NotSustained) -> Said:
    finding = ctx.findings[fact.finding]
    problem = problem_of(ctx, finding.id)
    titles = [title_of(ctx, ctx.actions[id]) for id in fact.actions if id in ctx.actions]
    sentence = ctx.words.n(
        "reports.not_sustained",
        len(titles),
        problem=problem,
        team=ctx.team_name(finding.team),
        actions=ctx.words.listed(titles),
    )
    actions = [(title_of(ctx, ctx.actions[id]), ctx.action_href(id)) for id in fact.actions if id in ctx.actions]
    return Said(linked(ctx, sentence, (problem, ctx.finding_href(finding.id)), *actions), "bad")


def limits_anew(ctx: Context, fact: f.LimitsAnew) -> Said:
    why = next(
        segment.why
        for series in ctx.kpis[fact.kpi].series
        if series.team == fact.team
        for segment in series.segments
        if segment.from_ == fact.period
    )
    sentence = ctx.words.t(
        "reports.limits_anew",
        kpi=ctx.kpi_name(fact.kpi),
        period=ctx.formats.period(fact.period),
        why=ctx.plain(why),
    )
    return Said(linked(ctx, sentence, *kpis(ctx, [fact.kpi])))


def left_out(ctx: Context, fact: f.LeftOut) -> Said:
    excluded = ctx.workspace.kpis[fact.kpi].exclude
    why = next(e.why for e in excluded if _touches(str(e.period), fact.period))
    sentence = ctx.words.t(
        "reports.left_out",
        kpi=ctx.kpi_name(fact.kpi),
        period=ctx.formats.period(fact.period),
        why=ctx.plain(why),
    )
    return Said(linked(ctx, sentence, *kpis(ctx, [fact.kpi])))


def _touches(excluded: str, period: str) -> bool:
    one, other = Period.parse(excluded), Period.parse(period)
    return one.first <= other.last and one.last >= other.first


def problem_of(ctx: Context, finding: str) -> str:
    """As written, without the full stop: it stands inside a sentence."""
    return ctx.plain(ctx.finding_texts[finding]).rstrip("。.")


def title_of(ctx: Context, action: ActionResult) -> str:
    return ctx.plain(ctx.workspace.actions[action.id].title)
