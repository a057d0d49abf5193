"""`auditloop assess`: the results as JSON for programs or as a table for people."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from auditloop import pipeline
from auditloop.cli.context import Globals, UsageFailure, show_problems, telling
from auditloop.config import Config

FORMATS = ("table", "json")


def assess(
    context: typer.Context,
    format: Annotated[str, typer.Option("--format", help="table or json (results.json).")] = "table",
    lang: Annotated[str | None, typer.Option(metavar="zh|en", help="Language of messages and names.")] = None,
    as_of: Annotated[str | None, typer.Option(metavar="DATE", help="Assess as on this day.")] = None,
    what_if: Annotated[
        list[str] | None,
        typer.Option(
            "--what-if",
            metavar="ID|PLACE=VALUE",
            help="Show what would be otherwise; can be given several times. An action (verified as effective) or a "
            "finding (closed) by its id, AUDIT/ITEM=ANSWER, INDICATOR/TEAM=NEXT-VALUE, INDICATOR/TEAM/PERIOD=VALUE.",
        ),
    ] = None,
) -> None:
    """Compute scores, indicators, indices, findings and actions.

    Examples: auditloop assess · auditloop assess --format json > results.json · auditloop assess --as-of 2026-03-31
    · auditloop assess --what-if A-front-desk-2026-003 --what-if front-desk-2026-03/queue-time=3
    """
    if format not in FORMATS:
        raise UsageFailure(f"--format {format}: use one of {', '.join(FORMATS)}")
    shared: Globals = context.obj
    config = shared.config(as_of=as_of, lang=lang)
    progress = shared.progress()
    if what_if:
        _what_if(shared, config, what_if, format, progress)
        return
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


def _what_if(shared: Globals, config: Config, texts: Sequence[str], format: str, progress: pipeline.Progress) -> None:
    from auditloop.assess.changes import encode_changes
    from auditloop.assess.what_if import WhatIfError
    from auditloop.cli.what_if import cannot_suppose, print_what_if
    from auditloop.pipeline.supposing import suppose

    with telling(config, progress):
        try:
            found = suppose(config, texts, progress)
        except WhatIfError as error:
            raise cannot_suppose(error.why, config.lang, error.facts) from None
    if not shared.quiet:
        show_problems(found.problems, config.lang)
    if format == "json":
        sys.stdout.buffer.write(encode_changes(found.changes))
        sys.stdout.flush()
    else:
        print_what_if(found, config.lang)
