"""Quantiles with linear interpolation between the two nearest values (type 7 of Hyndman & Fan 1996, R's default)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditloop.columns.arrays import Whole


def quantile(values: Sequence[float] | Whole, share: float) -> float:
    """Of at least one value, in any order: 0.5 is the median, 0.9 the 90th percentile."""
    import numpy as np

    ordered = np.sort(np.asarray(values))
    place = share * (len(ordered) - 1)
    at = int(place)
    low, high = ordered[at].item(), ordered[min(at + 1, len(ordered) - 1)].item()
    return float(low + (place - at) * (high - low))
