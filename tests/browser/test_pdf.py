"""`auditloop export pdf` with a real browser: a page of the site as a report that reads, searches and files well."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Browser

from browser.conftest import BROWSERS, SHELL
from browser.serving import SITE_URL
from building import auditloop, make_workspace

A4 = (595, 842)


@pytest.fixture(scope="session")
def chromium(browser: Browser) -> str:
    """One that people have, else the one that the other tests run in."""
    found = next((path for name in (*BROWSERS, SHELL) if (path := shutil.which(name))), None)
    return found or browser.browser_type.executable_path


@pytest.fixture
def export(demo_root: Path, chromium: str, tmp_path: Path) -> Callable[..., bytes]:
    """The bytes of the file that the command writes."""

    def exported(*options: str, lang: str = "zh") -> bytes:
        file = tmp_path / "page.pdf"
        run = auditloop(
            *("-C", demo_root, "export", "pdf", "--lang", lang, "-o", file, "--force", *options), CHROME=chromium
        )
        assert run.returncode == 0, run.stderr
        return file.read_bytes()

    return exported


def reader(raw: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(raw))


def titles(outline: list[object]) -> list[str]:
    """Of all levels, in order."""
    found: list[str] = []
    for each in outline:
        found += titles(each) if isinstance(each, list) else [str(each.title)]  # type: ignore[attr-defined]
    return found


def said(raw: bytes) -> object:
    """All that a reader sees and files by: text of each sheet, bookmarks, dates and title."""
    pdf = reader(raw)
    return [sheet.extract_text() for sheet in pdf.pages], titles(pdf.outline), dict(pdf.metadata or {})


@pytest.mark.parametrize(
    ("lang", "title", "as_of"), [("zh", "服务质量概览", "2026年"), ("en", "service quality", "2026")]
)
def test_it_is_a_report(export: Callable[..., bytes], lang: str, title: str, as_of: str) -> None:
    """A4 throughout, headed and numbered, with a text layer in its language, tagged, with bookmarks for its parts."""
    pdf = reader(export("--page", "index.html", lang=lang))
    sheets = [re.sub(r"\s+", "", page.extract_text()) for page in pdf.pages]
    name = "海港服务集团" if lang == "zh" else "HarbourServices"

    assert {tuple(round(float(side)) for side in page.mediabox[2:]) for page in pdf.pages} == {A4}
    assert all(
        name in sheet and as_of in sheet and f"{at}/{len(sheets)}" in sheet for at, sheet in enumerate(sheets, 1)
    )
    assert title.replace(" ", "") in sheets[0].replace("S", "s")
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert pdf.trailer["/Root"]["/Lang"] == lang
    assert len(titles(pdf.outline)) > 5


def test_the_same_page_gives_the_same_report(export: Callable[..., bytes]) -> None:
    """Dated by the day of the results, not by a clock. The browser numbers elements as it comes to them."""
    first = export("--page", "kpis/index.md")

    assert said(export("--page", "kpis/")) == said(first)
    assert reader(first).metadata is not None
    assert b"CreationDate (D:" in first


def test_links_lead_to_where_people_find_the_site(export: Callable[..., bytes]) -> None:
    """Never to the server that was only there for the printing."""
    raw = export("--page", "actions/index.html")
    uris = {
        str(note["/A"]["/URI"])
        for page in reader(raw).pages
        for each in page.get("/Annots", [])
        if "/URI" in (note := each.get_object()).get("/A", {})
    }

    assert b"127.0.0.1" not in raw
    assert any(uri.startswith(f"{SITE_URL.rstrip('/')}/zh/actions/") for uri in uris)
    assert not any(" (http" in page.extract_text() for page in reader(raw).pages)


def test_a_day_of_its_own_needs_and_leaves_no_site(chromium: str, tmp_path: Path) -> None:
    """`--as-of` prints the pages of that day, of a workspace that was never built."""
    root = make_workspace(tmp_path / "ws", "en")
    file = tmp_path / "june.pdf"
    options = ("--lang", "en", "--as-of", "2026-06-30", "--page", "actions/index.html", "-o", file)
    run = auditloop("-C", root, "export", "pdf", *options, CHROME=chromium)

    assert run.returncode == 0, run.stderr
    assert "30 June 2026" in reader(file.read_bytes()).pages[0].extract_text()
    assert not (root / "site").exists()
    assert not list((root / "build").glob(".print-*"))


def test_nothing_is_left_running(export: Callable[..., bytes]) -> None:
    """Neither a process nor a profile."""
    export("--page", "early-warning.html")
    running = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout

    assert "auditloop-print-" not in running


def test_a_page_that_is_not_there_is_told_with_its_neighbours(demo_root: Path, chromium: str) -> None:
    """Exit 2, and nothing is written."""
    run = auditloop("-C", demo_root, "--lang", "en", "export", "pdf", "--page", "kpi/index.html", CHROME=chromium)

    assert run.returncode == 2
    assert "no page kpi/index.html" in run.stderr and "kpis/index.html" in run.stderr
