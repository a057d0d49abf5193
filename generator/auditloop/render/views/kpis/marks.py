"""What the flags over a control chart stand for: actions by number, breaks by letter; listed below it with links."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from string import ascii_uppercase

from markupsafe import Markup

from auditloop.assess.results import ActionMark, KpiResult, Series
from auditloop.model import Period
from auditloop.render.views import say
from auditloop.render.views.common import anchored
from auditloop.render.views.context import Context
from auditloop.render.views.figures import tip

_RUNNING = {"in-progress", "blocked"}


@dataclass(frozen=True, slots=True)
class Mark:
    label: str
    kind: str
    """segment | done | start"""
    day: dt.date
    date: str
    html: Markup
    tip: str
    action: str = ""
    """Its id, where it is one."""


def marks_of(ctx: Context, kpi: KpiResult, series: Series) -> tuple[Mark, ...]:
    """Breaks first, then actions aimed at the indicator (of the team, of all teams for the organisation), by day."""
    first, last = Period.parse(series.points[0].period).first, Period.parse(series.points[-1].period).last
    dated = [
        (day, kind, action)
        for action in kpi.actions
        if series.team is None or action.team == series.team
        for day, kind in (_day_of(ctx, action),)
        if day is not None and first <= day <= last
    ]
    dated.sort(key=lambda found: (found[0], found[2].action))
    return (
        *_breaks(ctx, series),
        *(
            _action(ctx, str(number), day, kind, action, named=series.team is None)
            for number, (day, kind, action) in enumerate(dated, 1)
        ),
    )


def _day_of(ctx: Context, action: ActionMark) -> tuple[dt.date | None, str]:
    """Done, or begun and still running; one that was only planned has no day on the chart."""
    if action.date is not None:
        return action.date, "done"
    found = ctx.actions.get(action.action)
    return (found.opened, "start") if found and action.status in _RUNNING else (None, "start")


def _breaks(ctx: Context, series: Series) -> list[Mark]:
    t = ctx.words.t
    return [
        Mark(
            label=ascii_uppercase[at % len(ascii_uppercase)],
            kind="segment",
            day=Period.parse(segment.from_).first,
            date=ctx.formats.short_period(segment.from_),
            html=ctx.words.html("spc.mark.segment", why=ctx.text(segment.why)),
            tip=tip(t("spc.mark.segment_tip", period=ctx.formats.period(segment.from_)), ctx.plain(segment.why)),
        )
        for at, segment in enumerate(series.segments[1:])
    ]


def _action(ctx: Context, label: str, day: dt.date, kind: str, action: ActionMark, *, named: bool) -> Mark:
    t = ctx.words.t
    word = t("chart.action_done" if kind == "done" else "chart.action_started")
    title = anchored(ctx.action_href(action.action), ctx.text(action.title))
    return Mark(
        label=label,
        kind=kind,
        day=day,
        date=ctx.formats.day(day),
        html=ctx.words.html(
            f"spc.mark.{kind}_of_team" if named else f"spc.mark.{kind}",
            title=title,
            team=say.team_link(ctx, action.team) if named else "",
        ),
        tip=tip(
            t("spc.mark.tip", what=word, date=ctx.formats.date(day)),
            ctx.plain(action.title),
            ctx.team_name(action.team) if named else "",
        ),
        action=action.action,
    )
