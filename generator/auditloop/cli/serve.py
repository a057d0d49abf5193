"""`auditloop serve`: every language in the browser, updated whenever YAML is saved."""

from __future__ import annotations

import time
from typing import Annotated

import typer

from auditloop import pipeline
from auditloop.cli.context import Failure, Globals, show_problems, telling
from auditloop.cli.words import say


def serve(
    context: typer.Context,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000,
    lang: Annotated[str | None, typer.Option(metavar="zh|en", help="Language of messages.")] = None,
    as_of: Annotated[str | None, typer.Option(metavar="DATE", help="Show as on this day.")] = None,
) -> None:
    """Show the site here, and update it when YAML is saved.

    While the data has errors they are shown here, and the pages stay as they were. Ctrl+C ends it.
    """
    from auditloop.publish.live import claim, serve_site

    shared: Globals = context.obj
    config = shared.config(as_of=as_of, lang=lang)
    if not config.mkdocs_yml.is_file():
        raise Failure(say("no-mkdocs", config.lang))
    try:
        claim(host, port)
    except OSError as error:
        raise _taken(error, host, port, config.lang) from None
    progress = shared.progress()
    known = pipeline.memory()
    with telling(config, progress):
        pipeline.build(config, progress=progress, known=known)

    def rebuild() -> None:
        started = time.monotonic()
        try:
            fresh = shared.config(as_of=as_of, lang=lang)
            pipeline.build(fresh, parallel=False, known=known)
            if not shared.quiet:
                typer.echo(say("rebuilt", config.lang, seconds=f"{time.monotonic() - started:.1f}"), err=True)
        except pipeline.Stop as stop:
            show_problems(stop.problems, config.lang)
            typer.echo(say("kept-last", config.lang), err=True)
        except (pipeline.CannotBuild, Failure, OSError) as error:
            typer.echo(f"auditloop: {error}", err=True)

    try:
        serve_site(
            config.site_dir,
            host,
            port,
            pipeline.watched_folders(config.root),
            rebuild,
            lambda url: typer.echo(say("serving", config.lang, url=url), err=True),
        )
    except OSError as error:
        raise _taken(error, host, port, config.lang) from None


def _taken(error: OSError, host: str, port: int, lang: str) -> Failure:
    return Failure(say("port-taken", lang, address=f"{host}:{port}") + f" ({error.strerror})")
