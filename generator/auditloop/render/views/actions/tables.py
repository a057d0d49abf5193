"""Actions summed up per team and per owner."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from auditloop.assess.results import ActionResult, ActionSummary
from auditloop.render.calendars import offered
from auditloop.render.views import registers, say
from auditloop.render.views.common import Cell, Column, Row, Table, anchored, lines, muted, small, spaced
from auditloop.render.views.context import Context


def has_result(action: ActionResult) -> bool:
    return action.verdict is not None or (action.effect is not None and action.effect.change is not None)


def summary_table(ctx: Context, summaries: Sequence[ActionSummary]) -> Table:
    t, number = ctx.words.t, ctx.formats.number
    rows = [
        Row(
            (
                Cell(anchored(ctx.href.team(s.team or "", "actions"), ctx.team_name(s.team))),
                Cell(number(s.total)),
                Cell(number(s.open)),
                Cell(number(s.overdue)),
                Cell(
                    ctx.formats.percent(s.on_time_rate)
                    if s.on_time_rate is not None
                    else say.no_value(ctx, "empty.none_done"),
                    f"{s.on_time_rate}",
                ),
                Cell(number(s.moves)),
                Cell(
                    ctx.formats.percent(s.effective_share)
                    if s.effective_share is not None
                    else say.no_value(ctx, "empty.none_verified"),
                    f"{s.effective_share}",
                ),
            )
        )
        for s in summaries
        if s.total
    ]
    columns = (
        Column(t("column.team"), "al-main"),
        Column(t("column.total"), "al-num"),
        Column(t("column.open"), "al-num"),
        Column(t("column.overdue"), "al-num"),
        Column(t("column.on_time"), "al-num"),
        Column(t("column.moves"), "al-num"),
        Column(t("column.effective"), "al-num"),
    )
    return Table(t("actions.teams_caption"), columns, tuple(rows), t("empty.no_actions"), id="team-table")


def by_owner(running: Sequence[ActionResult]) -> list[tuple[str, list[ActionResult]]]:
    """Who has what to do: those with most overdue first, then by the nearest due date."""
    found: dict[str, list[ActionResult]] = {}
    for action in running:
        found.setdefault(action.owner, []).append(action)
    return sorted(found.items(), key=lambda e: (-sum(a.overdue for a in e[1]), min(a.due for a in e[1]), e[0]))


def _calendar(ctx: Context, owner: str) -> Markup:
    return small(anchored(offered(ctx, owner=owner), ctx.words.t("calendar.of_owner")))


def owners(ctx: Context, owned: Sequence[tuple[str, Sequence[ActionResult]]]) -> Table:
    t = ctx.words.t
    rows = []
    for owner, own in owned:
        nearest = min(own, key=lambda a: a.due)
        titles = lines(*(spaced(registers.action_link(ctx, a), muted(ctx.formats.day(a.due))) for a in own))
        rows.append(
            Row(
                (
                    Cell(lines(ctx.person_name(owner), _calendar(ctx, owner)), ctx.person_name(owner)),
                    Cell(ctx.formats.number(len(own))),
                    Cell(ctx.formats.number(sum(a.overdue for a in own))),
                    Cell(ctx.formats.day(nearest.due)),
                    Cell(titles),
                ),
                anchor=f"owner-{owner}" if owner.isascii() and owner.replace("-", "").isalnum() else None,
            )
        )
    columns = (
        Column(t("column.owner"), "al-main"),
        Column(t("column.open"), "al-num"),
        Column(t("column.overdue"), "al-num"),
        Column(t("column.next_due"), "al-nowrap"),
        Column(t("column.actions")),
    )
    empty = t("empty.no_open_actions") if ctx.results.actions else t("empty.no_actions")
    return Table(
        t("actions.owners_caption"),
        columns,
        tuple(rows),
        empty,
        id="owner-table",
        filterable=len(rows) > registers.FILTER_FROM,
    )
