"""The service star: the team whose customers are satisfied most, where chance does not explain it.

Of the teams with enough answers in a period, the one with the highest CSAT, if the 95 % interval of its CSAT lies
wholly above the CSAT of every other one.
"""

from __future__ import annotations

from collections.abc import Sequence

from auditloop.assess.results import StarPeriod, SurveyResult, SurveyShare
from auditloop.model.early_warning import ServiceStar
from auditloop.model.period import Period

DISTINCT, NOT_DISTINCT, TOO_FEW = "distinct", "not-distinct", "too-few-teams"


def star_periods(surveys: Sequence[SurveyResult], limits: ServiceStar) -> list[StarPeriod]:
    """Every period in which a team was surveyed, oldest first."""
    shares: dict[str, dict[str, SurveyShare]] = {}
    for survey in surveys:
        if survey.team is not None:
            found = shares.setdefault(survey.period, {})
            if survey.csat is not None and survey.csat.of >= limits.answers:
                found[survey.team] = survey.csat
    return [_star(period, shares[period]) for period in sorted(shares, key=Period.parse)]


def _star(period: str, shares: dict[str, SurveyShare]) -> StarPeriod:
    if len(shares) < 2:
        return StarPeriod(
            period=period,
            team=None,
            why=TOO_FEW,
            best=None,
            csat=None,
            interval=None,
            n=None,
            next=None,
            next_csat=None,
        )
    best, second, *_ = sorted(shares, key=lambda team: (-shares[team].value, team))
    is_star = shares[best].interval[0] > shares[second].value
    return StarPeriod(
        period=period,
        team=best if is_star else None,
        why=DISTINCT if is_star else NOT_DISTINCT,
        best=best,
        csat=shares[best].value,
        interval=shares[best].interval,
        n=shares[best].of,
        next=second,
        next_csat=shares[second].value,
    )
