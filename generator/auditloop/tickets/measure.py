"""Indicators from tickets: values per period of one or several logs, each with what it rests on.

Only periods that have ended are told. Times are told in the period in which they ended, so that a value once told
stays; everything about how tickets came in is told in the period they were received in, what needs a solved ticket
in the one it was solved in. A period without tickets inside the logs counts 0 tickets and has no other value.
"""

from __future__ import annotations

from array import array
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
    clock, position = calendar.clock(measure.clock), periods.position
    times: dict[int, list[float]] = {}
    for log in logs:
        starts, ends = log.times.get(measure.from_), log.times.get(measure.to)
        if starts is None or ends is None:
            continue
        plain = measure.clock == "calendar"
        for row in rows_where(log, measure.where):
            start, end = starts[row], ends[row]
            if start != MISSING and end != MISSING:
                taken = end - start if plain else clock(start, end)
                at = position(end)
                if at in times:
                    times[at].append(taken)
                else:
                    times[at] = [taken]
    summary = _SUMMARIES[measure.measure]
    return {at: Told(_NOWHERE, summary(each) / unit, len(each)) for at, each in times.items()}


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
        received, position = log.times["received"], periods.position
        for row in rows_where(log, measure.where):
            found[position(received[row])] += 1
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
    n: dict[int, int] = {}
    of: dict[int, int] = {}
    if measure.measure == "attainment":
        for standard in (standards[id] for id in measure.standards):
            narrowed = Standard(
                **{name: getattr(standard, name) for name in standard.__slots__ if name != "where"},
                where={**standard.where, **measure.where},
            )
            for log in logs:
                for at, kept in keep(narrowed, log, calendar, kind).items():
                    n[at] = n.get(at, 0) + kept.kept
                    of[at] = of.get(at, 0) + kept.due
    elif measure.measure == "satisfied":
        for log, row, moment in _rated(measure, logs):
            _add(n, of, periods.position(moment), log.numbers["rating"][row] >= SATISFIED)
    elif measure.measure == "first-contact-resolution":
        _first_contacts(measure, logs, periods, n, of)
    else:
        for log in logs:
            received, position = log.times["received"], periods.position
            rows = rows_where(log, measure.where)
            numerator = _numerator(measure, log, rows)
            for row in rows:
                _add(n, of, position(received[row]), row in numerator)
    return {at: Told(_NOWHERE, None, n.get(at, 0), whole) for at, whole in of.items() if whole}


def _add(n: dict[int, int], of: dict[int, int], at: int, counts: bool) -> None:
    of[at] = of.get(at, 0) + 1
    if counts:
        n[at] = n.get(at, 0) + 1


def _numerator(measure: Measure, log: TicketLog, rows: Sequence[int]) -> frozenset[int]:
    if measure.measure == "share":
        return frozenset(rows_where(log, {**measure.where, **measure.met}))
    if measure.measure == "escalation-rate":
        escalated = log.times.get("escalated", array("q"))
        return frozenset(row for row in rows if escalated and escalated[row] != MISSING)
    if measure.within is None:
        return frozenset(log.repeats)
    return _soon_again(log, seconds(measure.within))


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
    measure: Measure, logs: Sequence[TicketLog], periods: Periods, n: dict[int, int], of: dict[int, int]
) -> None:
    """Solved in one contact and not heard of again ÷ solved, where the number of contacts is known."""
    again = {id for log in logs for id in log.repeats.values()}
    for log in logs:
        contacts, resolved = log.numbers.get("contacts"), log.times.get("resolved")
        if contacts is None or resolved is None:
            continue
        for row in rows_where(log, measure.where):
            if contacts[row] != NO_NUMBER and resolved[row] != MISSING:
                _add(n, of, periods.position(resolved[row]), contacts[row] == 1 and log.ids[row] not in again)
