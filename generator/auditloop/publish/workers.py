"""Work spread over fresh processes, none of which outlives us: not a failure, not Ctrl+C, not even a kill."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children, get_context, parent_process
from threading import Thread
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class WorkerDied(Exception):
    """A process ended without an answer, as when the system runs out of memory."""


def in_processes(
    work: Callable[[Item], Result], items: Iterable[Item], processes: int, *, chunksize: int = 1
) -> list[Result]:
    """`[work(item) for item in items]`, in `processes` processes. Raises what `work` raises, and WorkerDied.

    The processes are spawned, not forked: vl-convert runs threads, which a forked process would find frozen.
    """
    others = set(active_children())
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_follow_parent) as pool:
        try:
            return list(pool.map(work, items, chunksize=chunksize))
        except BaseException as stop:
            for child in set(active_children()) - others:
                child.terminate()
            if isinstance(stop, BrokenProcessPool):
                raise WorkerDied("a process ended in the middle of its work; was there enough memory?") from None
            raise


def _follow_parent() -> None:
    """Leave Ctrl+C to the parent, and end with it: an orphan would go on writing beside the next build."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent.join,), daemon=True).start()


def _end_after(gone: Callable[[], None]) -> None:
    gone()
    os._exit(1)
