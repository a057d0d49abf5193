"""`auditloop diff`: what a change does to scores, findings, actions, indicators and targets."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from auditloop import resources
from auditloop.cli.comparison import language_of, told_why
from auditloop.cli.context import Globals, UsageFailure
from auditloop.pipeline import comparing


def diff(
    context: typer.Context,
    base: Annotated[
        str, typer.Argument(metavar="BASE", help="A git revision, a folder with audits/, or a results.json.")
    ],
    head: Annotated[
        str | None, typer.Argument(metavar="HEAD", help="Likewise. Default: the workspace as it is.")
    ] = None,
    format: Annotated[str, typer.Option("--format", help="text, markdown (a comment) or json.")] = "text",
    lang: Annotated[
        str | None, typer.Option(metavar="zh|en", help="Language. Default of markdown: the organisation's first.")
    ] = None,
    as_of: Annotated[str | None, typer.Option(metavar="DATE", help="Assess both sides as on this day.")] = None,
) -> None:
    """Show what changed from BASE to HEAD: what to look at first, then what is better, then the rest.

    Reads revisions out of git without a checkout; nothing is fetched and nothing of the repository is run.
    BASE… with three dots, such as origin/main..., is where the histories part: what a pull request changes.

    Examples: auditloop diff origin/main... · auditloop diff v1 v2 --format json · auditloop diff old/results.json
    """
    from auditloop.render.i18n import read_words
    from auditloop.reporters.changes import CHANGES_REPORTERS
    from auditloop.reporters.hosts import harmless

    if format not in CHANGES_REPORTERS:
        raise UsageFailure(f"--format {format}: use one of {', '.join(CHANGES_REPORTERS)}")
    shared: Globals = context.obj
    config = shared.config(as_of=as_of, lang=lang)
    progress = shared.progress()
    with told_why(config, progress):
        compared = comparing.compare(config, base, head, progress, day_is_given=bool(as_of or shared.as_of))
    languages = compared.changes.organisation.languages
    words = read_words(language_of(format, config, lang or shared.lang, languages), (resources.templates_dir(),))
    said = CHANGES_REPORTERS[format](compared.changes, compared.names, words)
    typer.echo(harmless(said, os.environ) if format == "text" else said, nl=False)
