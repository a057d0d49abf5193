"""The feeds are valid Atom (RFC 4287), say the same every time, and hold text as text."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any
from urllib.parse import urldefrag
from xml.etree import ElementTree

import feedparser
import pytest

from auditloop.assess import assess
from auditloop.assess.changes import Noticed, compare_results
from auditloop.model.build import build_workspace
from rendered import AS_OF, MARK, demo, dom, empty, nasty, render_documents

A = "{http://www.w3.org/2005/Atom}"
ONCE = ("id", "title", "updated")
"""What a feed and an entry have exactly one of."""


FEEDS = ("feeds/early-warning.xml", "feeds/changes.xml")


def source(site: Any, path: str = FEEDS[0]) -> str:
    (asset,) = [asset for asset in site.assets if asset.path == path]
    return str(asset.content)


def feed(site: Any, path: str = FEEDS[0]) -> ElementTree.Element:
    return ElementTree.fromstring(source(site, path).encode("utf-8"))


def text(of: ElementTree.Element, name: str) -> str:
    found = of.find(A + name)
    assert found is not None and found.text
    return found.text


SITES = {"demo": demo, "nasty": nasty, "empty": empty}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", SITES)
@pytest.mark.parametrize("path", FEEDS)
def test_the_feed_has_what_atom_asks_for(path: str, name: str, lang: str) -> None:
    """RFC 4287, 4.1: ids that are IRIs and unique, times of RFC 3339, an author, a link to itself."""
    root = feed(SITES[name](lang), path)
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


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_reader_reads_it(path: str) -> None:
    """Without a complaint, every entry with its title, day, link and summary."""
    read = feedparser.parse(source(demo("zh"), path))

    assert (read.bozo, read.version) == (False, "atom10")
    assert len(read.entries) > 20
    for entry in read.entries:
        assert entry.title and entry.summary and entry.link and entry.updated_parsed
        assert entry.title_detail.type == "text/plain"


@pytest.mark.parametrize("path", FEEDS)
def test_the_newest_entry_dates_the_feed_and_comes_first(path: str) -> None:
    """Readers sort by time; nothing is dated by a clock."""
    root = feed(demo("en"), path)
    times = [text(entry, "updated") for entry in root.findall(A + "entry")]

    assert times == sorted(times, reverse=True)
    assert text(root, "updated") == times[0]
    assert text(feed(empty("en"), path), "updated") == "2026-11-20T00:00:00Z"


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


@pytest.mark.parametrize("path", FEEDS)
def test_languages_have_entries_of_their_own(path: str) -> None:
    """Whoever follows both feeds reads both."""
    zh, en = ({text(entry, "id") for entry in feed(demo(lang), path).findall(A + "entry")} for lang in ("zh", "en"))

    assert len(zh) == len(en)
    assert not zh & en


@pytest.mark.parametrize("path", FEEDS)
def test_text_of_the_data_stays_text(path: str) -> None:
    """The hostile text of the workspace is in the feed as it was written, marks up nothing and is XML."""
    root = feed(nasty("en"), path)
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


def happened(*actions: dict[str, Any], **more: Any) -> ElementTree.Element:
    documents = [
        {"kind": "organisation", "id": "o", "name": "O", "teams": [{"id": "a", "name": "A"}]},
        {"kind": "actions", "team": "a", "actions": list(actions)},
    ]
    return feed(render_documents(documents, "en", **more), "feeds/changes.xml")


def titles(root: ElementTree.Element) -> list[tuple[str, str]]:
    return [(text(entry, "updated")[:10], text(entry, "title")) for entry in root.findall(A + "entry")]


def test_without_versions_the_feed_tells_what_happened_when() -> None:
    """Begun, done, verified: each on its day, and none before it came."""
    steps = {
        "title": "Mend",
        "status": "verified",
        "done": "2026-09-20",
        "verification": {"date": "2026-11-02", "by": "a", "result": "effective"},
    }

    assert titles(happened(ACTION | steps)) == [
        ("2026-11-02", "Action verified: Mend (A-1)"),
        ("2026-09-20", "Action done: Mend (A-1)"),
        ("2026-09-01", "Action begun: Mend (A-1)"),
    ]


def test_an_entry_stays_the_same_while_the_data_grow() -> None:
    """Readers show an entry once, whatever becomes of others."""
    before = {text(entry, "id") for entry in happened(ACTION).findall(A + "entry")}
    after = {text(e, "id") for e in happened(ACTION | {"status": "done", "done": "2026-10-01"}).findall(A + "entry")}

    assert before < after


def test_with_versions_the_feed_tells_what_changed_between_them() -> None:
    """The sentences of the page of changes, dated by the newer version; the same ones are the same entries."""
    sides = []
    for done in ({}, {"status": "done", "done": "2026-10-01"}):
        documents = [
            {"kind": "organisation", "id": "o", "name": "O", "teams": [{"id": "a", "name": "A"}]},
            {"kind": "actions", "team": "a", "actions": [ACTION | done]},
        ]
        results = assess(build_workspace(documents, {}), as_of=AS_OF, generator="t", data_hash="0" * 12)
        sides.append(results)
    changes = compare_results(Noticed(sides[0], "2026-10"), Noticed(sides[1], "2026-11"), "t")

    root = happened(ACTION | {"status": "done", "done": "2026-10-01"}, changes=changes)

    ((day, title),) = titles(root)
    assert day == "2026-11-20"
    assert "A-1" in title and "done" in title
    assert "2026-10" in text(root, "subtitle")
    (entry,) = root.findall(A + "entry")
    link = entry.find(A + "link")
    assert link is not None and link.get("href") == "../changes.html"
