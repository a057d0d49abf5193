"""`auditloop serve`: every language in the browser, updated whenever YAML is saved."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from auditloop import pipeline
from auditloop.cli.context import Failure, Globals, show_problems, telling
from auditloop.cli.words import say
from auditloop.config import Config


def serve(
    context: typer.Context,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000,
    lang: Annotated[str | None, typer.Option(metavar="zh|en", help="Language of messages.")] = None,
    as_of: Annotated[str | None, typer.Option(metavar="DATE", help="Show as on this day.")] = None,
) -> None:
    """Show the site here, and update it when YAML is saved: first the pages that are open, then the rest.

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
    preview = pipeline.Preview()
    with telling(config, progress):
        preview.build(config, progress)
    saves = Saves(preview, config, lambda: shared.config(as_of=as_of, lang=lang), quiet=shared.quiet)
    try:
        serve_site(
            config.site_dir,
            host,
            port,
            pipeline.watched_folders(config.root),
            saves,
            lambda url: typer.echo(say("serving", config.lang, url=url), err=True),
        )
    except OSError as error:
        raise _taken(error, host, port, config.lang) from None


class Saves:
    """What happens after a save, and what is said of it."""

    def __init__(self, preview: pipeline.Preview, config: Config, fresh: Callable[[], Config], *, quiet: bool) -> None:
        self._preview, self._config, self._fresh, self._quiet = preview, config, fresh, quiet
        self._assessed: pipeline.Assessed | None = None
        self._started = 0.0
        self._in_view: frozenset[str] = frozenset()
        self._shown: frozenset[str] = frozenset()
        self._around, self._around_changed = _around(config.root), False

    def first(self, in_view: frozenset[str]) -> bool:
        self._started, self._in_view, self._shown, self._assessed = time.monotonic(), in_view, frozenset(), None
        around = _around(self._config.root)
        self._around_changed = self._around_changed or around != self._around
        self._around = around
        with self._told():
            self._config = self._fresh()
            assessed = self._preview.assess(self._config)
            if in_view:
                self._shown = self._preview.show(self._config, assessed, in_view)
            self._assessed = assessed
        if self._shown:
            self._say("shown", pages=len(self._shown))
        return bool(self._shown)

    def rest(self, superseded: Callable[[], bool]) -> bool:
        if self._assessed is None:
            return False
        with self._told():
            try:
                self._preview.complete(self._config, self._assessed, superseded)
            except pipeline.Superseded:
                return False
            self._say("rebuilt")
            # A style may be what was saved, and a page that nobody could make alone is new only now.
            again = self._around_changed or self._shown != self._in_view
            self._around_changed = False
            return again
        return False

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except pipeline.Stop as stop:
            show_problems(stop.problems, self._config.lang)
            typer.echo(say("kept-last", self._config.lang), err=True)
        except (pipeline.CannotBuild, Failure, OSError) as error:
            typer.echo(f"auditloop: {error}", err=True)

    def _say(self, key: str, **facts: object) -> None:
        if not self._quiet:
            seconds = f"{time.monotonic() - self._started:.1f}"
            typer.echo(say(key, self._config.lang, seconds=seconds, **facts), err=True)


def _around(root: Path) -> frozenset[tuple[str, int, int]]:
    """What is watched besides the data, as it is now: file, time, size."""
    data = root / "audits"
    files = [
        path
        for watched in pipeline.watched_folders(root)
        if watched != data
        for path in (watched.rglob("*") if watched.is_dir() else [watched])
    ]
    return frozenset(
        (str(path), found.st_mtime_ns, found.st_size) for path in files if path.is_file() for found in [path.stat()]
    )


def _taken(error: OSError, host: str, port: int, lang: str) -> Failure:
    return Failure(say("port-taken", lang, address=f"{host}:{port}") + f" ({error.strerror})")
