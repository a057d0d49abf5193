"""Cases in words: a link with what kind of example it is, why it is suggested, a team's own."""

from __future__ import annotations

from markupsafe import Markup

from auditloop.assess.results import CaseResult, FindingResult
from auditloop.render.views import say
from auditloop.render.views.common import anchored, lines, muted, spaced
from auditloop.render.views.context import Context


def link(ctx: Context, case: CaseResult) -> Markup:
    return anchored(ctx.href.case(case.id), ctx.text(case.name))


def example(ctx: Context, case: CaseResult) -> Markup:
    """Good or bad, by shape and word."""
    return say.judgement(case.example, ctx.words.t(f"cases.example.{case.example}"))


def similar(ctx: Context, finding: FindingResult) -> Markup | None:
    """The cases that may help with a finding, each with why it is suggested; None without any."""
    if not finding.similar_cases:
        return None
    found = []
    for each in finding.similar_cases:
        case = ctx.cases[each.case]
        found.append(spaced(example(ctx, case), link(ctx, case), muted(ctx.words.t(f"cases.why.{each.why}"))))
    return lines(*found)


def links_of_team(ctx: Context, team: str) -> Markup | None:
    """A team's cases, newest first; None without any."""
    found = [case for case in ctx.results.cases if case.team == team]
    return lines(*(spaced(example(ctx, case), link(ctx, case)) for case in found)) if found else None
