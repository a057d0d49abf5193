"""A build on top of the last one hands the engine only what changed for it, and gives the bytes of a cold build."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from benchmarks.stages import change_one_answer
from benchmarks.workspace import write_workspace

from auditloop import pipeline
from auditloop.publish.chunks import part, seen
from auditloop.publish.reuse import BuiltPage, keep_shell, recall, recall_shell, remember

PAGE = "# T\n\n<div data-search-exclude>{table}</div>\n\n<p>{words}</p>\n\nProse.\n"


def test_only_blocks_that_the_engine_never_sees_may_differ() -> None:
    """Another number in a table is nothing to the engine; another word in a searched block is."""
    one, table, words = (
        seen(part(PAGE.format(table=table, words=words))) for table, words in (("1", "a"), ("2", "a"), ("1", "b"))
    )

    assert one == table
    assert one != words


def test_what_was_kept_comes_back_only_whole(tmp_path: Path) -> None:
    """A shell that was touched, another frame, a broken index: as if nothing were known."""
    page = BuiltPage("source", keep_shell(tmp_path, "audits/a.md", "<p>√</p>"), [{"location": "a.html"}])
    keep_shell(tmp_path, "gone.md", "old")

    remember(tmp_path, "frame", {"audits/a.md": page})

    assert recall(tmp_path, "frame") == {"audits/a.md": page}
    assert recall(tmp_path, "other") == {}
    assert recall_shell(tmp_path, "audits/a.md", page) == "<p>√</p>"
    kept = list(tmp_path.rglob("*.html"))
    assert [path.name for path in kept] == ["a.html"]
    kept[0].write_text("touched", encoding="utf-8")
    assert recall_shell(tmp_path, "audits/a.md", page) is None
    (tmp_path / "pages.json").write_text("{", encoding="utf-8")
    assert recall(tmp_path, "frame") == {}


@pytest.mark.slow
def test_a_warm_build_is_a_cold_one_to_the_byte(tmp_path: Path) -> None:
    """After one changed answer few pages go through the engine, and the site is the same as one built from nothing."""
    write_workspace(tmp_path, 30)
    config = pipeline.read_config(tmp_path)
    pipeline.build(config, ["zh"])
    change_one_answer(tmp_path, 0)

    [warm] = pipeline.build(config, ["zh"])
    warm_site = _files(config.site_dir)
    for folder in (config.build_dir, config.site_dir, config.cache_dir):
        shutil.rmtree(folder)
    [cold] = pipeline.build(config, ["zh"])

    assert cold.reused == 0
    assert warm.reused > warm.pages / 2
    assert _files(config.site_dir) == warm_site


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
