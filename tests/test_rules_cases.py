"""Every rule has a case that breaks it."""

from __future__ import annotations

import pytest

from auditloop.problems import rule_codes
from case_workspaces import case_folders

REPORTED = "".join(
    (case / "expected.txt").read_text(encoding="utf-8")
    for case in (*case_folders("invalid"), *case_folders("history"))
    if (case / "expected.txt").is_file()
)


@pytest.mark.parametrize("code", sorted(set(rule_codes.CODES) - {"more-warnings"}))  # see test_rules_many.py
def test_a_rule_has_a_case_that_breaks_it(code: str) -> None:
    """What people read when they break a rule has been read before, in both languages, in tests/cases/invalid or
    tests/cases/history."""
    assert f"[{code}]" in REPORTED
