"""Charts that several pages share, as datasets with worded labels. Chooses words and shapes; computes nothing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from auditloop.assess.results import IndexResult, KpiResult, Point, Series
from auditloop.model import Period
from auditloop.render.charts import Chart
from auditloop.render.i18n.formats import vanishes
from auditloop.render.views import judged, say
from auditloop.render.views.common import Cell, ChartBlock, Column, Row, Table
from auditloop.render.views.context import Context

Datum = dict[str, object]


def first_day(period: str) -> str:
    return Period.parse(period).first.isoformat()


def tip(*lines: str) -> str:
    return "\n".join(line for line in lines if line)


def scale_words(ctx: Context, kpi: KpiResult) -> str:
    """What the vertical scale is: unit and the better direction."""
    unit = say.unit_word(ctx, kpi.unit)
    return " · ".join(part for part in (unit, ctx.words.t(f"better.{kpi.better}")) if part)


def trend_chart(ctx: Context, kpi: KpiResult, series: Series, chart_id: str) -> Chart | None:
    """One indicator over time with target, benchmark, segments, excluded points and dated actions."""
    if not any(p.value is not None for p in series.points):
        return None
    t = ctx.words.t
    points: list[Datum] = [
        {
            "x": first_day(p.period),
            "value": p.value,
            "label": judged.value(ctx, judged.of_point(ctx, kpi, p)),
            "tip": point_tip(ctx, kpi, p),
            "excluded": p.excluded,
            "latest": bool(series.latest and p.period == series.latest.period),
        }
        for p in series.points
    ]
    datasets: dict[str, list[Datum]] = {"points": points}
    targets: list[Datum] = [
        {
            "x": first_day(p.period),
            "value": p.target,
            "label": t("chart.target", value=judged.target(ctx, judged.of_point(ctx, kpi, p)))
            if p.target is not None
            else "",
        }
        for p in series.points
    ]
    if any(row["value"] is not None for row in targets):
        datasets["target"] = targets
    if series.benchmark is not None:
        label = t("chart.benchmark", value=ctx.formats.general(series.benchmark))
        datasets["benchmark"] = [
            {"x": points[0]["x"], "value": series.benchmark, "label": label},
            {"x": points[-1]["x"], "value": series.benchmark, "label": label},
        ]
    if markers := trend_markers(
        ctx, kpi.id, series, first=str(points[0]["x"]), last=Period.parse(series.points[-1].period).last
    ):
        datasets["markers"] = markers
    return Chart(
        id=chart_id,
        kind="trend",
        datasets=datasets,
        lang=ctx.lang,
        title=f"{ctx.kpi_name(kpi.id)} · {ctx.team_name(series.team)}",
        description=latest_sentence(ctx, kpi, series),
        words={"y": scale_words(ctx, kpi)},
    )


def trend_markers(ctx: Context, kpi: str, series: Series, *, first: str, last: dt.date) -> list[Datum]:
    """Segment changes, and actions aimed at this indicator: where they began and where they were done."""
    t = ctx.words.t
    markers: list[Datum] = [
        {
            "x": segment.from_.first.isoformat(),
            "kind": "segment",
            "label": t("chart.segment"),
            "tip": tip(ctx.formats.period(segment.from_.text), ctx.plain(segment.why)),
        }
        for segment in ctx.workspace.kpis[kpi].segments
    ]
    for action in ctx.actions_by_kpi.get(kpi, []):
        if series.team is not None and action.team != series.team:
            continue
        title = ctx.plain(ctx.workspace.actions[action.id].title)
        if action.done:
            day, kind, word = action.done, "done", t("chart.action_done")
        elif action.status in {"in-progress", "blocked"}:
            day, kind, word = action.opened, "start", t("chart.action_started")
        else:
            continue
        markers.append(
            {
                "x": day.isoformat(),
                "kind": kind,
                "label": action.id,
                "tip": tip(f"{word} · {ctx.formats.date(day)}", title, action.id),
            }
        )
    return sorted(
        (m for m in markers if first <= str(m["x"]) <= last.isoformat()), key=lambda m: (str(m["x"]), str(m["label"]))
    )


def point_tip(ctx: Context, kpi: KpiResult, point: Point) -> str:
    t = ctx.words.t
    if point.value is None:
        return tip(ctx.formats.period(point.period), t("empty.no_value"))
    found = judged.of_point(ctx, kpi, point)
    return tip(
        f"{ctx.formats.period(point.period)}: {judged.value_text(ctx, found)}",
        sample_words(ctx, point),
        "" if point.target is None else t("target.is", value=judged.target_text(ctx, found)),
        "" if point.met is None else t("target.met" if point.met else "target.missed"),
        t("kpi.excluded_point") if point.excluded else "",
    )


def sample_words(ctx: Context, point: Point) -> str:
    """What the value rests on: `412 of 500`, or `n = 1,830`."""
    if point.n is None:
        return ""
    n = ctx.formats.general(point.n)
    return (
        ctx.words.t("kpi.n_of", n=n, of=ctx.formats.general(point.of))
        if point.of is not None
        else ctx.words.t("kpi.n", n=n)
    )


def series_table(ctx: Context, kpi: KpiResult, series: Series, caption: str) -> Table:
    """The data behind a trend, newest first."""
    t = ctx.words.t
    unit = say.unit_word(ctx, kpi.unit)
    rows = [
        Row(
            (
                Cell(ctx.formats.short_period(p.period), p.period),
                Cell(judged.value(ctx, found) if p.value is not None else say.no_value(ctx, "empty.no_value")),
                Cell(sample_words(ctx, p) or say.no_value(ctx, "empty.no_sample")),
                judged.target_cell(ctx, found),
                Cell(t("kpi.excluded_point") if p.excluded else say.met_mark(ctx, p.met)),
            )
        )
        for p in reversed(series.points)
        for found in (judged.of_point(ctx, kpi, p),)
    ]
    columns = (
        Column(t("column.period")),
        Column(with_unit_head(t("column.value"), unit), "al-num"),
        Column(t("column.sample"), "al-num"),
        Column(t("column.target"), "al-num"),
        Column(t("column.judgement")),
    )
    return Table(caption, columns, tuple(rows), css="al-table--compact")


def with_unit_head(label: str, unit: str) -> str:
    return f"{label} ({unit})" if unit else label


def latest_sentence(ctx: Context, kpi: KpiResult, series: Series) -> str:
    """`In June 2026 the value was 28.4 min, 1.2 min lower than the period before (better); target 30 min: met.`"""
    if series.latest is None:
        return ctx.words.t("empty.no_value")
    t, found = ctx.words.t, judged.of_series(ctx, kpi, series)
    parts = [
        t(
            "kpi.latest",
            period=ctx.formats.period(series.latest.period),
            value=judged.value_text(ctx, found),
        )
    ]
    if series.previous is not None and series.change is not None:
        parts.append(compare(ctx, kpi, series.change, series.better_than_previous, "previous"))
    if series.same_period_last_year is not None and series.change_last_year is not None:
        parts.append(compare(ctx, kpi, series.change_last_year, series.better_than_last_year, "last_year"))
    if series.target is not None and series.met is not None:
        parts.append(t("kpi.target_met" if series.met else "kpi.target_missed", target=judged.target_text(ctx, found)))
    return ctx.words.clauses(parts) + t("join.full_stop")


def named_sentence(ctx: Context, kpi: KpiResult, series: Series) -> str:
    """`latest_sentence`, with the team's name first where the values are one team's and not the organisation's.

    A value of all teams names those that it is without.
    """
    words = _of_team(ctx, series, latest_sentence(ctx, kpi, series))
    if series.latest is None or not series.without:
        return words
    lacking = ctx.words.t(
        "kpi.without_sentence",
        teams=ctx.words.listed([ctx.team_name(team) for team in series.without]),
        period=ctx.formats.period(series.latest.period),
    )
    return ctx.words.sentences([words, lacking])


def _of_team(ctx: Context, series: Series, words: str) -> str:
    return words if series.team is None else ctx.words.t("kpi.of_team", team=ctx.team_name(series.team), words=words)


def compare(ctx: Context, kpi: KpiResult, change: float, better: bool | None, against: str) -> str:
    if vanishes(change, kpi.decimals):
        return ctx.words.t(f"kpi.same_as_{against}")
    way = "up" if change > 0 else "down"
    word = "plain" if better is None else "better" if better else "worse"
    return ctx.words.t(f"kpi.{way}_on_{against}_{word}", amount=say.amount(ctx, kpi, change))


def trend_title(ctx: Context, kpi: KpiResult, series: Series) -> str:
    """The finding in at most ten words: against last year where known, else against the target."""
    name = ctx.kpi_name(kpi.id)
    t = ctx.words.t
    if series.latest is None:
        return name
    if series.targets_missed_in_a_row >= 2:
        return ctx.words.n("kpi.title_missed_in_a_row", series.targets_missed_in_a_row, kpi=name)
    if (
        series.better_than_last_year is not None
        and series.change_last_year
        and not vanishes(series.change_last_year, kpi.decimals)
    ):
        return t("kpi.title_better_year" if series.better_than_last_year else "kpi.title_worse_year", kpi=name)
    if series.met is not None:
        return t("kpi.title_met" if series.met else "kpi.title_missed", kpi=name)
    return t("kpi.title_plain", kpi=name)


def trend_block(ctx: Context, kpi: KpiResult, series: Series, chart_id: str) -> ChartBlock:
    t = ctx.words.t
    chart = trend_chart(ctx, kpi, series, chart_id)
    definition = ctx.workspace.kpis[kpi.id]
    source = ctx.plain(definition.source)
    values = [p for p in series.points if p.value is not None]
    caption = ctx.words.sentences(
        [
            t("chart.caption", measure=ctx.kpi_name(kpi.id), scope=ctx.team_name(series.team)),
            ctx.words.n("chart.periods", len(values), span=ctx.formats.span(values[0].period, values[-1].period))
            if values
            else "",
            t("chart.source", source=source) if source else "",
        ]
    )
    return ChartBlock(
        chart,
        title=_of_team(ctx, series, trend_title(ctx, kpi, series)),
        sentence=named_sentence(ctx, kpi, series),
        caption=caption,
        table=series_table(ctx, kpi, series, t("chart.data_of", what=ctx.kpi_name(kpi.id))),
        empty=t("empty.no_data_yet"),
    )


def index_block(ctx: Context, indices: Sequence[IndexResult], chart_id: str, title: str, sentence: str) -> ChartBlock:
    """Indices over time on 0–100, one line each."""
    t = ctx.words.t
    points: list[Datum] = []
    for index in indices:
        name = ctx.index_name(index.id)
        short = short_name(name)
        points += [
            {
                "series": short,
                "x": first_day(point.period),
                "value": point.score,
                "label": say.score(ctx, point.score),
                "tip": tip(
                    f"{ctx.formats.period(point.period)}: {say.score(ctx, point.score)}",
                    name,
                    t("index.coverage", share=ctx.formats.percent(point.coverage)) if point.coverage < 1 else "",
                    t("index.partial") if point.partial else "",
                ),
                "strong": index is indices[0],
                "latest": index.latest is not None and point.period == index.latest.period,
            }
            for point in index.points
        ]
    drawable = [p for p in points if p["value"] is not None]
    chart = (
        Chart(
            id=chart_id,
            kind="index-trend",
            datasets={"points": points},
            lang=ctx.lang,
            title=title,
            description=sentence or title,
            words={"y": t("index.scale")},
            **_room(drawable),  # type: ignore[arg-type]
        )
        if drawable
        else None
    )
    span = _span(ctx, [p.period for i in indices for p in i.points])
    return ChartBlock(
        chart, title, sentence, t("index.caption", span=span), _index_table(ctx, indices), t("empty.no_data_yet")
    )


def short_name(name: str) -> str:
    """`Service quality score (SQS)` → `SQS`: a label at the end of a line has little room."""
    found = re.search(r"[(（]([A-Z][A-Za-z0-9-]{1,7})[)）]$", name)
    return found[1] if found else name


def _room(points: Iterable[Datum]) -> dict[str, float]:
    """The part of 0–100 that the lines need, in tens, so that changes can be seen; the chart labels its scale."""
    values = [float(str(p["value"])) for p in points]
    return {"low": min(values) // 10 * 10, "high": min(100.0, max(values) // 10 * 10 + 10)}


def _span(ctx: Context, periods: Sequence[str]) -> str:
    ordered = sorted(set(periods), key=Period.parse)
    return ctx.formats.span(ordered[0], ordered[-1]) if ordered else ""


def _index_table(ctx: Context, indices: Sequence[IndexResult]) -> Table:
    t = ctx.words.t
    by_period = {index.id: {p.period: p for p in index.points} for index in indices}
    periods = sorted({p.period for i in indices for p in i.points}, key=Period.parse, reverse=True)
    rows = []
    for period in periods:
        cells = [Cell(ctx.formats.short_period(period), period)]
        for index in indices:
            point = by_period[index.id].get(period)
            if point is None or point.score is None:
                cells.append(Cell(say.no_value(ctx, "empty.not_scored")))
            else:
                partial = f" ({t('index.partial')})" if point.partial else ""
                cells.append(Cell(say.score(ctx, point.score) + partial))
        rows.append(Row(tuple(cells)))
    columns = (Column(t("column.period")), *(Column(ctx.index_name(i.id), "al-num") for i in indices))
    return Table(t("chart.data_of", what=t("index.heading")), columns, tuple(rows), css="al-table--compact")
