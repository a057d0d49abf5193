"""The customer satisfaction index of one survey, and where the weights of its dimensions come from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from auditloop.assess.surveys.gathered import Gathered
from auditloop.model import Organisation
from auditloop.ratings import Composite, csi, mean, on_hundred

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


def _shares(weights: Mapping[str, float]) -> dict[str, float]:
    whole = sum(weights.values())
    return {id: weight / whole for id, weight in weights.items()}
