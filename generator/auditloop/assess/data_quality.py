"""How complete and fresh the reported values are, per team and over all, and how far the texts are translated.

Knows when values are due (from reporting), not what they mean.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence, Set

from auditloop.assess.arithmetic import share
from auditloop.assess.indicators import Measurement
from auditloop.assess.measuring import Measurements
from auditloop.assess.periods import in_time
from auditloop.assess.results import DataQuality, Missing, TeamQuality
from auditloop.assess.translation import assess_translation
from auditloop.model import Audit, Kpi, Workspace

Record = tuple[str, str]
"""(kind of record, id), as in `Workspace.origins`."""


def assess_data_quality(
    workspace: Workspace, measured: Measurements, finals: Sequence[Audit], doubted: Set[Record] | None
) -> DataQuality:
    """Over every series a team has ever reported; `finals` are final audits, oldest first.

    Accuracy = records that validation warned nothing of ÷ all records; None where nobody has looked.
    Completeness = present ÷ expected values; freshness = series whose last due value is there ÷ all series.
    Source: domain facts, "Composite scores"; due means ten days after the end of the period.
    """
    by_team: dict[str, dict[str, Measurement]] = {team.id: {} for team in workspace.organisation.teams}
    for (kpi, team), measurement in measured.items():
        if team is not None and is_handed_in(workspace.kpis[kpi]):
            by_team[team][kpi] = measurement
    last_audits = {audit.team: audit.date for audit in finals}
    teams = [_team(team, series, last_audits) for team, series in by_team.items()]
    every = [measurement for series in by_team.values() for measurement in series.values()]
    translation, untranslated = assess_translation(workspace)
    return DataQuality(
        completeness=share(sum(t.present for t in teams), sum(t.expected for t in teams)),
        freshness=share(sum(not m.reporting.last_due_missing for m in every), len(every)),
        accuracy=_accuracy(workspace, doubted),
        missing=[
            Missing(team=team, kpi=kpi, period=period)
            for team, series in by_team.items()
            for kpi, measurement in series.items()
            for period in measurement.series.missing
        ],
        teams=teams,
        translation=translation,
        untranslated=untranslated,
    )


def is_handed_in(kpi: Kpi) -> bool:
    """Nobody hands in what a formula or the tickets give."""
    return kpi.formula is None and kpi.from_tickets is None


def _accuracy(workspace: Workspace, doubted: Set[Record] | None) -> float | None:
    records = workspace.origins.keys()
    return None if doubted is None else share(len(records - doubted), len(records))


def _team(team: str, series: Mapping[str, Measurement], last_audits: Mapping[str, dt.date]) -> TeamQuality:
    expected = sum(m.reporting.expected for m in series.values())
    present = expected - sum(len(m.reporting.missing) for m in series.values())
    periods = [r.period for m in series.values() for r in m.readings if r.value is not None]
    return TeamQuality(
        team=team,
        expected=expected,
        present=present,
        completeness=share(present, expected),
        late=sum(m.reporting.last_due_missing for m in series.values()),
        last_period=str(max(periods, key=in_time)) if periods else None,
        last_audit=last_audits.get(team),
    )
