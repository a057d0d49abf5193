"""The page of all standards: which commitment is broken most, and how complaints go through their process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditloop.assess.results import StandardSummary
from auditloop.render.views.common import ChartBlock, Link, PageView, Table
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame
from auditloop.render.views.standards.process import process_table
from auditloop.render.views.standards.table import standard_table


@dataclass(frozen=True, slots=True)
class StandardsIndex:
    table: Table
    process: ChartBlock
    steps: Table | None


def index(ctx: Context, process: ChartBlock) -> PageView:
    t = ctx.words.t
    summaries = [s for s in ctx.results.standard_summaries if s.team is None]
    window = summaries[0].window if summaries else ""
    caption = t("standards.caption", window=ctx.formats.window(window)) if window else t("nav.standards")
    body = StandardsIndex(
        standard_table(ctx, summaries, caption, anchor="standard-table"), process, process_table(ctx, None)
    )
    return PageView(
        "standards",
        frame(
            ctx,
            path="standards.md",
            kind="standards",
            title=t("nav.standards"),
            lead=lead(ctx, summaries),
            sources=[("standard", s) for s in ctx.workspace.standards],
            related=[
                Link(t("nav.tickets"), ctx.href.tickets()),
                Link(t("method.standard.title"), ctx.href.method("standard")),
            ],
            period=ctx.formats.window(window) if window else None,
        ),
        body,
    )


def lead(ctx: Context, summaries: Sequence[StandardSummary]) -> str:
    """Which promise is broken most, how many miss their target, and what waits beyond its limit."""
    t = ctx.words.t
    told = [s for s in summaries if s.attainment is not None]
    if not told:
        return t("empty.standards_without_tickets" if ctx.workspace.standards else "empty.no_standards")
    worst = min(told, key=lambda s: (s.attainment or 0, s.id))
    percent = ctx.formats.percent
    facts = {
        "name": ctx.standard_name(worst.id),
        "share": percent(worst.attainment, 1),
        "window": ctx.formats.window(worst.window),
    }
    n = ctx.formats.number(worst.due)
    sentences = [ctx.words.n("standards.lead_worst", worst.due, n=n, **facts)]
    if judged := [s for s in told if s.met is not None]:
        missed = sum(1 for s in judged if not s.met)
        key = "standards.lead_missed" if missed else "standards.lead_all_met"
        sentences.append(ctx.words.n(key, missed or len(judged), all=len(judged)))
    if late := sum(s.late_count for s in summaries):
        sentences.append(ctx.words.n("standards.lead_late", late, n=ctx.formats.number(late)))
    return ctx.words.sentences(sentences)
