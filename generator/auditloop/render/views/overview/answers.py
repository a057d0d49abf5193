"""The four questions of the first page, each answered in a sentence or two, and the banner above them."""

from __future__ import annotations

from auditloop.assess.results import IndexResult
from auditloop.problems import Severity
from auditloop.render.views import say
from auditloop.render.views.context import Context
from auditloop.render.views.overview.indices import index_sentence
from auditloop.render.views.selection import organisation_series


def better(ctx: Context, indices: list[IndexResult]) -> str:
    sentences = [sentence for index in indices[:2] if (sentence := index_sentence(ctx, index))]
    if sentences:
        return ctx.words.sentences(sentences)
    judged = [s for _, s in organisation_series(ctx) if s.better_than_last_year is not None]
    if not judged:
        return ctx.words.t("overview.no_trend")
    better = sum(1 for s in judged if s.better_than_last_year)
    return ctx.words.n("overview.better_than_last_year", better, all=len(judged))


def where_not(ctx: Context) -> str:
    t = ctx.words.t
    judged = [(k, s) for k, s in organisation_series(ctx) if s.met is not None]
    sentences = []
    if judged:
        missed = sorted((p for p in judged if not p[1].met), key=lambda p: -p[1].targets_missed_in_a_row)
        if missed:
            names = ctx.words.listed([ctx.kpi_name(k.id) for k, _ in missed[:3]])
            key = "overview.missed_some" if len(missed) > 3 else "overview.missed_all"
            sentences.append(t(key, missed=len(missed), all=len(judged), names=names))
        else:
            sentences.append(ctx.words.n("overview.none_missed", len(judged)))
    weakest = _weakest_domain(ctx)
    if weakest:
        sentences.append(weakest)
    return ctx.words.sentences(sentences) or t("overview.nothing_judged")


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
    if (actions is None or not actions.total) and (findings is None or not findings.total):
        return ctx.words.t("overview.nothing_recorded")
    sentences = []
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
