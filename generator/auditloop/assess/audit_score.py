"""One audit's answers → score, coverage, share of not-applicable, grade, and what every item is worth in points.

Knows no other audit. Not assessed, not applicable and zero stay three different things throughout.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from auditloop.assess.arithmetic import share
from auditloop.assess.grades import capped, domain_cap, grade_of, lowest
from auditloop.assess.results import DomainResult, ItemResult, SectionResult
from auditloop.model import Answer, Audit, Checklist, Domain, Grade, Item, Scale

_WORDS = {"yes": 1.0, "partial": 0.5, "no": 0.0}

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


class Rating(NamedTuple):
    """One item's answer brought to 0–1; the ratio is None unless the state is `scored`."""

    item: Item
    state: str
    ratio: float | None


class Tally(NamedTuple):
    """Sums of item weights by state, and the weighted ratios: all that a mean, a coverage and a share need."""

    gained: float = 0.0
    scored: float = 0.0
    missing: float = 0.0
    na: float = 0.0

    def plus(self, other: Tally) -> Tally:
        return Tally(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    def times(self, weight: float) -> Tally:
        return Tally(*(weight * mine for mine in self))

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


def score_audit(audit: Audit, checklist: Checklist, grades: Sequence[Grade]) -> AuditScore:
    """Score one audit with the edition of the checklist it was made with. Source: methods, "Audit score" 1–5.

    Item ratio r: levels (value − lowest) ÷ (highest − lowest); yes/partial/no 1, ½, 0; sample 1 − failed ÷ size.
    Section and domain = 100·Σ w·r ÷ Σ w over their scored items; audit = Σ W·domain ÷ Σ W over domains with a score.
    An item adds 100 · W/ΣW · w/Σw · r points; these add up to the score.
    """
    lowest_level, highest_level = scale_range(checklist.scale)
    rated = [_rate(domain, audit.answers, lowest_level, highest_level) for domain in checklist.domains]
    tallies = [_tally(_flat(sections)) for sections in rated]

    total_weight = sum(
        domain.weight for domain, tally in zip(checklist.domains, tallies, strict=True) if tally.ratio is not None
    )
    domains = [
        _domain_result(domain, sections, tally, share(domain.weight, total_weight), grades)
        for domain, sections, tally in zip(checklist.domains, rated, tallies, strict=True)
    ]
    contributions = [domain.contribution for domain in domains if domain.contribution is not None]
    score = min(100.0, sum(contributions)) if contributions else None

    whole = Tally()
    for domain, tally in zip(checklist.domains, tallies, strict=True):
        whole = whole.plus(tally.times(domain.weight))
    failed, unknown = _critical((rating for sections in rated for rating in _flat(sections)), "overall")
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
        items={item.id: item for domain in domains for section in domain.sections for item in section.items},
    )


def scale_range(scale: Scale) -> tuple[float, float]:
    """Lowest and highest value of a scale of levels; 0 and 1 for yes/partial/no."""
    if scale.kind == "yes-partial-no":
        return 0.0, 1.0
    values = [level.value for level in scale.levels]
    return min(values), max(values)


def answer_ratio(answer: Answer, lowest_level: float, highest_level: float) -> float | None:
    """0–1 of one recorded answer: 0 is the worst answer, 1 the best. None for not applicable and for no answer."""
    if answer.sample is not None:
        return 1 - answer.sample.failed / answer.sample.size
    if answer.score is None:
        return None
    if isinstance(answer.score, str):
        return _WORDS[answer.score]
    return (answer.score - lowest_level) / (highest_level - lowest_level)


def _rate(domain: Domain, answers: Mapping[str, Answer], low: float, high: float) -> list[list[Rating]]:
    """The domain's ratings by section. An answer carried over and not confirmed yet counts as not assessed."""
    sections = []
    for section in domain.sections:
        ratings = []
        for item in section.items:
            answer = answers.get(item.id)
            if answer is None or answer.confirm:
                ratings.append(Rating(item, MISSING, None))
            elif answer.na is not None:
                ratings.append(Rating(item, NOT_APPLICABLE, None))
            else:
                ratio = answer_ratio(answer, low, high)
                ratings.append(Rating(item, MISSING if ratio is None else SCORED, ratio))
        sections.append(ratings)
    return sections


def _flat(sections: Sequence[Sequence[Rating]]) -> Iterator[Rating]:
    return chain.from_iterable(sections)


def _tally(ratings: Iterable[Rating]) -> Tally:
    gained = scored = missing = na = 0.0
    for item, state, ratio in ratings:
        if ratio is not None:
            gained += item.weight * ratio
            scored += item.weight
        elif state == NOT_APPLICABLE:
            na += item.weight
        else:
            missing += item.weight
    return Tally(gained, scored, missing, na)


def _domain_result(
    domain: Domain, rated: list[list[Rating]], tally: Tally, part: float | None, grades: Sequence[Grade]
) -> DomainResult:
    """`part` is the domain's share of the weight of all domains that have a score."""
    ratio = tally.ratio
    points_per_weight = None if part is None or ratio is None else 100 * part / tally.scored
    score = None if ratio is None else 100 * ratio
    uncapped = grade_of(score, grades)
    failed, _ = _critical(_flat(rated), "domain")
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
            _section_result(section.id, ratings, points_per_weight)
            for section, ratings in zip(domain.sections, rated, strict=True)
        ],
    )


def _section_result(section: str, ratings: list[Rating], points_per_weight: float | None) -> SectionResult:
    tally = _tally(ratings)
    items = []
    for item, state, ratio in ratings:
        possible = contribution = None
        if ratio is not None and points_per_weight is not None:
            possible = points_per_weight * item.weight
            contribution = possible * ratio
        items.append(
            ItemResult(
                id=item.id,
                ratio=ratio,
                state=state,
                weight=item.weight,
                contribution=contribution,
                possible=possible,
            )
        )
    score = None if tally.ratio is None else 100 * tally.ratio
    return SectionResult(id=section, score=score, coverage=tally.coverage, items=items)


def _critical(ratings: Iterable[Rating], reach: str) -> tuple[list[str], bool]:
    """Items of that criticality that failed (r = 0), and whether any of them is not assessed yet."""
    marked = [rating for rating in ratings if rating.item.critical == reach]
    return [r.item.id for r in marked if r.ratio == 0], any(r.state == MISSING for r in marked)


def _passed(score: float | None, failed: list[str], unknown: bool) -> bool | None:
    """Failed once an overall-critical item is failed; not decided while nothing, or not all of them, is assessed."""
    if score is None:
        return None
    if failed:
        return False
    return None if unknown else True
