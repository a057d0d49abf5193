"""Every survey beside the one before it, the one a year before, and the other teams' of its period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from auditloop.assess.surveys.differences import (
    Difference,
    csat_difference,
    error_difference,
    nps_difference,
    shared_confidence,
    without,
)
from auditloop.assess.surveys.gathered import Gathered
from auditloop.assess.surveys.index import Weights, answered, csi_error, csi_of, weights_of
from auditloop.assess.surveys.small_groups import apart, shown
from auditloop.model import Organisation


class Change(NamedTuple):
    """Since an earlier survey of the same scope."""

    period: str
    csat: Difference | None
    nps: Difference | None
    csi: Difference | None


class Contrast(NamedTuple):
    """A team beside all other teams of the period together."""

    confidence: float
    """Of each interval, so that those of all teams together hold in 95 of 100 cases."""
    csat: Difference | None
    nps: Difference | None


class Beside(NamedTuple):
    """What one survey is compared with."""

    previous: Gathered | None
    year_ago: Gathered | None
    whole: Gathered | None
    """The organisation's, for a team."""
    teams: int
    """Teams compared in this period."""


def neighbours(gathered: Sequence[Gathered]) -> list[Beside]:
    """Of each, in the order given (which is by time). Hidden ones are compared with nothing."""
    whole = {each.period: each for each in gathered if each.team is None}
    count: dict[str, int] = {}
    for each in gathered:
        if each.team is not None and shown(each.n):
            count[each.period.text] = count.get(each.period.text, 0) + 1
    earlier: dict[str | None, list[Gathered]] = {}
    found = []
    for each in gathered:
        before = [e for e in earlier.get(each.team, []) if e.period.kind == each.period.kind]
        found.append(
            Beside(
                previous=before[-1] if before else None,
                year_ago=next((e for e in before if e.period == each.period.year_before), None),
                whole=whole.get(each.period) if each.team is not None else None,
                teams=count.get(each.period.text, 0),
            )
        )
        if shown(each.n):
            earlier.setdefault(each.team, []).append(each)
    return found


def change(organisation: Organisation, each: Gathered, earlier: Gathered | None) -> Change | None:
    """None without an earlier survey, or where nothing can be compared."""
    if earlier is None:
        return None
    found = Change(
        earlier.period.text,
        csat_difference(each.overall, earlier.overall),
        nps_difference(each.recommend, earlier.recommend),
        _csi_difference(organisation, each, earlier),
    )
    return found if found.csat or found.nps or found.csi else None


def contrast(each: Gathered, beside: Beside) -> Contrast | None:
    """The team minus all others together: against the whole it would be compared with itself."""
    if beside.whole is None or beside.teams < 2:
        return None
    confidence = shared_confidence(beside.teams)
    found = Contrast(
        confidence,
        csat_difference(each.overall, apart(without(beside.whole.overall, each.overall)), confidence),
        nps_difference(each.recommend, apart(without(beside.whole.recommend, each.recommend)), confidence),
    )
    return found if found.csat or found.nps else None


def dimension_changes(each: Gathered, earlier: Gathered | None) -> Mapping[str, Difference]:
    """The share of the satisfied with each dimension since the earlier survey, all judged together."""
    if earlier is None:
        return {}
    both = [id for id, asked in each.dimensions.items() if asked.counts and _counts(earlier, id)]
    confidence = shared_confidence(len(both))
    found = {id: csat_difference(each.dimensions[id].counts, _counts(earlier, id), confidence) for id in both}
    return {id: difference for id, difference in found.items() if difference}


def _counts(each: Gathered, id: str) -> Mapping[int, int]:
    return each.dimensions[id].counts if id in each.dimensions else {}


def _csi_difference(organisation: Organisation, each: Gathered, earlier: Gathered) -> Difference | None:
    """Only of two indices that are made of the same dimensions, weighted in the same way."""
    now, then = weights_of(organisation, each), weights_of(organisation, earlier)
    if now.source != then.source or answered(each, now).keys() != answered(earlier, then).keys():
        return None
    one, other = _estimate(each, now), _estimate(earlier, then)
    return error_difference(one, other) if one and other else None


def _estimate(each: Gathered, weights: Weights) -> tuple[float, float | None] | None:
    value = csi_of(each, weights).value
    return None if value is None else (value, csi_error(each, weights))
