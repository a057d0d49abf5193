"""The feed of early warnings is valid Atom (RFC 4287), says the same every time, and holds text as text."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any
from urllib.parse import urldefrag
from xml.etree import ElementTree

import pytest

from rendered import MARK, demo, dom, empty, nasty, render_documents

A = "{http://www.w3.org/2005/Atom}"
ONCE = ("id", "title", "updated")
"""What a feed and an entry have exactly one of."""


def feed(site: Any) -> ElementTree.Element:
    (asset,) = [asset for asset in site.assets if asset.path == "feeds/early-warning.xml"]
    return ElementTree.fromstring(asset.content.encode("utf-8"))


def text(of: ElementTree.Element, name: str) -> str:
    found = of.find(A + name)
    assert found is not None and found.text
    return found.text


SITES = {"demo": demo, "nasty": nasty, "empty": empty}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", SITES)
def test_the_feed_has_what_atom_asks_for(name: str, lang: str) -> None:
    """RFC 4287, 4.1: ids that are IRIs and unique, times of RFC 3339, an author, a link to itself."""
    root = feed(SITES[name](lang))
    entries = root.findall(A + "entry")

    assert root.tag == A + "feed"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == lang
    for element in (root, *entries):
        assert [len(element.findall(A + each)) for each in ONCE] == [1, 1, 1]
        assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", text(element, "id"))
        dt.datetime.fromisoformat(text(element, "updated").replace("Z", "+00:00"))
        assert [link.get("rel") for link in element.findall(A + "link")].count("alternate") == 1
        assert all(not list(child) for child in element if child.tag in (A + "title", A + "summary"))
    ids = [text(element, "id") for element in (root, *entries)]
    assert len(set(ids)) == len(ids)
    assert text(root.find(A + "author"), "name")  # type: ignore[arg-type]
    assert [link.get("href") for link in root.findall(A + "link") if link.get("rel") == "self"]


def test_the_newest_entry_dates_the_feed_and_comes_first() -> None:
    """Readers sort by time; nothing is dated by a clock."""
    root = feed(demo("en"))
    times = [text(entry, "updated") for entry in root.findall(A + "entry")]

    assert times == sorted(times, reverse=True)
    assert text(root, "updated") == times[0]
    assert text(feed(empty("en")), "updated") == "2026-11-20T00:00:00Z"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_entry_leads_to_its_row(lang: str) -> None:
    """Relative to the feed, where nobody knows the site's address."""
    page = dom("demo", lang, "early-warning.md")
    anchors = set(page.all("id"))
    entries = feed(demo(lang)).findall(A + "entry")

    assert len(entries) > 5
    for entry in entries:
        link = entry.find(A + "link")
        address, anchor = urldefrag(str(link.get("href") if link is not None else ""))
        assert address == "../early-warning.html"
        assert anchor in anchors


def test_addresses_are_absolute_where_the_sites_is_known() -> None:
    """A feed is read far away from the site."""
    site = render_documents(
        [
            {"kind": "organisation", "id": "o", "name": "O", "teams": [{"id": "a", "name": "A"}]},
            {"kind": "actions", "team": "a", "actions": [ACTION]},
        ],
        "en",
        site_url="https://quality.example/en/",
    )

    links = [str(link.get("href")) for link in feed(site).iter(A + "link")]

    assert len(links) == 3
    assert all(link.startswith("https://quality.example/en/") for link in links)


ACTION = {
    "id": "A-1",
    "title": "Mend the <b>lift</b> & the stairs\x0b",
    "type": "corrective",
    "owner": "a",
    "opened": "2026-09-01",
    "due": "2026-10-01",
    "status": "planned",
}


def test_languages_have_entries_of_their_own() -> None:
    """Whoever follows both feeds reads both."""
    zh, en = ({text(entry, "id") for entry in feed(demo(lang)).findall(A + "entry")} for lang in ("zh", "en"))

    assert len(zh) == len(en)
    assert not zh & en


def test_text_of_the_data_stays_text() -> None:
    """The hostile text of the workspace is in the feed as it was written, marks up nothing and is XML."""
    root = feed(nasty("en"))
    everything = "".join(root.itertext())

    assert MARK in everything
    assert "<script>" in everything
    assert {element.tag.removeprefix(A) for element in root.iter()} <= {
        *("feed", "id", "title", "subtitle", "updated", "author", "name", "link", "generator", "entry", "category"),
        "summary",
    }


def test_the_page_offers_the_feed() -> None:
    """A link that says what it is, which feed readers look for."""
    links = [attrs for tag, attrs in dom("demo", "en", "early-warning.md").elements if tag == "a"]

    (offered,) = [link for link in links if link.get("type") == "application/atom+xml"]
    assert (offered["href"], offered["rel"]) == ("feeds/early-warning.xml", "alternate")
