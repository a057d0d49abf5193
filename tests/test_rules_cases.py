"""Every rule has a case that breaks it."""

from __future__ import annotations

import pytest

from auditloop.problems import rule_codes
from case_workspaces import case_folders

REPORTED = "".join(
    (case / "expected.txt").read_text(encoding="utf-8")
    for case in (*case_folders("invalid"), *case_folders("history"), *case_folders("exchange"))
    if (case / "expected.txt").is_file()
)


ELSEWHERE = {
    "more-warnings",  # test_rules_many.py
    *("workbook-macros", "workbook-too-large", "workbook-unreadable"),  # test_exchange_workbooks.py
    "import-cannot-edit",  # test_exchange_cases.py
}


@pytest.mark.parametrize("code", sorted(set(rule_codes.CODES) - ELSEWHERE))
def test_a_rule_has_a_case_that_breaks_it(code: str) -> None:
    """What people read when they break a rule has been read before, in both languages, in tests/cases/invalid,
    tests/cases/history or tests/cases/exchange."""
    assert f"[{code}]" in REPORTED
