"""A browser tab that remembers what went wrong in it, and waits for what pages do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, Page


@dataclass
class Tab:
    page: Page
    requests: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    """Errors and warnings of the console, and exceptions nobody caught."""
    dialogs: list[str] = field(default_factory=list)

    def goto(self, url: str) -> Tab:
        self.page.goto(url, wait_until="load")
        return self

    def outside(self, address: str) -> list[str]:
        """Requests to anywhere but `address`."""
        return [url for url in self.requests if not url.startswith((address, "data:", "blob:"))]

    def problems(self) -> list[str]:
        return [*self.console, *(f"not found: {url}" for url in self.missing)]

    def draw_charts(self) -> int:
        """Bring every chart into view, one after the other, until each is interactive or has given up; how many."""
        charts = self.page.locator(".al-chart[data-src]")
        for number in range(charts.count()):
            chart = charts.nth(number)
            chart.scroll_into_view_if_needed()
            handle = chart.element_handle()
            self.page.wait_for_function(
                "chart => chart.classList.contains('is-live') || 'failed' in chart.dataset", arg=handle, timeout=20_000
            )
        return charts.count()

    def search(self, words: str) -> list[str]:
        """Ask the search; the texts of its results, best first."""
        field = self.page.locator(".md-search__input")
        if not field.is_visible():
            self.page.locator("label.md-header__button[for=__search]").click()
        if field.input_value():  # results of an earlier question would look like this one's
            field.fill("")
            field.press("End")
            self.page.locator(".md-search-result__item").first.wait_for(state="detached")
        field.fill(words)
        field.press("End")  # the search listens to keys; filling presses none
        self.page.locator(".md-search-result__item").first.wait_for()
        return self.page.locator(".md-search-result__item").all_inner_texts()

    def switch_colours(self) -> None:
        """Press the button for light or dark."""
        before = self.page.get_attribute("body", "data-md-color-scheme")
        self.page.locator("form[data-md-component=palette] label:visible").click()
        self.page.wait_for_function("before => document.body.dataset.mdColorScheme !== before", arg=before)

    def resize(self, width: int) -> None:
        """Make the window so wide, and let the charts be drawn anew for it."""
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.wait_for_function(
            "[...document.querySelectorAll('.is-live')].every(c => c.scrollWidth <= c.clientWidth + 1)"
        )
        self.settle()

    def switch_language(self, lang: str) -> None:
        """Choose the other language in the page's head, as a reader does."""
        self.page.locator(".md-header .md-select").hover()
        self.leave(self.page.locator(f".md-select__link[hreflang={lang}]").click)
        self.page.wait_for_function("lang => document.documentElement.lang === lang", arg=lang)

    def follow(self, selector: str) -> None:
        """Click a link and wait until its page is there, however it comes."""
        link = self.page.locator(selector).first
        target = link.evaluate("link => link.href")
        self.leave(link.click)
        self.page.wait_for_url(target)

    def leave(self, go: Callable[[], object]) -> None:
        """Do what leads to another page, and wait until that page's content has come: its address may come earlier."""
        self.page.evaluate("document.querySelector('[data-md-component=container]').dataset.left = ''")
        go()
        self.page.wait_for_function("!document.querySelector('[data-left]') && document.querySelector('h1')")
        self.settle()

    def sticking_out(self) -> list[str]:
        """What stands further right than the window, for a failure to name: tag, classes, first words."""
        found: list[str] = self.page.evaluate(
            """() => [...document.querySelectorAll("body *")]
              .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && e.checkVisibility())
              .map(e => `${e.localName}.${e.getAttribute("class") ?? ""} "${e.textContent.trim().slice(0, 30)}"`)
              .slice(-4)"""
        )
        return found

    def settle(self) -> None:
        """Let the page do what it does by itself after loading or a change: drawing, changing colours."""
        self.page.wait_for_function("document.readyState === 'complete'")
        self.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        self.page.wait_for_function("document.getAnimations().every(a => a.playState !== 'running')")


def watched(context: BrowserContext) -> Tab:
    """A new tab in this context, watched from its first request."""
    page = context.new_page()
    tab = Tab(page)
    page.on("request", lambda request: tab.requests.append(request.url))
    page.on("requestfailed", lambda request: _failed(tab, request.url, request.failure))
    page.on("response", lambda response: response.status >= 400 and tab.missing.append(response.url))
    page.on(
        "console", lambda said: said.type in ("error", "warning") and tab.console.append(f"{said.type}: {said.text}")
    )
    page.on("pageerror", lambda error: tab.console.append(f"exception: {error}"))
    page.on("dialog", lambda dialog: (tab.dialogs.append(dialog.message), dialog.dismiss()))
    return tab


def _failed(tab: Tab, url: str, failure: str | None) -> None:
    if failure != "net::ERR_ABORTED":  # a page that was left before all had come
        tab.missing.append(f"{url} ({failure})")
