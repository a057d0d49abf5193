"""On which page each finding and action stands: that of its year or, of a long year, that of its team in the year.

The one place that decides it. A year's page keeps an anchor for each of its records, so that a link to it from before
the year grew long still finds the record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

MOST_ON_A_PAGE = 24
"""Records in full, of some 3 KB each; a longer year has a page per team."""


class Recorded(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def team(self) -> str: ...


R = TypeVar("R", bound=Recorded)


@dataclass(frozen=True, slots=True)
class TeamYear(Generic[R]):
    team: str
    path: str
    records: tuple[R, ...]


@dataclass(frozen=True, slots=True)
class Year(Generic[R]):
    year: int
    path: str
    records: tuple[R, ...]
    teams: tuple[TeamYear[R], ...]
    """In the order of their first records; empty where the year's own page holds everything."""

    def pages(self) -> Iterator[tuple[str, str]]:
        """(id, path of its page)"""
        for part in self.teams or (self,):
            for record in part.records:
                yield record.id, part.path


def years_of(
    records: Iterable[R], year_of: Callable[[R], int], path_of: Callable[[int, str | None], str]
) -> list[Year[R]]:
    """Newest year first; records keep their order."""
    found: dict[int, list[R]] = {}
    for record in records:
        found.setdefault(year_of(record), []).append(record)
    return [
        Year(year, path_of(year, None), tuple(held), _by_team(year, held, path_of))
        for year, held in sorted(found.items(), reverse=True)
    ]


def _by_team(year: int, records: Sequence[R], path_of: Callable[[int, str | None], str]) -> tuple[TeamYear[R], ...]:
    found: dict[str, list[R]] = {}
    for record in records:
        found.setdefault(record.team, []).append(record)
    if len(records) <= MOST_ON_A_PAGE or len(found) == 1:
        return ()
    return tuple(TeamYear(team, path_of(year, team), tuple(held)) for team, held in found.items())
