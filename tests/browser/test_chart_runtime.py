"""Charts and tables in a real browser: alive without eval, themed without redrawing, whole without scripts."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from auditloop.publish.drawing import bundle, draw_all
from auditloop.render.charts import KINDS, chart_block, chart_script
from charts_samples import sample

pytestmark = pytest.mark.slow

ASSETS = Path(__file__).parents[2] / "site_templates/assets"
WORDS = {"view_data": "Data", "csv": "CSV", "json": "JSON", "svg": "SVG", "permalink": "Link", "copied": "Copied"}
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"
TEXT = '<b>首次</b> "响应" 👩🏽‍🚒'

TABLE = """<div class="al-words" hidden data-filter="Find" data-count="{n} of {all}" data-empty="Nothing matches"></div>
<table class="al-table" data-filter>
<thead><tr><th>Name</th><th data-choose="All">Team</th><th class="al-num">Days</th></tr></thead>
<tbody><tr><td>b</td><td>North</td><td data-sort="10">10</td></tr>
<tr><td>a</td><td>South</td><td data-sort="9">9</td></tr>
<tr><td>c</td><td>South</td><td data-sort="">–</td></tr></tbody></table>"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with a chart of every kind and a table, as a site has it."""
    root = tmp_path_factory.mktemp("charts")
    for name in ("auditloop.css", "auditloop.js"):
        shutil.copy(ASSETS / name, root / name)
    (root / "vega.js").write_text(bundle(None), encoding="utf-8")
    charts = [sample(kind, TEXT) for kind in KINDS]
    drawn = draw_all(charts, None)
    blocks = []
    for chart in charts:
        (root / f"{chart.id}.js").write_text(chart_script(chart), encoding="utf-8")
        blocks.append(
            chart_block(
                chart,
                drawn[chart.id],
                title=TEXT,
                sentence=TEXT,
                caption=TEXT,
                table_html="<table></table>",
                words=WORDS,
                links={"script": f"{chart.id}.js"},
            )
        )
    head = '<!doctype html><html lang="zh"><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,">'
    (root / "index.html").write_text(
        f'{head}<link rel="stylesheet" href="auditloop.css"><body data-md-color-scheme="default">'
        f'<article class="md-typeset">{TABLE}{"".join(blocks)}</article><script src="auditloop.js"></script>',
        encoding="utf-8",
    )
    return root


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """The page over http, under a policy that allows neither eval nor anything from elsewhere."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", POLICY)
            super().end_headers()

        def log_message(self, format: str, *args: object) -> None: ...

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/index.html"
    server.shutdown()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page that fails the test on any console message or error."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert said == []


def _wake(page: Page) -> None:
    for kind in KINDS:
        page.locator(f"#sample-{kind} .al-chart").scroll_into_view_if_needed()
        page.locator(f"#sample-{kind} .al-chart.is-live").wait_for(timeout=20_000)


def test_every_kind_comes_alive_without_eval(page: Page, address: str) -> None:
    """Under a strict policy every chart becomes interactive, and text stays text."""
    page.goto(address)
    _wake(page)

    assert page.locator(".al-chart-live svg").count() == len(KINDS)
    assert page.locator(".al-chart b, .al-chart script").count() == 0


def test_charts_come_alive_from_a_folder(page: Page, folder: Path) -> None:
    """A bundle opened as file:// works as well."""
    page.goto(folder.joinpath("index.html").as_uri())
    _wake(page)


def test_a_mark_says_what_it_is(page: Page, address: str) -> None:
    """The tooltip shows the row's own words, as text."""
    page.goto(address)
    page.locator("#sample-pareto .al-chart").scroll_into_view_if_needed()
    page.locator("#sample-pareto .is-live").wait_for(timeout=20_000)
    box = page.locator("#sample-pareto .al-chart-live svg").bounding_box()
    page.mouse.move(box["x"] + 300, box["y"] + box["height"] - 20)
    page.mouse.move(box["x"] + 305, box["y"] + box["height"] - 22)

    tip = page.locator("#vg-tooltip-element.visible")
    tip.wait_for()
    assert tip.text_content() == TEXT


def test_the_theme_switches_without_redrawing(page: Page, address: str) -> None:
    """Colours are variables, in the static and in the interactive drawing."""
    page.goto(address)
    page.locator("#sample-pareto .al-chart").scroll_into_view_if_needed()
    page.locator("#sample-pareto .is-live").wait_for(timeout=20_000)
    colour = "() => getComputedStyle(document.querySelector('#sample-pareto .al-chart-live text')).fill"
    light = page.evaluate(colour)
    page.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")

    assert page.evaluate(colour) != light


def test_the_width_follows_the_page(page: Page, address: str) -> None:
    """On a phone a chart is drawn anew at the phone's width and nothing sticks out."""
    page.goto(address)
    _wake(page)
    page.set_viewport_size({"width": 360, "height": 780})
    page.wait_for_function(
        "[...document.querySelectorAll('.al-chart-live svg')].every(s => s.getBoundingClientRect().width < 361)"
    )

    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_missing_script_leaves_the_drawing(browser: Browser, address: str) -> None:
    """Where the chart's data cannot be loaded, the static drawing stays visible."""
    page = browser.new_page()
    page.route("**/sample-trend.js", lambda route: route.abort())
    page.goto(address)
    page.locator("#sample-trend .al-chart").scroll_into_view_if_needed()
    page.locator("#sample-trend .al-chart[data-failed]").wait_for(state="attached", timeout=20_000)

    assert page.locator("#sample-trend .al-chart-static svg").is_visible()
    page.close()


def test_print_uses_the_static_drawing(page: Page, address: str) -> None:
    """On paper the interactive chart gives way to the drawing, in the light colours."""
    page.goto(address)
    page.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")
    page.locator("#sample-pareto .al-chart").scroll_into_view_if_needed()
    page.locator("#sample-pareto .is-live").wait_for(timeout=20_000)
    page.emulate_media(media="print")

    assert page.locator("#sample-pareto .al-chart-static svg").is_visible()
    assert not page.locator("#sample-pareto .al-chart-live").is_visible()
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--al-paper').trim()") == "#ffffff"


def test_tables_sort_filter_and_keep_their_state(page: Page, address: str) -> None:
    """The address of a filtered, sorted table gives the same view again; rows without a value stay last."""
    page.goto(address)
    rows = "[...document.querySelectorAll('tbody tr:not([hidden]) td:first-child')].map(td => td.textContent).join('')"
    page.get_by_role("button", name="Days").click()
    assert page.evaluate(rows) == "abc"
    page.get_by_role("button", name="Days").click()
    assert page.evaluate(rows) == "bac"
    page.get_by_label("Team").select_option("South")
    assert page.evaluate(rows) == "ac"

    page.goto(page.url)
    assert page.evaluate(rows) == "ac"
    assert page.locator("th[aria-sort=descending]").text_content() == "Days"
    assert page.locator("output").text_content() == "2 of 3"
    page.get_by_label("Find").fill("zzz")
    assert page.locator("p.al-empty").text_content() == "Nothing matches"


def test_without_scripts_everything_is_there(browser: Browser, address: str) -> None:
    """Static drawings and whole tables need no JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)

    assert page.locator(".al-chart-static svg").count() == len(KINDS)
    assert page.locator("tbody tr").count() >= 3
    context.close()
