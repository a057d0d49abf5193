"""One audit against the one before it: what the score gained or lost, and whether performance, weights or
applicability did it. Knows scores only, not how they came about.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from auditloop.assess.arithmetic import weighted_mean
from auditloop.assess.audit_score import MISSING, AuditScore
from auditloop.assess.results import AuditComparison, ItemChange, ItemResult


class Split(NamedTuple):
    """The parts of a change of score, in points; they add up to it."""

    performance: float
    weights: float
    applicability: float


class Weighed(NamedTuple):
    """An item as the audit score sees it."""

    domain: str
    domain_weight: float
    weight: float
    ratio: float | None


def compare(earlier: str, before: AuditScore, after: AuditScore) -> AuditComparison:
    """Compare two audits of one checklist edition; `earlier` is the id of the first."""
    split = split_change(before, after)
    return AuditComparison(
        audit=earlier,
        comparable=True,
        score_before=before.score,
        change=None if before.score is None or after.score is None else after.score - before.score,
        performance=split.performance if split else None,
        weights=split.weights if split else None,
        applicability=split.applicability if split else None,
        items=item_changes(before.items, after.items),
    )


def not_comparable(earlier: str) -> AuditComparison:
    """The break: another checklist or another edition asks other questions, so there is no difference to state."""
    return AuditComparison(
        audit=earlier,
        comparable=False,
        score_before=None,
        change=None,
        performance=None,
        weights=None,
        applicability=None,
        items=[],
    )


def split_change(before: AuditScore, after: AuditScore) -> Split | None:
    """Split a change of score by its causes, in points. None where one of the two has no score.

    One cause is let in at a time and the score taken again: (1) the new weights on the old answers → weights; (2) only
    items scored both times → applicability; (3) the new answers on these → performance; (4) all items scored now →
    applicability. Each step is a difference of two scores, so the steps add up to the change. Within one edition the
    weights are the same and their part is 0. Nothing scored both times: no performance can be told, all is
    applicability. Our own rule; methods, "Audit score" 6, asks for the three parts.
    """
    if before.score is None or after.score is None:
        return None
    old, current = _weighed(before), _weighed(after)
    reweighed = {
        id_: item._replace(weight=current[id_].weight, domain_weight=current[id_].domain_weight)
        if id_ in current
        else item
        for id_, item in old.items()
        if item.ratio is not None
    }
    shared = [id_ for id_ in reweighed if id_ in current and current[id_].ratio is not None]

    with_new_weights = _score(reweighed.values())
    if with_new_weights is None:
        with_new_weights = before.score
    then, now = _score(reweighed[id_] for id_ in shared), _score(current[id_] for id_ in shared)
    if then is None or now is None:
        then = now = with_new_weights
    return Split(
        performance=now - then,
        weights=with_new_weights - before.score,
        applicability=(then - with_new_weights) + (after.score - now),
    )


def item_changes(before: Mapping[str, ItemResult], after: Mapping[str, ItemResult]) -> list[ItemChange]:
    """Items whose ratio or state differs: largest loss first, then largest gain, then id. Unscored is 0 points."""
    changes = []
    for item in {**before, **after}:
        was, is_ = before.get(item), after.get(item)
        if was and is_ and (was.state, was.ratio) == (is_.state, is_.ratio):
            continue
        changes.append(
            ItemChange(
                id=item,
                before=was.ratio if was else None,
                after=is_.ratio if is_ else None,
                state_before=was.state if was else MISSING,
                state_after=is_.state if is_ else MISSING,
                points=_points(is_) - _points(was),
            )
        )
    return sorted(changes, key=lambda c: (c.points >= 0, -abs(c.points), c.id))


def _points(item: ItemResult | None) -> float:
    return item.contribution or 0.0 if item else 0.0


def _weighed(audit: AuditScore) -> dict[str, Weighed]:
    return {
        item.id: Weighed(domain.id, domain.weight, item.weight, item.ratio)
        for domain in audit.domains
        for section in domain.sections
        for item in section.items
    }


def _score(items: Iterable[Weighed]) -> float | None:
    """Audit score 0–100 of these items alone; None where nothing is scorable."""
    domains: dict[str, list[Weighed]] = {}
    for item in items:
        domains.setdefault(item.domain, []).append(item)
    rated = [
        (members[0].domain_weight, weighted_mean((m.weight, m.ratio) for m in members if m.ratio is not None))
        for members in domains.values()
    ]
    ratio = weighted_mean((weight, ratio) for weight, ratio in rated if ratio is not None)
    return None if ratio is None else 100 * ratio
