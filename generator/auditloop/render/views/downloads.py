"""The downloads page: every table as CSV, the results file, the feed, and the schemas that describe them."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from auditloop.render.badges import Badge, badges
from auditloop.render.calendars import calendars
from auditloop.render.downloads import DownloadTable
from auditloop.render.feeds import feeds
from auditloop.render.sheets import PATH as REGISTERS
from auditloop.render.sheets import RegisterBook
from auditloop.render.views.common import Cell, Column, Link, PagePlan, PageView, Row, Table
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame
from auditloop.render.views.registers import MOST_LISTED


@dataclass(frozen=True, slots=True)
class DownloadsView:
    results: str
    workbook: str
    registers: Table
    """What is in the workbook."""
    followed: Table
    """Feeds and calendars."""
    badges: Table
    embed: str
    """How a badge is shown elsewhere, as Markdown; nothing where there is none."""
    tables: Table
    schemas: Table


def plan(ctx: Context, tables: tuple[DownloadTable, ...], book: RegisterBook) -> list[PagePlan]:
    return [PagePlan("downloads.md", lambda: _view(ctx, tables, book))]


def _view(ctx: Context, tables: tuple[DownloadTable, ...], book: RegisterBook) -> PageView:
    t = ctx.words.t
    rows = tuple(
        Row(
            (
                Cell(_file(ctx, table.path)),
                Cell(t(f"downloads.table.{table.name}")),
                Cell(ctx.formats.number(len(table.rows))),
                Cell(ctx.formats.bytes(len(table.csv.encode()))),
            )
        )
        for table in tables
    )
    columns = (
        Column(t("column.file"), "al-main"),
        Column(t("column.what")),
        Column(t("column.rows"), "al-num"),
        Column(t("column.size"), "al-num"),
    )
    schemas = tuple(
        Row((Cell(_file(ctx, f"downloads/schema/{name}")), Cell(_schema(ctx, name))))
        for name in ctx.settings.schema_files
    )
    body = DownloadsView(
        results=ctx.href.page("downloads/results.json"),
        workbook=ctx.href.page(REGISTERS),
        registers=_registers(ctx, book),
        followed=_followed(ctx),
        badges=_badges(ctx),
        embed=_embed(ctx),
        tables=Table(t("downloads.tables_caption"), columns, rows, id="csv-table"),
        schemas=Table(
            t("downloads.schemas_caption"),
            (Column(t("column.file"), "al-main"), Column(t("column.what"))),
            schemas,
            t("empty.no_schemas"),
            id="schema-table",
        ),
    )
    lead = t("downloads.lead", n=len(tables), date=ctx.formats.date(ctx.results.as_of))
    related = [
        Link(t("nav.method"), ctx.href.page("method.md")),
        Link(t("nav.data-quality"), ctx.href.page("data-quality.md")),
    ]
    return PageView(
        "downloads",
        frame(ctx, path="downloads.md", kind="downloads", title=t("nav.downloads"), lead=lead, related=related),
        body,
    )


def _registers(ctx: Context, book: RegisterBook) -> Table:
    t = ctx.words.t
    rows = tuple(
        Row((Cell(sheet.title), Cell(t(f"downloads.sheet.{sheet.name}")), Cell(ctx.formats.number(len(sheet.rows)))))
        for sheet in book.sheets
    )
    columns = (
        Column(t("column.sheet"), "al-main"),
        Column(t("column.what")),
        Column(t("column.rows"), "al-num"),
    )
    return Table(t("downloads.registers_caption"), columns, rows, id="register-table")


def _followed(ctx: Context) -> Table:
    """The calendars of owners stand beside their names on the page of actions."""
    t = ctx.words.t
    rows = [
        Row((Cell(_file(ctx, each.path)), Cell(each.title), Cell(_count(ctx, len(each.entries)))))
        for each in feeds(ctx)
    ]
    rows += [
        Row((Cell(_file(ctx, each.path)), Cell(each.name), Cell(_count(ctx, len(each.dates)))))
        for each in calendars(ctx)
        if each.owner is None
    ]
    columns = (
        Column(t("column.file"), "al-main"),
        Column(t("column.what")),
        Column(t("column.entries"), "al-num"),
    )
    return Table(t("downloads.feeds_caption"), columns, tuple(rows), id="feed-table")


def _badges(ctx: Context) -> Table:
    """The organisation's, and those of an index that only teams have; the teams' others stand beside them."""
    t = ctx.words.t
    found = badges(ctx)
    whole = {badge.index for badge in found if badge.team is None}
    rows = [
        Row(
            (
                Cell(_picture(ctx, each)),
                Cell(each.title),
                Cell(_file(ctx, f"{each.path}.svg")),
                Cell(_file(ctx, f"{each.path}.json")),
            )
        )
        for each in found
        if each.team is None or each.index not in whole
    ]
    columns = (
        Column(t("column.badge"), "al-main"),
        Column(t("column.what")),
        Column("SVG"),
        Column("JSON"),
    )
    return Table(
        t("downloads.badges_caption"), columns, tuple(rows[:MOST_LISTED]), t("empty.no_indices"), id="badge-table"
    )


def _picture(ctx: Context, badge: Badge) -> Markup:
    return Markup('<img src="{}" alt="{}" height="20">').format(ctx.href.page(f"{badge.path}.svg"), badge.title)


def _embed(ctx: Context) -> str:
    first = next(iter(badges(ctx)), None)
    if first is None:
        return ""
    site = ctx.settings.site_url or "https://…/"
    return f"[![{first.label}]({site}{first.path}.svg)]({site}index.html#index-{first.index})"


def _count(ctx: Context, n: int) -> str:
    return ctx.formats.number(n)


def _file(ctx: Context, path: str) -> Markup:
    return Markup('<a href="{}" download>{}</a>').format(ctx.href.page(path), path.rsplit("/", 1)[-1])


def _schema(ctx: Context, name: str) -> str:
    key = f"downloads.schema.{name.removesuffix('.schema.json')}"
    return (
        ctx.words.t(key)
        if ctx.words.has(key)
        else ctx.words.t("downloads.schema_of", kind=name.split(".", maxsplit=1)[0])
    )
