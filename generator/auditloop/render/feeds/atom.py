"""A feed as Atom (RFC 4287): an entry for each, dated by the data, never by a clock.

Text constructs are plain text; addresses are absolute where the site's is known, else relative to the feed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5
from xml.etree import ElementTree

from auditloop.render.escape import xml_text
from auditloop.render.feeds.ids import FEEDS
from auditloop.render.values import Asset
from auditloop.render.views.context import Context

ATOM = "http://www.w3.org/2005/Atom"
_XML = "{http://www.w3.org/XML/1998/namespace}"


@dataclass(frozen=True, slots=True)
class Entry:
    name: str
    """What it is known by, for good: of one feed no other has it."""
    day: dt.date
    title: str
    summary: str
    href: str
    """From the top of the site."""
    categories: tuple[tuple[str, str], ...] = ()
    """(term, label)"""


@dataclass(frozen=True, slots=True)
class Feed:
    name: str
    """Distinguishes the organisation's feeds; empty for the first there was."""
    path: str
    title: str
    about: str
    href: str
    """The page that it follows, from the top of the site."""
    entries: Sequence[Entry]
    """Of one day in the order of importance."""


def atom(ctx: Context, feed: Feed) -> Asset:
    """`ctx` is seen from the top of the site. Newest first; without entries the day of the results dates the feed."""
    known_by = "\n".join(filter(None, (ctx.organisation.id, ctx.lang, feed.name)))
    own = UUID(str(uuid5(FEEDS, known_by)))
    entries = sorted(feed.entries, key=lambda entry: -entry.day.toordinal())
    root = ElementTree.Element("feed", {"xmlns": ATOM, f"{_XML}lang": ctx.lang})
    _text(root, "id", f"urn:uuid:{own}")
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.about)
    _text(root, "updated", _moment(entries[0].day if entries else ctx.results.as_of))
    _text(ElementTree.SubElement(root, "author"), "name", ctx.organisation_name or ctx.organisation.id)
    _link(root, {"rel": "self", "type": "application/atom+xml", "href": _address(ctx, feed.path)})
    _link(root, {"rel": "alternate", "type": "text/html", "href": _address(ctx, feed.href)})
    ElementTree.SubElement(root, "generator").text = ctx.results.generator
    for entry in entries:
        _entry(ctx, root, own, entry)
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return Asset(feed.path, f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n')


def _entry(ctx: Context, root: ElementTree.Element, own: UUID, entry: Entry) -> None:
    made = ElementTree.SubElement(root, "entry")
    _text(made, "id", f"urn:uuid:{uuid5(own, entry.name)}")
    _text(made, "title", entry.title)
    _text(made, "updated", _moment(entry.day))
    _link(made, {"rel": "alternate", "type": "text/html", "href": _address(ctx, entry.href)})
    for term, label in entry.categories:
        ElementTree.SubElement(made, "category", {"term": term, "label": label})
    _text(made, "summary", entry.summary)


def _address(ctx: Context, href: str) -> str:
    """From the folder of the feed, where nobody knows the site's address."""
    return f"{ctx.settings.site_url}{href}" if ctx.settings.site_url else f"../{href}"


def _moment(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _text(parent: ElementTree.Element, tag: str, words: str) -> None:
    ElementTree.SubElement(parent, tag).text = xml_text(words)


def _link(parent: ElementTree.Element, attributes: Mapping[str, str]) -> None:
    ElementTree.SubElement(parent, "link", dict(attributes))
