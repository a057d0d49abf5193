"""Early warnings: one small module per rule, each a function from what is known to the alerts that it raises.

An alert holds for as long as its cause does: nothing is remembered from one assessment to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from auditloop.assess.alerts import (
    breach,
    concern,
    data_late,
    hot_spot,
    moved,
    overdue,
    repeated_complaint,
    target_missed,
)
from auditloop.assess.alerts.alert import SEVERITIES, Known, finished
from auditloop.assess.alerts.draft import Draft
from auditloop.assess.results import Alert
from auditloop.model.early_warning import EarlyWarning

__all__ = ["RULES", "SEVERITIES", "Known", "Rule", "assess_alerts"]


class Rule(NamedTuple):
    name: str
    """In results, words and links."""
    setting: Callable[[EarlyWarning], Any]
    """Its thresholds in the organisation file, or `off`."""
    find: Callable[[Known, Any], Iterator[Draft]]


RULES = (
    Rule("breach", lambda settings: settings.breach, breach.find),
    Rule("repeated-complaint", lambda settings: settings.repeated_complaint, repeated_complaint.find),
    Rule("hot-spot", lambda settings: settings.hot_spot, hot_spot.find),
    Rule("concern", lambda settings: settings.concern, concern.find),
    Rule("target-missed", lambda settings: settings.target_missed, target_missed.find),
    Rule("overdue", lambda settings: settings.overdue, overdue.find),
    Rule("moved", lambda settings: settings.moved, moved.find),
    Rule("data-late", lambda settings: settings.data_late, data_late.find),
)
"""In the order in which alerts of equal severity stand."""


def assess_alerts(known: Known) -> list[Alert]:
    """Most severe first, then by rule in the order of the table, longest standing first, team, subject."""
    settings = known.workspace.organisation.early_warning
    order = {team.id: position for position, team in enumerate(known.workspace.organisation.teams)}
    found = [
        (
            (SEVERITIES.index(draft.severity), position, draft.since, order.get(draft.team or "", -1), draft.subject),
            finished(known, rule.name, draft),
        )
        for position, rule in enumerate(RULES)
        if (limits := rule.setting(settings)) != "off"
        for draft in rule.find(known, limits)
    ]
    return [alert for _, alert in sorted(found, key=lambda pair: pair[0])]
