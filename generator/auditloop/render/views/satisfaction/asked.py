"""Who was asked, through what, how many answered, and whose answers are not shown and why."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.assess.results import SurveyResult
from auditloop.render.views import say
from auditloop.render.views.common import Cell, Column, Row, Table
from auditloop.render.views.context import Context
from auditloop.render.views.registers import FILTER_FROM
from auditloop.render.views.satisfaction import wording
from auditloop.render.views.satisfaction.scope import Scope


@dataclass(frozen=True, slots=True)
class Asked:
    table: Table
    hidden: str
    """The rule, and what it hides here."""
    compared: str
    """Where this survey and the one before are not of the same teams; nothing where they are."""


def asked(ctx: Context, scope: Scope) -> Asked:
    return Asked(_table(ctx, scope), hidden_note(ctx, scope), _compared(ctx, scope))


def _table(ctx: Context, scope: Scope) -> Table:
    """The latest first."""
    t = ctx.words.t
    columns = (
        Column(t("column.period"), "al-main"),
        Column(t("satisfaction.column.sent"), "al-num"),
        Column(t("satisfaction.column.n"), "al-num"),
        Column(t("satisfaction.tile_response"), "al-num"),
        Column(t("satisfaction.column.comments"), "al-num"),
        Column(t("satisfaction.column.channels")),
        Column(t("satisfaction.column.remark")),
    )
    remarks = [_remark(ctx, each) for each in scope.surveys]
    shown = len(columns) if any(remarks) else len(columns) - 1
    rows = tuple(Row(_cells(ctx, each, remark)[:shown]) for each, remark in zip(scope.surveys, remarks, strict=True))[
        ::-1
    ]
    return Table(
        t("satisfaction.asked.caption", scope=ctx.team_name(scope.team)),
        columns[:shown],
        rows,
        t("empty.no_surveys"),
        id="asked-table",
        filterable=len(rows) > FILTER_FROM,
        css="al-table--short",
    )


def _cells(ctx: Context, each: SurveyResult, remark: str) -> tuple[Cell, ...]:
    number = ctx.formats.number
    unknown = say.no_value(ctx, "empty.not_stated")
    channels = ctx.words.listed([ctx.channel_name(channel) for channel in each.channels])
    return (
        Cell(ctx.formats.short_period(each.period), each.period),
        Cell(number(each.sent) if each.sent is not None else unknown, str(each.sent or "")),
        Cell(number(each.n), str(each.n)),
        Cell(wording.share(ctx, each.response_rate) if each.response_rate is not None else unknown),
        Cell(number(each.comments), str(each.comments)),
        Cell(channels or unknown),
        Cell(remark),
    )


def _remark(ctx: Context, each: SurveyResult) -> str:
    if each.hidden:
        return ctx.words.t("empty.fewer_than_five")
    without = ctx.words.listed([ctx.team_name(team) for team in each.without])
    few = [ctx.survey_dimension_name(d.id) for d in each.dimensions if d.n is None]
    return ctx.words.sentences(
        [
            ctx.words.t("satisfaction.asked.without", teams=without) if without else "",
            ctx.words.t("satisfaction.asked.few", names=ctx.words.listed(few)) if few else "",
        ]
    )


def hidden_note(ctx: Context, scope: Scope) -> str:
    n = sum(each.hidden or bool(each.without) or any(d.n is None for d in each.dimensions) for each in scope.surveys)
    return ctx.words.sentences(
        [
            ctx.words.t("satisfaction.asked.rule"),
            ctx.words.n("satisfaction.asked.hidden", n) if n else ctx.words.t("satisfaction.asked.nothing_hidden"),
        ]
    )


def _compared(ctx: Context, scope: Scope) -> str:
    """A whole of other teams may move though no team does."""
    if scope.latest is None or scope.previous is None:
        return ""
    now, then = set(scope.latest.teams), set(scope.previous.teams)
    order = [team.id for team in ctx.organisation.teams]
    parts = []
    for key, teams in (("gone", then - now), ("new", now - then)):
        if teams:
            names = ctx.words.listed([ctx.team_name(team) for team in order if team in teams])
            parts.append(
                ctx.words.n(
                    f"satisfaction.asked.{key}",
                    len(teams),
                    teams=names,
                    period=ctx.formats.period(scope.latest.period),
                    before=ctx.formats.period(scope.previous.period),
                )
            )
    return ctx.words.sentences([*parts, ctx.words.t("satisfaction.asked.other_mix")]) if parts else ""
