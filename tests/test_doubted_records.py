"""Accuracy: which records validation warned of, and the share of those it did not."""

from __future__ import annotations

from auditloop.problems import Place
from auditloop.problems.problem import problem
from auditloop.validate import doubted

ORIGINS = {
    ("audit", "a"): ("a.yml", 1),
    ("finding", "F-1"): ("a.yml", 20),
    ("finding", "F-2"): ("a.yml", 30),
    ("observation", "k/t/2026-01"): ("k.yml", 8),
}


def warn(file: str, line: int) -> frozenset[tuple[str, str]]:
    return doubted(ORIGINS, [problem("of-is-zero", Place(file, line), kpi="k")])


def test_a_warning_is_about_the_record_it_stands_in() -> None:
    """The last one that begins at or before its line."""
    assert warn("a.yml", 5) == {("audit", "a")}
    assert warn("a.yml", 20) == {("finding", "F-1")}
    assert warn("a.yml", 29) == {("finding", "F-1")}
    assert warn("a.yml", 99) == {("finding", "F-2")}


def test_a_warning_outside_of_records_is_about_none() -> None:
    """A file that is no record, or a line above the first one."""
    assert warn("other.yml", 5) == warn("k.yml", 2) == frozenset()
