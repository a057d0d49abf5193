"""Ctrl+C, a kill, a second build at the same time: the site stays whole and the next build works."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from auditloop.pipeline import read_config
from auditloop.pipeline.building import STAGING
from auditloop.pipeline.languages import beside
from auditloop.publish.lock import StillBusy, alone
from auditloop.publish.site import ASIDE, recover
from auditloop.publish.workers import WorkerDied, in_processes, tell
from building import AUDITLOOP, auditloop, build_here, built_workspace, differing, environment, files_of, make_workspace

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both languages, so that both processes are there to be interrupted."""
    return built_workspace(tmp_path_factory.mktemp("built"))


@pytest.fixture
def workspace(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "w", symlinks=True)
    return tmp_path / "w"


def until(happened: Callable[[], object], what: str, seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, f"{what} did not happen"
        time.sleep(0.01)


def start_build(workspace: Path) -> subprocess.Popen[str]:
    """A build in a process group of its own, returned when the site engine is writing."""
    building = subprocess.Popen(
        [str(AUDITLOOP), "-C", str(workspace), "build", "--cold"],
        env=environment(),
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    until(lambda: any((workspace / "build").glob(f"{STAGING}*/*/*")), "the engine's first file")
    return building


def members(group: int) -> list[str]:
    """Living processes of a process group."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group and fields[0] != "Z":
            found.append(stat.parent.name)
    return found


def test_ctrl_c_ends_the_build_at_once_and_leaves_the_site(workspace: Path) -> None:
    """The whole process group gets the interrupt, as from a terminal: exit code 130, no traceback, nothing left."""
    before = files_of(workspace / "site")
    building = start_build(workspace)

    os.killpg(building.pid, signal.SIGINT)
    _, errors = building.communicate(timeout=60)

    assert building.returncode == 130
    assert "Traceback" not in errors
    assert differing(files_of(workspace / "site"), before) == []
    assert not list((workspace / "build").glob(f"{STAGING}*"))


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
def test_a_killed_build_leaves_the_site_no_orphan_and_the_next_build_works(workspace: Path) -> None:
    """SIGKILL gives no chance to clean up: helpers end by themselves, and the next build clears what lies about."""
    before = files_of(workspace / "site")
    building = start_build(workspace)

    building.kill()
    building.communicate()

    assert differing(files_of(workspace / "site"), before) == []
    until(lambda: not members(building.pid), "the end of the helpers", 30)
    build_here(workspace)
    assert differing(files_of(workspace / "site"), before) == []
    assert not list((workspace / "build").glob(f"{STAGING}*"))


def test_a_kill_between_the_two_renames_is_mended(tmp_path: Path) -> None:
    """The old site was set aside and the new one not yet put in its place: the old one returns; nothing else does."""
    site, build = tmp_path / "site", tmp_path / "build"
    (build / ASIDE / "zh").mkdir(parents=True)
    (build / ASIDE / "zh" / "index.html").write_text("old", encoding="utf-8")
    (build / ASIDE / "en").mkdir()
    (site / "en").mkdir(parents=True)
    (site / "en" / "index.html").write_text("new", encoding="utf-8")

    recover(site, build)

    assert files_of(site) == {"zh/index.html": b"old", "en/index.html": b"new"}
    assert list(build.iterdir()) == []


def test_what_a_killed_build_left_is_cleared_by_the_next(tmp_path: Path) -> None:
    """Of its own kind only; and its own folder goes in the end, whatever happens."""
    config = read_config(make_workspace(tmp_path), environ={})
    for left in (f"{STAGING}999", ".other-999"):
        (config.build_dir / left / "zh").mkdir(parents=True)

    with pytest.raises(KeyError), beside(config, STAGING) as folder:
        folder.mkdir()
        assert sorted(entry.name for entry in config.build_dir.iterdir()) == sorted([".other-999", folder.name])
        raise KeyError

    assert [entry.name for entry in config.build_dir.iterdir()] == [".other-999"]


def test_two_builds_at_once_give_one_whole_site(workspace: Path) -> None:
    """The second waits for the first; the site is that of the data, not a mixture."""
    before = files_of(workspace / "site")
    first = start_build(workspace)

    second = auditloop("-C", workspace, "build")
    _, errors = first.communicate(timeout=120)

    assert (first.returncode, second.returncode) == (0, 0), errors + second.stderr
    assert differing(files_of(workspace / "site"), before) == []


def test_the_lock_is_held_by_one_told_to_others_and_free_afterwards(tmp_path: Path) -> None:
    """A waiting build says so, gives up in the end, and gets the lock when it is free."""
    told: list[str] = []

    def busy() -> None:
        told.append("busy")

    with alone(tmp_path), pytest.raises(StillBusy, match="another build"), alone(tmp_path, busy, 0.1):
        pass

    assert told == ["busy"]
    with alone(tmp_path, busy):
        assert told == ["busy"]


def test_a_waiting_build_goes_on_when_the_lock_is_free(tmp_path: Path) -> None:
    """Nobody has to start it again."""
    waits, got = threading.Event(), threading.Event()

    def second() -> None:
        with alone(tmp_path, waits.set, 30):
            got.set()

    with alone(tmp_path):
        thread = threading.Thread(target=second)
        thread.start()
        assert waits.wait(10)
        assert not got.is_set()
    thread.join(10)

    assert got.is_set()


def say_and_double(number: int) -> int:
    tell("doubling", number, 3)
    return 2 * number


def test_processes_tell_how_far_they_are() -> None:
    """All of it is told before the work is given back."""
    told: list[tuple[str, int, int]] = []

    assert in_processes(say_and_double, [1, 2, 3], 2, told=lambda *said: told.append(said)) == [2, 4, 6]
    assert sorted(told) == [("doubling", 1, 3), ("doubling", 2, 3), ("doubling", 3, 3)]


def talk_until_ended(number: int) -> int:
    if number == 0:
        time.sleep(0.5)
        raise KeyError(number)
    while True:
        tell("talking", number, 0)


def test_a_process_that_is_ended_while_it_tells_keeps_nobody_waiting() -> None:
    """It may hold the line that all of them tell on."""
    with pytest.raises(KeyError):
        in_processes(talk_until_ended, [0, 1], 2, told=lambda *said: None)


def test_work_in_processes_comes_back_in_order() -> None:
    """The answers stand in the order of the questions, whichever process was first."""
    assert in_processes(abs, [-1, -2, 3], 2) == [1, 2, 3]


def test_a_process_that_dies_is_an_error_not_a_wait() -> None:
    """The system killed it for its memory: a message, at once."""
    with pytest.raises(WorkerDied, match="memory"):
        in_processes(os._exit, [3], 1)
