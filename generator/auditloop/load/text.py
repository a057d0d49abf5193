"""Bytes → text that the YAML reader can take, or the problem that stands in the way. Knows no YAML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from auditloop.load.lines import spot
from auditloop.problems import Bilingual, Place, Problem, problem
from auditloop.problems.shown import shown, visible

BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
"""What YAML forbids, and the invisible line breaks that editors count differently."""

_CONFLICT = re.compile(r"^(?:<<<<<<<|>>>>>>>)(?: .*)?\r?$|^(?:=======|\|\|\|\|\|\|\|)(?: .*)?\r?$", re.MULTILINE)
_MOST_MARKERS = 30
_CJK = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Text:
    """UTF-8 for the YAML reader. Not `whole`: it may be read for its ids, but its problems have been told already."""

    source: bytes
    problems: tuple[Problem, ...] = ()
    whole: bool = True


def decode(raw: bytes, file: str) -> Text:
    """Check encoding, control characters and merge conflicts; one problem for each kind of mistake."""
    problems: list[Problem] = []
    if raw.startswith(_UTF16) or (b"\0" in raw[:2] and b"\0" in raw[2:4]):
        text = raw.decode("utf-16-be" if raw[0] in b"\0\xfe" else "utf-16-le", errors="replace")
        return Text(_cleaned(text.removeprefix("\ufeff")), (problem("utf-16", Place(file)),), whole=False)
    if raw.startswith(BOM):
        raw = raw[len(BOM) :]
        problems.append(problem("bom", Place(file)))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        guess = decode_gb18030(raw)
        problems.append(_not_utf8(raw, error, file, guess is not None))
        return Text(_cleaned(guess or raw.decode("utf-8", errors="replace")), tuple(problems), whole=False)
    found = CONTROL.search(text)
    if found:
        count = 1 + sum(1 for _ in CONTROL.finditer(text, found.end()))
        place = _place(file, text, found.start())
        problems.append(problem("control-character", place, character=visible(found[0]), count=count))
        return Text(_cleaned(text), tuple(problems), whole=False)
    conflict = conflict_in(text, file)
    if conflict:
        return Text(raw, (*problems, conflict), whole=False)
    return Text(raw, tuple(problems))


def _cleaned(text: str) -> bytes:
    """With every forbidden character replaced, so that nothing moves."""
    return CONTROL.sub("\ufffd", text).encode("utf-8")


def decode_gb18030(raw: bytes) -> str | None:
    """The text, if these bytes are the Chinese encoding of older Windows programs: it decodes, and to Chinese."""
    try:
        text = raw.decode("gb18030")
    except UnicodeDecodeError:
        return None
    foreign = sum(1 for character in text if character > "\x7f")
    return text if foreign and len(_CJK.findall(text)) >= foreign / 2 else None


def _not_utf8(raw: bytes, error: UnicodeDecodeError, file: str, is_gb18030: bool) -> Problem:
    before = raw[: error.start].decode("utf-8")
    place = Place(file, *spot(before, len(before)))
    guess = (
        Bilingual("看起来是 GB18030（GBK）编码。", " It looks like GB18030 (GBK).") if is_gb18030 else Bilingual("", "")
    )
    return problem("not-utf8", place, byte=f"{raw[error.start]:02X}", guess=guess)


def conflict_in(text: str, file: str) -> Problem | None:
    """All markers of a merge are one problem: the first is its place, the others are related.

    A line of equal signs alone is none: it may underline a heading.
    """
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    markers = list(islice(_CONFLICT.finditer(text), _MOST_MARKERS))
    if not any(marker[0][0] in "<>" for marker in markers):
        return None
    first, *others = (_place(file, text, marker.start()) for marker in markers)
    return problem("conflict-markers", first, related=tuple(others), marker=shown(markers[0][0].strip()))


def _place(file: str, text: str, at: int) -> Place:
    return Place(file, *spot(text, at))
