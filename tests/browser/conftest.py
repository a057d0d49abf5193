"""One browser per worker and one demonstration site per run; a fresh, watched tab per test.

Nothing here skips: a machine without a browser fails these tests and says what to install.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, sync_playwright

from auditloop.pipeline import build, read_config
from browser.page_types import pages_of
from browser.serving import SITE_URL, served
from browser.tab import Tab, watched

ROOT = Path(__file__).parents[2]
KEPT = "AUDITLOOP_TEST_SITES"
"""Whoever writes such tests may set this to a folder: built sites stay there and are taken as they are."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
"""Those that people have."""
SHELL = "chromium-headless-shell"
"""Chromium without all that is around a page: the same engine, and half the work for each tab."""
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)

HANDBOOK = """# 手册 / Handbook

A page that people wrote by hand, with what such pages have: a [link](index.md), *stress*, `code`, and a list.

- one
- two

| 名称 | Figure |
|---|---:|
| 响应 | 12 |

## Second part

> A quotation.

```
some code
```
"""


@dataclass(frozen=True)
class Site:
    """A built site and where a browser finds it."""

    folder: Path
    address: str

    def url(self, lang: str, path: str) -> str:
        return f"{self.address}/{lang}/{path}"

    def path(self, kind: str, number: int = 0) -> str:
        """The page of this kind that has the most on it (below the language's folder)."""
        return pages_of(self.folder / "zh", kind)[number]

    def files(self, pattern: str) -> list[Path]:
        return sorted(self.folder.rglob(pattern))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's Chromium, else Playwright's own."""
    executable = next((found for name in (SHELL, *BROWSERS) if (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        except Error as error:
            pytest.fail(
                "These tests need a browser: `apt-get install chromium`, or `playwright install chromium`, or "
                f"leave them out with `-m 'not browser'`.\n{executable or 'Playwright’s Chromium'}: {error.message}",
                pytrace=False,
            )
        yield started
        started.close()


@pytest.fixture(scope="session")
def build_once(
    tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> Callable[[str, Callable[[Path], None]], Path]:
    """Build a workspace once per run, whichever worker is first; the others wait and take its site."""
    own = tmp_path_factory.getbasetemp()
    shared = Path(os.environ.get(KEPT) or (own if worker_id == "master" else own.parent))

    def built(name: str, fill: Callable[[Path], None]) -> Path:
        root, done = shared / name, shared / f"{name}.done"
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                shutil.rmtree(root, ignore_errors=True)
                root.mkdir()
                fill(root)
                build(read_config(root))
                done.touch()
        return root

    return built


def fill_demonstration(root: Path) -> None:
    """The repository's own workspace, with an address (for instant navigation) and a page written by hand."""
    shutil.copytree(ROOT / "audits", root / "audits")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(f"site_url: {SITE_URL}\n{settings}", encoding="utf-8")
    (root / "docs").mkdir()
    (root / "docs" / "handbook.md").write_text(HANDBOOK, encoding="utf-8")


@pytest.fixture(scope="session")
def demo_root(build_once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    return build_once("demonstration", fill_demonstration)


@pytest.fixture(scope="session")
def demo(demo_root: Path) -> Iterator[Site]:
    """The demonstration site, served."""
    with served(demo_root / "site") as address:
        yield Site(demo_root / "site", address)


@pytest.fixture
def open_tab(browser: Browser) -> Iterator[Callable[..., Tab]]:
    """Make watched tabs: `open_tab(width=360, scheme="dark", **options of a browser context)`."""
    contexts = []

    def make(
        url: str = "",
        *,
        width: int = 1280,
        height: int = 900,
        scheme: str = "light",
        language: str = "zh-CN",
        **options: object,
    ) -> Tab:
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, locale=language, **options
        )
        contexts.append(context)
        tab = watched(context)
        if url:
            tab.goto(url)
        return tab

    yield make
    for context in contexts:
        with suppress(Error):  # a page that hangs has failed its test already
            context.close()
