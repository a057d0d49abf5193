"""What a change may not do to what was recorded before: the documents of a base against those of a head.

To add a rule: a function that yields `Breach`es in one of the modules, a line in `_RULES`, its code with sentences in
`problems/rule_codes/history.py`, its severity in `schema/policy.schema.json`, and a case in `tests/cases/history/`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from auditloop.load.document import Document
from auditloop.problems import Bilingual, Problem, Severity, problem, sort_problems
from auditloop.validate.history import actions, audits, ids, policy, values
from auditloop.validate.history.states import Breach, Moment, State, state_of
from auditloop.validate.rules.limit import limited, sparing

__all__ = ["Moment", "check"]

_RULES: tuple[Callable[[State, State, Moment], Iterator[Breach]], ...] = (
    ids.check,
    actions.check,
    audits.check,
    values.check,
    policy.check,
)
_SEVERITIES = {"warn": Severity.WARNING, "error": Severity.ERROR}
OFF = "off"


def check(base: Sequence[Document], head: Sequence[Document], moment: Moment) -> list[Problem]:
    """Every breach of the law, in file order. Both are valid documents; what was deleted has its place in the base.

    The severities are those that the base's policy sets (the head's where the base has none), so that a change cannot
    turn off the rule it breaks. Exceptions are those that the head has and the base had not.
    """
    before, after = (state_of(map(sparing, documents)) for documents in (base, head))
    severities = (before.policy or after.policy or {}).get("history", {})
    allowed = _exceptions(before.policy, after.policy)
    found = (
        _told(breach, severities.get(breach.rule), allowed.get((breach.rule, breach.record)))
        for rule in _RULES
        for breach in rule(before, after, moment)
    )
    return sort_problems(limited(told for told in found if told))


def _exceptions(
    before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
) -> dict[tuple[str, str], Mapping[str, Any]]:
    known = (before or {}).get("exceptions", [])
    new = [each for each in (after or {}).get("exceptions", []) if each not in known]
    return {(each["rule"], each["record"]): each for each in new}


def _told(breach: Breach, severity: str | None, exception: Mapping[str, Any] | None) -> Problem | None:
    if severity == OFF:
        return None
    if exception:
        return problem(
            "exception-used",
            breach.problem.place,
            message=breach.problem.message,
            reason=_in_both(exception["reason"]),
            by=exception["by"],
            date=exception["date"],
        )
    told = breach.problem
    if severity:
        told = replace(told, severity=_SEVERITIES[severity])
    if breach.record.startswith("policy/"):
        return told
    return replace(told, hint=_with_way_out(told.hint, breach))


def _in_both(text: str | Mapping[str, str]) -> Bilingual:
    if isinstance(text, str):
        return Bilingual(text, text)
    any_language = next(iter(text.values()), "")
    return Bilingual(text.get("zh") or any_language, text.get("en") or any_language)


def _with_way_out(hint: Bilingual, breach: Breach) -> Bilingual:
    """What to type where the change has to be."""
    where = f"{{rule: {breach.rule}, record: {breach.record}, reason: …, by: …, date: …}}"
    return Bilingual(
        f"{hint.zh}\n确需如此，就在规则文件的 exceptions 里写明理由：{where}",
        f"{hint.en}\nWhere it has to be, say why in exceptions of the policy: {where}",
    )
