"""What tickets tell: readings of the indicators computed from them, and how the service standards were kept.

The methods stand in `auditloop.tickets`; here they meet the organisation's teams, months and indicators.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from auditloop.assess.intervals import wilson
from auditloop.assess.measures import Reading, meets, pooled_value
from auditloop.assess.results import StandardResult
from auditloop.model import Kpi, Organisation, Workspace
from auditloop.tickets import TicketLog, TimeReader
from auditloop.tickets.calendar import Calendar
from auditloop.tickets.measure import STEPS, measured
from auditloop.tickets.quantile import quantile
from auditloop.tickets.spec import Standard, measure_of, standard_of
from auditloop.tickets.standards import Kept, keep

_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Desk:
    """All tickets as known on the day, by team in organisation order, with their calendar and standards."""

    teams: Mapping[str, Sequence[TicketLog]]
    calendar: Calendar
    standards: Mapping[str, Standard]


def desk_of(workspace: Workspace, as_of: dt.date) -> Desk | None:
    """None without tickets. The workspace is the one known on the day (`as_known_on`)."""
    if not workspace.tickets:
        return None
    organisation = workspace.organisation
    reader = TimeReader(organisation.timezone)
    first = min(min(log.times["received"]) for log in workspace.tickets)
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


def assess_standards(desk: Desk | None) -> list[StandardResult]:
    """Per standard and month: the organisation, then its teams. Months without a ticket that falls under it are not
    there."""
    if desk is None:
        return []
    found = []
    for standard in desk.standards.values():
        teams = {team: _together(standard, logs, desk.calendar) for team, logs in desk.teams.items()}
        whole: dict[int, Kept] = {}
        for of_team in teams.values():
            for at, kept in of_team.items():
                whole.setdefault(at, Kept()).add(kept)
        for team, by_month in (None, whole), *teams.items():
            found += [_result(standard, team, desk.calendar, at, kept) for at, kept in sorted(by_month.items())]
    return found


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
    interval = wilson(kept.kept, kept.due) if kept.due else None
    attainment = kept.kept / kept.due if kept.due else None
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
        interval=[interval.low, interval.high] if interval else None,
        target=None if standard.target is None else standard.target / 100,
        met=meets("higher", reached, standard.target),
        n=len(kept.times),
        median=quantile(kept.times, 0.5) / _MINUTE if kept.times else None,
        p90=quantile(kept.times, 0.9) / _MINUTE if kept.times else None,
        breaches=None if team is None else sorted(kept.breaches),
    )
