"""Surveys. What is hidden on the pages is empty here too."""

from __future__ import annotations

from collections.abc import Iterable

from auditloop.assess.results import SurveyChange, SurveyDifference, SurveyResult
from auditloop.render.downloads.table import Definition, Value, flag, line
from auditloop.render.views.context import Context

Values = tuple[Value, ...]

_QUOTES = " / "


def _surveys(ctx: Context) -> Iterable[str]:
    for each in ctx.results.surveys:
        overall, csat, nps, csi, gap = each.overall, each.csat, each.nps, each.csi, each.gap
        yield line(
            *_about(ctx, each),
            *(" ".join(each.channels), each.sent, each.n, each.response_rate, "yes" if each.hidden else "no"),
            *((csat.value, csat.n, csat.of, *csat.interval) if csat else (None,) * 5),
            *((overall.mean, overall.median, _mode(overall.mode), overall.sd) if overall else (None,) * 4),
            *((nps.value, nps.se, *_ends(nps.interval)) if nps else (None,) * 4),
            *((nps.promoters, nps.passives, nps.detractors) if nps else (None,) * 3),
            *((csi.value, csi.se, csi.coverage, csi.weights) if csi else (None,) * 4),
            *((gap.unweighted, gap.weighted) if gap else (None,) * 2),
            *_change(each.previous),
        )


def _answers(ctx: Context) -> Iterable[str]:
    """Counts that may be shown."""
    for each in ctx.results.surveys:
        about = _about(ctx, each)
        if each.overall:
            yield from (line(*about, "overall", None, answer, n) for answer, n in each.overall.counts.items())
        for d in each.dimensions:
            name = ctx.survey_dimension_name(d.id)
            yield from (line(*about, d.id, name, answer, n) for answer, n in d.counts.items())


def _dimensions(ctx: Context) -> Iterable[str]:
    for each in ctx.results.surveys:
        for d in each.dimensions:
            yield line(
                *(*_about(ctx, each), d.id, ctx.survey_dimension_name(d.id), d.n),
                *((d.csat.value, *d.csat.interval) if d.csat else (None,) * 3),
                *(d.mean, d.median, _mode(d.mode), d.sd, d.expectation, d.gap, *_ends(d.gap_interval)),
                *(d.importance, d.quadrant, d.weight),
                *((d.change.value, flag(d.change.beyond_chance)) if d.change else (None,) * 2),
            )


def _drivers(ctx: Context) -> Iterable[str]:
    for each in ctx.results.surveys:
        model = each.driver_model
        for d in each.drivers if model else ():
            yield line(
                *(*_about(ctx, each), d.id, ctx.survey_dimension_name(d.id), model.n if model else None),
                *(model.r2 if model else None, d.lmg, d.importance, d.pearson, d.pearson_p, d.spearman, d.spearman_p),
                *(d.vif, " ".join(model.warnings) if model else None),
            )


def _themes(ctx: Context) -> Iterable[str]:
    for each in ctx.results.surveys:
        for theme in each.themes:
            found = (theme.language, theme.term, theme.n, theme.rating, theme.tone, _QUOTES.join(theme.quotes))
            yield line(*_about(ctx, each), *found)


def _about(ctx: Context, each: SurveyResult) -> Values:
    return (each.team, ctx.team_name(each.team), each.period)


def _mode(mode: list[int]) -> str:
    return " ".join(map(str, mode))


def _ends(interval: list[float] | None) -> Values:
    return tuple(interval) if interval else (None, None)


def _change(change: SurveyChange | None) -> Values:
    if change is None:
        return (None,) * 13
    return (change.period, *_difference(change.csat), *_difference(change.nps), *_difference(change.csi))


def _difference(found: SurveyDifference | None) -> Values:
    if found is None:
        return (None,) * 4
    return (found.value, *_ends(found.interval), flag(found.beyond_chance))


TABLES = (
    Definition(
        "surveys",
        "team team_name period channels invited answers response_rate hidden csat csat_n csat_of csat_low "
        "csat_high mean median mode sd nps nps_se nps_low nps_high promoters passives detractors csi csi_se "
        "csi_coverage csi_weights gap gap_weighted previous csat_change csat_change_low csat_change_high "
        "csat_beyond_chance nps_change nps_change_low nps_change_high nps_beyond_chance csi_change "
        "csi_change_low csi_change_high csi_beyond_chance",
        _surveys,
    ),
    Definition("survey-answers", "team team_name period question question_name answer n", _answers),
    Definition(
        "survey-dimensions",
        "team team_name period dimension dimension_name n csat csat_low csat_high mean median mode sd "
        "expectation gap gap_low gap_high importance quadrant weight csat_change csat_beyond_chance",
        _dimensions,
    ),
    Definition(
        "survey-drivers",
        "team team_name period dimension dimension_name n r2 lmg share pearson pearson_p spearman spearman_p "
        "vif warnings",
        _drivers,
    ),
    Definition("survey-themes", "team team_name period language theme comments mean_rating tone quotes", _themes),
)
