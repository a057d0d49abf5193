"""The tables of the site as CSV files: ids, names in the page's language, unrounded numbers. One module per subject.

Text that a spreadsheet would take for a formula is made harmless."""

from __future__ import annotations

from collections.abc import Iterable

from auditloop.render.downloads import (
    audits,
    cases,
    customers,
    improving,
    indicators,
    loop,
    people,
    proposals,
    quality,
    reports,
    surveys,
    tickets,
    warning,
)
from auditloop.render.downloads.table import Definition, DownloadTable
from auditloop.render.values import Asset
from auditloop.render.views.context import Context

__all__ = ["DownloadTable", "table_assets", "tables"]

_TABLES: tuple[Definition, ...] = (
    *audits.TABLES,
    *loop.TABLES,
    *indicators.TABLES,
    *warning.TABLES,
    *surveys.TABLES,
    *tickets.TABLES,
    *customers.TABLES,
    *improving.TABLES,
    *proposals.TABLES,
    *people.TABLES,
    *cases.TABLES,
    *reports.TABLES,
    *quality.TABLES,
)


def tables(ctx: Context) -> tuple[DownloadTable, ...]:
    """Every table, in the order of the downloads page."""
    return tuple(DownloadTable(name, tuple(columns.split()), tuple(rows(ctx))) for name, columns, rows in _TABLES)


def table_assets(found: Iterable[DownloadTable]) -> tuple[Asset, ...]:
    return tuple(Asset(table.path, table.csv) for table in found)
