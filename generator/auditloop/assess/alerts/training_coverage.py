"""Training reached fewer than it should over twelve months, all sessions together. High where it was not even half.

Without a session that tells whom it should reach and whom it did, nothing can be said.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from auditloop.assess.alerts.alert import Known
from auditloop.assess.alerts.draft import Draft, Ended
from auditloop.assess.arithmetic import reaches
from auditloop.assess.improving.training import YEAR, coverage_on
from auditloop.assess.results import LinkTarget, TrainingShort
from auditloop.model import Session
from auditloop.model.early_warning import TrainingCoverage

_ORGANISATION = "organisation"


def find(known: Known, limits: TrainingCoverage) -> Iterator[Draft]:
    """One alert for each team, and one for the trainings of the organisation as such."""
    for team, sessions in _by_team(known).items():
        if draft := _draft(team, sessions, known.as_of, limits):
            yield draft


def ended(known: Known, limits: TrainingCoverage, since: dt.date) -> Iterator[Ended]:
    """By a session that reached enough, or by the year that one with too few is over."""
    for team, sessions in _by_team(known).items():
        held = {session.held for session in sessions}
        for day in _days(sessions, known.as_of):
            before = _draft(team, sessions, day - dt.timedelta(days=1), limits)
            if day > since and before and not _draft(team, sessions, day, limits):
                yield Ended(before, day, "trained" if day in held else "a-year-ago")


def _by_team(known: Known) -> dict[str | None, list[Session]]:
    found: dict[str | None, list[Session]] = {}
    for session in known.workspace.sessions.values():
        found.setdefault(known.workspace.session_team[session.id], []).append(session)
    return found


def _draft(team: str | None, sessions: Sequence[Session], day: dt.date, limits: TrainingCoverage) -> Draft | None:
    """What is to be said on a day; sessions held later do not count yet."""
    least = limits.percent / 100
    since = _low_since(sessions, day, least)
    if since is None:
        return None
    attended, expected = coverage_on(sessions, day)
    return Draft(
        severity="medium" if reaches(attended / expected, least / 2) else "high",
        team=team,
        subject=team or _ORGANISATION,
        since=since,
        what=TrainingShort(attended=attended, expected=expected, coverage=attended / expected, least=least),
        link=LinkTarget(kind="training", id=team or _ORGANISATION),
    )


def _low_since(sessions: Sequence[Session], as_of: dt.date, least: float) -> dt.date | None:
    since = None
    for day in reversed(_days(sessions, as_of)):
        attended, expected = coverage_on(sessions, day)
        if not expected or reaches(attended / expected, least):
            break
        since = day
    return since


def _days(sessions: Sequence[Session], as_of: dt.date) -> list[dt.date]:
    """On which the coverage changes: a session is held, or no longer counts a year later."""
    held = {session.held for session in sessions if session.held}
    return sorted(day for day in held | {day + YEAR for day in held} if day <= as_of)
