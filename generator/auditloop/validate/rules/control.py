"""How an indicator is charted fits its kind of data and the values it has: chart, baseline, segments, exclusions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from auditloop.charts_for import CHARTS_FOR, OF_SHARES
from auditloop.load.document import Document
from auditloop.period import Period
from auditloop.problems import Bilingual, Problem, problem
from auditloop.validate.rules.formulas import operands
from auditloop.validate.rules.register import Register, Where

_ABOUT_DATA = ("baseline", "segments", "exclude")
_LIMITS_FROM = 2
"""Points, at least."""


@dataclass
class _Reported:
    """What is there of one indicator."""

    periods: set[Period] = field(default_factory=set)
    by_team: dict[str, set[Period]] = field(default_factory=dict)
    """Those with a value."""
    total: int = 0
    plain: int = 0
    """Values without numerator and denominator, and the first of them."""
    first_plain: Where | None = None


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    for document in register.of_kind("kpi"):
        yield from _chart(document)
    if register.may_lack("observations") or any(_is_observations(document) for document in register.rejected):
        return  # values may be there that nobody can see
    asking = [document for document in register.of_kind("kpi") if _asks_for_data(document.data)]
    uses = _uses(register, {document.data["id"] for document in asking})
    reported = _reported(register, uses.keys())
    for document in asking:
        found = _found(document.data["id"], uses, reported)
        if found is not None:
            yield from _denominators(document, found)
            yield from _baseline(document, found)
            yield from _segments(document, found)
            yield from _exclusions(document, found)
            yield from _target(document, found)


def _asks_for_data(kpi: Mapping[str, Any]) -> bool:
    return (
        kpi.get("chart") in OF_SHARES
        or any(key in kpi for key in _ABOUT_DATA)
        or isinstance(kpi.get("target"), Mapping)
    )


def _chart(document: Document) -> Iterator[Problem]:
    data, places = document.data, document.places
    kind, chart = data.get("kind_of_data", "value"), data.get("chart", "auto")
    if chart not in ("auto", *CHARTS_FOR[kind]):
        kinds = [other for other, charts in CHARTS_FOR.items() if chart in charts]
        yield problem(
            "chart-not-for-data",
            places.value(("chart",)),
            kpi=data["id"],
            kind=kind,
            chart=chart,
            fitting=Bilingual("、".join(CHARTS_FOR[kind]), ", ".join(CHARTS_FOR[kind])),
            other=_other(kinds[0]),
        )
    elif chart == "run" and data.get("rules", "anhoej") != "anhoej":
        yield problem("rules-not-for-runs", places.value(("rules",)), rules=data["rules"])


def _other(kind: str) -> Bilingual:
    return Bilingual(
        f"；如果数据确是那一种，写 kind_of_data: {kind}", f"; or kind_of_data: {kind} if that is what the data are"
    )


def _uses(register: Register, kpis: Set[str]) -> dict[str, list[str]]:
    """Each of these indicators, and those that they are computed from → what it is itself computed from."""
    uses: dict[str, list[str]] = {}
    waiting = list(kpis)
    while waiting:
        kpi = waiting.pop()
        if kpi not in uses:
            uses[kpi] = list(operands(register.valid("kpi", kpi) or {}).values())
            waiting += uses[kpi]
    return uses


def _reported(register: Register, kpis: Set[str]) -> dict[str, _Reported | None]:
    """Of these indicators only: a workspace has very many values, and few questions about them."""
    reported: dict[str, _Reported | None] = {}
    for document in register.of_kind("observations") if kpis else ():
        data = document.data
        for key, measured in data["values"].items():
            kpi, period = (data["kpi"], key) if "kpi" in data else (key, data["period"])
            if kpi in kpis and measured is not None:
                found = reported.get(kpi) or reported.setdefault(kpi, _Reported())
                assert found is not None
                shares = isinstance(measured, dict) and "of" in measured
                found.periods.add(Period.read(period))
                if not shares or measured["of"]:
                    found.by_team.setdefault(data["team"], set()).add(Period.read(period))
                found.total += 1
                if not shares:
                    found.plain += 1
                    found.first_plain = found.first_plain or Where(document, ("values", key))
    return reported


def _found(kpi: str, uses: Mapping[str, list[str]], reported: dict[str, _Reported | None]) -> _Reported | None:
    """What is there of an indicator: of a derived one, for every team the periods in which all its operands are.

    None where there is nothing, and of what is computed from itself.
    """
    if uses[kpi] and kpi not in reported:
        reported[kpi] = None  # asked again on the way, it goes in a circle
        parts = [_found(operand, uses, reported) for operand in uses[kpi]]
        teams = parts[0].by_team if parts[0] else ()
        by_team = {
            team: set.intersection(*(p.by_team.get(team, set()) if p else set() for p in parts)) for team in teams
        }
        periods = set().union(*by_team.values())
        reported[kpi] = _Reported(periods, by_team) if periods else None
    return reported.get(kpi)


def _denominators(document: Document, found: _Reported) -> Iterator[Problem]:
    data = document.data
    chart = data.get("chart")
    if (
        chart not in OF_SHARES
        or chart not in CHARTS_FOR[data.get("kind_of_data", "value")]
        or found.first_plain is None
    ):
        return
    first = found.first_plain.document.places.key(found.first_plain.pointer)
    yield problem(
        "chart-without-denominators",
        document.places.value(("chart",)),
        related=(first,),
        kpi=data["id"],
        chart=chart,
        plain=found.plain,
        total=found.total,
        file=first.file,
        line=first.line,
    )


def _baseline(document: Document, found: _Reported) -> Iterator[Problem]:
    points = document.data.get("baseline", {}).get("points", 0)
    most = max(map(len, found.by_team.values()), default=0)
    place, kpi = document.places.value(("baseline", "points")), document.data["id"]
    if points > most:
        yield problem("baseline-beyond-data", place, kpi=kpi, points=points, most=most)
    elif points and (empty := _emptied(document.data, found, int(points))):
        team, period = empty
        yield problem("baseline-excluded", place, kpi=kpi, points=points, team=team, period=period)


def _emptied(kpi: Mapping[str, Any], found: _Reported, points: int) -> tuple[str, Period] | None:
    """The first team, and the first period of the segment, whose baseline is left out until it says nothing."""
    left_out = [Period.read(exclusion["period"]) for exclusion in kpi.get("exclude", ())]
    starts = [Period.read(segment["from"]).first for segment in kpi.get("segments", ())]
    borders = [dt.date.min, *sorted(starts), dt.date.max]
    for team, periods in sorted(found.by_team.items()):
        for first, end in pairwise(borders):
            part = sorted(period for period in periods if first <= period.first < end)
            counts = [not any(_within(period, whole) for whole in left_out) for period in part]
            if sum(counts[:points]) < _LIMITS_FROM <= sum(counts):
                return team, part[0]
    return None


def _segments(document: Document, found: _Reported) -> Iterator[Problem]:
    first, last = min(found.periods), max(found.periods)
    for position, segment in enumerate(document.data.get("segments", ())):
        begins = Period.read(segment["from"])
        if begins.first > last.last or begins.last < first.first:
            place = document.places.value(("segments", position, "from"))
            kpi, period = document.data["id"], segment["from"]
            yield problem("segment-without-data", place, kpi=kpi, period=period, first=first, last=last)


def _exclusions(document: Document, found: _Reported) -> Iterator[Problem]:
    """An exclusion is about periods that lie within it, as in the assessment."""
    kpi, left = document.data["id"], set(found.periods)
    for position, exclusion in enumerate(document.data.get("exclude", ())):
        whole = Period.read(exclusion["period"])
        inside = {period for period in found.periods if _within(period, whole)}
        left -= inside
        if not inside:
            place = document.places.value(("exclude", position, "period"))
            yield problem("exclusion-without-data", place, kpi=kpi, period=exclusion["period"])
    if not left:
        first, last = min(found.periods), max(found.periods)
        yield problem("everything-excluded", document.places.key(("exclude",)), kpi=kpi, first=first, last=last)


def _target(document: Document, found: _Reported) -> Iterator[Problem]:
    target = document.data.get("target")
    if isinstance(target, Mapping):
        base = Period.read(target["base"])
        if not any(_within(period, base) for periods in found.by_team.values() for period in periods):
            place, first, last = document.places.value(("target", "base")), min(found.periods), max(found.periods)
            kpi = document.data["id"]
            yield problem("target-base-without-data", place, kpi=kpi, base=target["base"], first=first, last=last)


def _within(period: Period, whole: Period) -> bool:
    return whole.first <= period.first and period.last <= whole.last


def _is_observations(document: Document) -> bool:
    return isinstance(document.data, dict) and document.data.get("kind") == "observations"
