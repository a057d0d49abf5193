"""The server of a preview: which pages are open, and in which order browsers learn of what is new."""

from __future__ import annotations

import socket
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from auditloop.publish import live
from auditloop.publish.live import PreviewServer


class Steps:
    """Two rounds that wait until the test lets each end."""

    def __init__(self, *, shows: bool = True, again: bool = False) -> None:
        self.shows, self.again = shows, again
        self.in_view: frozenset[str] = frozenset()
        self.shown, self.done = threading.Event(), threading.Event()

    def first(self, in_view: frozenset[str]) -> bool:
        self.in_view = in_view
        assert self.shown.wait(20)
        return self.shows

    def rest(self, superseded: Callable[[], bool]) -> bool:
        assert self.done.wait(20)
        return self.again


@contextmanager
def serving(site: Path, steps: Steps) -> Iterator[PreviewServer]:
    """A server on a port of its own, with one watched file beside the site."""
    server = PreviewServer(steps, "127.0.0.1", 0, site)
    server.watch(str(saved_file(site)))
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()
    try:
        wait_for(lambda: answers(server))
        yield server
    finally:
        steps.shown.set(), steps.done.set()
        server.shutdown()
        thread.join(20)


def saved_file(site: Path) -> Path:
    return site.parent / "saved.yml"


def address(server: PreviewServer) -> str:
    return f"http://127.0.0.1:{server.server_address[1]}"


def answers(server: PreviewServer) -> bool:
    try:
        socket.create_connection(("127.0.0.1", server.server_address[1]), timeout=5).close()
    except OSError:
        return False
    return True


def wait_for(what: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site" / "en").mkdir(parents=True)
    (tmp_path / "site" / "en" / "page.html").write_text("<html><body>before</body></html>")
    saved_file(tmp_path / "site").write_text("1")
    return tmp_path / "site"


def get(url: str, **headers: str) -> str:
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=30) as answer:
        return str(answer.read().decode())


def open_tab(server: PreviewServer, pool: ThreadPoolExecutor, epoch: int) -> Future[str]:
    """What a page's script does: it asks for something newer, and says by its address where it stands."""
    url = address(server)
    asked = pool.submit(get, f"{url}/livereload/{epoch}/1", Referer=f"{url}/en/page.html")
    wait_for(lambda: "en/page.html" in server.in_view())
    return asked


def end_polls(server: PreviewServer) -> None:
    with server._epoch_cond:
        server._visible_epoch += 1
        server._wanted_epoch = server._visible_epoch
        server._epoch_cond.notify_all()


def save(site: Path) -> None:
    time.sleep(0.5)  # the watcher compares times of files with what it saw at its last look
    saved_file(site).write_text("changed")


@pytest.fixture(autouse=True)
def no_grace(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that was only sent, and asks for nothing, is not open any more."""
    monkeypatch.setattr(live, "_GRACE", 0.0)


def test_an_open_page_is_told_before_the_rest_is_made(site: Path) -> None:
    """And not a second time, when the rest brings nothing new for it."""
    steps = Steps()
    with serving(site, steps) as server, ThreadPoolExecutor() as pool:
        now = server._visible_epoch
        tab = open_tab(server, pool, now)
        save(site)
        steps.shown.set()
        told = int(tab.result(20))
        assert told > now
        assert steps.in_view == {"en/page.html"}
        assert "before" in get(f"{address(server)}/en/page.html")  # pages are sent while the rest is made

        again = open_tab(server, pool, told)
        steps.done.set()
        time.sleep(0.5)
        assert not again.done()
        end_polls(server)


def test_pages_are_loaded_again_when_the_rest_is_new_for_them(site: Path) -> None:
    steps = Steps(again=True)
    with serving(site, steps) as server, ThreadPoolExecutor() as pool:
        tab = open_tab(server, pool, server._visible_epoch)
        save(site)
        steps.shown.set()
        told = int(tab.result(20))

        again = open_tab(server, pool, told)
        steps.done.set()
        assert int(again.result(20)) > told


def test_without_anything_to_show_first_browsers_learn_of_the_whole(site: Path) -> None:
    steps = Steps(shows=False)
    with serving(site, steps) as server, ThreadPoolExecutor() as pool:
        now = server._visible_epoch
        tab = open_tab(server, pool, now)
        save(site)
        steps.shown.set()
        time.sleep(0.3)
        assert not tab.done()
        steps.done.set()
        assert int(tab.result(20)) > now


def test_closed_pages_are_forgotten(site: Path) -> None:
    with serving(site, Steps()) as server:
        get(f"{address(server)}/en/page.html")
        assert server.in_view() == frozenset()
