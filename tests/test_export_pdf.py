"""Printing without a browser: which one is taken, which page is meant, and how it ends when it cannot be done."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from auditloop.publish.printing import NoBrowser, NoPage, PrintFailed, find_browser, page_path, print_page, report_path
from auditloop.publish.printing.pages import usual_page
from auditloop.publish.printing.printing import settled
from building import auditloop, make_workspace


def program(folder: Path, name: str, script: str = "exit 0") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)
    return file


def site(folder: Path, *pages: str) -> Path:
    for page in pages:
        (folder / page).parent.mkdir(parents=True, exist_ok=True)
        (folder / page).write_text("<title>x</title>")
    return folder


def test_the_named_browser_goes_before_the_environments_and_that_before_the_installed(tmp_path: Path) -> None:
    """A name is looked for as the shell does; a path is taken as it is."""
    chrome = program(tmp_path, "google-chrome")
    own = program(tmp_path / "own", "browser")
    path = {"PATH": str(tmp_path)}

    assert find_browser(None, path) == chrome
    assert find_browser(None, path | {"CHROME": str(own)}) == own
    assert find_browser("google-chrome", path | {"CHROME": str(own)}) == chrome
    assert program(tmp_path, "chromium") == find_browser(None, path)


@pytest.mark.parametrize(("named", "environ"), [("nobody", {}), (None, {"CHROME": "/no/where"})])
def test_a_browser_that_is_named_is_never_replaced(tmp_path: Path, named: str | None, environ: dict[str, str]) -> None:
    """Who names one wants that one."""
    program(tmp_path, "chromium")

    with pytest.raises(NoBrowser) as told:
        find_browser(named, {"PATH": str(tmp_path), **environ})
    assert str(told.value) == (named or environ["CHROME"])


PAGES = ("index.html", "kpis/index.html", "kpis/waiting.html")


@pytest.mark.parametrize(
    "wanted", ["kpis/index.html", "kpis/index.md", "kpis/index", "kpis/", "/kpis/index.html#top", "kpis\\index.html"]
)
def test_a_page_is_found_however_its_path_is_written(tmp_path: Path, wanted: str) -> None:
    """As in the address, as Markdown, without an ending, as a folder."""
    assert page_path(site(tmp_path, *PAGES), wanted) == "kpis/index.html"


@pytest.mark.parametrize("wanted", ["../secret.html", "kpis/../../secret", "gone.html", "kpis"])
def test_no_page_is_found_where_there_is_none(tmp_path: Path, wanted: str) -> None:
    """Nor outside the site."""
    site(tmp_path, "secret.html")

    with pytest.raises(NoPage):
        page_path(site(tmp_path / "site", *PAGES), wanted)


def test_a_missing_page_is_told_with_those_near_it(tmp_path: Path) -> None:
    """What was meant, most likely."""
    with pytest.raises(NoPage) as told:
        page_path(site(tmp_path, *PAGES), "kpis/waitin")
    assert told.value.near[0] == "kpis/waiting.html"


def test_reports_are_found_by_kind_and_period(tmp_path: Path) -> None:
    """The latest by the end of its period; a half-year is later than the quarter it ends with."""
    names = ("monthly-2025-12", "monthly-2026-09", "monthly-2026-10", "satisfaction-2026-Q2", "satisfaction-2026-H1")
    reports = site(
        tmp_path, "index.html", *(f"reports/{name}.html" for name in (*names, "satisfaction-2025-Q4", "topic-lifts"))
    )

    assert report_path(reports, "monthly", None) == usual_page(reports) == "reports/monthly-2026-10.html"
    assert report_path(reports, "monthly", "2026-09") == "reports/monthly-2026-09.html"
    assert report_path(reports, "satisfaction", None) == "reports/satisfaction-2026-H1.html"
    assert report_path(reports, "topic-lifts", None) == "reports/topic-lifts.html"
    with pytest.raises(NoPage) as told:
        report_path(reports, "monthly", "2026-11")
    assert "reports/monthly-2026-10.html" in told.value.near
    assert usual_page(site(tmp_path / "bare", "index.html")) == "index.html"


def test_what_changes_from_printing_to_printing_is_settled_in_its_place() -> None:
    """Dates and numbers of elements, by as many bytes: the table of offsets stays right."""

    def printed(moment: bytes, first: int) -> bytes:
        nodes = b"".join(b"/ID (node%08d) /Headers [(node%08d)] " % (first + n, first) for n in range(3))
        return b"/CreationDate (D:%s+08'00') /ModDate (D:%s+08'00') %s" % (moment, moment, nodes)

    one = settled(printed(b"20261128221005", 7), dt.date(2026, 10, 31))

    assert one == settled(printed(b"20261129103000", 2991), dt.date(2026, 10, 31))
    assert len(one) == len(printed(b"20261128221005", 7))
    assert b"/CreationDate (D:20261031000000+00'00')" in one
    assert b"(node00000003) /Headers [(node00000001)]" in one


@pytest.mark.parametrize(
    ("script", "said"),
    [("echo library is missing >&2; exit 127", "library is missing"), ("echo quiet >&2; exit 0", "quiet")],
)
def test_a_browser_that_does_not_start_is_told_with_its_last_words(tmp_path: Path, script: str, said: str) -> None:
    """It does not hang, and leaves nothing behind."""
    with pytest.raises(PrintFailed, match=said):
        print_page(
            program(tmp_path, "chrome", script), site(tmp_path / "s", "en/index.html"), "en", "index.html",
            day=dt.date(2026, 1, 1), known_at=None,
        )  # fmt: skip


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_without_a_browser_the_command_says_what_to_install(tmp_path: Path, lang: str) -> None:
    """Exit 3, before anything is built."""
    root = make_workspace(tmp_path / "ws", drawn=False)
    run = auditloop("-C", root, "--lang", lang, "export", "pdf", PATH=os.fspath(tmp_path))

    assert run.returncode == 3
    assert "apt install chromium" in run.stderr and "--browser" in run.stderr
    assert not (root / "site").exists()


@pytest.mark.parametrize(
    "options", [("--page", "index.html", "--report", "monthly"), ("--period", "2026-10"), ("--as-of", "yesterday")]
)
def test_options_that_do_not_go_together_are_refused(tmp_path: Path, options: tuple[str, ...]) -> None:
    """Exit 2."""
    root = make_workspace(tmp_path / "ws", drawn=False)

    assert auditloop("-C", root, "export", "pdf", *options).returncode == 2
