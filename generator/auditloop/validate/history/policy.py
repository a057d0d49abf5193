"""A rule or a gate that is made easier is told, so that nobody passes by lowering the bar unseen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from auditloop.load.document import Document
from auditloop.problems import Bilingual, problem
from auditloop.problems.catalogue import CODES
from auditloop.validate.history.states import Breach, Moment, State
from auditloop.validate.rules.words import number

_SEVERITIES = ("off", "warn", "error")
_MORE_IS_LOOSER = {"at_least": False, "may_fall": True, "at_most": True, "may_rise": True}
_AS_SHIPPED = {"error": "error", "warning": "warn"}
_NONE = Bilingual("无", "none")


def check(before: State, after: State, moment: Moment) -> Iterator[Breach]:
    if not before.policies:
        return
    old = before.policies[0]
    if not after.policies:
        yield _breach(old, (), Bilingual("规则文件", "the policy"), "policy", _NONE)
        return
    new = after.policies[0]
    was, now = old.data.get("history", {}), new.data.get("history", {})
    for rule in dict.fromkeys((*now, *was)):
        shipped = _AS_SHIPPED[CODES[rule].severity]
        severities = was.get(rule, shipped), now.get(rule, shipped)
        if _SEVERITIES.index(severities[1]) < _SEVERITIES.index(severities[0]):
            yield _breach(new, ("history", rule), rule, *severities)
    yield from _gates(old, new)


def _gates(old: Document, new: Document) -> Iterator[Breach]:
    now = {gate["id"]: (position, gate) for position, gate in enumerate(new.data.get("gates", ()))}
    for position, gate in enumerate(old.data.get("gates", ())):
        name = Bilingual(f"门槛“{gate['id']}”", f"the gate “{gate['id']}”")
        if gate["id"] not in now:
            yield _breach(old, ("gates", position, "id"), name, gate["measure"], _NONE)
            continue
        at, after = now[gate["id"]]
        severities = [each.get("severity", "error") for each in (gate, after)]
        if _SEVERITIES.index(severities[1]) < _SEVERITIES.index(severities[0]):
            yield _breach(new, ("gates", at, "severity"), name, *severities)
        for key, more_is_looser in _MORE_IS_LOOSER.items():
            if key in gate and _is_looser(gate[key], after.get(key), more_is_looser):
                now_is = number(after[key]) if key in after else _NONE
                which = Bilingual(f"{name.zh}的 {key} ", f"{key} of {name.en}")
                yield _breach(new, ("gates", at, key), which, number(gate[key]), now_is)


def _is_looser(before: float, after: float | None, more_is_looser: bool) -> bool:
    return after is None or (after > before if more_is_looser else after < before)


def _breach(
    document: Document,
    pointer: tuple[str | int, ...],
    what: Bilingual | str,
    before: str,
    after: Bilingual | str,
) -> Breach:
    facts: Mapping[str, Any] = {"what": what, "before": before, "after": after}
    place = document.places.value(pointer)
    return Breach("policy-loosened", "policy/policy", problem("policy-loosened", place, **facts))
