"""The rules together, for every team."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from auditloop.assess.recognition.problems_again import problems_again
from auditloop.assess.recognition.star import star_periods
from auditloop.assess.recognition.zero_complaints import Months, zero_complaint_months
from auditloop.assess.results import (
    ActionResult,
    FindingResult,
    RecognitionResult,
    SurveyResult,
    TeamRecognition,
)
from auditloop.assess.tickets import Desk
from auditloop.model import Workspace
from auditloop.model.period import Period


def assess_recognition(
    workspace: Workspace,
    findings: Sequence[FindingResult],
    actions: Sequence[ActionResult],
    surveys: Sequence[SurveyResult],
    desk: Desk | None,
    as_of: dt.date,
) -> RecognitionResult:
    """`findings`, `actions` and `surveys` are all, judged, in any order."""
    rules = workspace.organisation.recognition
    stars = star_periods(surveys, rules.service_star) if rules.service_star != "off" else []
    months = (
        zero_complaint_months(desk, as_of, rules.zero_complaint_month) if rules.zero_complaint_month != "off" else {}
    )
    again = (
        problems_again(workspace, findings, as_of.year, rules.repeated_problem)
        if rules.repeated_problem != "off"
        else {}
    )
    teams = []
    for team in workspace.organisation.teams:
        found = months.get(team.id, Months(0, [], 0))
        problems = again.get(team.id, [])
        tried = [a for a in actions if a.team == team.id and _is_tried(workspace, a, as_of.year)]
        teams.append(
            TeamRecognition(
                team=team.id,
                months=found.counted,
                zero_complaint_months=found.zero,
                zero_in_a_row=found.in_a_row,
                stars=[
                    s.period for s in stars if s.team == team.id and Period.parse(s.period).first.year == as_of.year
                ],
                problems_again=problems,
                points_lost=sum((problem.points for problem in problems), 0.0),
                innovations=sorted(a.id for a in tried),
                innovations_failed=sorted(a.id for a in tried if a.verdict not in (None, "effective")),
            )
        )
    return RecognitionResult(year=as_of.year, star_periods=stars, teams=teams)


def _is_tried(workspace: Workspace, action: ActionResult, year: int) -> bool:
    """An innovation that was begun, done or judged in the year."""
    written = workspace.actions[action.id]
    days = [action.opened, action.done, written.verification.date if written.verification else None]
    return written.innovation and any(day is not None and day.year == year for day in days)
