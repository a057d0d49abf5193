"""The teams beside each other on one indicator: small multiples, and the table with target and change."""

from __future__ import annotations

from collections.abc import Sequence

from auditloop.assess.results import KpiResult, Series
from auditloop.model import Kpi
from auditloop.render.charts import Chart
from auditloop.render.views import indicators, judged, registers, say, signals
from auditloop.render.views.common import Cell, ChartBlock, Column, Row, Table, anchored
from auditloop.render.views.context import Context
from auditloop.render.views.figures import tip
from auditloop.render.views.kpis import reading
from auditloop.render.views.kpis.control import COLUMNS, point_rows
from auditloop.render.views.kpis.measured import scale_words, with_unit_head

_NAMED = 6
"""Teams named in a sentence; the table has all."""


def multiples(ctx: Context, kpi: KpiResult, teams: Sequence[Series]) -> ChartBlock:
    """Small multiples on one scale, the team that has most to do first."""
    t = ctx.words.t
    order = ranked(kpi, teams)
    points = [
        {
            **row,
            "team": ctx.team_name(series.team),
            "order": rank,
            "tip": tip(ctx.team_name(series.team), str(row["tip"])),
        }
        for rank, series in enumerate(order)
        for row in point_rows(ctx, kpi, series)
    ]
    drawable = any(p["value"] is not None for p in points)
    title, sentence = teams_words(ctx, kpi, order)
    sentence = ctx.words.sentences([sentence, _signals_now(ctx, order)])
    chart = (
        Chart(
            id=f"kpi-{kpi.id}-teams",
            kind="multiples",
            datasets={"points": points},
            lang=ctx.lang,
            title=title,
            description=sentence,
            words={"y": scale_words(ctx, kpi)},
            columns=tuple((name, name) for name in ("team", *COLUMNS)),
        )
        if drawable
        else None
    )
    plain = "_plain" if kpi.better == "neither" else ""
    caption = t(f"kpi.teams_caption{plain}", measure=ctx.kpi_name(kpi.id), signs=t(f"kpi.teams_key{plain}"))
    return ChartBlock(chart, title, sentence, caption, _limits(ctx, kpi, order), t("empty.no_data_yet"))


def _limits(ctx: Context, kpi: KpiResult, teams: Sequence[Series]) -> Table:
    """The chart of each team in numbers: centre, usual range, and what kind of chart they come from."""
    t = ctx.words.t
    nothing = say.no_value(ctx, "spc.no_limits")
    rows = []
    for series in teams:
        segment = reading.last_segment(series)
        limits = segment is not None and segment.lower is not None and segment.upper is not None
        centre = segment.centre if segment else None
        latest = judged.value(ctx, judged.of_series(ctx, kpi, series)) if series.latest else None
        rows.append(
            Row(
                (
                    Cell(ctx.team_name(series.team)),
                    Cell(latest or say.no_value(ctx, signals.no_latest(series))),
                    Cell(nothing if centre is None else reading.limit(ctx, kpi, centre)),
                    Cell(reading.between(ctx, kpi, segment.lower, segment.upper) if segment and limits else nothing),
                    Cell(t(f"spc.chart.{series.chart}")),
                    Cell(t(f"variation.{series.variation}") if series.variation else ""),
                )
            )
        )
    columns = (
        Column(t("column.team"), "al-main"),
        Column(with_unit_head(t("column.latest"), say.unit_word(ctx, kpi.unit)), "al-num"),
        Column(t("spc.column.line"), "al-num"),
        Column(t("spc.column.limits"), "al-num"),
        Column(t("spc.column.chart")),
        Column(t("column.variation")),
    )
    caption = t("chart.data_of", what=ctx.kpi_name(kpi.id))
    return Table(caption, columns, tuple(rows), css="al-table--compact")


def _signals_now(ctx: Context, teams: Sequence[Series]) -> str:
    """Which teams are in a signal at present, concern first."""
    found = sorted(
        (s for s in teams if s.variation not in (None, "common")), key=lambda s: signals.VARIATION_ORDER[s.variation]
    )
    if not found:
        return ctx.words.t("compare.signals_now_none")
    named = [
        ctx.words.t(
            "compare.signal_team", team=ctx.team_name(s.team), judgement=ctx.words.t(f"variation.{s.variation}")
        )
        for s in found[:_NAMED]
    ]
    return ctx.words.n("compare.signals_now", len(found), all=len(teams), teams=ctx.words.listed(named))


def ranked(kpi: KpiResult, teams: Sequence[Series]) -> list[Series]:
    """Who has most to do first, where one direction is better; else in organisation order. Without a value: last.

    Teams with targets of their own stand by the distance to them, others by their latest value.
    """
    if kpi.better == "neither":
        return list(teams)
    sign = -1 if kpi.better == "lower" else 1
    by_gap = _own_targets(teams)
    return sorted(teams, key=lambda s: (s.latest is None, sign * _standing(s, by_gap)))


def _own_targets(teams: Sequence[Series]) -> bool:
    """Whether every team with a value has a target, and those of one period differ: changes on a base of their own."""
    targets = {(s.latest.period, s.target) for s in teams if s.latest}
    periods = {period for period, _ in targets}
    return all(target is not None for _, target in targets) and len(targets) > len(periods)


def _standing(series: Series, by_gap: bool) -> float:
    if by_gap and series.gap is not None:
        return series.gap
    return series.latest.value if series.latest else 0.0


def teams_words(ctx: Context, kpi: KpiResult, order: Sequence[Series]) -> tuple[str, str]:
    t = ctx.words.t
    with_value = [s for s in order if s.latest]
    aiming = [s for s in with_value if s.met is not None]
    if aiming:
        missed = [s for s in aiming if not s.met]
        title = (
            ctx.words.n("kpi.teams_title_missed", len(missed), all=len(aiming))
            if missed
            else ctx.words.n("kpi.teams_title_met", len(aiming))
        )
    else:
        title = t("kpi.teams_title")
    # Counts of teams of different size say nothing about who is better, and a tie has no best.
    countable = ctx.workspace.kpis[kpi.id].kind_of_data in {"count", "rare-event"}
    by_gap = _own_targets(with_value)
    standings = [_standing(s, by_gap) for s in with_value]
    tied = len(standings) < 2 or standings[0] == standings[1] or standings[-2] == standings[-1]
    if tied or countable or kpi.better == "neither":
        return title, ctx.words.n("kpi.teams_sentence_plain", len(with_value))
    worst, best = with_value[0], with_value[-1]
    # Only who misses a target has something to do; by its own target a team may lead with a poor value.
    end = "missed" if worst.met is False else "met"
    last, first = judged.of_series(ctx, kpi, worst), judged.of_series(ctx, kpi, best)
    return title, t(
        f"kpi.teams_sentence_gap_{end}" if by_gap else f"kpi.teams_sentence_{end}",
        best=ctx.team_name(best.team),
        best_value=judged.value_text(ctx, first),
        best_target=judged.target_text(ctx, first),
        worst=ctx.team_name(worst.team),
        worst_value=judged.value_text(ctx, last),
        worst_target=judged.target_text(ctx, last),
    )


def team_table(ctx: Context, kpi: Kpi, result: KpiResult | None) -> Table:
    t = ctx.words.t
    teams = ranked(result, [s for s in result.series if s.team is not None]) if result else []
    rows = [
        Row(
            (
                Cell(anchored(ctx.href.team(s.team or "", "kpis"), ctx.team_name(s.team))),
                *indicators.kpi_cells(ctx, result, s),
            )
        )
        for s in teams
        if result
    ]
    columns = (Column(t("column.team"), "al-main"), *indicators.kpi_columns(ctx))
    caption = t("kpi.team_table_caption", measure=ctx.kpi_name(kpi.id))
    return Table(
        caption,
        columns,
        tuple(rows),
        t("empty.no_data_yet"),
        id="team-table",
        css="al-table--signals",
        filterable=len(rows) > registers.FILTER_FROM,
    )
