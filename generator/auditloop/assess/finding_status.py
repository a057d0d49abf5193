"""Where a finding stands in the closed loop, and by which rule: it follows from its actions, nobody writes it.

Knows one finding and the actions taken for it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from auditloop.model import Action, Finding

OPEN, PLANNED, IN_ACTION = "open", "planned", "in-action"
AWAITING, CLOSED, ACCEPTED = "awaiting-verification", "closed", "accepted"
STATUSES = (OPEN, PLANNED, IN_ACTION, AWAITING, ACCEPTED, CLOSED)

REASONS = (
    "no-action",
    "actions-cancelled",
    "action-planned",
    "action-running",
    "action-blocked",
    "action-remaining",
    "not-verified",
    "verified-partly",
    "verified-ineffective",
    "cause-missing",
    "corrective-missing",
    "verified-effective",
    "actions-done",
    "good-practice",
    "accepted",
)
"""Every rule that can decide, in the order of the loop."""

NEED_VERIFICATION = ("major", "minor")


class Status(NamedTuple):
    status: str
    why: str
    """One of REASONS."""


def finding_status(finding: Finding, class_: str, actions: Sequence[Action], as_of: dt.date) -> Status:
    """Status of a finding from the actions taken for it; `class_` is the effective class.

    Cancelled actions count as none. Then, in this order:

    - a good practice has nothing to close: closed;
    - no action: open; all still planned: planned; some unfinished: in-action;
    - major and minor: at least one action verified effective closes it; else one done but not verified yet:
      awaiting-verification; else verification says it did not (fully) work: open again, the loop starts anew;
    - major also needs a written cause and a corrective action, else it waits: awaiting-verification;
    - observation and opportunity close when their actions are done, unless all were verified ineffective;
    - what is not closed and lives under an acceptance (until ≥ as_of): accepted.

    Source: methods, "Actions".
    """
    status = _from_actions(finding, class_, actions)
    if status.status != CLOSED and finding.accepted is not None and finding.accepted.until >= as_of:
        return Status(ACCEPTED, "accepted")
    return status


def _from_actions(finding: Finding, class_: str, actions: Sequence[Action]) -> Status:
    if class_ == "good-practice":
        return Status(CLOSED, "good-practice")
    live = [action for action in actions if action.status != "cancelled"]
    if not live:
        return Status(OPEN, "actions-cancelled" if actions else "no-action")
    return _unfinished(live) or _finished(finding, class_, live)


def _unfinished(live: Sequence[Action]) -> Status | None:
    """While any action is not done yet; None when all are."""
    states = {action.status for action in live}
    if states == {"planned"}:
        return Status(PLANNED, "action-planned")
    if "in-progress" in states:
        return Status(IN_ACTION, "action-running")
    if "blocked" in states:
        return Status(IN_ACTION, "action-blocked")
    if "planned" in states:
        return Status(IN_ACTION, "action-remaining")
    return None


def _finished(finding: Finding, class_: str, live: Sequence[Action]) -> Status:
    """Once every action is done: is it proven, is it waiting, or did it not work?"""
    verdicts = {action.verification.result if action.verification else None for action in live}
    if class_ not in NEED_VERIFICATION:
        if verdicts == {"ineffective"}:
            return Status(OPEN, "verified-ineffective")
        return Status(CLOSED, "verified-effective" if "effective" in verdicts else "actions-done")
    if "effective" not in verdicts:
        if None in verdicts:
            return Status(AWAITING, "not-verified")
        return Status(OPEN, "verified-partly" if "partly" in verdicts else "verified-ineffective")
    if class_ == "major" and finding.cause is None:
        return Status(AWAITING, "cause-missing")
    if class_ == "major" and not any(action.type == "corrective" for action in live):
        return Status(AWAITING, "corrective-missing")
    return Status(CLOSED, "verified-effective")
