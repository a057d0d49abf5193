"""What is measured: each stage as the function that runs it, the state it starts from, and the bare cost beside it.

A stage runs alone in a fresh process (see `measure.py`); what it imports on the way counts, as it does for a user.

    python -m benchmarks.stages STAGE DIR     run one stage on a workspace, print its figures as JSON
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.memory import peak_megabytes


@dataclass(frozen=True, slots=True)
class Target:
    """What is aimed for at one size. Ratios are to the stage's bare cost."""

    ratio: float | None = None
    seconds: float | None = None
    megabytes: float | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    name: str
    what: str
    run: Callable[[Path], object]
    bare: str | None = None
    """The stage that this one's time is divided by."""
    fresh: bool = False
    """Starts without built pages, site and caches."""
    after: str | None = None
    """The stage whose results must lie on disk."""
    edit: bool = False
    """One answer of one audit is changed first."""
    warm_up: Callable[[Path], object] | None = None
    """Done in the same process before the clock starts."""
    processes: int = 1
    targets: Mapping[int, Target] | None = None
    """By number of documents."""
    engine: bool = False
    """Runs the site engine over every page: minutes at 10,000 documents."""


# -- what the stages do ------------------------------------------------------------------------------------------------


def parse(root: Path) -> None:
    """The least that any program must do with the files: read them with PyYAML's C loader, keep nothing."""
    import yaml

    for path in sorted((root / "audits").rglob("*.yml")):
        yaml.load(path.read_bytes(), yaml.CSafeLoader)


def load(root: Path) -> object:
    from auditloop.load.workspace import read_workspace

    return read_workspace(root)


def validate(root: Path) -> object:
    from auditloop import pipeline

    checked = pipeline.check(pipeline.read_config(root))
    if checked.has_errors:
        raise pipeline.Stop(checked.problems)
    return checked


def assess(root: Path) -> object:
    from auditloop import pipeline
    from auditloop.assess import encode

    return encode(pipeline.assess(pipeline.read_config(root)).results)


def pages(root: Path) -> object:
    """All stages up to the Markdown on disk, with an empty drawing for each chart and no chart runtime."""
    from unittest.mock import patch

    def draw_nothing(charts: Sequence[Any], *_: object, **__: object) -> dict[str, str]:
        return {chart.id: '<svg viewBox="0 0 1 1" role="img"></svg>' for chart in charts}

    with (
        patch("auditloop.publish.drawing.draw_all", draw_nothing),
        patch("auditloop.publish.static.bundle", return_value=""),
    ):
        return generate(root)


def generate(root: Path, languages: Sequence[str] | None = ("zh",)) -> object:
    from auditloop import pipeline

    return pipeline.generate(pipeline.read_config(root), languages)


def build(root: Path, languages: Sequence[str] | None = ("zh",)) -> object:
    from auditloop import pipeline

    return pipeline.build(pipeline.read_config(root), languages)


def build_both(root: Path) -> object:
    return build(root, None)


def publish(root: Path) -> object:
    """What `auditloop publish VERSION --to DIR` does, for the first version there."""
    from auditloop.pipeline import assess, read_config, versions
    from auditloop.publish.versions import Wanted

    config = read_config(root)
    store = versions.store_of(config, folder=root / "published", branch="", remote=None)
    return versions.publish_version(config, assess(config), store, Wanted("first"))


def show(root: Path) -> object:
    """What `serve` does first after a save: the page of the audit that was changed, open in a browser, shows it."""
    from auditloop import pipeline

    config, preview = pipeline.read_config(root), _preview()
    page = f"zh/audits/{audit_of(edited(root))}.html"
    shown = preview.show(config, preview.assess(config), {page})
    if shown != {page}:
        raise RuntimeError(f"{page} was not shown")
    return shown


def show_after_another(root: Path) -> object:
    """The state `show` starts from: a preview that has built the site, and shown a save before."""
    from auditloop import pipeline

    _preview().build(pipeline.read_config(root))
    change_one_answer(root, -1)
    return show(root)


def rebuild(root: Path) -> object:
    """What `serve` does after a save in all: every language, one after the other, in the process that runs."""
    from auditloop import pipeline

    config, preview = pipeline.read_config(root), _preview()
    return preview.complete(config, preview.assess(config), lambda: False)


@cache
def _preview() -> Any:
    from auditloop import pipeline

    return pipeline.Preview()


def bare_engine(root: Path) -> None:
    """MkDocs alone on the finished pages, with none of our plugin: what a cold build is compared with."""
    import logging

    from mkdocs.commands.build import build as build_site
    from mkdocs.config import load_config

    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    logging.getLogger("jieba").setLevel(logging.WARNING)
    build_site(load_config(str(root / "build" / "zh" / "mkdocs.yml"), site_dir=str(root / "bare-site")))


def show_help(root: Path) -> None:
    command = Path(sys.executable).with_name("auditloop")
    subprocess.run([command, "--help"], check=True, stdout=subprocess.DEVNULL)


STAGES: Mapping[str, Stage] = {
    stage.name: stage
    for stage in (
        Stage("parse", "bare: PyYAML's CSafeLoader over the same files", parse),
        Stage("load", "read into data with places", load, bare="parse"),
        Stage(
            "validate",
            "load, then check schemas and rules",
            validate,
            bare="parse",
            targets={1000: Target(ratio=0.9), 10_000: Target(ratio=1.5, megabytes=400)},
        ),
        Stage("assess", "… then compute results.json", assess, bare="parse"),
        Stage(
            "pages",
            "… then write Markdown, one language, no chart drawn",
            pages,
            bare="parse",
            fresh=True,
            targets={1000: Target(ratio=2.5)},
        ),
        Stage("draw", "… with every chart drawn, empty cache", generate, bare="parse", fresh=True),
        Stage("draw-again", "… with every chart from the cache", generate, bare="parse", after="draw"),
        Stage("engine", "bare: `mkdocs build` alone on those pages", bare_engine, after="draw", engine=True),
        Stage(
            "build",
            "whole build, one language, empty caches",
            build,
            bare="engine",
            fresh=True,
            targets={1000: Target(ratio=1.0)},
            engine=True,
        ),
        Stage(
            "build-again",
            "whole build after one answer changed",
            build,
            bare="engine",
            after="build",
            edit=True,
            targets={1000: Target(ratio=0.4)},
            engine=True,
        ),
        Stage(
            "build-both",
            "whole build, both languages, empty caches",
            build_both,
            bare="build",
            fresh=True,
            processes=2,
            targets={1000: Target(ratio=1.2)},
            engine=True,
        ),
        Stage(
            "serve",
            "a saved change is on the page that is open",
            show,
            after="build-both",
            edit=True,
            warm_up=show_after_another,
            targets={1000: Target(seconds=2)},
            engine=True,
        ),
        Stage(
            "serve-all",
            "… and on all pages, both languages",
            rebuild,
            after="build-both",
            edit=True,
            warm_up=rebuild,
            engine=True,
        ),
        Stage(
            "publish",
            "… published as the first version in a folder",
            publish,
            bare="build-both",
            fresh=True,
            processes=2,
            targets={1000: Target(ratio=1.15)},
            engine=True,
        ),
        Stage("help", "`auditloop --help`", show_help, processes=2, targets={1000: Target(seconds=0.3)}),
    )
}


# -- one stage in this process -----------------------------------------------------------------------------------------

_ANSWER = re.compile(r"^  ([a-z0-9-]+): ([0-4])$", re.MULTILINE)


@cache
def edited(root: Path) -> Path:
    """The file that changes: the newest audit that has levels."""
    audits = sorted(root.glob("audits/*/20*/*.yml"), key=lambda path: path.stem[-10:], reverse=True)
    return next(path for path in audits if "checklist: service-self-audit" in path.read_text(encoding="utf-8"))


def audit_of(path: Path) -> str:
    return re.findall(r"^id: (\S+)$", path.read_text(encoding="utf-8"), re.MULTILINE)[0]


def change_one_answer(root: Path, turn: int) -> Path:
    """Change one answer; every `turn` leads to content not seen before."""
    path = edited(root)
    text = path.read_text(encoding="utf-8")
    answers = list(_ANSWER.finditer(text))
    answer = answers[turn % len(answers)]
    changed = f"  {answer[1]}: {(int(answer[2]) + 1) % 5}"
    path.write_text(text[: answer.start()] + changed + text[answer.end() :], encoding="utf-8")
    return path


def run_here(stage: Stage, root: Path, turn: int, profile: Path | None = None) -> dict[str, float]:
    """Seconds and peak memory of one run."""
    if stage.warm_up:
        stage.warm_up(root)
    if stage.edit:
        change_one_answer(root, turn)
    profiler = _profiler() if profile else None
    with profiler or nullcontext():
        wall, cpu = time.perf_counter(), _cpu_seconds()
        kept = stage.run(root)
        wall, cpu = time.perf_counter() - wall, _cpu_seconds() - cpu
    del kept
    if profiler and profile:
        profiler.dump_stats(profile)
    return {"seconds": wall, "cpu": cpu, "megabytes": peak_megabytes()}


def _cpu_seconds() -> float:
    """Of this process and of its children that have ended."""
    return sum(os.times()[:4])


def _profiler() -> Any:
    import cProfile

    return cProfile.Profile()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stages", description="Run one stage, here and now.")
    parser.add_argument("stage", choices=STAGES)
    parser.add_argument("root", type=Path)
    parser.add_argument("--turn", type=int, default=0, help="which answer to change, for stages that change one")
    parser.add_argument("--profile", type=Path, help="write what cProfile saw to this file")
    options = parser.parse_args()
    figures = run_here(STAGES[options.stage], options.root.resolve(), options.turn, options.profile)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
