"""One file's content → its Document and its problems."""

from __future__ import annotations

from auditloop.load.comments import has_tight_comment, swallowed
from auditloop.load.document import Document
from auditloop.load.limits import Limits
from auditloop.load.reading import Reading
from auditloop.load.text import decode
from auditloop.load.yaml_events import read_yaml, scalars
from auditloop.problems import Place, Problem, problem, sort_problems


def read_document(
    content: bytes | str, file: str, limits: Limits | None = None
) -> tuple[Document | None, list[Problem]]:
    """Read one document. There is none where the text holds none; it is not `complete` where something was left out.

    Nothing at all is known (its data is None) of a file that cannot be read.
    """
    limits = limits or Limits()
    raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    if len(raw) > limits.file_bytes:
        return unknown_document(file), [too_large(file, len(raw), limits)]
    text = decode(raw, file)
    reading = read_yaml(text.source, file, limits)
    problems = [*text.problems, *reading.problems] if text.whole else list(text.problems)
    if text.whole and reading.complete and has_tight_comment(text.source):
        problems.extend(swallowed(scalars(text.source), text.source, file))
    if reading.data is None:
        if not problems or (text.whole and reading.complete):
            problems.append(problem("empty-file", Place(file)))
            return None, sort_problems(problems)
        return unknown_document(file), sort_problems(problems)
    return Document(file, reading.data, reading.places(), complete=text.whole and reading.complete), sort_problems(
        problems
    )


def unknown_document(file: str) -> Document:
    """What stands for a file that could not be read: nobody knows what it defines."""
    return Document(file, None, Reading(file).places(), complete=False)


def too_large(file: str, size: int, limits: Limits) -> Problem:
    return problem("file-too-large", Place(file), size=_megabytes(size), limit=_megabytes(limits.file_bytes))


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}".removesuffix(".0")
