"""Worked examples of control charts: centre and limits calculated once more from one series of the data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import fsum, sqrt
from typing import NamedTuple

from markupsafe import Markup

from auditloop.assess.measures import scale_of
from auditloop.assess.results import KpiResult, Point, SegmentResult, Series
from auditloop.assess.spc.counted import binomial, poisson
from auditloop.assess.spc.individuals import RANGE_LIMIT, mean_range, moving_ranges
from auditloop.assess.spc.lines import mean_of
from auditloop.assess.spc.profiles import ANHOEJ, D2, PROFILES
from auditloop.render.views import say
from auditloop.render.views.context import Context
from auditloop.render.views.signs import DIVIDED, EQUALS, PLUS, TIMES, enough

PLUS_MINUS, ROOT = " ± ", "√"
LEAST = 8
"""Values below which an example would show trial limits of no use."""


class Stretch(NamedTuple):
    """The last segment of a series, and its values that count."""

    kpi: KpiResult
    series: Series
    segment: SegmentResult
    points: Sequence[Point]

    @property
    def last(self) -> Point:
        return self.points[-1]

    @property
    def decimals(self) -> int:
        """As the limits are shown on the indicator's own page."""
        return max(self.kpi.decimals, 1)


def stretches(ctx: Context, *charts: str) -> Iterator[Stretch]:
    """Series with limits from all values of their last segment; the shortest first, teams before the organisation."""
    found = [
        Stretch(kpi, series, series.segments[-1], counted)
        for kpi in ctx.results.kpis
        if ctx.workspace.kpis[kpi.id].baseline is None
        for series in kpi.series
        if series.chart in charts and series.segments and series.segments[-1].upper is not None
        for counted in (_counted(series, series.segments[-1]),)
        if len(counted) >= LEAST
    ]
    return iter(sorted(found, key=lambda s: (s.series.team is None, len(s.points))))


def _counted(series: Series, segment: SegmentResult) -> list[Point]:
    periods = [p.period for p in series.points]
    within = series.points[periods.index(segment.from_) : periods.index(segment.to) + 1]
    return [p for p in within if p.value is not None and not p.excluded]


def xmr_example(ctx: Context) -> Iterable[Markup]:
    """Of values that can be written down whole: those of a team, with few decimals."""
    for s in stretches(ctx, "xmr"):
        if all(p.value is not None and abs(p.value - round(p.value, 4)) < 1e-9 for p in s.points):
            yield from _xmr(ctx, s)
            return


def _xmr(ctx: Context, s: Stretch) -> Iterator[Markup]:
    """Mean, moving ranges, what screening leaves out, limits."""
    t, number = ctx.words.html, ctx.formats.number
    profile = PROFILES[s.series.rules]
    values = [p.value or 0.0 for p in s.points]
    ranges = moving_ranges(values)
    mean, first = mean_of(values), mean_range(ranges, screened=False)
    reach = mean_range(ranges, screened=profile.screened)
    ends = (lambda v: v[0] - profile.factor * v[1], lambda v: v[0] + profile.factor * v[1])
    shown = _decimals((mean, reach), ends, s.decimals)
    yield t("method.xmr.example_mean", **_whose(ctx, s), sum=_mean(ctx, values, mean, shown))
    yield t("method.xmr.example_ranges", sum=_mean(ctx, ranges, first, shown))
    left = [each for each in ranges if each >= RANGE_LIMIT * first]
    if profile.screened and left:
        kept = [each for each in ranges if each < RANGE_LIMIT * first]
        yield t(
            "method.xmr.example_screened",
            limit=f"{RANGE_LIMIT}{TIMES}{number(first, shown)}",
            left=ctx.words.listed([ctx.formats.general(each) for each in left]),
            sum=_mean(ctx, kept, reach, shown),
        )
    factor = f"3{DIVIDED}{D2}" if profile is ANHOEJ else str(profile.factor)
    sum_ = f"{number(mean, shown)}{PLUS_MINUS}{factor}{TIMES}{number(reach, shown)}{EQUALS}{_limits(ctx, s)}"
    yield t("method.xmr.example_limits", sum=sum_)


def counted_example(ctx: Context) -> Iterable[Markup]:
    """One line each of a p, a u and a c chart, where the data have one."""
    for chart, sigma in (("p", binomial), ("u", poisson)):
        for s in stretches(ctx, chart):
            if (lines := _shares(ctx, s, sigma, 1.0)) is not None:
                yield from lines
                break
    for s in stretches(ctx, "c"):
        values = [p.value or 0.0 for p in s.points]
        mean = mean_of(values)
        if mean <= 9:  # the lower limit would be cut at 0
            continue
        shown = _decimals((mean,), (lambda v: v[0] - 3 * sqrt(v[0]), lambda v: v[0] + 3 * sqrt(v[0])), s.decimals)
        middle = ctx.formats.number(mean, shown)
        yield ctx.words.html("method.counted.example_centre", **_whose(ctx, s), sum=_mean(ctx, values, mean, shown))
        yield ctx.words.html(
            "method.counted.example_c", sum=f"{middle}{PLUS_MINUS}3{TIMES}{ROOT}{middle}{EQUALS}{_limits(ctx, s)}"
        )
        break


def prime_example(ctx: Context) -> Iterable[Markup]:
    """How much neighbours differ beyond chance, and limits widened by that."""
    for chart, sigma in (("p-prime", binomial), ("u-prime", poisson)):
        for s in stretches(ctx, chart):
            centre = _centre(s)
            z = [((p.n or 0) / (p.of or 1) - centre) / sigma(centre, p.of or 1) for p in s.points]
            ranges = mean_range(moving_ranges(z), screened=PROFILES[s.series.rules].screened)
            lines = _shares(ctx, s, sigma, ranges / D2)
            if lines is None:
                continue
            number, shown = ctx.formats.number, enough((ranges,), lambda v: v[0] / D2, least=3, result_decimals=3)
            yield ctx.words.html(
                "method.prime.example_z",
                period=ctx.formats.period(s.points[0].period),
                z=number(z[0], 2),
                sum=f"{number(ranges, shown)}{DIVIDED}{D2}{EQUALS}{number(ranges / D2, 3)}",
            )
            yield from lines
            return


def rare_example(ctx: Context) -> Iterable[Markup]:
    """The mean of what lies between events, and the limits of a g chart from it, where the data have one."""
    for s in stretches(ctx, "g"):
        values = [p.value or 0.0 for p in s.points]
        mean = mean_of(values)
        shown = _decimals((mean,), (lambda v: v[0] + 3 * sqrt(v[0] * (v[0] + 1)),), s.decimals)
        middle, upper = ctx.formats.number(mean, shown), ctx.formats.number(s.segment.upper, s.decimals)
        yield ctx.words.html("method.rare.example_mean", **_whose(ctx, s), sum=_mean(ctx, values, mean, shown))
        sum_ = f"{middle} + 3{TIMES}{ROOT}({middle}{TIMES}({middle} + 1)){EQUALS}{upper}"
        yield ctx.words.html("method.rare.example_g", sum=sum_)
        return


def _shares(ctx: Context, s: Stretch, sigma: Callable[[float, float], float], widened: float) -> list[Markup] | None:
    """Centre line and the limits of the latest value; None where a limit is cut off, which would need more words."""
    centre, of, scale = _centre(s), s.last.of or 1.0, scale_of(ctx.workspace.kpis[s.kpi.id])

    def limit(sign: int) -> Callable[[Sequence[float]], float]:
        return lambda v: scale * (v[0] + sign * 3 * sigma(v[0], of) * v[1])

    known = (s.last.lower, s.last.upper)
    if None in known or any(
        abs(limit(sign)((centre, widened)) - (end or 0)) > 1e-9 for sign, end in zip((-1, 1), known, strict=True)
    ):
        return None
    shown = max(4, _decimals((centre, widened), (limit(-1), limit(1)), s.decimals))
    general, number = ctx.formats.general, ctx.formats.number
    middle = number(centre, shown)
    top, bottom = fsum(p.n or 0 for p in s.points), fsum(p.of or 0 for p in s.points)
    inside = (
        f"{middle}{TIMES}(1 − {middle}){DIVIDED}{general(of)}"
        if sigma is binomial
        else f"{middle}{DIVIDED}{general(of)}"
    )
    wide = f"{TIMES}{number(widened, shown)}" if widened != 1.0 else ""
    by = "" if scale == 1 else f"{TIMES}{general(scale)}"
    reach = f"{middle}{PLUS_MINUS}3{TIMES}{ROOT}({inside}){wide}"
    sum_ = f"({reach}){by}" if by else reach
    low, high = number(s.last.lower, s.decimals), number(s.last.upper, s.decimals)
    return [
        ctx.words.html(
            "method.counted.example_centre",
            **_whose(ctx, s),
            sum=f"{general(top)}{DIVIDED}{general(bottom)}{EQUALS}{middle}",
        ),
        ctx.words.html(
            "method.counted.example_limits",
            period=ctx.formats.period(s.last.period),
            sum=f"{sum_}{EQUALS}{ctx.words.t('spc.range', low=low, high=high)}",
        ),
    ]


def _centre(s: Stretch) -> float:
    return fsum(p.n or 0 for p in s.points) / fsum(p.of or 0 for p in s.points)


def _whose(ctx: Context, s: Stretch) -> dict[str, object]:
    return {
        "kpi": say.kpi_link(ctx, s.kpi.id),
        "team": ctx.team_name(s.series.team),
        "span": ctx.formats.span(s.points[0].period, s.last.period),
    }


def _mean(ctx: Context, values: Sequence[float], mean: float, decimals: int) -> str:
    added = PLUS.join(ctx.formats.general(v) for v in values)
    return f"({added}){DIVIDED}{len(values)}{EQUALS}{ctx.formats.number(mean, decimals)}"


def _limits(ctx: Context, s: Stretch) -> str:
    ends = (ctx.formats.number(end, s.decimals) for end in (s.segment.lower, s.segment.upper))
    return ctx.words.t("spc.range", low=next(ends), high=next(ends))


def _decimals(numbers: Sequence[float], results: Sequence[Callable[[Sequence[float]], float]], wanted: int) -> int:
    return max(enough(numbers, result, least=wanted, result_decimals=wanted) for result in results)
