"""What surveys told, in sentences. Shares, differences and intervals are worded as on the satisfaction pages."""

from __future__ import annotations

from auditloop.assess.reports import facts as f
from auditloop.assess.results import SurveyDifference, SurveyResult
from auditloop.render.views.context import Context
from auditloop.render.views.reports.linked import Said, linked
from auditloop.render.views.satisfaction import wording
from auditloop.render.views.satisfaction.lead import named, verdict
from auditloop.render.views.satisfaction.scope import scope_of


def _latest(ctx: Context, team: str | None = None) -> SurveyResult:
    survey = scope_of(ctx, team).latest
    assert survey is not None  # a fact of surveys is told of one that may be shown
    return survey


def satisfied(ctx: Context, fact: f.Satisfied) -> Said:
    survey = _latest(ctx)
    change = survey.previous.csat if survey.previous else None
    name = ctx.words.t("satisfaction.tile_csat")
    sentence = ctx.words.sentences(verdict(ctx, survey))
    return Said(linked(ctx, sentence, (name, ctx.href.satisfaction(None, "ratings"))), tone_of(change))


def recommended(ctx: Context, fact: f.Recommended) -> Said:
    survey = _latest(ctx)
    assert survey.nps is not None
    change = survey.previous.nps if survey.previous else None
    name = ctx.words.t("satisfaction.tile_nps")
    facts = {"name": name, "value": wording.points(ctx, survey.nps.value)}
    sentence = ctx.words.t("reports.survey.nps_first", **facts)
    if change is not None and survey.previous is not None:
        sentence = ctx.words.t(
            "reports.survey.nps",
            **facts,
            change=wording.change_of_points(ctx, change.value),
            before=ctx.formats.period(survey.previous.period),
            word=wording.word(ctx, change),
        )
    return Said(linked(ctx, sentence, (name, ctx.href.satisfaction(None, "recommendation"))), tone_of(change))


def dimension_turned(ctx: Context, fact: f.DimensionTurned) -> Said:
    dimension = next(d for d in _latest(ctx).dimensions if d.id == fact.dimension)
    assert dimension.change is not None
    name = ctx.survey_dimension_name(fact.dimension)
    sentence = ctx.words.t(
        "reports.survey.dimension_up" if dimension.change.value > 0 else "reports.survey.dimension_down",
        dimension=name,
        share=wording.csat(ctx, dimension.csat),
        amount=wording.size(wording.change_of_share(ctx, dimension.change.value)),
    )
    return Said(linked(ctx, sentence, (name, ctx.href.satisfaction(None, "dimensions"))), tone_of(dimension.change))


def team_satisfied(ctx: Context, fact: f.TeamSatisfied) -> Said:
    survey = _latest(ctx, fact.team)
    change = survey.previous.csat if survey.previous else None
    assert change is not None
    name = ctx.team_name(fact.team)
    sentence = ctx.words.t(
        "reports.survey.team_up" if change.value > 0 else "reports.survey.team_down",
        team=name,
        share=wording.csat(ctx, survey.csat),
        amount=wording.size(wording.change_of_share(ctx, change.value)),
    )
    return Said(linked(ctx, sentence, (name, ctx.href.satisfaction(fact.team))), tone_of(change))


def team_apart(ctx: Context, fact: f.TeamApart) -> Said:
    survey = _latest(ctx, fact.team)
    apart = survey.others.csat if survey.others else None
    assert apart is not None
    name = ctx.team_name(fact.team)
    sentence = ctx.words.t(
        "reports.survey.apart_better" if fact.better else "reports.survey.apart_worse",
        team=name,
        share=wording.csat(ctx, survey.csat),
        amount=wording.size(wording.change_of_share(ctx, apart.value)),
    )
    return Said(linked(ctx, sentence, (name, ctx.href.satisfaction(fact.team))), "good" if fact.better else "bad")


def driven(ctx: Context, fact: f.Driven) -> Said:
    survey = _latest(ctx)
    driver = next(d for d in survey.drivers if d.id == fact.dimension)
    name = ctx.survey_dimension_name(fact.dimension)
    sentence = ctx.words.t(
        "satisfaction.lead.driver",
        dimension=name,
        share=ctx.formats.percent(driver.importance),
        period=ctx.formats.period(survey.period),
    )
    return Said(linked(ctx, sentence, (name, ctx.href.satisfaction(None, "drivers"))))


def lamented(ctx: Context, fact: f.Lamented) -> Said:
    themes = [theme for theme in _latest(ctx).themes if theme.language == fact.language and theme.term in fact.terms]
    words = [named(ctx, theme) for theme in themes]
    sentence = ctx.words.n("satisfaction.lead.complaints", len(words), themes=ctx.words.listed(words))
    name = ctx.words.t("satisfaction.themes.heading")
    return Said(linked(ctx, sentence, (name, ctx.href.satisfaction(None, "themes"))), "bad")


def tone_of(change: SurveyDifference | None) -> str:
    """As a sentence has it: what chance explains has none."""
    tone = wording.tone(change)
    return "none" if tone == "common" else tone
