"""One page per team, and the list of them: its scores over time, its domains against the others, what is open."""

from __future__ import annotations

from functools import partial

from auditloop.render.views.common import PagePlan
from auditloop.render.views.context import Context
from auditloop.render.views.teams.domains import domain_blocks
from auditloop.render.views.teams.history import history_block
from auditloop.render.views.teams.indices import indices_block, moved_blocks
from auditloop.render.views.teams.listing import index
from auditloop.render.views.teams.page import view


def plan(ctx: Context) -> list[PagePlan]:
    plans = [PagePlan("teams/index.md", lambda: index(ctx))]
    for team in ctx.organisation.teams:
        result = ctx.team_results.get(team.id)
        history = history_block(ctx, team, result)
        domains = domain_blocks(ctx, team, result)
        index_chart = indices_block(ctx, team)
        moved = moved_blocks(ctx, team)
        charts = [b.chart for b in (history, *domains, index_chart, *moved) if b and b.chart]
        plans.append(
            PagePlan(
                ctx.path.team(team.id),
                partial(view, ctx, team, history, domains, index_chart, moved),
                tuple(charts),
            )
        )
    return plans
