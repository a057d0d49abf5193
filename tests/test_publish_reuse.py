"""What the engine made of a page is taken again only where it would make the same. Whole builds: test_build_warm.py."""

from __future__ import annotations

from pathlib import Path

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
