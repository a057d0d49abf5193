"""Teams beside each other over a year: a funnel where chance can be told from size, else values on one scale."""

from __future__ import annotations

from collections.abc import Sequence

from auditloop.assess.comparison import funnel_curve
from auditloop.assess.results import Compared, Comparison, KpiResult
from auditloop.render.charts import Chart
from auditloop.render.views import say
from auditloop.render.views.common import Cell, ChartBlock, Column, Row, Table
from auditloop.render.views.context import Context
from auditloop.render.views.figures import tip
from auditloop.render.views.kpis import reading
from auditloop.render.views.kpis.measured import scale_words, with_unit_head

_LISTED = 6
"""Teams named in a sentence; the table has all."""

MANY_TIMES = 10


def comparison_block(ctx: Context, kpi: KpiResult) -> ChartBlock | None:
    found = kpi.comparison
    if found is None:
        return None
    return _funnel(ctx, kpi, found) if found.kind == "funnel" else _scale(ctx, kpi, found)


def _funnel(ctx: Context, kpi: KpiResult, found: Comparison) -> ChartBlock:
    t = ctx.words.t
    judged = [team for team in found.teams if team.judgement is not None]
    outside = [team for team in judged if team.judgement != "inside"]
    edge = [team for team in judged if team.judgement == "inside" and team.beyond_95]
    over = found.dispersion is not None and found.dispersion > 1 and found.widened
    wide = "_widened" if over else ""  # where teams differ as a rule, none is said to be within chance
    title = (
        ctx.words.n(f"compare.funnel_title_some{wide}", len(outside), all=len(judged))
        if outside
        else ctx.words.n(f"compare.funnel_title_none{wide}", len(judged))
    )
    sentence = ctx.words.sentences(
        [
            t("compare.funnel_outside", teams=_named(ctx, kpi, outside)) if outside else t("compare.funnel_inside"),
            t("compare.funnel_edge", teams=_named(ctx, kpi, edge)) if edge else "",
            t("compare.funnel_note"),
        ]
    )
    caption = ctx.words.sentences(
        [
            t(
                "compare.funnel_caption",
                measure=ctx.kpi_name(kpi.id),
                span=_span(ctx, found),
                distribution=t(f"compare.{found.distribution}"),
                centre=reading.limit_text(ctx, kpi, found.centre),
            ),
            t("compare.widened", phi=_times(ctx, found.dispersion)) if over else "",
        ]
    )
    return ChartBlock(
        _funnel_chart(ctx, kpi, found, judged, title, sentence),
        title,
        sentence,
        caption,
        _funnel_table(ctx, kpi, found),
        t("empty.no_data_yet"),
    )


def _times(ctx: Context, dispersion: float | None) -> str:
    """No more digits than say something: 1.8 times, 515 times."""
    return ctx.formats.number(dispersion, 1 if dispersion is not None and dispersion < MANY_TIMES else 0)


def _funnel_chart(
    ctx: Context, kpi: KpiResult, found: Comparison, judged: Sequence[Compared], title: str, sentence: str
) -> Chart:
    t = ctx.words.t
    points = [
        {
            "name": ctx.team_name(team.team),
            "n": team.n,
            "value": team.value,
            "lower_95": team.lower_95,
            "upper_95": team.upper_95,
            "lower_998": team.lower_998,
            "upper_998": team.upper_998,
            "judgement": team.judgement,
            "label": reading.limit(ctx, kpi, team.value),
            "signal": _look(team),
            "tip": tip(
                t("spc.tip_value", period=ctx.team_name(team.team), value=reading.limit_text(ctx, kpi, team.value)),
                ctx.words.t("kpi.n", n=ctx.formats.general(team.n)),
                _way(ctx, team),
            ),
        }
        for team in judged
    ]
    curve = [
        {
            "n": at.n,
            "centre": found.centre,
            "lower_95": at.limits.lower_95,
            "upper_95": at.limits.upper_95,
            "lower_998": at.limits.lower_998,
            "upper_998": at.limits.upper_998,
        }
        for at in funnel_curve(found)
    ]
    words = {look: t(f"compare.{word}") for look, word in _LOOK_WORDS.items()}
    return Chart(
        id=f"kpi-{kpi.id}-compared",
        kind="funnel",
        datasets={"points": points, "curve": curve},
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={
            "y": scale_words(ctx, kpi),
            "x": t("compare.cases"),
            "centre": t("compare.centre", value=reading.limit(ctx, kpi, found.centre)),
            "limit_95": t("compare.limit_95"),
            "limit_998": t("compare.limit_998"),
            **words,
        },
    )


_LOOK_WORDS = {"good": "better", "bad": "worse", "high": "above", "low": "below", "common": "inside"}


def _look(team: Compared) -> str:
    if team.judgement in (None, "inside"):
        return "common"
    if team.better is None:
        return "high" if team.judgement == "above" else "low"
    return "good" if team.better else "bad"


def _way(ctx: Context, team: Compared) -> str:
    t = ctx.words.t
    if team.judgement == "inside":
        return t("compare.edge" if team.beyond_95 else "compare.inside")
    if team.judgement is None:
        return ""
    way = t(f"compare.{team.judgement}")
    if team.better is None:
        return way
    return ctx.words.clauses([way, t("compare.better" if team.better else "compare.worse")])


def _named(ctx: Context, kpi: KpiResult, teams: Sequence[Compared]) -> str:
    return ctx.words.listed(
        [
            ctx.words.t(
                "compare.funnel_team" if _look(team) != "common" else "compare.funnel_team_inside",
                team=ctx.team_name(team.team),
                value=reading.limit_text(ctx, kpi, team.value),
                way=ctx.words.t(f"compare.{_LOOK_WORDS[_look(team)]}"),
            )
            for team in teams[:_LISTED]
        ]
    )


def _funnel_table(ctx: Context, kpi: KpiResult, found: Comparison) -> Table:
    t = ctx.words.t
    nothing = say.no_value(ctx, "spc.no_limits")
    rows = [
        Row(
            (
                Cell(say.team_link(ctx, team.team)),
                Cell(reading.limit(ctx, kpi, team.value), f"{team.value:.10g}"),
                Cell(ctx.formats.general(team.n), "" if team.n is None else f"{team.n:.10g}"),
                Cell(nothing if team.lower_95 is None else reading.between(ctx, kpi, team.lower_95, team.upper_95)),
                Cell(nothing if team.lower_998 is None else reading.between(ctx, kpi, team.lower_998, team.upper_998)),
                Cell(_way(ctx, team)),
            )
        )
        for team in found.teams
    ]
    columns = (
        Column(t("column.team"), "al-main"),
        Column(with_unit_head(t("column.value"), say.unit_word(ctx, kpi.unit)), "al-num"),
        Column(t("compare.column_size"), "al-num"),
        Column(t("compare.column_limits_95"), "al-num"),
        Column(t("compare.column_limits_998"), "al-num"),
        Column(t("column.judgement")),
    )
    return Table(t("compare.table_caption"), columns, tuple(rows), css="al-table--compact")


def _scale(ctx: Context, kpi: KpiResult, found: Comparison) -> ChartBlock:
    """Dots on one scale, highest first, each against the whole organisation."""
    t = ctx.words.t
    ranked = sorted(found.teams, key=lambda team: -team.value)
    high, low = ranked[0], ranked[-1]
    title = t(
        "compare.scale_title", low=reading.limit(ctx, kpi, low.value), high=reading.limit_text(ctx, kpi, high.value)
    )
    sentence = t(
        "compare.scale_sentence",
        highest=ctx.team_name(high.team),
        high=reading.limit_text(ctx, kpi, high.value),
        lowest=ctx.team_name(low.team),
        low=reading.limit_text(ctx, kpi, low.value),
    )
    rows = [
        {
            "name": ctx.team_name(team.team),
            "order": order,
            "value": team.value,
            "n": team.n,
            "label": reading.limit(ctx, kpi, team.value),
            "median": found.centre,
            "tip": tip(
                t("spc.tip_value", period=ctx.team_name(team.team), value=reading.limit_text(ctx, kpi, team.value)),
                t("kpi.n", n=ctx.formats.general(team.n)) if team.n is not None else "",
            ),
        }
        for order, team in enumerate(ranked)
    ]
    chart = Chart(
        id=f"kpi-{kpi.id}-compared",
        kind="domain-dots",
        datasets={"rows": rows},
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={
            "y": scale_words(ctx, kpi),
            "own": t("compare.scale_own"),
            "median": t("compare.scale_all") if found.centre is not None else "",
        },
        columns=(("name", "name"), ("value", "value"), ("n", "n"), ("median", "organisation")),
    )
    caption = t("compare.scale_caption", measure=ctx.kpi_name(kpi.id), span=_span(ctx, found))
    return ChartBlock(chart, title, sentence, caption, _scale_table(ctx, kpi, ranked), t("empty.no_data_yet"))


def _scale_table(ctx: Context, kpi: KpiResult, teams: Sequence[Compared]) -> Table:
    t = ctx.words.t
    rows = [
        Row(
            (
                Cell(say.team_link(ctx, team.team)),
                Cell(reading.limit(ctx, kpi, team.value), f"{team.value:.10g}"),
                Cell(ctx.formats.general(team.n) if team.n is not None else say.no_value(ctx, "empty.no_sample")),
            )
        )
        for team in teams
    ]
    columns = (
        Column(t("column.team"), "al-main"),
        Column(with_unit_head(t("column.value"), say.unit_word(ctx, kpi.unit)), "al-num"),
        Column(t("compare.column_size"), "al-num"),
    )
    return Table(t("compare.table_caption"), columns, tuple(rows), css="al-table--compact")


def _span(ctx: Context, found: Comparison) -> str:
    return ctx.formats.span(f"{found.first:%Y-%m}", f"{found.last:%Y-%m}")
