"""How far another auditor's view of the same team, taken at about the same time, agrees: per domain and item by item.

Knows scores and dates, not why auditors differ.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from auditloop.assess.arithmetic import difference, mean
from auditloop.assess.audit_score import AuditScore
from auditloop.assess.results import Agreement, DomainDifference
from auditloop.model import Audit

WINDOW_DAYS = 100
"""Audits further apart than a quarter and a bit saw different things, not the same thing differently."""
ENOUGH_ITEMS = 5

Views = Mapping[str, Sequence[Audit]]
"""Final audits of one team with one checklist edition: type of audit → audits by date and id."""


def views(audits: Iterable[Audit]) -> Views:
    """Sort final audits of one team with one checklist edition by type, each in order of date and id."""
    by_type: dict[str, list[Audit]] = {}
    for audit in sorted(audits, key=lambda a: (a.date, a.id)):
        by_type.setdefault(audit.type, []).append(audit)
    return by_type


def agreements(ours: Audit, others: Views, scores: Mapping[str, AuditScore]) -> list[Agreement]:
    """From every other type of audit the one nearest in time, at most 100 days away. Nearest first, then id.

    One per type: five monthly mystery visits around a yearly audit would say the same thing five times.
    """
    found = [
        near
        for type_, audits in others.items()
        if type_ != ours.type and (near := _nearest(audits, ours.date)) is not None
    ]
    found.sort(key=lambda a: (abs((a.date - ours.date).days), a.id))
    return [_agreement(theirs, scores[ours.id], scores[theirs.id]) for theirs in found]


def quadratic_kappa(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Cohen's kappa with quadratic weights over (ours, theirs) ratings; 1 full agreement, 0 as by chance.

    1 − Σ(x − y)²/n ÷ Σᵢⱼ(xᵢ − yⱼ)²/n². On a scale of equal steps this is the usual table form (Cohen 1968,
    Fleiss & Cohen 1973), and it also takes sampled ratios between the steps. None below 5 items, and where chance
    leaves nothing to disagree about (both gave one and the same rating throughout).
    """
    n = len(pairs)
    if n < ENOUGH_ITEMS:
        return None
    x_mean, y_mean = mean([x for x, _ in pairs]), mean([y for _, y in pairs])
    assert x_mean is not None and y_mean is not None
    observed = sum((x - y) ** 2 for x, y in pairs) / n
    by_chance = sum((x - x_mean) ** 2 + (y - y_mean) ** 2 for x, y in pairs) / n + (x_mean - y_mean) ** 2
    return 1 - observed / by_chance if by_chance > 1e-12 else None


def _nearest(audits: Sequence[Audit], day: dt.date) -> Audit | None:
    """The audit closest to the day, the earlier one of two equally close; None beyond the window."""
    at = bisect_left(audits, day, key=lambda a: a.date)
    close = [a for a in audits[max(0, at - 1) : at + 1] if abs((a.date - day).days) <= WINDOW_DAYS]
    return min(close, key=lambda a: abs((a.date - day).days), default=None)


def _agreement(theirs: Audit, our_score: AuditScore, their_score: AuditScore) -> Agreement:
    pairs = [
        (ours.ratio, other.ratio)
        for id_, ours in our_score.items.items()
        if ours.ratio is not None and (other := their_score.items.get(id_)) is not None and other.ratio is not None
    ]
    return Agreement(
        audit=theirs.id,
        type=theirs.type,
        date=theirs.date,
        score=their_score.score,
        difference=difference(their_score.score, our_score.score),
        kappa=quadratic_kappa(pairs),
        n=len(pairs),
        domains=[
            DomainDifference(
                id=ours.id,
                ours=ours.score,
                theirs=other.score,
                difference=difference(other.score, ours.score),
            )
            for ours, other in zip(our_score.domains, their_score.domains, strict=True)
        ],
    )
