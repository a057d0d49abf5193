"""The formula of a derived indicator is arithmetic on indicators of its frequency, and never leads back to itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from auditloop import formula
from auditloop.load.document import Document
from auditloop.problems import Bilingual, Problem, problem
from auditloop.problems.shown import shown
from auditloop.validate.rules.circles import arrows, circles
from auditloop.validate.rules.nearest import nearest
from auditloop.validate.rules.register import Pointer, Register

_LOOKS_LIKE = {
    **{"×": "*", "✕": "*", "·": "*", "＊": "*", "÷": "/", "／": "/", ":": "/", "：": "/"},
    **{
        "−": "-",
        "–": "-",
        "—": "-",
        "－": "-",
        "＋": "+",
        "（": "(",
        "）": ")",
        "[": "(",
        "]": ")",
        "{": "(",
        "}": ")",
    },
    **{",": ".", "，": ".", "。": "."},
}
"""What people type in place of a sign, and the sign."""

DEEPEST = 10
"""Formulas on formulas: nobody can follow a number through more of them."""


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    derived = {}
    for document in register.of_kind("kpi"):
        if "formula" in document.data:
            yield from _arithmetic(document)
            yield from _frequencies(register, document)
            derived[document.data["id"]] = document
    yield from _cycles(derived)
    if derived:
        yield from _observed(register, derived)


def operands(data: Mapping[str, Any]) -> dict[str, str]:
    """Name in the formula → id of the indicator, of a kpi as written."""
    return {name: id for name, id in data.get("formula", {}).items() if name != "of"}


def _arithmetic(document: Document) -> Iterator[Problem]:
    text, places = document.data["formula"]["of"], document.places
    parsed = formula.parse(text)
    at: Pointer = ("formula", "of")
    if isinstance(parsed, formula.Mistake):
        yield problem(
            "formula-syntax", places.value(at), formula=shown(text), what=_what(parsed), instead=_sign(parsed)
        )
        return
    used, given = formula.names(parsed), operands(document.data)
    if not used:
        yield problem("formula-without-indicator", places.value(at), formula=shown(text))
    meant = {name: nearest(name, [each for each in given if each not in used]) for name in used if name not in given}
    for name, other in meant.items():
        yield problem("formula-unknown-name", places.value(at), name=name, remedy=_remedy(name, other))
    for name in given:
        if used and name not in used and name not in meant.values():
            yield problem("formula-unused-name", places.key(("formula", name)), formula=shown(text), name=name)


def _remedy(name: str, meant: str | None) -> Bilingual:
    zh, en = f"在 formula 下加一行 {name}: 指标的标识", f"add a line `{name}: id of the indicator` under formula"
    if meant is None:
        return Bilingual(zh, f"{en[0].upper()}{en[1:]}")
    return Bilingual(f"是不是“{meant}”？若不是，{zh}", f"Did you mean “{meant}”? If not, {en}")


def _what(mistake: formula.Mistake) -> Bilingual:
    found, place = shown(mistake.found), mistake.at + 1
    return {
        "too-long": Bilingual("太长", "it is too long"),
        "too-deep": Bilingual("括号或负号套得太深", "parentheses or signs are nested too deeply"),
        "strange": Bilingual(f"第 {place} 个字符“{found}”不能用", f"“{found}”, character {place}, cannot be used"),
        "unexpected": Bilingual(f"第 {place} 个字符处多出“{found}”", f"“{found}” at character {place} is not expected"),
        "unclosed": Bilingual("有左括号没有右括号", "a parenthesis is not closed"),
        "unfinished": Bilingual("到末尾还缺一个数或名称", "a number or a name is missing at the end"),
    }[mistake.why]


def _sign(mistake: formula.Mistake) -> Bilingual:
    sign = _LOOKS_LIKE.get(mistake.found)
    if sign is None:
        return Bilingual("", "")
    return Bilingual(f"；用 {sign} 代替 {mistake.found}", f"; write {sign} in place of {mistake.found}")


def _frequencies(register: Register, document: Document) -> Iterator[Problem]:
    data = document.data
    for name, id in operands(data).items():
        operand = register.valid("kpi", id)
        if operand is not None and operand["frequency"] != data["frequency"]:
            yield problem(
                "formula-frequency",
                document.places.value(("formula", name)),
                kpi=data["id"],
                frequency=data["frequency"],
                operand=id,
                other=operand["frequency"],
            )


def _cycles(derived: Mapping[str, Document]) -> Iterator[Problem]:
    """One problem for every circle, at the first of its indicators by id; and one for every chain that is too long."""
    uses = {id: {o for o in operands(document.data).values() if o in derived} for id, document in derived.items()}
    levels = _levels(uses)
    for id in sorted(id for id, level in levels.items() if level == DEEPEST + 1):
        yield problem("formula-chain", derived[id].places.key(("formula",)), kpi=id, limit=DEEPEST)
    circling = {id: {o for o in of if o not in levels} for id, of in uses.items() if id not in levels}
    for path in circles(circling):
        place = derived[path[0]].places.key(("formula",))
        yield problem("formula-cycle", place, kpi=path[0], path=arrows(path))


def _levels(uses: Mapping[str, set[str]]) -> dict[str, int]:
    """How many formulas deep each indicator is; without those that are in a circle or made of one."""
    used_by: dict[str, list[str]] = {id: [] for id in uses}
    for id, of in uses.items():
        for operand in of:
            used_by[operand].append(id)
    waits = {id: len(of) for id, of in uses.items()}
    levels = {id: 1 for id, count in waits.items() if not count}
    queue = list(levels)
    for id in queue:
        for user in used_by[id]:
            waits[user] -= 1
            levels[user] = max(levels.get(user, 0), levels[id] + 1)
            if not waits[user]:
                queue.append(user)
    return {id: level for id, level in levels.items() if not waits[id]}


def _observed(register: Register, derived: Mapping[str, Document]) -> Iterator[Problem]:
    for document in register.of_kind("observations"):
        data = document.data
        ids = [data["kpi"]] if "kpi" in data else list(data["values"])
        for id in ids:
            if id not in derived:
                continue
            here = document.places.value(("kpi",)) if "kpi" in data else document.places.key(("values", id))
            of = derived[id].places.key(("formula",))
            yield problem("derived-observed", here, related=(of,), kpi=id, file=of.file, line=of.line)
