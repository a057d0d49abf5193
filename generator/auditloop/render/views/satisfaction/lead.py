"""What the page says first: are customers more satisfied, beyond chance, what drives it, what do they lament."""

from __future__ import annotations

from collections.abc import Sequence

from auditloop.assess.results import SurveyResult, SurveyTheme
from auditloop.render.views.context import Context
from auditloop.render.views.satisfaction import wording
from auditloop.render.views.satisfaction.drivers import latest_with_drivers
from auditloop.render.views.satisfaction.scope import Scope
from auditloop.render.views.satisfaction.teams import compared_teams, team_tone

_THEMES = 2
"""Complaints named."""


def lead(ctx: Context, scope: Scope) -> str:
    if scope.latest is None:
        return ctx.words.t("empty.all_surveys_hidden" if scope.surveys else "empty.no_surveys")
    compared_here = compared_teams(ctx, scope)
    return ctx.words.sentences(
        [
            *verdict(ctx, scope.latest),
            _teams(ctx, compared_here) if len(compared_here) > 1 else "",
            _driver(ctx, scope),
            _complaints(ctx, scope.latest),
            _hidden(ctx, scope),
        ]
    )


def verdict(ctx: Context, latest: SurveyResult) -> list[str]:
    """More, less or equally satisfied than before; the same against last year."""
    return [_csat(ctx, latest), _against_year(ctx, latest)]


def _csat(ctx: Context, latest: SurveyResult) -> str:
    t, period = ctx.words.t, ctx.formats.period(latest.period)
    if latest.csat is None:
        return t("satisfaction.lead.not_asked", period=period)
    value = wording.csat(ctx, latest.csat)
    change = latest.previous.csat if latest.previous else None
    if latest.previous is None or change is None or change.interval is None:
        return t(
            "satisfaction.lead.first",
            period=period,
            share=value,
            range=wording.share_between(ctx, latest.csat.interval),
        )
    words = wording.change_of_share(ctx, change.value)
    return t(
        f"satisfaction.lead.{wording.tone(change)}",
        period=period,
        before=ctx.formats.period(latest.previous.period),
        share=value,
        amount=wording.size(words),
        change=words,
        range=wording.change_between(ctx, change, shares=True),
    )


def _against_year(ctx: Context, latest: SurveyResult) -> str:
    year, previous = latest.year_ago, latest.previous
    if year is None or year.csat is None or (previous and year.period == previous.period and previous.csat):
        return ""
    return ctx.words.t(
        "satisfaction.lead.year",
        period=ctx.formats.period(year.period),
        change=wording.change_of_share(ctx, year.csat.value),
        word=wording.word(ctx, year.csat),
    )


def _teams(ctx: Context, found: Sequence[SurveyResult]) -> str:
    """Who stands out beyond chance; nothing of the order of the rest."""
    clauses = [
        ctx.words.t(f"satisfaction.lead.teams_{tone}", names=ctx.words.listed([ctx.team_name(e.team) for e in listed]))
        for tone in ("good", "bad")
        if (listed := [e for e in found if team_tone(e) == tone])
    ]
    if not clauses:
        return ctx.words.t("satisfaction.teams.none_differ")
    return ctx.words.t("satisfaction.lead.teams", clauses=ctx.words.t("satisfaction.lead.teams_join").join(clauses))


def _driver(ctx: Context, scope: Scope) -> str:
    survey = latest_with_drivers(scope)
    first = next((d for d in survey.drivers if d.importance is not None), None) if survey else None
    if survey is None or first is None:
        return ""
    return ctx.words.t(
        "satisfaction.lead.driver",
        dimension=ctx.survey_dimension_name(first.id),
        share=ctx.formats.percent(first.importance),
        period=ctx.formats.period(survey.period),
    )


def _complaints(ctx: Context, latest: SurveyResult) -> str:
    found = [theme for theme in latest.themes if theme.language == ctx.lang and theme.tone == "complaint"]
    if not found:
        return ""
    words = [named(ctx, theme) for theme in found[:_THEMES]]
    return ctx.words.n("satisfaction.lead.complaints", len(words), themes=ctx.words.listed(words))


def named(ctx: Context, theme: SurveyTheme) -> str:
    return ctx.words.t(
        "satisfaction.lead.theme",
        term=theme.term,
        comments=ctx.words.n("satisfaction.comments", theme.n, n=ctx.formats.number(theme.n)),
    )


def _hidden(ctx: Context, scope: Scope) -> str:
    last = scope.surveys[-1]
    if not last.hidden:
        return ""
    return ctx.words.t("satisfaction.lead.last_hidden", period=ctx.formats.period(last.period))
