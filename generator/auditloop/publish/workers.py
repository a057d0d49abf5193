"""Work spread over fresh processes, none of which outlives us: not a failure, not Ctrl+C, not even a kill."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.context import SpawnContext
from multiprocessing.queues import SimpleQueue
from threading import Thread
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class WorkerDied(Exception):
    """A process ended without an answer, as when the system runs out of memory."""


Told = Callable[[str, int, int], None]
"""How far a stage is, as `pipeline.Progress`."""


def in_processes(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    processes: int,
    *,
    chunksize: int = 1,
    told: Told | None = None,
) -> list[Result]:
    """`[work(item) for item in items]`, in `processes` processes. Raises what `work` raises, and WorkerDied.

    `told` gets what `work` says with `tell`. The processes are spawned, not forked: vl-convert runs threads, which a
    forked process would find frozen.
    """
    others = set(active_children())
    spawn = get_context("spawn")
    with (
        _listening(spawn, told) as line,
        ProcessPoolExecutor(processes, mp_context=spawn, initializer=_begin, initargs=(line,)) as pool,
    ):
        try:
            return list(pool.map(work, items, chunksize=chunksize))
        except BaseException as stop:
            for child in set(active_children()) - others:
                child.terminate()
            if isinstance(stop, BrokenProcessPool):
                raise WorkerDied("a process ended in the middle of its work; was there enough memory?") from None
            raise


Line = SimpleQueue[tuple[str, int, int] | None]
_lines: list[Line] = []
"""In a process of `in_processes`: the one that leads to who wants to be told, if anybody does."""


def tell(stage: str, done: int, total: int) -> None:
    """Say from inside such a process how far it is."""
    for line in _lines:
        line.put((stage, done, total))


@contextmanager
def _listening(context: SpawnContext, told: Told | None) -> Iterator[Line | None]:
    if told is None:
        yield None
        return
    line: Line = context.SimpleQueue()

    def listen() -> None:
        while (said := line.get()) is not None:
            told(*said)

    listener = Thread(target=listen, daemon=True)
    listener.start()
    yield line
    # Only where all went well: a process that was ended may hold the line, and whoever waits for it waits for ever.
    line.put(None)
    listener.join()


def _begin(line: Line | None) -> None:
    """Leave Ctrl+C to the parent, and end with it: an orphan would go on writing beside the next build."""
    if line is not None:
        _lines.append(line)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent.join,), daemon=True).start()


def _end_after(gone: Callable[[], None]) -> None:
    gone()
    os._exit(1)
