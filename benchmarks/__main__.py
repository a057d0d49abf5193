"""`python -m benchmarks`: makes workspaces, measures every stage on them and prints the tables."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import RUNS, Bench, Measured, measure_all
from benchmarks.report import as_json, as_markdown
from benchmarks.stages import STAGES, Stage
from benchmarks.workspace import write_workspace

ENGINE_UP_TO = 1000
"""Beyond this many documents the stages that run the site engine take minutes each: only when asked for by name."""


def main() -> int:
    options = _options()
    stages = _chosen(options.stages)
    base = Path(options.dir or tempfile.mkdtemp(prefix="auditloop-bench-"))
    results: dict[int, dict[str, Measured]] = {}
    failures = []
    try:
        for documents in options.sizes:
            root = _empty(base / f"workspace-{documents}")
            written = write_workspace(root, documents)
            _say(f"{documents:,} documents, {written.bytes / 1e6:.1f} MB")
            here = [stage for stage in stages if options.stages or not stage.engine or documents <= ENGINE_UP_TO]
            measured, failed = measure_all(Bench(root, documents, options.runs), here, _tell)
            results[documents] = {each.stage: each for each in measured}
            failures += failed
    finally:
        if not options.dir:
            shutil.rmtree(base, ignore_errors=True)
    print(as_markdown(results), end="")
    if options.json:
        options.json.write_text(json.dumps(as_json(results), indent=1) + "\n", encoding="utf-8")
    for failure in failures:
        _say(f"failed: {failure}")
    return 1 if failures else 0


def _empty(root: Path) -> Path:
    """The folder for a workspace; only one that an earlier run left is replaced."""
    marker = root / ".made-by-benchmarks"
    if root.exists() and not marker.is_file():
        raise SystemExit(f"python -m benchmarks: {root} is in the way")
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    marker.touch()
    return root


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--sizes",
        type=_sizes,
        default=[100, 1000, 10_000],
        metavar="N,N…",
        help="numbers of documents (default 100,1000,10000)",
    )
    parser.add_argument(
        "--stages",
        type=lambda text: text.split(","),
        default=[],
        metavar="NAME,NAME…",
        help=f"only these, at every size: {', '.join(STAGES)}",
    )
    parser.add_argument("--runs", type=int, default=RUNS, help=f"at most so many runs per stage (default {RUNS})")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every measurement to this file, too")
    parser.add_argument("--dir", metavar="DIR", help="put the workspaces here and keep them")
    return parser.parse_args()


def _sizes(text: str) -> list[int]:
    return sorted(int(number) for number in text.replace("_", "").split(","))


def _chosen(names: list[str]) -> list[Stage]:
    """The stages asked for and the bare ones they are compared with, in the order of the table. No names: all."""
    unknown = sorted(set(names) - set(STAGES))
    if unknown:
        raise SystemExit(f"python -m benchmarks: no stage {unknown[0]!r}; known: {', '.join(STAGES)}")
    wanted = set(names) or set(STAGES)
    wanted |= {bare for name in wanted if (bare := STAGES[name].bare)}
    return [stage for name, stage in STAGES.items() if name in wanted]


def _tell(measured: Measured) -> None:
    runs = " ".join(f"{seconds:.2f}" for seconds in measured.runs)
    _say(f"  {measured.stage:<12} {measured.megabytes:6.0f} MB   {runs} s")


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
