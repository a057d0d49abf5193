"""Rare events, charted by what lies between two of them: opportunities (g) or time (t)."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from statistics import median

from auditloop.assess.spc.datum import Datum
from auditloop.assess.spc.individuals import individuals
from auditloop.assess.spc.lines import Limits, Lines, even, mean_of
from auditloop.assess.spc.profiles import Profile

_SHAPE = 3.6
"""y^(1/3.6) makes exponential times nearly normal. Source: Nelson 1994, A control chart for parts-per-million
nonconforming items, Journal of Quality Technology 26(3)."""


def g(base: Sequence[Datum], data: Sequence[Datum], profile: Profile, scale: float) -> Lines:
    """ḡ ± 3·√(ḡ(ḡ + 1)), not below 0; the centre line is the median, since the distribution leans.

    Source: Benneyan 2001, Number-between g-type statistical quality control charts; Provost & Murray.
    """
    values = [datum.value for datum in base]
    mean = mean_of(values)
    reach = 3 * sqrt(max(0.0, mean * (mean + 1)))
    return Lines(float(median(values)), even(mean, reach, profile.near, len(data), floor=0.0))


def t(base: Sequence[Datum], data: Sequence[Datum], profile: Profile, scale: float) -> Lines:
    """Individuals of y^(1/3.6), taken back. Source: Montgomery, section 7.3.5 (example 7.6)."""
    shaped = individuals([_shape(datum.value) for datum in base], len(data), profile, floor=0.0)
    limits = shaped.limits and Limits(*([_back(value) for value in line] for line in shaped.limits))
    return Lines(_back(shaped.centre), limits)


def _shape(time: float) -> float:
    return float(max(0.0, time) ** (1 / _SHAPE))


def _back(shaped: float) -> float:
    return float(shaped**_SHAPE)
