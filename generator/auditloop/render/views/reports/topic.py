"""A special report: one question, the words of its author, and the live data of what it gathers, up to its end."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from auditloop.assess.reports import Report
from auditloop.assess.results import KpiResult, Series
from auditloop.model import Topic
from auditloop.render.views import registers
from auditloop.render.views.common import ChartBlock, Link, PagePlan, PageView, Table
from auditloop.render.views.context import Context
from auditloop.render.views.reports import charts
from auditloop.render.views.reports.ahead import dates_table
from auditloop.render.views.reports.decide import Question, questions
from auditloop.render.views.reports.frames import report_frame
from auditloop.render.views.reports.frozen import Frozen
from auditloop.render.views.reports.linked import Said
from auditloop.render.views.reports.people import decision_table, written
from auditloop.render.views.reports.told import sentences


@dataclass(frozen=True, slots=True)
class TopicReport:
    question: Markup
    by: str
    background: Markup
    analysis: Markup
    conclusion: Markup
    charts: tuple[ChartBlock, ...]
    said: tuple[Said, ...]
    decide: tuple[Question, ...]
    findings: Table | None
    actions: Table | None
    decisions: Table | None
    dates: Table | None


def plans(live: Context, report: Report) -> list[PagePlan]:
    ctx = Frozen(live, report.state)
    topic = ctx.workspace.topics[report.asked.id]
    blocks = charts.control_blocks(ctx, f"topic-{topic.id}", _series(ctx, topic))
    return [
        PagePlan(ctx.path.report("topic", topic.id), lambda: _view(ctx, report, topic, blocks), charts.drawn(*blocks))
    ]


def _series(ctx: Context, topic: Topic) -> list[tuple[KpiResult, Series]]:
    """The team's own, else the organisation's; one that nobody reports is left out."""
    found = []
    for id in topic.kpis:
        kpi = ctx.kpis.get(id)
        own = [s for s in kpi.series if s.team == topic.team] or kpi.series if kpi else []
        if kpi and own:
            found.append((kpi, own[0]))
    return found


def _view(ctx: Frozen, report: Report, topic: Topic, blocks: tuple[ChartBlock, ...]) -> PageView:
    t = ctx.words.t
    findings = [ctx.findings[id] for id in topic.findings if id in ctx.findings]
    actions = [ctx.actions[id] for id in topic.actions if id in ctx.actions]
    body = TopicReport(
        question=ctx.text(topic.question),
        by=t("reports.people.by", person=ctx.person_name(topic.by)),
        background=written(ctx, topic.background),
        analysis=written(ctx, topic.analysis),
        conclusion=written(ctx, topic.conclusion),
        charts=blocks,
        said=sentences(ctx, report.why),
        decide=questions(ctx, report.decide),
        findings=registers.finding_table(
            ctx, findings, t("reports.topic.findings"), anchor="finding-table", empty="", team_column=topic.team is None
        )
        if findings
        else None,
        actions=registers.action_table(
            ctx, actions, t("reports.topic.actions"), anchor="action-table", empty="", team_column=topic.team is None
        )
        if actions
        else None,
        decisions=decision_table(ctx, topic.decisions),
        dates=dates_table(ctx, report.dates) if report.dates.ahead else None,
    )
    span = ctx.formats.span(str(topic.from_), str(topic.to))
    scope = [Link(ctx.team_name(topic.team), ctx.href.team(topic.team))] if topic.team else []
    return PageView(
        "report_topic",
        report_frame(
            ctx,
            report,
            kind="topic",
            lead=ctx.plain(topic.question),
            related=scope,
            period=span,
            edit=("topic", topic.id),
        ),
        body,
    )
