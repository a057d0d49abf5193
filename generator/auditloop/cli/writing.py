"""How every `auditloop new …` writes its file: read the workspace, make the text, try it, write it, say where it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from auditloop import pipeline
from auditloop.cli.context import EXIT_PROBLEMS, Failure, Globals, show_problems, stopped
from auditloop.cli.words import say
from auditloop.config import Config

if TYPE_CHECKING:
    from auditloop.model import Text, Workspace
    from auditloop.scaffold import ChangedFile, NewFile

NameZh = Annotated[str | None, typer.Option("--name-zh", help="Name in Chinese.")]
NameEn = Annotated[str | None, typer.Option("--name-en", help="Name in English.")]


def write(context: typer.Context, make: Callable[[Workspace, Config], NewFile | ChangedFile]) -> None:
    """Read the workspace, make the file from it, write it, and say where it is."""
    from auditloop.scaffold import NewFile, ScaffoldError, write_changed, write_new

    shared: Globals = context.obj
    config = shared.config()
    checked = pipeline.check(config)
    if checked.has_errors:
        raise stopped(pipeline.Stop(checked.problems), config)
    try:
        made = make(pipeline.workspace_of(checked), config)
        text = made.text if isinstance(made, NewFile) else made.after
        if errors := pipeline.errors_of(config, checked, {made.path.as_posix(): text}):
            show_problems(errors, config.lang)
            raise Failure(say("not-written", config.lang, path=made.path.as_posix()), EXIT_PROBLEMS)
        if isinstance(made, NewFile):
            write_new(config.root, [made])
        else:
            write_changed(config.root, made)
    except ScaffoldError as error:
        lang = config.lang
        raise Failure(f"{error.message.in_language(lang)}\n  {error.hint.in_language(lang)}", EXIT_PROBLEMS) from None
    if not shared.quiet:
        typer.echo(say("written", config.lang, path=made.path.as_posix()), err=True)


def name_of(zh: str | None, en: str | None, fallback: str) -> Text:
    names = {lang: name for lang, name in (("zh", zh), ("en", en)) if name}
    return names or fallback
