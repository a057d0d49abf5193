"""The lists of audits: all of them, or the latest and one list for each year where there are very many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from auditloop.assess.results import AuditResult
from auditloop.render.views import registers
from auditloop.render.views.common import Link, PagePlan, PageView, Table
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame

SPLIT_ABOVE = 200
"""Lists longer than this are split by year."""


@dataclass(frozen=True, slots=True)
class AuditsIndex:
    years: tuple[Link, ...]
    table: Table


def plan(ctx: Context) -> list[PagePlan]:
    audits = ctx.results.audits
    years = sorted({a.date.year for a in audits}, reverse=True)
    if len(audits) <= SPLIT_ABOVE:
        return [PagePlan("audits/index.md", lambda: _index(ctx, audits, "audits/index.md", (), None))]
    links = tuple(Link(str(year), ctx.href.page(ctx.path.audits_of(year))) for year in years)
    by_year = {year: [a for a in audits if a.date.year == year] for year in years}
    plans = [PagePlan("audits/index.md", lambda: _index(ctx, audits[:50], "audits/index.md", links, None))]
    plans += [
        PagePlan(
            ctx.path.audits_of(year),
            partial(_index, ctx, by_year[year], ctx.path.audits_of(year), links, year),
        )
        for year in years
    ]
    return plans


def _index(
    ctx: Context, audits: Sequence[AuditResult], path: str, years: tuple[Link, ...], year: int | None
) -> PageView:
    t = ctx.words.t
    final = [a for a in audits if a.status == "final"]
    crumbs = [Link(t("nav.audits"), ctx.href.page("audits/index.md"))] if year else []
    title = t("audits.title_year", year=year) if year else t("nav.audits")
    lead = ctx.words.n("audits.lead", len(final), teams=len({a.team for a in final})) if final else t("empty.no_audits")
    drafts = len(audits) - len(final)
    if drafts:
        lead = ctx.words.sentences([lead, ctx.words.n("audits.drafts", drafts)])
    caption = t("audits.caption_latest", n=len(audits)) if years and not year else t("audits.caption")
    table = registers.audit_table(ctx, audits, caption, anchor="audit-table", empty=t("empty.no_audits"))
    return PageView(
        "audits",
        frame(
            ctx,
            path=path,
            kind="audits",
            title=title,
            lead=lead,
            crumbs=crumbs,
            related=[Link(t("nav.checklists"), ctx.href.page("checklists/index.md"))],
        ),
        AuditsIndex(years, table),
    )
