"""Worked example of how far a decision is."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from auditloop.render.views.context import Context


def decision_example(ctx: Context) -> Iterable[Markup]:
    """The one that is longest overdue."""
    late = next((d for d in ctx.results.decisions if d.status == "overdue" and d.due), None)
    if late is None:
        return
    yield ctx.words.html(
        "method.reports.example",
        decision=ctx.text(ctx.spoken(late.record).decisions[late.position].text),
        due=ctx.formats.date(late.due),
        as_of=ctx.formats.date(ctx.results.as_of),
        days=ctx.words.n("count.days", late.days_overdue),
    )
