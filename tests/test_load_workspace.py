"""Which files a workspace has, in which order they are read, and what is never read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from auditloop.load import Limits, read_workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Three files in two folders."""
    for name in ("b.yml", "a/z.yaml", "a/B.YML"):
        path = tmp_path / "audits" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"id: {name}\n")
    return tmp_path


def test_files_are_read_in_the_order_of_their_paths(workspace: Path) -> None:
    """Equal input gives equal output, whatever order the disk gives."""
    loaded = read_workspace(workspace)

    assert [document.file for document in loaded.documents] == ["audits/a/B.YML", "audits/a/z.yaml", "audits/b.yml"]
    assert loaded.problems == ()


def test_the_digest_changes_with_content_and_with_names_only(workspace: Path) -> None:
    """Two workspaces have one digest if and only if they are equal byte for byte."""
    before = read_workspace(workspace).digest
    file = workspace / "audits" / "b.yml"

    os.utime(file, (0, 0))
    assert read_workspace(workspace).digest == before
    file.write_text("id: other\n")
    changed = read_workspace(workspace).digest
    assert changed != before
    file.rename(file.with_name("c.yml"))
    assert read_workspace(workspace).digest not in (before, changed)


def test_progress_is_told_for_every_file(workspace: Path) -> None:
    """Long work shows how far it is."""
    told: list[tuple[int, int]] = []

    read_workspace(workspace, progress=lambda done, total: told.append((done, total)))

    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_file_over_the_limit_is_not_read(workspace: Path) -> None:
    """Its size is looked at first."""
    loaded = read_workspace(workspace, limits=Limits(file_bytes=10))

    assert [(p.code, p.place.file) for p in loaded.problems] == [
        ("file-too-large", "audits/a/B.YML"),
        ("file-too-large", "audits/a/z.yaml"),
    ]


def test_another_folder_can_be_read(workspace: Path) -> None:
    """The name of the folder is a parameter, and stands in every place."""
    (workspace / "audits").rename(workspace / "quality")

    assert read_workspace(workspace, folder="quality").documents[0].file == "quality/a/B.YML"


def test_what_is_no_ordinary_file_is_a_problem(workspace: Path) -> None:
    """A pipe would be waited for for ever; a folder named like a file is looked into."""
    os.mkfifo(workspace / "audits" / "pipe.yml")
    (workspace / "audits" / "folder.yml").mkdir()

    loaded = read_workspace(workspace)

    assert [(p.code, p.place.file) for p in loaded.problems] == [("unreadable-file", "audits/pipe.yml")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_files_and_folders_without_permission_are_problems(workspace: Path) -> None:
    """What cannot be read is said, and the rest is read."""
    (workspace / "audits" / "b.yml").chmod(0)
    (workspace / "audits" / "a").chmod(0)

    loaded = read_workspace(workspace)
    (workspace / "audits" / "a").chmod(0o700)

    assert [(p.code, p.place.file) for p in loaded.problems] == [
        ("unreadable-file", "audits/a"),
        ("unreadable-file", "audits/b.yml"),
    ]


def test_file_names_that_are_no_text_are_read_too(workspace: Path) -> None:
    """Bytes that are no UTF-8 in a name neither break the digest nor the report."""
    (workspace / "audits" / os.fsdecode(b"caf\xe9.yml")).write_bytes(b"")

    loaded = read_workspace(workspace)

    assert [p.code for p in loaded.problems] == ["empty-file"]


def test_links_in_a_circle_are_problems_wherever_they_stand(workspace: Path) -> None:
    """A link to itself, as a file, as a folder, and in place of the whole folder."""
    (workspace / "audits" / "self.yml").symlink_to("self.yml")
    (workspace / "audits" / "self").symlink_to("self")
    (workspace / "quality").symlink_to("quality")

    assert [(p.code, p.place.file) for p in read_workspace(workspace).problems] == [("link-loop", "audits/self.yml")]
    assert [(p.code, p.place.file) for p in read_workspace(workspace, folder="quality").problems] == [
        ("link-loop", "quality")
    ]


def test_folders_too_deep_for_the_system_are_one_problem(workspace: Path) -> None:
    """What lies deeper than a path can say is told, and the rest is read."""
    here = os.open(workspace / "audits", os.O_RDONLY)
    for _ in range(40):
        os.mkdir("d" * 200, dir_fd=here)
        deeper = os.open("d" * 200, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = deeper
    os.close(here)

    loaded = read_workspace(workspace)

    assert [p.code for p in loaded.problems] == ["unreadable-file"]
    assert len([document for document in loaded.documents if document.complete]) == 3


def test_a_file_that_cannot_be_read_stands_among_the_documents(workspace: Path) -> None:
    """Nobody knows what it defines, so that nothing can be called undefined because of it."""
    loaded = read_workspace(workspace, limits=Limits(file_bytes=10))

    assert [(document.file, document.data, document.complete) for document in loaded.documents] == [
        ("audits/a/B.YML", None, False),
        ("audits/a/z.yaml", None, False),
        ("audits/b.yml", {"id": "b.yml"}, True),
    ]
