"""A build on top of the last one: the bytes of a build from nothing, for the work of the change."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from building import build_here, built_workspace, change, differing, files_of, make_workspace

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace that has been built once; tests work on copies."""
    return built_workspace(tmp_path_factory.mktemp("built"))


@pytest.fixture
def warm(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "warm", symlinks=True)
    return tmp_path / "warm"


def answer_again(workspace: Path) -> None:
    change(workspace / "audits" / "audit-2026-08.yml", 'greeting: "yes"', "greeting: partial")


def test_one_changed_answer_gives_the_site_of_a_build_from_nothing(warm: Path, tmp_path: Path) -> None:
    """Pages, search index, sitemap and downloads: nothing of the old answer stays, and few pages were converted."""
    before = files_of(warm / "site")
    answer_again(warm)
    cold = make_workspace(tmp_path / "cold")
    answer_again(cold)

    from_memory = build_here(warm)
    from_nothing = build_here(cold)

    assert differing(files_of(warm / "site"), files_of(cold / "site")) == []
    assert "zh/audits/front-desk-2026-08.html" in differing(files_of(warm / "site"), before)
    for some, none in zip(from_memory, from_nothing, strict=True):
        assert none.reused == 0
        assert some.reused > some.pages / 2


def test_nothing_changed_gives_the_same_site_and_converts_no_page(warm: Path) -> None:
    """The second build of the same data hands no page to the engine."""
    before = files_of(warm / "site")

    built = build_here(warm)

    assert differing(files_of(warm / "site"), before) == []
    assert [each.reused for each in built] == [each.pages for each in built]


def test_a_removed_record_takes_its_page_with_it(warm: Path) -> None:
    """No page, search entry, drawing or download of it stays, as if it had never been there."""
    before = files_of(warm / "site")
    page = warm / "site" / "zh" / "kpis" / "queue-length.html"
    added = []
    for name, like in (("kpi-queue.yml", "kpi-waiting-time.yml"), ("queue.yml", "waiting-time.yml")):
        text = (warm / "audits" / like).read_text(encoding="utf-8").replace("waiting-time", "queue-length")
        added.append(warm / "audits" / name)
        added[-1].write_text(text, encoding="utf-8")
    build_here(warm)
    assert page.exists()

    for file in added:
        file.unlink()
    build_here(warm)

    assert not page.exists()
    assert differing(files_of(warm / "site"), before) == []


def test_a_memory_that_lies_is_not_believed(warm: Path) -> None:
    """A kept page that somebody changed, or a memory that cannot be read, costs time, never truth."""
    before = files_of(warm / "site")
    memory = warm / ".cache" / "site"
    for kept in (memory / "zh").rglob("*.html"):
        kept.write_bytes(kept.read_bytes().replace(b"<body", b"<body data-lie", 1))
    for index in (memory / "en").glob("*.json"):
        index.write_bytes(index.read_bytes()[:100])

    built = build_here(warm)

    assert differing(files_of(warm / "site"), before) == []
    assert [each.reused for each in built] == [0, 0]


def test_a_language_given_up_leaves_the_site(warm: Path) -> None:
    """Its folder goes; a folder that is not ours stays."""
    (warm / "site" / "files").mkdir()
    (warm / "site" / "files" / "plan.pdf").write_bytes(b"%PDF")
    change(warm / "audits" / "organisation.yml", "languages: [zh, en]", "languages: [zh]")

    build_here(warm)

    assert sorted(path.name for path in (warm / "site").iterdir()) == ["files", "index.html", "zh"]
