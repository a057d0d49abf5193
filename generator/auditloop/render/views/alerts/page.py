"""The early-warning page: alerts by how urgent they are, then every rule with its limit and what usually helps."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import structs

from auditloop.assess.alerts import RULES, SEVERITIES, Rule
from auditloop.assess.results import Alert
from auditloop.model.early_warning import EarlyWarning
from auditloop.render.views.alerts.ended import ended_table, since_when
from auditloop.render.views.alerts.facts import helps, rule_name
from auditloop.render.views.alerts.table import alert_table
from auditloop.render.views.common import Cell, Column, Figure, Link, PageView, Row, Table, lines, muted
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame
from auditloop.render.views.registers import MOST_LISTED, cut


@dataclass(frozen=True, slots=True)
class Group:
    id: str
    heading: str
    table: Table


@dataclass(frozen=True, slots=True)
class EarlyWarningView:
    tiles: tuple[Figure, ...]
    groups: tuple[Group, ...]
    empty: str
    ended: Table
    ended_notes: tuple[str, ...]
    rules: Table
    feed: str
    csv: str
    ended_csv: str


def view(ctx: Context) -> PageView:
    t = ctx.words.t
    alerts = ctx.results.alerts
    groups = [
        Group(severity, t(f"alerts.severity.{severity}"), _table(ctx, severity, found))
        for severity in SEVERITIES
        if (found := [alert for alert in alerts if alert.severity == severity])
    ]
    body = EarlyWarningView(
        tiles=_tiles(ctx),
        groups=tuple(groups),
        empty="" if alerts else t("alerts.none"),
        ended=ended_table(ctx, ctx.results.alerts_ended[:MOST_LISTED]),
        ended_notes=_ended_notes(ctx),
        rules=_rules(ctx),
        feed=ctx.href.page(ctx.path.feed),
        csv=ctx.href.page("downloads/alerts.csv"),
        ended_csv=ctx.href.page("downloads/alerts-ended.csv"),
    )
    return PageView(
        "early_warning",
        frame(
            ctx,
            path=ctx.path.early_warning,
            kind="early-warning",
            title=t("nav.early-warning"),
            lead=lead(ctx),
            edit=("organisation", ctx.organisation.id),
            related=[
                Link(t("nav.recognition"), ctx.href.page(ctx.path.recognition)),
                Link(t("nav.actions"), ctx.href.page("actions/index.md")),
                Link(t("nav.kpis"), ctx.href.page("kpis/index.md")),
                Link(t("method.early_warning.title"), ctx.href.method("early-warning")),
            ],
        ),
        body,
    )


def lead(ctx: Context) -> str:
    """How many, how many of them urgent, and whom most of them concern."""
    alerts, ended = ctx.results.alerts, len(ctx.results.alerts_ended)
    over = ctx.words.n("alerts.ended.lead", ended, date=since_when(ctx)) if ended else ""
    if not alerts:
        return ctx.words.sentences([ctx.words.t("alerts.none"), over])
    urgent = sum(alert.severity == "high" for alert in alerts)
    sentences = [
        ctx.words.n("alerts.lead", len(alerts)),
        ctx.words.n("alerts.lead_urgent", urgent) if urgent else ctx.words.t("alerts.lead_none_urgent"),
    ]
    if (most := _most(alerts)) and len(ctx.organisation.teams) > 1:
        team, count = most
        if count < len(alerts):
            sentences.append(ctx.words.n("alerts.lead_team", count, team=ctx.team_name(team)))
        else:
            sentences.append(ctx.words.n("alerts.lead_one_team", count, team=ctx.team_name(team)))
    return ctx.words.sentences([*sentences, over])


def _ended_notes(ctx: Context) -> tuple[str, ...]:
    t, ended = ctx.words.t, ctx.results.alerts_ended
    about = t("alerts.ended.about", date=since_when(ctx)) if ended else ""
    settings = ctx.organisation.early_warning
    silent = [rule_name(ctx, rule.name) for rule in RULES if rule.ended is None and rule.setting(settings) != "off"]
    untold = t("alerts.ended.untold", rules=ctx.words.listed(silent)) if silent else ""
    notes = (about, cut(ctx, "alerts.ended.cut", ended), untold)
    return tuple(note for note in notes if note)


def _most(alerts: list[Alert]) -> tuple[str, int] | None:
    """The team that most of them are about, where there is one."""
    counts: dict[str, int] = {}
    for alert in alerts:
        if alert.team:
            counts[alert.team] = counts.get(alert.team, 0) + 1
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ordered or (len(ordered) > 1 and ordered[0][1] == ordered[1][1]):
        return None
    return ordered[0]


def _table(ctx: Context, severity: str, alerts: list[Alert]) -> Table:
    caption = ctx.words.n(f"alerts.caption.{severity}", len(alerts))
    return alert_table(ctx, alerts, caption, id=f"{severity}-table", empty="", severity_column=False, anchors=True)


def _tiles(ctx: Context) -> tuple[Figure, ...]:
    alerts = ctx.results.alerts
    if not alerts:
        return ()
    return tuple(
        Figure(
            ctx.words.t(f"alerts.severity.{severity}"),
            ctx.formats.number(count),
            note=ctx.words.t(f"alerts.severity_note.{severity}"),
            href=f"#{severity}" if count else None,
        )
        for severity in SEVERITIES
        for count in [sum(alert.severity == severity for alert in alerts)]
    )


def _rules(ctx: Context) -> Table:
    t = ctx.words.t
    settings = ctx.organisation.early_warning
    rows = []
    for rule in RULES:
        count = sum(alert.rule == rule.name for alert in ctx.results.alerts)
        rows.append(
            Row(
                (
                    Cell(rule_name(ctx, rule.name)),
                    Cell(ctx.formats.number(count)),
                    Cell(lines(rule_text(ctx, rule, settings), muted(t(f"alerts.ends.{rule.name}")))),
                    Cell(helps(ctx, rule.name)),
                ),
                anchor=f"rule-{rule.name}",
            )
        )
    columns = (
        Column(t("column.rule"), "al-main"),
        Column(t("column.active"), "al-num"),
        Column(t("column.warns"), "al-wide"),
        Column(t("column.helps"), "al-wide"),
    )
    return Table(t("alerts.rules_caption"), columns, tuple(rows), id="rule-table", css="al-table--alerts")


def rule_text(ctx: Context, rule: Rule, settings: EarlyWarning) -> str:
    """When the rule warns, with the organisation's own threshold."""
    limits = rule.setting(settings)
    if limits == "off":
        return ctx.words.t("alerts.off")
    (threshold,) = structs.asdict(limits).values()
    return ctx.words.n(f"alerts.when.{rule.name}", threshold)
