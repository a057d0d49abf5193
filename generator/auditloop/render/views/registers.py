"""Tables that several pages share: indicators, findings, actions, audits. What matters first, at most seven columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup

from auditloop.assess.results import ActionResult, AuditResult, FindingResult, KpiResult, Series
from auditloop.model import Period
from auditloop.render.sparkline import sparkline
from auditloop.render.views import judged, say
from auditloop.render.views.common import Cell, Column, Row, Table, anchored, lines, muted, span
from auditloop.render.views.context import Context

MOST_LISTED = 40
"""Rows of a register over all teams; the pages of teams and years have the rest."""
MOST_BESIDE = 15
"""Rows of a register that is not what its page is about."""
FILTER_FROM = 8
"""Tables with fewer rows need no filter."""


def spark(ctx: Context, kpi: KpiResult, series: Series, most: int = 13) -> Markup:
    """The last thirteen periods: a year and the month it is compared with."""
    points = series.points[-most:]
    if sum(p.value is not None for p in points) < 2:
        return say.no_value(ctx, "empty.too_few")
    label = ctx.words.t(
        "spark.label",
        first=ctx.formats.short_period(points[0].period),
        last=ctx.formats.short_period(points[-1].period),
        low=ctx.formats.number(min(p.value for p in points if p.value is not None), kpi.decimals),
        high=ctx.formats.number(max(p.value for p in points if p.value is not None), kpi.decimals),
    )
    return Markup(
        sparkline(
            [p.value for p in points],
            target=series.target,
            label=label,
            signal={True: "good", False: "bad", None: None}[series.met],
        )
    )


def latest_value(ctx: Context, kpi: KpiResult, series: Series, period: str | None) -> Cell:
    """The latest value; its period under it where it is not the page's own."""
    if series.latest is None:
        return Cell(say.no_value(ctx, "empty.no_value"), "")
    value = say.kpi_value_html(ctx, kpi, series.latest.value, judged.of_series(ctx, kpi, series).decimals)
    if period is not None and not _covers(series.latest.period, period):
        value = lines(value, muted(ctx.formats.short_period(series.latest.period)))
    if series.without:
        value = lines(value, muted(ctx.words.t("kpi.without", teams=_teams(ctx, series.without))))
    return Cell(value, f"{series.latest.value:.10g}")


def _teams(ctx: Context, teams: Sequence[str]) -> str:
    return ctx.words.listed([ctx.team_name(team) for team in teams])


def _covers(latest: str, period: str) -> bool:
    mine, page = Period.parse(latest), Period.parse(period)
    return mine.first <= page.last and mine.last >= page.first


def kpi_table(
    ctx: Context, rows: Iterable[tuple[KpiResult, Series]], caption: str, *, anchor: str, chart_column: bool = True
) -> Table:
    """Missed targets first (longest missed first), then met ones, then those without a target."""
    t = ctx.words.t
    pairs = sorted(
        rows,
        key=lambda p: ({False: 0, True: 1, None: 2}[p[1].met], -p[1].targets_missed_in_a_row, ctx.kpi_name(p[0].id)),
    )
    made = []
    for kpi, series in pairs:
        last_year = series.change_last_year
        made.append(
            Row(
                (
                    Cell(say.kpi_link(ctx, kpi.id)),
                    latest_value(ctx, kpi, series, ctx.results.period),
                    judged.target_cell(ctx, judged.of_series(ctx, kpi, series)),
                    Cell(_met(ctx, series), {False: "0", True: "1", None: "2"}[series.met]),
                    say.change_cell(ctx, kpi, series.change, series.better_than_previous),
                    say.change_cell(ctx, kpi, last_year, series.better_than_last_year),
                    Cell(spark(ctx, kpi, series)),
                )
            )
        )
    columns = (
        Column(t("column.kpi"), "al-main"),
        Column(t("column.latest"), "al-num"),
        Column(t("column.target"), "al-num"),
        Column(t("column.judgement")),
        Column(t("column.change_previous"), "al-nowrap"),
        Column(t("column.change_last_year"), "al-nowrap"),
        Column(t("column.last_13"), sortable=False),
    )
    return Table(caption, columns, tuple(made), t("empty.no_kpis"), id=anchor, filterable=len(made) > FILTER_FROM)


def _met(ctx: Context, series: Series) -> Markup:
    mark = say.met_mark(ctx, series.met)
    missed = series.targets_missed_in_a_row
    return lines(mark, muted(ctx.words.n("kpi.in_a_row", missed))) if missed >= 2 else mark


def finding_link(ctx: Context, finding: FindingResult) -> Markup:
    text = ctx.text(ctx.finding_texts.get(finding.id, finding.id))
    return anchored(ctx.finding_href(finding.id), text)


def cut(ctx: Context, key: str, records: Sequence[object], most: int = MOST_LISTED) -> str:
    """Says that a register is not complete, and where the rest is."""
    return ctx.words.t(key, n=most, all=len(records)) if len(records) > most else ""


def permalinks(href: Callable[[str], str | None], records: Iterable[FindingResult | ActionResult]) -> Markup:
    """Where each record stands, at an anchor with its id: links to it from outside find it here too."""
    link = Markup('<a id="{0}" href="{1}">{0}</a>')
    return span("al-small", Markup(" ").join([link.format(r.id, href(r.id) or "") for r in records]))


def finding_table(
    ctx: Context, findings: Sequence[FindingResult], caption: str, *, anchor: str, empty: str, team_column: bool = True
) -> Table:
    t = ctx.words.t
    rows = []
    for f in findings:
        recurring = Markup(" ") + say.badge("major", t("findings.recurring")) if f.recurrences else Markup("")
        cells = [
            Cell(
                lines(finding_link(ctx, f), span("al-muted al-small", f.id) + recurring),
                f.id,
            ),
            Cell(say.risk(ctx, f.risk), say.RISK_ORDER[f.risk]),
            Cell(say.finding_class(ctx, f.class_effective)),
            *([Cell(say.team_link(ctx, f.team))] if team_column else []),
            *([] if team_column else [Cell(ctx.domain_name(f.checklist, f.domain))]),
            Cell(say.finding_status(ctx, f.status), f.status),
            Cell(
                ctx.formats.number(f.age_days) if f.age_days is not None else say.no_value(ctx, "empty.closed"),
                str(f.age_days if f.age_days is not None else -1),
            ),
        ]
        rows.append(Row(tuple(cells)))
    columns = [
        Column(t("column.finding"), "al-main al-wide"),
        Column(t("column.risk"), choose=t("choose.risk")),
        Column(t("column.class"), choose=t("choose.class")),
        Column(t("column.team"), choose=t("choose.team")) if team_column else Column(t("column.domain")),
        Column(t("column.status")),
        Column(t("column.age_days"), "al-num"),
    ]
    return Table(caption, tuple(columns), tuple(rows), empty, id=anchor, filterable=len(rows) > FILTER_FROM)


def action_link(ctx: Context, action: ActionResult) -> Markup:
    return anchored(ctx.action_href(action.id), ctx.text(ctx.workspace.actions[action.id].title))


def action_table(
    ctx: Context, actions: Sequence[ActionResult], caption: str, *, anchor: str, empty: str, team_column: bool = True
) -> Table:
    t = ctx.words.t
    rows = []
    for a in actions:
        moved = muted(ctx.words.n("actions.moved_times", a.moves)) if a.moves else Markup("")
        cells = [
            Cell(lines(action_link(ctx, a), span("al-muted al-small", a.id)), a.id),
            *([Cell(say.team_link(ctx, a.team))] if team_column else []),
            Cell(ctx.person_name(a.owner)),
            Cell(
                lines(span("al-nowrap", ctx.formats.day(a.due)), moved),
                a.due.isoformat(),
            ),
            Cell(lines(say.action_status(ctx, a), _lateness(ctx, a)), f"{a.days_overdue:05d}{a.status}"),
            Cell(_progress(ctx, a)),
            Cell(say.verdict(ctx, a.verdict), a.verdict or ""),
        ]
        rows.append(Row(tuple(cells)))
    columns = [
        Column(t("column.action"), "al-main al-wide"),
        *([Column(t("column.team"), choose=t("choose.team"))] if team_column else []),
        Column(t("column.owner"), choose=t("choose.owner")),
        Column(t("column.due")),
        Column(t("column.status")),
        Column(t("column.progress"), "al-num"),
        Column(t("column.verdict")),
    ]
    return Table(caption, tuple(columns), tuple(rows), empty, id=anchor, filterable=len(rows) > FILTER_FROM)


def _lateness(ctx: Context, action: ActionResult) -> Markup:
    if action.overdue:
        return muted(ctx.words.n("actions.days_overdue", action.days_overdue))
    if action.due_soon:
        return muted(ctx.words.n("actions.days_left", (action.due - ctx.results.as_of).days))
    if action.on_time is False:
        return muted(ctx.words.t("actions.done_late"))
    return Markup("")


def _progress(ctx: Context, action: ActionResult) -> Markup | str:
    if action.status in {"done", "verified"}:
        return "100%"
    progress = ctx.workspace.actions[action.id].progress
    return ctx.formats.general(progress) + "%" if progress is not None else say.no_value(ctx, "empty.no_progress")


def audit_table(
    ctx: Context, audits: Sequence[AuditResult], caption: str, *, anchor: str, empty: str, team_column: bool = True
) -> Table:
    t = ctx.words.t
    rows = []
    for a in audits:
        draft = Markup(" ") + say.badge("draft", t("audit_status.draft")) if a.status == "draft" else Markup("")
        change = a.comparison.change if a.comparison else None
        cells = [
            Cell(
                anchored(
                    ctx.href.audit(a.id),
                    ctx.formats.day(a.date)
                    if not team_column
                    else f"{ctx.team_name(a.team)} {ctx.formats.day(a.date)}",
                )
                + draft,
                a.date.isoformat(),
            ),
            Cell(anchored(ctx.href.checklist(a.checklist), ctx.checklist_name(a.checklist))),
            Cell(t(f"audit_type.{a.type}")),
            Cell(
                say.score(ctx, a.score) if a.score is not None else say.no_value(ctx, "empty.not_scored"),
                f"{a.score}" if a.score is not None else "",
            ),
            Cell(
                lines(say.grade(ctx, a.grade, capped=a.grade != a.uncapped_grade), _not_passed(ctx, a)), a.grade or ""
            ),
            Cell(say.score_change(ctx, change), "" if change is None else f"{change:.6g}"),
            Cell(ctx.formats.number(len(a.findings)), str(len(a.findings))),
        ]
        rows.append(Row(tuple(cells)))
    columns = [
        Column(t("column.audit"), "al-main"),
        Column(t("column.checklist"), choose=t("choose.checklist")),
        Column(t("column.type"), choose=t("choose.type")),
        Column(t("column.score"), "al-num"),
        Column(t("column.grade")),
        Column(t("column.change_audit"), "al-nowrap"),
        Column(t("column.findings"), "al-num"),
    ]
    return Table(caption, tuple(columns), tuple(rows), empty, id=anchor, filterable=len(rows) > FILTER_FROM)


def _not_passed(ctx: Context, audit: AuditResult) -> Markup:
    return say.judgement("bad", ctx.words.t("audit.not_passed")) if audit.passed is False else Markup("")
