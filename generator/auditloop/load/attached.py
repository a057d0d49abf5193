"""Tables that documents refer to: their text, found beside the document, inside the workspace only. Reads no cells."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from auditloop.load.document import Document
from auditloop.load.files import unreadable
from auditloop.load.limits import Limits
from auditloop.load.text import BOM, decode_gb18030
from auditloop.problems import Bilingual, Place, Problem, problem
from auditloop.problems.shown import shown

KEYS = ("from_csv", "respondents_csv")
"""Keys whose value names a table: its file alone, or `{file: …, encoding: …}`."""
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Attached:
    """A table as text; `file` is relative to the workspace root, with forward slashes."""

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Tables:
    """`of`: file of a document → the table it refers to; one that could not be read has a problem instead."""

    of: Mapping[str, Attached]
    problems: tuple[Problem, ...]


def read_tables(
    root: Path, documents: Iterable[Document], limits: Limits, seen: Callable[[str, bytes], None]
) -> Tables:
    """`seen` is told the file and the content of each table."""
    found: dict[str, Attached] = {}
    problems: list[Problem] = []
    for document, key, named in _references(documents):
        at = document.places.value((key, "file"))
        read = _read(root.resolve(), document.file, named, at, limits)
        if isinstance(read, Problem):
            problems.append(read)
            continue
        file, raw = read
        seen(file, raw)
        text = _decoded(raw, file, named.get("encoding"))
        if isinstance(text, Problem):
            problems.append(text)
        else:
            found[document.file] = Attached(file, text)
    return Tables(found, tuple(problems))


def _references(documents: Iterable[Document]) -> Iterator[tuple[Document, str, Mapping[str, Any]]]:
    for document in documents:
        if isinstance(document.data, dict):
            for key in KEYS:
                named = document.data.get(key)
                if isinstance(named, str):
                    named = {"file": named}
                if isinstance(named, dict) and isinstance(named.get("file"), str) and named["file"]:
                    yield document, key, named


def _read(root: Path, beside: str, named: Mapping[str, Any], at: Place, limits: Limits) -> tuple[str, bytes] | Problem:
    name = named["file"]
    try:
        path = (root / PurePosixPath(beside).parent / name).resolve()
    except (OSError, RuntimeError, ValueError):
        return problem("table-missing", at, file=shown(name), near=_NOWHERE)
    if root not in path.parents:
        return problem("table-outside", at, file=shown(name))
    if not path.is_file():
        return problem("table-missing", at, file=shown(name), near=_near(path))
    try:
        with path.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            if size > limits.table_bytes:
                most = limits.table_bytes // 1_000_000
                return problem("table-too-large", at, file=shown(name), size=size // 1_000_000, limit=most)
            raw = stream.read()
    except OSError as error:
        return unreadable(path.relative_to(root).as_posix(), error)
    return path.relative_to(root).as_posix(), raw


_NOWHERE = Bilingual("", "")


def _near(path: Path) -> Bilingual:
    """The name that was probably meant, of those beside it."""
    from difflib import get_close_matches

    try:
        there = [each.name for each in path.parent.iterdir() if each.suffix.lower() in (".csv", ".txt", ".tsv")]
    except OSError:
        return _NOWHERE
    close = get_close_matches(path.name, there, n=1)
    return Bilingual(f"是不是“{close[0]}”？", f" Did you mean “{close[0]}”?") if close else _NOWHERE


def _decoded(raw: bytes, file: str, encoding: Any) -> str | Problem:
    """The text in the encoding that is declared, else in the one it is found to be in."""
    if encoding is None:
        encoding = "utf-16" if _is_utf16(raw) else "utf-8"
        try:
            return raw.removeprefix(BOM).decode("utf-8") if encoding == "utf-8" else _utf16(raw)
        except UnicodeDecodeError as error:
            text = decode_gb18030(raw) if encoding == "utf-8" else None
            return text if text is not None else _undecodable(raw, file, error, _ASK)
    try:
        if encoding == "utf-16":
            return _utf16(raw)
        return raw.removeprefix(BOM).decode("gb18030" if encoding == "gb18030" else "utf-8")
    except UnicodeDecodeError as error:
        return _undecodable(raw, file, error, Bilingual(f"不是 {encoding}", f"It is not {encoding}"))


_ASK = Bilingual("认不出它的编码", "Its encoding cannot be told")


def _is_utf16(raw: bytes) -> bool:
    """By its mark, or by the zero bytes beside ASCII characters."""
    return raw.startswith(_UTF16) or (b"\0" in raw[:2] and b"\0" in raw[2:4])


def _utf16(raw: bytes) -> str:
    if raw.startswith(_UTF16):
        return raw.decode("utf-16")
    return raw.decode("utf-16-be" if raw[:1] == b"\0" else "utf-16-le")


def _undecodable(raw: bytes, file: str, error: UnicodeDecodeError, what: Bilingual) -> Problem:
    line = raw.count(b"\n", 0, error.start) + 1
    byte = f"{raw[error.start]:02X}" if error.start < len(raw) else "–"
    return problem("table-encoding", Place(file, line), what=what, byte=byte)
