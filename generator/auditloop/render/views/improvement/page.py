"""The page of the hub. To add a part: a function `part(ctx)` beside the part's own page, and a line in `_PARTS`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from auditloop.render.views import actions, cases, journeys, next_steps, plans, proposals, risks, training
from auditloop.render.views.common import Cell, Column, Link, PageView, Part, Row, Table, anchored
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame

_PARTS: tuple[Callable[[Context], Part], ...] = (
    next_steps.part,
    actions.part,
    plans.part,
    journeys.part,
    training.part,
    proposals.part,
    risks.part,
    cases.part,
)


@dataclass(frozen=True, slots=True)
class ImprovementView:
    parts: Table


def view(ctx: Context) -> PageView:
    t = ctx.words.t
    related = [
        Link(t("nav.findings"), ctx.href.page("findings/index.md")),
        Link(t("nav.recognition"), ctx.href.page(ctx.path.recognition)),
    ]
    return PageView(
        "improvement",
        frame(
            ctx,
            path=ctx.path.improvement,
            kind="improvement",
            title=t("nav.improvement"),
            lead=t("improvement.lead"),
            related=related,
        ),
        ImprovementView(parts=_parts(ctx, [part(ctx) for part in _PARTS])),
    )


def _parts(ctx: Context, parts: list[Part]) -> Table:
    t = ctx.words.t
    rows = tuple(Row((Cell(anchored(ctx.href.page(part.path), part.name)), Cell(part.sentence))) for part in parts)
    columns = (
        Column(t("improvement.part"), "al-main", sortable=False),
        Column(t("improvement.stands"), "al-wide", sortable=False),
    )
    return Table(t("improvement.caption"), columns, rows, id="part-table")
