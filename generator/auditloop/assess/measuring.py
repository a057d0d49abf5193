"""Every series of every indicator: one per team that reports, and the organisation's where pooling is allowed.

Orders the methods; derived indicators come after those they are computed from.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from auditloop.assess.coarse import derived_in_longer_periods, in_longer_periods
from auditloop.assess.derived import FORMULA, Derivation, Derived, derivation, derive, in_order
from auditloop.assess.forecast import forecast_of
from auditloop.assess.indicators import Measurement, measure
from auditloop.assess.measures import Reading, reading
from auditloop.assess.periods import coarsest
from auditloop.assess.pooling import absent, pool, whole
from auditloop.assess.results import Coarse, Unvalued
from auditloop.assess.surveys import Gathered, survey_readings
from auditloop.assess.tickets import Desk, ticket_readings
from auditloop.model import Kpi, Workspace
from auditloop.model.period import Period

Measurements = Mapping[tuple[str, str | None], Measurement]
"""(kpi, team) → its measurement; team None is the organisation. By kpi id, organisation first, then teams in order."""

NOT_POOLED = ("median", "p90")
"""Measures of tickets that cannot be made of those of shorter periods."""

Scopes = dict[str | None, Measurement]
"""Of one indicator: team → measurement; None, where it is there, first."""


def measure_all(
    workspace: Workspace, as_of: dt.date, surveys: Sequence[Gathered] = (), desk: Desk | None = None
) -> Measurements:
    """Every series of every indicator in one pass over the observations.

    What is computed from records (`surveys`, the tickets on `desk`) stands in for a typed value of the same team and
    period; validation has seen to it that they do not differ.
    """
    computed = {
        **survey_readings(workspace.kpis, workspace.organisation, surveys),
        **ticket_readings(workspace.kpis, desk),
    }
    grouped: dict[str, dict[str, list[Reading]]] = {}
    for observed in workspace.observations:
        kpi = workspace.kpis[observed.kpi]
        of_kpi = grouped.setdefault(observed.kpi, {})
        of_kpi.setdefault(observed.team, []).append(reading(kpi, observed.period, observed.measured))
    order = [team.id for team in workspace.organisation.teams]
    made: dict[str, Scopes] = {}
    for kpi in in_order(workspace.kpis):
        how = derivation(kpi, workspace.kpis)
        if how:
            made[kpi.id] = _derived(how, workspace.kpis, made, order, as_of)
        else:
            typed, found = grouped.get(kpi.id, {}), computed.get(kpi.id, {})
            teams = {t: readings for t in order if (readings := _joined(typed.get(t, ()), found.get(t, ())))}
            made[kpi.id] = _observed(kpi, teams, as_of, found)
    return {(id, team): found for id, scopes in sorted(made.items()) for team, found in scopes.items()}


def _joined(typed: Sequence[Reading], computed: Sequence[Reading]) -> Sequence[Reading]:
    periods = {r.period for r in computed}
    return [*(r for r in typed if r.period not in periods), *computed] if computed else typed


def _observed(
    kpi: Kpi,
    teams: Mapping[str, Sequence[Reading]],
    as_of: dt.date,
    computed: Mapping[str | None, Sequence[Reading]],
) -> Scopes:
    scopes: Scopes = {}
    if pooled := whole(kpi, teams, computed):
        measured = measure(kpi, None, pooled.readings, as_of, pooled.how)
        scopes[None] = _completed(kpi, measured, _coarse(kpi, measured), lacking=teams)
    for team, readings in teams.items():
        measured = measure(kpi, team, readings, as_of)
        scopes[team] = _completed(kpi, measured, _coarse(kpi, measured))
    return scopes


def _derived(
    how: Derivation, kpis: Mapping[str, Kpi], made: Mapping[str, Scopes], order: Sequence[str], as_of: dt.date
) -> Scopes:
    """The organisation's value is the formula of its operands', each pooled over the teams that have all of them."""
    operands = set(how.operands.values())
    found = {
        team: derived
        for team in order
        if (derived := derive(how, {id: made[id][team].readings for id in operands if team in made[id]}))
    }
    scopes: Scopes = {}
    if whole := _Whole(kpis, made, {team: derived.complete for team, derived in found.items()}).of(how.kpi.id):
        measured = measure(how.kpi, None, whole.readings, as_of, FORMULA)
        teams = {team: derived.readings for team, derived in found.items()}
        scopes[None] = _completed(how.kpi, measured, whole.coarse, lacking=teams, unvalued=whole.unvalued)
    for team, derived in found.items():
        measured = measure(how.kpi, team, derived.readings, as_of)
        coarse = _coarse(how.kpi, measured) or derived_in_longer_periods(
            how, measured.series.step, {id: made[id][team].series.coarse for id in operands}
        )
        scopes[team] = _completed(how.kpi, measured, coarse, unvalued=derived.unvalued)
    return scopes


def _coarse(kpi: Kpi, measured: Measurement) -> list[Coarse]:
    if kpi.from_tickets and kpi.from_tickets.measure in NOT_POOLED:
        return []
    return in_longer_periods(kpi, measured.series.step, measured.readings)


def _completed(
    kpi: Kpi,
    measured: Measurement,
    coarse: list[Coarse],
    *,
    lacking: Mapping[str, Sequence[Reading]] | None = None,
    unvalued: Sequence[Unvalued] = (),
) -> Measurement:
    """The measurement with what is told beside its points. `lacking`: the teams that the organisation is made of."""
    series = measured.series
    without = absent(lacking, Period.parse(series.latest.period)) if lacking and series.latest else []
    forecast = forecast_of(kpi, series.step, measured.readings, measured.reporting)
    replaced = msgspec.structs.replace(
        series, without=without, coarse=coarse, forecast=forecast, unvalued=list(unvalued)
    )
    return measured._replace(series=replaced)


class _Pooled(NamedTuple):
    readings: list[Reading]
    coarse: list[Coarse]
    unvalued: list[Unvalued]


class _Whole:
    """The organisation's readings of an indicator, over the given periods of the given teams only."""

    def __init__(
        self, kpis: Mapping[str, Kpi], made: Mapping[str, Scopes], teams: Mapping[str, frozenset[Period]]
    ) -> None:
        self._kpis = kpis
        self._made = made
        self._teams = teams
        self._found: dict[str, _Pooled | None] = {}

    def of(self, id: str) -> _Pooled | None:
        """None where an operand cannot be pooled."""
        if id not in self._found:
            kpi = self._kpis[id]
            how = derivation(kpi, self._kpis)
            self._found[id] = self._derived(how) if how else self._observed(kpi)
        return self._found[id]

    def _observed(self, kpi: Kpi) -> _Pooled | None:
        pooled = pool(
            kpi,
            {
                team: [r for r in self._made[kpi.id][team].readings if r.period in periods]
                for team, periods in self._teams.items()
            },
        )
        if pooled is None:
            return None
        return _Pooled(pooled.readings, in_longer_periods(kpi, _step(pooled.readings), pooled.readings), [])

    def _derived(self, how: Derivation) -> _Pooled | None:
        operands = {id: whole for id in set(how.operands.values()) if (whole := self.of(id))}
        if len(operands) < len(set(how.operands.values())):
            return None
        derived: Derived | None = derive(how, {id: whole.readings for id, whole in operands.items()})
        if derived is None:
            return None
        step = _step(derived.readings)
        coarse = in_longer_periods(how.kpi, step, derived.readings) or derived_in_longer_periods(
            how, step, {id: whole.coarse for id, whole in operands.items()}
        )
        return _Pooled(derived.readings, coarse, derived.unvalued)


def _step(readings: Sequence[Reading]) -> str:
    return coarsest({r.period.kind for r in readings})
