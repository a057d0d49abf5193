"""A final audit stays as it was, unless a note says what was corrected and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from auditloop.validate.history.states import Breach, Moment, State, Written, breach, changed_keys
from auditloop.validate.rules.words import listed

_APART = ("kind", "format", "answers", "findings", "corrections")
_LIVING = ("accepted",)
"""Of a finding: decided later, and again."""
_NOTHING: Mapping[str, Any] = {}


def check(before: State, after: State, moment: Moment) -> Iterator[Breach]:
    for old in before.of("audit"):
        new = after.get(old)
        if new is None or old.data["status"] != "final" or old.data == new.data:
            continue
        noted = old.data.get("corrections", [])
        if any(note not in new.data.get("corrections", ()) for note in noted):
            yield breach(new, "history-rewritten", new.place("corrections"), key="corrections")
        has_new_note = any(note not in noted for note in new.data.get("corrections", ()))
        changed = list(_changed(old, new))
        if changed and not has_new_note:
            place = new.place(*changed[0][1])
            yield breach(new, "final-audit-changed", place, keys=listed([name for name, _ in changed]))


def _changed(old: Written, new: Written) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """What changed, as people call it, and where it stands now. Findings that are gone are told by their ids."""
    for key in changed_keys(old.data, new.data, but=_APART):
        yield key, (key,)
    was, now = _answers(old.data), _answers(new.data)
    for item in changed_keys(was, now):
        yield f"answers.{item}", ("answers", item)
    before = {finding["id"]: finding for finding in old.data.get("findings", ())}
    for position, finding in enumerate(new.data.get("findings", ())):
        if changed_keys(before.get(finding["id"], _NOTHING), finding, but=_LIVING):
            yield f"findings.{finding['id']}", ("findings", position)


def _answers(audit: Mapping[str, Any]) -> dict[str, Any]:
    """In their long form; what is left empty is not there."""
    written = audit.get("answers", {})
    return {
        item: answer if isinstance(answer, Mapping) else {"score": answer}
        for item, answer in written.items()
        if answer is not None
    }
