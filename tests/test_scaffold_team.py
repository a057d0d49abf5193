"""`auditloop new team`: one entry added to a file that somebody wrote, and not a byte else."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditloop.load import read_document
from auditloop.model import Organisation, Origin, Team, Workspace
from auditloop.scaffold import PasteNeeded, init_workspace, new_team, write_changed
from auditloop.scaffold.errors import BadId, FileChanged, IdTaken, UnknownName
from auditloop.scaffold.team import with_team
from scaffolding import TEXT, problems, read, starter

HEAD = "kind: organisation\nid: acme\nname: Acme\n"
NEW = {"id": "b", "name": {"zh": "乙", "en": "B"}}
STYLES = {
    "block": (
        "teams:  # ours\n  - id: a   # first\n    name: A\n\n# the rest\nlanguages: [zh]\n",
        "teams:  # ours\n  - id: a   # first\n    name: A\n  - id: b\n    name: {zh: 乙, en: B}\n\n"
        "# the rest\nlanguages: [zh]\n",
    ),
    "block, not indented": (
        "teams:\n- name: A\n  id: a\n  # about a\nlanguages: [zh]\n",
        "teams:\n- name: A\n  id: a\n  # about a\n- id: b\n  name: {zh: 乙, en: B}\nlanguages: [zh]\n",
    ),
    "block of flow entries": (
        "teams:\n  - {id: z, name: Z}\n  - {id: a, name: 'A # {'}  # last\n",
        "teams:\n  - {id: z, name: Z}\n  - {id: a, name: 'A # {'}  # last\n  - {id: b, name: {zh: 乙, en: B}}\n",
    ),
    "no newline at the end": (
        "teams:\n  - id: a\n    name: >-\n      A\n\n      # not a comment",
        "teams:\n  - id: a\n    name: >-\n      A\n\n      # not a comment\n  - id: b\n    name: {zh: 乙, en: B}\n",
    ),
    "windows line ends": (
        "teams:\r\n  - id: a\r\n    name: A\r\nlanguages: [zh]\r\n",
        "teams:\r\n  - id: a\r\n    name: A\r\n  - id: b\r\n    name: {zh: 乙, en: B}\r\nlanguages: [zh]\r\n",
    ),
    "flow": (
        "teams: [{id: a, name: \"A]}\"}]  # all\nlanguages: [zh]\n",
        "teams: [{id: a, name: \"A]}\"}, {id: b, name: {zh: 乙, en: B}}]  # all\nlanguages: [zh]\n",
    ),
    "flow over lines": (
        "teams: [\n  {id: a, name: A},  # } a\n]\n",
        "teams: [\n  {id: a, name: A},\n  {id: b, name: {zh: 乙, en: B}},  # } a\n]\n",
    ),
    "empty": ("teams: []\n", "teams: [{id: b, name: {zh: 乙, en: B}}]\n"),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after"), STYLES.values(), ids=STYLES.keys())
def test_the_entry_follows_the_last_team_in_the_same_style(before: str, after: str) -> None:
    """Block or flow, comments, blank lines and line ends: everything else stays as it was."""
    assert with_team(HEAD + before, "organisation.yml", NEW) == HEAD + after


@pytest.mark.parametrize(
    "before",
    [
        "teams: &t [{id: a, name: A}]\n",
        "x: &t {id: a, name: A}\nteams:\n  - *t\n",
        "teams:\n  -\n    id: a\n    name: A\n",
        "teams:\n  - ? id\n    : a\n    name: A\n",
        "teams: [id: a]\n",
        "{teams: [{id: a, name: A}], kind: x}\n",
    ],
)
def test_unusual_ways_of_writing_are_added_to_rightly_or_not_at_all(before: str) -> None:
    """Either the result says exactly what it should, or there is none and the author is asked to paste."""
    document, _ = read_document(before, "organisation.yml")
    after = with_team(before, "organisation.yml", NEW)

    assert document is not None
    if after is not None:
        result, found = read_document(after, "organisation.yml")
        assert result is not None
        assert not found
        added = {"id": "b", "name": {"zh": "乙", "en": "B"}}
        assert result.data == {**document.data, "teams": [*document.data["teams"], added]}


def test_the_new_team_is_valid_and_nothing_else_changes(tmp_path: Path) -> None:
    """In a real workspace: the file keeps every line it had, and the team is there."""
    init_workspace(tmp_path, **starter())
    name = {"zh": "客服：夜班", "en": "Night: desk #2"}
    file = new_team(tmp_path, read(tmp_path), id="night-desk", name=name, site="main")
    write_changed(tmp_path, file)

    assert problems(tmp_path) == []
    assert read(tmp_path).organisation.teams[-1] == Team(id="night-desk", name=name, site="main")
    added = [line for line in file.after.splitlines() if line not in file.before.splitlines()]
    assert added == ["  - id: night-desk", '    name: {zh: "客服：夜班", en: "Night: desk #2"}'] or len(added) == 2


def test_what_cannot_be_edited_safely_is_offered_for_pasting(tmp_path: Path) -> None:
    """The error says which file, and holds the lines to paste."""
    source = f"{HEAD}teams:\n  -\n    id: a\n    name: A\n"
    (tmp_path / "organisation.yml").write_text(source, encoding="utf-8")
    workspace = Workspace(
        organisation=Organisation(id="acme", name="Acme", teams=(Team(id="a", name="A"),)),
        checklists={}, audits={}, actions={}, action_team={}, kpis={}, observations=(), indices={},
        origins={("organisation", "acme"): Origin("organisation.yml", 1)},
    )  # fmt: skip

    with pytest.raises(PasteNeeded) as caught:
        new_team(tmp_path, workspace, id="b", name="B")

    assert caught.value.text == "  - id: b\n    name: B"
    assert "organisation.yml" in caught.value.message.zh
    assert caught.value.text in caught.value.hint.en


def test_wrong_ids_are_refused(tmp_path: Path) -> None:
    """A taken id, an impossible one, a site that is not there."""
    init_workspace(tmp_path, **starter(today=dt.date(2026, 3, 15)))
    workspace = read(tmp_path)

    with pytest.raises(IdTaken):
        new_team(tmp_path, workspace, id="front-desk", name="前台")
    with pytest.raises(BadId):
        new_team(tmp_path, workspace, id="Front Desk", name="前台")
    with pytest.raises(UnknownName):
        new_team(tmp_path, workspace, id="night-desk", name="夜班", site="mian")


def test_a_file_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    """Somebody saved the file between reading and writing: their version stays."""
    init_workspace(tmp_path, **starter())
    file = new_team(tmp_path, read(tmp_path), id="night-desk", name="夜班")
    (tmp_path / file.path).write_text("theirs", encoding="utf-8")

    with pytest.raises(FileChanged):
        write_changed(tmp_path, file)

    assert (tmp_path / file.path).read_text(encoding="utf-8") == "theirs"
    assert [p.name for p in (tmp_path / file.path).parent.glob(".*")] == []


@given(TEXT, st.sampled_from(sorted(STYLES)))
def test_any_name_can_be_added_in_any_style(name: str, style: str) -> None:
    """Whatever the team is called, the file stays readable and says it."""
    after = with_team(HEAD + STYLES[style][0], "organisation.yml", {"id": "b", "name": name})

    assert after is not None
    document, _ = read_document(after, "organisation.yml")
    assert document is not None
    assert document.data["teams"][-1] == {"id": "b", "name": name}
