"""One audit's answers → score, coverage, share of not-applicable, grade, and what every item is worth in points.

Knows no other audit. Not assessed, not applicable and zero stay three different things throughout.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from typing import NamedTuple

from auditloop.assess.arithmetic import share, weighted_mean
from auditloop.assess.grades import capped, domain_cap, grade_of, lowest
from auditloop.assess.results import DomainResult, ItemResult, SectionResult
from auditloop.model import Answer, Audit, Checklist, Grade, Scale

_WORDS: Mapping[float | str, float] = {"yes": 1.0, "partial": 0.5, "no": 0.0}

SCORED, NOT_APPLICABLE, MISSING = "scored", "na", "missing"


class AuditScore(NamedTuple):
    """What one audit comes to on its own. Scores are points 0–100, shares 0–1."""

    score: float | None
    coverage: float | None
    na_share: float | None
    grade: str | None
    uncapped_grade: str | None
    passed: bool | None
    capped_by: list[str]
    domains: list[DomainResult]
    items: Mapping[str, ItemResult]
    """Every item of the checklist by id, in its order."""


UNSCORABLE = AuditScore(None, None, None, None, None, None, [], [], {})
"""An audit whose edition of the checklist is not at hand: its answers have no weights, so there is no number."""


Rating = tuple[str, float, str, float | None]
"""One item's answer brought to 0–1: item id, weight, state, ratio; the ratio is None unless the state is `scored`."""


class Tally(NamedTuple):
    """Sums of item weights by state, and the weighted ratios: all that a mean, a coverage and a share need."""

    gained: float = 0.0
    scored: float = 0.0
    missing: float = 0.0
    na: float = 0.0

    def plus(self, other: Tally, weight: float = 1.0) -> Tally:
        """These sums and `weight` times the other ones."""
        return Tally(
            self.gained + weight * other.gained,
            self.scored + weight * other.scored,
            self.missing + weight * other.missing,
            self.na + weight * other.na,
        )

    @property
    def ratio(self) -> float | None:
        """Σ w·r ÷ Σ w over scored items, 0–1; None where nothing is scorable (never 0)."""
        return share(self.gained, self.scored)

    @property
    def coverage(self) -> float | None:
        """Assessed weight ÷ applicable weight, 0–1."""
        return share(self.scored, self.scored + self.missing)

    @property
    def na_share(self) -> float | None:
        """Not-applicable weight ÷ all weight, 0–1."""
        return share(self.na, self.scored + self.missing + self.na)


class Form(NamedTuple):
    """A checklist laid out for scoring, once for all audits made with it."""

    domains: tuple[FormDomain, ...]
    overall_critical: tuple[str, ...]
    ratios: Mapping[float | str, float]
    """Every answer the scale offers → 0–1."""
    lowest: float
    highest: float


class FormDomain(NamedTuple):
    id: str
    weight: float
    sections: tuple[tuple[str, tuple[tuple[str, float], ...]], ...]
    """(section id, ((item id, weight), …))"""
    critical: tuple[str, ...]
    """Ids of the domain-critical items."""


def form_of(checklist: Checklist) -> Form:
    """Lay out a checklist for `score_audit`."""
    lowest_value, highest_value = scale_range(checklist.scale)
    ratios = dict(_WORDS)
    ratios |= {level.value: _on_scale(level.value, lowest_value, highest_value) for level in checklist.scale.levels}
    return Form(
        domains=tuple(
            FormDomain(
                domain.id,
                domain.weight,
                tuple((s.id, tuple((item.id, item.weight) for item in s.items)) for s in domain.sections),
                tuple(item.id for item in domain.items() if item.critical == "domain"),
            )
            for domain in checklist.domains
        ),
        overall_critical=tuple(item.id for item in checklist.items() if item.critical == "overall"),
        ratios=ratios,
        lowest=lowest_value,
        highest=highest_value,
    )


def score_audit(audit: Audit, form: Form, grades: Sequence[Grade]) -> AuditScore:
    """Score one audit with the edition of the checklist it was made with. Source: methods, "Audit score" 1–5.

    Item ratio r: levels (value − lowest) ÷ (highest − lowest); yes/partial/no 1, ½, 0; sample 1 − failed ÷ size.
    Section and domain = 100·Σ w·r ÷ Σ w over their scored items; audit = Σ W·domain ÷ Σ W over domains with a score.
    An item adds 100 · W/ΣW · w/Σw · r points; these add up to the score.
    """
    rated = [[_rate(items, audit.answers, form) for _, items in domain.sections] for domain in form.domains]
    tallies = [reduce(Tally.plus, (tally for _, tally in sections), Tally()) for sections in rated]
    scorable = sum(d.weight for d, tally in zip(form.domains, tallies, strict=True) if tally.ratio is not None)

    domains, whole = [], Tally()
    for domain, sections, tally in zip(form.domains, rated, tallies, strict=True):
        whole = whole.plus(tally, domain.weight)
        domains.append(_domain_result(domain, sections, tally, share(domain.weight, scorable), grades))
    # Of ratios: the sum of the contributions is the same but for noise, and full marks are 100, not 99.99999999999999.
    scored = zip((domain.weight for domain in form.domains), (tally.ratio for tally in tallies), strict=True)
    ratio = weighted_mean((weight, r) for weight, r in scored if r is not None)
    score = None if ratio is None else min(100.0, 100 * ratio)

    items = {item.id: item for domain in domains for section in domain.sections for item in section.items}
    failed = [id_ for id_ in form.overall_critical if items[id_].ratio == 0]
    unknown = any(items[id_].state == MISSING for id_ in form.overall_critical)
    uncapped = grade_of(score, grades)
    return AuditScore(
        score=score,
        coverage=whole.coverage,
        na_share=whole.na_share,
        grade=capped(uncapped, lowest(grades), grades) if failed else uncapped,
        uncapped_grade=uncapped,
        passed=_passed(score, failed, unknown),
        capped_by=failed,
        domains=domains,
        items=items,
    )


def scale_range(scale: Scale) -> tuple[float, float]:
    """Lowest and highest value of a scale of levels; 0 and 1 for yes/partial/no."""
    if scale.kind == "yes-partial-no":
        return 0.0, 1.0
    values = [level.value for level in scale.levels]
    return min(values), max(values)


def answer_ratio(answer: Answer, form: Form) -> float | None:
    """0–1 of one recorded answer: 0 is the worst answer, 1 the best. None for not applicable and for no answer."""
    if answer.sample is not None:
        return 1 - answer.sample.failed / answer.sample.size
    if answer.score is None:
        return None
    known = form.ratios.get(answer.score)
    # Between the levels of a scale there may be answers too: 2.5 where the levels are 0 to 4.
    return _on_scale(float(answer.score), form.lowest, form.highest) if known is None else known


def _on_scale(value: float, lowest_value: float, highest_value: float) -> float:
    return (value - lowest_value) / (highest_value - lowest_value)


def _rate(items: Iterable[tuple[str, float]], answers: Mapping[str, Answer], form: Form) -> tuple[list[Rating], Tally]:
    """A section's ratings with their sums. An answer carried over and not confirmed yet counts as not assessed."""
    ratings: list[Rating] = []
    gained = scored = missing = na = 0.0
    for id_, weight in items:
        answer = answers.get(id_)
        ratio = None
        if answer is None or answer.confirm:
            state = MISSING
        elif answer.na is not None:
            state = NOT_APPLICABLE
        else:
            ratio = answer_ratio(answer, form)
            state = MISSING if ratio is None else SCORED
        if ratio is not None:
            gained += weight * ratio
            scored += weight
        elif state is NOT_APPLICABLE:
            na += weight
        else:
            missing += weight
        ratings.append((id_, weight, state, ratio))
    return ratings, Tally(gained, scored, missing, na)


def _domain_result(
    domain: FormDomain,
    sections: Sequence[tuple[list[Rating], Tally]],
    tally: Tally,
    part: float | None,
    grades: Sequence[Grade],
) -> DomainResult:
    """`part` is the domain's share of the weight of all domains that have a score."""
    ratio = tally.ratio
    points_per_weight = None if part is None or ratio is None else 100 * part / tally.scored
    score = None if ratio is None else 100 * ratio
    uncapped = grade_of(score, grades)
    ratios = {id_: r for ratings, _ in sections for id_, _, _, r in ratings} if domain.critical else {}
    failed = [id_ for id_ in domain.critical if ratios[id_] == 0]
    grade = capped(uncapped, domain_cap(grades), grades) if failed else uncapped
    return DomainResult(
        id=domain.id,
        score=score,
        coverage=tally.coverage,
        na_share=tally.na_share,
        grade=grade,
        capped_by=failed if grade != uncapped else [],
        weight=domain.weight,
        contribution=None if score is None or part is None else part * score,
        sections=[
            _section_result(id_, ratings, section_tally, points_per_weight)
            for (id_, _), (ratings, section_tally) in zip(domain.sections, sections, strict=True)
        ],
    )


def _section_result(
    section: str, ratings: Iterable[Rating], tally: Tally, points_per_weight: float | None
) -> SectionResult:
    items = []
    for id_, weight, state, ratio in ratings:
        possible = contribution = None
        if ratio is not None and points_per_weight is not None:
            possible = points_per_weight * weight
            contribution = possible * ratio
        items.append(
            ItemResult(id=id_, ratio=ratio, state=state, weight=weight, contribution=contribution, possible=possible)
        )
    score = None if tally.ratio is None else 100 * tally.ratio
    return SectionResult(id=section, score=score, coverage=tally.coverage, items=items)


def _passed(score: float | None, failed: list[str], unknown: bool) -> bool | None:
    """Failed once an overall-critical item is failed; not decided while nothing, or not all of them, is assessed."""
    if score is None:
        return None
    if failed:
        return False
    return None if unknown else True
