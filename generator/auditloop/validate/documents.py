"""What every document begins with: its kind, and the version of its format. Reads no further."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from auditloop.load.document import Document
from auditloop.problems import Bilingual, Problem, problem
from auditloop.problems.shown import shown
from auditloop.validate.colon import colon_problem, tight_colon
from auditloop.validate.schema import Schemas
from auditloop.validate.sentences import described, expected, nearest, subject

FIRST_FORMAT = 1
"""What a document without `format` is written in."""
KNOWN_FORMAT = 1
_KEYS_IN_COMMON = 2
_ALMOST = 0.75


def kind_of(document: Document, schemas: Schemas) -> tuple[str | None, list[Problem]]:
    """The kind, if the document may be judged by that kind's schema, and what is wrong with its first lines."""
    data, places = document.data, document.places
    slip = tight_colon(data) if isinstance(data, str) else None
    if slip:
        return None, [colon_problem(slip, places.value(()))]
    if not isinstance(data, dict):
        return None, [problem("not-a-mapping", places.value(()), found=described(data), kinds=", ".join(schemas.kinds))]
    if "kind" not in data:
        return None, [problem("missing-kind", places.value(()), hint=_kind_hint(data, schemas))]
    kind = data["kind"]
    if not isinstance(kind, str):
        place, what = places.value(("kind",)), subject(("kind",))
        text, hint = expected("string"), _kinds_hint(schemas.kinds)
        return None, [problem("wrong-type", place, what=what, expected=text, found=described(kind), hint=hint)]
    if kind not in schemas.kinds:
        hint = _nearest_hint(kind, schemas.kinds)
        return None, [problem("unknown-kind", places.value(("kind",)), found=shown(kind), hint=hint)]
    version = data.get("format", FIRST_FORMAT)
    if isinstance(version, int) and not isinstance(version, bool) and version > KNOWN_FORMAT:
        place = places.value(("format",))
        return None, [problem("newer-format", place, found=version, known=KNOWN_FORMAT)]
    if isinstance(version, int) and FIRST_FORMAT <= version < KNOWN_FORMAT:
        place = places.value(("format",))
        return None, [problem("older-format", place, found=version, known=KNOWN_FORMAT)]
    if next(iter(data)) != "kind":
        return kind, [problem("kind-not-first", places.key(("kind",)), kind=kind)]
    return kind, []


def _kind_hint(data: Mapping[str, Any], schemas: Schemas) -> Bilingual:
    """A misspelled `kind`, or the kind whose keys these are, or all there are."""
    typed = get_close_matches("kind", [key.casefold() for key in data], n=1, cutoff=_ALMOST)
    if typed:
        written = next(key for key in data if key.casefold() == typed[0])
        return Bilingual(f"把“{shown(written)}”改成 kind。", f"Write kind in place of “{shown(written)}”.")
    in_common = {kind: len(data.keys() & schemas.keys(kind)) for kind in schemas.kinds}
    best = max(in_common, key=lambda kind: in_common[kind], default=None)
    if best and in_common[best] >= _KEYS_IN_COMMON:
        return Bilingual(f"第一行写：kind: {best}", f"Write as the first line: kind: {best}")
    kinds = ", ".join(schemas.kinds)
    return Bilingual(f"第一行写 kind: …，可用的有：{kinds}", f"Begin with a line kind: …; known are {kinds}")


def _nearest_hint(kind: str, kinds: Sequence[str]) -> Bilingual:
    close = nearest(kind, kinds)
    known = _kinds_hint(kinds)
    if close:
        return Bilingual(f"是不是想写 {close}？{known.zh}", f"Did you mean {close}? {known.en}")
    return known


def _kinds_hint(kinds: Sequence[str]) -> Bilingual:
    known = ", ".join(kinds)
    return Bilingual(f"可用的有：{known}", f"Known are {known}")
