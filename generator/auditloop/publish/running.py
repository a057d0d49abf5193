"""Runs the site engine, MkDocs, for one language: its settings, its clock, and what it says."""

from __future__ import annotations

import datetime as dt
import logging
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from auditloop.publish.engine import EnginePages, apply_settings
from auditloop.publish.generated import Generated


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


def epoch_of(day: dt.date) -> int:
    """The day's beginning as the engine's clock counts it: seconds since 1970."""
    return int(dt.datetime.combine(day, dt.time(), dt.UTC).timestamp())


def run_engine(job: SiteJob, pages: EnginePages) -> None:
    """Let the engine make what `pages` wants of it, in the job's staging folder. Raises BuildFailed, OSError."""
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
