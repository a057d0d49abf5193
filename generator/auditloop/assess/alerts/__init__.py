"""Early warnings: one small module per rule, each a function from what is known to the alerts that it raises.

An alert holds for as long as its cause does: nothing is remembered from one assessment to the next.
"""

from __future__ import annotations

import datetime as dt
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
    risk_without_plan,
    target_missed,
    training_coverage,
)
from auditloop.assess.alerts.alert import SEVERITIES, Known, finished
from auditloop.assess.alerts.draft import Draft, Ended
from auditloop.assess.results import Alert, EndedAlert
from auditloop.model.early_warning import EarlyWarning

__all__ = ["RULES", "SEVERITIES", "Known", "Rule", "assess_alerts", "assess_ended", "ended_since"]


class Rule(NamedTuple):
    name: str
    """In results, words and links."""
    setting: Callable[[EarlyWarning], Any]
    """Its thresholds in the organisation file, or `off`."""
    find: Callable[[Known, Any], Iterator[Draft]]
    ended: Callable[[Known, Any, dt.date], Iterator[Ended]] | None = None
    """Which of its alerts ended since a day; None where the data do not say when their cause ended."""


RULES = (
    Rule("breach", lambda settings: settings.breach, breach.find, breach.ended),
    Rule(
        "repeated-complaint",
        lambda settings: settings.repeated_complaint,
        repeated_complaint.find,
        repeated_complaint.ended,
    ),
    Rule("hot-spot", lambda settings: settings.hot_spot, hot_spot.find, hot_spot.ended),
    Rule("concern", lambda settings: settings.concern, concern.find, concern.ended),
    Rule("target-missed", lambda settings: settings.target_missed, target_missed.find, target_missed.ended),
    Rule("overdue", lambda settings: settings.overdue, overdue.find, overdue.ended),
    Rule("moved", lambda settings: settings.moved, moved.find, moved.ended),
    Rule("data-late", lambda settings: settings.data_late, data_late.find),
    Rule(
        "training-coverage",
        lambda settings: settings.training_coverage,
        training_coverage.find,
        training_coverage.ended,
    ),
    Rule("risk-without-plan", lambda settings: settings.risk_without_plan, risk_without_plan.find),
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


def ended_since(as_of: dt.date) -> dt.date:
    """The first day of the month before: what a whole month can end, ended by then."""
    return (as_of.replace(day=1) - dt.timedelta(days=1)).replace(day=1)


def assess_ended(known: Known) -> list[EndedAlert]:
    """Alerts that held at the end of a day since `ended_since` and hold no more: latest first, then as alerts stand.

    Each rule tells it from the data, where they say when a cause ended: values that came late do not. A past that was
    written otherwise since is told as it is written now.
    """
    settings = known.workspace.organisation.early_warning
    order = {team.id: position for position, team in enumerate(known.workspace.organisation.teams)}
    since = ended_since(known.as_of)
    found = []
    for position, rule in enumerate(RULES):
        limits = rule.setting(settings)
        if limits == "off" or rule.ended is None:
            continue
        for each in rule.ended(known, limits, since):
            draft = each.draft
            if each.until > draft.since:
                place = SEVERITIES.index(draft.severity), position, order.get(draft.team or "", -1), draft.subject
                alert = finished(known, rule.name, draft)
                told = EndedAlert(alert=alert, until=each.until, by=each.by, period=each.period, value=each.value)
                found.append(((-each.until.toordinal(), *place), told))
    return [told for _, told in sorted(found, key=lambda pair: pair[0])]
