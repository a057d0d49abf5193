"""One audit against the one before it: what the score gained or lost, and whether performance, weights or
applicability did it. Knows scores only, not how they came about.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from auditloop.assess.audit_score import MISSING, AuditScore
from auditloop.assess.results import AuditComparison, DomainResult, ItemChange, ItemResult


class Split(NamedTuple):
    """The parts of a change of score, in points; they add up to it."""

    performance: float
    weights: float
    applicability: float


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
        items=item_changes(before, after),
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

    One cause is let in at a time and the score taken again: (1) only items scored both times → applicability; (2) the
    new weights → weights; (3) the new answers → performance; (4) all items scored now → applicability. Each step is a
    difference of two scores, so the steps add up to the change. Within one edition the weights are the same and their
    part is 0. Nothing scored both times: no performance can be told, all is applicability. Our own rule; methods,
    "Audit score" 6, asks for the three parts.
    """
    if before.score is None or after.score is None:
        return None
    old, new = _ratios(before.items, after.items), _ratios(after.items, before.items)
    change = after.score - before.score
    kept, reweighed, reanswered = _score(before.domains, old), _score(after.domains, old), _score(after.domains, new)
    if kept is None or reweighed is None or reanswered is None:
        return Split(performance=0.0, weights=0.0, applicability=change)
    weights = reweighed - kept
    if len(old) == _count_scored(before) == _count_scored(after):
        return Split(performance=change - weights, weights=weights, applicability=0.0)
    performance = reanswered - reweighed
    # What is left is (kept − before) + (after − reanswered), without their floating-point noise.
    return Split(performance=performance, weights=weights, applicability=change - performance - weights)


class Causes(NamedTuple):
    """A change of score between any two audits by its causes, in points; they add up to it."""

    performance: float
    weights: float
    questions: float
    """Items that only one of the two checklists asks."""
    applicability: float


def split_causes(before: AuditScore, after: AuditScore) -> Causes | None:
    """As `split_change`, also where the checklist itself was changed: what its new and dropped items do stands apart.

    Questions: the score with and without the items that the other checklist lacks, on both sides.
    """
    split = split_change(before, after)
    if split is None or before.score is None or after.score is None:
        return None
    if before.items.keys() == after.items.keys():
        return Causes(split.performance, split.weights, 0.0, split.applicability)
    kept = [
        _score(
            one.domains, {id_: item.ratio for id_, item in one.items.items() if item.ratio is not None and id_ in two}
        )
        for one, two in ((before, after.items), (after, before.items))
    ]
    if kept[0] is None or kept[1] is None:
        return Causes(split.performance, split.weights, split.applicability, 0.0)
    questions = (kept[0] - before.score) + (after.score - kept[1])
    return Causes(split.performance, split.weights, questions, split.applicability - questions)


def _count_scored(audit: AuditScore) -> int:
    return sum(item.ratio is not None for item in audit.items.values())


def item_changes(before: AuditScore, after: AuditScore) -> list[ItemChange]:
    """Items whose ratio or state differs: largest loss first, then largest gain, then those without points, by id.

    Points are the item's part of the performance, so they add up to it. An item not scored both times has none: its
    part is in the applicability, where it changes what all the others weigh. Left out is not lost.
    """
    points = _performance_by_item(before, after)
    changes = []
    for id_ in (*after.items, *(id_ for id_ in before.items if id_ not in after.items)):
        was, is_ = before.items.get(id_), after.items.get(id_)
        if was and is_ and was.ratio == is_.ratio and was.state == is_.state:
            continue
        changes.append(
            ItemChange(
                id=id_,
                before=was.ratio if was else None,
                after=is_.ratio if is_ else None,
                state_before=was.state if was else MISSING,
                state_after=is_.state if is_ else MISSING,
                points=points.get(id_),
            )
        )
    return sorted(changes, key=lambda c: (c.points is None, (c.points or 0) >= 0, -abs(c.points or 0), c.id))


def _performance_by_item(before: AuditScore, after: AuditScore) -> dict[str, float]:
    """Step (3) of the split item by item: 100 · W/ΣW · w/Σw · (new − old ratio) over the items scored both times."""
    old, new = _ratios(before.items, after.items), _ratios(after.items, before.items)
    kept = [(domain.weight, [i for s in domain.sections for i in s.items if i.id in old]) for domain in after.domains]
    all_domains = sum(weight for weight, items in kept if items)
    points = {}
    for weight, items in kept:
        of_domain = sum(item.weight for item in items)
        for item in items:
            part = weight / all_domains * item.weight / of_domain
            points[item.id] = 100 * part * (new[item.id] - old[item.id])
    return points


def _ratios(items: Mapping[str, ItemResult], also_in: Mapping[str, ItemResult]) -> dict[str, float]:
    """Ratios of the items scored in both."""
    return {
        id_: item.ratio
        for id_, item in items.items()
        if item.ratio is not None and (other := also_in.get(id_)) is not None and other.ratio is not None
    }


def _score(domains: Iterable[DomainResult], ratios: Mapping[str, float]) -> float | None:
    """Audit score 0–100 of these ratios with the weights of these domains; None where nothing is scorable."""
    gained = weight = 0.0
    for domain in domains:
        of_domain = there = 0.0
        for section in domain.sections:
            for item in section.items:
                ratio = ratios.get(item.id)
                if ratio is not None:
                    of_domain += item.weight * ratio
                    there += item.weight
        if there > 0:
            gained += domain.weight * of_domain / there
            weight += domain.weight
    return 100 * gained / weight if weight > 0 else None
