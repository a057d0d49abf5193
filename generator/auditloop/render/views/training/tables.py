"""Tables of training: every session, skills by team, weak points, and who mentors whom."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from auditloop.assess.results import SessionResult, TrainingGap
from auditloop.render import escape
from auditloop.render.views import say
from auditloop.render.views.common import BLANK, Cell, Column, Row, Table, anchored, lines, muted, span
from auditloop.render.views.context import Context
from auditloop.render.views.registers import FILTER_FROM
from auditloop.render.views.training import words

_STATES = {"uncovered": "bad", "before": "bad", "late": "warn", "planned": "common", "trained": "good"}
_ORDER = {"late": "0", "planned": "1", "held": "2", "cancelled": "3"}


def session_link(ctx: Context, session: str) -> Markup:
    return anchored(ctx.href.page(ctx.path.training, session), ctx.text(ctx.workspace.sessions[session].name))


def session_table(ctx: Context, sessions: Sequence[SessionResult]) -> Table:
    t = ctx.words.t
    rows = []
    for session in sessions:
        written = ctx.workspace.sessions[session.id]
        skill = muted(ctx.text(ctx.workspace.skills[session.skill].name)) if session.skill else BLANK
        note = muted(ctx.prose(written.note)) if written.note else BLANK
        cells = (
            Cell(lines(ctx.text(written.name), span("al-muted al-small", session.id), skill, note), session.id),
            Cell(say.whose(ctx, session.team), ctx.team_name(session.team)),
            Cell(words.status(ctx, session), f"{_ORDER[session.status]}{session.held or session.planned}"),
            Cell(words.coverage(ctx, session.attended, session.expected, session.coverage), _key(session.coverage)),
            Cell(words.passed(ctx, session), _key(session.pass_rate)),
            Cell(words.gain(ctx, session.scores), _key(session.scores.difference if session.scores else None)),
            Cell(words.on_indicator(ctx, session), session.effect.verdict if session.effect else ""),
        )
        rows.append(Row(cells, anchor=session.id))
    columns = (
        Column(t("column.training"), "al-main al-wide"),
        Column(t("column.team"), choose=t("choose.team")),
        Column(t("column.status")),
        Column(t("training.coverage")),
        Column(t("training.passed")),
        Column(t("training.scores")),
        Column(t("column.kpi")),
    )
    filterable = len(rows) > FILTER_FROM
    empty = t("training.none")
    return Table(
        t("training.caption"), columns, tuple(rows), empty, id="session-table", filterable=filterable,
        css="al-table--training",
    )  # fmt: skip


def skill_table(ctx: Context) -> Table:
    """What each team has done for each skill in twelve months."""
    t, number = ctx.words.t, ctx.formats.number
    rows = []
    for sums in ctx.results.training.skills:
        name = ctx.text(ctx.workspace.skills[sums.skill].name) if sums.skill else ""
        ahead = [
            ctx.words.n(f"training.skill_{state}", count)
            for state, count in (("late", sums.late), ("planned", sums.planned))
            if count
        ]
        cells = (
            Cell(name),
            Cell(say.whose(ctx, sums.team), ctx.team_name(sums.team)),
            Cell(number(sums.held)),
            Cell(words.coverage(ctx, sums.attended, sums.expected, sums.coverage), _key(sums.coverage)),
            Cell(words.passed(ctx, sums), _key(sums.pass_rate)),
            Cell(ctx.words.listed(ahead) or say.no_value(ctx, "training.nothing_ahead")),
            Cell(ctx.formats.day(sums.last_held) if sums.last_held else say.no_value(ctx, "training.never")),
        )
        rows.append(Row(cells))
    columns = (
        Column(t("training.skill"), "al-main", choose=t("training.choose_skill")),
        Column(t("column.team"), choose=t("choose.team")),
        Column(t("training.held"), "al-num"),
        Column(t("training.coverage")),
        Column(t("training.passed")),
        Column(t("training.ahead")),
        Column(t("training.last_held")),
    )
    filterable = len(rows) > FILTER_FROM
    empty = t("training.no_skills")
    return Table(t("training.skills_caption"), columns, tuple(rows), empty, id="skill-table", filterable=filterable)


def gap_table(ctx: Context, gaps: Sequence[TrainingGap]) -> Table:
    t = ctx.words.t
    rows = []
    for gap in gaps:
        ask = ctx.asks.get((gap.checklist, gap.item), escape.html(gap.item))
        skills = [ctx.plain(ctx.workspace.skills[skill].name) for skill in gap.skills]
        cells = (
            Cell(lines(anchored(ctx.href.audit(gap.audit, f"item-{gap.item}"), ask), muted(_place(ctx, gap)))),
            Cell(say.team_link(ctx, gap.team), ctx.team_name(gap.team)),
            Cell(ctx.words.listed(skills) or say.no_value(ctx, "training.no_skill")),
            Cell(ctx.formats.percent(gap.ratio), _key(gap.ratio)),
            Cell(lines(state(ctx, gap), *(session_link(ctx, id) for id in gap.sessions))),
        )
        rows.append(Row(cells))
    columns = (
        Column(t("column.item"), "al-main al-wide"),
        Column(t("column.team"), choose=t("choose.team")),
        Column(t("training.skill")),
        Column(t("training.ratio"), "al-num"),
        Column(t("column.training")),
    )
    filterable = len(rows) > FILTER_FROM
    empty = t("training.no_gaps")
    return Table(t("training.gaps_caption"), columns, tuple(rows), empty, id="gap-table", filterable=filterable)


def state(ctx: Context, gap: TrainingGap) -> Markup:
    return say.judgement(_STATES[gap.state], ctx.words.t(f"training.gap.{gap.state}"))


def mentor_table(ctx: Context) -> Table | None:
    """Who mentors how many new staff; None where nobody does."""
    mentored = [s for s in ctx.results.training.sessions if s.mentor and s.status != "cancelled"]
    if not mentored:
        return None
    t = ctx.words.t
    rows = []
    for mentor in dict.fromkeys(s.mentor for s in mentored if s.mentor):
        own = [s for s in mentored if s.mentor == mentor]
        held = sum(s.newcomers or 0 for s in own if s.held)
        ahead = sum(s.newcomers or 0 for s in own if s.held is None)
        cells = (
            Cell(ctx.person_name(mentor)),
            Cell(ctx.formats.number(held)),
            Cell(ctx.formats.number(ahead)),
            Cell(lines(*(session_link(ctx, s.id) for s in own))),
        )
        rows.append(Row(cells))
    columns = (
        Column(t("training.mentor"), "al-main"),
        Column(t("training.newcomers"), "al-num"),
        Column(t("training.newcomers_ahead"), "al-num"),
        Column(t("column.training"), "al-wide"),
    )
    return Table(t("training.mentors_caption"), columns, tuple(rows), id="mentor-table", css="al-table--compact")


def _place(ctx: Context, gap: TrainingGap) -> str:
    return ctx.words.t(
        "training.gap_place",
        domain=ctx.domain_name(gap.checklist, gap.domain),
        date=ctx.formats.day(ctx.audits[gap.audit].date),
    )


def _key(value: float | None) -> str:
    return "" if value is None else f"{value:.6g}"
