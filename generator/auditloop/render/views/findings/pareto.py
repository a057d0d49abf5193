"""Findings counted by cause and by domain, the most frequent first."""

from __future__ import annotations

from auditloop.assess.results import Count
from auditloop.render.views.common import ChartBlock
from auditloop.render.views.context import Context
from auditloop.render.views.pareto import pareto_block


def pareto(ctx: Context, which: str, counts: list[Count]) -> ChartBlock:
    return pareto_block(
        ctx,
        f"findings.{which}",
        counts,
        {c.key: _count_name(ctx, which, c.key) for c in counts},
        counted="findings",
        scale=ctx.words.t("findings.count_scale"),
        chart_id=f"findings-{which}",
        empty=ctx.words.t("empty.no_causes" if which == "causes" else "empty.no_findings"),
    )


def _count_name(ctx: Context, which: str, key: str) -> str:
    if which == "causes":
        return ctx.words.t(f"cause.{key}")
    checklist, _, domain = key.partition("/")
    return ctx.domain_name(checklist, domain)
