"""Indicators that come from surveys: one reading per team and period, the organisation's from everybody's answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

from auditloop.assess.measures import Reading, pooled_value
from auditloop.assess.surveys.describe import describe
from auditloop.assess.surveys.gathered import Asked, Gathered
from auditloop.assess.surveys.index import csi_of, weights_of
from auditloop.assess.surveys.nps import nps
from auditloop.model import Kpi, Organisation
from auditloop.model.kpi import FromSurvey
from auditloop.model.period import Period
from auditloop.ratings import Counts, satisfied, total

Scopes = Mapping[str | None, Sequence[Reading]]
"""Team → its readings; None: the organisation."""


def survey_readings(
    kpis: Mapping[str, Kpi], organisation: Organisation, gathered: Sequence[Gathered]
) -> dict[str, Scopes]:
    """Of every indicator with `from_survey`, by id. What a survey did not ask, or may not show, gives no reading."""
    found: dict[str, Scopes] = {}
    for kpi in kpis.values():
        if kpi.from_survey is None:
            continue
        scopes: dict[str | None, list[Reading]] = {}
        for each in gathered:
            if reading := _reading(kpi, kpi.from_survey, organisation, each):
                scopes.setdefault(each.team, []).append(reading)
        found[kpi.id] = scopes
    return found


def _reading(kpi: Kpi, asked: FromSurvey, organisation: Organisation, each: Gathered) -> Reading | None:
    """Proportions with numerator and denominator, everything else with the number of answers it rests on."""
    counts = _counts(asked, each)
    match asked.measure:
        case "csat":
            return _share(kpi, each.period, satisfied(counts), total(counts))
        case "response-rate":
            return _share(kpi, each.period, each.n, each.sent or 0)
        case "nps":
            found = nps(each.recommend)
            return Reading(each.period, found.value, found.counts.n, se=found.se) if found else None
        case "csi":
            index = csi_of(each, weights_of(organisation, each)).value
            return None if index is None else Reading(each.period, index, each.n)
        case "gap":
            expected = each.dimensions.get(asked.dimension or "", _UNASKED).expectation
            return _mean(each.period, counts, expected) if expected is not None else None
        case _:
            return _mean(each.period, counts, 0)


_UNASKED = Asked({}, None, None)


def _counts(asked: FromSurvey, each: Gathered) -> Counts:
    """The answers to the dimension named, else to the overall question."""
    return each.dimensions.get(asked.dimension, _UNASKED).counts if asked.dimension else each.overall


def _share(kpi: Kpi, period: Period, n: int, of: int) -> Reading | None:
    return Reading(period, pooled_value(kpi, n, of), n, of) if of else None


def _mean(period: Period, counts: Counts, expected: float) -> Reading | None:
    """The mean rating above what was expected, with its standard error sd ÷ √n."""
    found = describe(counts)
    if found is None:
        return None
    se = found.sd / sqrt(found.n) if found.sd is not None else None
    return Reading(period, found.mean - expected, found.n, se=se)
