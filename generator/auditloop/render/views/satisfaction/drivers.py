"""What goes with the overall rating: each dimension's share of what all explain, with what makes that doubtful."""

from __future__ import annotations

from collections.abc import Sequence

from auditloop.assess.results import DriverModel, DriverResult, SurveyResult
from auditloop.render.charts import Chart
from auditloop.render.views import say
from auditloop.render.views.common import Cell, ChartBlock, Column, Row, Table
from auditloop.render.views.context import Context
from auditloop.render.views.figures import tip
from auditloop.render.views.satisfaction.scope import Scope

_CERTAIN = 0.001


def latest_with_drivers(scope: Scope) -> SurveyResult | None:
    """Single answers do not come with every survey."""
    return next((each for each in reversed(scope.history) if each.driver_model), None)


def driver_block(ctx: Context, scope: Scope) -> ChartBlock:
    t = ctx.words.t
    survey = latest_with_drivers(scope)
    if survey is None or survey.driver_model is None:
        return ChartBlock(None, empty=t("empty.no_single_answers"))
    model, drivers = survey.driver_model, survey.drivers
    shared = [d for d in drivers if d.importance is not None]
    if not shared:
        return ChartBlock(None, empty=ctx.words.sentences([t("empty.no_drivers"), *_warnings(ctx, model)]))
    title = t("satisfaction.drivers.title", dimension=ctx.survey_dimension_name(shared[0].id))
    sentence = _sentence(ctx, survey, model, shared)
    bars = [
        {
            "dimension": d.id,
            "name": ctx.survey_dimension_name(d.id),
            "order": order,
            "value": 100 * (d.importance or 0.0),
            "pearson": d.pearson,
            "spearman": d.spearman,
            "label": ctx.formats.percent(d.importance),
            "cumulative": ctx.formats.number(d.pearson, 2),
            "tip": tip(
                ctx.survey_dimension_name(d.id),
                t("satisfaction.drivers.share", share=ctx.formats.percent(d.importance, 1)),
                t(
                    "satisfaction.drivers.tip",
                    pearson=ctx.formats.number(d.pearson, 2),
                    spearman=ctx.formats.number(d.spearman, 2),
                ),
            ),
        }
        for order, d in enumerate(shared)
    ]
    chart = Chart(
        id=f"{scope.key}-drivers",
        kind="pareto",
        datasets={"bars": bars},
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={"y": t("satisfaction.drivers.scale"), "cumulative": t("satisfaction.drivers.pearson")},
        columns=tuple((name, name) for name in ("dimension", "name", "value", "pearson", "spearman")),
    )
    caption = t(
        "satisfaction.drivers.caption",
        teams=ctx.words.listed([ctx.team_name(team) for team in model.teams]),
        period=ctx.formats.short_period(survey.period),
        n=ctx.formats.number(model.n),
        r2=ctx.formats.number(model.r2, 2),
    )
    return ChartBlock(chart, title, sentence, caption, _table(ctx, drivers))


def _sentence(ctx: Context, survey: SurveyResult, model: DriverModel, shared: Sequence[DriverResult]) -> str:
    t = ctx.words.t
    parts = [
        t(
            "satisfaction.drivers.sentence",
            period=ctx.formats.period(survey.period),
            dimension=ctx.survey_dimension_name(shared[0].id),
            share=ctx.formats.percent(shared[0].importance),
            explained=ctx.formats.percent(model.r2),
        ),
        *_warnings(ctx, model),
        t("satisfaction.drivers.not_cause"),
    ]
    return ctx.words.sentences(parts)


def _warnings(ctx: Context, model: DriverModel) -> list[str]:
    return [ctx.words.t(f"satisfaction.warning.{warning}", n=ctx.formats.number(model.n)) for warning in model.warnings]


def _table(ctx: Context, drivers: Sequence[DriverResult]) -> Table:
    t = ctx.words.t
    rows = [
        Row(
            (
                Cell(ctx.survey_dimension_name(d.id)),
                Cell(ctx.formats.percent(d.importance, 1)),
                Cell(ctx.formats.number(d.lmg, 3)),
                _correlation(ctx, d.pearson, d.pearson_p),
                _correlation(ctx, d.spearman, d.spearman_p),
                Cell(
                    ctx.formats.number(d.vif, 2)
                    if d.vif is not None
                    else say.no_value(ctx, "satisfaction.drivers.no_vif")
                ),
            )
        )
        for d in drivers
    ]
    columns = (
        Column(t("satisfaction.column.dimension"), "al-main"),
        Column(t("satisfaction.drivers.scale"), "al-num"),
        Column(t("satisfaction.drivers.lmg"), "al-num"),
        Column(t("satisfaction.drivers.pearson"), "al-num"),
        Column(t("satisfaction.drivers.spearman"), "al-num"),
        Column(t("satisfaction.drivers.vif"), "al-num"),
    )
    what = t("satisfaction.drivers.heading")
    return Table(t("chart.data_of", what=what), columns, tuple(rows), css="al-table--compact")


def _correlation(ctx: Context, r: float | None, p: float | None) -> Cell:
    if r is None:
        return Cell(say.no_value(ctx, "satisfaction.drivers.unvaried"), "")
    if p is None:
        return Cell(ctx.formats.number(r, 2))
    words = f"p < {_CERTAIN}" if p < _CERTAIN else f"p = {ctx.formats.number(p, 3)}"
    return Cell(f"{ctx.formats.number(r, 2)} ({words})", f"{r:.6g}")
