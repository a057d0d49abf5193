"""The registers as sheets of one workbook: typed cells, words of the page's language. One module per subject.

Knows no file format; who writes workbooks decides how a kind of cell looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from auditloop.assess.results import Results
from auditloop.model import Workspace
from auditloop.render.i18n import read_words
from auditloop.render.sheets import audits, improving, loop, people
from auditloop.render.sheets.sheet import Definition, Heading, Kind, Sheet, Value
from auditloop.render.values import RenderSettings
from auditloop.render.views.context import Context

__all__ = ["PATH", "Heading", "Kind", "RegisterBook", "Sheet", "Value", "book", "registers"]

PATH = "downloads/registers.xlsx"
"""Where the site has the workbook."""
_SHEETS: tuple[Definition, ...] = (*loop.SHEETS, *audits.SHEETS, *improving.SHEETS, *people.SHEETS)


@dataclass(frozen=True, slots=True)
class RegisterBook:
    sheets: tuple[Sheet, ...]
    about_title: str
    about: tuple[tuple[str, str], ...]
    """Pairs of a term and what it is, for a sheet at the end."""


def registers(
    workspace: Workspace, results: Results, settings: RenderSettings, wanted: Callable[[str | None], bool]
) -> RegisterBook:
    """The book alone, for whoever needs no site."""
    ctx = Context(workspace, results, settings, read_words(settings.lang, settings.template_dirs))
    return book(ctx, results.data_hash, wanted)


def book(ctx: Context, data_hash: str, wanted: Callable[[str | None], bool] = lambda _: True) -> RegisterBook:
    """Every register, in order; of rows those of `wanted` teams. `ctx` is seen from the top of the site."""
    found = tuple(_sheet(ctx, definition, wanted) for definition in _SHEETS)
    return RegisterBook(found, ctx.words.t("sheet.about"), _about(ctx, data_hash))


def _sheet(ctx: Context, definition: Definition, wanted: Callable[[str | None], bool]) -> Sheet:
    t, has = ctx.words.t, ctx.words.has
    lines = [line for line in definition.lines(ctx) if wanted(line.team)]
    site = ctx.settings.site_url
    return Sheet(
        name=definition.name,
        title=t(f"sheet.title.{definition.name}"),
        headings=tuple(
            Heading(t(f"sheet.{key}") if has(f"sheet.{key}") else t(f"column.{key}"), kind)
            for key, kind in definition.columns
        ),
        rows=tuple(line.cells for line in lines),
        addresses=tuple(f"{site}{line.href}" if site and line.href else None for line in lines),
    )


def _about(ctx: Context, data_hash: str) -> tuple[tuple[str, str], ...]:
    t = ctx.words.t
    return (
        (t("sheet.organisation"), ctx.organisation_name),
        (t("sheet.as_of"), ctx.results.as_of.isoformat()),
        (t("sheet.data_hash"), data_hash),
        (t("sheet.generator"), ctx.results.generator),
        (t("sheet.note"), t("sheet.note_text")),
    )
