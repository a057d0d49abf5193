"""The early warnings as an Atom feed (RFC 4287): an entry for each, dated by the day it began, never by a clock.

Text constructs are plain text; addresses are absolute where the site's is known, else relative to the feed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from uuid import UUID, uuid5
from xml.etree import ElementTree

from auditloop.assess.results import Alert
from auditloop.render.escape import xml_text
from auditloop.render.feed_ids import FEEDS
from auditloop.render.values import Asset
from auditloop.render.views.alerts.facts import anchor, helps, rule_name, subject, told, why
from auditloop.render.views.context import Context

ATOM = "http://www.w3.org/2005/Atom"
_XML = "{http://www.w3.org/XML/1998/namespace}"


def early_warning_feed(ctx: Context) -> Asset:
    """`ctx` is seen from the top of the site."""
    alerts = ctx.results.alerts
    language = UUID(str(uuid5(FEEDS, f"{ctx.organisation.id}\n{ctx.lang}")))
    feed = ElementTree.Element("feed", {"xmlns": ATOM, f"{_XML}lang": ctx.lang})
    _text(feed, "id", f"urn:uuid:{language}")
    _text(feed, "title", ctx.words.t("alerts.feed_title", organisation=ctx.organisation_name))
    _text(feed, "subtitle", ctx.words.t("alerts.feed_about", date=ctx.formats.date(ctx.results.as_of)))
    _text(feed, "updated", _moment(max((alert.since for alert in alerts), default=ctx.results.as_of)))
    _text(ElementTree.SubElement(feed, "author"), "name", ctx.organisation_name or ctx.organisation.id)
    _link(feed, {"rel": "self", "type": "application/atom+xml", "href": _address(ctx, ctx.path.feed)})
    _link(feed, {"rel": "alternate", "type": "text/html", "href": _address(ctx, ctx.path.early_warning)})
    generator = ElementTree.SubElement(feed, "generator")
    generator.text = ctx.results.generator
    for alert in sorted(alerts, key=lambda alert: (-alert.since.toordinal(), alerts.index(alert))):
        _entry(ctx, feed, language, alert)
    ElementTree.indent(feed)
    text = ElementTree.tostring(feed, encoding="unicode")
    return Asset(ctx.path.feed, f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n')


def _entry(ctx: Context, feed: ElementTree.Element, language: UUID, alert: Alert) -> None:
    entry = ElementTree.SubElement(feed, "entry")
    names = ctx.words.listed(told(ctx, alert))
    _text(entry, "id", f"urn:uuid:{uuid5(language, alert.id)}")
    _text(entry, "title", _title(ctx, alert))
    _text(entry, "updated", _moment(alert.since))
    page = _address(ctx, ctx.path.early_warning)
    _link(entry, {"rel": "alternate", "type": "text/html", "href": f"{page}#{anchor(alert)}"})
    for term, label in (
        (alert.rule, rule_name(ctx, alert.rule)),
        (alert.severity, ctx.words.t(f"alerts.severity.{alert.severity}")),
    ):
        ElementTree.SubElement(entry, "category", {"term": term, "label": label})
    sentences = [why(ctx, alert), ctx.words.t("alerts.feed_told", names=names), helps(ctx, alert.rule)]
    _text(entry, "summary", ctx.words.sentences(sentences))


def _title(ctx: Context, alert: Alert) -> str:
    return ctx.words.t(
        "alerts.feed_entry",
        rule=rule_name(ctx, alert.rule),
        subject=subject(ctx, alert),
        team=ctx.team_name(alert.team),
    )


def _address(ctx: Context, path: str) -> str:
    """From the folder of the feed, where nobody knows the site's address."""
    page = ctx.href.page(path)
    return f"{ctx.settings.site_url}{page}" if ctx.settings.site_url else f"../{page}"


def _moment(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _text(parent: ElementTree.Element, tag: str, words: str) -> None:
    ElementTree.SubElement(parent, tag).text = xml_text(words)


def _link(parent: ElementTree.Element, attributes: Mapping[str, str]) -> None:
    ElementTree.SubElement(parent, "link", dict(attributes))
