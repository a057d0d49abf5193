"""A live preview: serves the finished site, and when a watched file is saved shows the change first on the pages that
somebody looks at, then builds the rest."""

from __future__ import annotations

import logging
import socket
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit

from mkdocs.livereload import LiveReloadServer

_POLL = "/livereload/"
_GRACE = 5.0
"""Seconds for which a page counts as looked at between its arrival in the browser and the browser's first question."""


class Rounds(Protocol):
    """What is done after a save. Neither may raise for bad data."""

    def first(self, in_view: frozenset[str]) -> bool:
        """Bring pages (paths in the site) up to date; whether they are worth loading again before the rest is made."""

    def rest(self, superseded: Callable[[], bool]) -> bool:
        """Build the whole site, and stop once something newer was saved; whether pages are to be loaded again."""


def serve_site(
    site_dir: Path, host: str, port: int, watched: Sequence[Path], rounds: Rounds, announce: Callable[[str], None]
) -> None:
    """Blocks until interrupted. Raises OSError when the address is taken."""
    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
    server = PreviewServer(rounds, host, port, site_dir)
    for path in watched:
        server.watch(str(path))
    try:
        announce(server.url)
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()


class PreviewServer(LiveReloadServer):
    """MkDocs' server knows one step after a save: build, then let browsers reload. Ours takes two.

    It knows which pages are open, for each asks all the time whether there is something new."""

    def __init__(self, rounds: Rounds, host: str, port: int, site_dir: Path) -> None:
        super().__init__(builder=self._build, host=host, port=port, root=str(site_dir), polling_interval=0.3)
        self._rounds = rounds
        self._asking = Counter[str]()
        """Page → how many tabs with it wait for news."""
        self._seen: dict[str, float] = {}
        """Page → when it was last sent or asked for news."""
        self.error_handler = lambda code: _error_page(site_dir, code)

    def in_view(self) -> frozenset[str]:
        """Paths of the pages that are open in browsers, such as `en/teams/hall.html`."""
        lately = time.monotonic() - _GRACE
        with self._epoch_cond:
            self._asking = +self._asking
            self._seen = {page: at for page, at in self._seen.items() if at > lately}
            return frozenset([*self._asking, *self._seen])

    def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if not path.startswith(_POLL):
            self._note(path, 0)
            return super().serve_request(environ, start_response)
        page = unquote(urlsplit(environ.get("HTTP_REFERER") or "").path)
        self._note(page, 1)
        try:
            return super().serve_request(environ, start_response)
        finally:
            self._note(page, -1)

    def _note(self, path: str, tabs: int) -> None:
        page = path.removeprefix("/") + ("index.html" if path.endswith("/") else "")
        if page.endswith(".html"):
            with self._epoch_cond:
                self._asking[page] += tabs
                self._seen[page] = time.monotonic()

    def _build(self) -> None:
        shown = self._rounds.first(self.in_view())
        if shown:
            with self._epoch_cond:
                # Both at once: who asks for a page waits until the visible site is the wanted one.
                self._wanted_epoch = self._visible_epoch = self._later()
                self._epoch_cond.notify_all()
        again = self._rounds.rest(lambda: self._want_rebuild)
        if shown and again:
            with self._epoch_cond:
                self._wanted_epoch = self._later()  # becomes the visible one when this returns

    def _later(self) -> int:
        return max(int(time.monotonic() * 1000), self._wanted_epoch + 1)


def claim(host: str, port: int) -> None:
    """Find out whether the address can be listened on, before the work of a build. Raises OSError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        if sys.platform != "win32":  # there the option would let two servers share one port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host, port))


def _error_page(site_dir: Path, code: int) -> bytes | None:
    for page in sorted(site_dir.glob(f"*/{code}.html")):
        return page.read_bytes()
    return None
