"""More complaints of one category in the latest whole month than its own past explains: beyond its upper limit.

A team's category by month, on the chart that suits counts. What no team shows alone, all teams together may.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from auditloop.assess.alerts.alert import Known
from auditloop.assess.alerts.draft import Draft, Ended
from auditloop.assess.results import CategoryHot, LinkTarget
from auditloop.assess.spc import Datum, analyse, choose
from auditloop.assess.tickets import Desk
from auditloop.model.early_warning import HotSpot
from auditloop.model.period import Period
from auditloop.tickets import TicketLog
from auditloop.tickets.calendar import Periods
from auditloop.tickets.counts import by_month
from auditloop.tickets.log import mask_where
from auditloop.tickets.measure import covered

_COMPLAINTS = {"type": frozenset({"complaint"})}
_LONG = 2
"""Months in a row that make it high."""


def find(known: Known, limits: HotSpot) -> Iterator[Draft]:
    if known.desk is not None:
        yield from _raised(_counted(known.desk), _whole_months(known), limits)


def ended(known: Known, limits: HotSpot, since: dt.date) -> Iterator[Ended]:
    """By a month within its limits: what was raised by the months before it, and is not with it."""
    if known.desk is None:
        return
    scopes, last = _counted(known.desk), _whole_months(known)
    months = known.desk.calendar.periods("month").all
    for at in range(last - 1, 0, -1):
        if months[at].last < since:
            return
        still = {(draft.team, draft.subject) for draft in _raised(scopes, at + 1, limits)}
        for draft in _raised(scopes, at, limits):
            counts = next(scope.counts for scope in scopes if scope.team == draft.team)
            goes_on = {team for team, subject in still if subject == draft.subject}
            if draft.team not in goes_on and not (None in goes_on or (draft.team is None and goes_on)):
                yield Ended(draft, months[at].last, "within-limits", months[at].text, float(counts[draft.subject][at]))


class _Scope(NamedTuple):
    """The complaints of a team, or of all together (None)."""

    team: str | None
    counts: Mapping[str, Counter[int]]
    """Category → position of the month → complaints"""
    months: Sequence[int]
    """Positions that the logs cover"""
    periods: Sequence[Period]


def _whole_months(known: Known) -> int:
    """How many months have ended."""
    assert known.desk is not None
    return sum(month.last <= known.as_of for month in known.desk.calendar.periods("month").all)


def _counted(desk: Desk) -> list[_Scope]:
    """Every team's, then all teams together where there are several."""
    periods = desk.calendar.periods("month")
    every = [log for logs in desk.teams.values() for log in logs]
    scopes: list[tuple[str | None, Sequence[TicketLog]]] = [*desk.teams.items()]
    if len(scopes) > 1:
        scopes.append((None, every))
    return [_Scope(team, _counts(logs, periods), covered(logs, periods), periods.all) for team, logs in scopes]


def _raised(scopes: Sequence[_Scope], ended: int, limits: HotSpot) -> Iterator[Draft]:
    """With the first so many months; of all together what no team shows alone."""
    raised: set[str] = set()
    for scope in scopes:
        for draft in _of(scope, ended, limits):
            if scope.team is not None or draft.subject not in raised:
                yield draft
            raised.add(draft.subject)


def _of(scope: _Scope, ended: int, limits: HotSpot) -> Iterator[Draft]:
    months = [at for at in scope.months if at < ended]
    for category, counts in sorted(scope.counts.items()):
        if months and counts[months[-1]] >= limits.tickets:
            yield from _judged(
                scope.team, category, [counts[at] for at in months], [scope.periods[at] for at in months]
            )


def _counts(logs: Sequence[TicketLog], periods: Periods) -> Mapping[str, Counter[int]]:
    found: dict[str, Counter[int]] = {}
    for log in logs:
        positions = periods.positions(log.times["received"])
        for (at, category), n in by_month(log, positions, "category", mask_where(log, _COMPLAINTS)).items():
            if category:
                found.setdefault(category, Counter())[at] += n
    return found


def _judged(team: str | None, category: str, counts: Sequence[int], months: Sequence[Period]) -> Iterator[Draft]:
    data = [Datum(float(count)) for count in counts]
    choice = choose("auto", "count", "nhs", data)
    points = analyse(data, choice.chart, choice.profile, better="lower").points
    run = [
        month
        for month, _ in takewhile(
            lambda pair: pair[1].judgement == "concern" and "outside" in pair[1].signals,
            zip(reversed(months), reversed(points), strict=True),
        )
    ]
    last = points[-1]
    if run and last.centre is not None and last.upper is not None:
        yield Draft(
            severity="high" if len(run) >= _LONG else "medium",
            team=team,
            subject=category,
            since=run[-1].first,
            what=CategoryHot(
                category=category,
                period=months[-1].text,
                n=counts[-1],
                centre=last.centre,
                upper=last.upper,
                chart=choice.chart,
                months=len(run),
            ),
            link=LinkTarget(kind="category", id=category),
        )
