"""What a team has said on its periods, and the topics about it: the latest few, each with the way to its report."""

from __future__ import annotations

from auditloop.render.views.common import Fact, anchored
from auditloop.render.views.context import Context

_MOST = 3


def said(ctx: Context, team: str) -> tuple[Fact, ...]:
    """Nothing of a team that has never spoken and that no topic is about."""
    over = [c for c in ctx.workspace.commentaries.values() if c.team == team and c.period.last <= ctx.results.as_of]
    over.sort(key=lambda c: (c.period.last, c.period.first), reverse=True)
    facts = []
    for commentary in over[:_MOST]:
        kind = "monthly" if commentary.period.kind == "month" else "satisfaction"
        href = ctx.href.report(kind, str(commentary.period))
        facts.append(Fact(ctx.formats.period(str(commentary.period)), anchored(href, ctx.text(commentary.headline))))
    topics = [topic for topic in ctx.workspace.topics.values() if topic.team == team]
    for topic in topics[:_MOST]:
        link = anchored(ctx.href.report("topic", topic.id), ctx.text(topic.title))
        facts.append(Fact(ctx.words.t("team.topic"), link))
    return tuple(facts)
