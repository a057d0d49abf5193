"""Which files belong to a workspace, and what reading them all gives. Follows no link out of it."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from auditloop.load.attached import Attached, read_tables
from auditloop.load.content import TooLarge, content_of
from auditloop.load.document import Document
from auditloop.load.files import find_files, unreadable
from auditloop.load.known import KnownFiles
from auditloop.load.limits import Limits
from auditloop.load.pictures import Picture, read_pictures
from auditloop.load.read import read_document, too_large, unknown_document
from auditloop.problems import Place, Problem, problem, sort_problems

Progress = Callable[[int, int], None]
"""Told how many files are done, of how many."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """`digest` is the SHA-256 of all paths and contents: equal where the workspaces are equal byte for byte."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    digest: str
    tables: Mapping[str, Attached] = field(default_factory=dict)
    """File of a document → the table it refers to."""
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """File of a document → its picture."""


def read_workspace(
    root: Path,
    *,
    folder: str = "audits",
    limits: Limits | None = None,
    progress: Progress | None = None,
    known: KnownFiles | None = None,
) -> Loaded:
    """Read every *.yml and *.yaml below `root/folder`, in the order of their paths."""
    limits = limits or Limits()
    read = known.read if known else read_document
    found = find_files(root, folder)
    problems = found.problems
    if not found.files and not any(p.severity == "error" for p in problems):
        problems.append(problem("no-workspace", Place(folder), folder=folder))
    documents = [unknown_document(p.place.file) for p in problems if p.severity == "error"]
    digest = hashlib.sha256()
    with _garbage_collection_paused():
        for done, (file, path) in enumerate(sorted(found.files.items()), start=1):
            raw, trouble = _read_bytes(path, file, limits)
            _add(digest, file, raw)
            if trouble:
                problems.append(trouble)
                documents.append(unknown_document(file))
            else:
                document, of_file = read(raw, file, limits)
                problems.extend(of_file)
                documents.append(document or unknown_document(file))
            if progress:
                progress(done, len(found.files))
        tables = read_tables(root, documents, limits, lambda file, raw: _add(digest, file, raw))
        pictures = read_pictures(root, documents, limits, lambda file, raw: _add(digest, file, raw))
    problems.extend((*tables.problems, *pictures.problems))
    return Loaded(tuple(documents), tuple(sort_problems(problems)), digest.hexdigest(), tables.of, pictures.of)


@contextmanager
def _garbage_collection_paused() -> Iterator[None]:
    """Reading only builds what stays: looking through it for garbage again and again costs a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _add(digest: hashlib._Hash, file: str, raw: bytes) -> None:
    """Lengths first, so that no two workspaces give the same bytes."""
    name = file.encode("utf-8", "surrogateescape")
    digest.update(b"%d %d " % (len(name), len(raw)) + name)
    digest.update(raw)


def _read_bytes(path: Path, file: str, limits: Limits) -> tuple[bytes, Problem | None]:
    """The content, or the problem that kept it from being read."""
    try:
        return content_of(path, limits.file_bytes), None
    except TooLarge as large:
        return b"", too_large(file, large.size, limits)
    except OSError as error:
        return b"", unreadable(file, error)
