"""Tables of journeys: all of them, the steps of one, its ways, and what is proposed and was gained."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from auditloop.assess.results import JourneyPath, JourneyResult, StepResult
from auditloop.model import Step
from auditloop.render.i18n.formats import NONE
from auditloop.render.views import registers, say
from auditloop.render.views.common import BLANK, Cell, Column, Row, Table, anchored, lines, muted, small, spaced, span
from auditloop.render.views.context import Context
from auditloop.render.views.journeys.words import journey_link, minutes, step_anchor, steps_of


def journey_table(ctx: Context, journeys: Sequence[JourneyResult], *, team_column: bool = True) -> Table:
    t, percent = ctx.words.t, ctx.formats.percent
    rows = []
    for journey in journeys:
        names = steps_of(ctx, journey)
        longest = next((s for s in journey.steps if s.id in journey.longest_waits[:1]), None)
        whose = say.team_link(ctx, journey.team) if journey.team else t("journeys.several_teams")
        rows.append(
            Row(
                (
                    Cell(lines(journey_link(ctx, journey), small(muted(whose)) if team_column else BLANK)),
                    Cell(lines(*(_way(ctx, path, minutes(ctx, path.minutes)) for path in journey.paths))),
                    Cell(lines(*(_way(ctx, path, percent(path.value_share)) for path in journey.paths))),
                    Cell(
                        lines(ctx.plain(names[longest.id].name), small(muted(minutes(ctx, longest.minutes))))
                        if longest
                        else say.no_value(ctx, "empty.no_waits"),
                    ),
                    Cell(ctx.formats.number(journey.pains)),
                    Cell(minutes(ctx, journey.saves_minutes) if any(s.proposals for s in journey.savings) else NONE),
                    Cell(_kept(ctx, journey.gained, journey.promised, journey.kept)),
                )
            )
        )
    columns = (
        Column(t("journeys.journey"), "al-main"),
        Column(t("journeys.takes")),
        Column(t("journeys.value_share")),
        Column(t("journeys.longest_wait")),
        Column(t("journeys.pains"), "al-num al-nowrap"),
        Column(t("journeys.saves"), "al-num"),
        Column(t("journeys.gained")),
    )
    return Table(
        t("journeys.all_caption"),
        columns,
        tuple(rows),
        t("empty.no_journeys"),
        id="journey-table",
        css="al-table--plans",
    )


def _way(ctx: Context, path: JourneyPath, words: str) -> Markup:
    """Something of one way through, and which way it is."""
    return spaced(span("al-nowrap", words), small(muted(ctx.channel_name(path.channel))) if path.channel else BLANK)


def _kept(ctx: Context, gained: float | None, promised: float | None, kept: float | None) -> Markup | str:
    """What was measured of what was promised."""
    if gained is None:
        return say.no_value(ctx, "empty.not_yet_measured")
    if kept is None or promised is None:
        return minutes(ctx, gained) if promised is None else say.no_value(ctx, "empty.not_yet_measured")
    tone = "good" if kept >= 1 else "warn" if kept > 0 else "bad"
    word = ctx.words.t("journeys.of_promised", share=ctx.formats.percent(kept), promised=minutes(ctx, promised))
    return lines(minutes(ctx, gained), small(say.judgement(tone, word)))


def step_table(ctx: Context, journey: JourneyResult) -> Table:
    t = ctx.words.t
    written, channels = steps_of(ctx, journey), any(path.channel for path in journey.paths)
    touchpoints = {each.id: ctx.text(each.name) for each in ctx.workspace.journeys[journey.id].touchpoints}
    rows, pains = [], 0
    for step in journey.steps:
        pains += step.pain
        text = written[step.id]
        where = small(muted(touchpoints[step.touchpoint]))
        rows.append(
            Row(
                (
                    Cell(lines(ctx.text(text.name), where, small(muted(_who(ctx, step, text, channels=channels))))),
                    _time(ctx, step),
                    _value(ctx, step),
                    _felt(ctx, step),
                    Cell(_pain(ctx, text, pains)),
                ),
                anchor=step_anchor(step.id),
            )
        )
    columns = (
        Column(t("journeys.step"), "al-main"),
        Column(t("journeys.time"), "al-num"),
        Column(t("journeys.value")),
        Column(t("journeys.experience")),
        Column(t("journeys.pain"), "al-wide"),
    )
    return Table(t("journeys.steps_caption"), columns, tuple(rows), id="step-table", css="al-table--steps")


def _who(ctx: Context, step: StepResult, written: Step, *, channels: bool) -> str:
    t = ctx.words.t
    where = ctx.channel_name(step.channel) if step.channel else t("journeys.all_channels") if channels else ""
    return ctx.words.clauses([where, t(f"actor.{written.actor}") if written.actor else ""])


def _time(ctx: Context, step: StepResult) -> Cell:
    t = ctx.words.t
    note: Markup | str = BLANK
    if step.standard_minutes is not None:
        standard = minutes(ctx, step.standard_minutes)
        over = t("journeys.over", standard=standard)
        note = small(say.judgement("bad", over) if step.over else muted(t("journeys.within", standard=standard)))
    return Cell(lines(minutes(ctx, step.minutes), note), f"{step.minutes:.4f}")


def _value(ctx: Context, step: StepResult) -> Cell:
    if step.adds_value:
        return Cell(say.judgement("good", ctx.words.t("journeys.adds")), "0")
    key = "journeys.waiting" if step.waiting else "journeys.adds_not"
    return Cell(say.judgement("common", ctx.words.t(key)), "1")


def _felt(ctx: Context, step: StepResult) -> Cell:
    if step.experience is None:
        return Cell(say.no_value(ctx, "empty.not_asked"), "")
    t, after = ctx.words.t, step.after_experience
    later = small(muted(t("journeys.felt_after", n=after))) if after is not None else BLANK
    return Cell(lines(t("journeys.felt", n=step.experience), later), str(step.experience))


def _pain(ctx: Context, written: Step, number: int) -> Markup:
    if written.pain is None:
        return say.no_value(ctx, "empty.no_pain")
    return spaced(say.judgement("bad", str(number)), ctx.text(written.pain))


def proposal_table(ctx: Context, journey: JourneyResult) -> Table:
    t = ctx.words.t
    written = steps_of(ctx, journey)
    proposed = sorted((s for s in journey.steps if s.saves_minutes is not None), key=lambda s: -(s.saves_minutes or 0))
    rows = []
    for step in proposed:
        text = written[step.id]
        assert text.esia is not None
        name = anchored(f"#{step_anchor(step.id)}", ctx.text(text.name))
        rows.append(
            Row(
                (
                    Cell(lines(ctx.text(text.esia.proposal), small(muted(name)))),
                    Cell(t(f"esia.{step.esia}")),
                    Cell(minutes(ctx, step.saves_minutes or 0), f"{step.saves_minutes:.4f}"),
                    Cell(_action(ctx, step)),
                    Cell(
                        _kept(ctx, step.gained, step.saves_minutes, step.kept),
                        "" if step.gained is None else f"{step.gained:.4f}",
                    ),
                )
            )
        )
    columns = (
        Column(t("journeys.proposal"), "al-main"),
        Column(t("journeys.esia")),
        Column(t("journeys.promised"), "al-num"),
        Column(t("column.action")),
        Column(t("journeys.gained")),
    )
    return Table(
        t("journeys.proposals_caption"),
        columns,
        tuple(rows),
        t("empty.no_step_proposals"),
        id="proposal-table",
        css="al-table--steps",
    )


def _action(ctx: Context, step: StepResult) -> Markup:
    found = ctx.actions.get(step.action or "")
    if found is None:
        return say.no_value(ctx, "empty.no_action_yet")
    return lines(registers.action_link(ctx, found), say.action_status(ctx, found))


def saving_table(ctx: Context, journey: JourneyResult) -> Table:
    t, number = ctx.words.t, ctx.formats.number
    rows = [
        Row((Cell(t(f"esia.{s.kind}")), Cell(number(s.proposals)), Cell(minutes(ctx, s.minutes))))
        for s in journey.savings
    ]
    total = (
        Cell(t("column.total")),
        Cell(number(sum(s.proposals for s in journey.savings))),
        Cell(minutes(ctx, journey.saves_minutes)),
    )
    columns = (
        Column(t("journeys.esia"), "al-main"),
        Column(t("journeys.proposals"), "al-num"),
        Column(t("journeys.saves"), "al-num"),
    )
    rows.append(Row(total, css="al-total"))
    return Table(t("journeys.savings_caption"), columns, tuple(rows), css="al-table--compact")


def path_table(ctx: Context, journey: JourneyResult) -> Table:
    """Every way before, and with what was measured since."""
    t, percent = ctx.words.t, ctx.formats.percent
    rows = tuple(
        Row(
            (
                Cell(ctx.channel_name(path.channel) if path.channel else t("journeys.all_channels")),
                Cell(ctx.formats.number(path.steps)),
                Cell(minutes(ctx, path.minutes)),
                Cell(minutes(ctx, path.waiting_minutes)),
                Cell(spaced(percent(path.value_share), say.share_bar(ctx, path.value_share))),
                Cell(minutes(ctx, path.minutes_after)),
                Cell(spaced(percent(path.value_share_after), say.share_bar(ctx, path.value_share_after))),
            )
        )
        for path in journey.paths
    )
    columns = (
        Column(t("journeys.channel"), "al-main"),
        Column(t("journeys.steps"), "al-num"),
        Column(t("journeys.takes"), "al-num"),
        Column(t("journeys.of_it_waiting"), "al-num"),
        Column(t("journeys.value_share")),
        Column(t("journeys.takes_now"), "al-num"),
        Column(t("journeys.value_share_now")),
    )
    return Table(t("journeys.paths_caption"), columns, rows, id="path-table", css="al-table--short")
