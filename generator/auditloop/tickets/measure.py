"""Indicators from tickets: values per period of one or several logs, each with what it rests on.

Only periods that have ended are told. Times are told in the period in which they ended, so that a value once told
stays; everything about how tickets came in is told in the period they were received in, what needs a solved ticket
in the one it was solved in. A period without tickets inside the logs counts 0 tickets and has no other value.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from auditloop.period import Period
from auditloop.tickets.calendar import Calendar, Periods
from auditloop.tickets.durations import UNITS, seconds
from auditloop.tickets.log import MISSING, NO_NUMBER, TicketLog, rows_where
from auditloop.tickets.quantile import quantile
from auditloop.tickets.spec import SHARES, TIMED, Measure, Standard
from auditloop.tickets.standards import keep

SATISFIED = 4
"""A rating from here on, of 5."""
STEPS = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "half-yearly": "half",
    "yearly": "year",
}
"""Frequency of an indicator → kind of period its tickets are told in."""


class Told(NamedTuple):
    """A value of one period: `n` of `of` for shares, else `value`, with `n` as the number of tickets it rests on."""

    period: Period
    value: float | None
    n: int | None
    of: int | None = None


def measured(
    measure: Measure,
    logs: Sequence[TicketLog],
    standards: Mapping[str, Standard],
    calendar: Calendar,
    *,
    kind: str,
    unit: str,
) -> list[Told]:
    """In order of time. `logs` as known at the moment, of one team or of all; `kind` of period, `unit` of the times."""
    periods = calendar.periods(kind)
    if measure.measure in TIMED:
        found = _timed(measure, logs, periods, calendar, UNITS.get(unit, 1))
    elif measure.measure in SHARES:
        found = _shares(measure, logs, standards, periods, calendar, kind)
    elif measure.measure == "rating":
        found = _ratings(measure, logs, periods)
    else:
        found = _counts(measure, logs, periods)
    return [
        told._replace(period=period)
        for position, told in sorted(found.items())
        if (period := periods.all[position]).last <= calendar.as_of
    ]


def covered(logs: Iterable[TicketLog], periods: Periods) -> range:
    """Positions of the periods from the first ticket, or the period first written for, to the last."""
    first: list[int] = []
    last: list[int] = []
    for log in logs:
        if log.times["received"]:
            first.append(periods.position(min(log.times["received"])))
            last.append(periods.position(max(log.times["received"])))
        if log.period is not None:
            written = Period.parse(log.period)
            inside = [
                at for at, each in enumerate(periods.all) if written.first <= each.first and each.last <= written.last
            ]
            first += inside[:1]
            last += inside[-1:]
    return range(min(first), max(last) + 1) if first else range(0)


_NOWHERE = Period.parse("2000")
"""Stands in a Told until its period is known."""


def _timed(
    measure: Measure, logs: Sequence[TicketLog], periods: Periods, calendar: Calendar, unit: int
) -> dict[int, Told]:
    assert measure.to is not None
    times: dict[int, list[float]] = {}
    for log in logs:
        starts, ends = log.times.get(measure.from_), log.times.get(measure.to)
        if starts is None or ends is None:
            continue
        began, ended = calendar.passed(measure.clock, starts), calendar.passed(measure.clock, ends)
        positions = periods.positions(ends)
        here: dict[int, list[float]] = {at: times.setdefault(at, []) for at in set(positions)}
        for row in rows_where(log, measure.where):
            if starts[row] != MISSING and ends[row] != MISSING:
                here[positions[row]].append(ended[row] - began[row])
    summary = _SUMMARIES[measure.measure]
    return {at: Told(_NOWHERE, summary(each) / unit, len(each)) for at, each in times.items() if each}


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)


_SUMMARIES: Mapping[str, Callable[[list[float]], float]] = {
    "mean": _mean,
    "median": lambda values: quantile(values, 0.5),
    "p90": lambda values: quantile(values, 0.9),
}


def _counts(measure: Measure, logs: Sequence[TicketLog], periods: Periods) -> dict[int, Told]:
    found = dict.fromkeys(covered(logs, periods), 0)
    for log in logs:
        positions = periods.positions(log.times["received"])
        for at, count in Counter([positions[row] for row in rows_where(log, measure.where)]).items():
            found[at] += count
    return {at: Told(_NOWHERE, count, None) for at, count in found.items()}


def _ratings(measure: Measure, logs: Sequence[TicketLog], periods: Periods) -> dict[int, Told]:
    found: dict[int, list[float]] = {}
    for log, row, moment in _rated(measure, logs):
        found.setdefault(periods.position(moment), []).append(log.numbers["rating"][row])
    return {at: Told(_NOWHERE, _mean(each), len(each)) for at, each in found.items()}


def _rated(measure: Measure, logs: Sequence[TicketLog]) -> Iterable[tuple[TicketLog, int, int]]:
    """Tickets with a rating, each with the moment it was solved; one that is not, the moment it was received."""
    for log in logs:
        ratings = log.numbers.get("rating")
        if ratings is None:
            continue
        received, resolved = log.times["received"], log.times.get("resolved")
        for row in rows_where(log, measure.where):
            if ratings[row] != NO_NUMBER:
                moment = resolved[row] if resolved is not None else MISSING
                yield log, row, moment if moment != MISSING else received[row]


def _shares(
    measure: Measure,
    logs: Sequence[TicketLog],
    standards: Mapping[str, Standard],
    periods: Periods,
    calendar: Calendar,
    kind: str,
) -> dict[int, Told]:
    n: Counter[int] = Counter()
    of: Counter[int] = Counter()
    if measure.measure == "attainment":
        for standard in (standards[id] for id in measure.standards):
            narrowed = Standard(
                **{name: getattr(standard, name) for name in standard.__slots__ if name != "where"},
                where={**standard.where, **measure.where},
            )
            for log in logs:
                for at, kept in keep(narrowed, log, calendar, kind).items():
                    n[at] += kept.kept
                    of[at] += kept.due
    elif measure.measure == "satisfied":
        for log, row, moment in _rated(measure, logs):
            of[periods.position(moment)] += 1
            n[periods.position(moment)] += log.numbers["rating"][row] >= SATISFIED
    elif measure.measure == "first-contact-resolution":
        _first_contacts(measure, logs, periods, n, of)
    else:
        for log in logs:
            positions = periods.positions(log.times["received"])
            rows = rows_where(log, measure.where)
            of.update([positions[row] for row in rows])
            numerator = _numerator(measure, log, rows)
            n.update([positions[row] for row in numerator])
    return {at: Told(_NOWHERE, None, n[at], whole) for at, whole in of.items() if whole}


def _numerator(measure: Measure, log: TicketLog, rows: Sequence[int]) -> Iterable[int]:
    """Those of the rows that count."""
    if measure.measure == "share":
        met = frozenset(rows_where(log, measure.met))
        return [row for row in rows if row in met]
    if measure.measure == "escalation-rate":
        escalated = log.times.get("escalated")
        return [] if escalated is None else [row for row in rows if escalated[row] != MISSING]
    again = log.repeats.keys() if measure.within is None else _soon_again(log, seconds(measure.within))
    return again if len(rows) == len(log) else [row for row in rows if row in again]


def _soon_again(log: TicketLog, window: float) -> frozenset[int]:
    """Rows of tickets that came within the window after the one they repeat; one whose first is elsewhere counts."""
    received = log.times["received"]
    rows = {log.ids[row]: row for row in range(len(log))} if log.repeats else {}
    return frozenset(
        row
        for row, first in log.repeats.items()
        if first not in rows or received[row] - received[rows[first]] <= window
    )


def _first_contacts(
    measure: Measure, logs: Sequence[TicketLog], periods: Periods, n: Counter[int], of: Counter[int]
) -> None:
    """Solved in one contact and not heard of again ÷ solved, where the number of contacts is known."""
    again = {id for log in logs for id in log.repeats.values()}
    for log in logs:
        contacts, resolved, ids = log.numbers.get("contacts"), log.times.get("resolved"), log.ids
        if contacts is None or resolved is None:
            continue
        positions = periods.positions(resolved)
        rows = [
            row for row in rows_where(log, measure.where) if contacts[row] != NO_NUMBER and resolved[row] != MISSING
        ]
        of.update([positions[row] for row in rows])
        n.update([positions[row] for row in rows if contacts[row] == 1 and ids[row] not in again])
