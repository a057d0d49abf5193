"""Worked example of the cases suggested for a finding."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from auditloop.render.views import cases, registers
from auditloop.render.views.context import Context


def similar_example(ctx: Context) -> Iterable[Markup]:
    """The finding with the most cases suggested."""
    found = max(ctx.results.findings, key=lambda finding: len(finding.similar_cases), default=None)
    if found is not None and (suggested := cases.similar(ctx, found)):
        finding = registers.finding_link(ctx, found)
        yield ctx.words.html("method.similar.example", finding=finding, cases=suggested)
