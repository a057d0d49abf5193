"""What every command shares: the global options, how failures end, and showing problems and progress."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import typer

from auditloop import pipeline
from auditloop.cli.words import say
from auditloop.config import Config, ConfigError, message_language
from auditloop.problems import Problem

EXIT_FINE, EXIT_PROBLEMS, EXIT_USAGE, EXIT_FAILED, EXIT_INTERRUPTED = 0, 1, 2, 3, 130


class Failure(Exception):
    """Ends a command with a message and an exit code."""

    def __init__(self, message: str, exit_code: int = EXIT_FAILED) -> None:
        super().__init__(message)
        self.exit_code = exit_code


class UsageFailure(Failure):
    """A flag or setting that cannot be used."""

    def __init__(self, message: str) -> None:
        super().__init__(message, EXIT_USAGE)


@dataclass(frozen=True, slots=True)
class Globals:
    directory: Path
    as_of: str | None = None
    lang: str | None = None
    quiet: bool = False

    def config(self, *, as_of: str | None = None, lang: str | None = None) -> Config:
        """The workspace's Config; options given after the command win over those before it."""
        if not self.directory.is_dir():
            raise UsageFailure(f"-C {self.directory}: no such folder")
        self._refuse_inside(lang)
        try:
            return pipeline.read_config(self.directory, as_of=as_of or self.as_of, lang=lang or self.lang)
        except ConfigError as error:
            raise UsageFailure(str(error)) from None

    def _refuse_inside(self, lang: str | None) -> None:
        """Somebody in a folder of the workspace is told where the workspace is."""
        here = self.directory.resolve()
        if (here / "audits").exists():
            return
        for parent in here.parents:
            if (parent / "audits").is_dir() and (parent / "mkdocs.yml").is_file():
                path = os.path.relpath(parent, Path.cwd())
                try:
                    spoken = message_language(lang or self.lang)
                except ConfigError as error:
                    raise UsageFailure(str(error)) from None
                raise UsageFailure(say("inside-workspace", spoken, path=path))

    def progress(self) -> pipeline.Progress:
        return pipeline.silent if self.quiet or not sys.stderr.isatty() else ProgressLine()


class ProgressLine:
    """One line on a terminal that says which stage runs and how far it is. Appears only when a run takes a while."""

    def __init__(self, after: float = 0.4) -> None:
        self._start = self._shown = time.monotonic()
        self._after = after
        self._last = ""

    def __call__(self, stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._start < self._after or (now - self._shown < 0.1 and stage == self._last):
            return
        self._shown, self._last = now, stage
        share = f" {done}/{total}" if total else ""
        sys.stderr.write(f"\r\x1b[2K{stage}{share} … {now - self._start:.0f} s")
        sys.stderr.flush()

    def clear(self) -> None:
        if self._last:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()


def clear(progress: pipeline.Progress) -> None:
    if isinstance(progress, ProgressLine):
        progress.clear()


def show_problems(problems: Sequence[Problem], lang: str, *, err: bool = True) -> None:
    """Problems as text: on stderr where another result stands on stdout."""
    from auditloop.reporters import REPORTERS
    from auditloop.reporters.hosts import harmless

    if problems:
        text = REPORTERS["text"].report(problems, lang=lang).rstrip("\n")
        typer.echo(harmless(text, os.environ), err=err)


@contextmanager
def telling(config: Config, progress: pipeline.Progress) -> Iterator[None]:
    """While stages run: what keeps them from their end becomes the failure that says so. The progress line goes."""
    try:
        yield
    except pipeline.Stop as stop:
        clear(progress)
        raise stopped(stop, config) from None
    except pipeline.CannotBuild as error:
        raise Failure(str(error)) from None
    finally:
        clear(progress)


def stopped(stop: pipeline.Stop, config: Config) -> Failure:
    """Show all problems; the failure to raise says that nothing was made."""
    show_problems(stop.problems, config.lang)
    return Failure(say("stopped", config.lang), EXIT_PROBLEMS)


def refuse_to_replace(file: Path, config: Config, force: bool) -> None:
    """Raises Failure where a file is there already and nobody said that it may go."""
    if file.exists() and not force:
        raise Failure(say("export-exists", config.lang, path=file), EXIT_USAGE)
