"""The early warnings as a feed: an entry for each, dated by the day it began; one that is over by the day it ended."""

from __future__ import annotations

from auditloop.assess.results import Alert, EndedAlert
from auditloop.render.feeds.atom import Entry, Feed
from auditloop.render.views.alerts.ended import ended_by
from auditloop.render.views.alerts.facts import anchor, helps, rule_name, subject, told, why
from auditloop.render.views.context import Context


def early_warning(ctx: Context) -> Feed:
    page = ctx.href.page(ctx.path.early_warning)
    return Feed(
        name="",
        path=ctx.path.feed,
        title=ctx.words.t("alerts.feed_title", organisation=ctx.organisation_name),
        about=ctx.words.t("alerts.feed_about", date=ctx.formats.date(ctx.results.as_of)),
        href=page,
        entries=[
            *(_entry(ctx, alert, page) for alert in ctx.results.alerts),
            *(_over(ctx, ended, page) for ended in ctx.results.alerts_ended),
        ],
    )


def _entry(ctx: Context, alert: Alert, page: str) -> Entry:
    t = ctx.words.t
    names = ctx.words.listed(told(ctx, alert))
    return Entry(
        name=alert.id,
        day=alert.since,
        title=_title(ctx, "alerts.feed_entry", alert),
        summary=ctx.words.sentences([why(ctx, alert), t("alerts.feed_told", names=names), helps(ctx, alert.rule)]),
        href=f"{page}#{anchor(alert)}",
        categories=(
            (alert.rule, rule_name(ctx, alert.rule)),
            (alert.severity, t(f"alerts.severity.{alert.severity}")),
        ),
    )


def _over(ctx: Context, ended: EndedAlert, page: str) -> Entry:
    """The entry that readers have of it already, by the same name, with other words and a later day."""
    t, alert = ctx.words.t, ended.alert
    return Entry(
        name=alert.id,
        day=ended.until,
        title=_title(ctx, "alerts.ended.feed_entry", alert),
        summary=ended_by(ctx, ended),
        href=f"{page}#ended",
        categories=((alert.rule, rule_name(ctx, alert.rule)), ("over", t("alerts.ended.feed_label"))),
    )


def _title(ctx: Context, key: str, alert: Alert) -> str:
    rule, team = rule_name(ctx, alert.rule), ctx.team_name(alert.team)
    return ctx.words.t(key, rule=rule, subject=subject(ctx, alert), team=team)
