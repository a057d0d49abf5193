"""Which page is meant: by the path people see, or a report by its kind and period. Looks at what the site has."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path, PurePosixPath

START = "index.html"
_REPORTS = "reports"


class NoPage(Exception):
    """The site has no such page; `near` are pages with similar paths."""

    def __init__(self, wanted: str, near: list[str]) -> None:
        super().__init__(wanted)
        self.near = near


def page_path(site: Path, wanted: str) -> str:
    """`kpis/index.md`, `kpis/index.html`, `kpis/index`, `kpis/` or an address ending so → the path of the HTML file.

    Raises NoPage.
    """
    path = wanted.split("#", 1)[0].split("?", 1)[0].replace("\\", "/").lstrip("/")
    if path in ("", ".") or path.endswith("/"):
        path += START
    path = path.removesuffix(".md").removesuffix(".html") + ".html"
    parts = PurePosixPath(path).parts
    if ".." in parts or not (site / path).is_file():
        raise NoPage(wanted, _near(site, path))
    return path


def report_path(site: Path, kind: str, period: str | None) -> str:
    """The report of a kind (`monthly`, `brief`, `satisfaction`, …) and period, the latest where none is named; a whole
    name (`topic-lifts`) too. Raises NoPage."""
    name = f"{kind}-{period}" if period else kind
    if (site / _REPORTS / f"{name}.html").is_file():
        return f"{_REPORTS}/{name}.html"
    found = [] if period else sorted((site / _REPORTS).glob(f"{kind}-*.html"), key=lambda file: _when(file.stem))
    if not found:
        raise NoPage(name, _near(site, f"{_REPORTS}/{name}.html"))
    return f"{_REPORTS}/{found[-1].name}"


def usual_page(site: Path) -> str:
    """The latest monthly report, else the overview."""
    try:
        return report_path(site, "monthly", None)
    except NoPage:
        return START


_ENDS = {"Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12, "H1": 6, "H2": 12, "": 12}
"""Month in which a part of a year ends."""


def _when(name: str) -> tuple[str, int, int]:
    """By the end of the period; of two that end together the longer one is the later."""
    year, _, part = name.split("-", 1)[1].partition("-")
    month = _ENDS.get(part, int(part) if part.isdigit() else 0)
    return year, month, {"Q": 1, "H": 2, "": 3}.get(part[:1], 0)


def _near(site: Path, path: str) -> list[str]:
    pages = [file.relative_to(site).as_posix() for file in site.rglob("*.html")]
    return get_close_matches(path, sorted(pages), n=3, cutoff=0.5)
