"""Early warnings that are over: what they were about, how long they lasted, what ended them."""

from __future__ import annotations

from collections.abc import Sequence

from auditloop.assess.alerts import ended_since
from auditloop.assess.results import CategoryHot, EndedAlert, StandardBroken
from auditloop.render.views import say
from auditloop.render.views.alerts.facts import href, rule_name, subject
from auditloop.render.views.common import Cell, Column, Row, Table, anchored, lines, muted, span
from auditloop.render.views.context import Context
from auditloop.render.views.registers import FILTER_FROM


def since_when(ctx: Context) -> str:
    return ctx.formats.date(ended_since(ctx.results.as_of))


def ended_table(ctx: Context, ended: Sequence[EndedAlert]) -> Table:
    t = ctx.words.t
    rows = [
        Row(
            (
                Cell(lines(anchored(href(ctx, e.alert), subject(ctx, e.alert)), *_number(e)), subject(ctx, e.alert)),
                Cell(rule_name(ctx, e.alert.rule)),
                Cell(say.whose(ctx, e.alert.team), ctx.team_name(e.alert.team)),
                Cell(_lasted(ctx, e), e.until.isoformat()),
                Cell(ended_by(ctx, e)),
            )
        )
        for e in ended
    ]
    columns = (
        Column(t("column.about"), "al-main"),
        Column(t("column.rule"), choose=t("choose.rule")),
        Column(t("column.team"), choose=t("choose.team")),
        Column(t("column.lasted")),
        Column(t("column.ended_by"), "al-wide"),
    )
    return Table(
        t("alerts.ended.caption", date=since_when(ctx)),
        columns,
        tuple(rows),
        t("alerts.ended.none", date=since_when(ctx)),
        id="ended-table",
        filterable=len(rows) > FILTER_FROM,
        css="al-table--alerts",
    )


def ended_by(ctx: Context, ended: EndedAlert) -> str:
    """What ended it, with the value that did."""
    if ended.period is None or ended.value is None:
        return ctx.words.t(f"alerts.ended.{ended.by}")
    period, what = ctx.formats.period(ended.period), ended.alert.what
    if isinstance(what, CategoryHot):
        return ctx.words.n("alerts.ended.within-limits", int(ended.value), period=period)
    if isinstance(what, StandardBroken):
        return ctx.words.t(f"alerts.ended.{ended.by}", period=period, value=ctx.formats.percent(ended.value))
    value = say.kpi_value(ctx, ctx.kpis[ended.alert.link.id], ended.value)
    return ctx.words.t(f"alerts.ended.{ended.by}", period=period, value=value)


def _lasted(ctx: Context, ended: EndedAlert) -> str:
    days = (ctx.formats.day(ended.alert.since), ctx.formats.day(ended.until))
    return span("al-nowrap", ctx.words.t("alerts.ended.lasted", since=days[0], until=days[1]))


def _number(ended: EndedAlert) -> list[str]:
    """Of records that people call by their number."""
    return [muted(ended.alert.link.id)] if ended.alert.link.kind == "action" else []
