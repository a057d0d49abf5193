"""Runs stages, each alone in its own process, and brings the workspace into the state they need before."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.memory import tree_megabytes
from benchmarks.stages import STAGES, Stage
from benchmarks.workspace import REPOSITORY

RUNS = 5
ENOUGH_SECONDS = 20.0
"""After this long a stage is not run again."""
LEAST_RUNS = 2
FEW_FROM_SECONDS = 60.0
"""A run this long is not repeated."""
MADE = ("build", "site", "bare-site", "published", ".cache")
"""What stages leave in a workspace."""


_NOT_FROM_OUTSIDE = ("SOURCE_DATE_EPOCH", "PYTHONHASHSEED", "PYTHONDONTWRITEBYTECODE")


class StageError(Exception):
    """A stage ended with an error; the text is the end of what it said."""


@dataclass(frozen=True, slots=True)
class Measured:
    """All runs of one stage on one workspace."""

    stage: str
    documents: int
    runs: tuple[float, ...]
    """Seconds by the clock."""
    cpu: tuple[float, ...]
    """Seconds of processor time, its children's too: what other work on the machine changes least."""
    megabytes: float
    """The most that it and its children held at one time."""

    @property
    def best(self) -> float:
        return min(self.runs)

    @property
    def median(self) -> float:
        return median(self.runs)


@dataclass(slots=True)
class Bench:
    """One workspace and what lies in it by now."""

    root: Path
    documents: int
    most_runs: int = RUNS
    present: set[str] = field(default_factory=set)
    turn: int = 0

    def measure(self, stage: Stage) -> Measured:
        """Raises StageError."""
        results: list[dict[str, float]] = []
        while len(results) < self.most_runs and _again([result["seconds"] for result in results]):
            self._prepare(stage)
            results.append(self._run(stage))
        return Measured(
            stage.name,
            self.documents,
            tuple(result["seconds"] for result in results),
            tuple(result["cpu"] for result in results),
            max(result["megabytes"] for result in results),
        )

    def _prepare(self, stage: Stage) -> None:
        if stage.fresh:
            for name in MADE:
                shutil.rmtree(self.root / name, ignore_errors=True)
            self.present.clear()
        if stage.after and stage.after not in self.present:
            before = STAGES[stage.after]
            self._prepare(before)
            self._run(before)

    def _run(self, stage: Stage) -> dict[str, float]:
        self.turn += 1
        command = [sys.executable, "-m", "benchmarks.stages", stage.name, str(self.root), "--turn", str(self.turn)]
        peak = 0.0
        with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
            process = subprocess.Popen(command, cwd=REPOSITORY, stdout=out, stderr=err, env=_environment())
            while process.poll() is None:
                if stage.processes > 1:
                    peak = max(peak, tree_megabytes(process.pid))
                time.sleep(0.02 if stage.processes > 1 else 0.1)
            out.seek(0)
            err.seek(0)
            if process.returncode:
                raise StageError(f"{stage.name}, {self.documents} documents:\n{err.read()[-2000:]}")
            figures: dict[str, float] = json.loads(out.read().splitlines()[-1])
        figures["megabytes"] = max(peak, figures["megabytes"])
        self.present.add(stage.name)
        return figures


def _again(runs: Sequence[float]) -> bool:
    if not runs:
        return True
    if runs[0] >= FEW_FROM_SECONDS:
        return False
    return sum(runs) < ENOUGH_SECONDS or len(runs) < LEAST_RUNS


def _environment() -> dict[str, str]:
    """The same for every run: UTF-8, no colours, and no date or hash seed from outside.

    An installed package is compiled: where Python is told to keep no bytecode, every run would compile us anew.
    """
    kept = {name: value for name, value in os.environ.items() if name not in _NOT_FROM_OUTSIDE}
    return {**kept, "NO_COLOR": "1", "PYTHONUTF8": "1"}


def measure_all(
    bench: Bench, stages: Sequence[Stage], tell: Callable[[Measured], None]
) -> tuple[list[Measured], list[StageError]]:
    """Every stage in the order given; one that fails does not keep the others from being measured."""
    measured: list[Measured] = []
    failed: list[StageError] = []
    for stage in stages:
        try:
            measured.append(bench.measure(stage))
        except StageError as failure:
            failed.append(failure)
        else:
            tell(measured[-1])
    return measured, failed
