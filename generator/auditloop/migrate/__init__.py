"""A workspace of an older format → the texts its files have in the newest one, comments and order kept.

Reads and plans; nothing is written here, and nothing is planned for any file unless all can be brought up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from auditloop.load import Document, read_document, read_workspace
from auditloop.migrate.draft import Draft
from auditloop.migrate.steps import STEPS, Step
from auditloop.problems import Problem, Severity, problem, sort_problems
from auditloop.scaffold.files import ChangedFile, read_source
from auditloop.scaffold.rewrite import UnknownStyleError, rewritten
from auditloop.validate.documents import FIRST_FORMAT, KNOWN_FORMAT

__all__ = ["Draft", "Migrated", "Plan", "Step", "plan"]


@dataclass(frozen=True, slots=True)
class Migrated:
    """One file; `told` are its changes, one line each."""

    file: ChangedFile
    before: int
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """`files` is empty where there are problems."""

    files: tuple[Migrated, ...]
    problems: tuple[Problem, ...]
    format: int
    count: int
    """Of all documents."""


def plan(root: Path, steps: Sequence[Step] | None = None, known: int = KNOWN_FORMAT) -> Plan:
    """What bringing the workspace at `root` up to format `known` changes."""
    by_format = {step.before: step for step in (STEPS if steps is None else steps)}
    loaded = read_workspace(root)
    problems = [found for found in loaded.problems if found.severity is Severity.ERROR]
    files: list[Migrated] = []
    for document in loaded.documents:
        if not document.complete or not isinstance(document.data, dict):
            continue  # told by the reader, or by validation
        planned = _one(root, document, by_format, known)
        if isinstance(planned, Problem):
            problems.append(planned)
        elif planned is not None:
            files.append(planned)
    return Plan(() if problems else tuple(files), tuple(sort_problems(problems)), known, len(loaded.documents))


def _one(root: Path, document: Document, steps: dict[int, Step], known: int) -> Migrated | Problem | None:
    version = document.data.get("format", FIRST_FORMAT)
    if not isinstance(version, int) or isinstance(version, bool) or version == known:
        return None
    place = document.places.value(("format",))
    if version > known:
        return problem("newer-format", place, found=version, known=known)
    before = text = read_source(root / document.file)
    told: list[str] = []
    data = document.data
    for format in range(version, known):
        step = steps.get(format)
        if step is None:
            return problem("no-way-from-format", place, found=format, known=known)
        draft = Draft(data)
        step.change(draft)
        draft.set((), "format", format + 1, after="kind")
        try:
            text = rewritten(text, data, draft.changed, draft.renames)
        except UnknownStyleError:
            return problem("cannot-migrate", place, changes="; ".join(draft.told))
        read, _ = read_document(text, document.file)
        assert read is not None  # rewritten() has read it
        data = read.data
        told += draft.told
    return Migrated(ChangedFile(PurePosixPath(document.file), before, text), version, tuple(told))
