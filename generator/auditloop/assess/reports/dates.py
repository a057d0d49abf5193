"""Which days come next: what is due, which acceptances end, what people announced."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from auditloop.assess.actions import is_open
from auditloop.assess.reports.facts import Ahead, Dates
from auditloop.assess.results import Results
from auditloop.model import Topic, Workspace

AHEAD = dt.timedelta(days=45)
MOST = 10


def ahead(workspace: Workspace, results: Results, end: dt.date) -> Dates:
    """Of the six weeks after the end of the period, in order of time."""
    return _in_time([each for each in _all(workspace, results) if end < each.date <= end + AHEAD])


def of_topic(id: str, topic: Topic, results: Results, end: dt.date) -> Dates:
    """Everything still to come of what the topic gathers, and what its author announced."""
    found = [
        Ahead(date=action.due, kind="action", id=action.id)
        for action in results.actions
        if action.id in topic.actions and is_open(action) and action.due > end
    ]
    found += [
        Ahead(date=announced.date, kind="written", id=f"topic/{id}/{position}")
        for position, announced in enumerate(topic.next_dates)
        if announced.date > end
    ]
    return _in_time(found)


def _in_time(found: list[Ahead]) -> Dates:
    found.sort(key=lambda each: (each.date, each.kind, each.id))
    return Dates(ahead=found[:MOST], left_out=max(0, len(found) - MOST))


def _all(workspace: Workspace, results: Results) -> Iterator[Ahead]:
    for action in results.actions:
        if is_open(action):
            yield Ahead(date=action.due, kind="action", id=action.id)
    for plan in results.plans:
        yield from (Ahead(date=m.due, kind="milestone", id=m.id) for m in plan.milestones if m.done is None)
    yield from (Ahead(date=r.review, kind="review", id=r.id) for r in results.risks.risks if r.review)
    for decision in results.decisions:
        # One that an action carries out is due with it.
        if decision.status == "open" and decision.due and decision.action is None:
            yield Ahead(date=decision.due, kind="decision", id=f"{decision.record}/{decision.position}")
    for audit in workspace.audits.values():
        for finding in audit.findings:
            if finding.accepted and finding.accepted.until:
                yield Ahead(date=finding.accepted.until, kind="acceptance", id=finding.id)
    for id, commentary in workspace.commentaries.items():
        for position, announced in enumerate(commentary.next_dates):
            yield Ahead(date=announced.date, kind="written", id=f"commentary/{id}/{position}")
