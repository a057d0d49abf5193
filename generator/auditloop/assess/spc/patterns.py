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
    found = list(outside(zones)) if any(zones) else []
    if profile.trend:
        found += trends(steps, profile.trend)
    if profile.near_rule and any(zones):
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


def near(sides: Sequence[int], zones: Sequence[int], profile: Profile) -> Iterator[Pattern]:
    """So many of so many consecutive points beyond the near limit of one side; those points are flagged.

    Windows that overlap are one pattern.
    """
    assert profile.near_rule is not None
    among, direction, points = profile.near_among, 0, list[int]()
    for end in range(among, len(zones) + 1):
        window = range(end - among, end)
        here = _near_direction(sides, zones, window, profile)
        if not here:
            continue
        flagged = [at for at in window if _is_near(zones[at], here, profile)]
        if points and (here != direction or window.start > points[-1]):
            yield Pattern(profile.near_rule, direction, points)
            points = []
        direction = here
        points += [at for at in flagged if not points or at > points[-1]]
    if points:
        yield Pattern(profile.near_rule, direction, points)


def _near_direction(sides: Sequence[int], zones: Sequence[int], window: range, profile: Profile) -> int:
    """The side on which the window has enough points beyond the near limit; 0 for none."""
    for direction in (1, -1):
        enough = sum(_is_near(zones[at], direction, profile) for at in window) >= profile.near_count
        if enough and (not profile.near_one_side or all(sides[at] == direction for at in window)):
            return direction
    return 0


def _is_near(zone: int, direction: int, profile: Profile) -> bool:
    size = zone * direction
    return size == _NEAR or (size == _OUTSIDE and profile.near_beyond)


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
