"""The table of alerts, as the early-warning page, the overview and the teams' pages show it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from auditloop.assess.results import Alert
from auditloop.render.views import say
from auditloop.render.views.alerts.facts import TONES, anchor, href, rule_name, subject, told, why
from auditloop.render.views.common import Cell, Column, Row, Table, anchored, lines, muted, span
from auditloop.render.views.context import Context
from auditloop.render.views.registers import FILTER_FROM


def alert_table(
    ctx: Context,
    alerts: Sequence[Alert],
    caption: str,
    *,
    id: str,
    empty: str,
    team_column: bool = True,
    severity_column: bool = True,
    anchors: bool = False,
    counts: Mapping[str, int] | None = None,
) -> Table:
    """`anchors`: every row can be linked to; on one page only. `counts`: rule → how many a row stands for."""
    t = ctx.words.t
    rows = []
    for alert in alerts:
        rule = anchored(ctx.href.page(ctx.path.early_warning, f"rule-{alert.rule}"), rule_name(ctx, alert.rule))
        cells = [
            Cell(lines(anchored(href(ctx, alert), subject(ctx, alert)), *_number(alert)), subject(ctx, alert)),
            Cell(lines(rule, *_in_all(ctx, alert, counts or {})), rule_name(ctx, alert.rule)),
            *([Cell(_severity(ctx, alert.severity), _ORDER[alert.severity])] if severity_column else []),
            *([Cell(say.whose(ctx, alert.team), ctx.team_name(alert.team))] if team_column else []),
            Cell(span("al-nowrap", ctx.formats.day(alert.since)), alert.since.isoformat()),
            Cell(why(ctx, alert)),
            Cell(lines(*told(ctx, alert))),
        ]
        rows.append(Row(tuple(cells), anchor(alert) if anchors else None))
    columns = [
        Column(t("column.about"), "al-main"),
        Column(t("column.rule"), choose=t("choose.rule")),
        *([Column(t("column.urgency"), choose=t("choose.urgency"))] if severity_column else []),
        *([Column(t("column.team"), choose=t("choose.team"))] if team_column else []),
        Column(t("column.since")),
        Column(t("column.why"), "al-wide"),
        Column(t("column.told")),
    ]
    filterable = len(rows) > FILTER_FROM
    return Table(caption, tuple(columns), tuple(rows), empty, id=id, filterable=filterable, css="al-table--alerts")


_ORDER = {"high": "0", "medium": "1", "low": "2"}


def first_of_each_rule(alerts: Sequence[Alert], most: int) -> list[Alert]:
    """The most urgent alert of as many rules, so that one trouble does not hide the others; in their order."""
    found: dict[str, Alert] = {}
    for alert in alerts:
        found.setdefault(alert.rule, alert)
    return list(found.values())[:most]


def _in_all(ctx: Context, alert: Alert, counts: Mapping[str, int]) -> list[Markup]:
    count = counts.get(alert.rule, 1)
    return [muted(ctx.words.n("alerts.in_all", count))] if count > 1 else []


def _severity(ctx: Context, severity: str) -> str:
    return say.judgement(TONES[severity], ctx.words.t(f"alerts.severity.{severity}"))


def _number(alert: Alert) -> list[str]:
    """Of records that people call by their number."""
    return [muted(alert.link.id)] if alert.link.kind in ("action", "risk") else []
