"""The short tables of an audit's page: where most points were lost, what changed, how far other auditors agree."""

from __future__ import annotations

from auditloop.assess.results import AuditComparison, AuditResult
from auditloop.model import Audit, Checklist
from auditloop.render.views import say
from auditloop.render.views.audits.answers import answer_html, finding_note
from auditloop.render.views.common import BLANK, Cell, Column, Row, Table, anchored, lines
from auditloop.render.views.context import Context

MOST_LOST = 6
MOST_CHANGED = 6
"""Items in the table of changes; every item's change stands in the score tree."""


def lost(ctx: Context, audit: Audit, result: AuditResult, checklist: Checklist) -> Table:
    """The items that cost most points, as the answer to what should be mended first."""
    t = ctx.words.t
    items = [
        (item.possible - item.contribution, domain.id, item)
        for domain in result.domains
        for section in domain.sections
        for item in section.items
        if item.possible is not None and item.contribution is not None and item.contribution < item.possible
    ]
    items.sort(key=lambda found: (-found[0], found[2].id))
    rows = []
    for lost, domain, item in items[:MOST_LOST]:
        findings = ctx.findings_by_audit_item.get((result.id, item.id), [])
        rows.append(
            Row(
                (
                    Cell(anchored(f"#item-{item.id}", ctx.asks.get((checklist.id, item.id), item.id))),
                    Cell(ctx.domain_name(checklist.id, domain)),
                    Cell(answer_html(ctx, audit.answers.get(item.id), item, checklist)),
                    Cell(ctx.formats.number(lost, 2), f"{lost:.6g}"),
                    Cell(lines(*(finding_note(ctx, f.id) for f in findings))),
                )
            )
        )
    columns = (
        Column(t("column.item"), "al-wide"),
        Column(t("column.domain")),
        Column(t("column.answer")),
        Column(t("column.points_lost"), "al-num"),
        Column(t("column.finding")),
    )
    empty = t("empty.not_scored_audit") if result.score is None else t("empty.no_points_lost")
    return Table(t("audit.lost_caption"), columns, tuple(rows), empty, id="lost-table", css="al-table--compact")


def comparison_words(ctx: Context, comparison: AuditComparison | None) -> str:
    t = ctx.words.t
    if comparison is None:
        return t("audit.no_previous")
    if not comparison.comparable or comparison.change is None:
        return t("audit.not_comparable", audit=comparison.audit)
    signed = ctx.formats.signed
    return t(
        "audit.comparison",
        before=say.score(ctx, comparison.score_before),
        change=signed(comparison.change, 1),
        performance=signed(comparison.performance, 1),
        weights=signed(comparison.weights, 1),
        applicability=signed(comparison.applicability, 1),
    )


def comparison_table(ctx: Context, result: AuditResult, comparison: AuditComparison | None) -> Table | None:
    if comparison is None or not comparison.comparable:
        return None
    t = ctx.words.t
    rows = []
    scored_twice = [(change.points, change) for change in comparison.items if change.points is not None]
    largest = sorted(scored_twice, key=lambda c: (-abs(c[0]), c[1].id))[:MOST_CHANGED]
    for points, change in sorted(largest, key=lambda c: (c[0], c[1].id)):
        tone = "good" if points > 0 else "bad" if points < 0 else None
        rows.append(
            Row(
                (
                    Cell(anchored(f"#item-{change.id}", ctx.asks.get((result.checklist, change.id), change.id))),
                    Cell(_state(ctx, change.before, change.state_before)),
                    Cell(_state(ctx, change.after, change.state_after)),
                    Cell(say.arrow(ctx.formats.signed(points, 2), points, 2, tone), f"{points:.6g}"),
                )
            )
        )
    columns = (
        Column(t("column.item"), "al-wide"),
        Column(t("column.before"), "al-num"),
        Column(t("column.after"), "al-num"),
        Column(t("column.points_change"), "al-num"),
    )
    caption = t("audit.comparison_caption", audit=comparison.audit)
    return Table(
        caption, columns, tuple(rows), t("empty.no_item_changed"), id="comparison-table", css="al-table--compact"
    )


def _state(ctx: Context, ratio: float | None, state: str) -> str:
    return ctx.formats.percent(ratio) if ratio is not None else ctx.words.t(f"answer.{state}")


def agreement(ctx: Context, result: AuditResult) -> Table | None:
    if not result.agreement:
        return None
    t = ctx.words.t
    rows = []
    for other in result.agreement:
        kappa = ctx.formats.number(other.kappa, 2) if other.kappa is not None else say.no_value(ctx, "empty.too_few")
        apart = max(
            (d for d in other.domains if d.difference is not None), key=lambda d: abs(d.difference or 0), default=None
        )
        rows.append(
            Row(
                (
                    Cell(
                        anchored(
                            ctx.href.audit(other.audit),
                            f"{t(f'audit_type.{other.type}')} {ctx.formats.day(other.date)}",
                        ),
                        other.date.isoformat(),
                    ),
                    Cell(say.score(ctx, other.score)),
                    Cell(ctx.formats.signed(other.difference, 1)),
                    Cell(kappa),
                    Cell(ctx.formats.number(other.n)),
                    Cell(
                        f"{ctx.domain_name(result.checklist, apart.id)} {ctx.formats.signed(apart.difference, 1)}"
                        if apart
                        else BLANK
                    ),
                )
            )
        )
    columns = (
        Column(t("column.other_audit"), "al-main"),
        Column(t("column.score"), "al-num"),
        Column(t("column.difference"), "al-num"),
        Column(t("column.kappa"), "al-num"),
        Column(t("column.n_items"), "al-num"),
        Column(t("column.furthest_apart")),
    )
    return Table(t("audit.agreement_caption"), columns, tuple(rows), id="agreement-table")
