"""`auditloop build`: the finished site in every language."""

from __future__ import annotations

import time
from typing import Annotated

import typer

from auditloop import pipeline
from auditloop.cli.context import Failure, Globals, show_problems, telling
from auditloop.cli.words import say


def build(
    context: typer.Context,
    cold: Annotated[bool, typer.Option("--cold", help="Convert every page again, also the unchanged ones.")] = False,
    lang: Annotated[str | None, typer.Option(metavar="zh|en", help="Language of messages.")] = None,
    as_of: Annotated[str | None, typer.Option(metavar="DATE", help="Build as on this day.")] = None,
) -> None:
    """Build the site of every language into site/<language>/.

    A failed or interrupted build leaves the previous site as it was. Exit code 1: errors in the data; 3: build failed.
    """
    shared: Globals = context.obj
    config = shared.config(as_of=as_of, lang=lang)
    if not config.mkdocs_yml.is_file():
        raise Failure(say("no-mkdocs", config.lang))
    started = time.monotonic()
    progress = shared.progress()
    with telling(config, progress):
        assessed = pipeline.assess(config, progress)
        built = pipeline.build_assessed(config, assessed, progress=progress, reuse=not cold)
    if not shared.quiet:
        show_problems(assessed.checked.problems, config.lang)
        for each in built:
            typer.echo(say("built", config.lang, lang=each.lang, pages=each.pages, reused=each.reused), err=True)
        seconds = f"{time.monotonic() - started:.1f}"
        typer.echo(say("site-at", config.lang, path=config.site_dir / "index.html", seconds=seconds), err=True)
