"""`auditloop init`: a new workspace to start from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from auditloop import __version__, resources
from auditloop.cli.context import EXIT_FAILED, Failure, Globals, UsageFailure
from auditloop.cli.words import say
from auditloop.config import LANGUAGES, ConfigError, message_language, today_or

REQUIREMENT = f"auditloop=={__version__}"
"""What a workflow installs: the version that wrote it, until somebody moves it on."""


def init(
    context: typer.Context,
    directory: Annotated[Path, typer.Argument(help="Folder of the new workspace; made when it is not there.")],
    organisation: Annotated[
        str | None, typer.Option("--id", help="Id of the organisation. Default: from the folder's name.")
    ] = None,
    name_zh: Annotated[str | None, typer.Option(help="Its name in Chinese.")] = None,
    name_en: Annotated[str | None, typer.Option(help="Its name in English.")] = None,
    languages: Annotated[str, typer.Option(help="Languages of the site, the first is the default.")] = "zh,en",
    ci: Annotated[
        str | None,
        typer.Option(
            metavar="github|gitlab|gitea",
            help="Add workflow files for this host; to a workspace that is there already, only these.",
        ),
    ] = None,
    lang: Annotated[str | None, typer.Option(metavar="zh|en", help="Language of messages.")] = None,
) -> None:
    """Write a small working workspace to start from.

    It has an organisation, a team, indicators, an audit to fill in and editor settings. Nothing that is there is
    overwritten.

    Examples:

    auditloop init my-quality --name-en "Lakeside Bank"

    auditloop init . --ci github
    """
    from auditloop.scaffold import CI_HOSTS, ScaffoldError, ci_files, init_workspace, write_new

    shared: Globals = context.obj
    try:
        speech = message_language(lang or shared.lang)
        today = today_or(shared.as_of)
    except ConfigError as error:
        raise UsageFailure(str(error)) from None
    wanted = tuple(part.strip() for part in languages.split(",") if part.strip())
    if not wanted or not set(wanted) <= set(LANGUAGES):
        raise UsageFailure(f"--languages {languages}: use {', '.join(LANGUAGES)} or one of them")
    if ci and ci not in CI_HOSTS:
        raise UsageFailure(f"--ci {ci}: use {', '.join(CI_HOSTS)}")
    target = directory if directory.is_absolute() else shared.directory / directory
    name = target.resolve().name
    checklist = next(path for path in resources.built_in_checklists() if path.stem == "service-self-audit")
    try:
        workflows = ci_files(ci, resources.templates_dir() / "ci", requirement=REQUIREMENT, branch="main") if ci else []
        if workflows and (target / "audits").is_dir():
            _tell(write_new(target, workflows), speech, shared)
            return
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
            beside=workflows,
        )
    except ScaffoldError as error:
        raise Failure(f"{error.message.in_language(speech)}\n  {error.hint.in_language(speech)}", EXIT_FAILED) from None
    _tell(written, speech, shared)
    if not shared.quiet:
        typer.echo(say("next-init", speech, path=directory), err=True)


def _tell(written: Sequence[Path], speech: str, shared: Globals) -> None:
    if not shared.quiet:
        for path in written:
            typer.echo(say("written", speech, path=path), err=True)
