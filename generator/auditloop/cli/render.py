"""`auditloop render`: the pages as Markdown on disk, for any engine of the MkDocs family."""

from __future__ import annotations

from typing import Annotated

import typer

from auditloop import pipeline
from auditloop.cli.context import Globals, show_problems, telling
from auditloop.cli.words import say


def render(
    context: typer.Context,
    lang: Annotated[str | None, typer.Option(metavar="zh|en", help="Language of messages.")] = None,
    as_of: Annotated[str | None, typer.Option(metavar="DATE", help="Render as on this day.")] = None,
) -> None:
    """Write the pages as Markdown, without running a site engine.

    They stand in build/<language>/docs, and build/<language>/mkdocs.yml builds them alone:
    mkdocs build -f build/en/mkdocs.yml
    """
    shared: Globals = context.obj
    config = shared.config(as_of=as_of, lang=lang)
    progress = shared.progress()
    with telling(config, progress):
        assessed = pipeline.assess(config, progress)
        generated = pipeline.generate_assessed(config, assessed, progress=progress)
    if not shared.quiet:
        show_problems(assessed.checked.problems, config.lang)
        for made in generated:
            path = made.docs_dir.relative_to(config.root)
            typer.echo(say("rendered", config.lang, lang=made.lang, pages=len(made.pages), path=path), err=True)
