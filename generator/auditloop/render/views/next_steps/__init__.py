"""What to do next: open findings and actions by what they would give, for the organisation and for each team."""

from __future__ import annotations

from auditloop.render.views.common import PagePlan
from auditloop.render.views.context import Context
from auditloop.render.views.next_steps.gain import gain_block
from auditloop.render.views.next_steps.page import part, view
from auditloop.render.views.next_steps.team import TeamNext, of_team

__all__ = ["TeamNext", "of_team", "part", "plan"]


def plan(ctx: Context) -> list[PagePlan]:
    gain = gain_block(ctx)
    return [PagePlan(ctx.path.next_steps, lambda: view(ctx, gain), (gain.chart,) if gain.chart else ())]
