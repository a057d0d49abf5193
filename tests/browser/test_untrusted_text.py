"""Text from YAML is text wherever it goes: pages, charts, search, files. It does nothing and breaks nothing."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints
from urllib.parse import quote
from xml.etree import ElementTree

import msgspec
import pytest

from auditloop.model.common import Text, Value
from auditloop.pipeline import assess, check, read_config
from browser import hostile
from browser.conftest import Site
from browser.page_types import LANGUAGES
from browser.serving import served
from browser.tab import Tab

MARK = re.compile(r"M\d{3}[xy]")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
LIVE_ATTRIBUTES = re.compile(r"^on[a-z]+$")
# What no page of ours has; Material's own parts outside the article are its own.
INTRUDERS = (
    "article script, article iframe, article object, article style, article [id=hacked], article .hacked,"
    "article img:not([src*='/pictures/'], [src*='badges/']),"
    "[onerror], [onclick], a[href^='javascript:']:not([href='javascript:void(0)']), a[href*='elsewhere.example'],"
    "title *, [src='x']"
)


@pytest.fixture(scope="session")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every hostile text by its mark."""
    return hostile.write(tmp_path_factory.mktemp("texts"))


@pytest.fixture(scope="session")
def root(build_once: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    return build_once("hostile", hostile.write)


@pytest.fixture(scope="session")
def site(root: Path) -> Iterator[Site]:
    with served(root / "site") as address:
        yield Site(root / "site", address)


def paths(site: Site) -> list[str]:
    """Of all pages, below the language's folder: the same in each."""
    folder = site.folder / LANGUAGES[0]
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.html"))


def squeezed(text: str) -> str:
    """As pages show it: without white space, which they wrap and fold, and with the marks that turn the direction of
    writing spelt out, so that they turn nothing."""
    spelt = re.sub("[\u202a-\u202e\u2066-\u2069]", lambda found: f"[U+{ord(found[0]):04X}]", text)
    return re.sub(r"[\s\u2060]+", "", spelt)


def test_every_text_of_the_model_is_hostile(root: Path) -> None:
    """Every field of every kind in which people write freely stands in this workspace with a hostile text."""
    config = read_config(root)
    assert check(config).problems == ()
    met: set[tuple[type, str]] = set()
    free: set[tuple[type, str]] = set()
    todo: list[object] = list(vars(assess(config).workspace).values())
    while todo:
        value = todo.pop()
        if isinstance(value, Value):
            hints = get_type_hints(type(value))
            for field in msgspec.structs.fields(value):
                if _is_text(hints[field.name]):
                    free.add((type(value), field.name))
                    if MARK.search(str(getattr(value, field.name))):
                        met.add((type(value), field.name))
        if isinstance(value, msgspec.Struct):
            todo.extend(getattr(value, field.name) for field in msgspec.structs.fields(value))
        elif isinstance(value, dict):
            todo.extend(value.values())
        elif isinstance(value, (list, tuple)):
            todo.extend(value)
    assert len(free) > 25
    assert sorted(f"{kind.__name__}.{name}" for kind, name in free - met) == []


def _is_text(hint: Any) -> bool:
    parts = {hint, *get_args(hint)} if get_origin(hint) is not tuple else set(get_args(hint))
    return dict[str, str] in parts and str in parts and Text is not None


def test_every_text_is_readable_on_pages(site: Site, texts: dict[str, str], open_tab: Callable[..., Tab]) -> None:
    """Each text that a page shows is shown whole and letter for letter, never cut short or changed by any layer. In no
    page of either language it has become an element or a handler."""
    tab = open_tab(site.url("en", "method.html"))
    read = """async ([url, intruders]) => {
      const page = new DOMParser().parseFromString(await (await fetch(url)).text(), "text/html");
      const found = [...page.querySelectorAll(intruders)].map(element => element.outerHTML.slice(0, 120));
      return [page.querySelector("article").textContent, found];
    }"""
    shown: dict[str, list[str]] = {}
    for lang in LANGUAGES:
        for path in paths(site):
            text, found = tab.page.evaluate(read, [site.url(lang, path), INTRUDERS])
            assert found == [], f"{lang}/{path}"
            text = squeezed(text)
            for mark in set(MARK.findall(text)):
                shown.setdefault(mark, []).append(text)
    whole = {mark: squeezed(hostile.shown(mark, texts[mark])) for mark in shown}
    broken = [mark for mark, pages in shown.items() if not any(whole[mark] in page for page in pages)]
    assert not broken, f"{len(broken)} of {len(shown)}: {broken[:10]}"
    hidden = sorted(texts.keys() - shown.keys())
    assert len(hidden) <= len(texts) * 0.05, f"on no page: {hidden}"


@pytest.mark.parametrize("turn", range(len(LANGUAGES)))
def test_nothing_happens_on_any_page(site: Site, open_tab: Callable[..., Tab], turn: int) -> None:
    """No script runs, no dialog opens, no element or handler comes from a text, no page gets wider than a phone. Every
    page is visited once, languages take turns: a page does the same with texts in each."""
    tab = open_tab(width=360)
    wrong = []
    for number, path in list(enumerate(paths(site)))[turn :: len(LANGUAGES)]:
        tab.goto(site.url(LANGUAGES[number // len(LANGUAGES) % len(LANGUAGES)], path))
        tab.draw_charts()
        tab.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        if tab.page.evaluate("window.hacked !== undefined"):
            wrong.append(f"{path}: a script of a text has run")
        wrong += [
            f"{path}: {html}"
            for html in tab.page.locator(INTRUDERS).evaluate_all(
                "found => found.map(element => element.outerHTML.slice(0, 120))"
            )
        ]
        if (width := tab.page.evaluate("document.documentElement.scrollWidth")) > 360:
            wrong.append(f"{path}: {width} px wide; {tab.sticking_out()}")
    assert not wrong, f"{len(wrong)}\n" + "\n".join(wrong[:30])
    assert tab.dialogs == []
    assert tab.outside(site.address) == []
    assert tab.problems() == []


def test_titles_and_descriptions(site: Site, texts: dict[str, str], open_tab: Callable[..., Tab]) -> None:
    """The title of the window and the page's description hold the text itself."""
    tab = open_tab(site.url("en", "kpis/waiting-time.html"))
    title = tab.page.title()
    assert squeezed(unescape(texts[MARK.findall(title)[0]])) in squeezed(unescape(title))  # Material unescapes titles
    description = tab.page.get_attribute("meta[name=description]", "content") or ""
    assert "<script>" not in description or MARK.search(description)


def test_charts_say_texts_as_they_are(site: Site, open_tab: Callable[..., Tab]) -> None:
    """Labels, tooltips and names of charts are letters only, drawn and interactive."""
    tab = open_tab(site.url("en", "kpis/waiting-time.html"))
    assert tab.draw_charts() > 0
    assert tab.page.locator(".al-chart[data-failed]").count() == 0
    assert tab.page.locator(".al-chart script, .al-chart img, .al-chart foreignObject, .al-chart a").count() == 0
    for live in tab.page.locator(".al-chart-live svg").all():
        live.scroll_into_view_if_needed()
        box = live.bounding_box()
        assert box is not None
        for step in range(1, 30):
            tab.page.mouse.move(box["x"] + box["width"] * step / 30, box["y"] + box["height"] * (0.3 + step % 4 / 8))
        assert tab.page.locator("#vg-tooltip-element *:not(h2, table, tbody, tr, td, br)").count() == 0
    assert tab.page.evaluate("window.hacked === undefined")
    assert tab.dialogs == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_search_says_texts_as_they_are(site: Site, open_tab: Callable[..., Tab], lang: str) -> None:
    """Results of the search show texts as letters; asking with a hostile text does nothing either."""
    intruders = ".md-search-result__list :is(script, img, iframe, table, style, [onerror], [onclick])"
    tab = open_tab(site.url(lang, "method.html"))
    assert any("<script>window.hacked=1</script>" in text for text in tab.search("right to left"))
    assert tab.page.locator(intruders).count() == 0
    field = tab.page.locator(".md-search__input")
    field.fill(hostile.PIECES[1])  # whether it finds anything is no matter here
    field.press("End")
    tab.page.wait_for_timeout(1000)
    assert tab.page.locator(intruders).count() == 0
    assert tab.page.evaluate("window.hacked === undefined")
    assert tab.dialogs == []


def test_filter_from_the_address_is_text(demo: Site, open_tab: Callable[..., Tab]) -> None:
    """What an address puts into a table's filter is only looked for."""
    tab = open_tab(f"{demo.url('en', 'index.html')}?filter={quote(hostile.PIECES[1])}&sort=99")
    assert tab.page.locator(".al-filter input").first.input_value() == hostile.PIECES[1]
    assert tab.page.evaluate("window.hacked === undefined")
    assert tab.problems() == []


def test_tables_for_spreadsheets_are_harmless(site: Site, texts: dict[str, str]) -> None:
    """CSV files keep every text whole, and no cell begins a formula."""
    files = site.files("*.csv")
    assert files
    everything = ""
    for file in files:
        content = file.read_bytes()
        assert content.startswith(b"\xef\xbb\xbf"), f"{file.name}: Excel would not read it as UTF-8"
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        assert len({len(row) for row in rows}) == 1, f"{file.name}: rows of different length"
        for row in rows:
            everything += "".join(row)
            for cell in row:
                assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")) or _is_number(cell), (
                    f"{file.name}: {cell[:40]}"
                )
    in_csv = set(MARK.findall(everything))
    kept = squeezed(everything)
    assert in_csv
    assert [mark for mark in sorted(in_csv) if squeezed(texts[mark]) not in kept] == []


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def test_results_are_json_and_keep_every_text(site: Site, root: Path) -> None:
    """results.json is JSON, the same in every language, and what is read back is what was assessed."""
    copies = [file.read_bytes() for file in site.files("results.json")]
    assert copies and all(copy == copies[0] for copy in copies)
    results = assess(read_config(root, as_of=dt.date(2026, 11, 20).isoformat())).results
    assert json.loads(copies[0]) == json.loads(msgspec.json.encode(results))
    for file in site.files("*.json"):
        json.loads(file.read_text(encoding="utf-8"))


def test_drawings_are_xml_without_scripts(site: Site) -> None:
    """Every SVG for download parses as XML and holds no script, no handler, no link and nothing foreign."""
    drawings = site.files("assets/charts/*.svg")
    assert drawings
    for file in drawings:
        for element in ElementTree.fromstring(file.read_text(encoding="utf-8")).iter():
            name = element.tag.rpartition("}")[2].lower()
            assert name not in ("script", "foreignobject", "a", "image", "iframe"), f"{file.name}: <{name}>"
            assert not [key for key in element.attrib if LIVE_ATTRIBUTES.match(key.rpartition("}")[2].lower())], (
                file.name
            )


@pytest.mark.parametrize(
    "link",
    ["javascript:window.hacked=1", "data:text/html,<script>1</script>", "JaVaScRiPt:1", "vbscript:1", " javascript:1"],
)
def test_dangerous_links_are_refused(tmp_path: Path, link: str) -> None:
    """Evidence may be a link or a path, never something that runs: validation says so."""
    hostile.write(tmp_path)
    file = tmp_path / "audits" / "front-desk" / "audit-2026.yml"
    audit = json.loads(file.read_text(encoding="utf-8"))
    audit["answers"]["welcome-0"]["evidence"] = [link]
    file.write_text(json.dumps(audit, ensure_ascii=False), encoding="utf-8")
    problems = check(read_config(tmp_path)).problems
    assert [problem.place.file for problem in problems] == ["audits/front-desk/audit-2026.yml"]
