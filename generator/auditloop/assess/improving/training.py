"""Training: how each session went, sums by team and skill over twelve months, and what it did to the indicator."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from auditloop.assess.arithmetic import share
from auditloop.assess.effect import compare
from auditloop.assess.improving.gaps import training_gaps
from auditloop.assess.improving.scores import score_gain
from auditloop.assess.indicators import Measurement
from auditloop.assess.intervals import of_share
from auditloop.assess.measuring import Measurements
from auditloop.assess.results import AuditResult, EffectResult, SessionResult, TrainingResult, TrainingSums
from auditloop.model import Effect, Session, Workspace
from auditloop.model.period import Period

YEAR = dt.timedelta(days=365)
PERIODS = 3
"""Of the indicator, before a session and after it, where nobody says which."""
HELD, LATE, PLANNED, CANCELLED = "held", "late", "planned", "cancelled"
_ORDER = (LATE, PLANNED, HELD, CANCELLED)


def assess_training(
    workspace: Workspace, measured: Measurements, audits: Sequence[AuditResult], as_of: dt.date
) -> TrainingResult:
    """`workspace` is the one known on the day (`as_known_on`); `audits` are all, newest first."""
    first = as_of - YEAR + dt.timedelta(days=1)
    sessions = [
        _result(session, workspace.session_team[session.id], workspace, measured, as_of)
        for session in workspace.sessions.values()
    ]
    sessions.sort(key=_place)
    known = [None, *(team.id for team in workspace.organisation.teams)]
    teams = [team for team in known[1:] if any(s.team == team for s in sessions)]
    pairs = {(s.team, s.skill) for s in sessions if s.skill is not None and s.status != CANCELLED}
    summaries = [sums(sessions, first), *(sums(_of(sessions, team), first, team=team) for team in teams)]
    skills = [
        sums([s for s in _of(sessions, team) if s.skill == skill], first, team=team, skill=skill)
        for team, skill in sorted(pairs, key=lambda pair: (known.index(pair[0]), pair[1] or ""))
    ]
    return TrainingResult(
        first=first,
        last=as_of,
        sessions=sessions,
        summaries=summaries if sessions else [],
        skills=skills,
        gaps=training_gaps(workspace, sessions, audits) if sessions or workspace.skills else [],
    )


def sums(
    sessions: Sequence[SessionResult], first: dt.date, *, team: str | None = None, skill: str | None = None
) -> TrainingSums:
    """Of sessions of one sort; those held from `first` on count. Counts are pooled, shares are never averaged."""
    held = [s for s in sessions if s.held is not None and s.held >= first]
    tested = [s for s in held if s.passed is not None and s.attended]
    attended, expected = _reached(held)
    took, passed = sum(s.attended or 0 for s in tested), sum(s.passed or 0 for s in tested)
    return TrainingSums(
        team=team,
        skill=skill,
        held=len(held),
        expected=expected,
        attended=attended,
        coverage=share(attended, expected),
        tested=took,
        passed=passed,
        pass_rate=share(passed, took),
        pass_interval=of_share(passed, took),
        newcomers=sum(s.newcomers or 0 for s in held),
        planned=sum(s.status == PLANNED for s in sessions),
        late=sum(s.status == LATE for s in sessions),
        last_held=max((s.held for s in sessions if s.held), default=None),
    )


def coverage_on(sessions: Sequence[Session], day: dt.date) -> tuple[int, int]:
    """(Σattended, Σexpected) of the sessions held in the twelve months that end with the day."""
    return _reached([s for s in sessions if s.held and day - YEAR < s.held <= day])


def _reached(held: Sequence[Session | SessionResult]) -> tuple[int, int]:
    """(Σattended, Σexpected) of the sessions that tell both."""
    counted = [s for s in held if s.attended is not None and s.expected]
    return sum(s.attended or 0 for s in counted), sum(s.expected or 0 for s in counted)


def _of(sessions: Sequence[SessionResult], team: str | None) -> list[SessionResult]:
    return [s for s in sessions if s.team == team]


def _place(session: SessionResult) -> tuple[int, int, str]:
    """What is late or to come begins with the earliest day, what was held or cancelled with the latest."""
    day = session.held or session.planned
    turn = -1 if session.status in (HELD, CANCELLED) else 1
    return _ORDER.index(session.status), turn * day.toordinal(), session.id


def _status(session: Session, as_of: dt.date) -> str:
    if session.held is not None:
        return HELD
    if session.cancelled is not None:
        return CANCELLED
    return LATE if as_of > session.planned else PLANNED


def _result(
    session: Session, team: str | None, workspace: Workspace, measured: Measurements, as_of: dt.date
) -> SessionResult:
    status = _status(session, as_of)
    expected, attended, passed = session.expected, session.attended, session.passed
    of_skill = workspace.skills[session.skill].covers if session.skill else ()
    return SessionResult(
        id=session.id,
        team=team,
        skill=session.skill,
        kpi=session.kpi,
        status=status,
        planned=session.planned,
        held=session.held,
        days_late=(as_of - session.planned).days if status == LATE else 0,
        expected=expected,
        attended=attended,
        coverage=share(attended, expected) if attended is not None and expected is not None else None,
        passed=passed,
        pass_rate=share(passed, attended) if passed is not None and attended is not None else None,
        pass_interval=of_share(passed, attended),
        scores=score_gain(session),
        effect=_effect(session, team, workspace, measured, as_of),
        mentor=session.mentor,
        newcomers=session.newcomers,
        covers=sorted({*session.covers, *of_skill}),
    )


def _effect(
    session: Session, team: str | None, workspace: Workspace, measured: Measurements, as_of: dt.date
) -> EffectResult | None:
    """Judged as an action's effect is: the session is done on the day it was held."""
    measurement = measured.get((session.kpi, team)) if session.kpi else None
    if session.kpi is None or measurement is None or session.held is None:
        return None
    windows = session.effect
    before, after = (windows.before, windows.after) if windows else _windows(session.held, measurement)
    aim = Effect(kpi=session.kpi, before=before, after=after, target=windows.target if windows else None)
    return compare(aim, workspace.kpis[session.kpi], measurement, done=session.held, as_of=as_of)


def _windows(held: dt.date, measurement: Measurement) -> tuple[str, str]:
    """The periods before the one in which it was held, and those after it."""
    around = Period.containing(held, measurement.reporting.step)
    before, after = [around.previous], [around.next]
    while len(before) < PERIODS:
        before.insert(0, before[0].previous)
        after.append(after[-1].next)
    return f"{before[0]}..{before[-1]}", f"{after[0]}..{after[-1]}"
