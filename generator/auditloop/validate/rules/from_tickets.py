"""Standards and indicators that are measured by tickets: what they name is there, and fits what is computed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from auditloop.load.document import Document
from auditloop.period import Period
from auditloop.problems import Problem, problem
from auditloop.problems.shown import shown
from auditloop.tickets import TicketLog
from auditloop.tickets.calendar import Calendar
from auditloop.tickets.clock import is_known_country
from auditloop.tickets.durations import UNITS
from auditloop.tickets.log import MISSING, known_at
from auditloop.tickets.measure import Told, measured
from auditloop.tickets.spec import COUNTED, SHARES, TIMED, VALUES, Standard, measure_of, standard_of
from auditloop.validate.rules.register import Register
from auditloop.validate.rules.typed import agrees, as_computed, as_typed
from auditloop.validate.rules.words import listed
from auditloop.validate.zone import hours_of, reader_of

_KIND_OF_DATA = {**dict.fromkeys(VALUES, "value"), **dict.fromkeys(COUNTED, "count"), **dict.fromkeys(SHARES, "proportion")}  # fmt: skip  # noqa: E501
_ALWAYS = frozenset({"measure", "where"})
_NEEDED = {**dict.fromkeys(TIMED, "to"), "share": "met", "attainment": "standards"}
_USED = {
    **dict.fromkeys(TIMED, frozenset({"from", "to", "clock"})),
    "share": frozenset({"met"}),
    "attainment": frozenset({"standards"}),
    "repeat-rate": frozenset({"within"}),
}
"""Measure → the keys it makes use of, beside those of all."""


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    yield from _country(register)
    open_hours = hours_of(register.of_kind("organisation")) is not None or register.may_lack("organisation")
    for document in register.of_kind("standards"):
        for position, standard in enumerate(document.data["standards"]):
            yield from _steps(document, standard, ("standards", position), open_hours)
    computed = [document for document in register.of_kind("kpi") if "from_tickets" in document.data]
    sound = []
    for document in computed:
        found = [*_measure(document), *_steps(document, document.data["from_tickets"], ("from_tickets",), open_hours)]
        yield from found
        if not found:
            sound.append(document)
    yield from _typed(register, sound, as_of)


def _country(register: Register) -> Iterator[Problem]:
    for document in register.of_kind("organisation"):
        country = document.data.get("business_hours", {}).get("country")
        if country is not None and not is_known_country(country):
            yield problem("unknown-country", document.places.value(("business_hours", "country")), found=country)


def _steps(
    document: Document, written: Mapping[str, Any], at: tuple[str | int, ...], open_hours: bool
) -> Iterator[Problem]:
    if written.get("clock") == "business" and not open_hours:
        yield problem("no-business-hours", document.places.value((*at, "clock")))
    if "to" in written and written.get("from", "received") == written["to"]:
        yield problem("same-step", document.places.value((*at, "to")), step=written["to"])


def _measure(document: Document) -> Iterator[Problem]:
    data, places = document.data, document.places
    written = data["from_tickets"]
    measure, here = written["measure"], ("from_tickets", "measure")
    if "formula" in data:
        yield problem("formula-and-tickets", places.key(("from_tickets",)), kpi=data["id"])
    needed = _NEEDED.get(measure)
    if needed and needed not in written:
        yield problem("measure-lacks", places.value(here), measure=measure, key=needed)
    for key in written.keys() - _ALWAYS - _USED.get(measure, frozenset()):
        yield problem("measure-unused-key", places.key(("from_tickets", key)), measure=measure, key=key)
    kind, fits = data.get("kind_of_data", "value"), _KIND_OF_DATA[measure]
    if kind != fits:
        at = places.value(("kind_of_data",)) if "kind_of_data" in data else places.value(here)
        yield problem("measure-kind", at, measure=measure, kind=kind, fits=fits)
    if measure in TIMED and data["unit"] not in UNITS:
        units = listed(list(UNITS), 20)
        yield problem("measure-unit", places.value(("unit",)), found=shown(data["unit"]), known=units)


def _typed(register: Register, kpis: list[Document], as_of: dt.date) -> Iterator[Problem]:
    """Values that were typed for a period that the tickets have one for, too, and that differ from it."""
    ids = {document.data["id"]: document for document in kpis}
    typed: dict[tuple[str, str], list[tuple[Document, str, str, Any]]] = {}
    for document in register.of_kind("observations"):
        data = document.data
        for key, value in data["values"].items():
            kpi, period = (data["kpi"], key) if "kpi" in data else (key, str(Period.read(data["period"])))
            if kpi in ids and value is not None:
                typed.setdefault((kpi, data["team"]), []).append((document, key, period, value))
    if not typed or not register.sources:
        return
    calendar, standards = _calendar(register, as_of), _standards(register)
    logs: dict[str, list[TicketLog]] = {}
    for source in register.sources:
        logs.setdefault(source.log.team, []).append(known_at(source.log, calendar.now - 1))
    for kpi in sorted({kpi for kpi, _ in typed}):
        data = ids[kpi].data
        measure = measure_of(data["from_tickets"])
        if not all(id in standards for id in measure.standards):
            continue
        teams = [team for of_kpi, team in sorted(typed) if of_kpi == kpi and register.has_all_tickets(team)]
        kinds = {Period.parse(period).kind for team in teams for _, _, period, _ in typed[kpi, team]}
        for kind in sorted(kinds):
            found = measured(measure, logs, standards, calendar, kind=kind, unit=data["unit"])
            for team in teams:
                told = {each.period.text: each for each in found.get(team, ())}
                yield from _differing(data, told, typed[kpi, team])


def _differing(
    kpi: Mapping[str, Any], found: Mapping[str, Told], values: list[tuple[Document, str, str, Any]]
) -> Iterator[Problem]:
    for document, key, period, value in values:
        told = found.get(period)
        if told and not agrees(value, told, kpi["unit"]):
            yield problem(
                "typed-and-computed",
                document.places.value(("values", key)),
                kpi=kpi["id"],
                period=period,
                typed=as_typed(value),
                computed=as_computed(told),
            )


def _calendar(register: Register, as_of: dt.date) -> Calendar:
    organisations = register.of_kind("organisation")
    reader, hours = reader_of(organisations), hours_of(organisations)
    if hours and hours[2] is not None and not is_known_country(hours[2]):
        hours = (hours[0], hours[1], None)
    first = [moment for source in register.sources for moment in source.log.times["received"] if moment != MISSING]
    return Calendar(reader, reader.day(min(first)) if first else as_of, as_of, hours)


def _standards(register: Register) -> dict[str, Standard]:
    return {
        standard["id"]: standard_of(standard)
        for document in register.of_kind("standards")
        for standard in document.data["standards"]
    }
