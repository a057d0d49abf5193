"""A browser of the Chromium family: where it is, and one run of it without a window, ended whatever happens."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
_ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
)
"""Where macOS and Windows have them."""
_ARGUMENTS = (
    "--headless=new",
    "--remote-debugging-port=0",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-gpu",
    "--disable-sync",
    "--disable-dev-shm-usage",  # /dev/shm of a container is too small for it
    "--hide-scrollbars",
    "--mute-audio",
    "--no-default-browser-check",
    "--no-first-run",
    "--password-store=basic",
    "--use-mock-keychain",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # nothing but our own server is there
)
_LISTENING = re.compile(r"DevTools listening on (ws://\S+)")
_PATIENCE = 120
"""Seconds that a browser may take to start."""
_KEPT = 20
"""Last lines of what a browser says, to tell why it died."""


class NoBrowser(Exception):
    """There is none; the text is the path that was named, or empty."""


class PrintFailed(Exception):
    """The browser did not start, died, or did not answer in time; the text says what it said last."""


def find_browser(named: str | None, environ: Mapping[str, str] = os.environ) -> Path:
    """The one that is named, that of $CHROME, else the first that is installed. Raises NoBrowser."""
    if wanted := named or environ.get("CHROME"):
        found = shutil.which(wanted, path=environ.get("PATH"))
        if found is None:
            raise NoBrowser(wanted)
        return Path(found)
    for name in (*NAMES, *_ELSEWHERE):
        if found := shutil.which(name, path=environ.get("PATH")):
            return Path(found)
    raise NoBrowser("")


@contextmanager
def running(browser: Path) -> Iterator[str]:
    """The address of its DevTools, while it runs. Raises PrintFailed."""
    # Root cannot use the sandbox at all, and some systems keep it from others. What is shown is the site just built.
    unboxed = ("--no-sandbox",)
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    attempts = [unboxed] if is_root else [(), unboxed]
    for attempt, more in enumerate(attempts, 1):
        with _started(browser, more) as run:
            address = run.address()
            if address is None and attempt < len(attempts) and "sandbox" in run.said.lower():
                continue
            if address is None:
                raise PrintFailed(run.said)
            yield address
            return


@contextmanager
def _started(browser: Path, more: tuple[str, ...]) -> Iterator[_Run]:
    with tempfile.TemporaryDirectory(prefix="auditloop-print-", ignore_cleanup_errors=True) as profile:
        command = [str(browser), *_ARGUMENTS, *more, f"--user-data-dir={profile}", "about:blank"]
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            start_new_session=sys.platform != "win32",
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
        try:
            yield _Run(process)
        finally:
            _end(process)


class _Run:
    """Listens to what the browser says, so that it never waits for a reader."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._lines: deque[str] = deque(maxlen=_KEPT)
        self._address: str | None = None
        self._decided = threading.Event()
        self._listener = threading.Thread(target=self._listen, args=(process,), daemon=True)
        self._listener.start()

    def _listen(self, process: subprocess.Popen[str]) -> None:
        assert process.stderr is not None
        for line in process.stderr:
            self._lines.append(line.strip())
            if found := _LISTENING.search(line):
                self._address = found[1]
                self._decided.set()
        self._decided.set()

    def address(self) -> str | None:
        """None where it ended, or said nothing in time."""
        self._decided.wait(_PATIENCE)
        return self._address

    @property
    def said(self) -> str:
        return "\n".join(self._lines)


def _end(process: subprocess.Popen[str]) -> None:
    """The whole family of its processes."""
    try:
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        process.kill()
    process.wait()
    if process.stderr:
        process.stderr.close()
