"""What the data say about the records that a topic gathers, apart from its indicators, which each have a chart."""

from __future__ import annotations

from collections.abc import Iterator

from auditloop.assess.reports.facts import (
    Blocked,
    CategoryStands,
    DimensionStands,
    EffectSeen,
    Fact,
    NoMeasure,
    NotSustained,
    Overdue,
    StandardStands,
    Told,
)
from auditloop.assess.reports.order import told
from auditloop.assess.results import Results
from auditloop.model import Topic

MOST = 14
_WITH_EFFECT = ("effective", "partly", "ineffective")


def told_of(results: Results, topic: Topic) -> Told:
    return told(_facts(results, topic), MOST)


def decide(results: Results, topic: Topic) -> Told:
    """What of it is late, stuck, or taken up by nobody."""
    return told(_open(results, topic), MOST)


def _facts(results: Results, topic: Topic) -> Iterator[Fact]:
    """In order of time: what was tried, what came back; then how customers fare."""
    actions = {action.id: action for action in results.actions}
    tried = [actions[id] for id in topic.actions if id in actions]
    tried.sort(key=lambda action: (action.done or action.due, action.id))
    yield from (EffectSeen(action=a.id) for a in tried if a.effect and a.effect.verdict in _WITH_EFFECT)
    back = [f for f in results.findings if f.id in topic.findings and f.not_sustained]
    yield from (NotSustained(finding=f.id, actions=f.not_sustained) for f in back)
    for standard in topic.standards:
        if any(s.id == standard and s.team == topic.team and s.due for s in results.standard_summaries):
            yield StandardStands(standard=standard, team=topic.team)
    tickets = next((t for t in results.tickets if t.team == topic.team), None)
    for category in topic.categories:
        if tickets and any(count.key == category for count in tickets.complaint_categories):
            yield CategoryStands(category=category, team=topic.team)
    for dimension in topic.dimensions:
        asked = [
            survey.period
            for survey in results.surveys
            if survey.team == topic.team and any(d.id == dimension and d.csat for d in survey.dimensions)
        ]
        if asked:
            yield DimensionStands(dimension=dimension, team=topic.team, period=asked[-1])


def _open(results: Results, topic: Topic) -> Iterator[Fact]:
    mine = [action for action in results.actions if action.id in topic.actions]
    yield from (Overdue(action=a.id) for a in mine if a.overdue)
    yield from (Blocked(action=a.id) for a in mine if a.status == "blocked" and not a.overdue)
    alone = [f for f in results.findings if f.id in topic.findings and f.status == "open" and not f.actions]
    yield from (NoMeasure(finding=f.id) for f in alone)
