"""The four questions of the first page, each answered in a sentence or two, and the banner above them."""

from __future__ import annotations

from collections.abc import Sequence

from auditloop.assess.results import IndexResult, KpiResult, Series
from auditloop.problems import Severity
from auditloop.render.views import say
from auditloop.render.views.context import Context
from auditloop.render.views.overview.indices import index_sentence
from auditloop.render.views.selection import measured_by_team, never_reported, organisation_series
from auditloop.render.views.signals import too_few, urgency

MOST_NAMED = 3


def better(ctx: Context, indices: list[IndexResult]) -> str:
    """What is more than chance first; the indices, which move every month, after it."""
    sentences = [trends(ctx)]
    sentences += [sentence for index in indices[:1] if (sentence := index_sentence(ctx, index))]
    return ctx.words.sentences(sentences)


def trends(ctx: Context) -> str:
    """How many indicators improve beyond chance, and how many only vary."""
    judged = [(k, s) for k, s in organisation_series(ctx) if _is_judged(s)]
    return _signals(ctx, judged) if judged else ctx.words.t("overview.no_trend")


def _is_judged(series: Series) -> bool:
    """Neither noise nor signal is claimed of what is too short to tell."""
    return series.variation is not None and not too_few(series)


def _signals(ctx: Context, judged: Sequence[tuple[KpiResult, Series]]) -> str:
    improving = [k for k, s in judged if s.variation == "improvement"]
    noisy = sum(1 for _, s in judged if s.variation == "common")
    n = ctx.words.n
    sentences = [
        n("overview.improving", len(improving), all=len(judged), names=_names(ctx, improving))
        if improving
        else n("overview.none_improving", len(judged)),
        n("overview.noise", noisy) if noisy else "",
    ]
    return ctx.words.sentences(sentences)


def where_not(ctx: Context) -> str:
    """What gets worse beyond chance, what cannot meet its target as it runs now, and the weakest domain."""
    pairs = sorted(organisation_series(ctx), key=lambda p: (*urgency(p[1]), ctx.kpi_name(p[0].id)))
    n = ctx.words.n
    failing = [k for k, s in pairs if s.assurance == "fail"]
    sentences = [worse(ctx)]
    if failing:
        sentences.append(n("overview.failing", len(failing), names=_names(ctx, failing)))
    else:
        sentences.append(_missed(ctx, pairs))
    sentences.append(_weakest_domain(ctx))
    return ctx.words.sentences(sentences) or ctx.words.t("overview.nothing_judged")


def worse(ctx: Context) -> str:
    """What gets worse beyond chance; nothing where nothing can be judged."""
    pairs = sorted(organisation_series(ctx), key=lambda p: (*urgency(p[1]), ctx.kpi_name(p[0].id)))
    found = [k for k, s in pairs if s.variation == "concern"]
    if found:
        return ctx.words.n("overview.concern", len(found), names=_names(ctx, found))
    return ctx.words.t("overview.no_concern") if any(_is_judged(s) for _, s in pairs) else ""


def _missed(ctx: Context, pairs: Sequence[tuple[KpiResult, Series]]) -> str:
    """Where no process is shown to be unable: targets missed in the latest period."""
    judged = [(k, s) for k, s in pairs if s.met is not None]
    missed = [k for k, s in judged if not s.met]
    if missed:
        return ctx.words.n("overview.missed", len(missed), all=len(judged), names=_names(ctx, missed))
    return ctx.words.n("overview.none_missed", len(judged)) if judged else ""


def _names(ctx: Context, kpis: Sequence[KpiResult]) -> str:
    return ctx.words.first_few([ctx.kpi_name(kpi.id) for kpi in kpis], MOST_NAMED)


def _weakest_domain(ctx: Context) -> str:
    medians = {
        (d.checklist, d.domain): (d.median, d.n)
        for team in ctx.results.teams
        for d in team.domains
        if d.median is not None and d.n >= 2
    }
    if not medians:
        return ""
    (checklist, domain), (median, n) = min(medians.items(), key=lambda entry: (entry[1][0], entry[0]))
    return ctx.words.t(
        "overview.weakest_domain",
        domain=ctx.domain_name(checklist, domain),
        checklist=ctx.checklist_name(checklist),
        median=say.score(ctx, median),
        n=n,
    )


def decide(ctx: Context) -> str:
    actions, findings = ctx.action_summaries.get(None), ctx.finding_summaries.get(None)
    urgent = sum(alert.severity == "high" for alert in ctx.results.alerts)
    sentences = [ctx.words.n("overview.urgent_alerts", urgent)] if urgent else []
    if (actions is None or not actions.total) and (findings is None or not findings.total):
        return ctx.words.sentences([*sentences, ctx.words.t("overview.nothing_recorded")])
    if findings:
        serious = findings.by_risk.get("extreme", 0) + findings.by_risk.get("high", 0)
        sentences.append(
            ctx.words.n("overview.serious_findings", serious, open=findings.open)
            if serious
            else ctx.words.n("overview.no_serious_findings", findings.open)
        )
    if actions:
        if actions.overdue:
            longest = ctx.results.actions[0]
            sentences.append(
                ctx.words.n(
                    "overview.overdue_actions",
                    actions.overdue,
                    days=ctx.words.n("count.days", longest.days_overdue),
                    team=ctx.team_name(longest.team),
                )
            )
        else:
            sentences.append(ctx.words.n("overview.no_overdue_actions", actions.open))
    return ctx.words.sentences(sentences)


def data(ctx: Context) -> str:
    quality = ctx.results.data_quality
    t = ctx.words.t
    if quality.completeness is None:
        return t("overview.no_values")
    if not quality.missing:
        return t("overview.data_complete")
    teams: dict[str, int] = {}
    for missing in quality.missing:
        teams[missing.team] = teams.get(missing.team, 0) + 1
    most = max(teams, key=lambda team: (teams[team], team))
    return ctx.words.n(
        "overview.data_missing",
        len(quality.missing),
        share=ctx.formats.percent(quality.completeness),
        team=ctx.team_name(most),
        most=teams[most],
    )


def beside(ctx: Context) -> str:
    """What the table of the whole organisation's indicators cannot show."""
    n, by_team, waiting = ctx.words.n, measured_by_team(ctx), never_reported(ctx)
    return ctx.words.sentences(
        [
            n("overview.by_team", len(by_team), names=_names(ctx, by_team)) if by_team else "",
            n("overview.never_reported", len(waiting), names=_names(ctx, waiting)) if waiting else "",
        ]
    )


def banner(ctx: Context) -> tuple[str, bool] | None:
    """Only what changes how far the page can be trusted."""
    errors = sum(1 for p in ctx.settings.problems if p.severity == Severity.ERROR)
    if errors:
        return ctx.words.n("overview.banner_errors", errors), True
    quality = ctx.results.data_quality
    late = [team for team in quality.teams if team.late]
    if late:
        names = ctx.words.listed([ctx.team_name(team.team) for team in late[:4]])
        return ctx.words.n("overview.banner_late", sum(team.late for team in late), teams=names), False
    return None
