"""Every folder in cases/invalid is a workspace with a mistake, and holds exactly what is said about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditloop.reporters import text
from case_workspaces import CASES, case_folders, make_workspace, problems_of


@pytest.mark.parametrize("case", case_folders("invalid"), ids=lambda case: case.name)
def test_a_mistake_is_told_with_place_and_remedy_in_both_languages(
    case: Path, tmp_path: Path, accept_cases: bool
) -> None:
    """What is reported equals expected.txt and expected.zh.txt (`pytest --accept-cases` writes them)."""
    problems = problems_of(make_workspace(case, tmp_path))

    for name, lang in (("expected.txt", "en"), ("expected.zh.txt", "zh")):
        found = text.report(problems, lang=lang)
        if accept_cases:
            (case / name).write_text(found, encoding="utf-8")
        assert found == (case / name).read_text(encoding="utf-8")
    assert problems, "a case without a problem belongs in cases/valid"


def test_the_base_of_all_cases_has_no_mistake(tmp_path: Path) -> None:
    """Whatever a case reports comes from the case."""
    assert problems_of(make_workspace(CASES / "base", tmp_path)) == []


@pytest.mark.parametrize("case", case_folders("valid"), ids=lambda case: case.name)
def test_what_is_right_is_accepted_without_a_word(case: Path, tmp_path: Path) -> None:
    """Every folder in cases/valid holds something unusual that is not a mistake."""
    assert text.report(problems_of(make_workspace(case, tmp_path)), lang="en") == "No problems.\n"
