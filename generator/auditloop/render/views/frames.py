"""The frame around a page: breadcrumb, stamp, edit link, related pages, provenance."""

from __future__ import annotations

from collections.abc import Sequence

from auditloop.model import Origin, Text
from auditloop.render.views.common import Frame, Link
from auditloop.render.views.context import Context

Record = tuple[str, str]
"""(kind of record, id), as in `Workspace.origins`."""


WITH_NEIGHBOURS = frozenset(
    {
        *("teams", "team", "recognition", "kpis", "kpi", "standards", "tickets", "satisfaction", "customers"),
        *("improvement", "plans", "journeys", "training", "proposals", "risks", "cases"),
        *("changes", "data-quality", "method", "downloads"),
    }
)
"""Kinds of page that the navigation lists beside others; the rest leave the empty menu's room to their tables."""


def frame(
    ctx: Context,
    *,
    path: str,
    kind: str,
    title: str,
    lead: str,
    crumbs: Sequence[Link] = (),
    edit: Record | None = None,
    sources: Sequence[Record] = (),
    related: Sequence[Link] = (),
    name: Text | None = None,
    period: str | None = None,
    hide: tuple[str, ...] = (),
) -> Frame:
    """`name` is the record's own name where the title consists of it, to say so when it is not translated."""
    t = ctx.words.t
    home = Link(t("nav.overview"), ctx.href.page("index.md"))
    shown = period or (ctx.formats.period(ctx.results.period) if ctx.results.period else None)
    stamp = [t("stamp.period", value=shown)] if shown else []
    stamp.append(t("stamp.as_of", value=ctx.formats.date(ctx.results.as_of)))
    if ctx.settings.version_label:
        stamp.append(t("stamp.version", value=ctx.settings.version_label))
    return Frame(
        path=path,
        root=ctx.root,
        title=title,
        lead=lead,
        kind=kind,
        crumbs=(home, *crumbs) if path != "index.md" else (),
        stamp=tuple(stamp),
        edit=edit_link(ctx, edit) if edit else None,
        related=tuple(related),
        sources=source_links(ctx, [*([edit] if edit else []), *sources]),
        data_hash=ctx.results.data_hash,
        generator=ctx.results.generator,
        title_language=ctx.fallback_language(name),
        hide=hide or (() if kind in WITH_NEIGHBOURS else ("navigation",)),
    )


def edit_link(ctx: Context, record: Record) -> Link | None:
    """Opens the record's YAML in the repository's editor; file and line as text where no repository is known."""
    origin = ctx.workspace.origins.get(record)
    if origin is None:
        return None
    href = ctx.repository.edit(*origin) if ctx.repository else None
    return Link(ctx.words.t("frame.edit") if href else place(origin), href)


def source_link(ctx: Context, record: Record) -> Link | None:
    """Where a record was written, as `file:line`."""
    origin = ctx.workspace.origins.get(record)
    return Link(place(origin), ctx.repository.view(*origin) if ctx.repository else None) if origin else None


def source_links(ctx: Context, records: Sequence[Record], most: int = 8) -> tuple[Link, ...]:
    """One link per file, in the order given; a long list is cut, the files themselves are in the repository."""
    files: dict[str, Origin] = {}
    for record in records:
        origin = ctx.workspace.origins.get(record)
        if origin and origin.file not in files:
            files[origin.file] = origin
    shown = list(files.values())[:most]
    found = [Link(place(o), ctx.repository.view(*o) if ctx.repository else None) for o in shown]
    if len(files) > most:
        found.append(Link(ctx.words.n("frame.more_files", len(files) - most)))
    return tuple(found)


def place(origin: Origin) -> str:
    return f"{origin.file}:{origin.line}"
