"""The whole comparison of two states, in order. Holds no rule of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

import msgspec

from auditloop.assess.changes.actions import action_shifts
from auditloop.assess.changes.audits import audit_shifts
from auditloop.assess.changes.findings import finding_shifts
from auditloop.assess.changes.indicators import indicator_shifts, series_shifts
from auditloop.assess.changes.indices import index_shifts
from auditloop.assess.changes.next_steps import next_step_shifts
from auditloop.assess.changes.noticed import problem_shifts
from auditloop.assess.changes.targets import target_shifts
from auditloop.assess.changes.values import CONCERN, IMPROVEMENT, NEUTRAL, Changes, ProblemShift, Side, Tally
from auditloop.assess.changes.warnings import alert_shifts
from auditloop.assess.results import Results
from auditloop.problems import Problem


@dataclass(frozen=True, slots=True)
class Noticed:
    """One state: its results, what it is called, and the problems of its files (None: nobody knows them)."""

    results: Results
    name: str
    commit: str | None = None
    problems: Sequence[Problem] | None = None


class _Judged(Protocol):
    @property
    def judgement(self) -> str: ...


def compare_results(base: Noticed, head: Noticed, generator: str) -> Changes:
    """Everything that `head` has and `base` had not, or had otherwise. Equal states give empty lists."""
    was, now = base.results, head.results
    problems: list[ProblemShift] | None = None
    gone: int | None = None
    if base.problems is not None and head.problems is not None:
        problems, gone = problem_shifts(base.problems, head.problems)
    targets = target_shifts((was.kpis, was.standards), (now.kpis, now.standards))
    audits = audit_shifts(was.audits, now.audits)
    findings = finding_shifts(was.findings, now.findings)
    actions = action_shifts(was.actions, now.actions)
    alerts = alert_shifts(was.alerts, now.alerts)
    indicators = indicator_shifts(was.kpis, now.kpis)
    series = series_shifts(was.kpis, now.kpis)
    indices = index_shifts(was.indices, now.indices)
    of_their_own = [shift for shift in series if not shift.only_follows]
    told: Iterable[_Judged] = chain(
        targets, audits, findings, actions, alerts, indicators, of_their_own, indices, problems or ()
    )
    judged = Counter(each.judgement for each in told)
    return Changes(
        generator=generator,
        organisation=now.organisation,
        base=side_of(base),
        head=side_of(head),
        tally=Tally(concerns=judged[CONCERN], improvements=judged[IMPROVEMENT], neutral=judged[NEUTRAL]),
        targets=targets,
        audits=audits,
        findings=findings,
        actions=actions,
        alerts=alerts,
        indicators=indicators,
        series=series,
        indices=indices,
        next_steps=next_step_shifts(was.next_steps.steps, now.next_steps.steps),
        problems=problems,
        problems_gone=gone,
    )


def side_of(state: Noticed) -> Side:
    """Which state it is, for those who read of it."""
    results = state.results
    return Side(
        name=state.name,
        commit=state.commit,
        as_of=results.as_of,
        generator=results.generator,
        data_hash=results.data_hash,
    )


def encode_changes(changes: Changes) -> bytes:
    """JSON of two spaces' indentation, UTF-8, a newline at the end: it is read by people, too."""
    return msgspec.json.format(msgspec.json.encode(changes), indent=2) + b"\n"
