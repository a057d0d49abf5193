"""`auditloop assess`: the results as JSON for programs or as a table for people."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from auditloop import pipeline
from auditloop.cli.context import Globals, UsageFailure, show_problems, telling

FORMATS = ("table", "json")


def assess(
    context: typer.Context,
    format: Annotated[str, typer.Option("--format", help="table or json (results.json).")] = "table",
    lang: Annotated[str | None, typer.Option(metavar="zh|en", help="Language of messages and names.")] = None,
    as_of: Annotated[str | None, typer.Option(metavar="DATE", help="Assess as on this day.")] = None,
) -> None:
    """Compute scores, indicators, indices, findings and actions.

    Examples: auditloop assess · auditloop assess --format json > results.json · auditloop assess --as-of 2026-03-31
    """
    if format not in FORMATS:
        raise UsageFailure(f"--format {format}: use one of {', '.join(FORMATS)}")
    shared: Globals = context.obj
    config = shared.config(as_of=as_of, lang=lang)
    progress = shared.progress()
    with telling(config, progress):
        assessed = pipeline.assess(config, progress)
    if not shared.quiet:
        show_problems(assessed.checked.problems, config.lang)
    if format == "json":
        from auditloop.assess import encode

        sys.stdout.buffer.write(encode(assessed.results))
        sys.stdout.flush()
    else:
        from auditloop.cli.summary import print_summary

        print_summary(assessed.workspace, assessed.results, config.lang)
