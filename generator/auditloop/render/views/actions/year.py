"""Every action opened in one year, each at its own anchor."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.assess.results import ActionResult
from auditloop.render.views import registers
from auditloop.render.views.actions.record import ActionView, action_view
from auditloop.render.views.common import Link, PageView, Table
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame
from auditloop.render.views.selection import is_running


@dataclass(frozen=True, slots=True)
class ActionsYear:
    table: Table
    actions: tuple[ActionView, ...]


def year_view(ctx: Context, year: int, actions: list[ActionResult]) -> PageView:
    t = ctx.words.t
    running = [a for a in actions if is_running(a)]
    lead = ctx.words.n(
        "actions.year_lead", len(actions), year=year, open=len(running), overdue=sum(a.overdue for a in actions)
    )
    body = ActionsYear(
        registers.action_table(
            ctx, actions, t("actions.year_caption", year=year), anchor="action-table", empty=t("empty.no_actions")
        ),
        tuple(action_view(ctx, a) for a in actions),
    )
    return PageView(
        "actions_year",
        frame(
            ctx,
            path=ctx.path.actions_of(year),
            kind="actions-year",
            title=t("actions.year_title", year=year),
            lead=lead,
            crumbs=[Link(t("nav.actions"), ctx.href.page("actions/index.md"))],
            sources=[("action", a.id) for a in actions],
            related=[Link(t("nav.findings"), ctx.href.page("findings/index.md"))],
            period=str(year),
        ),
        body,
    )
