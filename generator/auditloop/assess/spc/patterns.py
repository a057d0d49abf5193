"""Patterns of points that chance hardly makes: the rules, each a small function of where points lie.

A rule sees signs only: 1 above or upward, −1 below or downward, 0 neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from auditloop.assess.spc.profiles import Profile
from auditloop.assess.spc.runs import USEFUL_AT_LEAST, longest_max

OUTSIDE, TREND, SHIFT = "outside", "trend", "shift"
PRIORITY = (OUTSIDE, TREND, "two-of-three", "three-of-four", SHIFT)
"""Of several signals of a point the first of these is the one shown."""

_NEAR, _OUTSIDE = 1, 2


class Pattern(NamedTuple):
    rule: str
    direction: int
    points: Sequence[int]
    """Positions of the points that are flagged, in order."""


def find(sides: Sequence[int], zones: Sequence[int], steps: Sequence[int], profile: Profile) -> list[Pattern]:
    """All patterns of a segment, by priority of their rule and then in order of time.

    Sides of the centre line; zones 0, ±1 beyond the near limit, ±2 beyond the limit; steps from each point to the next.
    """
    hits = [at for at, zone in enumerate(zones) if zone]
    found = list(outside(zones)) if hits else []
    if profile.trend:
        found += trends(steps, profile.trend)
    if profile.near_rule and len(hits) >= profile.near_count:
        found += near(sides, zones, profile)
    if profile.shift:
        found += shifts(sides, profile.shift)
    if profile.runs:
        found += long_runs(sides)
    return found


def outside(zones: Sequence[int]) -> Iterator[Pattern]:
    """Beyond a limit; neighbours beyond the same one are one pattern."""
    for direction, first, last in _stretches((zone >= _OUTSIDE) - (zone <= -_OUTSIDE) for zone in zones):
        yield Pattern(OUTSIDE, direction, range(first, last + 1))


def shifts(sides: Sequence[int], length: int) -> Iterator[Pattern]:
    """At least so many points in a row strictly on one side; a point on the centre line ends the row."""
    for direction, first, last in _stretches(sides):
        if last - first + 1 >= length:
            yield Pattern(SHIFT, direction, range(first, last + 1))


def trends(steps: Sequence[int], length: int) -> Iterator[Pattern]:
    """At least so many points each strictly above (or each below) the one before; a tie ends the row."""
    for direction, first, last in _stretches(steps):
        if last - first + 2 >= length:
            yield Pattern(TREND, direction, range(first, last + 2))


def long_runs(sides: Sequence[int]) -> Iterator[Pattern]:
    """Runs longer than Anhøj's limit; points on the centre line neither break nor extend a run."""
    useful = [position for position, side in enumerate(sides) if side]
    if len(useful) < USEFUL_AT_LEAST:
        return
    most = longest_max(len(useful))
    for direction, first, last in _stretches(sides[position] for position in useful):
        if last - first + 1 > most:
            yield Pattern(SHIFT, direction, useful[first : last + 1])


def near(sides: Sequence[int], zones: Sequence[int], profile: Profile) -> list[Pattern]:
    """So many of so many consecutive points beyond the near limit of one side; those points are flagged.

    Windows that share a flagged point are one pattern.
    """
    assert profile.near_rule is not None
    found: list[Pattern] = []
    for direction in (1, -1):
        points: list[int] = []
        for group in _near_groups(sides, zones, direction, profile):
            if points and group[0] > points[-1]:
                found.append(Pattern(profile.near_rule, direction, points))
                points = []
            points += [at for at in group if not points or at > points[-1]]
        if points:
            found.append(Pattern(profile.near_rule, direction, points))
    return sorted(found, key=lambda pattern: pattern.points[0])


def _near_groups(
    sides: Sequence[int], zones: Sequence[int], direction: int, profile: Profile
) -> Iterator[Sequence[int]]:
    """The least number of neighbouring near points of one direction that fit into a window that counts."""
    sizes = (_NEAR, _OUTSIDE) if profile.near_beyond else (_NEAR,)
    hits = [at for at, zone in enumerate(zones) if zone * direction in sizes]
    count, among = profile.near_count, profile.near_among
    for at in range(len(hits) - count + 1):
        group = hits[at : at + count]
        first = max(0, group[-1] - among + 1)
        last = min(group[0], len(zones) - among)
        windows = (sides[start : start + among] for start in range(first, last + 1))
        if not profile.near_one_side:
            if first <= last:
                yield group
        elif any(all(side == direction for side in window) for window in windows):
            yield group


def _stretches(signs: Iterable[int]) -> Iterator[tuple[int, int, int]]:
    """(sign, first, last) of each row of equal signs that are not 0."""
    before = first = last = 0
    for last, sign in enumerate(signs):
        if sign != before:
            if before:
                yield before, first, last - 1
            before, first = sign, last
    if before:
        yield before, first, last
