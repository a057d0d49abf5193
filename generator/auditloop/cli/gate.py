"""`auditloop gate`: whether the workspace is good enough, by the gates of its policy."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from auditloop import resources
from auditloop.cli.comparison import language_of, told_why
from auditloop.cli.context import EXIT_FINE, EXIT_PROBLEMS, Globals, UsageFailure
from auditloop.cli.words import say
from auditloop.pipeline import comparing


def gate(
    context: typer.Context,
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="BASE",
            help="What scores may fall and numbers may rise from: a git revision, a folder, or a results.json.",
        ),
    ] = None,
    format: Annotated[str, typer.Option("--format", help="text, markdown (a comment) or json.")] = "text",
    lang: Annotated[
        str | None, typer.Option(metavar="zh|en", help="Language. Default of markdown: the organisation's first.")
    ] = None,
    as_of: Annotated[str | None, typer.Option(metavar="DATE", help="Assess as on this day.")] = None,
) -> None:
    """Judge the workspace by the gates of its policy (kind: policy).

    Says what failed, by how much, and what would pass. Exit code 1 when a gate failed.

    Examples: auditloop gate · auditloop gate --against origin/main... · auditloop gate --format json
    """
    from auditloop.render.i18n import read_words
    from auditloop.reporters.gates import GATES_REPORTERS
    from auditloop.reporters.hosts import harmless

    if format not in GATES_REPORTERS:
        raise UsageFailure(f"--format {format}: use one of {', '.join(GATES_REPORTERS)}")
    shared: Globals = context.obj
    config = shared.config(as_of=as_of, lang=lang)
    progress = shared.progress()
    with told_why(config, progress):
        gated = comparing.gate(config, against, progress, day_is_given=bool(as_of or shared.as_of))
    if gated.report is None:
        typer.echo(say("no-gates", config.lang), err=True)
        raise typer.Exit(EXIT_FINE)
    languages = gated.report.organisation.languages
    words = read_words(language_of(format, config, lang or shared.lang, languages), (resources.templates_dir(),))
    said = GATES_REPORTERS[format](gated.report, gated.names, words)
    typer.echo(harmless(said, os.environ) if format == "text" else said, nl=False)
    raise typer.Exit(EXIT_FINE if gated.report.passed else EXIT_PROBLEMS)
