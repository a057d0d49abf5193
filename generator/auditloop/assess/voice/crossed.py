"""Channel by category: where tickets crowd, against what both margins alone would give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from math import sqrt

from auditloop.assess.results import TicketCross
from auditloop.tickets.counts import Sort

HOT = 3.0
"""An adjusted residual is standard normal where channel and category have nothing to do with each other: about one
combination in a thousand lies above 3 by chance."""
ENOUGH = 10


def cross(sorts: Mapping[Sort, int]) -> list[TicketCross]:
    """Combinations that occur, largest first, then by channel and category. Only tickets that have both."""
    cells: Counter[tuple[str, str]] = Counter()
    complaints: Counter[tuple[str, str]] = Counter()
    channels: Counter[str] = Counter()
    categories: Counter[str] = Counter()
    for (type_, channel, category), n in sorts.items():
        if channel is None or category is None:
            continue
        cells[channel, category] += n
        channels[channel] += n
        categories[category] += n
        if type_ == "complaint":
            complaints[channel, category] += n
    total = cells.total()
    made = []
    for (channel, category), n in cells.items():
        a, b = channels[channel] / total, categories[category] / total
        residual = adjusted_residual(n, a, b, total)
        made.append(
            TicketCross(
                channel=channel,
                category=category,
                n=n,
                complaints=complaints[channel, category],
                expected=a * b * total,
                residual=residual,
                hot=residual is not None and residual > HOT and n >= ENOUGH,
            )
        )
    return sorted(made, key=lambda cell: (-cell.n, cell.channel, cell.category))


def adjusted_residual(n: int, row: float, column: float, total: int) -> float | None:
    """(n − e) ÷ √(e(1 − row)(1 − column)), e = row·column·total; shares 0–1. None where a share is 1.

    Source: Haberman 1973, Biometrics 29:205-220.
    """
    expected = row * column * total
    variance = expected * (1 - row) * (1 - column)
    return (n - expected) / sqrt(variance) if variance > 0 else None
