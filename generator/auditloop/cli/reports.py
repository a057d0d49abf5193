"""Where problems are told: the form that is printed, reports in files, and the page of a step of a CI host."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from auditloop.cli.context import UsageFailure
from auditloop.config import Config
from auditloop.problems import Place, Problem
from auditloop.resources import BUILT_IN

_WITH_FORM = re.compile(r"(?P<form>[a-z]+)=(?P<path>.+)", re.S)
_STEP_SUMMARY_BYTES = 1024 * 1024
"""https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits"""


@dataclass(frozen=True, slots=True)
class Reports:
    """`printed` is a form of `REPORTERS`; `written` are files with the form of each."""

    printed: str
    written: Mapping[Path, str]
    summary: Path | None = None


def plan(form: str | None, outputs: Sequence[str], environ: Mapping[str, str] = os.environ) -> Reports:
    """What `--format` and every `--output` ask for, else what suits the host. Raises UsageFailure.

    A file that names no form takes that of `--format`, and what is printed is then for people.
    """
    from auditloop.reporters import REPORTERS
    from auditloop.reporters.hosts import host

    where = host(environ)
    known = ", ".join(REPORTERS)
    if form is not None and form not in REPORTERS:
        raise UsageFailure(f"--format {form}: use one of {known}")
    printed = form or where.prints
    written: dict[Path, str] = {}
    for output in outputs:
        named = _WITH_FORM.fullmatch(output)
        if named and named["form"] not in REPORTERS:
            raise UsageFailure(f"--output {output}: there is no form “{named['form']}”; use one of {known}")
        of_file = named["form"] if named else form or where.files
        if of_file is None:
            raise UsageFailure(f"--output {output}: which form? For example --output sarif={output}, one of {known}")
        if not named and form and not REPORTERS[form].for_people:
            printed = where.prints
        path = Path(named["path"] if named else output)
        if path.resolve() in {other.resolve() for other in written}:
            raise UsageFailure(f"--output {output}: another report goes to this file")
        written[path] = of_file
    summary = environ.get(where.summary, "") if where.summary else ""
    return Reports(printed, written, Path(summary) if summary else None)


def tell(reports: Reports, problems: Sequence[Problem], files: Sequence[str], config: Config) -> bool:
    """Print and write everything that is planned; whether anything was printed. Raises OSError."""
    from auditloop.load.checkout import path_in_repository
    from auditloop.reporters import REPORTERS
    from auditloop.reporters.hosts import harmless

    prefix = path_in_repository(config.root)
    from_root = [_moved(problem, prefix) for problem in problems]
    files_from_root = [_path(file, prefix) for file in files]

    def text(name: str) -> str:
        form = REPORTERS[name]
        if form.from_repository:
            return form.report(from_root, lang=config.lang, files=files_from_root)
        return form.report(problems, lang=config.lang, files=files)

    form = REPORTERS[reports.printed]
    printed = bool(problems) or not form.for_people
    if printed:  # first, so that a disk that refuses a file hides nothing
        said = text(reports.printed).rstrip("\n")
        typer.echo(harmless(said, os.environ) if reports.printed == "text" else said)
        if form.summary and reports.summary:
            _append(reports.summary, form.summary(from_root, lang=config.lang, room=_room(reports.summary)))
    for path, name in reports.written.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text(name).encode("utf-8", "backslashreplace"))
    return printed


def _append(page: Path, text: str) -> None:
    """A page that cannot be written is told, but is no reason to fail: the log holds everything."""
    try:
        with page.open("ab") as stream:
            stream.write(text.encode())
    except OSError as error:
        typer.echo(f"auditloop: {error.strerror or error}: {page}", err=True)


def _room(page: Path) -> int:
    try:
        return _STEP_SUMMARY_BYTES - page.stat().st_size
    except OSError:
        return _STEP_SUMMARY_BYTES


def _moved(problem: Problem, prefix: str) -> Problem:
    if not prefix:
        return problem
    related = tuple(_moved_place(place, prefix) for place in problem.related)
    return replace(problem, place=_moved_place(problem.place, prefix), related=related)


def _moved_place(place: Place, prefix: str) -> Place:
    return place._replace(file=_path(place.file, prefix))


def _path(file: str, prefix: str) -> str:
    return file if file.startswith(BUILT_IN) else prefix + file
