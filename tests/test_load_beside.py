"""Files that documents name: found inside the workspace, read up to a limit."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditloop.load.beside import Nowhere, Outside, named_content, place_of
from auditloop.load.content import TooLarge, content_of

DOCUMENT = "audits/teams/desk/case.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path.resolve() / "workspace"
    (root / "audits/teams/desk").mkdir(parents=True)
    (root.parent / "secret.csv").write_bytes(b"secret")
    return root


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("log.csv", "audits/teams/desk/log.csv"),
        ("../log.csv", "audits/teams/log.csv"),
        ("./data/../log.csv", "audits/teams/desk/log.csv"),
    ],
)
def test_a_name_is_read_from_the_folder_of_its_document(root: Path, name: str, file: str) -> None:
    assert place_of(root, DOCUMENT, name) == file


@pytest.mark.parametrize("name", ["../../../../secret.csv", "../../..", "/etc/hostname", "link/secret.csv"])
def test_no_name_leads_out_of_the_workspace(root: Path, name: str) -> None:
    (root / "audits/teams/desk/link").symlink_to(root.parent)
    with pytest.raises(Outside):
        place_of(root, DOCUMENT, name)


def test_a_name_that_no_file_can_have_is_nowhere(root: Path) -> None:
    with pytest.raises(Nowhere):
        place_of(root, DOCUMENT, "a\0b.csv")
    with pytest.raises(Nowhere):
        named_content(root, place_of(root, DOCUMENT, "x" * 300 + ".csv"), 10)


@pytest.mark.parametrize("name", ["absent.csv", "."])
def test_what_is_no_file_is_nowhere(root: Path, name: str) -> None:
    with pytest.raises(Nowhere):
        named_content(root, place_of(root, DOCUMENT, name), 10)


def test_a_file_is_read_up_to_the_limit(root: Path) -> None:
    file = root / "audits/log.csv"
    file.write_bytes(b"0123456789")
    assert content_of(file, 10) == b"0123456789"
    with pytest.raises(TooLarge) as large:
        content_of(file, 9)
    assert large.value.size == 10
