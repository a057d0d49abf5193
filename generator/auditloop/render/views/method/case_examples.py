"""Worked examples of cases and proposals: which case is suggested, how many proposals are adopted."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from auditloop.render.views import cases, registers
from auditloop.render.views.context import Context
from auditloop.render.views.signs import DIVIDED, EQUALS


def similar_example(ctx: Context) -> Iterable[Markup]:
    """The finding with the most cases suggested."""
    found = max(ctx.results.findings, key=lambda finding: len(finding.similar_cases), default=None)
    if found is not None and (suggested := cases.similar(ctx, found)):
        finding = registers.finding_link(ctx, found)
        yield ctx.words.html("method.similar.example", finding=finding, cases=suggested)


def proposal_example(ctx: Context) -> Iterable[Markup]:
    """The share adopted over all, and per head of the first team that says how many work there."""
    summary = ctx.proposal_summaries.get(None)
    if summary is None or summary.adopted_share is None:
        return
    number = ctx.formats.number
    sum_ = f"{summary.adopted}{DIVIDED}{summary.answered}{EQUALS}{ctx.formats.percent(summary.adopted_share, 1)}"
    team = next((s for s in ctx.results.proposals.summaries if s.team and s.per_head is not None), None)
    per_head: Markup | str = ""
    if team is not None:
        head = f"{team.last_year}{DIVIDED}{number(team.staff)}{EQUALS}{number(team.per_head, 2)}"
        per_head = ctx.words.html("method.proposals.example_head", team=ctx.team_name(team.team), sum=head)
    yield ctx.words.html("method.proposals.example", sum=sum_, per_head=per_head)
