"""What was asked in particular: how satisfied customers are with it, what they expected, how much it matters."""

from __future__ import annotations

from collections.abc import Sequence

from auditloop.assess.results import SurveyDimension
from auditloop.render.charts import Chart
from auditloop.render.views import say
from auditloop.render.views.common import Cell, ChartBlock, Column, Row, Table, lines, muted, small
from auditloop.render.views.context import Context
from auditloop.render.views.figures import tip
from auditloop.render.views.satisfaction import wording
from auditloop.render.views.satisfaction.scope import Scope

QUADRANTS = ("concentrate-here", "keep-up", "low-priority", "possible-overkill")
_NAMED = 2
"""Dimensions named in a title."""


def dimension_table(ctx: Context, scope: Scope) -> Table:
    """What weighs most first."""
    t, latest = ctx.words.t, scope.latest
    asked = sorted(latest.dimensions, key=lambda d: (-(d.weight or 0.0), d.id)) if latest else []
    columns = (
        Column(t("satisfaction.column.dimension"), "al-main"),
        Column(t("satisfaction.column.n"), "al-num"),
        Column(t("satisfaction.column.csat"), "al-num"),
        Column(t("satisfaction.column.change_pp"), "al-num"),
        Column(t("satisfaction.column.mean_sd"), "al-num"),
        Column(t("satisfaction.column.median_mode"), "al-num"),
        Column(t("column.weight"), "al-num"),
    )
    caption = t("satisfaction.dimensions.caption", period=ctx.formats.period(latest.period if latest else None))
    rows = tuple(_row(ctx, dimension) for dimension in asked)
    return Table(caption, columns, rows, t("empty.no_dimensions"), id="dimension-table", css="al-table--short")


def _row(ctx: Context, d: SurveyDimension) -> Row:
    weight = Cell(ctx.formats.percent(d.weight) if d.weight is not None else say.no_value(ctx, "empty.not_in_index"))
    name = Cell(ctx.survey_dimension_name(d.id))
    if d.n is None or d.csat is None:
        nothing = Cell(say.no_value(ctx, "empty.fewer_than_five"), "")
        return Row((name, nothing, nothing, nothing, nothing, nothing, weight))
    sd = ctx.words.t("satisfaction.sd", sd=ctx.formats.number(d.sd, 2))
    mode = ctx.words.listed([str(answer) for answer in d.mode])
    return Row(
        (
            name,
            Cell(ctx.formats.number(d.n), str(d.n)),
            wording.interval_cell(ctx, wording.csat(ctx, d.csat), d.csat.interval, shares=True, sort=d.csat.value),
            wording.change_cell(ctx, d.change, shares=True),
            Cell(lines(ctx.formats.number(d.mean, 2), small(muted(sd))), f"{d.mean:.6g}"),
            Cell(f"{ctx.formats.general(d.median)} / {mode}"),
            weight,
        )
    )


def gap_block(ctx: Context, scope: Scope) -> ChartBlock:
    """SERVQUAL: the furthest short first."""
    t, latest = ctx.words.t, scope.latest
    found = [d for d in latest.dimensions if d.gap is not None] if latest else []
    if latest is None or not found:
        return ChartBlock(None, empty=t("empty.no_expectation"))
    found.sort(key=lambda d: (d.gap or 0.0, d.id))
    title, sentence = _gap_title(ctx, found), _gap_sentence(ctx, scope, found)
    rows = [
        {
            "dimension": d.id,
            "name": ctx.survey_dimension_name(d.id),
            "order": order,
            "value": d.mean,
            "expected": d.expectation,
            "gap": d.gap,
            "label": ctx.formats.signed(d.gap, 2),
            "signal": gap_tone(d),
            "tip": tip(
                ctx.survey_dimension_name(d.id),
                t(
                    "satisfaction.gap.tip",
                    perceived=ctx.formats.number(d.mean, 2),
                    expected=ctx.formats.number(d.expectation, 2),
                    gap=ctx.formats.signed(d.gap, 2),
                ),
                _gap_range(ctx, d),
                t(f"satisfaction.gap.{gap_tone(d)}"),
            ),
        }
        for order, d in enumerate(found)
    ]
    words = {name: t(f"satisfaction.gap.{name}") for name in ("good", "bad", "common", "expected", "gap")}
    chart = Chart(
        id=f"{scope.key}-gap",
        kind="dumbbell",
        datasets={"rows": rows},
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={"y": t("satisfaction.gap.scale"), **words},
        columns=tuple((name, name) for name in ("dimension", "name", "value", "expected", "gap")),
    )
    return ChartBlock(chart, title, sentence, _caption(ctx, scope, "gap"), _gap_table(ctx, found))


def gap_tone(d: SurveyDimension) -> str:
    """good or bad where chance in what was perceived does not explain the gap."""
    if d.gap_interval is None or d.gap_interval[0] <= 0 <= d.gap_interval[1]:
        return "common"
    return "good" if d.gap_interval[0] > 0 else "bad"


def _gap_range(ctx: Context, d: SurveyDimension) -> str:
    if d.gap_interval is None:
        return ctx.words.t("satisfaction.no_interval")
    ends = wording.between(ctx, d.gap_interval, lambda value: ctx.formats.signed(value, 2))
    return ctx.words.t("satisfaction.interval", range=ends)


def _gap_title(ctx: Context, found: Sequence[SurveyDimension]) -> str:
    short = [d for d in found if gap_tone(d) == "bad"]
    if not short:
        return ctx.words.t("satisfaction.gap.title_none")
    return ctx.words.t("satisfaction.gap.title", dimension=ctx.survey_dimension_name(short[0].id))


def _gap_sentence(ctx: Context, scope: Scope, found: Sequence[SurveyDimension]) -> str:
    t = ctx.words.t
    names = {tone: [ctx.survey_dimension_name(d.id) for d in found if gap_tone(d) == tone] for tone in ("bad", "good")}
    parts = [
        ctx.words.n(f"satisfaction.gap.{tone}_sentence", len(names[tone]), names=ctx.words.listed(names[tone]))
        for tone in ("bad", "good")
        if names[tone]
    ]
    whole = scope.latest.gap if scope.latest else None
    if whole and whole.unweighted is not None:
        parts.append(t("satisfaction.gap.whole", gap=ctx.formats.signed(whole.unweighted, 2)))
        if whole.weighted is not None:
            parts.append(t("satisfaction.gap.weighted", gap=ctx.formats.signed(whole.weighted, 2)))
    return ctx.words.sentences(parts)


def _gap_table(ctx: Context, found: Sequence[SurveyDimension]) -> Table:
    t = ctx.words.t
    rows = [
        Row(
            (
                Cell(ctx.survey_dimension_name(d.id)),
                Cell(ctx.formats.number(d.n)),
                Cell(ctx.formats.number(d.expectation, 2)),
                Cell(ctx.formats.number(d.mean, 2)),
                Cell(lines(ctx.formats.signed(d.gap, 2), small(muted(_gap_range(ctx, d)))), f"{d.gap:.6g}"),
                Cell(say.judgement(gap_tone(d), t(f"satisfaction.gap.{gap_tone(d)}"))),
            )
        )
        for d in found
    ]
    columns = (
        Column(t("satisfaction.column.dimension"), "al-main"),
        Column(t("satisfaction.column.n"), "al-num"),
        Column(t("satisfaction.gap.expected"), "al-num"),
        Column(t("satisfaction.column.perceived"), "al-num"),
        Column(t("satisfaction.gap.gap"), "al-num"),
        Column(t("column.judgement")),
    )
    return Table(t("chart.data_of", what=t("satisfaction.gap.gap")), columns, tuple(rows), css="al-table--compact")


def quadrant_block(ctx: Context, scope: Scope) -> ChartBlock:
    """Martilla and James: what matters more than the mean and does worse than the mean comes first."""
    t, latest = ctx.words.t, scope.latest
    found = [d for d in latest.dimensions if d.quadrant] if latest else []
    if latest is None or latest.cross is None or not found:
        return ChartBlock(None, empty=t("empty.no_importance"))
    found.sort(key=lambda d: (QUADRANTS.index(d.quadrant or ""), -(d.importance or 0.0), d.id))
    title, sentence = _quadrant_title(ctx, found), _quadrant_sentence(ctx, found)
    points = [
        {
            "dimension": d.id,
            "name": ctx.survey_dimension_name(d.id),
            "value": d.mean,
            "importance": d.importance,
            "quadrant": d.quadrant,
            "signal": "bad" if d.quadrant == QUADRANTS[0] else "common",
            "tip": tip(
                ctx.survey_dimension_name(d.id),
                t(
                    "satisfaction.quadrants.tip",
                    performance=ctx.formats.number(d.mean, 2),
                    importance=ctx.formats.number(d.importance, 2),
                ),
                t(f"satisfaction.quadrant.{d.quadrant}"),
            ),
        }
        for d in found
    ]
    chart = Chart(
        id=f"{scope.key}-quadrants",
        kind="quadrants",
        datasets={
            "points": points,
            "cross": [{"value": latest.cross.performance, "importance": latest.cross.importance}],
        },
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={
            "x": t("satisfaction.quadrants.x"),
            "y": t("satisfaction.quadrants.y"),
            **{name: t(f"satisfaction.quadrant.{name}") for name in QUADRANTS},
        },
        columns=tuple((name, name) for name in ("dimension", "name", "value", "importance", "quadrant")),
    )
    return ChartBlock(chart, title, sentence, _caption(ctx, scope, "quadrants"), _quadrant_table(ctx, found))


def _quadrant_title(ctx: Context, found: Sequence[SurveyDimension]) -> str:
    first = [ctx.survey_dimension_name(d.id) for d in found if d.quadrant == QUADRANTS[0]]
    if not first:
        return ctx.words.t("satisfaction.quadrants.title_none")
    return ctx.words.t("satisfaction.quadrants.title", names=ctx.words.listed(first[:_NAMED]))


def _quadrant_sentence(ctx: Context, found: Sequence[SurveyDimension]) -> str:
    parts = []
    for quadrant in QUADRANTS:
        names = [ctx.survey_dimension_name(d.id) for d in found if d.quadrant == quadrant]
        if names:
            key = f"satisfaction.quadrants.{quadrant}"
            parts.append(ctx.words.n(key, len(names), names=ctx.words.listed(names)))
    return ctx.words.sentences(parts)


def _quadrant_table(ctx: Context, found: Sequence[SurveyDimension]) -> Table:
    t = ctx.words.t
    rows = [
        Row(
            (
                Cell(ctx.survey_dimension_name(d.id)),
                Cell(ctx.formats.number(d.importance, 2)),
                Cell(ctx.formats.number(d.mean, 2)),
                Cell(t(f"satisfaction.quadrant.{d.quadrant}")),
            )
        )
        for d in found
    ]
    columns = (
        Column(t("satisfaction.column.dimension"), "al-main"),
        Column(t("satisfaction.column.importance"), "al-num"),
        Column(t("satisfaction.column.perceived"), "al-num"),
        Column(t("satisfaction.column.quadrant")),
    )
    what = t("satisfaction.quadrants.heading")
    return Table(t("chart.data_of", what=what), columns, tuple(rows), css="al-table--compact")


def _caption(ctx: Context, scope: Scope, which: str) -> str:
    period = ctx.formats.short_period(scope.latest.period if scope.latest else None)
    return ctx.words.t(f"satisfaction.{which}.caption", scope=ctx.team_name(scope.team), period=period)
