"""`auditloop migrate`: a made-up older format brought up to the one we know, and nobody's comments lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from auditloop import migrate
from auditloop.cli.main import app
from auditloop.load import read_document
from auditloop.migrate import Draft, Step, plan
from auditloop.scaffold import files, write_all
from auditloop.scaffold.errors import CannotWrite, FileChanged
from case_workspaces import CASES, problems_of

OLD = CASES / "migrate"


def to_format_1(draft: Draft) -> None:
    """Format 0, made up for these tests: an answer's `score` was called `points`, a finding's `class` `grade`; an
    action had no priority and a flag `urgent` instead."""
    kind = draft.data["kind"]
    if kind == "audit":
        for item, answer in draft.data["answers"].items():
            if isinstance(answer, dict) and "points" in answer:
                draft.rename(("answers", item), "points", "score")
        for at, _ in enumerate(draft.data.get("findings", ())):
            draft.rename(("findings", at), "grade", "class")
    elif kind == "actions":
        for at, action in enumerate(draft.data["actions"]):
            if action.get("urgent"):
                draft.set(("actions", at), "priority", "high", after="owner")
            if "urgent" in action:
                draft.remove(("actions", at), "urgent")


STEPS = (Step(0, to_format_1),)


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of format 0, and a program that knows the way from there."""
    monkeypatch.setattr(migrate, "STEPS", STEPS)
    shutil.copytree(CASES / "base" / "audits", tmp_path / "audits")
    shutil.copytree(OLD / "before", tmp_path, dirs_exist_ok=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins: [auditloop]\n", encoding="utf-8")
    return tmp_path


def run(root: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["-C", str(root), "--lang", "en", *arguments])
    return result.exit_code, result.output


def contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_an_older_workspace_is_brought_up_with_its_comments_and_order(old: Path) -> None:
    """The files afterwards equal cases/migrate/after byte for byte, and the workspace is valid."""
    code, said = run(old, "migrate")

    assert code == 0
    for path in sorted((OLD / "after").rglob("*.yml")):
        name = path.relative_to(OLD / "after")
        assert (old / name).read_text(encoding="utf-8") == path.read_text(encoding="utf-8"), name
    assert [problem.code for problem in problems_of(old)] == []
    assert "audits/front-desk/audit.yml: format 0 → 1\n" in said
    assert "  answers/queue-short: points → score\n" in said


def test_migrating_twice_changes_nothing_the_second_time(old: Path) -> None:
    run(old, "migrate")
    first = contents(old)

    assert run(old, "migrate") == (
        0,
        f"Nothing to change: everything is in format 1. Files looked at: {len(first) - 1}\n",
    )
    assert contents(old) == first


def test_check_writes_nothing_and_says_by_its_exit_code_that_something_would_change(old: Path) -> None:
    before = contents(old)

    code, said = run(old, "migrate", "--check")

    assert code == 1
    assert "Files that would change: 2" in said
    assert contents(old) == before
    run(old, "migrate")
    assert run(old, "migrate", "--check")[0] == 0


def test_nothing_is_changed_where_one_file_is_newer_than_the_program(old: Path) -> None:
    """The message is the one that every command gives."""
    kpi = old / "audits/kpi.yml"
    kpi.write_text(
        kpi.read_text(encoding="utf-8").replace("kind: kpi\n", "kind: kpi\nformat: 7\n", 1), encoding="utf-8"
    )
    before = contents(old)

    code, said = run(old, "migrate")

    assert code == 1
    assert "audits/kpi.yml:2:9" in said
    assert "This file is in format 7; this program knows formats up to 1." in said
    assert contents(old) == before


def test_nothing_is_changed_where_one_file_cannot_be_read(old: Path) -> None:
    (old / "audits/broken.yml").write_text("kind: [\n", encoding="utf-8")
    before = contents(old)

    assert run(old, "migrate")[0] == 1
    assert contents(old) == before


def test_a_format_from_which_no_step_leads_on_is_said_so(old: Path) -> None:
    planned = migrate.plan(old, steps=())

    assert [problem.code for problem in planned.problems] == ["no-way-from-format"] * 2
    assert planned.files == ()


def test_steps_follow_each_other(tmp_path: Path) -> None:
    """From 0 over 1 to 2, the second step sees what the first one made."""
    (tmp_path / "audits").mkdir()
    file = tmp_path / "audits/a.yml"
    file.write_text("kind: x\nformat: 0  # old\na: 1  # kept\n", encoding="utf-8")
    steps = [Step(0, lambda draft: draft.rename((), "a", "b")), Step(1, lambda draft: draft.rename((), "b", "c"))]

    planned = plan(tmp_path, steps, known=2)
    write_all(tmp_path, [], [each.file for each in planned.files])

    assert file.read_text(encoding="utf-8") == "kind: x\nformat: 2  # old\nc: 1  # kept\n"
    assert planned.files[0].told == ("a → b", "format: 0 → 1", "b → c", "format: 1 → 2")


def test_a_disk_that_refuses_half_way_leaves_every_file_as_it_was(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second of two files cannot be replaced: the first one gets its text back."""
    planned = plan(old)
    before = contents(old)
    replace, calls = Path.replace, []

    def refusing(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 2:
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(files.Path, "replace", refusing)
    with pytest.raises(CannotWrite):
        write_all(old, [], [each.file for each in planned.files])

    assert len(calls) == 2
    assert contents(old) == before


def test_a_file_edited_in_the_meantime_is_not_overwritten(old: Path) -> None:
    planned = plan(old)
    last = old / planned.files[-1].file.path
    last.write_text(last.read_text(encoding="utf-8") + "# new\n", encoding="utf-8")
    before = contents(old)

    with pytest.raises(FileChanged):
        write_all(old, [], [each.file for each in planned.files])

    assert contents(old) == before


def test_the_program_as_shipped_has_nothing_to_do_in_a_workspace_of_today(tmp_path: Path) -> None:
    shutil.copytree(CASES / "base" / "audits", tmp_path / "audits")

    planned = plan(tmp_path)

    assert (planned.files, planned.problems) == ((), ())
    assert read_document((tmp_path / "audits/kpi.yml").read_bytes(), "kpi.yml")[0]
