"""Every action opened in one year, each at its own anchor; a long year is split by team."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditloop.assess.actions import is_open as is_running
from auditloop.assess.results import ActionResult
from auditloop.render.views import registers
from auditloop.render.views.actions.record import ActionView, action_view
from auditloop.render.views.common import Cell, Column, Link, PageView, Row, Table, anchored
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame
from auditloop.render.views.years import TeamYear, Year


@dataclass(frozen=True, slots=True)
class ActionsYear:
    table: Table
    actions: tuple[ActionView, ...]


def year_view(ctx: Context, year: Year[ActionResult]) -> PageView:
    t = ctx.words.t
    lead, title = _lead(ctx, "actions.year_lead", year.year, year.records), t("actions.year_title", year=year.year)
    if not year.teams:
        return _page(ctx, year, year, title, lead, _register(ctx, year.year, year.records))
    body = ActionsYear(_teams(ctx, year), ())
    return _page(ctx, year, year, title, ctx.words.sentences([lead, t("register.split_by_team")]), body)


def team_year_view(ctx: Context, year: Year[ActionResult], part: TeamYear[ActionResult]) -> PageView:
    team = ctx.team_name(part.team)
    title = ctx.words.t("actions.team_year_title", year=year.year, team=team)
    lead = _lead(ctx, "actions.team_year_lead", year.year, part.records, team=team)
    whole = Link(ctx.words.t("actions.year_title", year=year.year), ctx.href.page(year.path))
    return _page(ctx, year, part, title, lead, _register(ctx, year.year, part.records, team_column=False), [whole])


def _lead(ctx: Context, key: str, year: int, actions: Sequence[ActionResult], **facts: str) -> str:
    running, overdue = sum(map(is_running, actions)), sum(a.overdue for a in actions)
    return ctx.words.n(key, len(actions), year=year, open=running, overdue=overdue, **facts)


def _register(ctx: Context, year: int, actions: Sequence[ActionResult], *, team_column: bool = True) -> ActionsYear:
    t = ctx.words.t
    caption = t("actions.year_caption", year=year)
    table = registers.action_table(
        ctx, actions, caption, anchor="action-table", empty=t("empty.no_actions"), team_column=team_column
    )
    return ActionsYear(table, tuple(action_view(ctx, a) for a in actions))


def _teams(ctx: Context, year: Year[ActionResult]) -> Table:
    t, number = ctx.words.t, ctx.formats.number
    rows = tuple(
        Row(
            (
                Cell(anchored(ctx.href.page(part.path), ctx.team_name(part.team))),
                Cell(number(len(part.records))),
                Cell(number(sum(map(is_running, part.records)))),
                Cell(number(sum(a.overdue for a in part.records))),
                Cell(registers.permalinks(ctx.action_href, part.records)),
            )
        )
        for part in year.teams
    )
    columns = (
        Column(t("column.team"), "al-main"),
        Column(t("column.actions"), "al-num"),
        Column(t("column.open"), "al-num"),
        Column(t("column.overdue"), "al-num"),
        Column(t("column.ids"), sortable=False),
    )
    caption = t("actions.year_teams_caption", year=year.year)
    return Table(caption, columns, rows, id="team-table", filterable=len(rows) > registers.FILTER_FROM)


def _page(
    ctx: Context,
    year: Year[ActionResult],
    part: Year[ActionResult] | TeamYear[ActionResult],
    title: str,
    lead: str,
    body: ActionsYear,
    above: Sequence[Link] = (),
) -> PageView:
    t = ctx.words.t
    return PageView(
        "actions_year",
        frame(
            ctx,
            path=part.path,
            kind="actions-year",
            title=title,
            lead=lead,
            crumbs=[Link(t("nav.actions"), ctx.href.page("actions/index.md")), *above],
            sources=[("action", a.id) for a in part.records],
            related=[Link(t("nav.findings"), ctx.href.page("findings/index.md"))],
            period=str(year.year),
        ),
        body,
    )
