"""`auditloop validate`: every problem of the workspace at once."""

from __future__ import annotations

from typing import Annotated

import typer

from auditloop import pipeline
from auditloop.cli.context import EXIT_PROBLEMS, Globals, UsageFailure, clear
from auditloop.cli.words import say


def validate(
    context: typer.Context,
    format: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
    strict: Annotated[bool, typer.Option("--strict", help="Warnings fail the run too.")] = False,
    lang: Annotated[str | None, typer.Option(metavar="zh|en", help="Language of messages.")] = None,
    as_of: Annotated[str | None, typer.Option(metavar="DATE", help="Read the data as on this day.")] = None,
) -> None:
    """Check every YAML file and show all problems at once.

    Each with its file, line and column, what is wrong, and what to type instead.

    Exit code 1 when there are errors (with --strict also for warnings).

    Examples: auditloop validate · auditloop -C my-quality validate --lang zh · auditloop validate --format json
    """
    from auditloop.reporters import REPORTERS

    shared: Globals = context.obj
    if format not in REPORTERS:
        raise UsageFailure(f"--format {format}: use one of {', '.join(REPORTERS)}")
    config = shared.config(as_of=as_of, lang=lang)
    progress = shared.progress()
    checked = pipeline.check(config, progress)
    clear(progress)
    if checked.problems or format != "text":
        typer.echo(REPORTERS[format](checked.problems, lang=config.lang).rstrip("\n"))
    elif not shared.quiet:
        typer.echo(say("no-problems", config.lang, files=checked.files), err=True)
    bad = checked.has_errors or (strict and any(p.severity == "warning" for p in checked.problems))
    raise typer.Exit(EXIT_PROBLEMS if bad else 0)
