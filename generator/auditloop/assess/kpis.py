"""All indicators of a workspace: a series per team that reports, and the organisation's where pooling is allowed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from math import floor, log10

import msgspec

from auditloop.assess.arithmetic import median
from auditloop.assess.indicators import Measurement, measure
from auditloop.assess.marks import marks_of
from auditloop.assess.measures import Reading, reading
from auditloop.assess.pooling import absent, pool
from auditloop.assess.results import ActionResult, KpiResult
from auditloop.model import Kpi, Workspace
from auditloop.model.period import Period

Measurements = Mapping[tuple[str, str | None], Measurement]
"""(kpi, team) → its measurement; team None is the organisation. By kpi id, organisation first, then teams in order."""


def measure_all(workspace: Workspace, as_of: dt.date) -> Measurements:
    """Every series of every indicator in one pass over the observations."""
    grouped: dict[str, dict[str, list[Reading]]] = {}
    for observed in workspace.observations:
        kpi = workspace.kpis[observed.kpi]
        of_kpi = grouped.setdefault(observed.kpi, {})
        of_kpi.setdefault(observed.team, []).append(reading(kpi, observed.period, observed.measured))
    order = [team.id for team in workspace.organisation.teams]
    found: dict[tuple[str, str | None], Measurement] = {}
    for id_, kpi in sorted(workspace.kpis.items()):
        teams = {team: readings for team in order if (readings := grouped.get(id_, {}).get(team))}
        pooled = pool(kpi, teams)
        if pooled:
            found[id_, None] = _without(measure(kpi, None, pooled.readings, as_of, pooled.how), teams)
        for team, readings in teams.items():
            found[id_, team] = measure(kpi, team, readings, as_of)
    return found


def _without(pooled: Measurement, teams: Mapping[str, Sequence[Reading]]) -> Measurement:
    """The organisation's measurement, saying which teams its latest value lacks."""
    latest = pooled.series.latest
    lacking = absent(teams, Period.parse(latest.period)) if latest else []
    return pooled._replace(series=msgspec.structs.replace(pooled.series, without=lacking))


def assess_kpis(workspace: Workspace, measured: Measurements, actions: Sequence[ActionResult]) -> list[KpiResult]:
    """By id; an indicator nobody has reported yet has no series. `actions` are all, judged, in any order."""
    marks = marks_of(workspace, measured, actions)
    by_kpi: dict[str, list[Measurement]] = {}
    for (kpi, _), measurement in measured.items():
        by_kpi.setdefault(kpi, []).append(measurement)
    return [
        KpiResult(
            id=kpi.id,
            dimension=kpi.dimension,
            unit=kpi.unit,
            better=kpi.better,
            decimals=kpi.decimals if kpi.decimals is not None else decimals(_values(kpi, by_kpi.get(kpi.id, ()))),
            formula=None,
            series=[measurement.series for measurement in by_kpi.get(kpi.id, ())],
            actions=marks.get(kpi.id, []),
            comparison=None,
        )
        for _, kpi in sorted(workspace.kpis.items())
    ]


def decimals(values: Iterable[float]) -> int:
    """Digits after the point that show about three figures of a typical value; none for whole numbers and thousands."""
    sizes = [abs(value) for value in values if value != 0]
    typical = median(sizes)
    if typical is None or all(size == int(size) for size in sizes):
        return 0
    return min(6, max(0 if typical >= 1000 else 1, 2 - floor(log10(typical))))


def _values(kpi: Kpi, measurements: Sequence[Measurement]) -> list[float]:
    """What teams reported; the pooled series would add digits that nobody measured."""
    return [
        point.value
        for measurement in measurements
        if measurement.series.team is not None
        for point in measurement.series.points
        if point.value is not None
    ]
