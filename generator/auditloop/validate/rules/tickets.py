"""Tickets fit together: ids once, steps in order, within their period, of channels and categories that there are."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Iterator
from operator import gt, lt

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
    rows = [dict(zip(source.log.ids, range(len(source.log)), strict=True)) for source, _ in found]
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
    unknown = {word for word in set(column) if word is not None and not register.knows(field, word)}
    if unknown:
        hints = {word: proposal(field, word, register.ids(field)) for word in unknown}
        for row, word in enumerate(column):
            if word in unknown:
                mistakes.add(f"unknown-ticket-{field}", field, row, found=shown(word), proposal=hints[word])


def _order(source: Source, mistakes: Mistakes, reader: TimeReader) -> None:
    """Every step after the receipt, those that follow each other in their order, only the follow-up after the end."""
    times = source.log.times
    received = times["received"]
    latest = list(received)
    for event in CHAIN:
        if event in times:
            column = times[event]
            _tell(source, mistakes, reader, event, [*map(lt, column, latest)], column, latest)
            latest = list(map(max, latest, column))
    end = times.get("resolved")
    for event in ("first_response", "arrived", "escalated", "withdrawn"):
        if event in times:
            column = times[event]
            early = [*map(lt, column, received)]
            _tell(source, mistakes, reader, event, early, column, received)
            if end is not None and event != "withdrawn":
                for row, late in enumerate(map(gt, column, end)):
                    if late and end[row] != MISSING and not early[row]:
                        mistakes.add("step-after-the-end", event, row, time=reader.text(column[row]), end=reader.text(end[row]))  # fmt: skip  # noqa: E501


def _tell(
    source: Source,
    mistakes: Mistakes,
    reader: TimeReader,
    event: str,
    early: list[bool],
    column: array[int],
    before: list[int] | array[int],
) -> None:
    if True in early:
        for row, is_early in enumerate(early):
            if is_early and column[row] != MISSING and before[row] != MISSING:
                time, earlier = reader.text(column[row]), reader.text(before[row])
                mistakes.add("steps-out-of-order", event, row, time=time, earlier=earlier, id=shown(source.log.ids[row]))  # fmt: skip  # noqa: E501


def _future(source: Source, mistakes: Mistakes, reader: TimeReader, as_of: dt.date) -> None:
    end = reader.end_of(as_of)
    for field in TIMES:
        column = source.log.times.get(field)
        if column is not None and max(column, default=MISSING) >= end:
            for row, moment in enumerate(column):
                if moment >= end:
                    mistakes.add("ticket-in-future", field, row, time=reader.text(moment), today=as_of.isoformat())


def _period(source: Source, mistakes: Mistakes, reader: TimeReader) -> None:
    received = source.log.times["received"]
    known = [moment for moment in (min(received, default=MISSING), max(received, default=MISSING)) if moment != MISSING]
    if source.log.period is None or not known:
        return
    period = Period.parse(source.log.period)
    start, end = reader.start_of(period.first), reader.end_of(period.last)
    if not (start <= known[0] and known[-1] < end) or MISSING in received:
        for row, moment in enumerate(received):
            if moment != MISSING and not start <= moment < end:
                mistakes.add("ticket-outside-period", "received", row, time=reader.text(moment), period=str(period))
