"""A composite score over time: parts on 0–100 times their weights, how much of the weight is there, what moved it.

Knows indicators by their series only; the organisation's index comes from the organisation's series.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp, fsum, log

from auditloop.assess.arithmetic import NOISE, difference
from auditloop.assess.indicators import Measurement
from auditloop.assess.measures import Reading, over_time, score_of
from auditloop.assess.measuring import Measurements
from auditloop.assess.periods import containing, in_time, span
from auditloop.assess.results import IndexPoint, IndexResult, IndexScope, Part, PartChange
from auditloop.model import Index, Kpi, Workspace
from auditloop.model.period import KINDS, Period

FULL_ENOUGH = 0.8
"""Below this share of the weights an index is marked partial."""


def assess_indices(workspace: Workspace, measured: Measurements) -> list[IndexResult]:
    """By index id; the organisation first, then teams in its order. A scope where no part has a score is left out."""
    scopes = [None, *(team.id for team in workspace.organisation.teams)]
    results = []
    for _, index in sorted(workspace.indices.items()):
        for team in scopes:
            parts = {kpi: found for kpi in index.weights if (found := measured.get((kpi, team)))}
            points = index_points(index, workspace.kpis, parts)
            if points:
                results.append(_result(index, team, points))
    return results


def index_points(index: Index, kpis: Mapping[str, Kpi], parts: Mapping[str, Measurement]) -> list[IndexPoint]:
    """One point per period from the first to the last with any part's score; gaps have no score.

    The index moves in the kind of period that most of its weight is reported in (the finer one of two equal). A part
    reported in longer periods speaks for every period inside, one reported in shorter ones by its value over them.
    """
    scored = {kpi: _scores(part) for kpi, part in parts.items()}
    scored = {kpi: scores for kpi, scores in scored.items() if scores}
    if not scored:
        return []
    step = _step(index, {kpi: parts[kpi].reporting.step for kpi in scored})
    by_step = {kpi: _by_step(kpis[kpi], parts[kpi], scored[kpi], step) for kpi in scored}
    own = [period for scores in by_step.values() for period in scores if period.kind == step]
    if not own:
        return []
    periods = span(min(own, key=in_time), max(own, key=in_time))
    weights = normalised(index.weights)
    return [
        index_point(index.method, period, weights, {kpi: _found(scores, period) for kpi, scores in by_step.items()})
        for period in periods
    ]


def index_point(
    method: str, period: Period, weights: Mapping[str, float], scores: Mapping[str, float | None]
) -> IndexPoint:
    """The index in one period. Source: methods, "Indices".

    weighted-mean: Σ w·Q ÷ Σ w over parts that have a score Q (0–100); a part adds w·Q ÷ Σ w points. geometric:
    exp(Σ w·ln Q ÷ Σ w), 0 once a part is 0; its parts multiply, so none has points of its own.
    Coverage = Σ w present, 0–1. No part has a score: the index has none.
    """
    there = {part: score for part in weights if (score := scores.get(part)) is not None}
    coverage = min(1.0, fsum(weights[part] for part in there))
    usable = coverage > 0
    adds = {part: weights[part] * score / coverage for part, score in there.items()} if usable else {}
    if not usable:
        value = None
    elif method == "geometric":
        value = _geometric({part: weights[part] / coverage for part in there}, there)
        adds = {}
    else:
        value = min(100.0, fsum(adds.values()))
    return IndexPoint(
        period=period.text,
        score=value,
        coverage=coverage,
        partial=coverage < FULL_ENOUGH - NOISE,
        parts=[
            Part(id=part, weight=weight, score=there.get(part), contribution=adds.get(part))
            for part, weight in weights.items()
        ],
    )


def normalised(weights: Mapping[str, float]) -> dict[str, float]:
    """Weights that sum to 1, whether they were written to sum to 1 or to 100; heaviest first, then id."""
    total = fsum(weights.values())
    return {part: weight / total for part, weight in sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))}


def moved_by(method: str, before: IndexPoint, after: IndexPoint) -> list[PartChange]:
    """What each part added to the change from one point to the next, in points; they add up to it.

    weighted-mean: contribution after − before. geometric: L(G₁, G₀)·w·ln(Q₁ ÷ Q₀) with the logarithmic mean
    L(a, b) = (a − b) ÷ ln(a ÷ b) (Ang 2004, LMDI), which leaves no remainder.
    Empty where the parts present differ, since their change of weight would pass for performance, and for a geometric
    index that is 0. Largest absolute first, then id.
    """
    if before.score is None or after.score is None or not same_parts(before, after):
        return []
    pairs = [(old, new) for old, new in zip(before.parts, after.parts, strict=True) if new.score is not None]
    if method == "geometric":
        changes = _log_changes(pairs, before.score, after.score, after.coverage)
    else:
        changes = {new.id: (new.contribution or 0.0) - (old.contribution or 0.0) for old, new in pairs}
    ordered = sorted(changes.items(), key=lambda pair: (-abs(pair[1]), pair[0]))
    return [PartChange(id=part, points=points) for part, points in ordered]


def same_parts(one: IndexPoint, other: IndexPoint) -> bool:
    """Whether two points of an index are made of the same parts, so that their difference means something."""
    return all((a.score is None) == (b.score is None) for a, b in zip(one.parts, other.parts, strict=True))


def _log_changes(pairs: Sequence[tuple[Part, Part]], before: float, after: float, coverage: float) -> dict[str, float]:
    if before <= 0 or after <= 0:
        return {}
    ratio = log(after / before)
    mean = (after - before) / ratio if abs(ratio) > NOISE else after
    return {new.id: mean * new.weight / coverage * log((new.score or 1) / (old.score or 1)) for old, new in pairs}


def _geometric(weights: Mapping[str, float], scores: Mapping[str, float]) -> float:
    if any(score <= 0 for part, score in scores.items() if weights[part] > 0):
        return 0.0
    return min(100.0, exp(fsum(weight * log(scores[part]) for part, weight in weights.items() if weight > 0)))


def _scores(part: Measurement) -> dict[Period, float]:
    return {Period.parse(point.period): point.score for point in part.series.points if point.score is not None}


def _step(index: Index, steps: Mapping[str, str]) -> str:
    """The kind of period that carries most weight; of equal ones the finer."""
    weight = {step: fsum(index.weights[kpi] for kpi, s in steps.items() if s == step) for step in set(steps.values())}
    return max(weight, key=lambda step: (round(weight[step], 9), KINDS.index(step)))


def _by_step(kpi: Kpi, part: Measurement, scores: Mapping[Period, float], step: str) -> dict[Period, float]:
    """The part's scores by period of the index's step, or still by its own where that is coarser."""
    finer = [r for r in part.readings if KINDS.index(r.period.kind) > KINDS.index(step)]
    found = {period: score for period, score in scores.items() if KINDS.index(period.kind) <= KINDS.index(step)}
    inside: dict[Period, list[Reading]] = {}
    for r in finer:
        inside.setdefault(containing(r.period, step), []).append(r)
    for period, readings in inside.items():
        score = score_of(kpi.score, over_time(kpi, readings))
        if score is not None:
            found.setdefault(period, score)
    return found


def _found(scores: Mapping[Period, float], period: Period) -> float | None:
    if period in scores:
        return scores[period]
    for kind in KINDS[: KINDS.index(period.kind)]:
        around = containing(period, kind)
        if around in scores:
            return scores[around]
    return None


def _result(index: Index, team: str | None, points: list[IndexPoint]) -> IndexResult:
    by_period = {point.period: point for point in points if point.score is not None}
    latest = by_period[max(by_period, key=lambda text: in_time(Period.parse(text)))]
    period = Period.parse(latest.period)
    previous = by_period.get(period.previous.text)
    year_before = by_period.get(period.year_before.text) if period.year_before else None
    return IndexResult(
        id=index.id,
        scope=IndexScope(team=team),
        step=period.kind,
        points=points,
        latest=latest,
        previous=previous,
        same_period_last_year=year_before,
        change=_change(latest, previous),
        change_last_year=_change(latest, year_before),
        moved_by=moved_by(index.method, previous, latest) if previous else [],
    )


def _change(latest: IndexPoint, earlier: IndexPoint | None) -> float | None:
    """A part that came or went would pass for better or worse service: then there is no change to state."""
    return difference(latest.score, earlier.score) if earlier and same_parts(earlier, latest) else None
