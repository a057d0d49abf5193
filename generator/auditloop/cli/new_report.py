"""`auditloop new commentary` and `auditloop new topic`: what people write for reports."""

from __future__ import annotations

from typing import Annotated

import typer

from auditloop.cli.writing import NameEn, NameZh, name_of, write


def commentary(
    context: typer.Context,
    period: Annotated[str, typer.Argument(help="Month, quarter or half-year, e.g. 2026-03.")],
    by: Annotated[str, typer.Option(help="Id of the person who writes it.")],
    team: Annotated[str | None, typer.Option(help="Id of the team that speaks. Default: the organisation.")] = None,
) -> None:
    """What people say about a period, for its report.

    Example: auditloop new commentary 2026-03 --by li-wei
    """
    from auditloop.scaffold import new_commentary

    write(context, lambda workspace, config: new_commentary(workspace, period=period, by=by, team=team))


def topic(
    context: typer.Context,
    id: Annotated[str, typer.Argument(help="Id of the topic, e.g. first-contact.")],
    by: Annotated[str, typer.Option(help="Id of the person who writes it.")],
    first: Annotated[str, typer.Option("--from", help="Period it begins with, e.g. 2026-01.")],
    last: Annotated[str, typer.Option("--to", help="Period it ends with, e.g. 2026-06.")],
    name_zh: NameZh = None,
    name_en: NameEn = None,
) -> None:
    """A special report on one question.

    Example: auditloop new topic first-contact --by li-wei --from 2026-01 --to 2026-06
    """
    from auditloop.scaffold import new_topic

    write(
        context,
        lambda workspace, config: new_topic(
            workspace, id=id, title=name_of(name_zh, name_en, id), by=by, first=first, last=last
        ),
    )
