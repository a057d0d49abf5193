"""Quantiles with linear interpolation between the two nearest values (type 7 of Hyndman & Fan 1996, R's default)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditloop.columns.arrays import Whole

_MINUTE = 60


def quantile(values: Sequence[float] | Whole, share: float) -> float:
    """Of at least one value, in any order: 0.5 is the median, 0.9 the 90th percentile."""
    return quantiles(values, share)[0]


def quantiles(values: Sequence[float] | Whole, *shares: float) -> list[float]:
    """Several of the same values."""
    import numpy as np

    ordered = np.sort(np.asarray(values))
    found = []
    for share in shares:
        place = share * (len(ordered) - 1)
        at = int(place)
        low, high = ordered[at].item(), ordered[min(at + 1, len(ordered) - 1)].item()
        found.append(float(low + (place - at) * (high - low)))
    return found


def median_and_p90(seconds: Sequence[float] | Whole) -> tuple[float | None, float | None]:
    """In minutes; None of no times."""
    if not len(seconds):
        return None, None
    median, p90 = quantiles(seconds, 0.5, 0.9)
    return median / _MINUTE, p90 / _MINUTE
