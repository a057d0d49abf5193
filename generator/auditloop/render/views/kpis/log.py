"""What is known about an indicator's values: changed targets and segments, notes, gaps, excluded periods."""

from __future__ import annotations

from markupsafe import Markup

from auditloop.assess.results import KpiResult
from auditloop.model import Kpi
from auditloop.render.views import figures, say
from auditloop.render.views.common import BLANK, Cell, Column, Row, Table
from auditloop.render.views.context import Context
from auditloop.render.views.kpis import derived


def history(ctx: Context, kpi: Kpi) -> Table:
    """Changes of target and segments, newest first, with the reason where one was given."""
    t = ctx.words.t
    entries: list[tuple[str, str, Markup | str]] = []
    if isinstance(kpi.target, tuple):
        entries += [
            (
                x.from_.text,
                t("kpi.target_from", value=say.with_unit(ctx, ctx.formats.general(x.value), kpi.unit)),
                BLANK,
            )
            for x in kpi.target
        ]
    entries += [(s.from_.text, t("kpi.segment_from"), ctx.text(s.why)) for s in kpi.segments]
    entries.sort(key=lambda e: figures.first_day(e[0]), reverse=True)
    rows = [
        Row((Cell(ctx.formats.short_period(period), period), Cell(what), Cell(why))) for period, what, why in entries
    ]
    columns = (Column(t("column.from"), "al-nowrap"), Column(t("column.what")), Column(t("column.reason")))
    return Table(t("kpi.history_caption"), columns, tuple(rows), t("empty.no_history"), id="history-table")


def notes(ctx: Context, kpi: Kpi, result: KpiResult | None) -> Table:
    """Periods that are shown but not counted, values with a note, and periods without a value."""
    t = ctx.words.t
    entries: list[tuple[str, str, str, Markup | str]] = [
        (e.period.text, "", t("kpi.excluded_point"), ctx.text(e.why)) for e in kpi.exclude
    ]
    entries += [
        (o.period.text, o.team, t("kpi.note"), ctx.text(o.measured.note)) for o in ctx.observation_notes.get(kpi.id, [])
    ]
    for series in result.series if result else []:
        if series.team is not None:
            entries += [(period, series.team, t("kpi.missing_value"), BLANK) for period in series.missing]
            entries += [
                (u.period, series.team, t("formula.unvalued"), derived.unvalued_words(ctx, u)) for u in series.unvalued
            ]
    entries.sort(key=lambda e: (figures.first_day(e[0]), e[1]), reverse=True)
    rows = [
        Row(
            (
                Cell(ctx.formats.short_period(period), period),
                Cell(ctx.team_name(team) if team else t("kpi.all_teams")),
                Cell(what),
                Cell(why),
            )
        )
        for period, team, what, why in entries
    ]
    columns = (
        Column(t("column.period"), "al-nowrap"),
        Column(t("column.team")),
        Column(t("column.what")),
        Column(t("column.reason")),
    )
    return Table(t("kpi.notes_caption"), columns, tuple(rows), t("empty.no_notes"), id="note-table")
