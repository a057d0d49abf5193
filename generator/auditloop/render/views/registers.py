"""Tables that several pages share: findings, actions, audits. What matters first, at most seven columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup

from auditloop.assess.actions import FINISHED
from auditloop.assess.results import ActionResult, AuditResult, FindingResult
from auditloop.render.views import say
from auditloop.render.views.common import Cell, Column, Row, Table, anchored, lines, muted, span
from auditloop.render.views.context import Context

MOST_LISTED = 40
"""Rows of a register over all teams; the pages of teams and years have the rest."""
MOST_BESIDE = 15
"""Rows of a register that is not what its page is about."""
FILTER_FROM = 8
"""Tables with fewer rows need no filter."""


def finding_link(ctx: Context, finding: FindingResult) -> Markup:
    text = ctx.text(ctx.finding_texts.get(finding.id, finding.id))
    return anchored(ctx.finding_href(finding.id), text)


def cut(ctx: Context, key: str, records: Sequence[object], most: int = MOST_LISTED) -> str:
    """Says that a register is not complete, and where the rest is."""
    return ctx.words.t(key, n=most, all=len(records)) if len(records) > most else ""


def permalinks(href: Callable[[str], str | None], records: Iterable[FindingResult | ActionResult]) -> Markup:
    """Where each record stands, at an anchor with its id: links to it from outside find it here too."""
    link = Markup('<a id="{0}" href="{1}">{0}</a>')
    return span("al-small", Markup(", ").join([link.format(r.id, href(r.id) or "") for r in records]))


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
    if action.status in FINISHED:
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
