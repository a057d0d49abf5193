"""The control chart of one series: its rows worded, its title the finding, its caption how it was made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from auditloop.assess.results import KpiResult, Point, Series
from auditloop.model import Period
from auditloop.render.charts import Chart
from auditloop.render.views import judged, say
from auditloop.render.views.common import Cell, ChartBlock, Column, Row, Table, lines, muted
from auditloop.render.views.context import Context
from auditloop.render.views.figures import Datum, first_day, tip
from auditloop.render.views.kpis import reading
from auditloop.render.views.kpis.marks import Mark, marks_of
from auditloop.render.views.kpis.measured import sample_words, scale_words, with_unit_head

LOOKS = ("good", "bad", "high", "low", "common", "excluded")
COLUMNS = (
    "period",
    "value",
    "n",
    "of",
    "target",
    "centre",
    "lower",
    "upper",
    "segment",
    "excluded",
    "signals",
    "judgement",
)
"""Of the CSV; the same names as in the results file."""


def control_block(ctx: Context, kpi: KpiResult, series: Series, chart_id: str) -> tuple[ChartBlock, tuple[Mark, ...]]:
    """The chart with its words and data, and what its numbered flags stand for."""
    t = ctx.words.t
    values = [p for p in series.points if p.value is not None]
    marks = marks_of(ctx, kpi, series) if values else ()
    definition = ctx.workspace.kpis[kpi.id]
    source = ctx.plain(definition.source)
    caption = ctx.words.sentences(
        [
            t("chart.caption", measure=ctx.kpi_name(kpi.id), scope=ctx.team_name(series.team)),
            ctx.words.n("chart.periods", len(values), span=ctx.formats.span(values[0].period, values[-1].period))
            if values
            else "",
            reading.chart_words(ctx, kpi, series),
            t("chart.source", source=source) if source else "",
        ]
    )
    about = ctx.kpi_name(kpi.id) if series.team is None else ctx.team_name(series.team)
    title = reading.headline(ctx, kpi, series, about)
    sentence = reading.words(ctx, kpi, series)
    block = ChartBlock(
        _chart(ctx, kpi, series, chart_id, marks, title, sentence) if values else None,
        title=title,
        sentence=sentence,
        caption=caption,
        table=_data_table(ctx, kpi, series),
        empty=t("empty.no_data_yet"),
    )
    return block, marks


def _chart(
    ctx: Context, kpi: KpiResult, series: Series, chart_id: str, marks: Sequence[Mark], title: str, sentence: str
) -> Chart:
    points = point_rows(ctx, kpi, series)
    datasets: dict[str, Sequence[Mapping[str, object]]] = {"points": points}
    targets = _targets(ctx, kpi, series)
    if any(row["value"] is not None for row in targets):
        datasets["target"] = targets
    if series.benchmark is not None:
        label = ctx.words.t("chart.benchmark", value=ctx.formats.general(series.benchmark))
        datasets["benchmark"] = [{"x": points[at]["x"], "value": series.benchmark, "label": label} for at in (0, -1)]
    if markers := [
        {"x": mark.day.isoformat(), "kind": mark.kind, "label": mark.label, "tip": mark.tip}
        for mark in sorted(marks, key=lambda m: (m.day, m.label))
    ]:
        datasets["markers"] = markers
    if series.forecast is not None:
        datasets["forecast"] = _ahead(ctx, kpi, series)
    return Chart(
        id=chart_id,
        kind="trend",
        datasets=datasets,
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={"y": scale_words(ctx, kpi), **look_words(ctx), **_line_words(ctx, kpi, series)},
        columns=tuple((name, name) for name in COLUMNS),
    )


def point_rows(ctx: Context, kpi: KpiResult, series: Series) -> list[Datum]:
    """Every period with value, limits and judgement; the segment counts from 1."""
    starts = [Period.parse(segment.from_).first for segment in series.segments]
    return [
        {
            "x": first_day(p.period),
            "period": p.period,
            "value": p.value,
            "n": p.n,
            "of": p.of,
            "target": p.target,
            "centre": p.centre,
            "lower": p.lower,
            "upper": p.upper,
            "segment": sum(start <= Period.parse(p.period).first for start in starts),
            "excluded": p.excluded,
            "signals": " ".join(p.signals),
            "judgement": p.judgement,
            "signal": reading.look(p.judgement),
            "label": reading.value(ctx, kpi, p),
            "tip": point_tip(ctx, kpi, series, p),
            "latest": bool(series.latest and p.period == series.latest.period),
        }
        for p in series.points
    ]


def _targets(ctx: Context, kpi: KpiResult, series: Series) -> list[Datum]:
    return [
        {
            "x": first_day(p.period),
            "value": p.target,
            "label": ctx.words.t("chart.target", value=judged.target(ctx, judged.of_point(ctx, kpi, p)))
            if p.target is not None
            else "",
        }
        for p in series.points
    ]


def _ahead(ctx: Context, kpi: KpiResult, series: Series) -> list[Datum]:
    """The forecast, opening from the latest value."""
    assert series.forecast is not None
    rows: list[Datum] = []
    if series.latest is not None:
        value = series.latest.value
        rows.append({"x": first_day(series.latest.period), "low": value, "value": value, "high": value})
    for point in series.forecast.points:
        words = ctx.words.t(
            "spc.forecast_tip",
            low=reading.limit(ctx, kpi, point.low),
            high=reading.limit_text(ctx, kpi, point.high),
        )
        row = {"low": point.low, "value": point.value, "high": point.high}
        rows.append({"x": first_day(point.period), **row, "tip": tip(ctx.formats.period(point.period), words)})
    return rows


def look_words(ctx: Context) -> dict[str, str]:
    """What the looks of points mean, for the key above the chart."""
    return {look: ctx.words.t(f"spc.look.{look}") for look in LOOKS}


def _line_words(ctx: Context, kpi: KpiResult, series: Series) -> dict[str, str]:
    segment = reading.last_segment(series)
    if segment is None:
        return {}
    places = reading.decimals_of_lines(kpi, series)
    named = {"centre": (reading.line_key(series), segment.centre)}
    named |= {"upper": ("upper", segment.upper), "lower": ("lower", segment.lower)}
    return {
        role: ctx.words.t(f"spc.label.{word}", value=reading.limit(ctx, kpi, value, places))
        for role, (word, value) in named.items()
        if value is not None
    }


def point_tip(ctx: Context, kpi: KpiResult, series: Series, point: Point) -> str:
    t = ctx.words.t
    if point.value is None:
        return tip(ctx.formats.period(point.period), t("empty.no_value"))
    found, places = judged.of_point(ctx, kpi, point), reading.decimals_of(kpi, point)
    return tip(
        t(
            "spc.tip_value",
            period=ctx.formats.period(point.period),
            value=say.with_unit(ctx, reading.value(ctx, kpi, point), kpi.unit),
        ),
        sample_words(ctx, point),
        "" if point.target is None else t("target.is", value=judged.target_text(ctx, found)),
        "" if point.met is None else t("target.met" if point.met else "target.missed"),
        ""
        if point.lower is None or point.upper is None
        else t(
            "spc.tip_limits",
            low=reading.limit(ctx, kpi, point.lower, places),
            high=reading.limit(ctx, kpi, point.upper, places),
        ),
        judgement_words(ctx, point),
        excluded_why(ctx, kpi, point) if point.excluded else "",
    )


def judgement_words(ctx: Context, point: Point) -> str:
    """`Improvement: outside the limits`; nothing for what chance makes."""
    t = ctx.words.t
    if not point.signals or point.judgement is None:
        return ""
    return t("spc.tip_signal", look=t(f"spc.look.{reading.look(point.judgement)}"), rules=rule_words(ctx, point))


def rule_words(ctx: Context, point: Point) -> str:
    return ctx.words.listed([ctx.words.t(f"spc.rule.{rule}") for rule in point.signals])


def excluded_why(ctx: Context, kpi: KpiResult, point: Point) -> str:
    """`Shown, not counted: typhoon`."""
    at = Period.parse(point.period)
    why = next(
        e.why
        for e in ctx.workspace.kpis[kpi.id].exclude
        if e.period.first <= at.first and at.last <= e.period.last  # a month of a year that is left out
    )
    return ctx.words.t("spc.tip_excluded", why=ctx.plain(why))


def _data_table(ctx: Context, kpi: KpiResult, series: Series) -> Table:
    """The data behind the chart, newest first."""
    t = ctx.words.t
    unit = say.unit_word(ctx, kpi.unit)
    rows = [
        Row(
            (
                Cell(ctx.formats.short_period(p.period), p.period),
                Cell(reading.value(ctx, kpi, p) if p.value is not None else say.no_value(ctx, "empty.no_value")),
                Cell(sample_words(ctx, p) or say.no_value(ctx, "empty.no_sample")),
                judged.target_cell(ctx, found),
                Cell(say.no_value(ctx, "spc.no_limits") if p.centre is None else reading.limit(ctx, kpi, p.centre)),
                Cell(_range(ctx, kpi, p)),
                Cell(_judgement(ctx, kpi, p)),
            )
        )
        for p in reversed(series.points)
        for found in (judged.of_point(ctx, kpi, p),)
    ]
    columns = (
        Column(t("column.period"), "al-nowrap"),
        Column(with_unit_head(t("column.value"), unit), "al-num"),
        Column(t("column.sample"), "al-num"),
        Column(t("column.target"), "al-num"),
        Column(t(f"spc.column.{reading.line_key(series)}"), "al-num"),
        Column(t("spc.column.limits"), "al-num"),
        Column(t("column.judgement")),
    )
    caption = t("chart.data_of", what=ctx.kpi_name(kpi.id))
    return Table(caption, columns, tuple(rows), css="al-table--compact")


def _range(ctx: Context, kpi: KpiResult, point: Point) -> Markup | str:
    if point.lower is None or point.upper is None:
        return say.no_value(ctx, "spc.no_limits")
    return reading.between(ctx, kpi, point.lower, point.upper, reading.decimals_of(kpi, point))


def _judgement(ctx: Context, kpi: KpiResult, point: Point) -> Markup | str:
    if point.value is None:
        return ""
    if point.excluded:
        return excluded_why(ctx, kpi, point)
    mark = say.met_mark(ctx, point.met) if point.met is not None else ""
    if not point.signals or point.judgement is None:
        return mark
    word = say.judgement(reading.tone(point.judgement), ctx.words.t(f"spc.look.{reading.look(point.judgement)}"))
    return lines(mark, word, muted(rule_words(ctx, point)))
