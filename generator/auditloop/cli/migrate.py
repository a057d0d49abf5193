"""`auditloop migrate`: files of an older format brought up to the newest one."""

from __future__ import annotations

from typing import Annotated

import typer

from auditloop.cli.context import EXIT_PROBLEMS, Failure, Globals, show_problems
from auditloop.cli.words import say
from auditloop.problems.shown import visible


def migrate(
    context: typer.Context,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 where a file would change, for CI.")
    ] = False,
) -> None:
    """Bring a workspace of an older format up to the newest one.

    Comments, order and quoting stay; every change is listed by file; all files are changed or none. Run twice, the
    second time changes nothing. Example: auditloop migrate --check
    """
    from auditloop import migrate as room
    from auditloop.scaffold import ScaffoldError, write_all

    shared: Globals = context.obj
    config = shared.config()
    lang = config.lang
    planned = room.plan(config.root)
    if planned.problems:
        show_problems(planned.problems, lang)
        raise Failure(say("migrate-stopped", lang), EXIT_PROBLEMS)
    for each in planned.files:
        typer.echo(say("migrate-file", lang, path=each.file.path, before=each.before, after=planned.format))
        for line in each.told:
            typer.echo(visible(f"  {line}"))
    if not planned.files:
        if not shared.quiet:
            typer.echo(say("migrate-nothing", lang, files=planned.count, format=planned.format))
        return
    if check:
        raise Failure(say("migrate-would", lang, files=len(planned.files)), EXIT_PROBLEMS)
    try:
        write_all(config.root, [], [each.file for each in planned.files])
    except ScaffoldError as error:
        raise Failure(f"{error.message.in_language(lang)}\n  {error.hint.in_language(lang)}", EXIT_PROBLEMS) from None
    if not shared.quiet:
        typer.echo(say("migrated", lang, files=len(planned.files)), err=True)
