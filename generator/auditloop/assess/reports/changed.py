"""What changed in a month: taken from the comparison of its end with the end of the month before."""

from __future__ import annotations

from collections.abc import Iterator

from auditloop.assess.changes import Changes
from auditloop.assess.reports.facts import (
    ActionsMoved,
    AlertsMoved,
    AuditMade,
    Fact,
    FindingsMoved,
    IndexMoved,
    TargetTurned,
    Told,
    Turned,
)
from auditloop.assess.reports.order import told
from auditloop.assess.results import Results

MOST = 11
_TURNS = 3
"""Series named for each judgement."""
_AUDITS = 3


def changed(results: Results, changes: Changes) -> Told:
    """The index, what turned beyond chance, targets, audits, and what moved in the registers."""
    return told(_facts(results, changes), MOST)


def _facts(results: Results, changes: Changes) -> Iterator[Fact]:
    yield from _index(results)
    yield from _turned(changes)
    yield from _targets(changes)
    made = [a for a in changes.audits if a.what in ("added", "finalised") and a.status == "final"]
    yield from (AuditMade(audit=audit.id) for audit in made[:_AUDITS])
    yield from _registers(results, changes)


def _index(results: Results) -> Iterator[Fact]:
    """The one of most parts tells most."""
    whole = [index for index in results.indices if index.scope.team is None and index.latest]
    if whole:
        parts = {index.id: len(index.latest.parts) if index.latest else 0 for index in whole}
        yield IndexMoved(index=min(whole, key=lambda index: (-parts[index.id], index.id)).id)


def _turned(changes: Changes) -> Iterator[Fact]:
    """The organisation's before teams'. Of one that turned for the organisation, its teams are told as the cause."""
    for judgement in ("concern", "improvement"):
        turned = [s for s in changes.series if s.variation == judgement and s.variation_before != judgement]
        whole = {s.kpi for s in turned if s.team is None}
        shown = [s for s in turned if s.team is None or s.kpi not in whole]
        shown.sort(key=lambda s: (s.team is not None, s.met is not False, s.kpi, s.team or ""))
        yield from (Turned(kpi=s.kpi, team=s.team, judgement=judgement) for s in shown[:_TURNS])


def _targets(changes: Changes) -> Iterator[Fact]:
    for met in (False, True):
        turned = [s.kpi for s in changes.series if s.team is None and s.met is met and s.met_before is (not met)]
        if turned:
            yield TargetTurned(kpis=sorted(turned), met=met)


def _registers(results: Results, changes: Changes) -> Iterator[Fact]:
    good = {finding.id for finding in results.findings if finding.class_ == "good-practice"}

    def findings(what: str) -> list[str]:
        return [shift.id for shift in changes.findings if shift.what == what and shift.id not in good]

    moved = FindingsMoved(added=findings("added"), closed=findings("closed"), reopened=findings("reopened"))
    if moved.added or moved.closed or moved.reopened:
        yield moved

    def actions(what: str) -> list[str]:
        return [shift.id for shift in changes.actions if what in shift.what]

    steps = ActionsMoved(added=actions("added"), done=actions("done"), verified=actions("verified"))
    if steps.added or steps.done or steps.verified:
        yield steps
    alerts = [alert.what for alert in changes.alerts]
    if alerts:
        yield AlertsMoved(new=alerts.count("new"), over=alerts.count("over"))
