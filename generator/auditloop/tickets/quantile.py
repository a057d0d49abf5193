"""Quantiles with linear interpolation between the two nearest values (type 7 of Hyndman & Fan 1996, R's default)."""

from __future__ import annotations

from collections.abc import Sequence


def quantile(values: Sequence[float], share: float) -> float:
    """Of at least one value, in any order: 0.5 is the median, 0.9 the 90th percentile."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    at = int(place)
    low = ordered[at]
    return low + (place - at) * (ordered[min(at + 1, len(ordered) - 1)] - low)
