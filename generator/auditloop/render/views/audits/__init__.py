"""Audits on pages: the lists of them, and one page for each audit that says how its score came about."""

from __future__ import annotations

from functools import partial

from auditloop.render.views.audits import lists, page
from auditloop.render.views.audits.answers import answer_words, evidence
from auditloop.render.views.common import PagePlan
from auditloop.render.views.context import Context

__all__ = ["answer_words", "evidence", "plan"]


def plan(ctx: Context) -> list[PagePlan]:
    plans = lists.plan(ctx)
    plans += [
        PagePlan(ctx.path.audit(a.id), partial(page.view, ctx, a), inputs=partial(page.inputs, ctx, a))
        for a in ctx.results.audits
    ]
    return plans
