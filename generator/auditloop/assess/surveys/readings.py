"""Indicators that come from surveys: one reading per team and period, the organisation's from everybody's answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from auditloop.assess.measures import Reading, pooled_value
from auditloop.assess.surveys.gathered import Asked, Gathered
from auditloop.assess.surveys.index import csi_of, weights_of
from auditloop.model import Kpi, Organisation
from auditloop.model.kpi import FromSurvey
from auditloop.model.period import Period
from auditloop.ratings import Counts, mean, recommenders, satisfied, total

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
            return _value(each.period, recommenders(each.recommend).points, total(each.recommend))
        case "csi":
            return _value(each.period, csi_of(each, weights_of(organisation, each)).value, each.n)
        case "gap":
            expected = each.dimensions.get(asked.dimension or "", _UNASKED).expectation
            found = mean(counts)
            return _value(each.period, None if found is None or expected is None else found - expected, total(counts))
        case _:
            return _value(each.period, mean(counts), total(counts))


_UNASKED = Asked({}, None, None)


def _counts(asked: FromSurvey, each: Gathered) -> Counts:
    """The answers to the dimension named, else to the overall question."""
    return each.dimensions.get(asked.dimension, _UNASKED).counts if asked.dimension else each.overall


def _share(kpi: Kpi, period: Period, n: int, of: int) -> Reading | None:
    return Reading(period, pooled_value(kpi, n, of), n, of) if of else None


def _value(period: Period, value: float | None, n: int) -> Reading | None:
    return None if value is None else Reading(period, value, n)
