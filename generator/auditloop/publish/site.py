"""Builds the finished site beside the old one and swaps it in when every language is whole."""

from __future__ import annotations

import datetime as dt
import logging
import os
import shutil
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from auditloop.publish.engine import EnginePages, apply_settings, language_url
from auditloop.publish.generated import Generated
from auditloop.publish.root_page import root_page
from auditloop.publish.workers import WorkerDied, in_processes

STAGING = ".next-"
"""With the process' id: what a killed build still writes for a moment never lands in the next one."""
ASIDE = ".previous"


class BuildFailed(Exception):
    """The site engine could not build; the text says why. The previous site is as it was."""


@dataclass(frozen=True, slots=True)
class SiteJob:
    """What the build of one language needs; travels to another process."""

    generated: Generated
    mkdocs_yml: Path
    staging: Path
    """Where the language is built, not yet visible."""
    memory: Path
    """Folder of what the engine made last time."""
    site_url: str | None
    epoch: int


@dataclass(frozen=True, slots=True)
class Built:
    lang: str
    pages: int
    reused: int


def build_site(
    sites: Sequence[Generated],
    *,
    mkdocs_yml: Path,
    site_dir: Path,
    build_dir: Path,
    cache_dir: Path,
    as_of: dt.date,
    site_url: str | None,
    parallel: bool = True,
    reuse: bool = True,
) -> list[Built]:
    """Build every language and swap the result into `site_dir/<lang>/`.

    Until all languages are built nothing in `site_dir` is touched: a failure or an interruption leaves the previous
    site whole. The caller holds the workspace's lock. Raises BuildFailed, OSError.
    """
    recover(site_dir, build_dir)
    staging = build_dir / f"{STAGING}{os.getpid()}"
    try:
        built = build_languages(
            sites,
            staging,
            mkdocs_yml=mkdocs_yml,
            memory=cache_dir / "site",
            as_of=as_of,
            site_url=site_url,
            parallel=parallel,
            reuse=reuse,
        )
        (staging / "index.html").write_text(root_page(sites), encoding="utf-8")
        _swap(staging, site_dir, build_dir / ASIDE, [site.lang for site in sites])
        (staging / "index.html").replace(site_dir / "index.html")
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return built


def build_languages(
    sites: Sequence[Generated],
    staging: Path,
    *,
    mkdocs_yml: Path,
    memory: Path,
    as_of: dt.date,
    site_url: str | None,
    parallel: bool = True,
    reuse: bool = True,
) -> list[Built]:
    """Build every language into `staging/<lang>/`. `memory`: folder of what the engine made last time.

    Raises BuildFailed, OSError.
    """
    epoch = int(dt.datetime.combine(as_of, dt.time(), dt.UTC).timestamp())
    jobs = [
        SiteJob(
            generated=site,
            mkdocs_yml=mkdocs_yml,
            staging=staging / site.lang,
            memory=memory / site.lang,
            site_url=language_url(site_url, site.lang, site.version),
            epoch=epoch,
        )
        for site in sites
    ]
    if not reuse:
        for job in jobs:
            shutil.rmtree(job.memory, ignore_errors=True)
    try:
        if parallel and len(jobs) > 1:
            return in_processes(build_language, jobs, len(jobs))
        return [build_language(job) for job in jobs]
    except WorkerDied as error:
        raise BuildFailed(str(error)) from None


def build_language(job: SiteJob) -> Built:
    """Run the engine for one language into its staging folder. Raises BuildFailed."""
    try:
        from mkdocs.commands.build import build  # heavy, and only needed here
        from mkdocs.config import load_config
        from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException
    except ImportError as error:
        raise BuildFailed(f"the site engine is not installed: {error}") from error
    said = EngineSays()
    try:
        with said, _dated(job.epoch):
            with job.mkdocs_yml.open("rb") as file:
                config = load_config(
                    file, docs_dir=str(job.generated.docs_dir), site_dir=str(job.staging), site_url=job.site_url
                )
            adapter = config.plugins.get("auditloop")
            if adapter is None:
                raise BuildFailed("mkdocs.yml: add `- auditloop` under `plugins:`, before `- search`")
            pages = EnginePages(job.generated, memory=job.memory)
            apply_settings(config, job.generated)
            dirty = pages.reuse(config)
            adapter.adopt(pages)
            build(config, dirty=dirty)
    except (Abort, ConfigurationError, MkDocsException) as error:
        raise BuildFailed("\n".join(said.errors) or f"{job.generated.lang}: {error}") from None
    except (BuildFailed, OSError):
        raise
    except Exception as error:
        # A theme's template, a hook, another plugin: whatever an organisation adds runs inside the engine.
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{frame.filename}:{frame.lineno}"
        raise BuildFailed(f"{job.generated.lang}: {place}: {type(error).__name__}: {error}") from error
    return Built(job.generated.lang, len(pages.site.pages), len(pages.reused))


@contextmanager
def _dated(epoch: int) -> Iterator[None]:
    """MkDocs' only clock is set to the day of the assessment, for this build and not for the next one."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch)
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


class EngineSays(logging.Handler):
    """What MkDocs logs: warnings go to stderr at once, errors are kept for the one message that ends the build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.errors: list[str] = []

    def __enter__(self) -> None:
        log = logging.getLogger("mkdocs")
        self._before = (log.level, log.propagate)
        log.setLevel(logging.WARNING)
        log.propagate = False
        log.addHandler(self)

    def __exit__(self, *_: object) -> None:
        log = logging.getLogger("mkdocs")
        log.removeHandler(self)
        level, log.propagate = self._before
        log.setLevel(level)

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if record.levelno >= logging.ERROR:
            self.errors.append(f"mkdocs.yml: {message}" if record.name == "mkdocs.config" else message)
        elif "'dirty' build" not in message:  # said of partial builds; ours are checked page by page (`reuse.py`)
            sys.stderr.write(f"auditloop: {message}\n")


def recover(site_dir: Path, build_dir: Path) -> None:
    """Bring back what a killed swap had set aside, and clear what a killed build left."""
    for left in build_dir.glob(f"{STAGING}*"):
        shutil.rmtree(left, ignore_errors=True)
    aside = build_dir / ASIDE
    if not aside.is_dir():
        return
    for old in aside.iterdir():
        if not (site_dir / old.name).exists():
            site_dir.mkdir(parents=True, exist_ok=True)
            old.rename(site_dir / old.name)
    shutil.rmtree(aside, ignore_errors=True)


def _swap(staging: Path, site_dir: Path, aside: Path, languages: Sequence[str]) -> None:
    """Two renames per language; what was there is put back when one of them fails."""
    site_dir.mkdir(parents=True, exist_ok=True)
    aside.mkdir(parents=True, exist_ok=True)
    done: list[str] = []
    try:
        for lang in languages:
            if (site_dir / lang).exists():
                (site_dir / lang).rename(aside / lang)
            done.append(lang)
            (staging / lang).rename(site_dir / lang)
    except BaseException:
        for lang in done:
            if (aside / lang).exists():
                shutil.rmtree(site_dir / lang, ignore_errors=True)
                (aside / lang).rename(site_dir / lang)
        raise
    for gone in [entry for entry in site_dir.iterdir() if entry.is_dir() and entry.name not in languages]:
        # A language that the organisation gave up; only folders that carry our own mark are ours to remove.
        if (gone / "assets" / "auditloop" / "auditloop.css").is_file():
            shutil.rmtree(gone)
    shutil.rmtree(aside, ignore_errors=True)
