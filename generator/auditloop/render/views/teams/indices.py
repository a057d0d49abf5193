"""A team's own indices: over time, and what moved them last."""

from __future__ import annotations

from auditloop.model import Team
from auditloop.render.i18n.formats import vanishes
from auditloop.render.views import figures
from auditloop.render.views.common import ChartBlock
from auditloop.render.views.context import Context
from auditloop.render.views.moved import moved_block
from auditloop.render.views.overview.indices import index_sentence

MOST_MOVED = 2
"""As many indices as there are tiles of them at the top."""


def indices_block(ctx: Context, team: Team) -> ChartBlock | None:
    drawn = [i for i in ctx.indices_by_team.get(team.id, []) if i.latest and i.latest.score is not None]
    if not drawn:
        return None
    first = drawn[0]
    name = ctx.index_name(first.id)
    change = first.change_last_year
    flat = change is None or vanishes(change, 1)
    title = ctx.words.t(f"index.title_{'plain' if flat else 'up' if (change or 0) > 0 else 'down'}", index=name)
    return figures.index_block(ctx, drawn, f"team-{team.id}-indices", title, index_sentence(ctx, first))


def moved_blocks(ctx: Context, team: Team) -> tuple[ChartBlock, ...]:
    indices = ctx.indices_by_team.get(team.id, [])[:MOST_MOVED]
    blocks = (moved_block(ctx, index, f"team-{team.id}-{index.id}-moved") for index in indices)
    return tuple(block for block in blocks if block)
