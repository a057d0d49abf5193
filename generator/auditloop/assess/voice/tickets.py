"""Tickets of the organisation and of its teams: everything that the pages of tickets tell, counted in columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from auditloop.assess.intervals import of_share
from auditloop.assess.pareto import pareto
from auditloop.assess.results import TicketMonth, TicketResult
from auditloop.assess.tickets import Desk, KeptBy, Place
from auditloop.assess.voice import repeats
from auditloop.assess.voice.crossed import cross
from auditloop.assess.voice.open import Marks, by_age, follow_ups, open_tickets, tell_open
from auditloop.assess.voice.process import process
from auditloop.assess.voice.window import Window, window_of
from auditloop.tickets import TicketLog
from auditloop.tickets.counts import Sort, Week, by_month, happened, sorts
from auditloop.tickets.log import MISSING, received_since
from auditloop.tickets.measure import covered
from auditloop.tickets.quantile import quantile

_MINUTE = 60
_OTHER = "none"
"""Key of the tickets without a type."""


@dataclass(slots=True)
class Counts:
    """What is counted of a scope; a scope of several teams is the sum of theirs."""

    total: int = 0
    sorts: Counter[Sort] = field(default_factory=Counter)
    hours: Counter[tuple[int, int]] = field(default_factory=Counter)
    months: Counter[tuple[int, str | None]] = field(default_factory=Counter)
    repeated: Counter[int] = field(default_factory=Counter)
    """By position of the month, as `escalated`."""
    escalated: Counter[int] = field(default_factory=Counter)
    escalation: list[int] = field(default_factory=list)
    """Seconds to the escalation of those received in the window."""
    open: list[Place] | None = None

    def add(self, other: Counts) -> None:
        self.total += other.total
        for mine, theirs in (
            (self.sorts, other.sorts),
            (self.hours, other.hours),
            (self.months, other.months),
            (self.repeated, other.repeated),
            (self.escalated, other.escalated),
        ):
            mine.update(theirs)  # type: ignore[arg-type]
        self.escalation += other.escalation
        if other.open is not None:
            self.open = [*(self.open or []), *other.open]


def assess_tickets(desk: Desk | None, kept_by: KeptBy) -> list[TicketResult]:
    """The organisation, then every team that has tickets, in organisation order."""
    if desk is None:
        return []
    window, week = window_of(desk), Week(desk.calendar.reader.zone)
    of_team = {team: _count(desk, logs, team, window, week) for team, logs in desk.teams.items()}
    whole = Counts()
    for counts in of_team.values():
        whole.add(counts)
    strung = repeats.chains(desk, window)
    marks = _marks(desk, kept_by)
    made = [_result(desk, window, None, list(desk.teams), whole, strung, marks, kept_by)]
    for team, counts in of_team.items():
        mine = [chain for chain in strung if chain.last.team == team]
        made.append(_result(desk, window, team, [team], counts, mine, marks, kept_by))
    return made


def _count(desk: Desk, logs: Sequence[TicketLog], team: str, window: Window, week: Week) -> Counts:
    counts, periods = Counts(), desk.calendar.periods("month")
    for log in logs:
        received = log.times["received"]
        of_window, every = received_since(log, window.since), received_since(log, MISSING)
        counts.total += len(log)
        counts.sorts.update(sorts(log, of_window))
        counts.hours.update(week.counts(received, of_window))
        counts.months.update(by_month(log, periods.positions(received), "type", every))
        counts.repeated.update(periods.counts(received, list(log.repeats)))
        escalated = happened(log, "escalated")
        counts.escalated.update(periods.counts(received, escalated))
        counts.escalation += [
            log.times["escalated"][row] - received[row] for row in escalated if received[row] >= window.since
        ]
    counts.open = open_tickets(desk, logs, team)
    return counts


def _marks(desk: Desk, kept_by: KeptBy) -> Marks:
    broken: dict[str, list[str]] = {}
    waits: set[str] = set()
    for id, scopes in kept_by.items():
        calls = desk.standards[id].to == "followed_up"
        for kept in scopes[None].values():
            for ticket in kept.breaches:
                broken.setdefault(ticket, []).append(id)
            if calls:
                waits |= {ticket for ticket, _ in kept.waiting} - set(kept.breaches)
    again = {
        ticket
        for logs in desk.teams.values()
        for log in logs
        for row, first in log.repeats.items()
        for ticket in (log.ids[row], first)
    }
    return Marks(broken, again, waits)


def _result(
    desk: Desk,
    window: Window,
    team: str | None,
    teams: Sequence[str],
    counts: Counts,
    strung: Sequence[repeats.Chain],
    marks: Marks,
    kept_by: KeptBy,
) -> TicketResult:
    n = counts.sorts.total()
    complaints = sum(each for (type_, _, _), each in counts.sorts.items() if type_ == "complaint")
    repeated = sum(each for at, each in counts.repeated.items() if at in window)
    escalated = len(counts.escalation)
    of_repeats, of_escalations = (of_share(each, n) for each in (repeated, escalated))
    return TicketResult(
        team=team,
        window=window.text,
        total=counts.total,
        n=n,
        complaints=complaints,
        complaint_share=complaints / n if n else None,
        months=_months(desk, [log for each in teams for log in desk.teams[each]], counts),
        categories=pareto(_categories(counts.sorts)),
        complaint_categories=pareto(_categories(counts.sorts, "complaint")),
        uncategorised=sum(each for (_, _, category), each in counts.sorts.items() if category is None),
        cross=cross(counts.sorts),
        hours=[[counts.hours[day, hour] for hour in range(24)] for day in range(7)],
        repeated=repeated,
        repeat_rate=repeated / n if n else None,
        repeat_interval=of_repeats,
        chain_count=len(strung),
        chains=repeats.tell(desk, strung),
        escalated=escalated,
        escalation_rate=escalated / n if n else None,
        escalation_interval=of_escalations,
        escalation_median=quantile(counts.escalation, 0.5) / _MINUTE if escalated else None,
        open=None if counts.open is None else tell_open(desk, counts.open, marks),
        open_by_age=by_age(desk, counts.open or ()),
        follow_ups=follow_ups(desk, {each: desk.teams[each] for each in teams}, window, marks),
        process=process(desk, teams, team, window, kept_by),
    )


def _months(desk: Desk, logs: Sequence[TicketLog], counts: Counts) -> list[TicketMonth]:
    """All months that its logs cover; one without tickets in between has none of any type."""
    periods = desk.calendar.periods("month")
    types = sorted({type_ or _OTHER for _, type_ in counts.months})
    by_type: dict[int, dict[str, int]] = {}
    for (at, type_), n in counts.months.items():
        by_type.setdefault(at, {})[type_ or _OTHER] = n
    return [
        TicketMonth(
            period=str(periods.all[at]),
            complete=periods.all[at].last <= desk.calendar.as_of,
            n=sum(by_type.get(at, {}).values()),
            by_type={type_: by_type.get(at, {}).get(type_, 0) for type_ in types},
            repeated=counts.repeated[at],
            escalated=counts.escalated[at],
        )
        for at in covered(logs, periods)
    ]


def _categories(counted: Mapping[Sort, int], type_: str | None = None) -> Counter[str]:
    found: Counter[str] = Counter()
    for (kind, _, category), n in counted.items():
        if category is not None and type_ in (None, kind):
            found[category] += n
    return found
