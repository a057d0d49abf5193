"""Months in which nobody complained, of teams that had enough to do for that to mean something.

A complaint counts in the month in which it came, also one that was withdrawn. The running month is not over yet.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import takewhile
from typing import NamedTuple

from auditloop.assess.tickets import Desk
from auditloop.model.early_warning import ZeroComplaintMonth
from auditloop.tickets.log import mask_where
from auditloop.tickets.measure import covered

_COMPLAINTS = {"type": frozenset({"complaint"})}


class Months(NamedTuple):
    counted: int
    """Whole months of the year with enough tickets."""
    zero: list[str]
    """Of these, those without a complaint."""
    in_a_row: int
    """Of these, counted back from the latest one that counts."""


def zero_complaint_months(desk: Desk | None, as_of: dt.date, limits: ZeroComplaintMonth) -> dict[str, Months]:
    """Team → its months in the year of `as_of`."""
    if desk is None:
        return {}
    periods = desk.calendar.periods("month")
    found: dict[str, Months] = {}
    for team, logs in desk.teams.items():
        every: Counter[int] = Counter()
        complaints: Counter[int] = Counter()
        for log in logs:
            received = log.times["received"]
            every.update(periods.counts(received))
            complaints.update(periods.counts(received, mask_where(log, _COMPLAINTS)))
        months = [
            at
            for at in covered(logs, periods)
            if periods.all[at].last <= as_of
            and periods.all[at].first.year == as_of.year
            and every[at] >= limits.tickets
        ]
        zero = [at for at in months if not complaints[at]]
        in_a_row = len(list(takewhile(zero.__contains__, reversed(months))))
        found[team] = Months(len(months), [periods.all[at].text for at in zero], in_a_row)
    return found
