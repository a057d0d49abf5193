"""The command line: data on stdout, the rest on stderr, and exit codes as documented."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from rich.cells import cell_len
from typer.testing import CliRunner

from auditloop.assess.alerts import RULES
from auditloop.cli.main import app
from auditloop.cli.summary import RULE_NAMES

BASE = Path(__file__).parent / "cases" / "base"
REPOSITORY = Path(__file__).parent.parent


@pytest.fixture
def workspace(tmp_path):
    """A small valid workspace of its own."""
    shutil.copytree(BASE / "audits", tmp_path / "audits")
    return tmp_path


def auditloop(*arguments, cwd=None, **environ):
    """Run the command as a user does, in this process for speed."""
    before = Path.cwd()
    os.chdir(cwd or before)
    try:
        result = CliRunner().invoke(
            app,
            [str(a) for a in arguments],
            env={"SOURCE_DATE_EPOCH": None, "LC_ALL": None, "LANG": "C.UTF-8", **environ},
        )
    finally:
        os.chdir(before)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return SimpleNamespace(returncode=result.exit_code, stdout=result.stdout, stderr=result.stderr)


def test_a_valid_workspace_is_silent_on_stdout_and_exits_0(workspace):
    """Nothing to report is said once, on stderr, with how much was read."""
    done = auditloop("-C", workspace, "validate")

    assert (done.returncode, done.stdout) == (0, "")
    assert "No problems" in done.stderr


def test_errors_are_data_and_exit_1(workspace):
    """Problems go to stdout with file, line and column, so that other programs can read them."""
    (workspace / "audits" / "wrong.yml").write_text("kind: kpy\n", encoding="utf-8")

    done = auditloop("-C", workspace, "validate")

    assert done.returncode == 1
    assert done.stdout.startswith("audits/wrong.yml:1:7: error [unknown-kind]")


def test_problems_speak_the_language_asked_for_else_the_locales(workspace):
    """A Chinese desktop gets Chinese messages; --lang wins, before or after the command."""
    (workspace / "audits" / "wrong.yml").write_text("kind: kpy\n", encoding="utf-8")

    assert "错误" in auditloop("-C", workspace, "validate", LANG="zh_CN.UTF-8").stdout
    assert "错误" in auditloop("-C", workspace, "validate", "--lang", "zh").stdout
    assert "错误" in auditloop("-C", workspace, "--lang", "zh", "validate").stdout
    assert "error" in auditloop("-C", workspace, "validate", "--lang", "en", LANG="zh_CN.UTF-8").stdout


def test_problems_as_json_can_be_read_by_programs(workspace):
    """The JSON form is whole also when there is nothing to report."""
    assert json.loads(auditloop("-C", workspace, "validate", "--format", "json").stdout) is not None


def test_assess_prints_the_same_results_byte_for_byte(workspace):
    """Same input, same date: the same results.json."""
    first = auditloop("-C", workspace, "assess", "--format", "json", "--as-of", "2026-06-30")
    second = auditloop("-C", workspace, "assess", "--format", "json", "--as-of", "2026-06-30")

    assert first.returncode == 0
    assert first.stdout == second.stdout
    assert json.loads(first.stdout)["as_of"] == "2026-06-30"


def test_assess_as_a_table_names_team_and_score(workspace):
    """The readable summary has a row for the audit."""
    done = auditloop("-C", workspace, "assess", COLUMNS="200")

    assert done.returncode == 0
    assert "Audits" in done.stdout


def test_the_summary_has_a_name_for_every_rule_of_early_warning():
    """Whatever warns can be told in both languages."""
    assert set(RULE_NAMES) == {rule.name for rule in RULES}
    assert all(set(names) == {"zh", "en"} for names in RULE_NAMES.values())


@pytest.mark.parametrize(("lang", "words"), [("en", "usual variation"), ("zh", "正常波动")])
def test_a_table_cuts_no_value_however_narrow_the_terminal(workspace, lang, words):
    """A period of which “2026…” is left tells nothing."""
    done = auditloop("-C", workspace, "--lang", lang, "assess", COLUMNS="20")

    assert done.returncode == 0, done.stderr
    assert re.search(rf"waiting-time .*2026-05 .*4\.80 .*{words}", done.stdout)
    assert "…" not in done.stdout


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_table_of_the_demonstration_fits_a_terminal_of_80_columns(lang):
    """Where a row is too long for the terminal, its words stand under each other; a wide one keeps a line a row."""
    narrow = auditloop("--lang", lang, "assess", "--as-of", "2026-11-20", COLUMNS="80", cwd=REPOSITORY)
    wide = auditloop("--lang", lang, "assess", "--as-of", "2026-11-20", COLUMNS="200", cwd=REPOSITORY)

    assert max(cell_len(line) for line in narrow.stdout.splitlines()) <= 80
    assert sorted(wide.stdout.split()) == sorted(narrow.stdout.split()), "the same cells, whole"
    assert len(wide.stdout.splitlines()) < len(narrow.stdout.splitlines())


def test_the_table_shows_what_its_verdict_rests_on():
    """84.97 misses a target of 85: rounded to one decimal the row would contradict itself."""
    done = auditloop("--lang", "en", "assess", "--as-of", "2026-11-20", cwd=REPOSITORY)

    row = next(line for line in done.stdout.splitlines() if line.startswith("behaviour-score"))
    assert re.search(r"84\.97 .* 85\.0 +no ", row)


def test_data_with_errors_is_not_assessed(workspace):
    """Numbers from broken data would mislead: all problems are shown, nothing is printed, exit code 1."""
    (workspace / "audits" / "wrong.yml").write_text("kind: kpi\n", encoding="utf-8")

    done = auditloop("-C", workspace, "assess", "--format", "json")

    assert (done.returncode, done.stdout) == (1, "")
    assert "audits/wrong.yml" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("--nonsense",),
        ("validate", "--format", "xml"),
        ("assess", "--as-of", "tomorrow"),
        ("validate", "--lang", "fr"),
        ("-C", "nowhere-at-all", "validate"),
        ("build", "extra"),
    ],
)
def test_wrong_usage_exits_2_without_a_traceback(workspace, arguments):
    """What is wrong with the call is said in a sentence."""
    done = auditloop(*arguments, cwd=workspace)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


def test_a_folder_without_a_workspace_says_how_to_make_one(tmp_path):
    """The first mistake of a newcomer: the wrong folder."""
    done = auditloop("-C", tmp_path, "validate")

    assert done.returncode == 1
    assert "auditloop init" in done.stdout


def test_build_without_settings_says_how_to_make_them(workspace):
    """A workspace without mkdocs.yml cannot become a site; the message names the command."""
    done = auditloop("-C", workspace, "build")

    assert done.returncode == 3
    assert "auditloop init" in done.stderr


def test_unreadable_settings_are_said_with_their_place(workspace):
    """A slip in mkdocs.yml is answered with line and column, not with a traceback."""
    (workspace / "mkdocs.yml").write_text("site_name: [\n", encoding="utf-8")

    done = auditloop("-C", workspace, "validate")

    assert done.returncode == 2
    assert "mkdocs.yml:2:1" in done.stderr


def test_help_lists_every_command_with_an_example():
    """A newcomer finds the way from --help alone."""
    done = auditloop("--help", COLUMNS="120")

    assert done.returncode == 0
    for command in ("init", "new", "validate", "assess", "render", "build", "serve"):
        assert command in done.stdout
    assert "Example" in done.stdout


def test_the_installed_command_speaks_utf8_whatever_the_locale(workspace):
    """Chinese messages come out whole in a terminal that claims to know ASCII only."""
    (workspace / "audits" / "wrong.yml").write_text("kind: kpy\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "auditloop", "-C", workspace, "validate", "--lang", "zh"],
        capture_output=True,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        check=False,
    )

    assert done.returncode == 1
    assert "错误" in done.stdout.decode("utf-8")


def test_init_then_new_then_validate(tmp_path):
    """A workspace from nothing, an audit begun in it, and no problem in the whole."""
    assert auditloop("--as-of", "2026-03-31", "init", "quality", "--name-en", "Lakeside", cwd=tmp_path).returncode == 0
    started = auditloop("new", "audit", "--team", "front-desk", "--date", "2026-03-31", cwd=tmp_path / "quality")
    done = auditloop("validate", "--strict", cwd=tmp_path / "quality")

    assert started.returncode == 0, started.stderr
    assert done.returncode == 0, done.stdout + done.stderr


def test_init_overwrites_nothing(tmp_path):
    """Somebody's mkdocs.yml is theirs."""
    (tmp_path / "mkdocs.yml").write_text("mine", encoding="utf-8")

    done = auditloop("init", tmp_path)

    assert done.returncode == 3
    assert (tmp_path / "mkdocs.yml").read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "audits").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("kpi calls --unit=", "[empty-value]"),
        ("action --team front-desk --owner li-wei --due 2026-12-31 --title-en 13800138000", "[personal-data]"),
    ],
)
def test_new_writes_nothing_that_would_be_an_error(workspace, arguments, said):
    """What the arguments would make is checked before it is written."""
    before = sorted(workspace.rglob("*.yml"))

    done = auditloop("-C", workspace, "--as-of", "2026-06-30", "new", *arguments.split())

    assert done.returncode == 1
    assert said in done.stderr
    assert sorted(workspace.rglob("*.yml")) == before


def test_new_knows_what_is_dated_after_the_day_asked_for(workspace):
    """Ids of the days after `--as-of` are taken, too."""
    arguments = ("new", "audit", "--team", "front-desk", "--checklist", "reception-check", "--date", "2026-06-30")

    first = auditloop("-C", workspace, "--as-of", "2026-01-01", *arguments)
    second = auditloop("-C", workspace, "--as-of", "2026-01-01", *arguments)

    assert (first.returncode, second.returncode) == (0, 0)
    assert auditloop("-C", workspace, "validate").returncode == 0


def test_inside_a_workspace_the_way_to_it_is_told(workspace):
    """Somebody who opened a terminal in audits/ is not sent to make a new workspace."""
    (workspace / "mkdocs.yml").write_text("site_name: Quality\n", encoding="utf-8")

    done = auditloop("validate", cwd=workspace / "audits" / "front-desk")

    assert done.returncode == 2
    assert "auditloop -C ../.. " in done.stderr


def test_names_are_shown_without_what_would_change_the_terminal(tmp_path):
    """Neither a folder's name nor an argument can move the cursor or turn the text around."""
    name = "a\x1b[31m\u202eb"

    made = auditloop("-C", tmp_path, "init", name)
    missing = auditloop("-C", tmp_path / f"no{name}", "validate")

    assert (made.returncode, missing.returncode) == (0, 2)
    for said in (made.stderr, missing.stderr):
        assert "\\u001b[31m\\u202eb" in said
        assert not {"\x1b", "\u202e"} & set(said)
