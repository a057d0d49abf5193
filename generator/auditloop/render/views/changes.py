"""The page of what changed since the version published before, and the word on it for the overview."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from auditloop.assess.changes import Changes
from auditloop.model.names import names_of
from auditloop.render.changes import tell
from auditloop.render.escape import html, marked
from auditloop.render.told import Entry, Told
from auditloop.render.views.common import Link, PagePlan, PageView, anchored
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame

PATH = "changes.md"
_FOLDED = "neutral"
"""The group that stays closed until somebody opens it: what came as it was to come."""


@dataclass(frozen=True, slots=True)
class Change:
    sentence: Markup
    details: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Group:
    id: str
    heading: str
    folded: bool
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    sides: Markup
    notes: tuple[Markup, ...]
    groups: tuple[Group, ...]
    feed: str


class _Html:
    """Text of the data for the inside of an element; an id that has a place on the site leads there."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx

    def text(self, text: str) -> str:
        return html(text)

    def code(self, text: str) -> str:
        ctx = self._ctx
        href = ctx.finding_href(text) or ctx.action_href(text)
        if href is None and text in ctx.audits:
            href = ctx.href.audit(text)
        return anchored(href, marked(f"<code>{html(text)}</code>"))


def plan(ctx: Context) -> list[PagePlan]:
    """No page without a version published before."""
    changes = ctx.settings.changes
    return [PagePlan(PATH, lambda: _view(ctx, changes))] if changes else []


def since(ctx: Context) -> tuple[str, Link] | None:
    """For the overview: how many changes there are since which version, and where they stand."""
    changes = ctx.settings.changes
    if changes is None:
        return None
    said = ctx.words.t("changes.since", version=changes.base.name, lead=_told(ctx, changes).lead)
    return said, Link(ctx.words.t("changes.all"), ctx.href.page(PATH))


def _told(ctx: Context, changes: Changes) -> Told:
    return ctx.once(("changes",), lambda: tell(changes, names_of(ctx.workspace), ctx.words, _Html(ctx)))


def _view(ctx: Context, changes: Changes) -> PageView:
    told = _told(ctx, changes)
    body = ChangesView(
        sides=marked(told.sides),
        notes=tuple(marked(note) for note in told.notes),
        groups=tuple(
            Group(judgement, f"{heading} ({len(entries)})", judgement == _FOLDED, tuple(map(_change, entries)))
            for judgement, heading, entries in told.groups
        ),
        feed=ctx.href.page(ctx.path.changes_feed),
    )
    return PageView(
        "changes",
        frame(
            ctx,
            path=PATH,
            kind="changes",
            title=ctx.words.t("changes.title", version=changes.base.name),
            lead=told.lead,
            related=[
                Link(ctx.words.t("nav.overview"), ctx.href.page("index.md")),
                Link(ctx.words.t("nav.data-quality"), ctx.href.page("data-quality.md")),
                Link(ctx.words.t("nav.downloads"), ctx.href.page("downloads.md")),
            ],
        ),
        body,
    )


def _change(entry: Entry) -> Change:
    return Change(marked(entry.sentence), tuple(marked(detail) for detail in entry.details))
