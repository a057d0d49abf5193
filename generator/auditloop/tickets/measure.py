"""Indicators from tickets: values per period of one or several logs, each with what it rests on.

Only periods that have ended are told. Times are told in the period in which they ended, so that a value once told
stays; everything about how tickets came in is told in the period they were received in, what needs a solved ticket
in the one it was solved in. A period without tickets inside the logs counts 0 tickets and has no other value.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from auditloop.period import Period
from auditloop.ratings import SMALLEST
from auditloop.tickets.calendar import Calendar, Periods
from auditloop.tickets.durations import UNITS, seconds
from auditloop.tickets.log import NO_NUMBER, TicketLog, has, mask_where
from auditloop.tickets.quantile import quantile
from auditloop.tickets.spec import COUNTED, RATED, SHARES, TIMED, Measure, Standard
from auditloop.tickets.standards import keep

if TYPE_CHECKING:
    from auditloop.columns.arrays import Mask, Whole

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

    values: dict[int, array[int]] = field(default_factory=dict)
    """Whole numbers, type code `q`: seconds, or ratings."""
    n: Counter[int] = field(default_factory=Counter)
    of: Counter[int] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        for at, values in other.values.items():
            self.values.setdefault(at, array("q")).extend(values)
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
    from auditloop.columns.arrays import bounds

    first: list[int] = []
    last: list[int] = []
    for log in logs:
        if len(log):
            earliest, latest = bounds(log.times["received"])
            first.append(periods.position(earliest))
            last.append(periods.position(latest))
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


def _mean(values: array[int]) -> float:
    return sum(values) / len(values)


_SUMMARIES: Mapping[str, Callable[[array[int]], float]] = {
    "mean": _mean,
    "rating": _mean,
    "median": lambda values: quantile(values, 0.5),
    "p90": lambda values: quantile(values, 0.9),
}


# --- what each measure takes from one log ---------------------------------------------------------------------------


def _times(measure: Measure, log: TicketLog, setting: Setting) -> Tally:
    from auditloop.columns.arrays import view

    assert measure.to is not None
    if measure.from_ not in log.times or measure.to not in log.times:
        return Tally()
    mask = mask_where(log, measure.where) & has(log, measure.from_) & has(log, measure.to)
    taken = seconds_between(log, measure.from_, measure.to, mask, setting.calendar, measure.clock)
    return _valued(setting.periods.positions(log.times[measure.to])[mask], view(taken))


def seconds_between(log: TicketLog, from_: str, to: str, mask: Mask, calendar: Calendar, clock: str) -> array[int]:
    """On the clock, of the tickets of the mask, which have both events: in the order of the rows."""
    import numpy as np

    began, ended = (calendar.passed(clock, np.asarray(log.times[event])[mask]) for event in (from_, to))
    return array("q", (ended - began).tobytes())


def _valued(positions: Whole, numbers: Whole) -> Tally:
    """A number for each ticket, and the position of the period it is told in; both of shape (tickets that count,)."""
    from auditloop.columns.arrays import grouped

    return Tally({at: array("q", each.astype("q").tobytes()) for at, each in grouped(positions, numbers)})


def _count(measure: Measure, log: TicketLog, setting: Setting) -> Tally:
    return Tally(n=setting.periods.counts(log.times["received"], mask_where(log, measure.where)))


def _rating(measure: Measure, log: TicketLog, setting: Setting) -> Tally:
    """In the period in which the ticket was solved; one that is not, in the one it was received in."""
    import numpy as np

    if "rating" not in log.numbers:
        return Tally()
    ratings, positions = np.asarray(log.numbers["rating"]), setting.periods.positions(log.times["received"])
    if "resolved" in log.times:
        positions = np.where(has(log, "resolved"), setting.periods.positions(log.times["resolved"]), positions)
    mask = mask_where(log, measure.where) & (ratings != NO_NUMBER)
    return _valued(np.maximum(positions[mask], 0), ratings[mask])


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
    import numpy as np

    if "contacts" not in log.numbers or "resolved" not in log.times:
        return Tally()
    contacts = np.asarray(log.numbers["contacts"])
    mask = mask_where(log, measure.where) & (contacts != NO_NUMBER) & has(log, "resolved")
    heard_again = _mask(log, [log.row_of[id] for id in setting.again if id in log.row_of])
    return _share(mask, (contacts == 1) & ~heard_again, log.times["resolved"], setting)


def _of_sort(measure: Measure, log: TicketLog, setting: Setting) -> Tally:
    return _share(mask_where(log, measure.where), mask_where(log, measure.met), log.times["received"], setting)


def _escalated(measure: Measure, log: TicketLog, setting: Setting) -> Tally:
    return _share(mask_where(log, measure.where), has(log, "escalated"), log.times["received"], setting)


def _repeated(measure: Measure, log: TicketLog, setting: Setting) -> Tally:
    again = log.repeats.keys() if measure.within is None else _soon_again(log, seconds(measure.within))
    return _share(mask_where(log, measure.where), _mask(log, again), log.times["received"], setting)


def _soon_again(log: TicketLog, window: float) -> list[int]:
    """Rows of tickets that came within the window after the one they repeat; one whose first is elsewhere counts."""
    received, row_of = log.times["received"], log.row_of if log.repeats else {}
    return [
        row
        for row, first in log.repeats.items()
        if first not in row_of or received[row] - received[row_of[first]] <= window
    ]


def _mask(log: TicketLog, rows: Collection[int]) -> Mask:
    import numpy as np

    mask = np.zeros(len(log), dtype=np.bool_)
    mask[list(rows)] = True
    return mask


def _share(mask: Mask, counts: Mask, moments: array[int], setting: Setting) -> Tally:
    """How many tickets of the mask count, and how many there are, by the period of their moment."""
    return Tally(n=setting.periods.counts(moments, mask & counts), of=setting.periods.counts(moments, mask))


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
