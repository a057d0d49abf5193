"""Which column of a table is which field, also where indicators or periods stand side by side."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from auditloop.exchange.fields import LANGUAGES, OBSERVATIONS, Field, Register, column, heading
from auditloop.exchange.grid import Grid
from auditloop.model import Period
from auditloop.problems import Bilingual, Place, Problem, problem
from auditloop.problems.shown import shown
from auditloop.validate.rules.nearest import nearest
from auditloop.validate.rules.words import listed

_OR_OPTION = Bilingual("；整张表都属于一个团队时也可以写 --team", "; where all rows belong to one team, --team will do")
_BETWEEN = re.compile(r"\s*[·|]\s*")


@dataclass(frozen=True, slots=True)
class Named:
    """A column: its field, the language of a text, and in a wide table the indicator or period it is about."""

    field: Field
    language: str | None = None
    about: tuple[str, str] | None = None
    """`kpi` or `period`, and which."""


def columns_of(
    register: Register, grid: Grid, kpis: Mapping[str, str], given: Mapping[str, str]
) -> tuple[dict[int, Named], list[Problem]]:
    """Column → what it holds. `kpis` leads from ids and names to ids; `given` are keys that need no column."""
    if not any(grid.header):
        return {}, [problem("import-no-rows", Place(grid.file))]
    known = _known(register)
    found: dict[int, Named] = {}
    problems: list[Problem] = []
    for at, title in enumerate(grid.header):
        if not title:
            continue
        named = known.get(folded(title)) or _other_language(register, title)
        if named is None and register is OBSERVATIONS:
            named = _wide(title, known, kpis)
        if named is None:
            close = nearest(title, [*known_headings(register)])
            hint = (
                Bilingual(f"是不是“{close}”？", f"Did you mean “{close}”?")
                if close
                else Bilingual("不需要就不用管。", "Leave it if it is only for you.")
            )
            problems.append(problem("import-heading-unknown", grid.place(-1, at), column=shown(title), hint=hint))
        elif named in found.values():
            problems.append(problem("csv-heading-twice", grid.place(-1, at), column=shown(title)))
        else:
            found[at] = named
    return found, [*problems, *_missing(register, grid, found, given)]


def known_headings(register: Register) -> list[str]:
    """Names of all columns."""
    return [column(field) for field in register.fields]


def folded(title: str) -> str:
    return re.sub(r"[\s_-]+", " ", unicodedata.normalize("NFKC", title)).strip().casefold()


def _known(register: Register) -> dict[str, Named]:
    found: dict[str, Named] = {}
    for field in register.fields:
        for language in (None, *LANGUAGES) if field.kind == "text" else (None,):
            for title in (column(field, language), *(heading(field, lang, language) for lang in LANGUAGES)):
                found.setdefault(folded(title), Named(field, language))
    return found


def _other_language(register: Register, title: str) -> Named | None:
    """`note_fr`, and as `heading` writes it."""
    for field in register.fields:
        for name in (field.name, *(field.title.in_language(lang) for lang in LANGUAGES)):
            found = re.fullmatch(rf"{re.escape(name)}(?:_|\s*[（(])([a-z]{{2,3}}(?:-[A-Za-z0-9]{{2,8}})*)[）)]?", title)
            if found and field.kind == "text":
                return Named(field, found[1])
    return None


def _wide(title: str, known: Mapping[str, Named], kpis: Mapping[str, str]) -> Named | None:
    """`csat`, `csat · n`, `2026-03`."""
    subject, *rest = _BETWEEN.split(title.strip(), maxsplit=1)
    value = Named(OBSERVATIONS.field("value"))
    inner = (known.get(folded(rest[0])) or _other_language(OBSERVATIONS, rest[0])) if rest else value
    if inner is None:
        return None
    if (kpi := kpis.get(folded(subject))) is not None:
        return Named(inner.field, inner.language, ("kpi", kpi))
    try:
        return Named(inner.field, inner.language, ("period", str(Period.parse(subject))))
    except ValueError:
        return None


def _missing(register: Register, grid: Grid, found: Mapping[int, Named], given: Mapping[str, str]) -> list[Problem]:
    there = {named.field.name for named in found.values() if named.about is None}
    there |= {named.about[0] for named in found.values() if named.about is not None} | set(given)
    problems = []
    for key in register.keys:
        if key not in there:
            there_are = listed([shown(title, 30) for title in grid.header if title], 20)
            called = register.field(key).title
            place = Place(grid.file)
            else_ = _OR_OPTION if key == "team" else Bilingual("", "")
            problems.append(
                problem("import-column-needed", place, field=key, title=called, there=there_are, else_=else_)
            )
    return problems
