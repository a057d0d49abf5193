"""The customer satisfaction index of one survey, and where the weights of its dimensions come from."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt
from typing import NamedTuple

from auditloop.assess.arithmetic import weighted_mean
from auditloop.assess.surveys.describe import describe
from auditloop.assess.surveys.gathered import Gathered
from auditloop.model import Organisation
from auditloop.ratings import HIGHEST, LOWEST, Composite, csi, mean, on_hundred

BY_ORGANISATION, BY_IMPORTANCE, EQUAL = "organisation", "importance", "equal"


class Weights(NamedTuple):
    source: str
    """organisation | importance | equal"""
    by_id: Mapping[str, float]
    """Dimension → its share of the whole, 0–1."""


def weights_of(organisation: Organisation, each: Gathered) -> Weights:
    """The organisation's own weights where its file gives one for every dimension it lists; else what customers said
    matters, where every dimension of the survey has that; else all alike."""
    own = {dimension.id: dimension.weight for dimension in organisation.survey_dimensions}
    if own and all(own.values()):
        return Weights(BY_ORGANISATION, _shares({id: weight or 0.0 for id, weight in own.items()}))
    said = {id: asked.importance for id, asked in each.dimensions.items()}
    if said and all(said.values()):
        return Weights(BY_IMPORTANCE, _shares({id: weight or 0.0 for id, weight in said.items()}))
    return Weights(EQUAL, _shares(dict.fromkeys(own or each.dimensions, 1.0)))


def csi_of(each: Gathered, weights: Weights) -> Composite:
    """Σ W·S ÷ Σ W over answered dimensions, S the mean rating on 0–100. Source: methods, "Surveys"."""
    means = {id: mean(asked.counts) for id, asked in each.dimensions.items()}
    return csi(
        (weight, on_hundred(found) if (found := means.get(id)) is not None else None)
        for id, weight in weights.by_id.items()
    )


def csi_error(each: Gathered, weights: Weights) -> float | None:
    """The standard error of the index is at most Σ W·SE ÷ Σ W, SE the error of each dimension's mean on 0–100.

    One respondent answers several dimensions, and alike; counts do not say how much. So the bound is taken that holds
    whatever they have in common (Cauchy–Schwarz: √Var(ΣX) ≤ Σ√Var(X)). None where a dimension has only one answer.
    """
    found = [(weight, describe(each.dimensions[id].counts)) for id, weight in answered(each, weights).items()]
    errors = [(weight, d.sd / sqrt(d.n)) for weight, d in found if d is not None and d.sd is not None]
    if len(errors) < len(found):
        return None
    error = weighted_mean(errors)
    return None if error is None else 100 * error / (HIGHEST - LOWEST)


def answered(each: Gathered, weights: Weights) -> dict[str, float]:
    """The weights of the dimensions that have answers."""
    return {id: weight for id, weight in weights.by_id.items() if id in each.dimensions and each.dimensions[id].counts}


def _shares(weights: Mapping[str, float]) -> dict[str, float]:
    whole = sum(weights.values())
    return {id: weight / whole for id, weight in weights.items()}
