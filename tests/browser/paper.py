"""A page as the browser prints it: what has to be gone from it, and what has to be there."""

from __future__ import annotations

from browser.tab import Tab

PAPER = 680
"""px between the margins of A4."""

FAULTS = """() => {
  const faults = [], width = element => element.getBoundingClientRect().width;
  const seen = selector => [...document.querySelectorAll(selector)].filter(each => each.checkVisibility());
  for (const part of [".md-header", ".md-tabs", ".md-sidebar", ".md-footer", ".al-crumbs", ".al-filter", ".headerlink",
                      ".al-chart-live"])
    if (seen(part).some(width)) faults.push(`${part} is printed`);
  for (const part of ["h1", ".al-asof"])
    if (!seen(part).some(width)) faults.push(`${part} is not printed`);
  const ink = getComputedStyle(document.querySelector("h1")).color;
  const ground = getComputedStyle(document.body).backgroundColor;
  if (ink !== "rgb(0, 0, 0)" || ground !== "rgb(255, 255, 255)") faults.push(`${ink} on ${ground}`);
  for (const drawing of document.querySelectorAll(".al-chart .al-chart-static svg"))
    if (width(drawing) <= 0.9 * innerWidth) faults.push(`a drawing ${width(drawing)} px wide`);
  return faults;
}"""


def for_paper(tab: Tab) -> None:
    """What the browser does before it prints."""
    tab.page.emulate_media(media="print")
    tab.page.set_viewport_size({"width": PAPER, "height": 1000})
    tab.page.evaluate("dispatchEvent(new Event('beforeprint'))")


def for_the_screen(tab: Tab) -> None:
    """What it does afterwards, in a window as wide as the paper."""
    tab.page.evaluate("dispatchEvent(new Event('afterprint'))")
    tab.page.emulate_media(media="screen")
    tab.settle()


def faults_on_paper(tab: Tab) -> list[str]:
    """Navigation and controls are gone; title, date and text stay, dark on white whatever the screen shows. Whether a
    chart has come alive or not, paper has its drawing, as wide as the paper."""
    faults: list[str] = tab.page.evaluate(FAULTS)
    if (width := tab.page.evaluate("document.documentElement.scrollWidth")) > PAPER:
        faults.append(f"{width} px; {tab.sticking_out()}")
    return faults
