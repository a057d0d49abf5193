"""Indicators from tickets: values per period of one or several logs, each with what it rests on.

Only periods that have ended are told. Times are told in the period in which they ended, so that a value once told
stays; everything about how tickets came in is told in the period they were received in, what needs a solved ticket
in the one it was solved in. A period without tickets inside the logs counts 0 tickets and has no other value.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from auditloop.period import Period
from auditloop.ratings import SMALLEST
from auditloop.tickets.calendar import Calendar, Periods
from auditloop.tickets.durations import UNITS, seconds
from auditloop.tickets.log import MISSING, NO_NUMBER, TicketLog, rows_where
from auditloop.tickets.quantile import quantile
from auditloop.tickets.spec import COUNTED, RATED, SHARES, TIMED, Measure, Standard
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
    logs: Mapping[str, Sequence[TicketLog]],
    standards: Mapping[str, Standard],
    calendar: Calendar,
    *,
    kind: str,
    unit: str,
) -> dict[str | None, list[Told]]:
    """Team → its values in order of time; None: of all teams together.

    `logs` of every team as known at the moment; `kind` of period, `unit` of the times.
    """
    periods = calendar.periods(kind)
    again = {id for of_team in logs.values() for log in of_team for id in log.repeats.values()}
    told: dict[str | None, list[Told]] = {}
    teams: dict[str, Tally] = {}
    for team, of_team in logs.items():
        tally = teams[team] = Tally()
        for log in of_team:
            tally.add(_TALLIES[measure.measure](measure, log, Setting(standards, periods, calendar, kind, again)))
    tallies: dict[str | None, Tally] = {None: _whole(teams, hide_few=measure.measure in RATED)}
    tallies.update(teams)
    if measure.measure == "count":
        for scope, tally in tallies.items():
            mine = [log for team, of_team in logs.items() for log in of_team if scope in (None, team)]
            for at in covered(mine, periods):
                tally.n[at] += 0
    for scope, tally in tallies.items():
        found = _told(measure.measure, tally, periods, calendar, UNITS.get(unit, 1))
        if found:
            told[scope] = found
    return told


def _whole(teams: Mapping[str, Tally], *, hide_few: bool) -> Tally:
    """All teams together.

    Where few are hidden, ratings of fewer than five customers leave their team's tally. They stay in the whole only
    where several teams' are five or more together: else the whole minus what is shown would tell them.
    """
    whole = Tally()
    if hide_few:
        for at in sorted({at for tally in teams.values() for at in (*tally.values, *tally.of)}):
            few = [tally for tally in teams.values() if 0 < tally.size(at) < SMALLEST]
            enough = sum(tally.size(at) for tally in few) >= SMALLEST
            for tally in few:
                taken = tally.taken(at)
                if enough:
                    whole.add(taken)
    for tally in teams.values():
        whole.add(tally)
    return whole


@dataclass(slots=True)
class Tally:
    """What a log, a team or everybody has in each period, by its position."""

    values: dict[int, list[float]] = field(default_factory=dict)
    n: Counter[int] = field(default_factory=Counter)
    of: Counter[int] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        for at, values in other.values.items():
            self.values.setdefault(at, []).extend(values)
        self.n.update(other.n)
        self.of.update(other.of)

    def size(self, at: int) -> int:
        return len(self.values[at]) if at in self.values else self.of[at]

    def taken(self, at: int) -> Tally:
        """What there is of one period, which is here no more."""
        values = {at: self.values.pop(at)} if at in self.values else {}
        return Tally(values, Counter({at: self.n.pop(at, 0)}), Counter({at: self.of.pop(at, 0)}))


class Setting(NamedTuple):
    standards: Mapping[str, Standard]
    periods: Periods
    calendar: Calendar
    kind: str
    again: Set[str]
    """Ids of all tickets that another one repeats."""


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


def _told(measure: str, tally: Tally, periods: Periods, calendar: Calendar, unit: int) -> list[Told]:
    found: dict[int, Told] = {}
    if measure in SHARES:
        found = {at: Told(periods.all[at], None, tally.n[at], of) for at, of in tally.of.items() if of}
    elif measure in COUNTED:
        found = {at: Told(periods.all[at], count, None) for at, count in tally.n.items()}
    else:
        summary, size = _SUMMARIES[measure], unit if measure in TIMED else 1
        found = {at: Told(periods.all[at], summary(v) / size, len(v)) for at, v in tally.values.items() if v}
    return [told for _, told in sorted(found.items()) if told.period.last <= calendar.as_of]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


_SUMMARIES: Mapping[str, Callable[[Sequence[float]], float]] = {
    "mean": _mean,
    "rating": _mean,
    "median": lambda values: quantile(values, 0.5),
    "p90": lambda values: quantile(values, 0.9),
}


# --- what each measure takes from one log ---------------------------------------------------------------------------


def _times(measure: Measure, log: TicketLog, setting: Setting) -> Tally:
    tally = Tally()
    assert measure.to is not None
    starts, ends = log.times.get(measure.from_), log.times.get(measure.to)
    if starts is None or ends is None:
        return tally
    calendar = setting.calendar
    began, ended = calendar.passed(measure.clock, starts), calendar.passed(measure.clock, ends)
    positions = setting.periods.positions(ends)
    values = tally.values = {at: [] for at in set(positions)}
    for row in rows_where(log, measure.where):
        if starts[row] != MISSING and ends[row] != MISSING:
            values[positions[row]].append(ended[row] - began[row])
    return tally


def _count(measure: Measure, log: TicketLog, setting: Setting) -> Tally:
    positions = setting.periods.positions(log.times["received"])
    return Tally(n=Counter([positions[row] for row in rows_where(log, measure.where)]))


def _rating(measure: Measure, log: TicketLog, setting: Setting) -> Tally:
    """In the period in which the ticket was solved; one that is not, in the one it was received in."""
    tally = Tally()
    ratings, received, resolved = log.numbers.get("rating"), log.times["received"], log.times.get("resolved")
    if ratings is None:
        return tally
    for row in rows_where(log, measure.where):
        if ratings[row] != NO_NUMBER:
            moment = resolved[row] if resolved is not None and resolved[row] != MISSING else received[row]
            tally.values.setdefault(setting.periods.position(moment), []).append(ratings[row])
    return tally


def _satisfied(measure: Measure, log: TicketLog, setting: Setting) -> Tally:
    ratings = _rating(measure, log, setting).values
    return Tally(
        n=Counter({at: sum(rating >= SATISFIED for rating in each) for at, each in ratings.items()}),
        of=Counter({at: len(each) for at, each in ratings.items()}),
    )


def _attainment(measure: Measure, log: TicketLog, setting: Setting) -> Tally:
    tally = Tally()
    for id in measure.standards:
        standard = setting.standards[id]
        both = {name: standard.where.get(name, words) & words for name, words in measure.where.items()}
        narrowed = replace(standard, where={**standard.where, **both})
        for at, kept in keep(narrowed, log, setting.calendar, setting.kind).items():
            tally.n[at] += kept.kept
            tally.of[at] += kept.due
    return tally


def _first_contact(measure: Measure, log: TicketLog, setting: Setting) -> Tally:
    """Solved in one contact and not heard of again ÷ solved, where the number of contacts is known."""
    contacts, resolved, ids = log.numbers.get("contacts"), log.times.get("resolved"), log.ids
    if contacts is None or resolved is None:
        return Tally()
    rows = [row for row in rows_where(log, measure.where) if contacts[row] != NO_NUMBER and resolved[row] != MISSING]
    return _share(
        rows, [row for row in rows if contacts[row] == 1 and ids[row] not in setting.again], resolved, setting
    )


def _of_sort(measure: Measure, log: TicketLog, setting: Setting) -> Tally:
    rows, met = rows_where(log, measure.where), frozenset(rows_where(log, measure.met))
    return _share(rows, [row for row in rows if row in met], log.times["received"], setting)


def _escalated(measure: Measure, log: TicketLog, setting: Setting) -> Tally:
    rows, escalated = rows_where(log, measure.where), log.times.get("escalated")
    counts = [row for row in rows if escalated[row] != MISSING] if escalated is not None else []
    return _share(rows, counts, log.times["received"], setting)


def _repeated(measure: Measure, log: TicketLog, setting: Setting) -> Tally:
    rows = rows_where(log, measure.where)
    again = log.repeats.keys() if measure.within is None else _soon_again(log, seconds(measure.within))
    counts = again if len(rows) == len(log) else [row for row in rows if row in again]
    return _share(rows, counts, log.times["received"], setting)


def _soon_again(log: TicketLog, window: float) -> Set[int]:
    """Rows of tickets that came within the window after the one they repeat; one whose first is elsewhere counts."""
    received = log.times["received"]
    rows = {log.ids[row]: row for row in range(len(log))} if log.repeats else {}
    return {
        row
        for row, first in log.repeats.items()
        if first not in rows or received[row] - received[rows[first]] <= window
    }


def _share(rows: Iterable[int], counts: Iterable[int], moments: array[int], setting: Setting) -> Tally:
    positions = setting.periods.positions(moments)
    return Tally(n=Counter([positions[row] for row in counts]), of=Counter([positions[row] for row in rows]))


_TALLIES: Mapping[str, Callable[[Measure, TicketLog, Setting], Tally]] = {
    **dict.fromkeys(TIMED, _times),
    "count": _count,
    "rating": _rating,
    "satisfied": _satisfied,
    "attainment": _attainment,
    "first-contact-resolution": _first_contact,
    "share": _of_sort,
    "escalation-rate": _escalated,
    "repeat-rate": _repeated,
}
