"""What a team's page tells of its tickets and of the promises to customers: in short, the rest is a link away."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.render.views import tickets
from auditloop.render.views.common import Link, Table
from auditloop.render.views.context import Context
from auditloop.render.views.standards.table import standard_table


@dataclass(frozen=True, slots=True)
class VoiceView:
    sentence: str
    standards: Table | None
    more: Link


def voice_view(ctx: Context, team: str) -> VoiceView | None:
    """None of a team without tickets."""
    result = ctx.tickets.get(team)
    if result is None:
        return None
    summaries = [s for s in ctx.results.standard_summaries if s.team == team]
    caption = ctx.words.t("voice.caption")
    return VoiceView(
        tickets.lead(ctx, result),
        standard_table(ctx, summaries, caption, anchor="standard-table") if summaries else None,
        Link(ctx.words.t("voice.more"), ctx.href.tickets(team)),
    )
