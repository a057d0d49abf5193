"""render → publish → the site engine, for every language: one after the other, or each in a process of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from auditloop.config import Config
from auditloop.pipeline.assessing import Assessed
from auditloop.pipeline.checking import Memory
from auditloop.pipeline.generating import generate_locked, site_languages
from auditloop.pipeline.outcomes import CannotBuild, Progress, silent
from auditloop.pipeline.settled import settled

if TYPE_CHECKING:
    from auditloop.assess.changes import Changes
    from auditloop.publish.generated import Generated
    from auditloop.publish.running import SiteJob
    from auditloop.publish.site import Built


@dataclass(frozen=True, slots=True)
class Made:
    """The languages of a site, in their order, each finished in its own folder below the one they were made in."""

    sites: list[Generated]
    built: list[Built]


@dataclass(frozen=True, slots=True)
class Task:
    """One language's part of the work; travels to another process."""

    config: Config
    assessed: Assessed
    lang: str
    languages: tuple[str, ...]
    staging: Path
    memory: str
    reuse: bool
    version: str | None
    changes: Changes | None


@contextmanager
def beside(config: Config, prefix: str) -> Iterator[Path]:
    """A folder to build in that nobody sees, gone afterwards; what killed builds left of theirs is cleared.

    It has the process' id in its name: what a killed build still writes for a moment never lands in the next one. The
    caller holds the workspace's lock.
    """
    for left in config.build_dir.glob(f"{prefix}*"):
        shutil.rmtree(left, ignore_errors=True)
    folder = config.build_dir / f"{prefix}{os.getpid()}"
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def make_languages(
    config: Config,
    assessed: Assessed,
    staging: Path,
    progress: Progress,
    *,
    memory: str,
    languages: Sequence[str] | None = None,
    version: str | None = None,
    changes: Changes | None = None,
    parallel: bool = True,
    reuse: bool = True,
    known: Memory | None = None,
) -> Made:
    """Pages in build/<language>/, the finished site in staging/<language>/.

    `memory`: name of the folder in .cache/ where the engine's work is kept; `version`, `changes` and `known` as in
    `generate_locked`, though pages that other processes make are not remembered. Raises CannotBuild, OSError.
    """
    from auditloop.publish.drawing import forget_unused
    from auditloop.publish.running import BuildFailed
    from auditloop.publish.workers import WorkerDied, in_processes

    wanted = tuple(languages or site_languages(assessed.workspace))
    tasks = [Task(config, assessed, lang, wanted, staging, memory, reuse, version, changes) for lang in wanted]
    try:
        if parallel and len(tasks) > 1:
            done = in_processes(_make_there, map(_lighter, tasks), len(tasks), told=progress)
        else:
            sites = generate_locked(config, assessed, wanted, progress, known, version, changes)
            progress("site", 0, 0)
            done = [(site, _build(task, site)) for task, site in zip(tasks, sites, strict=True)]
        forget_unused(config.cache_dir / "charts")
        if known:
            known.sites.update({site.lang: site for site, _ in done})
        return Made([site for site, _ in done], [built for _, built in done])
    except (BuildFailed, WorkerDied) as error:
        raise CannotBuild(str(error)) from error


def _lighter(task: Task) -> Task:
    """Without what only reading and validation need: it would travel to every process."""
    checked = replace(task.assessed.checked, documents=(), tables={}, logs={}, responses={})
    return replace(task, assessed=replace(task.assessed, checked=checked))


def _make_there(task: Task) -> tuple[Generated, Built]:
    """The whole of one language in this process, which is one of several."""
    from auditloop.publish.workers import tell

    # One of them tells how far it is: all are about as far.
    progress = tell if task.lang == task.languages[0] else silent
    with settled():
        (site,) = generate_locked(
            task.config,
            task.assessed,
            (task.lang,),
            progress,
            version=task.version,
            changes=task.changes,
            among=task.languages,
            processes=1,
        )
        progress("site", 0, 0)
        return site, _build(task, site)


def _build(task: Task, site: Generated) -> Built:
    from auditloop.publish.site import build_language

    return build_language(engine_job(task.config, site, task.staging, task.memory), reuse=task.reuse)


def engine_job(config: Config, site: Generated, staging: Path, memory: str) -> SiteJob:
    """What the engine is to do with one language; `staging` and `memory` as in `make_languages`."""
    from auditloop.publish.engine import language_url
    from auditloop.publish.running import SiteJob, epoch_of

    return SiteJob(
        generated=site,
        mkdocs_yml=config.mkdocs_yml,
        staging=staging / site.lang,
        memory=config.cache_dir / memory / site.lang,
        site_url=language_url(config.site_url, site.lang, site.version),
        epoch=epoch_of(config.as_of),
    )
