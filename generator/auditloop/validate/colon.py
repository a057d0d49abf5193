"""The colon that YAML does not take for one, because the space after it is missing or it is a full-width one."""

from __future__ import annotations

import re
from typing import NamedTuple

from auditloop.problems import Place, Problem, problem
from auditloop.problems.shown import shown

_TIGHT = re.compile(r"(?P<key>[^\s:：]+)(?P<colon>[:：])\s*(?P<value>[^/].*)?", re.DOTALL)


class TightColon(NamedTuple):
    key: str
    value: str
    is_fullwidth: bool


def tight_colon(text: str) -> TightColon | None:
    """`size:20`, `团队：前台` taken apart; None for text without such a colon, and for links."""
    found = _TIGHT.fullmatch(text)
    return TightColon(found["key"], found["value"] or "", found["colon"] == "：") if found else None


def colon_problem(slip: TightColon, place: Place) -> Problem:
    if slip.is_fullwidth:
        return problem("yaml-fullwidth-colon", place, key=shown(slip.key))
    return problem("yaml-colon-space", place, fixed=shown(f"{slip.key}: {slip.value}"))
