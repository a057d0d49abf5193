"""Readers get everywhere: instant navigation, back, the same pages in both languages, no dead link or anchor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest

from browser.conftest import Site
from browser.page_types import GENERATED, LANGUAGES, PAGE_TYPES
from browser.serving import SITE_URL
from browser.tab import Tab


@dataclass
class Read(HTMLParser):
    """What a reader of the file alone can tell about a page."""

    links: list[str] = field(default_factory=list)
    languages: dict[str, str] = field(default_factory=dict)
    """Where the switch of language leads, by language."""
    ids: Counter[str] = field(default_factory=Counter)
    headings: list[int] = field(default_factory=list)
    language: str = ""
    title: str = ""
    in_title: bool = False
    in_article: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = given.get("lang", "")
        if "id" in given:
            self.ids[given["id"]] += 1
        if tag in ("a", "link") and "href" in given and given.get("rel") not in ("canonical",):
            self.links.append(given["href"])
        if tag == "a" and "md-select__link" in given.get("class", "") and "hreflang" in given:
            self.languages[given["hreflang"]] = given["href"]
        if tag in ("script", "img") and "src" in given:
            self.links.append(given["src"])
        if "data-src" in given:
            self.links.append(given["data-src"])
        self.in_article |= tag == "article"
        self.in_title |= tag == "title" and not self.title
        if self.in_article and len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        self.in_article &= tag != "article"
        self.in_title &= tag != "title"

    def handle_data(self, data: str) -> None:
        if self.in_title:
            self.title += data


@cache
def read(file: Path) -> Read:
    page = Read()
    page.feed(file.read_text(encoding="utf-8"))
    page.close()
    return page


def pages(demo: Site) -> Iterator[tuple[str, Path, Read]]:
    """Every HTML file of the site with its path."""
    for file in demo.files("*.html"):
        yield file.relative_to(demo.folder).as_posix(), file, read(file)


def target_of(demo: Site, file: Path, link: str) -> tuple[Path, str] | None:
    """File and anchor a link leads to; None where it leaves the site."""
    address, anchor = urldefrag(link.removeprefix(SITE_URL) if link.startswith(SITE_URL) else link)
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if link.startswith((SITE_URL, "/")):
        target = demo.folder / path.lstrip("/")
    else:
        target = file.parent / path if path else file
    if target.is_dir():
        target /= "index.html"
    return target.resolve(), unquote(anchor)


def test_no_link_leads_nowhere(demo: Site) -> None:
    """Every link, script, picture and anchor in every page of both languages is there."""
    dead = []
    for path, file, page in pages(demo):
        for link in page.links:
            target = target_of(demo, file, link)
            if target is None:
                continue
            if not target[0].is_file():
                dead.append(f"{path}: {link}")
            elif target[1] and target[0].suffix == ".html" and target[1] not in read(target[0]).ids:
                dead.append(f"{path}: {link} (no such anchor)")
    assert not dead, f"{len(dead)} dead links\n" + "\n".join(dead[:40])


def test_only_harmless_links(demo: Site) -> None:
    """Links leave the site only by http, https or mailto."""
    share = "javascript:void(0)"  # the search's "copy link", a button that Material writes as a link
    schemes = {urlsplit(link).scheme for _, _, page in pages(demo) for link in page.links if link != share}
    assert schemes <= {"", "http", "https", "mailto"}


def test_ids_are_unique(demo: Site) -> None:
    """No page has an id twice: anchors, labels and charts would meet the wrong one."""
    twice = [f"{path}: {id}" for path, _, page in pages(demo) for id, times in page.ids.items() if times > 1]
    assert not twice, "\n".join(twice[:40])


def test_headings_are_an_outline(demo: Site) -> None:
    """One h1, first, and no level is left out on the way down."""
    wrong = []
    for path, _, page in pages(demo):
        if path == "index.html" or path.endswith("404.html"):
            continue
        steps = zip([0, *page.headings], page.headings, strict=False)
        if page.headings.count(1) != 1 or any(after > before + 1 for before, after in steps):
            wrong.append(f"{path}: {page.headings}")
    assert not wrong, "\n".join(wrong[:40])


def test_pages_say_their_language_and_title(demo: Site) -> None:
    """`<html lang>` is the folder's language, and no two pages of a language have the same title."""
    for lang in LANGUAGES:
        titles: dict[str, list[str]] = {}
        for path, _, page in pages(demo):
            if path.startswith(f"{lang}/") and not path.endswith("404.html"):
                assert page.language == lang, path
                titles.setdefault(page.title.strip(), []).append(path)
        assert "" not in titles
        same = {title: paths for title, paths in titles.items() if len(paths) > 1}
        assert not same, same


def test_the_switch_of_language_leads_to_the_same_page(demo: Site) -> None:
    """From every page that is made from records, to each language; from pages written by hand to its start."""
    by_hand = {PAGE_TYPES[kind] for kind in PAGE_TYPES if kind not in GENERATED}
    for path, file, page in pages(demo):
        if path == "index.html":  # the page before the languages: it has no head
            continue
        here = file.relative_to(demo.folder / path.split("/")[0])
        assert page.languages.keys() == set(LANGUAGES), path
        for lang, link in page.languages.items():
            wanted = "index.html" if str(here) in by_hand else here
            assert target_of(demo, file, link) == (demo.folder / lang / wanted, ""), f"{path}: {link}"


def test_languages_have_the_same_pages_and_anchors(demo: Site) -> None:
    """A link into one language holds in the other: same files, same ids of content."""
    zh, en = ({f.relative_to(demo.folder / lang) for f in (demo.folder / lang).rglob("*.html")} for lang in LANGUAGES)
    assert zh == en
    different = []
    for path in sorted(zh):
        ids = [{i for i in read(demo.folder / lang / path).ids if not i.startswith("__")} for lang in LANGUAGES]
        if path.name != "handbook.html" and ids[0] != ids[1]:
            different.append(f"{path}: {sorted(ids[0] ^ ids[1])[:8]}")
    assert not different, "\n".join(different)


@pytest.mark.parametrize("kind", GENERATED)
def test_breadcrumb(demo: Site, kind: str) -> None:
    """Every page below the overview says where it stands, the page itself last."""
    text = (demo.folder / "en" / demo.path(kind)).read_text(encoding="utf-8")
    assert ('<nav class="al-crumbs"' in text and 'aria-current="page"' in text) == (kind != "overview")


def test_instant_navigation_and_back(demo: Site, open_tab: Callable[..., Tab]) -> None:
    """From the overview to a list, to a detail page, and back twice, without loading the site anew."""
    tab = open_tab(demo.url("en", "index.html"))
    tab.page.evaluate("window.same = true")
    visited = [tab.page.url]
    for selector in (".md-content table a[href*='kpis/']", ".md-content nav.al-crumbs a[href$='kpis/index.html']"):
        tab.follow(selector)
        visited.append(tab.page.url)
    for expected in reversed(visited[:-1]):
        tab.leave(tab.page.go_back)
        assert tab.page.url == expected
    assert tab.page.evaluate("window.same"), "a page was loaded anew"
    assert tab.problems() == []


def test_anchor_is_reached_from_another_page(demo: Site, open_tab: Callable[..., Tab]) -> None:
    """A link to one finding brings that finding into view, below the page's head."""
    tab = open_tab(demo.url("zh", "findings/index.html"))
    tab.follow(".md-content a[href*='.html#']")
    name = urldefrag(tab.page.url)[1]
    top = "name => document.getElementById(name).getBoundingClientRect().top"
    tab.page.wait_for_function(f"name => {{ const y = ({top})(name); return y > 0 && y < innerHeight / 2; }}", arg=name)


def test_colours_stay_as_chosen(demo: Site, open_tab: Callable[..., Tab]) -> None:
    """Dark stays dark on the next page, whether it comes instantly or anew."""
    tab = open_tab(demo.url("en", "kpis/index.html"))
    tab.switch_colours()
    tab.follow(".md-content table a")
    assert tab.page.get_attribute("body", "data-md-color-scheme") == "slate"
    tab.page.reload()
    assert tab.page.get_attribute("body", "data-md-color-scheme") == "slate"


def test_keyboard_reaches_the_content_first(demo: Site, open_tab: Callable[..., Tab]) -> None:
    """The first tab stop skips to the content; what has the focus shows it."""
    tab = open_tab(demo.url("en", demo.path("team")))
    tab.page.keyboard.press("Tab")
    assert tab.page.evaluate("document.activeElement.classList.contains('md-skip')")
    tab.page.keyboard.press("Enter")
    tab.page.wait_for_function("document.querySelector(':target')")
    tab.page.keyboard.press("Tab")
    focused = (
        "(e => ({inside: !!e.closest('.md-content'), style: getComputedStyle(e).outlineStyle}))(document.activeElement)"
    )
    assert tab.page.evaluate(focused) == {"inside": True, "style": "solid"}
