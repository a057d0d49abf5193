"""One page of the site, from its file to the bytes of a PDF."""

from __future__ import annotations

import base64
import datetime as dt
import json
import re
from pathlib import Path
from urllib.parse import quote

from auditloop.publish.printing.browser import PrintFailed, running
from auditloop.publish.printing.devtools import Tab, tab
from auditloop.publish.printing.serving import served

OLDEST = 131
"""The first Chromium that prints the running head of a style sheet (@page margin boxes)."""
_SECONDS = 300
_SETTLED = """
Promise.all([
  document.fonts.ready,
  ...[...document.images].map((image) => { image.loading = "eager"; return image.decode().catch(() => 0); }),
]).then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))))
"""
"""Fonts and pictures are there and the scripts of the page have had their turn. Charts need no wait: paper has their
drawings, which stand in the page."""
_LINKS = """
(address, known) => {
  for (const link of document.querySelectorAll("a[href]")) {
    const to = new URL(link.href);
    if (to.origin !== location.origin) continue;
    if (to.pathname === location.pathname && to.hash) link.setAttribute("href", to.hash);
    else if (known && to.href.startsWith(address)) {
      link.dataset.inside = "";
      link.href = known + to.href.slice(address.length);
    } else link.removeAttribute("href");
  }
}
"""
"""Whoever reads the PDF does not have our server: links lead to the site where people find it, else nowhere."""
_DATES = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}([+-]\d\d'\d\d'|Z)\)")
_NODES = re.compile(rb"\(node\d{8}\)")


def print_page(browser: Path, site: Path, lang: str, path: str, *, day: dt.date, known_at: str | None) -> bytes:
    """`path` of an HTML file in a language's folder of the site. A4 as the style sheet says, tagged, with bookmarks.

    Dated by `day`, so that the same page gives the same bytes. `known_at` is where people find that folder, with a
    trailing slash. Raises PrintFailed, OSError.
    """
    with served(site) as address, running(browser) as devtools, tab(devtools, _SECONDS) as page:
        _refuse_older(page)
        page.ask("Page.enable")
        page.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "light"}])
        went = page.ask("Page.navigate", url=f"{address}{lang}/{quote(path)}")
        if went.get("errorText"):
            raise PrintFailed(str(went["errorText"]))
        page.wait_for("Page.loadEventFired")
        page.value_of(_SETTLED)
        page.value_of(f"({_LINKS})({json.dumps(f'{address}{lang}/')}, {json.dumps(known_at)})")
        printed = page.ask(
            "Page.printToPDF",
            preferCSSPageSize=True,
            printBackground=True,
            generateTaggedPDF=True,
            generateDocumentOutline=True,
        )
    return settled(base64.b64decode(printed["data"]), day)


def _refuse_older(page: Tab) -> None:
    product = str(page.ask("Browser.getVersion")["product"])
    version = re.search(r"/(\d+)", product)
    if version and int(version[1]) < OLDEST:
        raise PrintFailed(f"{product} < {OLDEST}")


def settled(raw: bytes, day: dt.date) -> bytes:
    """What differs from one printing to the next is replaced by as many bytes, so that every offset stays right.

    The browser writes when it printed, and numbers the elements of the page in a row with those of its own.
    """
    moment = f"{day:%Y%m%d}000000".encode()
    raw = _DATES.sub(lambda found: found[1] + moment + _zone(found[2]) + b")", raw)
    numbers = {node: b"(node%08d)" % at for at, node in enumerate(sorted(set(_NODES.findall(raw))), 1)}
    return _NODES.sub(lambda found: numbers[found[0]], raw)


def _zone(written: bytes) -> bytes:
    return written if written == b"Z" else b"+00'00'"
