"""What a gate looks at, in results: every subject it is about, with its value. Knows no limits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from auditloop.assess.findings import is_open
from auditloop.assess.results import Results
from auditloop.model.policy import Gate


@dataclass(frozen=True, slots=True)
class Subject:
    """Who or what has a value; the same in two results where it is the same."""

    team: str | None = None
    checklist: str | None = None
    domain: str | None = None
    index: str | None = None


class Measured(NamedTuple):
    value: float | None
    records: tuple[str, ...] = ()


def measured(gate: Gate, results: Results) -> dict[Subject, Measured]:
    """In the order of the results; only what the gate narrows itself to."""
    return {
        subject: value
        for subject, value in _MEASURES[gate.measure](gate, results)
        if all(
            wanted in (None, getattr(subject, key))
            for key, wanted in (
                ("team", gate.team),
                ("checklist", gate.checklist),
                ("domain", gate.domain),
                ("index", gate.index),
            )
        )
    }


Found = Iterator[tuple[Subject, Measured]]


def _audits(gate: Gate, results: Results) -> Found:
    for team in results.teams:
        for mark in team.latest:
            yield Subject(team=team.id, checklist=mark.checklist), Measured(mark.score, (mark.audit,))


def _domains(gate: Gate, results: Results) -> Found:
    for team in results.teams:
        for each in team.domains:
            yield Subject(team.id, each.checklist, each.domain), Measured(each.score, (each.audit,))


def _indices(gate: Gate, results: Results) -> Found:
    of_organisation = gate.scope == "organisation"
    for index in results.indices:
        if (index.scope.team is None) == of_organisation:
            yield Subject(index.scope.team, index=index.id), Measured(index.latest.score if index.latest else None)


def _overdue(gate: Gate, results: Results) -> Found:
    return _counted(gate, results, [(action.team, action.id) for action in results.actions if action.overdue])


def _alerts(gate: Gate, results: Results) -> Found:
    found = [(each.team, each.id) for each in results.alerts if gate.rule in (None, each.rule)]
    return _counted(gate, results, found)


def _findings(gate: Gate, results: Results) -> Found:
    found = [
        (each.team, each.id)
        for each in results.findings
        if is_open(each) and gate.class_ in (None, each.class_effective)
    ]
    return _counted(gate, results, found)


def _counted(gate: Gate, results: Results, found: Sequence[tuple[str | None, str]]) -> Found:
    """Number of records per team, nought included, or of all of them."""
    if gate.scope == "organisation":
        records = tuple(id_ for _, id_ in found)
        yield Subject(), Measured(len(records), records)
        return
    for team in results.teams:
        records = tuple(id_ for owner, id_ in found if owner == team.id)
        yield Subject(team=team.id), Measured(len(records), records)


_MEASURES: Mapping[str, Callable[[Gate, Results], Found]] = {
    "audit-score": _audits,
    "domain-score": _domains,
    "index": _indices,
    "overdue": _overdue,
    "alerts": _alerts,
    "open-findings": _findings,
}
