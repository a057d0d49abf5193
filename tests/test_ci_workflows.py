"""Ready-made workflow files: sound by their hosts' schemas, and their steps do what they say in a repository's life.

The steps are run as the runners run them: one script each, in a clone of their own, with the variables a host sets.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from auditloop.scaffold.ci import PLACES
from building import auditloop, change, make_workspace, share_drawings

BIN = Path(sys.executable).parent
POLICY = """kind: policy
gates:
  - {id: audit-floor, measure: audit-score, may_fall: 5}
"""
SCHEMAS = {"github": "vendor.github-workflows", "gitea": "vendor.github-workflows", "gitlab": "vendor.gitlab-ci"}


def run(command: list[str], cwd: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, env={**os.environ, **environ}, capture_output=True, text=True, check=False)


def git(where: Path, *arguments: str) -> str:
    done = run(["git", *arguments], where)
    assert done.returncode == 0, done.stderr
    return done.stdout


@dataclass(frozen=True)
class Step:
    name: str
    script: str
    always: bool = False


def steps_of(host: str, file: Path, job: str) -> list[Step]:
    """The scripts of a job; what other people's actions do, a test does itself."""
    written = yaml.safe_load(file.read_text(encoding="utf-8"))
    if host == "gitlab":
        return [Step(job, "\n".join(written[job]["script"]))]
    return [
        Step(step["name"], step["run"], step.get("if") == "always()")
        for step in written["jobs"][job]["steps"]
        if "run" in step and step["name"] != "Install"
    ]


def installs(host: str, file: Path) -> Iterator[str]:
    written = yaml.safe_load(file.read_text(encoding="utf-8"))
    if host == "gitlab":
        yield from written["default"]["before_script"]
    else:
        for job in written["jobs"].values():
            yield from (step["run"] for step in job["steps"] if step.get("name") == "Install")


@dataclass
class Hosted:
    """A bare repository, a working copy of somebody's, and the host's runner."""

    host: str
    folder: Path

    @property
    def origin(self) -> Path:
        return self.folder / "origin.git"

    @property
    def work(self) -> Path:
        return self.folder / "work"

    def begin(self) -> None:
        """The small workspace with workflow files, pushed."""
        self.folder.mkdir(exist_ok=True)
        make_workspace(self.work, "en")
        (self.work / ".cache" / "charts").unlink()
        (self.work / ".gitignore").write_text("/build/\n/site/\n/.cache/\n", encoding="utf-8")
        (self.work / "audits" / "policy.yml").write_text(POLICY, encoding="utf-8")
        done = auditloop("init", self.work, "--ci", self.host)
        assert done.returncode == 0, done.stderr
        git(self.folder, "init", "-q", "--bare", "-b", "main", str(self.origin))
        git(self.work, "init", "-q", "-b", "main")
        git(self.work, "remote", "add", "origin", str(self.origin))
        self.commit("Begin")
        git(self.work, "push", "-q", "origin", "main")

    def commit(self, message: str) -> None:
        git(self.work, "add", "-A")
        git(self.work, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", message)

    def propose(self, branch: str, message: str) -> None:
        git(self.work, "switch", "-q", "-C", branch)
        self.commit(message)
        git(self.work, "push", "-qf", "origin", branch)

    def merge(self, branch: str) -> None:
        git(self.work, "switch", "-q", "main")
        git(self.work, "merge", "-q", "--ff-only", branch)
        git(self.work, "push", "-q", "origin", "main")

    def runs(self, job: str, branch: str, month: str = "2026-09") -> tuple[bool, str]:
        """Run a job as the host does: whether it passed, and its log. Stops at the first step that fails, but for those
        that are always run."""
        clone = self.folder / f"run-{len(list(self.folder.glob('run-*')))}"
        git(self.folder, "clone", "-q", "-b", branch, str(self.origin), str(clone))
        share_drawings(clone)  # as a runner's cache would
        environ = self._environment(branch, clone, month)
        passed, log = True, ""
        for step in steps_of(self.host, clone / next(iter(PLACES[self.host].values())), job):
            if not passed and not step.always:
                continue
            script = re.sub(r"\$\{\{ *github\.base_ref *\}\}", "main", step.script)
            done = run(["bash", "-e", "-o", "pipefail", "-c", script], clone, **environ)
            passed &= done.returncode == 0
            log += f"== {step.name}\n{done.stdout}{done.stderr}"
        for name in ("summary.md", "comment/change.md", "gl-code-quality.json"):
            if (clone / name).is_file():
                log += f"== {name}\n{(clone / name).read_text(encoding='utf-8')}"
        return passed, log

    def _environment(self, branch: str, clone: Path, month: str) -> dict[str, str]:
        tools = self.folder / "tools"
        tools.mkdir(exist_ok=True)
        (tools / "date").write_text(f"#!/bin/sh\necho {month}\n", encoding="utf-8")
        (tools / "date").chmod(0o755)
        config = self.folder / "gitconfig"
        address = "https://auditloop:secret@gitlab.example.org/group/project.git"
        config.write_text(f'[url "{self.origin}"]\n\tinsteadOf = {address}\n', encoding="utf-8")
        common = {
            "PATH": f"{tools}:{BIN}:{os.environ['PATH']}",
            "GIT_CONFIG_GLOBAL": str(config),
            "LANG": "C.UTF-8",
            "SOURCE_DATE_EPOCH": "1789000000",
            "BASE": "main",
            "CI": "true",
        }
        github = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(clone / "summary.md")}
        return {
            **common,
            **{
                "github": github,
                "gitea": {"GITEA_ACTIONS": "true", "GITHUB_ACTIONS": "true"},
                "gitlab": {
                    "GITLAB_CI": "true",
                    "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
                    "CI_SERVER_HOST": "gitlab.example.org",
                    "CI_PROJECT_PATH": "group/project",
                    "AUDITLOOP_TOKEN": "secret",
                },
            }[self.host],
        }

    @property
    def publishing(self) -> str:
        return "pages" if self.host == "gitlab" else "publish"

    def published(self) -> list[str]:
        done = auditloop("-C", self.work, "versions", "--push")
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()


@pytest.fixture
def hosted(tmp_path: Path, request: pytest.FixtureRequest) -> Hosted:
    made = Hosted(request.param, tmp_path / "hosted")
    made.begin()
    return made


HOSTS = pytest.mark.parametrize("hosted", ["github", "gitlab", "gitea"], indirect=True)


@pytest.mark.parametrize("host", PLACES)
def test_the_files_are_what_their_host_reads(host: str, tmp_path: Path) -> None:
    """Valid under the host's own schema; every script is sound to a shell's checker; what is installed is a version."""
    assert auditloop("init", tmp_path / "w", "--ci", host).returncode == 0
    transform = ["--data-transform", "gitlab-ci"] if host == "gitlab" else []
    for place in PLACES[host].values():
        file = tmp_path / "w" / place
        checked = run(
            [str(BIN / "check-jsonschema"), "--builtin-schema", SCHEMAS[host], *transform, str(file)], tmp_path
        )
        assert checked.returncode == 0, checked.stdout
        written = yaml.safe_load(file.read_text(encoding="utf-8"))
        for job in [name for name in written.get("jobs", written) if name in ("check", "publish", "pages", "comment")]:
            for step in steps_of(host, file, job):
                shell = subprocess.run(
                    [str(BIN / "shellcheck"), "--shell=bash", "--severity=warning", "-"],
                    input=step.script,
                    capture_output=True,
                    text=True,
                    check=False,
                )
                assert shell.returncode == 0, shell.stdout
        assert set(installs(host, file)) <= {'pip install "$AUDITLOOP"'}


def test_nothing_of_a_pull_request_meets_a_secret_or_a_right_to_write(tmp_path: Path) -> None:
    """Its own run may only read and keeps no credentials; the run that may write checks nothing out."""
    auditloop("init", tmp_path / "w", "--ci", "github")
    folder = tmp_path / "w" / ".github" / "workflows"
    main, comment = (yaml.safe_load((folder / name).read_text("utf-8")) for name in PLACES["github"])

    assert main["permissions"] == {"contents": "read"}
    assert "permissions" not in main["jobs"]["check"]
    assert main["jobs"]["check"]["steps"][0]["with"]["persist-credentials"] is False
    assert "pull_request_target" not in (folder / "auditloop.yml").read_text("utf-8")
    assert "secrets." not in (folder / "auditloop.yml").read_text("utf-8")
    assert not any("uses" in step for step in comment["jobs"]["comment"]["steps"])
    for job in (*main["jobs"].values(), *comment["jobs"].values()):
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), "what an event says goes into scripts as a variable only"


def test_a_workspace_that_is_there_gets_the_workflows_alone(tmp_path: Path) -> None:
    """Nothing is overwritten, and an unknown host is told those that are known."""
    root = make_workspace(tmp_path / "w")
    before = {path for path in root.rglob("*") if path.is_file()}

    assert auditloop("init", root, "--ci", "gitlab").returncode == 0
    assert {path for path in root.rglob("*") if path.is_file()} - before == {root / ".gitlab-ci.yml"}
    again = auditloop("init", root, "--ci", "gitlab")
    assert again.returncode == 3 and ".gitlab-ci.yml" in again.stderr
    unknown = auditloop("init", root, "--ci", "bitbucket")
    assert unknown.returncode == 2 and "github, gitlab, gitea" in unknown.stderr


@pytest.mark.slow
@HOSTS
def test_a_proposed_change_is_checked_told_and_held(hosted: Hosted) -> None:
    """A mistake, then a fall of a score beyond its gate, then something good: the first two fail and say why."""
    audit = hosted.work / "audits" / "audit-2026-08.yml"
    good = audit.read_text(encoding="utf-8")

    audit.write_text(good.replace("team: front-desk", "team: frontdesk"), encoding="utf-8")
    hosted.propose("mistake", "A mistake")
    passed, log = hosted.runs("check", "mistake")
    assert not passed and "front-desk" in log
    if hosted.host == "github":
        assert "::error file=audits/audit-2026-08.yml" in log
    if hosted.host == "gitlab":
        assert '"check_name"' in log

    git(hosted.work, "switch", "-q", "main")
    audit.write_text(good, encoding="utf-8")
    change(audit, 'greeting: "yes"', 'greeting: {score: "no", note: Nobody, evidence: [https://example.org/e]}')
    change(audit, "auditors:", "corrections: [{date: 2026-09-02, by: wang-fang, note: Read again}]\nauditors:")
    hosted.propose("worse", "A worse audit")
    passed, log = hosted.runs("check", "worse")
    assert not passed and "audit-floor" in log

    git(hosted.work, "switch", "-q", "main")
    audit.write_text(good, encoding="utf-8")
    kpi = hosted.work / "audits" / "kpi-waiting-time.yml"
    kpi.write_text(kpi.read_text(encoding="utf-8") + "# reviewed\n", encoding="utf-8")
    hosted.propose("fine", "A note")
    passed, log = hosted.runs("check", "fine")
    assert passed, log


@pytest.mark.slow
@HOSTS
def test_what_is_merged_is_published_month_after_month(hosted: Hosted) -> None:
    """Published, published again the same night, and after a change in the next month: two versions, the first as it
    was."""
    passed, log = hosted.runs(hosted.publishing, "main", "2026-09")
    assert passed, log
    first = git(hosted.origin, "rev-parse", "gh-pages:en/2026-09")
    commit = git(hosted.origin, "rev-parse", "gh-pages")
    if hosted.host == "github":  # the same everywhere
        passed, log = hosted.runs(hosted.publishing, "main", "2026-09")
        assert passed, log
        assert git(hosted.origin, "rev-parse", "gh-pages") == commit

    (hosted.work / "docs").mkdir(exist_ok=True)
    (hosted.work / "docs" / "news.md").write_text("# News\n", encoding="utf-8")
    hosted.propose("news", "News")
    hosted.merge("news")
    passed, log = hosted.runs(hosted.publishing, "main", "2026-10")

    assert passed, log
    assert hosted.published() == ["2026-10 [latest] (en)", "2026-09 (en)"]
    assert git(hosted.origin, "rev-parse", "gh-pages:en/2026-09") == first
    if hosted.host == "gitlab":
        assert list(hosted.folder.glob("run-*/public/en/2026-10/news.html"))


GH = """#!/bin/sh
case "$*" in
  "run download"*) mkdir -p comment; echo "<!-- auditloop-diff:o -->" > comment/change.md ;;
  *"/pulls"*) echo "$NUMBER" ;;
  *"--paginate"*'select(.user.login == "github-actions[bot]")'*) printf "%s" "$OLD" ;;
  *) echo "$@" >> "$CALLS" ;;
esac
"""


@pytest.mark.parametrize(
    ("number", "old", "called"),
    [
        ("7", "", "api --method POST repos/o/r/issues/7/comments -F body=@comment/change.md"),
        ("7", "41\n42\n", "api --method PATCH repos/o/r/issues/comments/41 -F body=@comment/change.md"),
        ("", "", ""),
    ],
)
def test_there_is_one_comment_and_it_is_current(tmp_path: Path, number: str, old: str, called: str) -> None:
    """The first run writes it, later ones replace it, and without an open pull request nothing is written.

    A comment that somebody else began in the same way is not taken for ours.
    """
    auditloop("init", tmp_path / "w", "--ci", "github")
    file = tmp_path / "w" / PLACES["github"]["auditloop-comment.yml"]
    (step,) = yaml.safe_load(file.read_text("utf-8"))["jobs"]["comment"]["steps"]
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "gh").write_text(GH, encoding="utf-8")
    (tools / "gh").chmod(0o755)
    environ: Mapping[str, Any] = {
        "PATH": f"{tools}:{os.environ['PATH']}",
        "CALLS": str(tmp_path / "calls"),
        "NUMBER": number,
        "OLD": old,
        "GH_REPO": "o/r",
        "RUN": "1",
        "HEAD": "fork:branch",
    }
    assert step["env"].keys() == {"GH_TOKEN", "GH_REPO", "RUN", "HEAD"}

    done = run(["bash", "-e", "-o", "pipefail", "-c", step["run"]], tmp_path, **environ)

    assert done.returncode == 0, done.stderr
    calls = tmp_path / "calls"
    assert (calls.read_text("utf-8").strip() if calls.exists() else "") == called
