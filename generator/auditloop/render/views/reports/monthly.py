"""The service-performance report of a month, and the improvement group's brief of it on one sheet."""

from __future__ import annotations

from dataclasses import dataclass, replace

from auditloop.assess.reports import Report
from auditloop.assess.results import KpiResult, Series
from auditloop.render.views import indicators
from auditloop.render.views.common import BLANK, ChartBlock, Figure, Frame, Link, PagePlan, PageView, Table
from auditloop.render.views.context import Context
from auditloop.render.views.overview.answers import trends, worse
from auditloop.render.views.overview.tiles import tiles
from auditloop.render.views.reports import charts
from auditloop.render.views.reports.ahead import dates_table
from auditloop.render.views.reports.decide import Question, questions
from auditloop.render.views.reports.frames import report_frame, title_of
from auditloop.render.views.reports.frozen import Frozen
from auditloop.render.views.reports.linked import Said
from auditloop.render.views.reports.people import Words, commentaries_on, decided, words_of
from auditloop.render.views.reports.told import sentences
from auditloop.render.views.selection import organisation_series
from auditloop.render.views.signals import urgency

_CHARTS = 2
"""Indicators that get a control chart of their own."""
_BRIEF = {"changed": 5, "why": 3, "dates": 5}
"""Facts that a sheet of paper has room for."""
_QUESTIONS, _ABOUT, _DECISIONS = 5, 2, 4


@dataclass(frozen=True, slots=True)
class Monthly:
    tiles: tuple[Figure, ...]
    changed: tuple[Said, ...]
    why: tuple[Said, ...]
    decide: tuple[Question, ...]
    more: str
    people: tuple[Words, ...]
    decisions: Table | None
    dates: Table
    index_charts: tuple[ChartBlock, ...]
    control_charts: tuple[ChartBlock, ...]
    kpis: Table


@dataclass(frozen=True, slots=True)
class Brief:
    tiles: tuple[Figure, ...]
    changed: tuple[Said, ...]
    why: tuple[Said, ...]
    decide: tuple[Question, ...]
    people: tuple[Words, ...]
    decisions: Table | None
    dates: Table
    whole: Link


def plans(live: Context, report: Report) -> list[PagePlan]:
    """The monthly report, and the brief."""
    ctx = Frozen(live, report.state)
    key = f"report-{report.asked.id}"
    index_charts = charts.index_blocks(ctx, key)
    control_charts = charts.control_blocks(ctx, key, _most_pressing(ctx))
    return [
        PagePlan(
            ctx.path.report("monthly", report.asked.id),
            lambda: _monthly(ctx, report, index_charts, control_charts),
            charts.drawn(*index_charts, *control_charts),
        ),
        PagePlan(ctx.path.report("brief", report.asked.id), lambda: _brief(ctx, report)),
    ]


def _most_pressing(ctx: Context) -> list[tuple[KpiResult, Series]]:
    """What gets worse first, what cannot meet its target next; where nothing does, what improves."""
    pairs = sorted(organisation_series(ctx), key=lambda pair: (*urgency(pair[1]), pair[0].id))
    pressing = [(k, s) for k, s in pairs if s.variation == "concern" or s.assurance == "fail"]
    return (pressing or [(k, s) for k, s in pairs if s.variation == "improvement"])[:_CHARTS]


def _monthly(
    ctx: Frozen, report: Report, index_charts: tuple[ChartBlock, ...], control_charts: tuple[ChartBlock, ...]
) -> PageView:
    t, id = ctx.words.t, report.asked.id
    commentaries = commentaries_on(ctx, id)
    body = Monthly(
        tiles=_tiles(ctx, "#kpis"),
        changed=sentences(ctx, report.changed),
        why=sentences(ctx, report.why),
        decide=questions(ctx, report.decide),
        more=ctx.words.n("reports.more", report.decide.left_out) if report.decide.left_out else "",
        people=tuple(words_of(ctx, commentary) for commentary in commentaries),
        decisions=decided(ctx, commentaries),
        dates=dates_table(ctx, report.dates),
        index_charts=index_charts,
        control_charts=control_charts,
        kpis=indicators.kpi_table(ctx, organisation_series(ctx), t("overview.kpis_caption"), anchor="kpi-table"),
    )
    return PageView("report_monthly", _frame(ctx, report, "monthly", "brief"), body)


def _brief(ctx: Frozen, report: Report) -> PageView:
    id = report.asked.id
    commentaries = commentaries_on(ctx, id)[:1]
    asked = questions(ctx, report.decide)
    body = Brief(
        tiles=_tiles(ctx, ctx.href.report("monthly", id, "kpis")),
        changed=sentences(ctx, report.changed, _BRIEF["changed"]),
        why=sentences(ctx, report.why, _BRIEF["why"]),
        decide=tuple(replace(question, about=question.about[:_ABOUT]) for question in asked[:_QUESTIONS]),
        people=tuple(replace(words_of(ctx, c), text=BLANK) for c in commentaries),
        decisions=decided(ctx, commentaries, _DECISIONS),
        dates=dates_table(ctx, report.dates, _BRIEF["dates"]),
        whole=Link(ctx.words.t("reports.brief_whole"), ctx.href.report("monthly", id)),
    )
    return PageView("report_brief", _frame(ctx, report, "brief", "monthly"), body)


def _frame(ctx: Frozen, report: Report, kind: str, other: str) -> Frame:
    lead = ctx.words.sentences([trends(ctx), worse(ctx)])
    beside = Link(title_of(ctx, report, other), ctx.href.report(other, report.asked.id))
    hide = ("navigation", "toc") if kind == "brief" else ()
    return report_frame(ctx, report, kind=kind, lead=lead, related=[beside], hide=hide)


def _tiles(ctx: Context, kpis: str) -> tuple[Figure, ...]:
    """Those of the overview, leading from here."""
    found = tiles(ctx, ctx.indices_by_team.get(None, []))
    where = {"#kpis": kpis, "#findings": ctx.href.page("findings/index.md")}
    where |= {f"#index-{index.id}": ctx.href.index(index.id) for index in ctx.results.indices}
    return tuple(replace(tile, href=where.get(tile.href or "", tile.href)) for tile in found)
