"""Which parts stand on the first page, in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from auditloop.assess.results import IndexResult
from auditloop.render.views import changes, indicators, registers
from auditloop.render.views.alerts.table import alert_table, first_of_each_rule
from auditloop.render.views.common import ChartBlock, Fact, Figure, Link, PageView, Table
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame
from auditloop.render.views.overview.answers import banner, beside, better, data, decide, where_not
from auditloop.render.views.overview.indices import IndexView, index_view
from auditloop.render.views.overview.scores import score_tables
from auditloop.render.views.overview.tiles import tiles
from auditloop.render.views.selection import is_open, is_problem, organisation_series

TOP = 8
TOP_ALERTS = 5


@dataclass(frozen=True, slots=True)
class Overview:
    answers: tuple[Fact, ...]
    banner: tuple[str, bool] | None
    """What is wrong with the data, and whether it is bad or merely worth a word."""
    changed: tuple[str, Link] | None
    """How much is new since the version published before, and where it stands."""
    tiles: tuple[Figure, ...]
    index_chart: ChartBlock | None
    indices: tuple[IndexView, ...]
    kpis: Table
    beside: str
    """Indicators that are not in that table, and why."""
    score_tables: tuple[Table, ...]
    alerts: Table
    all_alerts: Link
    findings: Table
    actions: Table
    next_steps: Link


def view(
    ctx: Context, indices: list[IndexResult], chart: ChartBlock | None, moved: Mapping[str, ChartBlock]
) -> PageView:
    t = ctx.words.t
    answers = [
        Fact(t("overview.q_better"), better(ctx, indices)),
        Fact(t("overview.q_where_not"), where_not(ctx)),
        Fact(t("overview.q_decide"), decide(ctx)),
        Fact(t("overview.q_data"), data(ctx)),
    ]
    body = Overview(
        answers=tuple(answers),
        banner=banner(ctx),
        changed=changes.since(ctx),
        tiles=tiles(ctx, indices),
        index_chart=chart,
        indices=tuple(index_view(ctx, index, moved.get(index.id)) for index in indices),
        kpis=indicators.kpi_table(ctx, organisation_series(ctx), t("overview.kpis_caption"), anchor="kpi-table"),
        beside=beside(ctx),
        score_tables=tuple(table for c in ctx.results.checklists if c.audits for table in score_tables(ctx, c.id)),
        alerts=alert_table(
            ctx,
            first_of_each_rule(ctx.results.alerts, TOP_ALERTS),
            t("alerts.overview_caption"),
            id="top-alerts",
            empty=t("alerts.none"),
            severity_column=False,
            counts=Counter(alert.rule for alert in ctx.results.alerts),
        ),
        all_alerts=Link(
            ctx.words.n("alerts.overview_more", len(ctx.results.alerts)), ctx.href.page(ctx.path.early_warning)
        ),
        findings=registers.finding_table(
            ctx,
            [f for f in ctx.results.findings if is_open(f.status) and is_problem(f)][:TOP],
            t("overview.findings_caption"),
            anchor="top-findings",
            empty=t("empty.no_open_findings"),
        ),
        actions=registers.action_table(
            ctx,
            [a for a in ctx.results.actions if a.overdue or a.due_soon][: 2 * TOP],
            t("overview.actions_caption"),
            anchor="due-actions",
            empty=t("empty.nothing_due"),
        ),
        next_steps=Link(t("next_steps.overview_link"), ctx.href.page(ctx.path.next_steps)),
    )
    lead = ctx.words.sentences([str(answer.html) for answer in answers])
    return PageView(
        "overview",
        frame(
            ctx,
            path="index.md",
            kind="overview",
            title=t("overview.title", organisation=ctx.organisation_name),
            lead=lead,
            name=ctx.organisation.name,
            edit=("organisation", ctx.organisation.id),
            related=[
                Link(t(f"nav.{name}"), ctx.href.page(path))
                for name, path in (
                    ("reports", ctx.path.reports),
                    ("teams", "teams/index.md"),
                    ("kpis", "kpis/index.md"),
                    ("findings", "findings/index.md"),
                    ("actions", "actions/index.md"),
                    ("method", "method.md"),
                )
            ],
        ),
        body,
    )
