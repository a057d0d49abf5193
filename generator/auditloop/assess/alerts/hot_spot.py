"""More complaints of one category in the latest whole month than its own past explains: beyond its upper limit.

A team's category by month, on the chart that suits counts. What no team shows alone, all teams together may.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from auditloop.assess.alerts.alert import Known
from auditloop.assess.alerts.draft import Draft
from auditloop.assess.results import CategoryHot, LinkTarget
from auditloop.assess.spc import Datum, analyse, choose
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
    if known.desk is None:
        return
    periods = known.desk.calendar.periods("month")
    ended = sum(month.last <= known.as_of for month in periods.all)
    raised: set[str] = set()
    for team, logs in known.desk.teams.items():
        for draft in _of(team, logs, periods, ended, limits):
            raised.add(draft.subject)
            yield draft
    if len(known.desk.teams) > 1:
        every = [log for logs in known.desk.teams.values() for log in logs]
        yield from (draft for draft in _of(None, every, periods, ended, limits) if draft.subject not in raised)


def _of(team: str | None, logs: Sequence[TicketLog], periods: Periods, ended: int, limits: HotSpot) -> Iterator[Draft]:
    months = [at for at in covered(logs, periods) if at < ended]
    for category, counts in sorted(_counts(logs, periods).items()):
        if months and counts[months[-1]] >= limits.tickets:
            yield from _judged(team, category, [counts[at] for at in months], [periods.all[at] for at in months])


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
