"""How the ratings spread, the latest survey against the one before."""

from __future__ import annotations

from auditloop.assess.results import SurveyRating, SurveyResult
from auditloop.ratings import HIGHEST, LOWEST
from auditloop.render.charts import Chart
from auditloop.render.views.common import Cell, ChartBlock, Column, Row, Table
from auditloop.render.views.context import Context
from auditloop.render.views.figures import tip
from auditloop.render.views.satisfaction import wording
from auditloop.render.views.satisfaction.scope import Scope


def ratings_block(ctx: Context, scope: Scope) -> ChartBlock:
    t, latest = ctx.words.t, scope.latest
    if latest is None or latest.overall is None or latest.csat is None:
        return ChartBlock(None, empty=t("empty.not_asked_overall"))
    before = scope.previous.overall if scope.previous else None
    title, sentence = _title(ctx, latest), _sentence(ctx, latest.overall)
    bars = [_bar(ctx, answer, order, latest.overall, before) for order, answer in enumerate(_answers())]
    chart = Chart(
        id=f"{scope.key}-ratings",
        kind="answers",
        datasets={"bars": bars},
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={
            "y": t("satisfaction.ratings.scale"),
            "own": ctx.formats.short_period(latest.period),
            "before": ctx.formats.short_period(scope.previous.period) if scope.previous else "",
        },
        columns=(("answer", "answer"), ("n", "n"), ("value", "percent"), ("before", "percent_before")),
    )
    caption = t(
        "satisfaction.ratings.caption",
        scope=ctx.team_name(scope.team),
        period=ctx.formats.short_period(latest.period),
        n=ctx.formats.number(latest.overall.n),
    )
    return ChartBlock(chart, title, sentence, caption, _table(ctx, scope, latest, latest.overall, before))


def _answers() -> range:
    """The best first."""
    return range(HIGHEST, LOWEST - 1, -1)


def _share(found: SurveyRating | None, answer: int) -> float | None:
    return found.counts.get(str(answer), 0) / found.n if found else None


def _bar(ctx: Context, answer: int, order: int, found: SurveyRating, before: SurveyRating | None) -> dict[str, object]:
    n, part, earlier = found.counts.get(str(answer), 0), _share(found, answer) or 0.0, _share(before, answer)
    name = ctx.words.t(f"satisfaction.answer.{answer}")
    return {
        "name": name,
        "answer": answer,
        "n": n,
        "order": order,
        "value": 100 * part,
        "before": None if earlier is None else 100 * earlier,
        "label": ctx.words.t("satisfaction.ratings.label", share=wording.share(ctx, part), n=ctx.formats.number(n)),
        "tip": tip(
            name,
            ctx.words.n("satisfaction.answers", n, n=ctx.formats.number(n)) + f" ({wording.share(ctx, part)})",
            "" if earlier is None else ctx.words.t("satisfaction.ratings.before", share=wording.share(ctx, earlier)),
        ),
    }


def _title(ctx: Context, latest: SurveyResult) -> str:
    change = latest.previous.csat if latest.previous else None
    value = wording.csat(ctx, latest.csat)
    if change is None or latest.previous is None:
        return ctx.words.t("satisfaction.ratings.title_first", share=value)
    return ctx.words.t(
        f"satisfaction.ratings.title_{wording.tone(change)}",
        share=value,
        period=ctx.formats.period(latest.previous.period),
    )


def _sentence(ctx: Context, found: SurveyRating) -> str:
    return ctx.words.t(
        "satisfaction.ratings.sentence",
        mean=ctx.formats.number(found.mean, 2),
        median=ctx.formats.general(found.median),
        mode=ctx.words.listed([str(answer) for answer in found.mode]),
        sd=ctx.formats.number(found.sd, 2),
    )


def _table(ctx: Context, scope: Scope, latest: SurveyResult, found: SurveyRating, before: SurveyRating | None) -> Table:
    t, number = ctx.words.t, ctx.formats.number
    pairs = [(latest.period, found)]
    if scope.previous and before:
        pairs.append((scope.previous.period, before))
    rows = [
        Row(
            (
                Cell(t(f"satisfaction.answer.{answer}")),
                *(
                    Cell(words)
                    for _, rating in pairs
                    for words in (
                        number(rating.counts.get(str(answer), 0)),
                        wording.share(ctx, _share(rating, answer) or 0.0),
                    )
                ),
            )
        )
        for answer in _answers()
    ]
    total = [Cell(t("column.total"))]
    for _, rating in pairs:
        total += [Cell(number(rating.n)), Cell(wording.share(ctx, 1.0))]
    rows.append(Row(tuple(total), css="al-total"))
    columns = [Column(t("satisfaction.column.answer"), "al-main")]
    for period, _ in pairs:
        shown = ctx.formats.short_period(period)
        columns += [
            Column(t("satisfaction.column.n_of", period=shown), "al-num"),
            Column(t("satisfaction.column.share_of", period=shown), "al-num"),
        ]
    return Table(
        t("chart.data_of", what=t("satisfaction.ratings.heading")), tuple(columns), tuple(rows), css="al-table--compact"
    )
