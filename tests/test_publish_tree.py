"""Writing a folder touches only what changed and never leaves half a file."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditloop.publish.tree import replace_file, write_tree

NAMES = st.text("abc", min_size=1, max_size=3)
FILES = st.dictionaries(st.builds(lambda a, b: f"{a}x/{b}.md", NAMES, NAMES), st.binary(max_size=20), max_size=6)


def on_disk(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@settings(max_examples=40)
@given(before=FILES, after=FILES)
def test_a_folder_holds_exactly_what_was_last_written(tmp_path_factory, before, after):
    """Whatever was there before, the folder equals the last set of files."""
    folder = tmp_path_factory.mktemp("tree")
    write_tree(folder, before)

    write_tree(folder, after)

    assert on_disk(folder) == after


def test_an_unchanged_file_is_not_touched(tmp_path):
    """Watchers and caches see only real changes: equal content keeps its modification time."""
    write_tree(tmp_path, {"a.md": b"same", "b.md": b"old"})
    os.utime(tmp_path / "a.md", (1, 1))

    written = write_tree(tmp_path, {"a.md": b"same", "b.md": b"new", "c.md": b"more"})

    assert (tmp_path / "a.md").stat().st_mtime == 1
    assert written.changed == ("b.md", "c.md")
    assert written.unchanged == 1


def test_what_is_no_longer_part_is_removed_with_its_empty_folders(tmp_path):
    """A page of a deleted record does not stay on the site."""
    write_tree(tmp_path, {"teams/old.md": b"x", "index.md": b"y"})

    written = write_tree(tmp_path, {"index.md": b"y"})

    assert written.removed == ("teams/old.md",)
    assert not (tmp_path / "teams").exists()


@pytest.mark.parametrize("name", ["../outside.md", "/etc/passwd", "a/../../b"])
def test_a_path_out_of_the_folder_is_refused(tmp_path, name):
    """No name that comes from data can write elsewhere."""
    with pytest.raises(ValueError, match="leaves the folder"):
        write_tree(tmp_path / "inner", {name: b""})


def test_a_failed_write_leaves_the_old_content(tmp_path, monkeypatch):
    """A full disk keeps the file as it was, and no temporary file behind."""
    target = tmp_path / "page.md"
    replace_file(target, b"old")
    monkeypatch.setattr("pathlib.Path.replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left")))

    with pytest.raises(OSError, match="No space left"):
        replace_file(target, b"new")

    assert on_disk(tmp_path) == {"page.md": b"old"}
