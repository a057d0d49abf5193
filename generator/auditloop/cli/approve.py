"""`auditloop approve`: somebody's word that a final audit stands as it is."""

from __future__ import annotations

from typing import Annotated

import typer

from auditloop import pipeline
from auditloop.cli.context import EXIT_PROBLEMS, Failure, Globals, UsageFailure, show_problems, stopped
from auditloop.cli.words import say


def approve(
    context: typer.Context,
    audit: Annotated[str, typer.Argument(help="Id of the audit.")],
    by: Annotated[str, typer.Option("--by", metavar="PERSON", help="Id of who approves it; not one of its auditors.")],
    as_of: Annotated[str | None, typer.Option(metavar="DATE", help="The day of the approval. Default: today.")] = None,
) -> None:
    """Approve a final audit: bind your name to what it says now.

    Writes the approval into the audit's own file. Any later change of the audit, but for comments and layout, makes it
    stale, which `auditloop validate` and the audit's page say.

    Example: auditloop approve front-desk-2026-03 --by wang-fang
    """
    from auditloop.scaffold import ScaffoldError, approved, write_changed

    shared: Globals = context.obj
    config = shared.config(as_of=as_of)
    checked = pipeline.check(config)
    if checked.has_errors:
        raise stopped(pipeline.Stop(checked.problems), config)
    audits = {d.data["id"]: d for d in checked.documents if d.data["kind"] == "audit"}
    document = audits.get(audit)
    if document is None:
        raise UsageFailure(say("no-such-audit", config.lang, id=audit))
    try:
        changed = approved(config.root, document, by=by, date=config.as_of)
        problems = pipeline.errors_of(config, checked, {document.file: changed.after})
        if problems:
            show_problems(problems, config.lang)
            raise Failure(say("not-approved", config.lang, id=audit), EXIT_PROBLEMS)
        if changed.after != changed.before:
            write_changed(config.root, changed)
    except ScaffoldError as error:
        told = f"{error.message.in_language(config.lang)}\n  {error.hint.in_language(config.lang)}"
        raise Failure(told, EXIT_PROBLEMS) from None
    if not shared.quiet:
        typer.echo(say("approved", config.lang, id=audit, by=by, file=document.file), err=True)
