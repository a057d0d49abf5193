"""What is told about every indicator: its series, the actions aimed at it, its formula, its teams side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import floor, log10

from auditloop.assess.arithmetic import median
from auditloop.assess.comparison import compare
from auditloop.assess.derived import derivation, formula_result
from auditloop.assess.indicators import Measurement
from auditloop.assess.marks import marks_of
from auditloop.assess.measuring import Measurements
from auditloop.assess.results import ActionResult, Comparison, FormulaResult, KpiResult, Series
from auditloop.assess.targets import target_steps
from auditloop.model import Kpi, Workspace


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
            targets=target_steps(kpi),
            formula=_formula(kpi, workspace),
            series=[measurement.series for measurement in by_kpi.get(kpi.id, ())],
            actions=marks.get(kpi.id, []),
            comparison=_comparison(kpi, by_kpi.get(kpi.id, ())),
        )
        for _, kpi in sorted(workspace.kpis.items())
    ]


def of_organisation(kpis: Iterable[KpiResult]) -> Iterator[tuple[KpiResult, Series]]:
    """The pooled series of each indicator; of one that only a single team reports, that team's."""
    for kpi in kpis:
        pooled = [series for series in kpi.series if series.team is None]
        if pooled or len(kpi.series) == 1:
            yield kpi, (pooled or kpi.series)[0]


def _formula(kpi: Kpi, workspace: Workspace) -> FormulaResult | None:
    how = derivation(kpi, workspace.kpis)
    return formula_result(how, workspace.kpis) if how else None


def _comparison(kpi: Kpi, measurements: Sequence[Measurement]) -> Comparison | None:
    teams = {m.series.team: m.readings for m in measurements if m.series.team is not None}
    whole = next((m.readings for m in measurements if m.series.team is None), ())
    return compare(kpi, teams, whole)


MOST_DECIMALS = 99
"""Of numbers too small to be told apart with fewer; pages write them as powers of ten."""


def decimals(values: Iterable[float]) -> int:
    """Digits after the point that show about three figures of a typical value; none for whole numbers and thousands."""
    sizes = [abs(value) for value in values if value != 0]
    typical = median(sizes)
    if typical is None or all(size == int(size) for size in sizes):
        return 0
    return min(MOST_DECIMALS, max(0 if typical >= 1000 else 1, 2 - floor(log10(typical))))


def _values(kpi: Kpi, measurements: Sequence[Measurement]) -> list[float]:
    """What teams reported; the pooled series would add digits that nobody measured."""
    return [
        point.value
        for measurement in measurements
        if measurement.series.team is not None
        for point in measurement.series.points
        if point.value is not None
    ]
