"""An action goes from one status to the next as it does in life, and what was said of it stays said.

Legal steps: planned → in-progress, blocked, done, cancelled; in-progress ⇄ blocked; both → done, cancelled;
done → verified, or back to in-progress where a verifier finds it is not done. Verified and cancelled are the end.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from auditloop.problems import Bilingual
from auditloop.validate.history.states import Breach, Moment, State, Written, breach, changed_keys
from auditloop.validate.rules.words import listed

_STEPS = {
    "planned": ("in-progress", "blocked", "done", "cancelled"),
    "in-progress": ("blocked", "done", "cancelled"),
    "blocked": ("planned", "in-progress", "done", "cancelled"),
    "done": ("in-progress", "verified"),
    "verified": (),
    "cancelled": (),
}
_NOTHING = Bilingual("（不能再变）", "nothing any more")
_FINISHED = ("done", "verified")


def check(before: State, after: State, moment: Moment) -> Iterator[Breach]:
    for old in before.of("action"):
        new = after.get(old)
        if new is not None and new.data != old.data:
            yield from _transition(old, new)
            if _STEPS[old.data["status"]]:
                yield from _due(old, new)
                yield from _rewritten(old, new)
                yield from _backdated(old, new, moment)
            else:
                yield from _closed(old, new)


def _transition(old: Written, new: Written) -> Iterator[Breach]:
    was, now = old.data["status"], new.data["status"]
    if now == was or now in _STEPS[was]:
        return
    allowed = listed(_STEPS[was]) if _STEPS[was] else _NOTHING
    yield breach(new, "illegal-transition", new.place("status"), before=was, after=now, allowed=allowed)


def _closed(old: Written, new: Written) -> Iterator[Breach]:
    """Nothing of it may change any more but new entries of its log."""
    keys = changed_keys(old.data, new.data, but=("status", "log"))
    if any(entry not in new.data.get("log", ()) for entry in old.data.get("log", ())):
        keys.append("log")
    if keys:
        place = new.place(keys[0])
        yield breach(new, "closed-record-edited", place, status=old.data["status"], keys=listed(keys))


def _due(old: Written, new: Written) -> Iterator[Breach]:
    was, now = old.data["due"], new.data["due"]
    entries = new.data.get("moved", [])[len(old.data.get("moved", ())) :]
    if was != now and not (entries and entries[0]["from"] == was):
        yield breach(new, "due-moved-silently", new.place("due"), before=was, after=now)


def _rewritten(old: Written, new: Written) -> Iterator[Breach]:
    moved, log = old.data.get("moved", []), old.data.get("log", [])
    kept = {
        "moved": new.data.get("moved", [])[: len(moved)] == moved,
        "log": all(entry in new.data.get("log", ()) for entry in log),
    }
    for key, is_kept in kept.items():
        if not is_kept:
            yield breach(new, "history-rewritten", new.place(key), key=key)


def _backdated(old: Written, new: Written, moment: Moment) -> Iterator[Breach]:
    """A day of completion that the base contradicts: by its log, by the day it was committed on, or by its own word."""
    done, said = new.data.get("done"), old.data.get("done")
    if done is None or done == said:
        return
    known: str | None = None
    status = old.data["status"]
    if status in _FINISHED:
        if said is not None and done < said:
            known, status = moment.base, f"done: {said}"
    else:
        known = _contradicted(old, done, moment.committed)
    if known:
        yield breach(new, "completion-backdated", new.place("done"), done=done, known=known, status=status)


def _contradicted(old: Written, done: str, committed: dt.date | None) -> str | None:
    """The later day on which the action was recorded as not done.

    Days of completion are often written down a little late, and that is no breach. What counts is a log that goes on
    after the claimed day, and a claim to have been in time where the action stood overdue when the base was committed.
    """
    last = max((entry["date"] for entry in old.data.get("log", ())), default=None)
    if last is not None and done < last:
        return str(last)
    day = committed.isoformat() if committed else None
    return day if day and done <= old.data["due"] < day else None
