"""Every folder in cases/history is a change, and holds exactly what is said about what it does to the record.

`base/` and `head/` are laid over the small valid workspace; `gone` in `head/` lists files that the change deletes.
"""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from auditloop.load import Document, read_document, read_workspace
from auditloop.problems import MOST_IN_ONE_FILE, Problem, Severity
from auditloop.reporters import text
from auditloop.validate import validate
from auditloop.validate.history import Moment, check
from case_workspaces import AS_OF, CASES, built_in_checklists, case_folders, schemas

COMMITTED = dt.date(2026, 6, 15)


def breaches(case: Path, tmp_path: Path) -> list[Problem]:
    """What the law says of the change, on 30 June 2026, of a base committed on 15 June."""
    before, after = (documents(case, side, tmp_path / side) for side in ("base", "head"))
    return check(before, after, Moment(AS_OF, "main", COMMITTED))


def documents(case: Path, side: str, workspace: Path) -> tuple[Document, ...]:
    """The side of the change, which has no errors."""
    shutil.copytree(CASES / "base" / "audits", workspace / "audits")
    for overlay in ("base", side):
        if (case / overlay / "audits").is_dir():
            shutil.copytree(case / overlay / "audits", workspace / "audits", dirs_exist_ok=True)
    if side == "head" and (case / "head" / "gone").is_file():
        for name in (case / "head" / "gone").read_text().split():
            (workspace / name).unlink()
    loaded = read_workspace(workspace)
    found = validate((*loaded.documents, *built_in_checklists()), schemas(), as_of=AS_OF, tables=loaded.tables)
    assert [p for p in (*loaded.problems, *found.problems) if p.severity is Severity.ERROR] == []
    return found.documents


@pytest.mark.parametrize("case", case_folders("history"), ids=lambda case: case.name)
def test_a_breach_is_told_with_place_and_remedy_in_both_languages(
    case: Path, tmp_path: Path, accept_cases: bool
) -> None:
    """What is reported equals expected.txt and expected.zh.txt (`pytest --accept-cases` writes them)."""
    problems = breaches(case, tmp_path)

    for name, lang in (("expected.txt", "en"), ("expected.zh.txt", "zh")):
        found = text.report(problems, lang=lang)
        if accept_cases:
            (case / name).write_text(found, encoding="utf-8")
        assert found == (case / name).read_text(encoding="utf-8")


def test_a_thousand_breaches_of_one_file_are_told_in_a_few_lines(tmp_path: Path) -> None:
    """Deleting a file of many values is one mistake made many times."""
    values = "".join(f"  {day}: 1\n" for day in days(dt.date(2023, 1, 1), 1000))
    written = f"kind: observations\nteam: front-desk\nkpi: waiting-time\nvalues:\n{values}"
    deleted, _ = read_document(written, "audits/many.yml")
    assert deleted
    rest = documents(CASES / "base", "base", tmp_path)

    found = check((*rest, deleted), rest, Moment(AS_OF, "main"))

    assert [p.code for p in found].count("published-removed") == MOST_IN_ONE_FILE
    assert "more-problems" in {p.code for p in found}


def days(first: dt.date, count: int) -> list[str]:
    return [(first + dt.timedelta(days=n)).isoformat() for n in range(count)]
