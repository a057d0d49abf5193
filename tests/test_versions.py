"""Versions of the published site, on a branch and in a folder: nothing published is lost, nothing else is touched."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mike import git_utils

from auditloop.publish import tree
from auditloop.publish.versions import (
    BranchStore,
    FolderStore,
    Published,
    Refused,
    Store,
    Wanted,
    folder,
    listed,
    results_before,
)
from auditloop.publish.versions import publish as publish_in
from auditloop.publish.versions import withdraw as withdraw_in

LANGUAGES = ("zh", "en")
ROOT_PAGE = b'<meta name="generator" content="auditloop">start'


def git(where: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=where, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def repository(where: Path, *, bare: bool = False) -> Path:
    where.mkdir(parents=True)
    git(where, "init", "-q", "-b", "main", *(["--bare"] if bare else []))
    git(where, "config", "user.name", "Publisher")
    git(where, "config", "user.email", "publisher@example.org")
    return where


class Branch:
    """A branch of a repository of its own."""

    def __init__(self, where: Path) -> None:
        self.root = repository(where / "repo")
        self.store: Store = BranchStore(self.root, "gh-pages")

    def files(self) -> dict[str, bytes]:
        names = git(self.root, "ls-tree", "-r", "--name-only", "gh-pages").splitlines()
        return {name: self.store.read(name) or b"" for name in names if name != ".nojekyll"}


class Folder:
    def __init__(self, where: Path) -> None:
        self.root = where / "www"
        self.store: Store = FolderStore(self.root)

    def files(self) -> dict[str, bytes]:
        found = (path for path in self.root.rglob("*") if path.is_file() and path.name != ".lock")
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in found}


Place = Branch | Folder


@pytest.fixture(params=[Branch, Folder])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    made: Place = request.param(tmp_path)
    return made


def site(where: Path, text: str, languages: tuple[str, ...] = LANGUAGES) -> dict[str, Path]:
    """A built site of a few files per language."""
    for lang in languages:
        for name in ("index.html", "kpis/csat.html", "assets/style.css", "downloads/results.json", "sitemap.xml"):
            file = where / lang / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"{lang} {name} {text}", encoding="utf-8")
    return {lang: where / lang for lang in languages}


def publish(store: Store, where: Path, version: str, text: str = "", **wanted: Any) -> bool:
    return publish_in(store, Wanted(version, **wanted), site(where / version, text or version), ROOT_PAGE)


def names(store: Store) -> dict[str, tuple[str, ...]]:
    return {each.version: each.aliases for each in listed(store, LANGUAGES)}


def test_a_version_stands_in_its_language_and_is_listed(place: Place, tmp_path: Path) -> None:
    """Each language has its own folder, listing and start page; the root page leads to a language."""
    assert publish(place.store, tmp_path, "2026-09", title="September", aliases=("latest",))

    files = place.files()
    assert files["zh/2026-09/kpis/csat.html"] == b"zh kpis/csat.html 2026-09"
    assert files["en/2026-09/index.html"] == b"en index.html 2026-09"
    assert files["index.html"] == ROOT_PAGE
    assert b'location.replace("latest/index.html"' in files["zh/index.html"]
    (listing,) = json.loads(files["en/versions.json"])
    assert (listing["version"], listing["title"], listing["aliases"]) == ("2026-09", "September", ["latest"])
    assert listed(place.store, LANGUAGES) == [Published("2026-09", "September", ("latest",), LANGUAGES)]


def test_an_alias_leads_to_each_page_and_keeps_what_programs_fetch(place: Place, tmp_path: Path) -> None:
    """Relative, from any depth; downloads are copied, style and search are not."""
    publish(place.store, tmp_path, "2026-09", aliases=("latest",))

    files = place.files()
    assert b'"../../2026-09/kpis/csat.html" + location.search + location.hash' in files["zh/latest/kpis/csat.html"]
    assert b'href="../2026-09/index.html"' in files["zh/latest/index.html"]
    assert files["zh/latest/downloads/results.json"] == files["zh/2026-09/downloads/results.json"]
    assert not {"zh/latest/assets/style.css", "zh/latest/sitemap.xml"} & files.keys()


def test_a_second_version_leaves_the_first_and_takes_the_alias(place: Place, tmp_path: Path) -> None:
    """Byte for byte; `latest` then leads to the second."""
    publish(place.store, tmp_path, "2026-09", aliases=("latest",))
    before = {path: content for path, content in place.files().items() if "/2026-09/" in path}
    publish(place.store, tmp_path, "2026-10", aliases=("latest",))

    files = place.files()
    assert {path: files[path] for path in before} == before
    assert b"../2026-10/index.html" in files["en/latest/index.html"]
    assert names(place.store) == {"2026-10": ("latest",), "2026-09": ()}


def test_the_same_again_changes_nothing(place: Place, tmp_path: Path) -> None:
    """No file, no commit; a new alias for the same content changes only what leads to it."""
    publish(place.store, tmp_path, "2026-09", aliases=("latest",))
    before = place.files()

    assert not publish(place.store, tmp_path, "2026-09", aliases=("latest",))
    assert not publish(place.store, tmp_path, "2026-09")  # an alias that is not named again stays
    assert place.files() == before
    if isinstance(place, Branch):
        assert git(place.root, "rev-list", "--count", "gh-pages").strip() == "1"
    assert publish(place.store, tmp_path, "2026-09", aliases=("stable",))
    changed = {path for path, content in place.files().items() if before.get(path) != content}
    assert {path.split("/")[1] for path in changed} == {"stable", "versions.json"}


def test_other_content_needs_leave_to_replace(place: Place, tmp_path: Path) -> None:
    """What was published stays as it is, unless the publisher says otherwise; then nothing old is left in it."""
    publish(place.store, tmp_path, "2026-09", aliases=("latest",))
    before = place.files()
    newer = site(tmp_path / "newer", "again")
    (newer["zh"] / "kpis" / "csat.html").rename(newer["zh"] / "kpis" / "nps.html")

    with pytest.raises(Refused, match="version-exists"):
        publish_in(place.store, Wanted("2026-09"), newer, ROOT_PAGE)
    assert place.files() == before
    assert publish_in(place.store, Wanted("2026-09", replace=True), newer, ROOT_PAGE)
    after = place.files()
    assert "zh/2026-09/kpis/csat.html" not in after and "zh/latest/kpis/csat.html" not in after
    assert b"nps" in after["zh/latest/kpis/nps.html"]


@pytest.mark.parametrize(
    ("version", "aliases", "reason"),
    [
        ("..", (), "version-name"),
        ("a b", (), "version-name"),
        ("a/b", (), "version-name"),
        ("v1..2", (), "version-name"),
        ("-rf", (), "version-name"),
        ("versions.json", (), "version-name"),
        ("十月", (), "version-name"),
        ("", (), "version-name"),
        ("x" * 65, (), "version-name"),
        ("2026-10", ("latest", ".hidden"), "version-name"),
        ("2026-10", ("2026-10",), "version-alias-same"),
    ],
)
def test_a_name_must_make_a_good_address(version: str, aliases: tuple[str, ...], reason: str) -> None:
    """Refused before anything is built."""
    with pytest.raises(Refused, match=reason):
        Wanted(version, aliases=aliases)


def test_a_name_means_one_thing(place: Place, tmp_path: Path) -> None:
    """A version cannot take an alias' name, nor an alias a version's."""
    publish(place.store, tmp_path, "2026-09", aliases=("latest",))
    before = place.files()

    with pytest.raises(Refused, match="version-is-alias"):
        publish(place.store, tmp_path, "latest")
    with pytest.raises(Refused, match="alias-is-version"):
        publish(place.store, tmp_path, "2026-10", aliases=("2026-09",))
    assert place.files() == before


def test_withdrawn_versions_go_with_their_aliases(place: Place, tmp_path: Path) -> None:
    """An alias alone can go, too; the start page leads to what is left, and goes with the last one."""
    publish(place.store, tmp_path, "2026-09", aliases=("old",))
    publish(place.store, tmp_path, "2026-10", aliases=("latest",))

    withdraw_in(place.store, ["old"], LANGUAGES)
    assert names(place.store) == {"2026-10": ("latest",), "2026-09": ()}
    assert not any(path.startswith("zh/old/") for path in place.files())
    withdraw_in(place.store, ["2026-10"], LANGUAGES)
    assert names(place.store) == {"2026-09": ()}
    assert not any("/2026-10/" in path or "/latest/" in path for path in place.files())
    assert b"2026-09/index.html" in place.files()["en/index.html"]
    withdraw_in(place.store, ["2026-09"], LANGUAGES)
    assert set(place.files()) == {"index.html", "zh/versions.json", "en/versions.json"}
    with pytest.raises(Refused, match="version-unknown"):
        withdraw_in(place.store, ["2026-09"], LANGUAGES)


def test_the_version_before_is_the_next_older_one(place: Place, tmp_path: Path) -> None:
    """Whatever was published last: a version mended later is compared with the one before it, too."""
    for version in ("2026-09", "2026-11"):
        publish(place.store, tmp_path, version)

    def before(version: str) -> str | None:
        found = results_before(place.store, LANGUAGES, version)
        return found[0] if found else None

    assert [before(v) for v in ("2026-08", "2026-09", "2026-10", "2026-11", "2026-12")] == [
        None,
        None,
        "2026-09",
        "2026-09",
        "2026-11",
    ]
    assert results_before(place.store, LANGUAGES, "2026-12") == ("2026-11", b"zh downloads/results.json 2026-11")


def test_what_others_keep_there_stays(place: Place, tmp_path: Path) -> None:
    """Another start page, an address file, a folder of somebody else's."""
    theirs = {"index.html": b"their own page", "CNAME": b"quality.example.org", "zh/manual/index.html": b"manual"}
    if isinstance(place, Folder):
        for path, content in theirs.items():
            (place.root / path).parent.mkdir(parents=True, exist_ok=True)
            (place.root / path).write_bytes(content)
    else:
        git(place.root, "switch", "-q", "--orphan", "gh-pages")
        for path, content in theirs.items():
            (place.root / path).parent.mkdir(parents=True, exist_ok=True)
            (place.root / path).write_bytes(content)
        git(place.root, "add", "-A")
        git(place.root, "commit", "-qm", "Theirs")
        git(place.root, "switch", "-q", "--orphan", "main")
    publish(place.store, tmp_path, "2026-09", aliases=("latest",))

    files = place.files()
    assert {path: files[path] for path in theirs} == theirs


@pytest.mark.parametrize(
    "listing",
    [
        "<<<<<<< HEAD",
        "[" * 100_000,
        '[{"version": "2026-09", "title": "2026-09", "aliases": ["../../elsewhere"]}]',
    ],
)
def test_a_listing_that_cannot_be_read_is_not_overwritten(tmp_path: Path, listing: str) -> None:
    """Somebody's half-merged versions.json is told, not lost; none leads out of the folder."""
    place = Folder(tmp_path)
    publish(place.store, tmp_path, "2026-09")
    (place.root / "en" / "versions.json").write_text(listing, encoding="utf-8")
    before = place.files()

    with pytest.raises(Refused, match="versions-unreadable"):
        publish(place.store, tmp_path, "2026-10")
    assert place.files() == before


@pytest.mark.parametrize("after", range(5))
def test_a_disk_that_fills_up_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """Wherever a replacement stops: in the copies, the renames or the listing."""
    place = Folder(tmp_path)
    publish(place.store, tmp_path, "2026-09", aliases=("latest",))
    before = place.files()
    steps = iter(range(100))

    def failing(original: Callable[..., Any]) -> Callable[..., Any]:
        def step(*arguments: Any, **named: Any) -> Any:
            if next(steps) == after * 4:
                raise OSError(28, "No space left on device")
            return original(*arguments, **named)

        return step

    monkeypatch.setattr(folder.shutil, "copyfile", failing(folder.shutil.copyfile))
    monkeypatch.setattr(folder, "replace_file", failing(tree.replace_file))
    with pytest.raises(OSError, match="No space"):
        publish(place.store, tmp_path, "2026-09", "other content", replace=True)
    monkeypatch.undo()

    assert place.files() == before
    assert publish(place.store, tmp_path, "2026-09", "other content", replace=True)


def test_a_killed_publisher_is_cleaned_up_after(tmp_path: Path) -> None:
    """What it had set aside comes back, its half copies go, before the next release."""
    place = Folder(tmp_path)
    publish(place.store, tmp_path, "2026-09")
    before = place.files()
    aside, half = place.root / ".auditloop-previous", place.root / ".auditloop-next-1"
    (aside / "zh").mkdir(parents=True)
    (place.root / "zh" / "2026-09").rename(aside / "zh" / "2026-09")
    (half / "zh" / "2026-09").mkdir(parents=True)

    publish(place.store, tmp_path, "2026-10")

    assert {path: content for path, content in place.files().items() if "2026-09" in path} == {
        path: content for path, content in before.items() if "2026-09" in path
    }
    assert not half.exists() and not aside.exists()


def test_two_publishers_at_once_lose_no_version(place: Place, tmp_path: Path) -> None:
    """The second waits for the first and builds upon it."""
    failed: list[BaseException] = []

    def one(number: int) -> None:
        # git runs in the current folder of the process: publishers there are processes of their own.
        try:
            store = FolderStore(place.root) if isinstance(place, Folder) else place.store
            publish(store, tmp_path / str(number), f"2026-0{number}")
        except BaseException as error:
            failed.append(error)

    runs = [threading.Thread(target=one, args=(number,)) for number in range(1, 6)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()

    assert failed == []
    assert sorted(names(place.store)) == [f"2026-0{number}" for number in range(1, 6)]


# --- the branch ------------------------------------------------------------------------------------------------------


def clone(of: Path, to: Path) -> Path:
    git(of.parent, "clone", "-q", str(of), str(to))
    git(to, "config", "user.name", "Publisher")
    git(to, "config", "user.email", "publisher@example.org")
    return to


def test_pushing_builds_upon_what_others_pushed(tmp_path: Path) -> None:
    """Two machines publish in turn, neither fetching by hand."""
    shared = repository(tmp_path / "shared.git", bare=True)
    one, two = clone(shared, tmp_path / "one"), clone(shared, tmp_path / "two")

    publish(BranchStore(one, "gh-pages", "origin"), tmp_path, "2026-09")
    publish(BranchStore(two, "gh-pages", "origin"), tmp_path, "2026-10")
    publish(BranchStore(one, "gh-pages", "origin"), tmp_path, "2026-11")

    assert list(names(BranchStore(shared, "gh-pages"))) == ["2026-11", "2026-10", "2026-09"]


def test_a_push_that_came_second_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another machine pushes between our look and our push: both versions are there."""
    shared = repository(tmp_path / "shared.git", bare=True)
    one, two = clone(shared, tmp_path / "one"), clone(shared, tmp_path / "two")
    store = BranchStore(one, "gh-pages", "origin")
    apply, faster = store.apply, iter([True])

    def apply_late(change: Any) -> None:
        if next(faster, False):
            publish(BranchStore(two, "gh-pages", "origin"), tmp_path, "2026-10")
        apply(change)

    monkeypatch.setattr(store, "apply", apply_late)
    publish(store, tmp_path, "2026-09")

    assert sorted(names(BranchStore(shared, "gh-pages"))) == ["2026-09", "2026-10"]
    assert git(one, "rev-parse", "gh-pages") == git(shared, "rev-parse", "gh-pages")


def test_a_push_that_is_refused_leaves_the_branch(tmp_path: Path) -> None:
    """The remote's own words are told."""
    shared = repository(tmp_path / "shared.git", bare=True)
    hook = shared / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho not today >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    one = clone(shared, tmp_path / "one")

    with pytest.raises(Refused, match="push-failed") as refusal:
        publish(BranchStore(one, "gh-pages", "origin"), tmp_path, "2026-09")

    assert "not today" in str(refusal.value.facts["error"])
    assert not has_branch(one, "gh-pages")


def has_branch(where: Path, branch: str) -> bool:
    return bool(git(where, "branch", "--list", branch).strip())


def test_a_fresh_clone_goes_on_from_what_it_fetched(tmp_path: Path) -> None:
    """Without pushing, too, earlier versions stay listed."""
    first = repository(tmp_path / "first")
    publish(BranchStore(first, "gh-pages"), tmp_path, "2026-09")
    second = clone(first, tmp_path / "second")
    publish(BranchStore(second, "gh-pages"), tmp_path, "2026-10")

    assert sorted(names(BranchStore(second, "gh-pages"))) == ["2026-09", "2026-10"]


def test_the_branch_that_is_checked_out_is_not_written_to(tmp_path: Path) -> None:
    """The work tree would then differ from it."""
    root = repository(tmp_path / "repo")

    with pytest.raises(Refused, match="branch-in-use"):
        BranchStore(root, "main")
    with pytest.raises(Refused, match="no-repository"):
        BranchStore(tmp_path, "gh-pages")
    with pytest.raises(Refused, match="branch-name"):
        BranchStore(root, "a..b")


def test_a_failing_git_leaves_the_branch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A commit is whole or not there."""
    place = Branch(tmp_path)
    publish(place.store, tmp_path, "2026-09")
    before = git(place.root, "rev-parse", "gh-pages")

    def failing(self: Any, info: Any) -> None:
        raise git_utils.GitCommitError("disk full")

    monkeypatch.setattr(git_utils.Commit, "add_file", failing)
    with pytest.raises(Refused, match="git-failed"):
        publish(place.store, tmp_path, "2026-10")
    assert git(place.root, "rev-parse", "gh-pages") == before


def test_with_a_fixed_day_the_commit_is_the_same_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two machines that publish the same on the same day make the same commit."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    tips = set()
    for name in ("one", "two"):
        place = Branch(tmp_path / name)
        publish(place.store, tmp_path, "2026-09", aliases=("latest", "stable", "current"))
        tips.add(git(place.root, "rev-parse", "gh-pages"))

    assert len(tips) == 1
