"""A training adds up: no more took part than were asked, none passed who was not there, and scores fit their counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from statistics import fmean
from typing import Any, NamedTuple

from auditloop.load.document import Document
from auditloop.problems import Bilingual, Problem, problem
from auditloop.validate.rules.dates import in_future, windows
from auditloop.validate.rules.register import Pointer, Register
from auditloop.validate.rules.words import number

Session = Mapping[str, Any]

_NEEDS_HELD = ("attended", "passed", "after", "gain")
_ROUNDED = 1e-9


class _Scores(NamedTuple):
    """How many were tested, their mean, and how far rounding may have moved it."""

    n: int
    mean: float
    slack: float


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    today = as_of.isoformat()
    for document in register.of_kind("training"):
        for position, session in enumerate(document.data["sessions"]):
            at: Pointer = ("sessions", position)
            yield from _days(document, at, session, today)
            yield from _people(document, at, session)
            yield from _scores(document, at, session)
            if "effect" in session:
                yield from windows(document, (*at, "effect"), session["id"], session["effect"])
                if "kpi" not in session:
                    yield problem("effect-without-kpi", document.places.key((*at, "effect")), id=session["id"])


def _days(document: Document, at: Pointer, session: Session, today: str) -> Iterator[Problem]:
    id, planned, held = session["id"], session["planned"], session.get("held")
    ended = session.get("cancelled", {}).get("date")
    happened = ((("held",), held, _HELD), (("cancelled", "date"), ended, _CANCELLED))
    for keys, day, what in happened:
        if day is not None:
            yield from in_future(document, (*at, *keys), what, day, today)
    if held is None:
        for key in _NEEDS_HELD:
            if key in session:
                yield problem("training-not-held", document.places.key((*at, key)), id=id, key=key)
        return
    if ended is not None:
        yield problem("held-and-cancelled", document.places.key((*at, "cancelled")), id=id, held=held)
    if held < planned:
        yield problem("held-before-planned", document.places.value((*at, "held")), id=id, held=held, planned=planned)


_HELD = Bilingual("举办日期", "day it was held")
_CANCELLED = Bilingual("取消日期", "day it was cancelled")


def _people(document: Document, at: Pointer, session: Session) -> Iterator[Problem]:
    """Each group is part of the one it is taken from: the nearest that is given."""
    for part, wholes in _PARTS.items():
        whole = next((key for key in wholes if key in session), None)
        if part in session and whole:
            yield from _too_many(document, at, session, part, session[part], whole, session[whole])
    if "held" in session:
        lacking = [key for key in ("attended",) if key not in session]
        lacking += ["audience"] if not {"audience", "invited"} & session.keys() else []
        for key in lacking:
            yield problem("training-without-numbers", document.places.value((*at, "held")), id=session["id"], key=key)


_PARTS = {
    "invited": ("audience",),
    "attended": ("invited", "audience"),
    "passed": ("attended",),
    "newcomers": ("invited", "audience"),
}
_TESTED = {"before": ("audience", "invited"), "after": ("attended",)}


def _scores(document: Document, at: Pointer, session: Session) -> Iterator[Problem]:
    found = {key: _summary(session[key]) for key in ("before", "after", "gain") if key in session}
    for key, wholes in _TESTED.items():
        whole = next((w for w in wholes if w in session), None)
        if key in found and whole:
            yield from _too_many(document, at, session, key, found[key].n, whole, session[whole])
    if session.get("paired") and not _are_pairs(session):
        yield problem("pairs-that-do-not-match", document.places.value((*at, "paired")), id=session["id"])
    gain = found.get("gain")
    if gain is None:
        return
    for key in ("before", "after"):
        if key in found:
            yield from _too_many(document, at, session, "gain", gain.n, key, found[key].n)
    if len(found) == len(_ALL) and len({each.n for each in found.values()}) == 1:
        difference = found["after"].mean - found["before"].mean
        if abs(difference - gain.mean) > sum(each.slack for each in found.values()) + _ROUNDED:
            place = document.places.value((*at, "gain", "mean"))
            told, computed = number(gain.mean), number(round(difference, 6))
            yield problem("gain-differs", place, id=session["id"], gain=told, found=computed)


_ALL = ("before", "after", "gain")


def _summary(written: Any) -> _Scores:
    if isinstance(written, Mapping):
        decimals = len(number(written["mean"]).partition(".")[2])
        return _Scores(int(written["n"]), written["mean"], 0.5 * 10**-decimals)
    return _Scores(len(written), fmean(written), 0.0)


def _are_pairs(session: Session) -> bool:
    before, after = session.get("before"), session.get("after")
    return isinstance(before, list) and isinstance(after, list) and len(before) == len(after)


def _too_many(
    document: Document, at: Pointer, session: Session, part: str, n: int, whole: str, of: int
) -> Iterator[Problem]:
    """`n` of a part that cannot be more than the `of` it is taken from."""
    if n > of:
        place = document.places.value((*at, part))
        yield problem("more-than-there-were", place, id=session["id"], part=part, n=n, whole=whole, of=of)
