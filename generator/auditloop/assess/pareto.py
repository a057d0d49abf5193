"""Counts of what occurs, largest first, with their running share: the figures of a Pareto chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from auditloop.assess.results import Count


def pareto(keys: Iterable[str] | Mapping[str, int]) -> list[Count]:
    """Each key once with its number, its share of all (0–1) and the share of it and all before it. Ties by key.

    `keys` are counted, or come with their counts.
    """
    counts = sorted(Counter(keys).items(), key=lambda pair: (-pair[1], pair[0]))
    total = sum(n for _, n in counts)
    result, so_far = [], 0
    for key, n in counts:
        so_far += n
        result.append(Count(key=key, n=n, share=n / total, cumulative=so_far / total))
    return result
