"""The satisfaction report of a quarter or half-year: what customers said, against what they said before."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.assess.reports import Report
from auditloop.render.views.common import ChartBlock, Figure, Link, PagePlan, PageView, Table
from auditloop.render.views.context import Context
from auditloop.render.views.reports import charts
from auditloop.render.views.reports.ahead import dates_table
from auditloop.render.views.reports.decide import Question, questions
from auditloop.render.views.reports.frames import report_frame
from auditloop.render.views.reports.frozen import Frozen
from auditloop.render.views.reports.linked import Said
from auditloop.render.views.reports.people import Words, commentaries_on, decided, words_of
from auditloop.render.views.reports.told import sentences
from auditloop.render.views.satisfaction.dimensions import dimension_table, quadrant_block
from auditloop.render.views.satisfaction.drivers import driver_block
from auditloop.render.views.satisfaction.lead import lead
from auditloop.render.views.satisfaction.over_time import csat_block
from auditloop.render.views.satisfaction.scope import Scope, scope_of
from auditloop.render.views.satisfaction.summary import response_tile
from auditloop.render.views.satisfaction.summary import tiles as survey_tiles
from auditloop.render.views.satisfaction.teams import team_table, teams_block


@dataclass(frozen=True, slots=True)
class SatisfactionReport:
    tiles: tuple[Figure, ...]
    changed: tuple[Said, ...]
    why: tuple[Said, ...]
    decide: tuple[Question, ...]
    people: tuple[Words, ...]
    decisions: Table | None
    dates: Table
    charts: tuple[ChartBlock, ...]
    teams: Table | None
    dimensions: Table | None
    empty: str
    """Why there are no figures."""


def plans(live: Context, report: Report) -> list[PagePlan]:
    ctx = Frozen(live, report.state)
    scope = _scope(ctx, report.asked.id)
    blocks = _blocks(ctx, scope, f"report-{report.asked.id}") if scope else ()
    path = ctx.path.report("satisfaction", report.asked.id)
    return [PagePlan(path, lambda: _view(ctx, report, scope, blocks), charts.drawn(*blocks))]


def _scope(ctx: Context, period: str) -> Scope | None:
    """None where nobody was asked in the period, or too few answered."""
    scope = scope_of(ctx, None)
    return scope if scope.latest and scope.latest.period == period else None


def _blocks(ctx: Context, scope: Scope, key: str) -> tuple[ChartBlock, ...]:
    """Over time; teams side by side; what matters and is rated low; what drives it."""
    found = {
        "csat": csat_block(ctx, scope),
        "teams": teams_block(ctx, scope),
        "quadrants": quadrant_block(ctx, scope),
        "drivers": driver_block(ctx, scope) if scope.latest and scope.latest.driver_model else None,
    }
    named = (charts.named(block, f"{key}-{name}") for name, block in found.items())
    return tuple(block for block in named if block)


def _view(ctx: Frozen, report: Report, scope: Scope | None, blocks: tuple[ChartBlock, ...]) -> PageView:
    t = ctx.words.t
    commentaries = commentaries_on(ctx, report.asked.id)
    body = SatisfactionReport(
        tiles=survey_tiles(ctx, scope) + response_tile(ctx, scope) if scope else (),
        changed=sentences(ctx, report.changed),
        why=sentences(ctx, report.why),
        decide=questions(ctx, report.decide),
        people=tuple(words_of(ctx, commentary) for commentary in commentaries),
        decisions=decided(ctx, commentaries),
        dates=dates_table(ctx, report.dates),
        charts=blocks,
        teams=team_table(ctx, scope) if scope else None,
        dimensions=dimension_table(ctx, scope) if scope else None,
        empty="" if scope else t("reports.no_survey"),
    )
    related = [Link(t("nav.satisfaction"), ctx.href.page("satisfaction.md"))]
    words = lead(ctx, scope) if scope else t("reports.no_survey")
    return PageView(
        "report_satisfaction",
        report_frame(ctx, report, kind="satisfaction", lead=words, related=related),
        body,
    )
