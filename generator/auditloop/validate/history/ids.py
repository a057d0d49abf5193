"""Ids are given once and stay: they are addresses, and others refer to them."""

from __future__ import annotations

from collections.abc import Iterator

from auditloop.validate.history.states import Breach, Moment, State, Written, breach
from auditloop.validate.rules.words import listed

_LASTING = ("team", "audit", "finding", "action", "kpi", "index", "standard")
_SAME = {"audit": ("team", "checklist"), "finding": ("item",), "kpi": ("unit",)}
"""Keys that say what a record is about; with other ones it is another record."""


def check(before: State, after: State, moment: Moment) -> Iterator[Breach]:
    for kind in _LASTING:
        for old in before.of(kind):
            new = after.get(old)
            if new is None:
                if not _may_go(old, before, after):
                    yield breach(old, "record-removed", old.place("id"), base=moment.base)
            elif keys := _other(old, new):
                yield breach(new, "id-reused", new.place("id"), keys=listed(keys))


def _may_go(old: Written, before: State, after: State) -> bool:
    """A draft is nobody's record yet; a finding that went with its audit is told with the audit."""
    if old.kind == "audit":
        return bool(old.data["status"] == "draft")
    if old.kind == "finding":
        audit = before.records["audit", old.owner]
        return audit.data["status"] == "draft" or ("audit", old.owner) not in after.records
    return False


def _other(old: Written, new: Written) -> list[str]:
    if old.kind == "action":
        # A title may be put better and a day corrected; with both and another type it is another action.
        keys = [key for key in ("title", "opened", "type") if old.data.get(key) != new.data.get(key)]
        return [*keys, *(["team"] if old.owner != new.owner else [])] if len(keys) == 3 else []
    keys = [key for key in _SAME.get(old.kind, ()) if old.data.get(key) != new.data.get(key)]
    return [*keys, *(["audit"] if old.kind == "finding" and old.owner != new.owner else [])]
