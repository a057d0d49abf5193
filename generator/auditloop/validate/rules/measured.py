"""Measured values fit their indicator: its frequency, its kind of data, and once per team and period."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from auditloop.load.document import Document
from auditloop.period import KINDS, Period
from auditloop.problems import Bilingual, Place, Problem, problem
from auditloop.validate.rules.register import Pointer, Register, Where
from auditloop.validate.rules.words import number

_FINEST = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "half-yearly": "half",
    "yearly": "year",
}
_LENGTH = {kind: len(KINDS) - position for position, kind in enumerate(KINDS)}
_COUNTED = ("count", "rare-event", "proportion", "rate")
_SHARES = ("proportion", "rate")


class _Value(NamedTuple):
    """One measured value as written; the key of its line is a period or an indicator."""

    kpi: str
    period: str
    measured: Any
    key: Pointer


_Seen = dict[tuple[str, str, str], Where]
"""(team, indicator, period) → where its value stands."""


class _Twice(NamedTuple):
    team: str
    value: _Value
    first: Where
    again: Where


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    seen: _Seen = {}
    twice: dict[tuple[int, int], list[_Twice]] = {}
    for document in register.of_kind("observations"):
        team = document.data["team"]
        for value in _values(document.data):
            here = Where(document, value.key)
            first = seen.setdefault((team, value.kpi, value.period), here)
            if first is not here:
                twice.setdefault((id(document), id(first.document)), []).append(_Twice(team, value, first, here))
            kpi = register.valid("kpi", value.kpi)
            if kpi is not None:
                yield from _frequency(document, value, kpi)
                yield from _kind_of_data(document, value, kpi)
            yield from _share(document, value)
        yield from _not_begun(document, as_of)
    for values in twice.values():
        yield _twice(values)
    yield from _lengths(register, seen)


def _values(data: Mapping[str, Any]) -> Iterator[_Value]:
    for key, measured in data["values"].items():
        if measured is not None:  # an empty line is a value that nobody knows yet
            kpi, period = (data["kpi"], key) if "kpi" in data else (key, str(Period.read(data["period"])))
            yield _Value(kpi, period, measured, ("values", key))


def _twice(values: Sequence[_Twice]) -> Problem:
    """One problem for all values that one file repeats of another: most likely a copy whose period was not changed."""
    team, value, first, again = values[0]
    one, other = first.document.places.key(first.pointer), again.document.places.key(again.pointer)
    more = len(values) - 1
    return problem(
        "observed-twice",
        other,
        related=(one,),
        team=team,
        kpi=value.kpi,
        period=value.period,
        file=one.file,
        line=one.line,
        more=Bilingual(f"（另有 {more} 个值也重复）", f" (and {more} more of this file)")
        if more
        else Bilingual("", ""),
    )


def _lengths(register: Register, seen: _Seen) -> Iterator[Problem]:
    """Of one team and indicator no period lies within another, and counts are all of periods of one length."""
    by_series: dict[tuple[str, str], list[str]] = {}
    for team, kpi, period in seen:
        by_series.setdefault((team, kpi), []).append(period)
    for (team, kpi), texts in by_series.items():
        periods = [Period.parse(text) for text in texts]
        kinds = {period.kind for period in periods}
        if len(kinds) == 1:
            continue
        inside = _inside(periods)
        for whole, parts in inside.items():
            here, part = seen[team, kpi, whole.text].place(), seen[team, kpi, parts[0].text].place()
            more = len(parts) - 1
            yield problem(
                "periods-overlap",
                here,
                related=(part,),
                team=team,
                kpi=kpi,
                period=whole,
                part=parts[0],
                more=Bilingual(f" 等 {more + 1} 个期间", f" and {more} more") if more else Bilingual(" ", ""),
            )
        known = register.valid("kpi", kpi)
        if not inside and known is not None and known.get("kind_of_data") == "count":
            longest = min(periods, key=lambda period: (KINDS.index(period.kind), period))
            other = min(period for period in periods if period.kind != longest.kind)
            place = seen[team, kpi, longest.text].place()
            yield problem("counts-of-unequal-periods", place, team=team, kpi=kpi, period=longest, other=other)


def _inside(periods: Sequence[Period]) -> dict[Period, list[Period]]:
    """Period → those that lie within it. Sorted, a longer one comes before what begins with it."""
    found: dict[Period, list[Period]] = {}
    around: list[Period] = []
    for period in sorted(periods):
        around = [whole for whole in around if period.first <= whole.last]
        for whole in around:
            if period.last <= whole.last:
                found.setdefault(whole, []).append(period)
        around.append(period)
    return found


def _frequency(document: Document, value: _Value, kpi: Mapping[str, Any]) -> Iterator[Problem]:
    """A coarser period is welcome, a finer one is not: a monthly indicator has no weeks."""
    if _LENGTH[Period.parse(value.period).kind] < _LENGTH[_FINEST[kpi["frequency"]]]:
        place = _period_place(document, value)
        yield problem(
            "period-off-frequency",
            place,
            kpi=value.kpi,
            period=value.period,
            frequency=kpi["frequency"],
            example=_example(value.period, kpi["frequency"]),
        )


def _period_place(document: Document, value: _Value) -> Place:
    return document.places.key(value.key) if "kpi" in document.data else document.places.value(("period",))


def _example(period: str, frequency: str) -> str:
    """The period of the right length that the written one lies in."""
    return str(Period.containing(Period.parse(period).first, _FINEST[frequency]))


def _kind_of_data(document: Document, value: _Value, kpi: Mapping[str, Any]) -> Iterator[Problem]:
    kind, measured, places = kpi.get("kind_of_data", "value"), value.measured, document.places
    if isinstance(measured, dict) and "of" in measured and kind not in _SHARES:
        yield problem("share-not-expected", places.key((*value.key, "of")), kpi=value.kpi, kind=kind)
    if kind == "proportion" and isinstance(measured, dict) and measured.get("n", 0) > measured.get("of", math.inf):
        n, of = number(measured["n"]), number(measured["of"])
        yield problem("n-over-of", places.value((*value.key, "n")), kpi=value.kpi, n=n, of=of)
    plain = measured.get("value") if isinstance(measured, dict) else measured
    if plain is None:
        return
    pointer: Pointer = (*value.key, "value")
    if kind in _COUNTED and plain < 0:
        yield problem("negative-count", places.value(pointer), kpi=value.kpi, found=number(plain), kind=kind)
    elif kind == "proportion" and plain > 100 and kpi["unit"] == "%":
        yield problem("share-over-whole", places.value(pointer), kpi=value.kpi, found=number(plain))
    elif kind == "proportion" and plain > 1 and kpi["unit"] != "%":
        yield problem("share-over-one", places.value(pointer), kpi=value.kpi, found=number(plain), unit=kpi["unit"])


def _not_begun(document: Document, as_of: dt.date) -> Iterator[Problem]:
    data, places = document.data, document.places
    for period in data["values"] if "kpi" in data else (data["period"],):
        if Period.read(period).first > as_of:
            place = places.key(("values", period)) if "kpi" in data else places.value(("period",))
            yield problem("period-in-future", place, period=period, today=as_of.isoformat())


def _share(document: Document, value: _Value) -> Iterator[Problem]:
    if isinstance(value.measured, dict) and value.measured.get("of") == 0:
        yield problem("of-is-zero", document.places.value((*value.key, "of")), kpi=value.kpi)
