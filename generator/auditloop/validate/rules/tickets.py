"""Tickets fit together: ids once, steps in order, within their period, of channels and categories that there are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditloop.period import Period
from auditloop.problems import Problem
from auditloop.problems.shown import shown
from auditloop.tickets import MISSING, TimeReader
from auditloop.tickets.log import CHAIN, TIMES
from auditloop.validate.rules import names, privacy
from auditloop.validate.rules.register import Register
from auditloop.validate.rules.words import proposal
from auditloop.validate.tables.mistakes import Mistakes
from auditloop.validate.tables.source import Source
from auditloop.validate.zone import reader_of

if TYPE_CHECKING:
    from auditloop.columns.arrays import Mask, Whole

_LISTED = {"channel": "channels", "category": "categories"}
"""Column → where the organisation file lists what may stand in it."""


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    if not register.sources:
        return
    reader = reader_of(register.of_kind("organisation"))
    own = frozenset(privacy.own_addresses(register))
    found = [(source, Mistakes(source.place, source.called)) for source in register.sources]
    _ids(found, has_all=register.has_all_tickets())
    for source, mistakes in found:
        for field in _LISTED:
            _listed(register, source, mistakes, field)
        _order(source, mistakes, reader)
        _future(source, mistakes, reader, as_of)
        _period(source, mistakes, reader)
        yield from mistakes.problems()
        yield from privacy.in_table(source.texts, own)
        yield from names.in_table(source.texts)


def _ids(found: list[tuple[Source, Mistakes]], *, has_all: bool) -> None:
    """Ids are given once in the workspace, and a repeated ticket names an earlier one."""
    rows = [source.log.row_of for source, _ in found]
    if len(set().union(*rows)) < sum(len(source.log) for source, _ in found):
        _tell_twice(found)
    for number, (source, mistakes) in enumerate(found):
        received = source.log.times["received"]
        near = [number, *(other for other in range(len(found)) if other != number)]
        for row, id in source.log.repeats.items():
            where = next((other for other in near if id in rows[other]), None)
            if where is None:
                if has_all:
                    mistakes.add("repeat-of-unknown", "repeat_of", row, found=shown(id))
                continue
            earlier = found[where][0].log.times["received"][rows[where][id]]
            if (earlier, id) > (received[row], source.log.ids[row]) or id == source.log.ids[row]:
                mistakes.add("repeat-of-later", "repeat_of", row, found=shown(id), id=shown(source.log.ids[row]))


def _tell_twice(found: list[tuple[Source, Mistakes]]) -> None:
    first: dict[str, tuple[Source, int]] = {}
    for source, mistakes in found:
        for row, id in enumerate(source.log.ids):
            before, at = first.setdefault(id, (source, row))
            if id and (before is not source or at != row):
                place = before.place(at, "id")
                mistakes.add("ticket-twice", "id", row, id=shown(id), file=place.file, line=place.line)


def _listed(register: Register, source: Source, mistakes: Mistakes, field: str) -> None:
    """Channels must be listed; categories where the organisation lists any."""
    column = source.log.words.get(field)
    lists_none = field == "category" and not register.ids("category")
    if column is None or lists_none or register.may_lack(field):
        return
    unknown = {word for word in column.known if word is not None and not register.knows(field, word)}
    if unknown:
        hints = {word: proposal(field, word, register.ids(field)) for word in unknown}
        for row, word in enumerate(column):
            if word in unknown:
                mistakes.add(f"unknown-ticket-{field}", field, row, found=shown(word), proposal=hints[word])


def _order(source: Source, mistakes: Mistakes, reader: TimeReader) -> None:
    """Every step after the receipt, those that follow each other in their order, only the follow-up after the end."""
    from auditloop.columns.arrays import later, rows_of, view

    times = source.log.times
    received = latest = view(times["received"])
    for event in CHAIN:
        if event in times:
            column = view(times[event])
            _tell(source, mistakes, reader, event, column < latest, latest)
            latest = later(latest, column)
    for event in ("first_response", "arrived", "escalated", "withdrawn"):
        if event in times:
            column = view(times[event])
            early = column < received
            _tell(source, mistakes, reader, event, early, received)
            if "resolved" in times and event != "withdrawn":
                end = view(times["resolved"])
                for row in rows_of((column > end) & (end != MISSING) & ~early):
                    time, ended = reader.text(times[event][row]), reader.text(times["resolved"][row])
                    mistakes.add("step-after-the-end", event, row, time=time, end=ended)


def _tell(source: Source, mistakes: Mistakes, reader: TimeReader, event: str, early: Mask, before: Whole) -> None:
    """`before`: the moments that the event may not come before."""
    from auditloop.columns.arrays import rows_of, view

    column = source.log.times[event]
    for row in rows_of(early & (view(column) != MISSING) & (before != MISSING)):
        time, earlier = reader.text(column[row]), reader.text(int(before[row]))
        mistakes.add("steps-out-of-order", event, row, time=time, earlier=earlier, id=shown(source.log.ids[row]))


def _future(source: Source, mistakes: Mistakes, reader: TimeReader, as_of: dt.date) -> None:
    from auditloop.columns.arrays import rows_of, view

    end = reader.end_of(as_of)
    for field in TIMES:
        if field in source.log.times:
            column = source.log.times[field]
            for row in rows_of(view(column) >= end):
                mistakes.add("ticket-in-future", field, row, time=reader.text(column[row]), today=as_of.isoformat())


def _period(source: Source, mistakes: Mistakes, reader: TimeReader) -> None:
    received = source.log.times["received"]
    if source.log.period is None:
        return
    known = [moment for moment in (min(received, default=MISSING), max(received, default=MISSING)) if moment != MISSING]
    if not known:
        return
    period = Period.parse(source.log.period)
    start, end = reader.start_of(period.first), reader.end_of(period.last)
    if not (start <= known[0] and known[-1] < end) or MISSING in received:
        for row, moment in enumerate(received):
            if moment != MISSING and not start <= moment < end:
                mistakes.add("ticket-outside-period", "received", row, time=reader.text(moment), period=str(period))
