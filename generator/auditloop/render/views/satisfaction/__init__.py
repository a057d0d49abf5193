"""Satisfaction: what customers said in surveys, of the whole organisation and of every team that asked them."""

from __future__ import annotations

from functools import partial

from auditloop.render.views.common import PagePlan
from auditloop.render.views.context import Context
from auditloop.render.views.satisfaction.charts import charts_of
from auditloop.render.views.satisfaction.page import view
from auditloop.render.views.satisfaction.scope import scope_of
from auditloop.render.views.satisfaction.summary import Summary, summary

__all__ = ["Summary", "plan", "summary"]


def plan(ctx: Context) -> list[PagePlan]:
    """`ctx` is the top's, where the organisation's page stands; the teams' are in a folder."""
    scopes = [None, *(team.id for team in ctx.organisation.teams if team.id in ctx.surveys_by_team)]
    plans = []
    for team in scopes:
        here = ctx if team is None else ctx.below
        scope = scope_of(here, team)
        blocks = charts_of(here, scope)
        path = "satisfaction.md" if team is None else ctx.path.satisfaction(team)
        plans.append(PagePlan(path, partial(view, here, scope, blocks), blocks.drawn))
    return plans
