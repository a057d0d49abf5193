"""`auditloop build`: the same site from the same data, whole, in every language."""

from __future__ import annotations

import locale
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from building import auditloop, differing, files_of, make_workspace

pytestmark = pytest.mark.slow

SCHEMES = ("http:", "https:", "mailto:", "data:", "javascript:", "//")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small workspace, built in both languages by the installed command."""
    workspace = make_workspace(tmp_path_factory.mktemp("built"))
    done = auditloop("-C", workspace, "build", TZ="UTC", PYTHONHASHSEED="1")
    assert done.returncode == 0, done.stderr
    return workspace


def test_the_same_data_gives_the_same_site_byte_for_byte(built: Path, tmp_path: Path) -> None:
    """Neither the folder, the time zone, the locale nor the order of hashes leaves a trace (drawings: see
    test_charts_drawing.py)."""
    other = make_workspace(tmp_path / "another folder 另一个")
    chinese = "zh_CN.UTF-8" if "zh_CN.UTF-8" in locale.locale_alias.values() else "C.UTF-8"

    done = auditloop("-C", other, "build", TZ="Pacific/Kiritimati", PYTHONHASHSEED="2", LC_ALL=chinese)

    assert done.returncode == 0, done.stderr
    assert differing(files_of(built / "site"), files_of(other / "site")) == []
    assert differing(files_of(built / "build"), files_of(other / "build")) == []


class Page(HTMLParser):
    """Collects what a page refers to and what can be referred to in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.references: list[str] = []
        self.ids: set[str] = set()
        self.lang = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.ids |= {found[name] for name in ("id", "name") if name in found}
        self.references += [found[name] for name in ("href", "src") if found.get(name)]
        if tag == "html":
            self.lang = found.get("lang", "")


def test_whatever_a_page_refers_to_exists(built: Path) -> None:
    """Pages, anchors, drawings, scripts, tables for download: no reference in the whole site leads nowhere."""
    site = built / "site"
    pages = {path.resolve(): Page(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    broken = []
    for path, page in pages.items():
        if path.name == "404.html":
            continue  # refers to the root of the server, wherever it is shown
        for reference in page.references:
            if reference.startswith(SCHEMES):
                continue
            target, anchor = urlsplit(reference).path, unquote(urlsplit(reference).fragment)
            file = (path.parent / unquote(target)).resolve() if target else path
            known = file in pages and (not anchor or anchor in pages[file].ids or anchor.startswith("__"))
            if not (known or (file.is_file() and file not in pages)):
                broken.append(f"{path.relative_to(site.resolve())} → {reference}")

    assert sorted(set(broken)) == []
    assert len(pages) > 40


def test_each_language_says_which_it_is_and_has_the_same_pages(built: Path) -> None:
    """`<html lang>` is right, and the language switch finds every page on the other side."""
    sides = {
        lang: {p.relative_to(built / "site" / lang) for p in (built / "site" / lang).rglob("*.html")}
        for lang in ("zh", "en")
    }

    assert sides["zh"] == sides["en"]
    for lang in sides:
        assert Page((built / "site" / lang / "index.html").read_text(encoding="utf-8")).lang == lang


def test_no_page_asks_anything_of_another_host(built: Path) -> None:
    """No script, style, font or picture comes from elsewhere."""
    loads = re.compile(
        r"""<(?:script|img|iframe|source)\b[^>]*\bsrc\s*=\s*["']?(?:https?:)?//|<link\b(?=[^>]*\brel=["']?(?:stylesheet|preload|preconnect|icon|prefetch))[^>]*\bhref=["']?(?:https?:)?//"""
    )

    asking = [str(path) for path in (built / "site").rglob("*.html") if loads.search(path.read_text(encoding="utf-8"))]

    assert asking == []


def test_the_site_holds_nothing_of_the_machine_that_built_it(built: Path) -> None:
    """No path of the workspace gets into a published file."""
    names = [path for path, content in files_of(built / "site").items() if str(built).encode() in content]

    assert names == []
