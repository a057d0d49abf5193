"""Reading a workspace out of git: no checkout, no network, and nothing of the repository is run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from auditloop.load import Limits, read_workspace
from auditloop.load.revisions import RevisionError, lay_out, resolve
from git_workspace import BASE, commit, git, replace, repository


def laid_out(workspace: Path, name: str, into: Path, limits: Limits | None = None) -> Path:
    into.mkdir()
    lay_out(workspace, resolve(workspace, name), into, limits)
    return into


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("below", ["", "quality/service data"])
def test_a_revision_is_what_was_committed_wherever_the_workspace_lies(tmp_path: Path, below: str) -> None:
    """Paths are those of the workspace; later changes, committed or not, are not in it."""
    root = tmp_path / "repository"
    root.mkdir()
    workspace = repository(root, below)
    replace(workspace / "audits" / "kpi.yml", "target: 5", "target: 6")
    commit(root, "loosen")
    replace(workspace / "audits" / "kpi.yml", "target: 6", "target: 7")

    assert files(laid_out(workspace, "main~1", tmp_path / "before")) == files(BASE)
    assert b"target: 6" in files(laid_out(workspace, "main", tmp_path / "now"))["audits/kpi.yml"]


def test_bytes_are_kept_whatever_the_attributes_of_the_repository_say(tmp_path: Path) -> None:
    """Filters, line ends, idents and working-tree encodings belong to a checkout; here they neither run nor change
    anything."""
    root = tmp_path / "repository"
    root.mkdir()
    repository(root)
    ran = tmp_path / "ran"
    for key, command in {
        "filter.x.smudge": f"touch {ran}",
        "filter.x.process": f"touch {ran}",
        "filter.x.required": "true",
        "diff.x.textconv": f"touch {ran}",
        "core.fsmonitor": f"touch {ran}",
        "core.autocrlf": "true",
        "core.pager": f"touch {ran}",
    }.items():
        git(root, "config", key, command)
    hook = root / ".git" / "hooks" / "post-checkout"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {ran}\n")
    hook.chmod(0o755)
    (root / ".git" / "info").mkdir(exist_ok=True)
    (root / ".git" / "info" / "attributes").write_text("*.yml filter=x diff=x ident eol=crlf\n")

    assert files(laid_out(root, "HEAD", tmp_path / "out")) == files(BASE)
    assert not ran.exists()


def test_links_are_never_followed_while_writing_and_reading_judges_them(tmp_path: Path) -> None:
    """A link out of the workspace is a problem with a place, as in a folder; what it leads to is not read."""
    root = tmp_path / "repository"
    root.mkdir()
    repository(root)
    secret = tmp_path / "secret.yml"
    secret.write_text("kind: kpi\n")
    (root / "audits" / "stolen.yml").symlink_to(secret)
    (root / "common").mkdir()
    (root / "audits" / "index.yml").rename(root / "common" / "index.yml")
    (root / "audits" / "index.yml").symlink_to("../common/index.yml")
    commit(root, "link")

    out = laid_out(root, "HEAD", tmp_path / "out")
    loaded = read_workspace(out)

    assert [(p.code, p.place.file) for p in loaded.problems] == [("link-outside", "audits/stolen.yml")]
    assert {d.data["kind"] for d in loaded.documents if d.data} >= {"index", "kpi", "organisation"}
    assert secret.read_text() == "kind: kpi\n"


@pytest.mark.parametrize("name", ["..", ".git"])
def test_a_tree_made_by_hand_cannot_write_outside(tmp_path: Path, name: str) -> None:
    """Git itself would refuse to check out such names; an object can hold them all the same."""
    repository(tmp_path)
    blob = git(tmp_path, "hash-object", "-w", "--stdin", stdin=b"kind: kpi\n")
    inner = git(tmp_path, "mktree", stdin=f"100644 blob {blob}\tevil.yml\n".encode())
    audits = git(tmp_path, "hash-object", "-t", "tree", "-w", "--literally", "--stdin", stdin=_tree(name, inner))
    tree = git(tmp_path, "mktree", stdin=f"040000 tree {audits}\taudits\n".encode())
    made = git(tmp_path, "commit-tree", tree, "-m", "evil")
    out = tmp_path / "a" / "b"
    out.mkdir(parents=True)

    with pytest.raises(RevisionError) as error:
        lay_out(tmp_path, resolve(tmp_path, made), out)

    assert error.value.why == "unsafe-path"
    assert not list(out.rglob("*"))


def _tree(name: str, hash_: str, mode: str = "40000") -> bytes:
    return f"{mode} {name}".encode() + b"\0" + bytes.fromhex(hash_)


def test_nothing_is_made_behind_a_link_that_a_tree_also_names_as_a_folder(tmp_path: Path) -> None:
    """A tree made by hand may hold `d` twice: as a link that leads outside, and as a folder with a link in it."""
    root, outside, out = tmp_path / "repository", tmp_path / "outside", tmp_path / "out"
    for folder in (root, outside, out):
        folder.mkdir()
    repository(root)
    link = git(root, "hash-object", "-w", "--stdin", stdin=str(outside).encode())
    inner = git(root, "mktree", stdin=f"120000 blob {link}\tplanted\n".encode())
    twice = _tree("d", link, "120000") + _tree("d", inner)
    audits = git(root, "hash-object", "-t", "tree", "-w", "--literally", "--stdin", stdin=twice)
    tree = git(root, "mktree", stdin=f"040000 tree {audits}\taudits\n".encode())
    made = git(root, "commit-tree", tree, "-m", "evil")

    with pytest.raises(RevisionError) as error:
        lay_out(root, resolve(root, made), out)

    assert error.value.why == "unsafe-path"
    assert not list(outside.iterdir())


def test_trees_that_list_more_than_a_workspace_holds_are_not_laid_out(tmp_path: Path) -> None:
    """Six small trees, each ten times the one before, list a million files of one content."""
    root, out = tmp_path / "repository", tmp_path / "out"
    root.mkdir()
    out.mkdir()
    repository(root)
    blob = git(root, "hash-object", "-w", "--stdin", stdin=b"x" * 1000)
    tree = git(root, "mktree", stdin=f"100644 blob {blob}\ta.yml\n".encode())
    for _ in range(6):
        tree = git(root, "mktree", stdin="".join(f"040000 tree {tree}\td{i}\n" for i in range(10)).encode())
    few = git(root, "mktree", stdin="".join(f"100644 blob {blob}\t{i}.yml\n" for i in range(10)).encode())
    many, large = (git(root, "mktree", stdin=f"040000 tree {each}\taudits\n".encode()) for each in (tree, few))

    for whole, limits in ((many, Limits(revision_files=2_000)), (large, Limits(revision_bytes=9_999))):
        commit_ = git(root, "commit-tree", whole, "-m", "bomb")
        with pytest.raises(RevisionError) as error:
            lay_out(root, resolve(root, commit_), out, limits)
        assert error.value.why == "too-much"
        assert not list(out.iterdir())


def test_what_is_too_large_is_not_copied_but_told(tmp_path: Path) -> None:
    """The limit of reading holds for a revision, too."""
    root = tmp_path / "repository"
    root.mkdir()
    repository(root)
    limits = Limits(file_bytes=20_000)
    (root / "audits" / "large.yml").write_text("# " + "x" * 30_000)
    commit(root, "large")

    loaded = read_workspace(laid_out(root, "HEAD", tmp_path / "out", limits), limits=limits)

    assert [(p.code, p.place.file) for p in loaded.problems] == [("file-too-large", "audits/large.yml")]


def test_three_dots_mean_where_the_histories_part(tmp_path: Path) -> None:
    """What main gained meanwhile is not taken for a loss of the branch."""
    repository(tmp_path)
    fork = git(tmp_path, "rev-parse", "HEAD")
    git(tmp_path, "switch", "--quiet", "--create", "topic")
    (tmp_path / "topic").write_text("x")
    commit(tmp_path, "topic")
    git(tmp_path, "switch", "--quiet", "main")
    (tmp_path / "main").write_text("x")
    commit(tmp_path, "main")
    git(tmp_path, "switch", "--quiet", "--detach", "topic")

    assert resolve(tmp_path, "main...").commit == fork
    assert resolve(tmp_path, "main...topic").commit == fork
    assert resolve(tmp_path, "HEAD").commit == git(tmp_path, "rev-parse", "topic")


@pytest.mark.parametrize(
    "name", ["nowhere", "", " ", "--help", "-n1", "HEAD:audits", "main..HEAD", "x\ny", "a...b...c"]
)
def test_an_unknown_revision_is_told_as_such(tmp_path: Path, name: str) -> None:
    """Nothing that somebody types is taken for an option of git."""
    repository(tmp_path)

    with pytest.raises(RevisionError) as error:
        resolve(tmp_path, name)

    assert error.value.why == "no-revision"


def test_a_shallow_clone_says_how_to_get_the_rest(tmp_path: Path) -> None:
    """CI services fetch one commit unless told otherwise."""
    root = tmp_path / "repository"
    root.mkdir()
    repository(root)
    (root / "more").write_text("x")
    commit(root, "more")
    git(tmp_path, "clone", "--quiet", "--depth=1", root.as_uri(), "clone")

    with pytest.raises(RevisionError) as error:
        resolve(tmp_path / "clone", "HEAD~1")

    assert error.value.why == "shallow"


def test_a_partial_clone_fetches_nothing(tmp_path: Path) -> None:
    """Contents that are not here are told to be missing, although git could get them."""
    root = tmp_path / "repository"
    root.mkdir()
    repository(root)
    git(root, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", "--no-checkout", root.as_uri(), "clone")

    with pytest.raises(RevisionError) as error:
        laid_out(tmp_path / "clone", "HEAD", tmp_path / "out")

    assert error.value.why == "incomplete-clone"


def test_a_folder_in_no_repository_and_a_workspace_that_was_not_there(tmp_path: Path) -> None:
    """Each has a reason of its own."""
    (tmp_path / "plain").mkdir()
    root = tmp_path / "repository"
    root.mkdir()
    repository(root, "quality")
    (root / "other").mkdir()

    with pytest.raises(RevisionError) as nowhere:
        resolve(tmp_path / "plain", "HEAD")
    with pytest.raises(RevisionError) as not_then:
        laid_out(root / "other", "HEAD", tmp_path / "out")

    assert (nowhere.value.why, not_then.value.why) == ("no-repository", "no-workspace-then")


def test_a_hooks_variables_do_not_lead_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git sets them where it calls a hook; the folder says which repository is meant."""
    for name in ("ours", "theirs"):
        (tmp_path / name).mkdir()
        repository(tmp_path / name)
    (tmp_path / "theirs" / "more").write_text("x")
    commit(tmp_path / "theirs", "more")
    ours = git(tmp_path / "ours", "rev-parse", "HEAD")
    monkeypatch.setenv("GIT_DIR", os.fspath(tmp_path / "theirs" / ".git"))

    assert resolve(tmp_path / "ours", "HEAD").commit == ours
