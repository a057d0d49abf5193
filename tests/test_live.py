"""`auditloop serve`: what is saved is on the page a moment later, and mistakes do not take the page away."""

from __future__ import annotations

import contextlib
import signal
import socket
import subprocess
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from building import AUDITLOOP, auditloop, change, environment, make_workspace

pytestmark = pytest.mark.slow


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Preview:
    """A running `auditloop serve`, with what it said so far."""

    def __init__(self, workspace: Path) -> None:
        self.port = free_port()
        self.said = ""
        self.process = subprocess.Popen(
            [str(AUDITLOOP), "-C", str(workspace), "serve", "--port", str(self.port)],
            env=environment(),
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        assert self.process.stderr
        for line in self.process.stderr:
            self.said += line

    def page(self, path: str) -> str:
        address = f"http://127.0.0.1:{self.port}/{path}"
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=5) as answer:
            return str(answer.read().decode())
        return ""

    def waits_for(self, what: str, path: str = "") -> str:
        """Until `what` is on a page (or, without a path, was said); generous, because nothing here measures time."""
        end = time.monotonic() + 90
        while time.monotonic() < end:
            seen = self.page(path) if path else self.said
            if what in seen:
                return seen
            assert self.process.poll() is None, self.said
            time.sleep(0.1)
        raise AssertionError(f"{what!r} never came; said: {self.said}")

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(30)
        self._listener.join(10)
        return code


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    started = Preview(make_workspace(tmp_path, "en"))
    try:
        yield started
    finally:
        if started.process.poll() is None:
            started.process.kill()
            started.process.wait()


def test_a_saved_file_changes_the_page_and_a_broken_one_does_not(preview: Preview, tmp_path: Path) -> None:
    """Built and shown; a new value appears; an error is told with its place and keeps the page; its repair appears."""
    values = tmp_path / "audits" / "waiting-time.yml"
    page = "en/kpis/waiting-time.html"
    preview.waits_for(f"http://127.0.0.1:{preview.port}/")
    assert "4.40" in preview.waits_for("Average waiting time", page)

    change(values, "value: 4.4,", "value: 3.31,")
    preview.waits_for("3.31", page)
    preview.waits_for("Updated (")

    change(values, "2026-07: 4.8", "2026-07: soon")
    preview.waits_for("audits/waiting-time.yml:11:12: error")
    preview.waits_for("the pages stay as they were")
    assert "3.31" in preview.page(page)

    change(values, "2026-07: soon", "2026-07: 4.76")
    preview.waits_for("4.76", page)

    assert preview.page("") != ""
    assert preview.end() == 0
    assert "Traceback" not in preview.said


def test_a_taken_port_is_told_before_anything_is_built(tmp_path: Path) -> None:
    """Exit code 3 and what to do about it."""
    make_workspace(tmp_path, "en")
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        done = auditloop("-C", tmp_path, "serve", "--port", port)

    assert done.returncode == 3
    assert f"Cannot listen on 127.0.0.1:{port}: choose another port with --port" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site").exists()
