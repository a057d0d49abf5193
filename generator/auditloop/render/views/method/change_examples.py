"""Worked examples of computed and compared values: formulas, longer periods, what moved an index, two windows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from auditloop.assess.intervals import Interval, wilson
from auditloop.assess.measures import scale_of
from auditloop.assess.periods import containing, parse_window
from auditloop.assess.results import ActionResult, EffectResult, KpiResult, Point
from auditloop.formula import Mistake, evaluate, parse
from auditloop.model import Period
from auditloop.render.views import registers, say
from auditloop.render.views.common import anchored
from auditloop.render.views.context import Context
from auditloop.render.views.signs import DIVIDED, EQUALS, LESS, MOST_DECIMALS, PLUS, TIMES, enough


def formula_example(ctx: Context) -> Iterable[Markup]:
    for kpi in ctx.results.kpis:
        if kpi.formula is None or not kpi.series or kpi.series[0].latest is None:
            continue
        series, latest = kpi.series[0], kpi.series[0].latest
        tree = parse(kpi.formula.of)
        found = {o.name: _value_at(ctx, o.kpi, series.team, latest.period) for o in kpi.formula.operands}
        if isinstance(tree, Mistake) or None in found.values():
            continue
        names = list(found)
        values = [value for value in found.values() if value is not None]

        def again(numbers: Sequence[float], tree=tree, names=names) -> float:  # type: ignore[no-untyped-def]
            result = evaluate(tree, dict(zip(names, numbers, strict=True)))
            return result if isinstance(result, float) else float("nan")

        try:
            decimals = enough(values, again, least=0, result_decimals=kpi.decimals)
        except ArithmeticError:
            decimals = MOST_DECIMALS
        where = [
            ctx.words.t(
                "method.formula.operand",
                name=o.name,
                kpi=ctx.kpi_name(o.kpi),
                value=ctx.formats.number(v, decimals),
                unit=say.unit_word(ctx, o.unit),
            )
            for o, v in zip(kpi.formula.operands, values, strict=True)
        ]
        yield ctx.words.html(
            "method.formula.example",
            kpi=say.kpi_link(ctx, kpi.id),
            period=ctx.formats.period(latest.period),
            formula=kpi.formula.of,
            operands=ctx.words.listed(where),
            value=say.kpi_value(ctx, kpi, latest.value),
        )
        return


def _value_at(ctx: Context, kpi: str, team: str | None, period: str) -> float | None:
    series = ctx.kpis[kpi].series if kpi in ctx.kpis else []
    return next((p.value for s in series if s.team == team for p in s.points if p.period == period), None)


def longer_example(ctx: Context) -> Iterable[Markup]:
    """The latest whole quarter of a share or rate."""
    for kpi in ctx.results.kpis:
        for series in kpi.series:
            for coarse in series.coarse:
                if coarse.step != "quarter" or coarse.how != "ratio":
                    continue
                whole = next((p for p in reversed(coarse.points) if not p.partial and p.value is not None), None)
                if whole is None:
                    continue
                inside = [
                    p
                    for p in series.points
                    if p.value is not None and containing(Period.parse(p.period), "quarter").text == whole.period
                ]
                yield ctx.words.html(
                    "method.longer.example",
                    kpi=say.kpi_link(ctx, kpi.id),
                    team=ctx.team_name(series.team),
                    period=ctx.formats.period(whole.period),
                    sum=f"{_pooled(ctx, kpi, inside)}{EQUALS}{say.kpi_value(ctx, kpi, whole.value)}",
                )
                return


def moved_example(ctx: Context) -> Iterable[Markup]:
    """The parts of a change add up to it."""
    for index in ctx.indices_by_team.get(None, []):
        if index.change is None or not index.moved_by or index.latest is None or index.previous is None:
            continue
        points = [part.points for part in index.moved_by]
        decimals = enough(points, sum, least=2, result_decimals=1)
        added = " ".join(ctx.formats.signed(each, decimals) for each in points)
        yield ctx.words.html(
            "method.index.example_moved",
            index=anchored(ctx.href.index(index.id), ctx.index_name(index.id)),
            period=ctx.formats.period(index.latest.period),
            sum=f"{added}{EQUALS}{ctx.formats.signed(index.change, 1)}",
        )
        return


def interval_example(ctx: Context) -> Iterable[Markup]:
    """The interval of one difference of shares, from counts, and of one difference of means, from values."""
    for method, make in (("newcombe", _newcombe), ("welch", _welch)):
        for action in ctx.results.actions:
            effect = action.effect
            if effect is None or effect.method != method or effect.kpi not in ctx.kpis:
                continue
            lines = make(ctx, action, effect, ctx.kpis[effect.kpi])
            if lines:
                yield from lines
                break


def _newcombe(ctx: Context, action: ActionResult, effect: EffectResult, kpi: KpiResult) -> list[Markup]:
    after, before = _inside(kpi, action, effect.after_window), _inside(kpi, action, effect.before_window)
    if any(p.n is None or p.of is None for p in (*after, *before)):
        return []
    scale = scale_of(ctx.workspace.kpis[kpi.id])
    ends = [_wilson(ctx, kpi, points, scale) for points in (after, before)]
    return [
        ctx.words.html(
            "method.interval.example",
            action=registers.action_link(ctx, action),
            kpi=say.kpi_link(ctx, kpi.id),
            window=ctx.formats.window(window),
            sum=f"{_pooled(ctx, kpi, points)}{EQUALS}{_precise(ctx, value)}",
            interval=end,
        )
        for window, points, value, end in (
            (effect.after_window, after, effect.after, ends[0]),
            (effect.before_window, before, effect.before, ends[1]),
        )
    ] + [_difference(ctx, kpi, effect)]


def _welch(ctx: Context, action: ActionResult, effect: EffectResult, kpi: KpiResult) -> list[Markup]:
    after, before = _inside(kpi, action, effect.after_window), _inside(kpi, action, effect.before_window)
    of_values = ctx.workspace.kpis[kpi.id].kind_of_data == "value"
    weighted = of_values and all(p.n for p in (*after, *before))
    key = "method.interval.example_weighted" if weighted else "method.interval.example_values"
    return [
        ctx.words.html(
            key,
            action=registers.action_link(ctx, action),
            kpi=say.kpi_link(ctx, kpi.id),
            window=ctx.formats.window(window),
            values=ctx.words.listed([_sized(ctx, p, weighted=weighted) for p in points]),
            mean=_precise(ctx, value),
        )
        for window, points, value in (
            (effect.after_window, after, effect.after),
            (effect.before_window, before, effect.before),
        )
    ] + [_difference(ctx, kpi, effect)]


def _sized(ctx: Context, point: Point, *, weighted: bool) -> str:
    value = ctx.formats.general(point.value)
    return f"{value} (n{EQUALS.strip()}{ctx.formats.general(point.n)})" if weighted else value


def _difference(ctx: Context, kpi: KpiResult, effect: EffectResult) -> Markup:
    low, high = effect.difference_interval or (None, None)
    of = f"{_precise(ctx, effect.after)}{LESS}{_precise(ctx, effect.before)}"
    return ctx.words.html(
        "method.interval.example_difference",
        sum=f"{of}{EQUALS}{ctx.formats.signed(effect.difference, 2)}",
        low=ctx.formats.signed(low, 2),
        high=ctx.formats.signed(high, 2),
        method=ctx.words.t(f"effect.method.{effect.method}"),
    )


def _precise(ctx: Context, value: float | None) -> str:
    return ctx.formats.number(value, 3)


def _wilson(ctx: Context, kpi: KpiResult, points: Sequence[Point], scale: float) -> str:
    found: Interval = wilson(sum(p.n or 0 for p in points), sum(p.of or 0 for p in points))
    return ctx.words.t("spc.range", low=_precise(ctx, scale * found.low), high=_precise(ctx, scale * found.high))


def _inside(kpi: KpiResult, action: ActionResult, window: str) -> list[Point]:
    span = parse_window(window)
    series = next((s for s in kpi.series if s.team == action.team), None)
    points = series.points if series else []
    return [p for p in points if p.value is not None and not p.excluded and span.holds(Period.parse(p.period))]


def _pooled(ctx: Context, kpi: KpiResult, points: Sequence[Point]) -> str:
    """`(412 + 398) ÷ (500 + 480) × 100`."""
    general, scale = ctx.formats.general, scale_of(ctx.workspace.kpis[kpi.id])
    top, bottom = PLUS.join(general(p.n) for p in points), PLUS.join(general(p.of) for p in points)
    return f"({top}){DIVIDED}({bottom}){'' if scale == 1 else f'{TIMES}{general(scale)}'}"
