"""A team's audit scores over time, one line per checklist edition."""

from __future__ import annotations

from auditloop.assess.results import AuditMark, TeamResult
from auditloop.model import Team
from auditloop.render.charts import Chart
from auditloop.render.i18n.formats import vanishes
from auditloop.render.views import figures, say
from auditloop.render.views.common import Cell, ChartBlock, Column, Row, Table, anchored
from auditloop.render.views.context import Context


def history_block(ctx: Context, team: Team, result: TeamResult | None) -> ChartBlock:
    """Scores of final audits; one line per checklist edition, because editions are not compared."""
    t = ctx.words.t
    marks = [m for m in result.history if m.score is not None] if result else []
    if not marks:
        return ChartBlock(None, empty=t("empty.no_audits"))
    editions = {(m.checklist, m.edition) for m in marks}
    several = {c for c, _ in editions if sum(1 for other, _ in editions if other == c) > 1}
    newest = {(m.checklist, m.edition): m.audit for m in marks}
    points = [
        {
            "series": _series_name(ctx, m, several),
            "x": m.date.isoformat(),
            "value": m.score,
            "label": say.score(ctx, m.score),
            "tip": figures.tip(
                f"{ctx.formats.date(m.date)}: {say.score(ctx, m.score)}" + (f" · {m.grade}" if m.grade else ""),
                f"{ctx.checklist_name(m.checklist)} {m.edition}",
                t(f"audit_type.{m.type}"),
                t("audit.not_passed") if m.passed is False else "",
            ),
            "shape": m.type,
            "shape_label": t(f"audit_type.{m.type}"),
            "latest": newest[m.checklist, m.edition] == m.audit,
        }
        for m in marks
    ]
    title, sentence = _history_words(ctx, marks)
    chart = Chart(
        id=f"team-{team.id}-history",
        kind="score-history",
        datasets={"points": points, "bands": _bands(ctx)},
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={"y": t("team.history_scale")},
    )
    caption = ctx.words.n("team.history_caption", len(marks), team=ctx.team_name(team.id))
    return ChartBlock(chart, title, sentence, caption, _history_table(ctx, marks))


def _series_name(ctx: Context, mark: AuditMark, several: set[str]) -> str:
    name = ctx.checklist_name(mark.checklist)
    return f"{name} {mark.edition}" if mark.checklist in several else name


def _bands(ctx: Context) -> list[dict[str, object]]:
    grades = sorted(ctx.organisation.grades, key=lambda g: -g.from_)
    limits = [(g.grade, g.from_) for g in grades] or [("A", 90.0), ("B", 80.0), ("C", 70.0), ("D", 0.0)]
    uppers = [100.0, *(lower for _, lower in limits[:-1])]
    return [
        {"lower": lower, "upper": upper, "label": name} for (name, lower), upper in zip(limits, uppers, strict=True)
    ]


def _history_words(ctx: Context, marks: list[AuditMark]) -> tuple[str, str]:
    """About the checklist with most audits: from the first to the latest."""
    t = ctx.words.t
    by_checklist: dict[tuple[str, str], list[AuditMark]] = {}
    for mark in marks:
        by_checklist.setdefault((mark.checklist, mark.edition), []).append(mark)
    main = max(by_checklist.values(), key=lambda found: (len(found), found[-1].date))
    first, last = main[0], main[-1]
    name = ctx.checklist_name(last.checklist)
    if first is last or first.score is None or last.score is None:
        return t("team.history_one", checklist=name), t(
            "team.history_one_sentence", score=say.score(ctx, last.score), date=ctx.formats.date(last.date)
        )
    change = last.score - first.score
    key = "same" if vanishes(change, 1) else "up" if change > 0 else "down"
    sentence = t(
        "team.history_sentence",
        checklist=name,
        first=say.score(ctx, first.score),
        first_date=ctx.formats.date(first.date),
        last=say.score(ctx, last.score),
        last_date=ctx.formats.date(last.date),
    )
    return t(f"team.history_{key}", checklist=name), sentence


def _history_table(ctx: Context, marks: list[AuditMark]) -> Table:
    t = ctx.words.t
    rows = [
        Row(
            (
                Cell(anchored(ctx.href.audit(m.audit), ctx.formats.day(m.date)), m.date.isoformat()),
                Cell(f"{ctx.checklist_name(m.checklist)} {m.edition}"),
                Cell(t(f"audit_type.{m.type}")),
                Cell(say.score(ctx, m.score), f"{m.score}"),
                Cell(say.grade(ctx, m.grade)),
            )
        )
        for m in reversed(marks)
    ]
    columns = (
        Column(t("column.date")),
        Column(t("column.checklist")),
        Column(t("column.type")),
        Column(t("column.score"), "al-num"),
        Column(t("column.grade")),
    )
    return Table(t("team.history_table"), columns, tuple(rows), css="al-table--compact")
