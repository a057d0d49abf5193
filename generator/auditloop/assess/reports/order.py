"""What all parts of a report share: the limit of a list."""

from __future__ import annotations

from collections.abc import Iterable

from auditloop.assess.reports.facts import Fact, Told


def told(facts: Iterable[Fact], most: int) -> Told:
    """The first `most` of facts in the order of importance."""
    every = list(facts)
    return Told(facts=every[:most], left_out=max(0, len(every) - most))
