"""Indicators that are computed from surveys: what they ask for can be computed, and nobody typed something else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from auditloop.load.document import Document
from auditloop.period import Period
from auditloop.problems import Problem, problem
from auditloop.ratings import Counts, csi, mean, on_hundred, pooled, recommenders, satisfied, total
from auditloop.validate.rules.register import Register
from auditloop.validate.rules.surveys import questions
from auditloop.validate.rules.typed import agrees, as_computed, as_typed

_KIND_OF_DATA = {"csat": "proportion", "response-rate": "proportion"}
"""All others are values."""
_OF_A_DIMENSION = ("csat", "mean", "gap")


class _Computed(NamedTuple):
    """`n` of `of`, or a value."""

    value: float | None = None
    n: int = 0
    of: int | None = None


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    computed = {}
    for document in register.of_kind("kpi"):
        if "from_survey" in document.data:
            found = list(_measure(document))
            yield from found
            if not found:
                computed[document.data["id"]] = document
    if computed:
        yield from _typed(register, computed)


def _measure(document: Document) -> Iterator[Problem]:
    data, places = document.data, document.places
    written = data["from_survey"]
    measure = written["measure"]
    for other in ("formula", "from_tickets"):
        if other in data:
            yield problem("computed-in-two-ways", places.key(("from_survey",)), kpi=data["id"], other=other)
    if measure == "gap" and "dimension" not in written:
        yield problem("survey-measure-lacks", places.value(("from_survey", "measure")), measure=measure)
    if "dimension" in written and measure not in _OF_A_DIMENSION:
        place = places.key(("from_survey", "dimension"))
        yield problem("survey-measure-of-all", place, measure=measure, possible=", ".join(_OF_A_DIMENSION))
    kind, fits = data.get("kind_of_data", "value"), _KIND_OF_DATA.get(measure, "value")
    if kind != fits:
        at = ("kind_of_data",) if "kind_of_data" in data else ("from_survey", "measure")
        yield problem("survey-measure-kind", places.value(at), measure=measure, kind=kind, fits=fits)


def _typed(register: Register, kpis: Mapping[str, Document]) -> Iterator[Problem]:
    """Values typed for a team and period that has surveys, too, and that differ from what these come to."""
    surveys: dict[tuple[str, str], list[Document]] = {}
    for document in register.of_kind("survey"):
        key = document.data["team"], str(Period.read(document.data["period"]))
        surveys.setdefault(key, []).append(document)
    for document in register.of_kind("observations"):
        data = document.data
        for key, value in data["values"].items():
            kpi, period = (data["kpi"], key) if "kpi" in data else (key, str(Period.read(data["period"])))
            there = surveys.get((data["team"], period))
            if kpi not in kpis or value is None or not there or not all(_is_read(register, each) for each in there):
                continue
            found = _computed(register, kpis[kpi].data["from_survey"], there)
            if found is None or agrees(value, found, kpis[kpi].data["unit"]):
                continue
            yield problem(
                "typed-and-surveyed",
                document.places.value(("values", key)),
                related=tuple(survey.places.value(("period",)) for survey in there),
                kpi=kpi,
                period=period,
                typed=as_typed(value),
                computed=as_computed(found),
                file=there[0].file,
            )


def _is_read(register: Register, survey: Document) -> bool:
    """Whether its rows, if it has any, were read whole."""
    answered = register.answered.get(survey.file)
    return answered.is_whole if answered else "respondents_csv" not in survey.data


def _computed(register: Register, asked: Mapping[str, Any], surveys: Sequence[Document]) -> _Computed | None:
    """Of all surveys of a team and period together; None where they did not ask for it."""
    counts = _together(register, surveys)
    about = counts.get(asked.get("dimension", "overall"), {})
    match asked["measure"]:
        case "csat":
            return _Computed(n=satisfied(about), of=total(about)) if total(about) else None
        case "response-rate":
            n = sum(max(map(total, _together(register, [survey]).values()), default=0) for survey in surveys)
            sent = [survey.data.get("sent") for survey in surveys]
            return None if None in sent else _Computed(n=n, of=sum(sent))
        case "nps":
            return _value(recommenders(counts.get("recommend", {})).points)
        case "csi":
            return _value(_csi(register, counts))
        case "gap":
            return None  # expectations are means themselves: nothing exact to hold a typed value against
        case _:
            return _value(mean(about))


def _together(register: Register, surveys: Sequence[Document]) -> dict[str, Counts]:
    found: dict[str, list[Counts]] = {}
    for survey in surveys:
        for question in questions(survey.data, register.answered.get(survey.file)):
            found.setdefault(question.id, []).append(question.counts)
    return {id: pooled(many) for id, many in found.items()}


def _csi(register: Register, counts: Mapping[str, Counts]) -> float | None:
    """Only by the organisation's own weights: others come from what customers said."""
    for organisation in register.of_kind("organisation"):
        listed = organisation.data.get("survey_dimensions", ())
        if listed and all("weight" in dimension for dimension in listed):
            means = {dimension["id"]: mean(counts.get(dimension["id"], {})) for dimension in listed}
            scores = {id: None if found is None else on_hundred(found) for id, found in means.items()}
            return csi((dimension["weight"], scores[dimension["id"]]) for dimension in listed).value
    return None


def _value(value: float | None) -> _Computed | None:
    return None if value is None else _Computed(value)
