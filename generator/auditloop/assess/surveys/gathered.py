"""All surveys of one team and period as one, and those of all teams as the organisation's: counts, never averages.

Knows whose answers may be told apart, not what is computed from them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from auditloop.assess.arithmetic import weighted_mean
from auditloop.assess.periods import in_time
from auditloop.assess.surveys.small_groups import apart, together
from auditloop.model import Comment, Period, Survey, Workspace
from auditloop.ratings import Counts, pooled, total


class Rows(NamedTuple):
    """Question → one answer per respondent of the team."""

    team: str
    answers: Mapping[str, Sequence[int | None]]


class Asked(NamedTuple):
    """One dimension."""

    counts: Counts
    expectation: float | None
    importance: float | None


class Gathered(NamedTuple):
    """`team` None: the organisation. Answers to a question that fewer than five answered are not in it."""

    team: str | None
    period: Period
    channels: tuple[str, ...]
    sent: int | None
    """None where it is not known of every survey inside."""
    n: int
    """Respondents: the most answers that any question got."""
    overall: Counts
    recommend: Counts
    dimensions: Mapping[str, Asked]
    rows: tuple[Rows, ...]
    comments: tuple[Comment, ...]
    teams: tuple[str, ...]
    """Whose answers are in it."""
    without: tuple[str, ...]
    """Teams so small that the whole leaves them out."""


def gather(workspace: Workspace) -> list[Gathered]:
    """In order of time; of one period the organisation first, then teams in its order."""
    by_period: dict[Period, dict[str, list[Survey]]] = {}
    for survey in workspace.surveys:
        by_period.setdefault(survey.period, {}).setdefault(survey.team, []).append(survey)
    order = [team.id for team in workspace.organisation.teams]
    found = []
    for period in sorted(by_period, key=in_time):
        teams = {team: _as_one(team, period, by_period[period][team]) for team in order if team in by_period[period]}
        found += [_organisation(period, teams), *map(_told_apart, teams.values())]
    return found


def _as_one(team: str, period: Period, surveys: Sequence[Survey]) -> Gathered:
    """Every answer that the team got in the period, through whatever channel."""
    counts = [_respondents(survey) for survey in surveys]
    return Gathered(
        team=team,
        period=period,
        channels=tuple(sorted({survey.channel for survey in surveys if survey.channel})),
        sent=_sum(survey.sent for survey in surveys),
        n=sum(counts),
        overall=pooled(survey.overall for survey in surveys),
        recommend=pooled(survey.recommend for survey in surveys),
        dimensions=_dimensions(
            {id: Asked(asked.answers, asked.expectation, asked.importance) for id, asked in survey.dimensions.items()}
            for survey in surveys
        ),
        rows=tuple(Rows(team, survey.respondents.answers) for survey in surveys if survey.respondents),
        comments=tuple(comment for survey in surveys for comment in (*survey.comments, *_written(survey))),
        teams=(team,),
        without=(),
    )


def _organisation(period: Period, teams: Mapping[str, Gathered]) -> Gathered:
    inside = together({team: each.n for team, each in teams.items()})
    members = [each for team, each in teams.items() if team in inside]
    return Gathered(
        team=None,
        period=period,
        channels=tuple(sorted({channel for each in members for channel in each.channels})),
        sent=_sum(each.sent for each in members),
        n=sum(each.n for each in members),
        overall=_together(teams, inside, lambda each: each.overall),
        recommend=_together(teams, inside, lambda each: each.recommend),
        dimensions=_dimensions(_told_together(teams, inside)),
        rows=_rows_together(members),
        comments=tuple(comment for each in members for comment in each.comments),
        teams=tuple(team for team in teams if team in inside),
        without=tuple(team for team in teams if team not in inside),
    )


def _told_together(teams: Mapping[str, Gathered], inside: frozenset[str]) -> list[dict[str, Asked]]:
    """Of every team the dimensions in which its answers may enter the whole."""
    members = {team: each for team, each in teams.items() if team in inside}
    ids = {id for each in members.values() for id in each.dimensions}
    may = {
        id: together({t: total(each.dimensions[id].counts) for t, each in members.items() if id in each.dimensions})
        for id in ids
    }
    return [{id: asked for id, asked in each.dimensions.items() if team in may[id]} for team, each in members.items()]


def _together(teams: Mapping[str, Gathered], inside: frozenset[str], of: Callable[[Gathered], Counts]) -> Counts:
    answers = {team: of(teams[team]) for team in inside if of(teams[team])}
    may = together({team: total(counts) for team, counts in answers.items()})
    return apart(pooled(counts for team, counts in answers.items() if team in may))


def _rows_together(members: Sequence[Gathered]) -> tuple[Rows, ...]:
    """Single answers enter the whole as sums do: those of a few only beside those of as few others."""
    by_team: dict[str, int] = {}
    for each in members:
        for rows in each.rows:
            by_team[rows.team] = by_team.get(rows.team, 0) + max(map(len, rows.answers.values()), default=0)
    may = together(by_team)
    return tuple(rows for each in members for rows in each.rows if rows.team in may)


def _told_apart(each: Gathered) -> Gathered:
    """A team's answers as they may be shown beside other teams' and the organisation's."""
    if not apart({0: each.n}):
        return each._replace(overall={}, recommend={}, dimensions={}, rows=(), comments=())
    return each._replace(
        overall=apart(each.overall),
        recommend=apart(each.recommend),
        dimensions={
            id: asked if apart(asked.counts) else Asked({}, None, None) for id, asked in each.dimensions.items()
        },
    )


def _dimensions(many: Iterable[Mapping[str, Asked]]) -> dict[str, Asked]:
    """Answers summed; expectation and importance, which come as means, weighted by the answers they stand beside."""
    grouped: dict[str, list[Asked]] = {}
    for dimensions in many:
        for id, asked in dimensions.items():
            grouped.setdefault(id, []).append(asked)
    return {
        id: Asked(
            counts=pooled(asked.counts for asked in given),
            expectation=_weighted((total(a.counts), a.expectation) for a in given),
            importance=_weighted((total(a.counts), a.importance) for a in given),
        )
        for id, given in sorted(grouped.items())
    }


def _weighted(pairs: Iterable[tuple[int, float | None]]) -> float | None:
    """None where one of them is not known: some would speak for others who were not asked."""
    given = list(pairs)
    if any(value is None for n, value in given if n):
        return None
    return weighted_mean((n, value) for n, value in given if value is not None)


def _respondents(survey: Survey) -> int:
    answered = [total(survey.overall), total(survey.recommend)]
    answered += [total(asked.answers) for asked in survey.dimensions.values()]
    rows = survey.respondents.answers.values() if survey.respondents else ()
    return max([*answered, *map(len, rows)])


def _written(survey: Survey) -> tuple[Comment, ...]:
    return survey.respondents.comments if survey.respondents else ()


def _sum(numbers: Iterable[int | None]) -> int | None:
    given = list(numbers)
    known = [number for number in given if number is not None]
    return sum(known) if given and len(known) == len(given) else None
