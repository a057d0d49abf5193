"""How an indicator moved: a level that turns where the stories turn, the season, and chance by size of the sample.

Random numbers come from `Random.random()` only, whose sequence Python guarantees for a seed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

MONTHS = [f"{year}-{month:02d}" for year in (2024, 2025, 2026) for month in range(1, 13)][10:34]
"""2024-11 to 2026-10."""
QUARTERS = ["2024-Q4", *(f"{year}-Q{quarter}" for year in (2025, 2026) for quarter in (1, 2, 3, 4))][:8]
"""2024-Q4 to 2026-Q3."""

BUSY = (0.55, -0.9, 0.1, 0.35, 0.45, 0.0, 0.6, 0.7, -0.1, 0.5, -0.35, 0.1)
"""How busy January … December are: -1 the quietest, +1 the busiest month. Spring Festival empties February."""


@dataclass(frozen=True)
class Turn:
    """From this period on the level goes to `to`, reached evenly within `over` periods."""

    period: str
    to: float
    over: int = 1


@dataclass(frozen=True)
class Level:
    """Where the indicator would stand without season and chance."""

    start: float
    turns: Sequence[Turn] = ()

    def at(self, index: int, periods: Sequence[str]) -> float:
        level = self.start
        for turn in self.turns:
            since = index - periods.index(turn.period) + 1
            if since > 0:
                level += (turn.to - level) * min(since / turn.over, 1)
        return level


@dataclass(frozen=True)
class Series:
    """One indicator of one team.

    `shape`: proportion (level in %), rate (level per 1000), mean (with n), plain (one number, no n).
    `size`: cases in an ordinary period. `season`: change of the level in the busiest month. `wobble`: standard
    deviation of what changes from month to month. `spread`: standard deviation between single cases (means only).
    """

    shape: str
    level: Level
    size: int = 0
    season: float = 0
    wobble: float = 0
    spread: float = 0
    digits: int = 1
    ceiling: float | None = None
    steady: bool = False
    """The size stays as it is, in every season (people in post, not cases)."""


def values(series: Series, seed: str, periods: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Period → measured value, in the shape the YAML has."""
    chance = Random(seed)
    return {period: _measured(series, chance, index, periods) for index, period in enumerate(periods)}


def _measured(series: Series, chance: Random, index: int, periods: Sequence[str]) -> dict[str, Any]:
    busy = _busy(periods[index])
    level = series.level.at(index, periods) + series.season * busy + series.wobble * _normal(chance)
    size = series.size if series.steady else max(round(series.size * (1 + 0.12 * busy + 0.03 * _normal(chance))), 1)
    if series.shape in ("proportion", "rate"):
        share = min(max(level / (100 if series.shape == "proportion" else 1000), 0.0), 1.0)
        count = round(size * share + (size * share * (1 - share)) ** 0.5 * _normal(chance))
        return {"n": min(max(count, 0), size), "of": size}
    if series.shape == "mean":
        level += series.spread / size**0.5 * _normal(chance)
    if series.ceiling is not None:
        level = min(level, series.ceiling)
    value = round(level, series.digits) if series.digits else round(level)
    return {"value": value, "n": size} if series.size else {"value": value}


def _busy(period: str) -> float:
    if "Q" in period:
        first = int(period[-1]) * 3 - 3
        return sum(BUSY[first : first + 3]) / 3
    return BUSY[int(period[5:]) - 1]


def _normal(chance: Random) -> float:
    """Nearly standard normal: the sum of twelve uniform numbers."""
    return sum(chance.random() for _ in range(12)) - 6
