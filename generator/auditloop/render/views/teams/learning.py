"""What a team's page tells of what others can learn from it: in short, the rest is a link away."""

from __future__ import annotations

from auditloop.render.views import cases, customers, proposals
from auditloop.render.views.common import Fact
from auditloop.render.views.context import Context


def learning(ctx: Context, team: str) -> tuple[Fact, ...]:
    """Nothing of a team that has written none."""
    t = ctx.words.t
    found = (
        (t("nav.customers"), customers.of_team(ctx, team)),
        (t("nav.proposals"), proposals.of_team(ctx, team)),
        (t("nav.cases"), cases.links_of_team(ctx, team)),
    )
    return tuple(Fact(term, html) for term, html in found if html)
