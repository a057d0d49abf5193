"""Tables that documents refer to: their text, found beside the document, inside the workspace only. Reads no cells."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from auditloop.load.beside import Nowhere, Outside, named_content, place_of
from auditloop.load.content import TooLarge
from auditloop.load.document import Document
from auditloop.load.files import unreadable
from auditloop.load.limits import Limits
from auditloop.load.lines import spot
from auditloop.load.text import BOM, conflict_in, decode_gb18030
from auditloop.problems import Bilingual, Place, Problem, problem
from auditloop.problems.shown import shown

KEYS = ("from_csv", "respondents_csv")
"""Keys whose value names a table: its file alone, or `{file: …, encoding: …}`."""
ENCODINGS = ("utf-8", "gb18030", "utf-16")
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
    named_at: dict[str, Place] = {}
    for document, key, named in _references(documents):
        at = document.places.value((key, "file"))
        read = _read(root.resolve(), document.file, named["file"], at, limits)
        if isinstance(read, Problem):
            problems.append(read)
            continue
        file, raw = read
        first = named_at.setdefault(file, at)
        if first is not at:
            problems.append(problem("table-named-twice", at, related=(first,), file=shown(file), other=first.file))
            continue
        seen(file, raw)
        text = decoded(raw, file, _declared(named))
        trouble = text if isinstance(text, Problem) else conflict_in(text, file)
        if trouble:
            problems.append(trouble)
        else:
            found[document.file] = Attached(file, str(text))
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


def _read(root: Path, document: str, name: str, at: Place, limits: Limits) -> tuple[str, bytes] | Problem:
    file = None
    try:
        file = place_of(root, document, name)
        return file, named_content(root, file, limits.table_bytes)
    except Nowhere:
        near = _near(root / file, root / PurePosixPath(document).parent) if file else _NOWHERE
        return problem("table-missing", at, file=shown(name), near=near)
    except Outside:
        return problem("table-outside", at, file=shown(name))
    except TooLarge as large:
        size, most = large.size // 1_000_000, limits.table_bytes // 1_000_000
        return problem("table-too-large", at, file=shown(name), size=size, limit=most)
    except OSError as error:
        return unreadable(file or name, error)


_NOWHERE = Bilingual("", "")
_TABLES = (".csv", ".txt", ".tsv")


def _near(path: Path, beside: Path) -> Bilingual:
    """The name that was probably meant, of the tables in its folder or beside the document that names it."""
    from difflib import get_close_matches

    folder = path.parent if path.parent.is_dir() else beside
    try:
        there = {
            each.name.casefold(): Path(os.path.relpath(each, beside)).as_posix()
            for each in sorted(folder.iterdir())
            if each.suffix.lower() in _TABLES and each.is_file()
        }
    except OSError:
        return _NOWHERE
    close = [there[name] for name in get_close_matches(path.name.casefold(), there, n=1)]
    return Bilingual(f"是不是“{shown(close[0])}”？", f" Did you mean “{shown(close[0])}”?") if close else _NOWHERE


def _declared(named: Mapping[str, Any]) -> str | None:
    """Of what is no encoding the schema tells."""
    return next((known for known in ENCODINGS if named.get("encoding") == known), None)


def decoded(raw: bytes, file: str, declared: str | None) -> str | Problem:
    """The text in the encoding that is declared, else in the one it is found to be in.

    Bytes of one encoding often are characters of another, only not those that were meant; so a declaration that the
    bytes themselves contradict is a problem.
    """
    byte_order = _utf16(raw)
    encoding = byte_order or declared or "utf-8"
    if declared == "utf-16" and byte_order is None:
        return problem("table-other-encoding", Place(file), declared=declared)
    if declared in ("utf-8", "gb18030") and byte_order is not None:
        return problem("table-other-encoding", Place(file), declared=declared)
    if declared == "gb18030" and (raw.startswith(BOM) or _is_utf8(raw)):
        return problem("table-other-encoding", Place(file), declared=declared)
    try:
        return raw.removeprefix(BOM).decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        text = decode_gb18030(raw) if declared is None and encoding == "utf-8" else None
        what = Bilingual(f"不是 {declared}", f"It is not {declared}") if declared else _ASK
        return text if text is not None else _undecodable(raw, file, error, what)


_ASK = Bilingual("认不出它的编码", "Its encoding cannot be told")
_SAMPLE = 4096
_SEPARATORS = b",;\t\r\n"


def _utf16(raw: bytes) -> str | None:
    """The byte order of UTF-16, by its mark or by the zero bytes beside what separates cells and lines."""
    if raw.startswith(_UTF16):
        return "utf-16"
    sample = raw[:_SAMPLE]
    pairs = list(zip(sample[::2], sample[1::2], strict=False))
    big = sum(high == 0 and low in _SEPARATORS for high, low in pairs)
    little = sum(high == 0 and low in _SEPARATORS for low, high in pairs)
    if 2 * max(big, little) <= sum(map(sample.count, _SEPARATORS)):
        return None  # separators have no zeros beside them
    return "utf-16-be" if big > little else "utf-16-le"


def _is_utf8(raw: bytes) -> bool:
    """Not only ASCII, and hardly by chance."""
    if raw.isascii():
        return False
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _undecodable(raw: bytes, file: str, error: UnicodeDecodeError, what: Bilingual) -> Problem:
    before = raw[: error.start].decode(error.encoding, errors="ignore")
    byte = f"{raw[error.start]:02X}" if error.start < len(raw) else "–"
    return problem("table-encoding", Place(file, *spot(before, len(before))), what=what, byte=byte)
