"""Turns measurements into tables: what each stage costs, its ratio to the bare cost, the target, and the growth."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from itertools import pairwise
from typing import Any

from benchmarks.measure import Measured
from benchmarks.stages import STAGES, Target

TIME_GROWTH, MEMORY_GROWTH = 11.0, 8.0
"""At most, for ten times the documents, from 1,000 on."""
LIBRARIES = ("pyyaml", "jsonschema-rs", "msgspec", "vl-convert-python", "jinja2", "mkdocs", "mkdocs-material")

Results = Mapping[int, Mapping[str, Measured]]
"""Number of documents → stage → what was measured."""


def as_markdown(results: Results) -> str:
    parts = [f"# Benchmark\n\n{_machine_line()}"]
    for documents, measured in results.items():
        parts.append(f"## {documents:,} documents\n\n{_size_table(documents, measured)}")
    for small, large in pairwise(results):
        table = _growth_table(results[small], results[large], large / small)
        parts.append(f"## Growth from {small:,} to {large:,} documents\n\n{table}")
    return "\n\n".join(parts) + "\n"


def as_json(results: Results) -> dict[str, Any]:
    return {
        "machine": machine(),
        "measurements": [
            {
                "documents": documents,
                "stage": name,
                "runs": list(measured.runs),
                "cpu": list(measured.cpu),
                "seconds": measured.best,
                "megabytes": round(measured.megabytes, 1),
                "bare": STAGES[name].bare,
                "ratio": ratio(name, stages),
                "cpu_ratio": cpu_ratio(name, stages),
            }
            for documents, stages in results.items()
            for name, measured in stages.items()
        ],
    }


def ratio(name: str, measured: Mapping[str, Measured]) -> float | None:
    """Best time of a stage over the best time of its bare cost; None where that was not measured."""
    bare = STAGES[name].bare
    if bare is None or bare not in measured:
        return None
    return measured[name].best / measured[bare].best


def cpu_ratio(name: str, measured: Mapping[str, Measured]) -> float | None:
    """The same of processor time: steadier than the clock on a busy machine, blind to work done side by side."""
    bare = STAGES[name].bare
    if bare is None or bare not in measured or not measured[bare].cpu or not measured[name].cpu:
        return None
    return min(measured[name].cpu) / max(min(measured[bare].cpu), 0.01)


def machine() -> dict[str, Any]:
    versions: dict[str, str] = {}
    for library in LIBRARIES:
        try:
            versions[library] = version(library)
        except PackageNotFoundError:
            continue
    return {"python": platform.python_version(), "system": sys.platform, "processors": os.cpu_count(), **versions}


def _machine_line() -> str:
    facts = machine()
    python, system, processors = facts.pop("python"), facts.pop("system"), facts.pop("processors")
    libraries = ", ".join(f"{name} {number}" for name, number in facts.items())
    return f"Python {python} on {system}, {processors} processors; {libraries}."


def _size_table(documents: int, measured: Mapping[str, Measured]) -> str:
    rows = []
    for name, figures in measured.items():
        stage = STAGES[name]
        share, cpu_share = ratio(name, measured), cpu_ratio(name, measured)
        target = (stage.targets or {}).get(documents)
        rows.append(
            (
                name,
                stage.what,
                f"{figures.best:.2f}",
                f"{figures.median:.2f}",
                f"{figures.megabytes:.0f}",
                f"{share:.2f} × {stage.bare}" if share is not None else "",
                f"{cpu_share:.2f} ×" if cpu_share is not None else "",
                _target_words(target),
                _verdict(target, figures, share),
            )
        )
    header = ("stage", "what", "best s", "median s", "peak MB", "ratio", "of CPU", "target", "")
    return _table(header, rows, right=(2, 3, 4))


def _growth_table(small: Mapping[str, Measured], large: Mapping[str, Measured], factor: float) -> str:
    """Judged where the documents grow tenfold from 1,000 on: below that, what is fixed outweighs what grows."""
    judged = factor == 10 and next(iter(small.values())).documents >= 1000
    rows = []
    for name, figures in large.items():
        if name not in small:
            continue
        time, memory = figures.best / small[name].best, figures.megabytes / small[name].megabytes
        good = time <= TIME_GROWTH and memory <= MEMORY_GROWTH
        rows.append((name, f"{time:.1f} ×", f"{memory:.1f} ×", ("✓" if good else "✗") if judged else ""))
    target = f"target: time ≤ {TIME_GROWTH:.0f} ×, memory ≤ {MEMORY_GROWTH:.0f} ×\n\n" if judged else ""
    return target + _table(("stage", "time", "memory", ""), rows, right=(1, 2))


def _target_words(target: Target | None) -> str:
    if target is None:
        return ""
    limits = (
        (target.ratio, "≤ {:g} ×"),
        (target.seconds, "< {:g} s"),
        (target.megabytes, "< {:g} MB"),
    )
    return ", ".join(words.format(limit) for limit, words in limits if limit is not None)


def _verdict(target: Target | None, figures: Measured, share: float | None) -> str:
    if target is None or (target.ratio is not None and share is None):
        return ""
    kept = (
        (target.ratio is None or share is None or share <= target.ratio)
        and (target.seconds is None or figures.best < target.seconds)
        and (target.megabytes is None or figures.megabytes < target.megabytes)
    )
    return "✓" if kept else "✗"


def _table(header: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int]) -> str:
    rule = ["---:" if column in right else "---" for column in range(len(header))]
    return "\n".join("| " + " | ".join(row) + " |" for row in (header, rule, *rows))
