"""From a score to a grade: ordered half-open thresholds, and the caps that failed critical items put on a grade.

Knows no audit: only scores and the organisation's table of grades.
"""

from __future__ import annotations

from collections.abc import Sequence

from auditloop.assess.arithmetic import reaches
from auditloop.model import Grade

DEFAULT_GRADES = (
    Grade(grade="A", from_=90),
    Grade(grade="B", from_=80),
    Grade(grade="C", from_=70),
    Grade(grade="D", from_=0),
)
DOMAIN_CAP = "C"


def grade_table(written: Sequence[Grade]) -> tuple[Grade, ...]:
    """Best grade first; the default table where the organisation has none of its own."""
    return tuple(sorted(written, key=lambda g: -g.from_)) or DEFAULT_GRADES


def grade_of(score: float | None, grades: Sequence[Grade]) -> str | None:
    """The first grade whose threshold the unrounded score reaches: 79.99 is below 80.

    None without a score, or where the score lies below every threshold.
    """
    if score is None:
        return None
    return next((g.grade for g in grades if reaches(score, g.from_)), None)


def domain_cap(grades: Sequence[Grade]) -> str:
    """The best grade a domain with a failed critical item can have.

    The grade named C; in a table without one the third best, in a shorter table the lowest.
    """
    names = [g.grade for g in grades]
    return DOMAIN_CAP if DOMAIN_CAP in names else names[min(2, len(names) - 1)]


def lowest(grades: Sequence[Grade]) -> str:
    """The grade of an audit that is not passed."""
    return grades[-1].grade


def capped(grade: str | None, cap: str, grades: Sequence[Grade]) -> str | None:
    """The worse of grade and cap; no grade stays no grade."""
    if grade is None:
        return None
    names = [g.grade for g in grades]
    return max(grade, cap, key=names.index)
