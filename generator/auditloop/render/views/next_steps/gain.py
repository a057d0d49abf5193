"""The chart of what is to be gained: every team's latest score, and what closing all of its findings would make it."""

from __future__ import annotations

from collections.abc import Sequence

from auditloop.assess.results import TeamRaised
from auditloop.render.charts import Chart
from auditloop.render.views import say
from auditloop.render.views.common import Cell, ChartBlock, Column, Row, Table
from auditloop.render.views.context import Context
from auditloop.render.views.figures import tip
from auditloop.render.views.next_steps.words import enough


def gain_block(ctx: Context) -> ChartBlock:
    """Most to gain first."""
    t = ctx.words.t
    found = sorted(ctx.results.next_steps.teams, key=lambda each: (-each.audit.points, each.team, each.audit.audit))
    if not found:
        return ChartBlock(None, empty=t("next_steps.gain.none"))
    most = found[0]
    title = t("next_steps.gain.title", team=ctx.team_name(most.team), points=say.score(ctx, most.audit.points))
    sentence = _sentence(ctx, found)
    rows = [
        {
            "team": each.team,
            "checklist": each.audit.checklist,
            "name": _name(ctx, each, found),
            "order": order,
            "expected": each.audit.score_before,
            "value": each.audit.score,
            "points": each.audit.points,
            "label": ctx.formats.signed(each.audit.points, 1),
            "signal": "common",
            "tip": tip(
                _name(ctx, each, found),
                t(
                    "next_steps.gain.tip",
                    before=say.score(ctx, each.audit.score_before),
                    after=say.score(ctx, each.audit.score),
                ),
                t("next_steps.gain.tip_grade", before=each.audit.grade_before, after=each.audit.grade)
                if each.audit.grade != each.audit.grade_before
                else "",
            ),
        }
        for order, each in enumerate(found)
    ]
    chart = Chart(
        id="next-steps-gain",
        kind="dumbbell",
        datasets={"rows": rows},
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={"y": t("next_steps.gain.scale")}
        | {name: t(f"next_steps.gain.{name}") for name in ("common", "expected", "gap")},
        columns=tuple((name, name) for name in ("team", "checklist", "name", "expected", "value", "points")),
    )
    caption = t("next_steps.gain.caption", date=ctx.formats.date(ctx.results.as_of))
    return ChartBlock(chart, title, sentence, caption, _table(ctx, found))


def _name(ctx: Context, each: TeamRaised, found: Sequence[TeamRaised]) -> str:
    """The team; with its checklist where it has audits with more than one."""
    team = ctx.team_name(each.team)
    if sum(other.team == each.team for other in found) == 1:
        return team
    return ctx.words.t("next_steps.of_team", name=team, team=ctx.checklist_name(each.audit.checklist))


def _sentence(ctx: Context, found: Sequence[TeamRaised]) -> str:
    lifted = [each for each in found if each.enough]
    if not lifted:
        return ctx.words.t("next_steps.gain.sentence_none")
    names = ctx.words.listed(list(dict.fromkeys(ctx.team_name(each.team) for each in lifted)))
    return ctx.words.n("next_steps.gain.sentence", len(lifted), names=names)


def _table(ctx: Context, found: Sequence[TeamRaised]) -> Table:
    t = ctx.words.t
    rows = tuple(
        Row(
            (
                Cell(say.team_link(ctx, each.team)),
                Cell(ctx.checklist_name(each.audit.checklist)),
                Cell(say.score(ctx, each.audit.score_before)),
                Cell(say.score(ctx, each.audit.score)),
                Cell(ctx.formats.signed(each.audit.points, 1), f"{each.audit.points:.6g}"),
                Cell(say.grade(ctx, each.audit.grade_before) + " → " + say.grade(ctx, each.audit.grade)),
                Cell(enough(ctx, each)),
            )
        )
        for each in found
    )
    columns = (
        Column(t("column.team"), "al-main"),
        Column(t("column.checklist")),
        Column(t("next_steps.gain.now"), "al-num"),
        Column(t("next_steps.gain.then"), "al-num"),
        Column(t("next_steps.gain.more"), "al-num"),
        Column(t("column.grade"), "al-nowrap"),
        Column(t("next_steps.gain.enough")),
    )
    return Table(t("next_steps.gain.table"), columns, rows, id="gain-table")
