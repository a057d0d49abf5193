"""What a team's page tells of its customers' journeys."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.render.views.common import Link, Table
from auditloop.render.views.context import Context
from auditloop.render.views.journeys.tables import journey_table


@dataclass(frozen=True, slots=True)
class JourneysOfTeam:
    table: Table
    more: Link


def journeys_of_team(ctx: Context, team: str) -> JourneysOfTeam | None:
    """None of a team without a journey."""
    found = [journey for journey in ctx.results.journeys if journey.team == team]
    if not found:
        return None
    more = Link(ctx.words.t("journeys.all"), ctx.href.page(ctx.path.journeys))
    return JourneysOfTeam(journey_table(ctx, found, team_column=False), more)
