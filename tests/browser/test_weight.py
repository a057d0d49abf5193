"""What a visit costs on the wire, compressed as hosts do: the first one, and those after it."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from browser.conftest import Site
from browser.page_types import DETAIL_TYPES, LANGUAGES, pages_of
from browser.serving import served
from browser.tab import Tab

KB = 1000
ALREADY_PACKED = (".png", ".jpg", ".woff2", ".gz")


def wire(demo: Site, path: str) -> int:
    """Bytes of one answer."""
    file = demo.folder / urlsplit(path).path.lstrip("/")
    body = file.read_bytes() if file.is_file() else b""
    return len(body) if file.suffix in ALREADY_PACKED else len(gzip.compress(body, 6))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_visits_to_indicators(demo: Site, open_tab: Callable[..., Tab], lang: str) -> None:
    """A first visit to an indicator's page, charts and search index included, is below 600 KB; the next below 60 KB."""
    first, second = pages_of(demo.folder / lang, "kpi")[:2]
    asked: list[str] = []
    with served(demo.folder, log=asked) as address:
        tab = open_tab(f"{address}/{lang}/{first}")
        tab.draw_charts()
        tab.settle()
        once = set(asked)
        tab.goto(f"{address}/{lang}/{second}")
        tab.draw_charts()
        later = set(asked) - once
    costs = {path: wire(demo, path) for path in sorted(once)}
    assert sum(costs.values()) < 600 * KB, sorted(costs.items(), key=lambda item: -item[1])[:6]
    costs = {path: wire(demo, path) for path in sorted(later)}
    assert sum(costs.values()) < 60 * KB, sorted(costs.items(), key=lambda item: -item[1])[:6]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", DETAIL_TYPES)
def test_weight_of_detail_pages(demo: Site, kind: str, lang: str) -> None:
    """A detail page has at most 50 KB on the wire, and what is not its own content — head, navigation — at most 35 KB
    before compression."""
    for path in pages_of(demo.folder / lang, kind):
        assert wire(demo, f"{lang}/{path}") <= 50 * KB, path
        html = (demo.folder / lang / path).read_text(encoding="utf-8")
        frame = re.sub(r"<article.*</article>", "", html, flags=re.DOTALL)
        assert len(frame.encode()) <= 35 * KB, path
