"""The window that tickets are told of: the last twelve months, up to the month of the latest ticket."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from auditloop.assess.tickets import Desk
from auditloop.tickets.standards import Kept

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Window:
    first: int
    """Position of its first month."""
    last: int
    since: int
    """The moment it begins."""
    text: str

    def __contains__(self, position: int) -> bool:
        return self.first <= position <= self.last

    def together(self, by_month: Mapping[int, Kept]) -> Kept:
        """How a standard was kept by the tickets received in it."""
        whole = Kept()
        for at, kept in sorted(by_month.items()):
            if at in self:
                whole.add(kept)
        return whole


def window_of(desk: Desk) -> Window:
    from auditloop.columns.arrays import bounds

    months = desk.calendar.periods("month")
    latest = max(bounds(log.times["received"])[1] for logs in desk.teams.values() for log in logs)
    last = months.position(latest)
    first = max(last - MONTHS + 1, 0)
    return Window(first, last, months.starts[first], f"{months.all[first]}..{months.all[last]}")
