"""Training reached fewer than it should over twelve months, all sessions together. High where it was not even half.

Without a session that tells whom it should reach and whom it did, nothing can be said.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from auditloop.assess.alerts.alert import Known
from auditloop.assess.alerts.draft import Draft
from auditloop.assess.arithmetic import reaches
from auditloop.assess.improving.training import YEAR, coverage_on
from auditloop.assess.results import LinkTarget, TrainingShort
from auditloop.model import Session
from auditloop.model.early_warning import TrainingCoverage

_ORGANISATION = "organisation"


def find(known: Known, limits: TrainingCoverage) -> Iterator[Draft]:
    """One alert for each team, and one for the trainings of the organisation as such."""
    by_team: dict[str | None, list[Session]] = {}
    for session in known.workspace.sessions.values():
        by_team.setdefault(known.workspace.session_team[session.id], []).append(session)
    least = limits.percent / 100
    for team, sessions in by_team.items():
        if (since := _low_since(sessions, known.as_of, least)) is not None:
            attended, expected = coverage_on(sessions, known.as_of)
            yield Draft(
                severity="medium" if reaches(attended / expected, least / 2) else "high",
                team=team,
                subject=team or _ORGANISATION,
                since=since,
                what=TrainingShort(attended=attended, expected=expected, coverage=attended / expected, least=least),
                link=LinkTarget(kind="training", id=team or _ORGANISATION),
            )


def _low_since(sessions: Sequence[Session], as_of: dt.date, least: float) -> dt.date | None:
    """Coverage changes on days on which a session is held, and a year later, when it no longer counts."""
    held = {session.held for session in sessions if session.held}
    days = sorted(day for day in held | {day + YEAR for day in held} if day <= as_of)
    since = None
    for day in reversed(days):
        attended, expected = coverage_on(sessions, day)
        if not expected or reaches(attended / expected, least):
            break
        since = day
    return since
