"""The register of risks on a day: levels, trend, overdue reviews and drills, and how often a risk came true."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

from auditloop.assess.actions import is_open
from auditloop.assess.results import RiskIncidents, RiskMonth, RiskRating, RiskRegister, RiskResult, RiskSummary
from auditloop.assess.risk import GRID, LEVELS
from auditloop.assess.tickets import Desk
from auditloop.model import Assessment, Risk, Workspace
from auditloop.model.period import Period
from auditloop.tickets.log import rows_where
from auditloop.tickets.spec import where_of

SERIOUS = ("extreme", "high")
"""Levels that must not be without a plan."""
RISING, FALLING, SAME = "rising", "falling", "same"
_TREND_ORDER = {RISING: 0, SAME: 1, None: 1, FALLING: 2}
_MONTHS = 12
YEAR = dt.timedelta(days=365)


def assess_risks(workspace: Workspace, desk: Desk | None, as_of: dt.date) -> RiskRegister:
    """`workspace` is the one known on the day (`as_known_on`)."""
    named_by = _named_by(workspace)
    found = [
        _result(risk, workspace.risk_team[risk.id], workspace, named_by.get(risk.id, ()), desk, as_of)
        for risk in workspace.risks.values()
    ]
    found.sort(key=lambda r: (r.closed is not None, LEVELS.index(r.level), _TREND_ORDER[r.trend], r.id))
    teams = [team.id for team in workspace.organisation.teams if any(r.team == team.id for r in found)]
    summaries = [_summary(None, found), *(_summary(team, [r for r in found if r.team == team]) for team in teams)]
    return RiskRegister(risks=found, summaries=summaries if found else [])


def level_of(assessment: Assessment) -> str:
    return GRID[assessment.likelihood - 1][assessment.impact - 1]


def trend_of(before: Assessment, now: Assessment) -> str:
    """Rising where the level is worse or, on the same level, one of both numbers rose and none fell; falling likewise.

    Numbers that went opposite ways within a level tell of no trend.
    """
    was, is_ = LEVELS.index(level_of(before)), LEVELS.index(level_of(now))
    if was != is_:
        return RISING if is_ < was else FALLING
    up = now.likelihood > before.likelihood or now.impact > before.impact
    down = now.likelihood < before.likelihood or now.impact < before.impact
    return SAME if up == down else RISING if up else FALLING


def serious_since(risk: Risk) -> dt.date | None:
    """The assessment from which on the risk has been high or extreme; None of one that is not, or is closed."""
    since = None
    for assessment in reversed(risk.assessments if risk.closed is None else ()):
        if level_of(assessment) not in SERIOUS:
            break
        since = assessment.date
    return since


def _named_by(workspace: Workspace) -> Mapping[str, Sequence[str]]:
    """Risk → actions that name it in their purpose."""
    found: dict[str, list[str]] = {}
    for action in workspace.actions.values():
        for purpose in action.for_:
            if purpose in workspace.risks:
                found.setdefault(purpose, []).append(action.id)
    return found


def _result(
    risk: Risk, team: str | None, workspace: Workspace, named_by: Sequence[str], desk: Desk | None, as_of: dt.date
) -> RiskResult:
    *earlier, now = risk.assessments
    last = risk.drills[-1] if risk.drills else None
    # An action that the day does not know yet is none.
    actions = sorted({id for id in risk.actions if id in workspace.actions} | set(named_by))
    open_ = risk.closed is None
    return RiskResult(
        id=risk.id,
        team=team,
        category=risk.category,
        owner=risk.owner,
        likelihood=now.likelihood,
        impact=now.impact,
        level=level_of(now),
        assessed=now.date,
        history=[
            RiskRating(date=each.date, likelihood=each.likelihood, impact=each.impact, level=level_of(each))
            for each in earlier
        ],
        trend=trend_of(earlier[-1], now) if earlier else None,
        has_plan=risk.plan is not None,
        review=risk.review,
        days_review_overdue=_days_overdue(risk.review, now.date, as_of) if open_ else 0,
        drills=len(risk.drills),
        last_drill=last.date if last else None,
        drill_result=last.result if last else None,
        next_drill=risk.next_drill,
        days_drill_overdue=_days_overdue(risk.next_drill, last.date if last else None, as_of) if open_ else 0,
        incidents=_incidents(risk, team, desk, as_of),
        actions=actions,
        actions_open=sum(is_open(workspace.actions[id]) for id in actions),
        closed=risk.closed.date if risk.closed else None,
    )


def _days_overdue(due: dt.date | None, last: dt.date | None, as_of: dt.date) -> int:
    """Days since the due date, while it was not done on it or later; what is due today is not late."""
    if due is None or as_of <= due or (last is not None and last >= due):
        return 0
    return (as_of - due).days


def _incidents(risk: Risk, team: str | None, desk: Desk | None, as_of: dt.date) -> RiskIncidents | None:
    """Each ticket counts once, on the day it was received."""
    if desk is None or not (risk.tickets or risk.where):
        return None
    moments = {place.id: place.received for id in risk.tickets if (place := desk.place(id))}
    if risk.where:
        where = where_of(risk.where)
        for of_team, logs in desk.teams.items():
            for log in logs if team in (None, of_team) else ():
                received = log.times["received"]
                moments.update((log.ids[row], received[row]) for row in rows_where(log, where))
    days = sorted(desk.calendar.reader.day(moment) for moment in moments.values())
    by_month = Counter(Period.containing(day, "month").text for day in days)
    running = Period.containing(as_of, "month")
    months = [running if running.last == as_of else running.previous]
    while len(months) < _MONTHS:
        months.insert(0, months[0].previous)
    return RiskIncidents(
        since_assessed=sum(day > risk.assessed for day in days),
        year=sum(day > as_of - YEAR for day in days),
        latest=days[-1] if days else None,
        months=[RiskMonth(period=month.text, n=by_month[month.text]) for month in months],
    )


def _summary(team: str | None, risks: Sequence[RiskResult]) -> RiskSummary:
    open_ = [risk for risk in risks if risk.closed is None]
    cells = Counter((risk.likelihood, risk.impact) for risk in open_)
    levels = Counter(risk.level for risk in open_)
    return RiskSummary(
        team=team,
        total=len(open_),
        by_level={level: levels[level] for level in LEVELS},
        grid=[[cells[likelihood, impact] for impact in range(1, 6)] for likelihood in range(1, 6)],
        rising=sum(risk.trend == RISING for risk in open_),
        falling=sum(risk.trend == FALLING for risk in open_),
        without_plan=sum(not risk.has_plan for risk in open_),
        serious_without_plan=sum(not risk.has_plan and risk.level in SERIOUS for risk in open_),
        reviews_overdue=sum(risk.days_review_overdue > 0 for risk in open_),
        drills_overdue=sum(risk.days_drill_overdue > 0 for risk in open_),
        drills_failed=sum(risk.drill_result not in (None, "passed") for risk in open_),
        incidents=sum(risk.incidents.since_assessed for risk in open_ if risk.incidents),
    )
