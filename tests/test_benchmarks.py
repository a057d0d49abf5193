"""The benchmark measures what it says it does: its workspaces are valid and repeatable, and its tables come out."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.measure import Measured
from benchmarks.report import as_markdown
from benchmarks.stages import STAGES, change_one_answer
from benchmarks.workspace import AS_OF, REPOSITORY, write_workspace

from auditloop import pipeline

DOCUMENTS = 20


def test_workspace_has_the_wanted_number_of_documents(tmp_path: Path) -> None:
    """Exactly as many documents are written as were asked for, seven of ten of them audits."""
    written = write_workspace(tmp_path, 60)

    files = list((tmp_path / "audits").rglob("*.yml"))
    audits = [path for path in files if path.read_text(encoding="utf-8").startswith("kind: audit\n")]
    assert len(files) == written.documents == 60
    assert len(audits) == 42


def test_same_number_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two runs measure the same work."""
    contents = []
    for name in ("one", "two"):
        root = tmp_path / name
        write_workspace(root, DOCUMENTS)
        contents.append({p.relative_to(root): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()})

    assert contents[0] == contents[1]


@pytest.mark.parametrize("documents", [20, 50, 100])
def test_workspace_is_valid(tmp_path: Path, documents: int) -> None:
    """A generated workspace has no errors, so that every stage runs on it."""
    write_workspace(tmp_path, documents)

    config = pipeline.read_config(tmp_path)
    checked = pipeline.check(config)
    assert config.as_of == AS_OF
    assert [problem for problem in checked.problems if problem.severity == "error"] == []


def test_every_change_is_new_and_valid(tmp_path: Path) -> None:
    """The stages that rebuild after a change never find their result in a cache from the run before."""
    write_workspace(tmp_path, DOCUMENTS)

    contents = {change_one_answer(tmp_path, turn).read_text(encoding="utf-8") for turn in range(5)}

    assert len(contents) == 5


def test_report_gives_ratios_targets_and_growth() -> None:
    """The tables show the ratio to the bare cost, whether the target is kept, and the growth between sizes."""
    results = {
        documents: {
            "parse": Measured("parse", documents, (documents / 500, documents / 400), (documents / 600,), 20.0),
            "validate": Measured("validate", documents, (documents / 1000,), (documents / 1000,), documents / 20),
        }
        for documents in (1000, 10_000)
    }

    report = as_markdown(results)

    assert "| 1.00 | 1.00 | 50 | 0.50 × parse | 0.60 × | ≤ 0.9 × | ✓ |" in report
    assert "| 10.00 | 10.00 | 500 | 0.50 × parse | 0.60 × | ≤ 1.5 ×, < 400 MB | ✗ |" in report
    assert "| validate | 10.0 × | 10.0 × | ✗ |" in report


@pytest.mark.slow
def test_every_stage_runs(tmp_path: Path) -> None:
    """The benchmark runs on a small workspace and measures every stage (of those with drawings or the site engine, the
    ones that others contain are left to the benchmark itself)."""
    stages = [stage for stage in STAGES if stage not in ("draw", "build", "build-again", "build-both", "publish")]
    figures = tmp_path / "figures.json"
    command = [
        sys.executable,
        "-m",
        "benchmarks",
        "--sizes",
        str(DOCUMENTS),
        "--stages",
        ",".join(stages),
        "--runs",
        "1",
        "--json",
        str(figures),
    ]

    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    measured = json.loads(figures.read_text(encoding="utf-8"))["measurements"]
    assert [each["stage"] for each in measured] == stages
    assert all(each["seconds"] > 0 and each["megabytes"] > 5 for each in measured)


def test_statistics_are_measured_beside_the_parser() -> None:
    """Every series is judged, and the table says what it costs."""
    command = [sys.executable, "-m", "benchmarks.series", "--series", "40", "--points", "24"]
    printed = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout

    assert printed.startswith("40 series of 24 points\n")
    rows = [line.split("|")[1].split(":")[0].strip() for line in printed.splitlines()[3:]]
    assert rows == ["parse", "process control", "everything measured of an indicator"]
