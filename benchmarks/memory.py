"""How much memory a process and its children take. Exact on Linux; elsewhere what getrusage says of one process."""

from __future__ import annotations

import re
import sys
from pathlib import Path

_PAGE = 4096


def peak_megabytes() -> float:
    """The most that this process has ever held.

    Linux counts into ru_maxrss what the parent held when it started us; VmHWM begins anew with the program.
    """
    status = Path("/proc/self/status")
    if status.is_file() and (found := re.search(r"^VmHWM:\s+(\d+) kB", status.read_text(), re.MULTILINE)):
        return int(found[1]) * 1024 / 1e6
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6


def tree_megabytes(pid: int) -> float:
    """What a process and all its descendants hold now; 0 where the system does not say."""
    pages, waiting = 0, [pid]
    while waiting:
        here = Path(f"/proc/{waiting.pop()}")
        try:
            pages += int((here / "statm").read_text().split()[1])
            for children in here.glob("task/*/children"):
                waiting += [int(child) for child in children.read_text().split()]
        except (OSError, IndexError):
            continue  # it has just ended
    return pages * _PAGE / 1e6
