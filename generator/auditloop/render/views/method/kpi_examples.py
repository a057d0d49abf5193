"""Worked examples of indicators: value, pooling, target, score, index."""

from __future__ import annotations

from collections.abc import Iterable
from operator import mul

from markupsafe import Markup

from auditloop.assess.results import KpiResult, Point, Series
from auditloop.render.views import judged, say
from auditloop.render.views.common import anchored
from auditloop.render.views.context import Context
from auditloop.render.views.signs import DIVIDED, EQUALS, LESS, PLUS, TIMES, enough


def _points(ctx: Context, *, pooled: bool) -> Iterable[tuple[KpiResult, Series, Point]]:
    """The newest counted points with numerator and denominator."""
    for kpi in ctx.results.kpis:
        for series in kpi.series:
            if (series.team is None) is pooled:
                point = next(
                    (p for p in reversed(series.points) if p.value is not None and p.n is not None and p.of), None
                )
                if point:
                    yield kpi, series, point


def _ratio(ctx: Context, kpi: KpiResult, point: Point) -> str:
    per = ctx.workspace.kpis[kpi.id].per
    times = f"{TIMES}100%" if kpi.unit == "%" else f"{TIMES}{ctx.formats.general(per)}" if per != 1 else ""
    top = f"{ctx.formats.general(point.n)}{DIVIDED}{ctx.formats.general(point.of)}{times}"
    return f"{top}{EQUALS}{say.kpi_value(ctx, kpi, point.value)}"


def kpi_example(ctx: Context) -> Iterable[Markup]:
    for kpi, series, point in _points(ctx, pooled=False):
        yield ctx.words.html(
            "method.kpi.example",
            kpi=say.kpi_link(ctx, kpi.id),
            team=ctx.team_name(series.team),
            period=ctx.formats.period(point.period),
            sum=_ratio(ctx, kpi, point),
        )
        return


def pooling_example(ctx: Context) -> Iterable[Markup]:
    for kpi, _, point in _points(ctx, pooled=True):
        parts = [
            p
            for s in kpi.series
            if s.team is not None
            for p in s.points
            if p.period == point.period and p.n is not None and p.of is not None and p.value is not None
        ]
        if len(parts) < 2 or len(parts) > 8:
            continue
        general = ctx.formats.general
        top, bottom = PLUS.join(general(p.n) for p in parts), PLUS.join(general(p.of) for p in parts)
        sum_ = f"({top}){DIVIDED}({bottom}){EQUALS}{_ratio(ctx, kpi, point)}"
        yield ctx.words.html(
            "method.pooling.example", kpi=say.kpi_link(ctx, kpi.id), period=ctx.formats.period(point.period), sum=sum_
        )
        return


def target_example(ctx: Context) -> Iterable[Markup]:
    for kpi in ctx.kpis.values():
        series = kpi.series[0]
        if (
            series.latest
            and series.previous
            and series.change is not None
            and series.target is not None
            and series.met is not None
        ):
            found = judged.of_series(ctx, kpi, series)
            values = (series.latest.value, series.previous.value)
            decimals = enough(values, lambda v: v[0] - v[1], least=found.decimals, result_decimals=kpi.decimals)
            latest, before = (ctx.formats.number(v, decimals) for v in values)
            sum_ = f"{latest}{LESS}{before}{EQUALS}{say.kpi_change(ctx, kpi, series.change)}"
            yield ctx.words.html(
                "method.target.example",
                kpi=say.kpi_link(ctx, kpi.id),
                period=ctx.formats.period(series.latest.period),
                target=judged.target_text(ctx, found),
                verdict=ctx.words.t("target.met" if series.met else "target.missed"),
                sum=sum_,
            )
            return


def map_example(ctx: Context) -> Iterable[Markup]:
    for kpi in ctx.kpis.values():
        mapping = ctx.workspace.kpis[kpi.id].score
        series = kpi.series[0]
        if mapping and series.latest and series.score is not None and 0 < series.score < 100:
            low, span = mapping.zero, mapping.full - mapping.zero
            decimals = enough(
                [series.latest.value],
                lambda v, low=low, span=span: 100 * (v[0] - low) / span,  # type: ignore[misc]
                least=kpi.decimals,
                result_decimals=1,
            )
            value = ctx.formats.number(series.latest.value, decimals)
            zero, full = ctx.formats.general(mapping.zero), ctx.formats.general(mapping.full)
            share = f"({value}{LESS}{zero}){DIVIDED}({full}{LESS}{zero})"
            sum_ = f"{share}{TIMES}100{EQUALS}{say.score(ctx, series.score)}"
            yield ctx.words.html(
                "method.score_map.example",
                kpi=say.kpi_link(ctx, kpi.id),
                period=ctx.formats.period(series.latest.period),
                sum=sum_,
            )
            return


def index_example(ctx: Context) -> Iterable[Markup]:
    for index in ctx.indices_by_team.get(None, []):
        latest = index.latest
        parts = [p for p in latest.parts if p.score is not None] if latest else []
        if latest is None or latest.score is None or ctx.workspace.indices[index.id].method != "weighted-mean":
            continue
        weights, coverage = [p.weight for p in parts], latest.coverage
        decimals = enough(
            [p.score or 0.0 for p in parts],
            lambda scores, w=weights, c=coverage: sum(map(mul, w, scores)) / c,  # type: ignore[misc]
            least=1,
            result_decimals=1,
        )
        number = ctx.formats.number
        top = PLUS.join(f"{ctx.formats.general(p.weight)}{TIMES}{number(p.score, decimals)}" for p in parts)
        divisor = f"({top}){DIVIDED}{ctx.formats.general(latest.coverage)}" if latest.coverage < 1 else top
        yield ctx.words.html(
            "method.index.example",
            index=anchored(ctx.href.index(index.id), ctx.index_name(index.id)),
            period=ctx.formats.period(latest.period),
            sum=f"{divisor}{EQUALS}{say.score(ctx, latest.score)}",
        )
        return
