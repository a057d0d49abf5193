"""What tickets tell: readings of the indicators computed from them, and how the service standards were kept.

The methods stand in `auditloop.tickets`; here they meet the organisation's teams, months and indicators.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import msgspec

from auditloop.assess.arithmetic import share
from auditloop.assess.intervals import of_share
from auditloop.assess.measures import Reading, meets, pooled_value
from auditloop.assess.results import StandardResult
from auditloop.model import Kpi, Organisation, Workspace
from auditloop.tickets import TicketLog, TimeReader
from auditloop.tickets.calendar import Calendar
from auditloop.tickets.measure import STEPS, measured
from auditloop.tickets.quantile import median_and_p90
from auditloop.tickets.spec import Standard, measure_of, standard_of
from auditloop.tickets.standards import Kept, keep, limit_of

_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Place:
    """Where one ticket stands."""

    team: str
    log: TicketLog
    row: int

    @property
    def id(self) -> str:
        return self.log.ids[self.row]

    @property
    def received(self) -> int:
        return self.log.times["received"][self.row]

    def word(self, name: str) -> str | None:
        column = self.log.words.get(name)
        return column[self.row] if column else None


@dataclass(frozen=True)
class Desk:
    """All tickets as known on the day, by team in organisation order, with their calendar and standards."""

    teams: Mapping[str, Sequence[TicketLog]]
    calendar: Calendar
    standards: Mapping[str, Standard]

    def place(self, id: str) -> Place | None:
        """None for a ticket that is in no log."""
        for team, log, rows in self._rows:
            row = rows.get(id)
            if row is not None:
                return Place(team, log, row)
        return None

    @cached_property
    def _rows(self) -> list[tuple[str, TicketLog, Mapping[str, int]]]:
        return [(team, log, log.row_of) for team, logs in self.teams.items() for log in logs]


def desk_of(workspace: Workspace, as_of: dt.date) -> Desk | None:
    """None without tickets. The workspace is the one known on the day (`as_known_on`)."""
    if not workspace.tickets:
        return None
    from auditloop.columns.arrays import bounds

    organisation = workspace.organisation
    reader = TimeReader(organisation.timezone)
    first = min(bounds(log.times["received"])[0] for log in workspace.tickets)
    calendar = Calendar(reader, reader.day(first), as_of, _hours(organisation))
    by_team: dict[str, list[TicketLog]] = {team.id: [] for team in organisation.teams}
    for log in workspace.tickets:
        by_team[log.team].append(log)
    standards = {id: standard_of(msgspec.to_builtins(written)) for id, written in workspace.standards.items()}
    return Desk({team: logs for team, logs in by_team.items() if logs}, calendar, standards)


def ticket_readings(kpis: Mapping[str, Kpi], desk: Desk | None) -> dict[str, dict[str | None, list[Reading]]]:
    """Indicator → team → its readings; team None from the tickets of all teams together."""
    if desk is None:
        return {}
    return {id: _readings(kpi, desk) for id, kpi in kpis.items() if kpi.from_tickets}


KeptBy = Mapping[str, Mapping[str | None, Mapping[int, Kept]]]
"""Standard → team, None first for all of them → position of the month in which tickets were received."""


def keep_all(desk: Desk | None) -> KeptBy:
    """How every standard was kept. Months without a ticket that falls under it are not there."""
    found: dict[str, Mapping[str | None, Mapping[int, Kept]]] = {}
    for standard in desk.standards.values() if desk else ():
        assert desk
        teams = {team: _together(standard, logs, desk.calendar) for team, logs in desk.teams.items()}
        whole: dict[int, Kept] = {}
        for of_team in teams.values():
            for at, kept in of_team.items():
                whole.setdefault(at, Kept()).add(kept)
        scopes: dict[str | None, Mapping[int, Kept]] = {None: whole}
        scopes.update(teams)
        found[standard.id] = scopes
    return found


def assess_standards(desk: Desk | None, kept_by: KeptBy) -> list[StandardResult]:
    """Per standard and month: the organisation, then its teams."""
    if desk is None:
        return []
    return [
        _result(desk.standards[id], team, desk.calendar, at, kept)
        for id, scopes in kept_by.items()
        for team, by_month in scopes.items()
        for at, kept in sorted(by_month.items())
    ]


def _hours(organisation: Organisation) -> tuple[str, str, str | None] | None:
    hours = organisation.business_hours
    return (hours.days, hours.hours, hours.country) if hours else None


def _readings(kpi: Kpi, desk: Desk) -> dict[str | None, list[Reading]]:
    measure = measure_of(msgspec.to_builtins(kpi.from_tickets))
    kind = STEPS[kpi.frequency]
    found = measured(measure, desk.teams, desk.standards, desk.calendar, kind=kind, unit=kpi.unit)
    return {
        team: [
            Reading(each.period, pooled_value(kpi, each.n or 0, each.of), each.n, each.of)
            if each.of is not None
            else Reading(each.period, each.value, each.n)
            for each in told
        ]
        for team, told in found.items()
    }


def _together(standard: Standard, logs: Sequence[TicketLog], calendar: Calendar) -> dict[int, Kept]:
    found: dict[int, Kept] = {}
    for log in logs:
        for at, kept in keep(standard, log, calendar).items():
            found.setdefault(at, Kept()).add(kept)
    return found


def _result(standard: Standard, team: str | None, calendar: Calendar, at: int, kept: Kept) -> StandardResult:
    median, p90 = median_and_p90(kept.times)
    attainment = share(kept.kept, kept.due)
    reached = None if attainment is None else 100 * attainment
    return StandardResult(
        id=standard.id,
        team=team,
        period=str(calendar.periods("month").all[at]),
        due=kept.due,
        kept=kept.kept,
        open=kept.open,
        unrecorded=kept.unrecorded,
        attainment=attainment,
        interval=of_share(kept.kept, kept.due),
        target=None if standard.target is None else standard.target / 100,
        limit=limit_of(standard, calendar) / _MINUTE if standard.within is not None else None,
        met=meets("higher", reached, standard.target),
        n=len(kept.times),
        median=median,
        p90=p90,
        breaches=None if team is None else sorted(kept.breaches),
    )
