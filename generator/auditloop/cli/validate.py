"""`auditloop validate`: every problem of the workspace at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from auditloop import pipeline
from auditloop.cli.chosen import chosen
from auditloop.cli.context import EXIT_PROBLEMS, Globals, UsageFailure, clear
from auditloop.cli.reports import plan, tell
from auditloop.cli.words import say
from auditloop.config import Config
from auditloop.pipeline import comparing
from auditloop.problems import Problem, Severity, sort_problems


def validate(
    context: typer.Context,
    only: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH",
            help="Tell only what concerns these files or folders. All are read, for what they say of each other.",
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
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="BASE",
            help="Also judge what the change does to recorded history, since this git revision (or a folder).",
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

    auditloop validate audits/teams/front-desk

    auditloop validate --against origin/main...

    auditloop validate --format json

    auditloop validate --output sarif=problems.sarif --output junit=problems.xml
    """
    shared: Globals = context.obj
    if directory is not None:
        shared = replace(shared, directory=directory)
    reports = plan(format, output or ())
    config = shared.config(as_of=as_of, lang=lang)
    wanted = chosen(only or (), config)
    progress = shared.progress()
    checked = pipeline.check(config, progress)
    clear(progress)
    problems: Sequence[Problem] = checked.problems
    if against is not None:
        problems = _with_history(shared, config, checked, against)
    files: Sequence[str] = checked.files
    if only:
        wanted = wanted.with_tables(checked)
        problems = [problem for problem in problems if wanted.concern(problem)]
        files = [file for file in files if wanted.hold(file)]
    if not tell(reports, problems, files, config) and not shared.quiet:
        typer.echo(say("no-problems", config.lang, files=len(files)), err=True)
    failing = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    raise typer.Exit(EXIT_PROBLEMS if any(problem.severity in failing for problem in problems) else 0)


def _with_history(shared: Globals, config: Config, checked: pipeline.Checked, base: str) -> Sequence[Problem]:
    """All problems, breaches of the law of history among them."""
    if checked.has_errors:
        typer.echo(say("history-not-judged", config.lang, base=base), err=True)
        return checked.problems
    progress = shared.progress()
    try:
        return sort_problems([*checked.problems, *comparing.breaches(config, checked, base, progress)])
    except comparing.CannotCompare as error:
        raise UsageFailure(say(f"compare-{error.why}", config.lang, **error.facts)) from None
    finally:
        clear(progress)
