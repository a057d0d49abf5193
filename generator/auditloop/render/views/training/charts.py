"""Coverage of every team against what is asked for, and what tests gained with the interval that chance leaves open."""

from __future__ import annotations

from auditloop.assess.results import SessionResult, TrainingSums
from auditloop.render.charts import Chart
from auditloop.render.views.common import Cell, ChartBlock, Column, Row, Table
from auditloop.render.views.context import Context
from auditloop.render.views.figures import tip
from auditloop.render.views.training import words
from auditloop.render.views.training.lead import least, sums_of

_MOST_GAINS = 15
"""Trainings in one chart; the table has them all."""


def coverage_block(ctx: Context) -> ChartBlock:
    """Over twelve months, all sessions of a team together."""
    t, aim = ctx.words.t, least(ctx)
    found = [sums for sums in ctx.results.training.summaries if sums.team and sums.coverage is not None]
    if not found:
        return ChartBlock(None, empty=t("training.none" if sums_of(ctx) is None else "training.no_coverage"))
    found.sort(key=lambda sums: sums.coverage or 0)
    short = [sums for sums in found if aim is not None and (sums.coverage or 0) < aim]
    if aim is None:
        title = t("training.coverage_title_plain")
    else:
        title = ctx.words.n("training.coverage_title", len(short)) if short else t("training.coverage_title_none")
    lowest = found[0]
    sentence = t("training.coverage_sentence", team=ctx.team_name(lowest.team), **_counts(ctx, lowest))
    chart = Chart(
        id="training-coverage",
        kind="intervals",
        datasets={
            "rows": [_team(ctx, sums, order, sums in short) for order, sums in enumerate(found)],
            "centre": []
            if aim is None
            else [{"value": 100 * aim, "label": t("training.asked", share=ctx.formats.percent(aim))}],
        },
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={"y": t("training.coverage_scale"), "bad": t("training.short"), "common": t("training.enough")},
        low=0,
        high=100,
        columns=tuple((name, name) for name in ("team", "name", "attended", "expected", "value")),
    )
    span = {"first": ctx.formats.date(ctx.results.training.first), "last": ctx.formats.date(ctx.results.training.last)}
    return ChartBlock(chart, title, sentence, t("training.coverage_caption", **span), _coverage_table(ctx, found))


def gain_block(ctx: Context) -> ChartBlock | None:
    """None where no test was taken before and after."""
    told = [s for s in ctx.results.training.sessions if s.scores and s.scores.difference is not None]
    if not told:
        return None
    t = ctx.words.t
    shown = told[:_MOST_GAINS]
    certain = [s for s in shown if s.scores and s.scores.interval and s.scores.interval[0] > 0]
    title = ctx.words.n("training.gain_title", len(certain)) if certain else t("training.gain_title_none")
    sentence = ctx.words.n("training.gain_sentence", len(shown), certain=len(certain))
    chart = Chart(
        id="training-gain",
        kind="intervals",
        datasets={
            "rows": [_gain(ctx, session, order) for order, session in enumerate(shown)],
            "centre": [{"value": 0, "label": t("training.no_gain")}],
        },
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={"y": t("training.gain_scale"), "good": t("training.certain"), "common": t("training.uncertain"),
               "bad": t("training.worse")},
        columns=tuple((name, name) for name in ("id", "name", "n", "value", "low", "high", "method")),
    )  # fmt: skip
    return ChartBlock(chart, title, sentence, t("training.gain_caption"), _gain_table(ctx, shown))


def _counts(ctx: Context, sums: TrainingSums) -> dict[str, str]:
    number = ctx.formats.number
    return {
        "share": ctx.formats.percent(sums.coverage),
        "n": number(sums.attended),
        "all": number(sums.expected),
    }


def _team(ctx: Context, sums: TrainingSums, order: int, is_short: bool) -> dict[str, object]:
    name, counts = ctx.team_name(sums.team), _counts(ctx, sums)
    return {
        "team": sums.team,
        "name": name,
        "order": order,
        "attended": sums.attended,
        "expected": sums.expected,
        "value": 100 * (sums.coverage or 0),
        "low": None,
        "high": None,
        "label": counts["share"],
        "signal": "bad" if is_short else "common",
        "tip": tip(f"{name}: {counts['share']}", ctx.words.t("training.of", n=counts["n"], all=counts["all"])),
    }


def _gain(ctx: Context, session: SessionResult, order: int) -> dict[str, object]:
    scores, name = session.scores, ctx.plain(ctx.workspace.sessions[session.id].name)
    assert scores is not None and scores.difference is not None
    low, high = scores.interval or (None, None)
    label = ctx.formats.signed(scores.difference, words.DECIMALS)
    judged = "common" if low is None or high is None or low <= 0 <= high else "good" if low > 0 else "bad"
    return {
        "id": session.id,
        "name": name,
        "order": order,
        "n": scores.n_after,
        "value": scores.difference,
        "low": low,
        "high": high,
        "method": scores.method,
        "label": label,
        "signal": judged,
        "tip": tip(f"{name}: {label}", words.interval(ctx, scores), ctx.team_name(session.team)),
    }


def _coverage_table(ctx: Context, found: list[TrainingSums]) -> Table:
    t, number = ctx.words.t, ctx.formats.number
    rows = tuple(
        Row(
            (
                Cell(ctx.team_name(sums.team)),
                Cell(number(sums.attended)),
                Cell(number(sums.expected)),
                Cell(ctx.formats.percent(sums.coverage)),
            )
        )
        for sums in found
    )
    columns = (
        Column(t("column.team"), "al-main"),
        Column(t("training.attended"), "al-num"),
        Column(t("training.should"), "al-num"),
        Column(t("training.coverage"), "al-num"),
    )
    return Table(t("chart.data_of", what=t("training.coverage")), columns, rows, css="al-table--compact")


def _gain_table(ctx: Context, shown: list[SessionResult]) -> Table:
    t, number = ctx.words.t, ctx.formats.number
    rows = tuple(
        Row(
            (
                Cell(ctx.text(ctx.workspace.sessions[session.id].name)),
                Cell(number(scores.n_after)),
                Cell(number(scores.before, words.DECIMALS)),
                Cell(number(scores.after, words.DECIMALS)),
                Cell(ctx.formats.signed(scores.difference or 0, words.DECIMALS)),
                Cell(words.interval(ctx, scores)),
            )
        )
        for session in shown
        if (scores := session.scores)
    )
    columns = (
        Column(t("column.training"), "al-main"),
        Column(t("training.tested"), "al-num"),
        Column(t("training.before"), "al-num"),
        Column(t("training.after"), "al-num"),
        Column(t("training.gain"), "al-num"),
        Column(t("training.interval")),
    )
    return Table(t("chart.data_of", what=t("training.gain")), columns, rows, css="al-table--compact")
