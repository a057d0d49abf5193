"""A whole series: split into segments, each with lines of its own, its patterns found and its points judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, repeat
from typing import NamedTuple

from auditloop.assess.spc.charts import CHARTS
from auditloop.assess.spc.datum import Datum
from auditloop.assess.spc.judge import judgement
from auditloop.assess.spc.lines import Limits, Lines
from auditloop.assess.spc.noise import side, sides, steps
from auditloop.assess.spc.patterns import PRIORITY, Pattern, find
from auditloop.assess.spc.profiles import Profile
from auditloop.assess.spc.runs import RunTest, run_test

TRIAL_BELOW = 12
"""Limits from fewer points are trial limits: they still move with every new one. Source: NHS Making Data Count."""


class Found(NamedTuple):
    """One point: the lines where it stands, and what it is."""

    centre: float | None
    lower: float | None
    upper: float | None
    near_lower: float | None
    near_upper: float | None
    signals: tuple[str, ...]
    """By priority: the first is the one shown, and the one that judges."""
    judgement: str | None
    """None where it does not count."""


class Segment(NamedTuple):
    first: int
    last: int
    n: int
    """Points that count."""
    centre: float | None
    """None where nothing counts."""
    lower: float | None
    upper: float | None
    """At the last point that counts; in p and u charts each point has its own."""
    base: int
    """Points that the lines come from: those that count, of the baseline where there is one."""
    fixed: bool
    """The baseline is there as a whole: what comes after it moves no line."""
    trial: bool
    """The limits rest on fewer than 12 points."""
    run: RunTest


class Fact(NamedTuple):
    """A pattern as one can say it: eight points in a row below, from here to there, still going on."""

    rule: str
    first: int
    last: int
    n: int
    """Points in it."""
    side: str
    """above | below; rising | falling for a trend."""
    ongoing: bool
    """The latest point that counts is in it."""
    judgement: str


class Analysis(NamedTuple):
    points: list[Found]
    segments: list[Segment]
    facts: list[Fact]
    """In order of time, then priority."""


def analyse(
    data: Sequence[Datum],
    chart: str,
    profile: Profile,
    *,
    better: str = "neither",
    starts: Sequence[int] = (),
    baseline: int | None = None,
    scale: float = 1.0,
) -> Analysis:
    """Lines, signals and judgements of points in order of time.

    `starts` are positions where a new segment begins; segments know nothing of each other. `baseline`: the limits of
    every segment come from its first so many points (those of them that count) and hold for all of it. `scale`: a
    share or rate is shown as n ÷ of × scale.
    """
    points: list[Found] = []
    segments: list[Segment] = []
    facts: list[Fact] = []
    latest = next((at for at in reversed(range(len(data))) if data[at].counted), -1)
    for first, end in split(len(data), starts):
        part = data[first:end]
        lines = _lines(part, chart, profile, baseline, scale)
        counted = [at for at, datum in enumerate(part) if datum.counted]
        where = _where(part, counted, lines)
        patterns = [
            pattern._replace(points=[counted[at] for at in pattern.points]) for pattern in find(*where, profile)
        ]
        points += _points(part, lines, patterns, better)
        segments.append(_segment(first, part, counted, lines, where[0], baseline))
        facts += [_fact(pattern, first, latest, better) for pattern in patterns]
    facts.sort(key=lambda fact: (fact.first, PRIORITY.index(fact.rule)))
    return Analysis(points, segments, facts)


def split(count: int, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """(first, one past the last) of each segment that has points."""
    borders = sorted({0, count, *(start for start in starts if 0 < start < count)})
    return pairwise(borders)


def base_of(part: Sequence[Datum], baseline: int | None) -> list[Datum]:
    """The points that the limits of a segment come from. An excluded one keeps its place among the first ones."""
    return [datum for datum in part[:baseline] if datum.counted]


def _lines(part: Sequence[Datum], chart: str, profile: Profile, baseline: int | None, scale: float) -> Lines | None:
    base = base_of(part, baseline)
    return CHARTS[chart](base, part, profile, scale) if base else None


def _where(
    part: Sequence[Datum], counted: Sequence[int], lines: Lines | None
) -> tuple[list[int], list[int], list[int]]:
    """Sides of the centre line, zones between the limits, steps to the next: of the points that count."""
    if lines is None:
        return [], [], []
    values = [part[at].value for at in counted]
    zones = _zones(values, counted, lines.limits) if lines.limits else [0] * len(values)
    return sides(values, lines.centre), zones, steps(values)


def _zones(values: Sequence[float], counted: Sequence[int], limits: Limits) -> list[int]:
    """0 between the near limits, ±1 beyond one of them, ±2 beyond the limit itself; on a line is not beyond it."""
    low, high = limits.near_lower, limits.near_upper
    return [
        0 if low[at] <= value <= high[at] else _zone(value, limits, at)
        for value, at in zip(values, counted, strict=True)
    ]


def _zone(value: float, limits: Limits, at: int) -> int:
    if side(value, limits.near_upper[at]) > 0:
        return 2 if side(value, limits.upper[at]) > 0 else 1
    if side(value, limits.near_lower[at]) < 0:
        return -2 if side(value, limits.lower[at]) < 0 else -1
    return 0


def _points(part: Sequence[Datum], lines: Lines | None, patterns: Sequence[Pattern], better: str) -> Iterator[Found]:
    signals: list[tuple[str, ...]] = [()] * len(part)
    judgements = ["common" if datum.counted else None for datum in part]
    # Patterns come by priority, then in order of time: where a rise ends and a fall begins, the point is of the rise.
    for pattern in patterns:
        means = judgement(pattern.direction, better)
        for at in pattern.points:
            if not signals[at]:
                judgements[at] = means
            if pattern.rule not in signals[at]:
                signals[at] = (*signals[at], pattern.rule)
    centre, limits = lines or (None, None)
    return map(Found, repeat(centre), *(limits or [repeat(None)] * 4), signals, judgements)


def _segment(
    first: int,
    part: Sequence[Datum],
    counted: Sequence[int],
    lines: Lines | None,
    sides: Sequence[int],
    baseline: int | None,
) -> Segment:
    limits = lines.limits if lines else None
    base = len(base_of(part, baseline))
    return Segment(
        first=first,
        last=first + len(part) - 1,
        n=len(counted),
        centre=lines.centre if lines else None,
        lower=limits.lower[counted[-1]] if limits else None,
        upper=limits.upper[counted[-1]] if limits else None,
        base=base,
        fixed=baseline is not None and len(part) >= baseline,
        trial=limits is not None and base < TRIAL_BELOW,
        run=run_test(sides),
    )


def _fact(pattern: Pattern, offset: int, latest: int, better: str) -> Fact:
    above, below = ("rising", "falling") if pattern.rule == "trend" else ("above", "below")
    return Fact(
        rule=pattern.rule,
        first=offset + pattern.points[0],
        last=offset + pattern.points[-1],
        n=len(pattern.points),
        side=above if pattern.direction > 0 else below,
        ongoing=offset + pattern.points[-1] == latest,
        judgement=judgement(pattern.direction, better),
    )
