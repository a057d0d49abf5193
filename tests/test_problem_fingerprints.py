"""A problem is known again after the file around it has changed, and no two are taken for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditloop.load import read_document
from auditloop.load.pointers import Pointers
from auditloop.problems import Bilingual, Place, Problem, fingerprints, problem
from case_workspaces import CASES, case_folders, make_workspace, problems_of

FIRST_BYTES = {"byte-order-mark", "utf-16"}
"""What is wrong with these is how they begin: nothing can be typed above."""
CASES_THAT_MOVE = [case for case in case_folders("invalid") if case.name not in FIRST_BYTES]


@pytest.mark.parametrize("case", CASES_THAT_MOVE, ids=lambda case: case.name)
def test_fingerprints_stay_when_lines_move(case: Path, tmp_path: Path) -> None:
    """Two lines typed at the top of every file change the place of every problem, and nothing else."""
    workspace = make_workspace(case, tmp_path)
    before = problems_of(workspace)
    for file in (workspace / "audits").rglob("*.y*ml"):
        if file.is_file() and not file.is_symlink():
            file.write_bytes(b"# one line\n# and another\n" + file.read_bytes())

    after = problems_of(workspace)

    assert sorted(fingerprints(after)) == sorted(fingerprints(before))
    assert len(set(fingerprints(before))) == len(before)


def test_alike_problems_of_one_file_are_told_apart_and_keep_their_fingerprints() -> None:
    """The first of three alike is the first wherever the three stand."""
    three = [problem("unknown-kind", Place("audits/a.yml", line), found="x", hint="") for line in (1, 4, 9)]
    moved = [problem("unknown-kind", Place("audits/a.yml", line), found="x", hint="") for line in (11, 15, 16)]

    assert len(set(fingerprints(three))) == 3
    assert fingerprints(three) == fingerprints(moved)


def test_another_file_code_or_fact_is_another_fingerprint() -> None:
    """What a reader would call another problem is one."""
    found = [
        problem("unknown-kind", Place("audits/a.yml"), found="x", hint=""),
        problem("unknown-kind", Place("audits/b.yml"), found="x", hint=""),
        problem("unknown-kind", Place("audits/a.yml"), found="y", hint=""),
        problem("yaml-syntax", Place("audits/a.yml"), found="x"),
    ]

    alone = [fingerprints([each])[0] for each in found]
    assert len(set(alone)) == 4
    assert fingerprints(found) == alone


def test_a_fact_in_two_languages_counts_once() -> None:
    """A team that reads Chinese and a host that reads English know the same problem by the same mark."""
    told = problem("unknown-kind", Place("audits/a.yml"), found=Bilingual("类型", "kind"), hint="")

    assert ("found", "kind") in told.facts


DOCUMENT = """\
kind: actions
team: front-desk
actions:
  - id: A-1
    due: 2026-01-01
    for: [F-1, F-2]
  - title: {zh: 二, en: two}
    due: soon
"""


@pytest.mark.parametrize(
    ("line", "column", "pointer"),
    [
        (1, 1, ()),
        (2, 1, ("team",)),
        (2, 7, ("team",)),
        (4, 5, ("actions", "A-1")),
        (5, 5, ("actions", "A-1", "due")),
        (5, 10, ("actions", "A-1", "due")),
        (6, 16, ("actions", "A-1", "for", 1)),
        (7, 20, ("actions", 1, "title", "en")),
        (8, 10, ("actions", 1, "due")),
    ],
)
def test_a_place_leads_back_to_what_stands_there(line: int, column: int, pointer: tuple[str | int, ...]) -> None:
    """Entries with an id are named by it, others by their position from 0."""
    document, _ = read_document(DOCUMENT, "audits/a.yml")
    assert document

    assert Pointers(document).at(Place("audits/a.yml", line, column)) == pointer


def by_fingerprint(workspace: Path) -> dict[str, Problem]:
    found = problems_of(workspace)
    return dict(zip(fingerprints(found), found, strict=True))


def test_an_entry_that_comes_in_before_changes_no_fingerprint(tmp_path: Path) -> None:
    """Whoever adds an action at the top of the list has not changed the old problems."""
    folder = tmp_path / "audits"
    make_workspace(CASES / "none", tmp_path)
    head, entry = DOCUMENT.split("actions:\n")
    (folder / "more.yml").write_text(f"{head}actions:\n{entry}", encoding="utf-8")
    before = by_fingerprint(tmp_path)
    new = "  - id: A-0\n    due: 2026-01-01\n"
    (folder / "more.yml").write_text(f"{head}actions:\n{new}{entry}", encoding="utf-8")
    after = by_fingerprint(tmp_path)

    old = [mark for mark, p in before.items() if "A-1" in p.pointer]
    assert old
    assert set(old) <= set(after)
    assert all(after[mark].place.line == before[mark].place.line + 2 for mark in old)
