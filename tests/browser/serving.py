"""A built site on a web server of its own, as a static host serves it: files, and the 404 page for what is missing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

SITE_URL = "https://quality.example.org/"
"""The address that the tests' mkdocs.yml names; a server answers as if it were the one at that address."""


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # keeps connections open, like any host

    def __init__(self, *arguments: Any, policy: str, log: list[str], **named: Any) -> None:
        self.policy = policy
        self.log = log
        super().__init__(*arguments, **named)

    def end_headers(self) -> None:
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def do_GET(self) -> None:
        self.log.append(self.path)
        file = Path(self.directory) / self.path.lstrip("/")
        if file.name != "sitemap.xml" or not file.is_file():
            super().do_GET()
            return
        # Instant navigation follows only links whose addresses, port included, stand in the sitemap.
        text = file.read_text(encoding="utf-8").replace(SITE_URL, f"http://{self.headers['Host']}/")
        self._answer(200, "application/xml", text.encode())

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        folder = self.path.lstrip("/").split("/")[0]
        page = Path(self.directory) / folder / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        self._answer(code, "text/html; charset=utf-8", page.read_bytes())

    def _answer(self, code: int, kind: str, body: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Says nothing: what a test needs to know it asks the browser."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: Any) -> None:
        """A browser that hangs up is no news."""


@contextmanager
def served(folder: Path, policy: str = "", log: list[str] | None = None) -> Iterator[str]:
    """Address of `folder` while the context lasts. `policy` is the Content-Security-Policy of every answer, `log`
    gets the path of everything asked for, also by workers, which pages do not see."""
    handler = partial(_Handler, directory=str(folder), policy=policy, log=[] if log is None else log)
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
