"""A chart is a drawing first, and interactive once it is seen; whatever happens, one of the two is there."""

from __future__ import annotations

from collections.abc import Callable

from browser.conftest import Site
from browser.tab import Tab

COUNT_VIEWS = """
    window.made = 0; window.ended = 0;
    let embed;
    Object.defineProperty(window, "vegaEmbed", {
      get: () => embed,
      set: (original) => {
        embed = async (...given) => {
          const result = await original(...given);
          const finalize = result.view.finalize.bind(result.view);
          window.made += 1;
          result.view.finalize = () => { window.ended += 1; return finalize(); };
          return result;
        };
      },
    });
"""


def test_drawn_without_javascript(demo: Site, open_tab: Callable[..., Tab]) -> None:
    """Without JavaScript a chart is a drawing of readable size, with title, caption, data table and downloads."""
    tab = open_tab(demo.url("en", demo.path("kpi")), java_script_enabled=False)
    blocks = tab.page.locator(".al-chart-block")
    assert blocks.count() > 0
    for block in blocks.all():
        box = block.locator(".al-chart-static svg").bounding_box()
        assert box is not None and box["width"] > 300 and box["height"] > 100
        assert block.locator(".al-chart-title").inner_text()
        assert block.locator("figcaption").inner_text()
        assert block.locator("a[download]").count() == 3
    assert blocks.first.locator("details table tbody tr").count() > 0


def test_comes_alive_when_seen(demo: Site, open_tab: Callable[..., Tab]) -> None:
    """A chart far down the page is the drawing; in view, the interactive chart takes its place, with its name."""
    tab = open_tab(demo.url("zh", demo.path("findings")), height=500)
    last = tab.page.locator(".al-chart[data-src]").last
    tab.settle()
    assert "is-live" not in (last.get_attribute("class") or "")
    last.scroll_into_view_if_needed()
    last.locator(".al-chart-live svg").wait_for()
    assert last.locator(".al-chart-static").is_hidden()
    assert last.locator(".al-chart-live").get_attribute("role") == "img"
    assert last.locator(".al-chart-live").get_attribute("aria-label")


def test_page_without_charts_loads_no_runtime(demo: Site, open_tab: Callable[..., Tab]) -> None:
    """The runtime weighs more than all else: only pages with charts ask for it."""
    tab = open_tab(demo.url("zh", "method.html"))
    tab.settle()
    assert [url for url in tab.requests if url.endswith("vega.js")] == []


def test_has_the_place_of_the_drawing(demo: Site, open_tab: Callable[..., Tab]) -> None:
    """Coming alive moves what stands below a chart by no more than a line, on a laptop and on a phone."""
    for width in (360, 1280):
        page = demo.url("zh", "kpis/first-response-time.html")
        still = open_tab(width=width)  # a chart in view may come alive before anybody has looked: here it cannot
        still.page.route("**/vega.js", lambda route: route.abort())
        still.goto(page)
        before = still.page.evaluate("document.querySelector('.al-chart-static').getBoundingClientRect().height")
        tab = open_tab(page, width=width)
        chart = tab.page.locator(".al-chart[data-src]").first
        tab.draw_charts()
        after = (chart.bounding_box() or {"height": 0})["height"]
        assert abs(after - before) <= 24, f"{width} px: {before} → {after}"


def test_tells_values_when_pointed_at(demo: Site, open_tab: Callable[..., Tab]) -> None:
    """A pointed-at mark says its period and value."""
    tab = open_tab(demo.url("en", demo.path("kpi")))
    tab.draw_charts()
    tab.page.locator(".al-chart-live svg").first.locator(".mark-symbol path").nth(3).hover(force=True)
    tooltip = tab.page.locator("#vg-tooltip-element.visible")
    tooltip.wait_for()
    assert any(character.isdigit() for character in tooltip.inner_text())


def test_alive_after_going_and_coming_back(demo: Site, open_tab: Callable[..., Tab]) -> None:
    """Charts come alive after an instant navigation to another page, and again after the back button."""
    tab = open_tab(demo.url("en", "kpis/index.html"))
    tab.page.evaluate("window.same = true")
    first = "kpis/first-response-time.html"
    tab.follow(f".md-content a[href$='{first}']")
    assert tab.draw_charts() > 0 and tab.page.locator(".al-chart[data-failed]").count() == 0
    tab.leave(tab.page.go_back)
    assert tab.page.url == demo.url("en", "kpis/index.html")
    tab.leave(tab.page.go_forward)
    assert tab.page.url == demo.url("en", first)
    assert tab.draw_charts() > 0 and tab.page.locator(".al-chart.is-live").count() > 0
    assert tab.page.evaluate("window.same"), "the page was loaded anew: this was no instant navigation"
    assert tab.problems() == []


def test_views_end_with_their_page(demo: Site, open_tab: Callable[..., Tab]) -> None:
    """Every interactive chart is ended when its page is left: a long session piles nothing up."""
    tab = open_tab()
    tab.page.add_init_script(COUNT_VIEWS)
    tab.goto(demo.url("en", "kpis/first-response-time.html"))
    for _ in range(2):
        tab.draw_charts()
        tab.follow(".md-content nav.al-crumbs a[href$='kpis/index.html']")
        tab.leave(tab.page.go_back)
    tab.follow(".md-content nav.al-crumbs a[href$='kpis/index.html']")
    tab.settle()
    made, ended = tab.page.evaluate("[window.made, window.ended]")
    assert made >= 2
    assert ended == made


def test_follows_light_and_dark(demo: Site, open_tab: Callable[..., Tab]) -> None:
    """Switching the colours changes the drawing's and the interactive chart's ink with the page's."""
    ink = "selector => getComputedStyle(document.querySelector(selector + ' svg text')).fill"
    tab = open_tab(demo.url("en", demo.path("kpi")))
    light = tab.page.evaluate(ink, ".al-chart-static")
    tab.draw_charts()
    assert tab.page.evaluate(ink, ".al-chart-live") == light
    tab.switch_colours()
    tab.draw_charts()
    dark = tab.page.evaluate(ink, ".al-chart-live")
    assert dark != light
    assert tab.page.evaluate(ink, ".al-chart-static") == dark


def test_follows_the_width(demo: Site, open_tab: Callable[..., Tab]) -> None:
    """An interactive chart is as wide as its column, also after the window has changed."""
    tab = open_tab(demo.url("en", demo.path("kpi")))
    tab.draw_charts()
    tab.page.set_viewport_size({"width": 420, "height": 900})
    tab.page.wait_for_function(
        "() => { const c = document.querySelector('.al-chart.is-live');"
        " return c && c.querySelector('.al-chart-live svg').getBoundingClientRect().width <= c.clientWidth + 1; }",
        timeout=10_000,
    )


def test_drawing_stays_where_scripts_do_not_come(demo: Site, open_tab: Callable[..., Tab]) -> None:
    """A chart whose script, or the runtime, is not there stays the drawing it was."""
    for lost in ("**/assets/charts/*.js", "**/auditloop/vega.js"):
        tab = open_tab()
        tab.page.route(lost, lambda route: route.fulfill(status=404, body=""))
        tab.goto(demo.url("zh", demo.path("kpi")))
        chart = tab.page.locator(".al-chart[data-src]").first
        chart.scroll_into_view_if_needed()
        tab.page.locator(".al-chart[data-failed]").first.wait_for()
        assert chart.locator(".al-chart-static svg").is_visible()
        assert tab.page.locator(".al-chart-live").count() == 0
