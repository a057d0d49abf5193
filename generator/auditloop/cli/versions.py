"""`auditloop versions`: what is published, and taking it away."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from auditloop.cli.context import Globals, UsageFailure
from auditloop.cli.place import BRANCH, REMOTE, Branch, Folder, Push, Remote, refused
from auditloop.cli.words import say
from auditloop.problems.shown import visible


def versions(
    context: typer.Context,
    delete: Annotated[
        list[str] | None,
        typer.Option(
            "--delete", metavar="NAME", help="Take this version, or this alias, away; can be given several times."
        ),
    ] = None,
    to: Folder = None,
    branch: Branch = BRANCH,
    push: Push = False,
    remote: Remote = REMOTE,
    format: Annotated[str, typer.Option("--format", metavar="FORM", help="text or json.")] = "text",
    lang: Annotated[str | None, typer.Option(metavar="zh|en", help="Language of messages.")] = None,
) -> None:
    """List the published versions, newest first, or take some away.

    Examples:

    auditloop versions

    auditloop versions --to /srv/www/quality --format json

    auditloop versions --delete 2025-01
    """
    from auditloop.pipeline import versions as places
    from auditloop.publish.versions import Refused

    shared: Globals = context.obj
    config = shared.config(lang=lang)
    if format not in ("text", "json"):
        raise UsageFailure(f"--format {format}: use text or json")
    try:
        folder = shared.directory / to if to else None
        store = places.store_of(config, folder=folder, branch=branch, remote=remote if push else None)
        if delete:
            places.withdraw_versions(store, delete)
        found = places.published_versions(store)
    except Refused as refusal:
        raise refused(refusal, config.lang) from None
    if delete and not shared.quiet:
        typer.echo(say("withdrawn", config.lang, names=", ".join(delete)), err=True)
    if format == "json":
        typer.echo(json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=2))
        return
    if not found and not delete:
        typer.echo(say("no-versions", config.lang), err=True)
    for each in found:
        names = f" [{', '.join(each.aliases)}]" if each.aliases else ""
        titled = f" {each.title}" if each.title != each.version else ""
        typer.echo(visible(f"{each.version}{names}{titled} ({', '.join(each.languages)})"))
