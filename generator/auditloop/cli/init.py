"""`auditloop init`: a new workspace to start from."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from auditloop import resources
from auditloop.cli.context import EXIT_FAILED, Failure, Globals, UsageFailure
from auditloop.cli.words import say
from auditloop.config import LANGUAGES, ConfigError, message_language, today_or


def init(
    context: typer.Context,
    directory: Annotated[Path, typer.Argument(help="Folder of the new workspace; made when it is not there.")],
    organisation: Annotated[
        str | None, typer.Option("--id", help="Id of the organisation. Default: from the folder's name.")
    ] = None,
    name_zh: Annotated[str | None, typer.Option(help="Its name in Chinese.")] = None,
    name_en: Annotated[str | None, typer.Option(help="Its name in English.")] = None,
    languages: Annotated[str, typer.Option(help="Languages of the site, the first is the default.")] = "zh,en",
    lang: Annotated[str | None, typer.Option(metavar="zh|en", help="Language of messages.")] = None,
) -> None:
    """Write a small working workspace to start from.

    It has an organisation, a team, indicators, an audit to fill in and editor settings. Nothing that is there is
    overwritten. Example: auditloop init my-quality --name-en "Lakeside Bank"
    """
    from auditloop.scaffold import ScaffoldError, init_workspace

    shared: Globals = context.obj
    try:
        speech = message_language(lang or shared.lang)
        today = today_or(shared.as_of)
    except ConfigError as error:
        raise UsageFailure(str(error)) from None
    wanted = tuple(part.strip() for part in languages.split(",") if part.strip())
    if not wanted or not set(wanted) <= set(LANGUAGES):
        raise UsageFailure(f"--languages {languages}: use {', '.join(LANGUAGES)} or one of them")
    target = directory if directory.is_absolute() else shared.directory / directory
    name = target.resolve().name
    checklist = next(path for path in resources.built_in_checklists() if path.stem == "service-self-audit")
    try:
        written = init_workspace(
            target,
            organisation_id=organisation or re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "organisation",
            name_zh=name_zh,
            name_en=name_en,
            languages=wanted,
            today=today,
            starter=resources.templates_dir() / "workspace",
            schemas=resources.schema_dir(),
            checklist=checklist,
        )
    except ScaffoldError as error:
        raise Failure(f"{error.message.in_language(speech)}\n  {error.hint.in_language(speech)}", EXIT_FAILED) from None
    if not shared.quiet:
        for path in written:
            typer.echo(say("written", speech, path=path), err=True)
        typer.echo(say("next-init", speech, path=directory), err=True)
