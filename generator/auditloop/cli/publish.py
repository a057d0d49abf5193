"""`auditloop publish`: the site as one more version, beside those published before."""

from __future__ import annotations

from typing import Annotated

import typer

from auditloop import pipeline
from auditloop.cli.context import Failure, Globals, show_problems, telling
from auditloop.cli.place import BRANCH, REMOTE, Branch, Folder, Push, Remote, place, refused
from auditloop.cli.words import say


def publish(
    context: typer.Context,
    version: Annotated[str, typer.Argument(help="What the version is called, for instance 2026-10.")],
    alias: Annotated[
        list[str] | None,
        typer.Option("--alias", metavar="NAME", help="Another name that leads to it, such as latest; moves there."),
    ] = None,
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What the version selector shows. Default: the version.")
    ] = None,
    to: Folder = None,
    branch: Branch = BRANCH,
    push: Push = False,
    remote: Remote = REMOTE,
    replace: Annotated[
        bool, typer.Option("--replace", help="Overwrite the version if it was published with other content.")
    ] = False,
    lang: Annotated[str | None, typer.Option(metavar="zh|en", help="Language of messages.")] = None,
    as_of: Annotated[str | None, typer.Option(metavar="DATE", help="Publish as on this day.")] = None,
) -> None:
    """Build the site of every language and publish it as one version.

    Versions published before stay as they are; publishing the same content again changes nothing. Without --to, the
    site is committed to a branch, without touching the files you work on.

    Exit code 1: errors in the data; 2: the name cannot be used; 3: nothing was published.

    Examples:

    auditloop publish 2026-10 --alias latest

    auditloop publish 2026-10 --alias latest --push

    auditloop publish 2026-10 --to /srv/www/quality
    """
    from auditloop.pipeline import versions
    from auditloop.publish.versions import Refused, Wanted

    shared: Globals = context.obj
    config = shared.config(as_of=as_of, lang=lang)
    if not config.mkdocs_yml.is_file():
        raise Failure(say("no-mkdocs", config.lang))
    pushed_to = remote if push else None
    progress = shared.progress()
    try:
        with telling(config, progress):
            wanted = Wanted(version, title, tuple(alias or ()), replace)
            folder = shared.directory / to if to else None
            store = versions.store_of(config, folder=folder, branch=branch, remote=pushed_to)
            assessed = pipeline.assess(config, progress)
            changed = versions.publish_version(config, assessed, store, wanted, progress)
    except Refused as refusal:
        raise refused(refusal, config.lang) from None
    if not shared.quiet:
        show_problems(assessed.checked.problems, config.lang)
        where = place(to, branch, pushed_to, config.lang)
        typer.echo(
            say("published" if changed else "published-already", config.lang, version=version, where=where), err=True
        )
