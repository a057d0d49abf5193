"""What can be wrong between documents and within one, beyond its schema: one table per area."""

from __future__ import annotations

from itertools import chain

from auditloop.problems.entry import Entry
from auditloop.problems.rule_codes import (
    actions,
    audits,
    cases,
    control,
    days,
    documents,
    everywhere,
    exchange,
    formulas,
    history,
    journeys,
    numbers,
    plans,
    policy,
    proposals,
    references,
    reports,
    risks,
    segments,
    surveys,
    tables,
    tickets,
    training,
    values,
)

TABLES = (
    documents,
    references,
    audits,
    numbers,
    days,
    actions,
    values,
    control,
    formulas,
    tables,
    tickets,
    surveys,
    plans,
    journeys,
    reports,
    policy,
    training,
    risks,
    cases,
    proposals,
    segments,
    history,
    everywhere,
    exchange,
)

CODES: dict[str, Entry] = dict(chain.from_iterable(table.CODES.items() for table in TABLES))
