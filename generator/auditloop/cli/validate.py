"""`auditloop validate`: every problem of the workspace at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from auditloop import pipeline
from auditloop.cli.context import EXIT_PROBLEMS, Globals, UsageFailure, clear
from auditloop.cli.reports import plan, tell
from auditloop.cli.words import say
from auditloop.config import Config
from auditloop.problems import Problem, Severity


def validate(
    context: typer.Context,
    only: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE",
            help="Tell only what concerns these files (all files are read, for what they say of each other).",
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORM",
            help="How to print problems: text, json, github, gitlab, sarif, junit or rdjson. "
            "Default: github in GitHub Actions, else text.",
        ),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            metavar="[FORM=]FILE",
            help="Write a report to a file as well; can be given several times. Without a form: that of --format, "
            "or gitlab in GitLab CI.",
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings fail the run too.")] = False,
    directory: Annotated[
        Path | None, typer.Option("-C", "--directory", metavar="DIR", help="The workspace, as before the command.")
    ] = None,
    lang: Annotated[str | None, typer.Option(metavar="zh|en", help="Language of messages.")] = None,
    as_of: Annotated[str | None, typer.Option(metavar="DATE", help="Read the data as on this day.")] = None,
) -> None:
    """Check every YAML file and show all problems at once.

    Each with its file, line and column, what is wrong, and what to type instead.

    Exit code 1 when there are errors (with --strict also for warnings).

    Examples:

    auditloop -C my-quality validate --lang zh

    auditloop validate audits/teams/front-desk/audits/2026-03.yml

    auditloop validate --format json

    auditloop validate --output sarif=problems.sarif --output junit=problems.xml
    """
    shared: Globals = context.obj
    if directory is not None:
        shared = replace(shared, directory=directory)
    reports = plan(format, output or ())
    config = shared.config(as_of=as_of, lang=lang)
    wanted = _names(only or (), config)
    progress = shared.progress()
    checked = pipeline.check(config, progress)
    clear(progress)
    problems: Sequence[Problem] = checked.problems
    files: Sequence[str] = checked.files
    if only:
        problems = [problem for problem in problems if _concerns(problem, wanted)]
        files = [file for file in files if file in wanted]
    if not tell(reports, problems, files, config) and not shared.quiet:
        typer.echo(say("no-problems", config.lang, files=len(files)), err=True)
    failing = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    raise typer.Exit(EXIT_PROBLEMS if any(problem.severity in failing for problem in problems) else 0)


def _names(paths: Iterable[Path], config: Config) -> frozenset[str]:
    """The files as problems name them. Raises UsageFailure for one that is not there or lies elsewhere."""
    names = set()
    for path in paths:
        if not path.is_file():
            raise UsageFailure(f"{path}: no such file")
        found = path.parent.resolve() / path.name
        if not found.is_relative_to(config.root / "audits"):
            raise UsageFailure(f"{path}: not in the audits/ of {config.root}; name the workspace with -C")
        names.add(found.relative_to(config.root).as_posix())
    return frozenset(names)


def _concerns(problem: Problem, files: frozenset[str]) -> bool:
    """Also a problem that is told elsewhere but has its other half here: the second of two equal ids."""
    return any(place.file in files for place in (problem.place, *problem.related))
