"""How an indicator is charted fits its kind of data and the values it has: chart, baseline, segments, exclusions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from auditloop.charts_for import CHARTS_FOR, OF_SHARES
from auditloop.load.document import Document
from auditloop.period import Period
from auditloop.problems import Bilingual, Problem, problem
from auditloop.validate.rules.register import Register, Where

_ABOUT_DATA = ("baseline", "segments", "exclude")


@dataclass
class _Reported:
    """What was observed of one indicator."""

    periods: set[Period] = field(default_factory=set)
    by_team: dict[str, int] = field(default_factory=dict)
    total: int = 0
    plain: int = 0
    """Values without numerator and denominator, and the first of them."""
    first_plain: Where | None = None


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    for document in register.of_kind("kpi"):
        yield from _chart(document)
    if register.may_lack("observations") or any(_is_observations(document) for document in register.rejected):
        return  # values may be there that nobody can see
    asking = [
        d for d in register.of_kind("kpi") if d.data.get("chart") in OF_SHARES or any(k in d.data for k in _ABOUT_DATA)
    ]
    reported = _reported(register, {document.data["id"] for document in asking})
    for document in asking:
        found = reported.get(document.data["id"])
        if found is not None:
            yield from _denominators(document, found)
            yield from _baseline(document, found)
            yield from _segments(document, found)
            yield from _exclusions(document, found)


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
            fitting=", ".join(CHARTS_FOR[kind]),
            other=_other(kinds[0]),
        )
    elif chart == "run" and data.get("rules", "anhoej") != "anhoej":
        yield problem("rules-not-for-runs", places.value(("rules",)), rules=data["rules"])


def _other(kind: str) -> Bilingual:
    return Bilingual(
        f"；如果数据确是那一种，写 kind_of_data: {kind}", f"; or kind_of_data: {kind} if that is what the data are"
    )


def _reported(register: Register, kpis: set[str]) -> Mapping[str, _Reported]:
    """Of these indicators only: a workspace has very many values, and few questions about them."""
    reported: dict[str, _Reported] = {}
    for document in register.of_kind("observations") if kpis else ():
        data = document.data
        for key, measured in data["values"].items():
            kpi, period = (data["kpi"], key) if "kpi" in data else (key, data["period"])
            if kpi in kpis and measured is not None:
                found = reported.setdefault(kpi, _Reported())
                found.periods.add(Period.read(period))
                found.by_team[data["team"]] = found.by_team.get(data["team"], 0) + 1
                found.total += 1
                if not isinstance(measured, dict) or "of" not in measured:
                    found.plain += 1
                    found.first_plain = found.first_plain or Where(document, ("values", key))
    return reported


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
    most, points = max(found.by_team.values()), document.data.get("baseline", {}).get("points", 0)
    if points > most:
        place = document.places.value(("baseline", "points"))
        yield problem("baseline-beyond-data", place, kpi=document.data["id"], points=points, most=most)


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
        inside = {period for period in found.periods if whole.first <= period.first and period.last <= whole.last}
        left -= inside
        if not inside:
            place = document.places.value(("exclude", position, "period"))
            yield problem("exclusion-without-data", place, kpi=kpi, period=exclusion["period"])
    if not left:
        first, last = min(found.periods), max(found.periods)
        yield problem("everything-excluded", document.places.key(("exclude",)), kpi=kpi, first=first, last=last)


def _is_observations(document: Document) -> bool:
    return isinstance(document.data, dict) and document.data.get("kind") == "observations"
