"""Workspaces to build and sites as values: what the tests of the whole chain share."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from auditloop import pipeline
from auditloop.publish.generated import Generated
from auditloop.publish.site import Built
from auditloop.publish.tree import replace_file

GOLDEN = Path(__file__).parent / "golden"
DRAWINGS = Path(__file__).parents[1] / ".cache" / "tests" / "charts"
"""Shared by all tests and their workers, so that each chart is drawn once."""
AUDITLOOP = Path(sys.executable).with_name("auditloop")
"""The installed command of the environment that runs the tests."""


def make_workspace(folder: Path, languages: str = "zh, en", *, drawn: bool = True) -> Path:
    """A copy of the golden site's small workspace, with only the languages that a test needs.

    drawn: charts are taken from the drawings that all tests share.
    """
    shutil.copytree(GOLDEN / "workspace", folder, dirs_exist_ok=True)
    if drawn:
        share_drawings(folder)
    change(folder / "audits" / "organisation.yml", "languages: [zh, en]", f"languages: [{languages}]")
    return folder


def share_drawings(folder: Path) -> None:
    """Let a workspace take its charts from those that tests have drawn, and add to them.

    A whole build forgets what no build uses any more: a note says that here everything is still used.
    """
    (folder / ".cache").mkdir(parents=True, exist_ok=True)
    (folder / ".cache" / "charts").symlink_to(DRAWINGS)
    note = DRAWINGS / "used" / "tests.txt"
    note.parent.mkdir(parents=True, exist_ok=True)
    kept = set(note.read_text(encoding="ascii").split()) if note.exists() else set()
    kept |= {drawing.stem for drawing in DRAWINGS.glob("??/*")}
    replace_file(note, "\n".join(sorted(kept)).encode("ascii"))


def change(file: Path, old: str, new: str) -> None:
    """Edit one place of a file; a test that finds nothing to edit has lost its sense."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{file.name}: {old!r} stands there {text.count(old)} times"
    file.write_text(text.replace(old, new), encoding="utf-8")


def build_here(workspace: Path, *, reuse: bool = True) -> list[Built]:
    """`auditloop build` in this process, which spares the start of two others."""
    return pipeline.build(pipeline.read_config(workspace, environ={}), parallel=False, reuse=reuse)


def built_workspace(folder: Path, languages: str = "zh, en") -> Path:
    """`make_workspace`, built once; tests work on copies."""
    workspace = make_workspace(folder, languages)
    build_here(workspace)
    return workspace


def generate_here(workspace: Path) -> list[Generated]:
    return pipeline.generate(pipeline.read_config(workspace, environ={}))


def environment(**more: str) -> dict[str, str]:
    """What a command gets: English messages and no date from outside, unless a test says so."""
    kept = {key: value for key, value in os.environ.items() if key not in ("SOURCE_DATE_EPOCH", "LC_ALL")}
    return {**kept, "LANG": "C.UTF-8", **more}


def auditloop(*arguments: object, **environ: str) -> subprocess.CompletedProcess[str]:
    """The installed command in a process of its own."""
    return subprocess.run(
        [str(AUDITLOOP), *map(str, arguments)],
        env=environment(**environ),
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def files_of(folder: Path) -> dict[str, bytes]:
    """A folder as a value: path → content."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Paths that are not the same in both; a short list where pytest would print megabytes."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))
