"""The figures at the top of the first page."""

from __future__ import annotations

from auditloop.assess.results import IndexResult
from auditloop.render.views.common import BLANK, Figure, lines, muted, with_small
from auditloop.render.views.context import Context
from auditloop.render.views.overview.indices import index_tile
from auditloop.render.views.selection import organisation_series


def tiles(ctx: Context, indices: list[IndexResult]) -> tuple[Figure, ...]:
    t = ctx.words.t
    tiles = [index_tile(ctx, index) for index in indices[:2]]
    judged = [s for _, s in organisation_series(ctx) if s.met is not None]
    if judged:
        tiles.append(
            Figure(
                t("overview.tile_met"),
                with_small(sum(1 for s in judged if s.met), t("overview.of", n=len(judged))),
                note=t("overview.tile_met_note"),
                href="#kpis",
            )
        )
    findings, actions = ctx.finding_summaries.get(None), ctx.action_summaries.get(None)
    if findings and findings.total:
        serious = findings.by_risk.get("extreme", 0) + findings.by_risk.get("high", 0)
        late = muted(ctx.words.n("count.overdue_actions", actions.overdue)) if actions else BLANK
        note = lines(muted(ctx.words.n("count.open_findings", findings.open)), late)
        tiles.append(Figure(t("overview.tile_serious"), ctx.formats.number(serious), note=note, href="#findings"))
    if goals := [goal for plan in ctx.results.plans for goal in plan.goals]:
        behind = sum(goal.state in ("behind", "missed") for goal in goals)
        tiles.append(
            Figure(
                t("overview.tile_behind"),
                with_small(behind, t("overview.of", n=len(goals))),
                note=muted(ctx.words.n("overview.tile_plans", len(ctx.results.plans))),
                href=ctx.href.page(ctx.path.plans),
            )
        )
    return tuple(tiles)
