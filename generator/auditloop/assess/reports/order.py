"""What all parts of a report share: the limit of a list, and which series speak for the organisation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditloop.assess.reports.facts import Fact, Told
from auditloop.assess.results import KpiResult, Results, Series


def told(facts: Iterable[Fact], most: int) -> Told:
    """The first `most` of facts in the order of importance."""
    every = list(facts)
    return Told(facts=every[:most], left_out=max(0, len(every) - most))


def of_organisation(results: Results) -> Iterator[tuple[KpiResult, Series]]:
    """The pooled series of each indicator; of one that a single team reports, that team's."""
    for kpi in results.kpis:
        pooled = [series for series in kpi.series if series.team is None]
        if pooled or len(kpi.series) == 1:
            yield kpi, (pooled or kpi.series)[0]
