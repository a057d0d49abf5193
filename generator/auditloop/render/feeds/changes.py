"""What changed, as a feed: since the version published before, where there is one, else by the days of the data."""

from __future__ import annotations

from collections.abc import Iterator

from auditloop.assess.changes import Changes
from auditloop.model.names import names_of
from auditloop.render.changes import tell
from auditloop.render.feeds.atom import Entry, Feed
from auditloop.render.feeds.events import events
from auditloop.render.views import changes as page
from auditloop.render.views.context import Context

MOST_ENTRIES = 100
"""Readers keep what they have read; a feed brings what is new."""


class _Plain:
    """Text of the data for a text that marks up nothing."""

    def text(self, text: str) -> str:
        return text

    def code(self, text: str) -> str:
        return text


def changed(ctx: Context) -> Feed:
    t, changes = ctx.words.t, ctx.settings.changes
    date = ctx.formats.date(ctx.results.as_of)
    title = t("events.title", organisation=ctx.organisation_name)
    if changes is None:
        newest = sorted(events(ctx), key=lambda entry: -entry.day.toordinal())[:MOST_ENTRIES]
        about = t("events.about", date=date)
        return Feed("changes", ctx.path.changes_feed, title, about, ctx.href.page("index.md"), newest)
    about = t("events.about_versions", before=changes.base.name, after=changes.head.name, date=date)
    return Feed("changes", ctx.path.changes_feed, title, about, ctx.href.page(page.PATH), list(_between(ctx, changes)))


def _between(ctx: Context, changes: Changes) -> Iterator[Entry]:
    """An entry says what it is known by: the same change between the same versions is the same entry."""
    told = tell(changes, names_of(ctx.workspace), ctx.words, _Plain())
    versions = f"{changes.base.name}\n{changes.head.name}"
    seen: dict[str, int] = {}
    for judgement, heading, entries in told.groups:
        for entry in entries:
            seen[entry.sentence] = again = seen.get(entry.sentence, 0) + 1
            yield Entry(
                name=f"{versions}\n{entry.sentence}\n{again}",
                day=changes.head.as_of,
                title=entry.sentence,
                summary=ctx.words.clauses(entry.details) or told.sides,
                href=ctx.href.page(page.PATH),
                categories=((judgement, heading),),
            )
