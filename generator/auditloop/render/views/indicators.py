"""The table of indicators that several pages share, and its cells: what is a signal first, what is noise last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from auditloop.assess.results import KpiResult, Series
from auditloop.model import Period
from auditloop.render.escape import attribute
from auditloop.render.sparkline import sparkline
from auditloop.render.views import judged, say, signals
from auditloop.render.views.common import BLANK, Cell, Column, Row, Table, lines, muted, small
from auditloop.render.views.context import Context
from auditloop.render.views.registers import FILTER_FROM

TONES = {"improvement": "good", "concern": "bad"}


def kpi_table(ctx: Context, rows: Iterable[tuple[KpiResult, Series]], caption: str, *, anchor: str) -> Table:
    """Concern first, then what cannot meet its target, then what missed it; improvements and targets met at the end."""
    t = ctx.words.t
    pairs = sorted(rows, key=lambda p: (*signals.urgency(p[1]), ctx.kpi_name(p[0].id)))
    made = [Row((Cell(say.kpi_link(ctx, kpi.id)), *kpi_cells(ctx, kpi, series))) for kpi, series in pairs]
    columns = (Column(t("column.kpi"), "al-main"), *kpi_columns(ctx))
    return Table(
        caption,
        columns,
        tuple(made),
        t("empty.no_kpis"),
        id=anchor,
        filterable=len(made) > FILTER_FROM,
        css="al-table--signals",
    )


def kpi_columns(ctx: Context) -> tuple[Column, ...]:
    """Heads of `kpi_cells`, six of them."""
    t = ctx.words.t
    return (
        Column(t("column.latest"), "al-num"),
        Column(t("column.target"), "al-num"),
        Column(t("column.change"), "al-num"),
        Column(t("column.variation")),
        Column(t("column.assurance")),
        Column(t("column.last_13"), sortable=False),
    )


def kpi_cells(ctx: Context, kpi: KpiResult, series: Series) -> tuple[Cell, ...]:
    """Latest value, target, change, variation, assurance and sparkline of one series."""
    return (
        latest_value(ctx, kpi, series, ctx.results.period),
        target(ctx, kpi, series),
        change(ctx, kpi, series),
        Cell(signals.variation_mark(ctx, kpi, series), signals.VARIATION_ORDER[series.variation]),
        Cell(signals.assurance_mark(ctx, series), signals.ASSURANCE_ORDER[series.assurance]),
        Cell(spark(ctx, kpi, series)),
    )


def latest_value(ctx: Context, kpi: KpiResult, series: Series, period: str | None) -> Cell:
    """The latest value; its period under it where it is not the page's own."""
    if series.latest is None:
        return Cell(say.no_value(ctx, signals.no_latest(series)), "")
    value = say.kpi_value_html(ctx, kpi, series.latest.value, judged.of_series(ctx, kpi, series).decimals)
    if period is not None and not _covers(series.latest.period, period):
        value = lines(value, muted(ctx.formats.short_period(series.latest.period)))
    if series.without:
        value = lines(value, _without(ctx, series.without))
    return Cell(value, f"{series.latest.value:.10g}")


def target(ctx: Context, kpi: KpiResult, series: Series) -> Cell:
    """The target, and whether the latest value meets it; how often in a row it did not."""
    if series.target is None:
        return Cell(say.no_value(ctx, "empty.no_target"), "")
    missed = series.targets_missed_in_a_row
    under = "" if series.met is None else ctx.words.t("target.met" if series.met else "target.missed")
    if missed >= 2:
        under = ctx.words.n("target.missed_in_a_row", missed)
    number = judged.target(ctx, judged.of_series(ctx, kpi, series))
    return Cell(lines(number, small(muted(under)) if under else BLANK), f"{series.target:.10g}")


def change(ctx: Context, kpi: KpiResult, series: Series) -> Cell:
    """Against the period before, and under it against last year; without colour, for most of it is noise."""
    if series.change is None and series.change_last_year is None:
        return Cell(say.no_value(ctx, "empty.no_comparison"), "")
    before = ctx.formats.signed(series.change, kpi.decimals)
    if series.change is None:
        before = say.no_value(ctx, "empty.no_comparison")
    last_year = series.change_last_year
    under = ctx.words.t("change.on_last_year", change=ctx.formats.signed(last_year, kpi.decimals))
    return Cell(
        lines(before, small(muted(under)) if last_year is not None else BLANK),
        "" if series.change is None else f"{series.change:.6g}",
    )


def spark(ctx: Context, kpi: KpiResult, series: Series, most: int = 13) -> Markup:
    """The last thirteen periods, a year and the month it is compared with, over the band of what is usual."""
    points = series.points[-most:]
    if sum(p.value is not None for p in points) < 2:
        return say.no_value(ctx, "empty.too_few")
    label = ctx.words.t(
        "spark.label",
        first=ctx.formats.short_period(points[0].period),
        last=ctx.formats.short_period(points[-1].period),
        low=ctx.formats.number(min(p.value for p in points if p.value is not None), kpi.decimals),
        high=ctx.formats.number(max(p.value for p in points if p.value is not None), kpi.decimals),
    )
    return Markup(
        sparkline(
            [p.value for p in points],
            target=series.target,
            label=label,
            limits=[(p.lower, p.upper) for p in points],
            tones=[TONES.get(p.judgement or "") for p in points],
        )
    )


def _without(ctx: Context, teams: Sequence[str]) -> Markup:
    """How many teams a value of all lacks; which ones for those who point at it."""
    names = attribute(ctx.words.listed([ctx.team_name(team) for team in teams]))
    words = ctx.words.n("kpi.without", len(teams))
    return Markup(f'<span class="al-muted al-small" title="{names}">{escape(words)}</span>')


def _covers(latest: str, period: str) -> bool:
    mine, page = Period.parse(latest), Period.parse(period)
    return mine.first <= page.last and mine.last >= page.first
