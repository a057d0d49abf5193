"""`auditloop diff`: revisions, folders and results files compared, in words of both languages."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import jsonschema_rs
import pytest

from auditloop import resources
from auditloop.cli.words import WORDS
from auditloop.load.revisions import WHYS as REVISION_WHYS
from auditloop.pipeline.comparing import WHYS
from git_workspace import BASE, commit, git, replace, repository
from test_cli import auditloop

ON = ("--as-of", "2026-06-30")


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """A repository with one commit, and a little of everything changed since; one file has another name."""
    root = tmp_path / "quality"
    root.mkdir()
    repository(root)
    audits = root / "audits"
    replace(audits / "kpi.yml", "target: 5", "target: 8")
    replace(audits / "front-desk" / "observations.yml", "2026-03: 9.5", "2026-03: 8.9")
    replace(audits / "front-desk" / "observations.yml", "2026-05: 4.8", "2026-05: 4.8\n  2026-06: 9.1")
    replace(audits / "front-desk" / "audit.yml", "failed: 2", "failed: 10")
    replace(audits / "front-desk" / "actions.yml", "due: 2026-07-31", "due: 2026-06-15")
    (audits / "kpi.yml").rename(audits / "waiting.yml")
    return root


EN = """\
What changes: Harbour Services
HEAD ({commit}) → the workspace as it is, as of 30 June 2026
5 changes to look at.

To look at (5)
  ! Average waiting time: target loosened from 5 min to 8 min
  ! Front desk, Internal audit of 15 March 2026 (front-desk-2026-03): score 58.9 → 50.0 (−8.9 points)
      Is the lobby clean? 90% → 50%, −8.9 points
  ! Show the waiting time at the door (A-front-desk-2026-002), Front desk: brought forward from 31 July 2026 to \
15 June 2026, now overdue by 15 days
  ! Average waiting time, Front desk: 1 reported value restated, new value for Jun 2026: 9.10 min, target missed now
      March 2026: 9.5 min → 8.9 min
  ! Service quality score, Front desk: 85.0 (May 2026) → 49.2 (Jun 2026), −35.8 points
      Average waiting time: −35.8 points
"""
ZH = """\
本次改动的影响：海港服务集团
HEAD（{commit}） → 当前工作区，截至2026年6月30日
5处需要留意。

需要留意 (5)
  ! 平均等候时间：目标由5分钟放宽为8分钟
  ! 前台，2026年3月15日内部审核（front-desk-2026-03）：得分58.9 → 50.0（−8.9分）
      大堂是否整洁？90% → 50%，−8.9分
  ! 在门口显示等候时间（A-front-desk-2026-002），前台：期限由2026年7月31日提前到2026年6月15日，已逾期15天
  ! 平均等候时间，前台：改写了1个已报数值，新增数值（2026年6月）：9.10分钟，现未达标
      2026年3月：9.5分钟 → 8.9分钟
  ! 服务质量指数，前台：85.0（2026年5月） → 49.2（2026年6月），−35.8分
      平均等候时间：−35.8分
"""


@pytest.mark.parametrize(("lang", "expected"), [("en", EN), ("zh", ZH)])
def test_what_a_change_does_is_told_in_words(changed: Path, lang: str, expected: str) -> None:
    """Most important first, in the language asked for; the renamed file is no change."""
    done = auditloop("-C", changed, *ON, "diff", "HEAD", "--lang", lang)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.replace("\xa0", " ") == expected.format(commit=git(changed, "rev-parse", "HEAD")[:10])


def test_revisions_folders_and_files_give_the_same_changes(changed: Path, tmp_path: Path) -> None:
    """Wherever the two states come from; only what they are called differs, and files know no warnings."""
    shutil.copytree(BASE / "audits", tmp_path / "before" / "audits")
    for workspace, name in ((tmp_path / "before", "old.json"), (changed, "new.json")):
        (tmp_path / name).write_text(auditloop("-C", workspace, *ON, "assess", "--format", "json").stdout)
    git(changed, "add", "--all")
    commit(changed, "change")
    git(changed, "switch", "--quiet", "--detach", "HEAD~0")
    found = [
        json.loads(auditloop("-C", changed, *ON, "diff", *sides, "--format", "json").stdout)
        for sides in (
            ("main~1",),
            ("main~1", "main"),
            ("../before", "."),
            ("../old.json",),
            ("../old.json", "../new.json"),
            (str(tmp_path / "old.json"), "HEAD"),
        )
    ]

    schema = json.loads((resources.schema_dir() / "changes.schema.json").read_text(encoding="utf-8"))
    for each in found:
        jsonschema_rs.Draft7Validator(schema, validate_formats=True).validate(each)
        assert (each["problems"] is None) == any(".json" in each[side]["name"] for side in ("base", "head"))
    contents = [
        {k: v for k, v in each.items() if k not in ("base", "head", "problems", "problems_gone")} for each in found
    ]
    assert all(each == contents[0] for each in contents)
    assert contents[0]["tally"]["concerns"] == 5


def test_nothing_changed_is_said_and_two_runs_are_alike(changed: Path) -> None:
    """Against itself; the comment has the same bytes each time, so that it need not be posted again."""
    same = auditloop("-C", changed, *ON, "diff", ".", ".")
    first, second = (auditloop("-C", changed, *ON, "diff", "HEAD", "--format", "markdown").stdout for _ in range(2))

    assert "No score, finding, action, indicator or target changes." in same.stdout
    assert first == second


def test_both_sides_are_of_one_day(changed: Path) -> None:
    """A results file brings its day along; another one asked for is refused; two files keep theirs, and it is said."""
    for day in ("2026-04-30", "2026-06-30"):
        made = auditloop("-C", changed, "--as-of", day, "assess", "--format", "json").stdout
        (changed / f"{day}.json").write_text(made)

    follows = json.loads(auditloop("-C", changed, "diff", "2026-04-30.json", "--format", "json").stdout)
    refused = auditloop("-C", changed, *ON, "diff", "2026-04-30.json")
    files = auditloop("-C", changed, "diff", "2026-04-30.json", "2026-06-30.json")

    assert (follows["base"]["as_of"], follows["head"]["as_of"]) == ("2026-04-30", "2026-04-30")
    assert refused.returncode == 2
    assert "leave out --as-of" in refused.stderr
    assert "of different days: 30 April 2026 → 30 June 2026" in files.stdout


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nowhere", "no revision “nowhere”"),
        ("--no-such", "No such option"),
        ("nowhere.json", "no file nowhere.json"),
        ("docs", "no audits/ in it"),
        ("newer.json", "has format 2 (written by auditloop 9.9)"),
        ("broken.json", "is not JSON"),
        ("other.json", "is no results file"),
        ("early", "no folder audits"),
    ],
)
def test_what_cannot_be_compared_is_said_and_exits_2(changed: Path, name: str, said: str) -> None:
    """One sentence, no traceback, nothing on stdout."""
    (changed / "docs").mkdir()
    (changed / "newer.json").write_text('{"format": 2, "generator": "auditloop 9.9"}')
    (changed / "broken.json").write_text("{")
    (changed / "other.json").write_text('{"format": 1}')
    empty = git(changed, "commit-tree", git(changed, "mktree", stdin=b""), "-m", "empty")
    git(changed, "tag", "early", empty)

    done = auditloop("-C", changed, "diff", name)

    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_outside_of_git_folders_and_files_can_still_be_compared(tmp_path: Path) -> None:
    """Git is asked only where a revision is named."""
    shutil.copytree(BASE / "audits", tmp_path / "audits")

    assert auditloop("-C", tmp_path, "diff", ".").returncode == 0
    refused = auditloop("-C", tmp_path, "diff", "HEAD")
    assert refused.returncode == 2
    assert "not in a git repository" in refused.stderr


def test_without_git_it_is_said_what_is_missing(changed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without git is not a bug of ours."""
    monkeypatch.setenv("PATH", "")

    done = auditloop("-C", changed, "diff", "HEAD")

    assert done.returncode == 2
    assert "git is not installed" in done.stderr


@pytest.mark.parametrize("side", ["base", "head"])
def test_errors_on_one_side_are_shown_with_the_side(changed: Path, side: str) -> None:
    """Numbers from broken data would mislead."""
    (changed / "audits" / "wrong.yml").write_text("kind: kpy\n")
    commit(changed, "wrong")
    if side == "base":
        (changed / "audits" / "wrong.yml").unlink()

    done = auditloop("-C", changed, "diff", "HEAD" if side == "base" else "HEAD~1")

    assert (done.returncode, done.stdout) == (1, "")
    assert "audits/wrong.yml:1:7: error [unknown-kind]" in done.stderr
    assert ("The data of HEAD" if side == "base" else "The data of the workspace as it is") in done.stderr


def test_a_comment_speaks_the_teams_language_and_can_be_found_again(changed: Path) -> None:
    """The organisation's first language unless another is asked for; the first line is hidden and names it."""
    ours = auditloop("-C", changed, *ON, "diff", "HEAD", "--format", "markdown").stdout
    asked = auditloop("-C", changed, *ON, "diff", "HEAD", "--format", "markdown", "--lang", "en").stdout

    assert ours.splitlines()[:2] == ["<!-- auditloop-diff:harbour -->", "### 本次改动的影响：海港服务集团"]
    assert asked.splitlines()[1] == "### What changes: Harbour Services"
    assert "- Average waiting time: target loosened from 5 min to 8 min\n" in asked.replace("\xa0", " ")


def test_every_reason_for_not_comparing_has_its_sentence() -> None:
    """In both languages, and none is left over."""
    said = {key.removeprefix("compare-") for key in WORDS if key.startswith("compare-")}

    assert said == {*WHYS, *REVISION_WHYS}
    for why in said:
        facts = [set(re.findall(r"\{(\w+)\}", sentence)) for sentence in WORDS[f"compare-{why}"].values()]
        assert facts[0] == facts[1], why


def test_validate_judges_what_a_change_does_to_history(changed: Path) -> None:
    """As problems among the others, in whatever form they are told; without --against nobody asks git."""
    silent = auditloop("-C", changed, *ON, "validate")
    done = auditloop("-C", changed, *ON, "validate", "--against", "HEAD", "--format", "json")

    assert silent.returncode == 0
    assert done.returncode == 1
    told = [(each["code"], each["file"], each["line"]) for each in json.loads(done.stdout)["problems"]]
    assert told == [
        ("due-moved-silently", "audits/front-desk/actions.yml", 22),
        ("final-audit-changed", "audits/front-desk/audit.yml", 16),
        ("published-restated", "audits/front-desk/observations.yml", 5),
    ]


def test_history_is_judged_by_the_day_the_base_was_committed(changed: Path) -> None:
    """An action that stood overdue on that day (1 June 2026 here) was not done in time."""
    git(changed, "checkout", "--quiet", "--", ".")
    git(changed, "clean", "--quiet", "--force")
    actions = changed / "audits" / "front-desk" / "actions.yml"
    replace(actions, "due: 2026-07-31", "due: 2026-05-20")
    commit(changed, "overdue")
    replace(
        actions,
        "status: in-progress\n    progress: 40",
        "status: done\n    done: 2026-05-19\n    evidence: [https://example.org/x]",
    )

    done = auditloop("-C", changed, *ON, "validate", "--against", "HEAD")

    assert "claims to be done on 2026-05-19, while the record of 2026-06-01 still says in-progress" in done.stdout


def test_history_is_not_judged_where_something_cannot_be_read(changed: Path) -> None:
    """What only cannot be read is not deleted; and a results file holds no records."""
    results = auditloop("-C", changed, *ON, "assess", "--format", "json").stdout
    (changed / "results.json").write_text(results)
    refused = auditloop("-C", changed, *ON, "validate", "--against", "results.json")
    (changed / "audits" / "front-desk" / "actions.yml").write_text("kind: actions\nteam: [\n")
    done = auditloop("-C", changed, *ON, "validate", "--against", "HEAD")

    assert (refused.returncode, done.returncode) == (2, 1)
    assert "does not hold the records themselves" in refused.stderr
    assert "record-removed" not in done.stdout
    assert "its history was not compared with HEAD" in done.stderr


@pytest.mark.parametrize("command", ["diff", "gate", "assess"])
def test_names_are_no_commands_in_a_log_that_is_searched_for_them(changed: Path, command: str) -> None:
    """What a pull request calls a record cannot hide words of the log or make notes of its own."""
    replace(changed / "audits" / "organisation.yml", "en: Front desk", 'en: "##[add-mask]x"')
    (changed / "audits" / "policy.yml").write_text(
        "kind: policy\ngates: [{id: score, measure: audit-score, at_least: 99}]\n", encoding="utf-8"
    )
    asked = ("diff", "HEAD") if command == "diff" else (command,)

    anywhere = auditloop("-C", changed, *ON, *asked, "--lang", "en", GITEA_ACTIONS=None)
    searched = auditloop("-C", changed, *ON, *asked, "--lang", "en", GITEA_ACTIONS="true")

    assert "##[add-mask]x" in anywhere.stdout
    assert "##[" not in searched.stdout and "## [add-mask]x" in searched.stdout


@pytest.mark.parametrize("asked", [("diff", ""), ("diff", "HEAD", ""), ("gate", "--against", "")])
def test_an_empty_name_is_no_state(changed: Path, asked: tuple[str, ...]) -> None:
    """`--against "$BASE"` where BASE is not set would else pass, with nothing compared."""
    done = auditloop("-C", changed, *ON, *asked, "--lang", "en")

    assert (done.returncode, done.stdout) == (2, "")
    assert "There is no revision “”" in done.stderr
