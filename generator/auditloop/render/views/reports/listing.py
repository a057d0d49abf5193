"""The list of all reports, and what became of the decisions taken in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from auditloop.assess.reports import Report
from auditloop.assess.reports.planned import waiting
from auditloop.assess.results import DecisionResult
from auditloop.model import Topic
from auditloop.render.views import say
from auditloop.render.views.common import Cell, Column, Link, PageView, Row, Table, anchored, lines, muted
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame
from auditloop.render.views.registers import FILTER_FROM
from auditloop.render.views.reports.frames import title_of

_LOOKS = {"open": "open", "overdue": "overdue", "done": "verified", "dropped": "cancelled"}


@dataclass(frozen=True, slots=True)
class Listing:
    reports: Table
    waiting: str
    """Commentary on periods that are not over yet."""
    decisions: Table


def view(ctx: Context, reports: Sequence[Report]) -> PageView:
    t = ctx.words.t
    body = Listing(_reports(ctx, reports), _waiting(ctx), _decisions(ctx))
    return PageView(
        "reports",
        frame(
            ctx,
            path=ctx.path.reports,
            kind="reports",
            title=t("nav.reports"),
            lead=_lead(ctx, reports),
            related=[
                Link(t("nav.overview"), ctx.href.page("index.md")),
                Link(t("nav.satisfaction"), ctx.href.page("satisfaction.md")),
                Link(t("nav.method"), ctx.href.method("reports")),
            ],
        ),
        body,
    )


def _lead(ctx: Context, reports: Sequence[Report]) -> str:
    n, decisions = ctx.words.n, ctx.results.decisions
    late = sum(decision.status == "overdue" for decision in decisions)
    still = sum(decision.status in ("open", "overdue") for decision in decisions)
    return ctx.words.sentences(
        [
            n("reports.lead", len(reports)) if reports else ctx.words.t("empty.no_reports"),
            n("reports.lead_decisions", len(decisions), open=still) if decisions else "",
            n("reports.lead_late", late) if late else "",
        ]
    )


def _reports(ctx: Context, reports: Sequence[Report]) -> Table:
    t = ctx.words.t
    columns = (
        Column(t("column.report"), "al-main al-wide"),
        Column(t("column.as_of"), "al-nowrap"),
        Column(t("column.commentary")),
    )
    rows = tuple(Row(_report_cells(ctx, report)) for report in reports)
    return Table(t("reports.caption"), columns, rows, t("empty.no_reports"), id="report-table")


def _report_cells(ctx: Context, report: Report) -> tuple[Cell, ...]:
    asked = report.asked
    main = anchored(ctx.href.report(asked.kind, asked.id), title_of(ctx, report))
    if asked.kind == "monthly":
        brief = anchored(ctx.href.report("brief", asked.id), ctx.words.t("reports.brief"))
        main = lines(main, brief)
    if asked.kind == "topic":
        topic = ctx.workspace.topics[asked.id]
        main = lines(main, muted(ctx.text(topic.question)))
        said = ctx.person_name(topic.by)
        return Cell(main), Cell(ctx.formats.day(asked.end)), Cell(said)
    spoken = [c for c in ctx.workspace.commentaries.values() if str(c.period) == asked.id]
    headlines = [ctx.text(c.headline) for c in sorted(spoken, key=lambda c: (c.team is not None, c.team or ""))]
    said_html = lines(*headlines) if headlines else say.no_value(ctx, "empty.no_commentary")
    return Cell(main), Cell(ctx.formats.day(asked.end)), Cell(said_html)


def _waiting(ctx: Context) -> str:
    periods = waiting(ctx.workspace, ctx.results.as_of)
    if not periods:
        return ""
    names = ctx.words.listed([ctx.formats.period(str(period)) for period in periods])
    return ctx.words.n("reports.waiting", len(periods), periods=names)


def _decisions(ctx: Context) -> Table:
    t = ctx.words.t
    columns = (
        Column(t("column.decision"), "al-main al-wide"),
        Column(t("column.report")),
        Column(t("column.owner"), choose=t("choose.owner")),
        Column(t("column.due"), "al-nowrap"),
        Column(t("column.status"), choose=t("choose.status")),
    )
    rows = tuple(Row(_decision_cells(ctx, decision)) for decision in ctx.results.decisions)
    return Table(
        t("reports.decisions_caption"),
        columns,
        rows,
        t("empty.no_decisions"),
        id="decisions-table",
        filterable=len(rows) > FILTER_FROM,
    )


def _decision_cells(ctx: Context, decision: DecisionResult) -> tuple[Cell, ...]:
    holder = ctx.spoken(decision.record)
    text = holder.decisions[decision.position].text
    where: str | None
    if isinstance(holder, Topic):
        where, name = ctx.href.report("topic", holder.id), ctx.text(holder.title)
    else:
        period = holder.period
        about = "monthly" if period.kind == "month" else "satisfaction"
        where = ctx.href.report(about, str(period)) if period.last <= ctx.results.as_of else None
        name = Markup.escape(ctx.formats.period(str(period)))
    action = anchored(ctx.action_href(decision.action), muted(decision.action)) if decision.action else ""
    late = muted(ctx.words.n("actions.days_overdue", decision.days_overdue)) if decision.days_overdue else ""
    status = say.badge(_LOOKS[decision.status], ctx.words.t(f"decision_status.{decision.status}"))
    return (
        Cell(lines(ctx.text(text), action)),
        Cell(anchored(where, name)),
        Cell(ctx.person_name(decision.owner) if decision.owner else muted(ctx.words.t("reports.people.nobody"))),
        Cell(
            ctx.formats.day(decision.due) if decision.due else muted(ctx.words.t("reports.people.no_day")),
            decision.due.isoformat() if decision.due else "",
        ),
        Cell(lines(status, late), f"{decision.days_overdue:05d}{decision.status}"),
    )
