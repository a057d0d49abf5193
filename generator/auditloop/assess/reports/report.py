"""A report as a value: what its state tells, in four parts. Orders the parts; each has a module of its own."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import structs

from auditloop.assess.changes import Changes, Noticed, compare_results
from auditloop.assess.reports import changed, dates, decide, satisfaction, topic, why
from auditloop.assess.reports.facts import Dates, Told
from auditloop.assess.reports.planned import SATISFACTION, Asked
from auditloop.assess.results import Results
from auditloop.model import Workspace


class State(NamedTuple):
    """A workspace as it was known on a day, and what could be told about it then."""

    workspace: Workspace
    results: Results


class Report(NamedTuple):
    asked: Asked
    state: State
    changed: Told
    why: Told
    decide: Told
    dates: Dates


def report_of(asked: Asked, state: State, before: State | None) -> Report:
    """What `state` tells; `before` is the state at the end of the period before, for a monthly report.

    In a satisfaction report the surveys of the period count as one, as do those of the periods it is compared with.
    """
    workspace, results = state
    if asked.kind == SATISFACTION and asked.period:
        state = State(workspace, structs.replace(results, surveys=satisfaction.in_longer(workspace, asked.period)))
        return Report(
            asked,
            state,
            satisfaction.changed(state.results, asked.period),
            satisfaction.why(state.results, asked.period),
            satisfaction.decide(workspace, state.results, asked.period),
            dates.ahead(workspace, results, asked.end),
        )
    if before is None or asked.period is None:
        gathers = workspace.topics[asked.id]
        told, open_ = topic.told_of(results, gathers), topic.decide(results, gathers)
        return Report(asked, state, Told(facts=[]), told, open_, dates.of_topic(asked.id, gathers, results, asked.end))
    difference = _changes(before.results, results)
    return Report(
        asked,
        state,
        changed.changed(results, difference),
        why.why(workspace, results, asked.period),
        decide.decide(workspace, results, asked.period),
        dates.ahead(workspace, results, asked.end),
    )


def _changes(before: Results, now: Results) -> Changes:
    return compare_results(Noticed(before, ""), Noticed(now, ""), now.generator)
