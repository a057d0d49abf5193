"""What was measured before and after, in words, as a table and as a chart: the same on every page that tells of it."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from auditloop.assess.results import FigureResult
from auditloop.render.charts import Chart
from auditloop.render.i18n import units
from auditloop.render.views import say
from auditloop.render.views.common import Cell, ChartBlock, Column, Row, Table, lines, muted, small, spaced
from auditloop.render.views.context import Context
from auditloop.render.views.figures import tip

BASE = 100
"""What every value before stands at in the chart: figures of different units share one scale."""
_MOST_DECIMALS = 4


def name(ctx: Context, figure: FigureResult) -> str:
    return ctx.plain(figure.name) if figure.name or figure.kpi is None else ctx.kpi_name(figure.kpi)


def name_html(ctx: Context, figure: FigureResult) -> Markup:
    if figure.kpi is None:
        return ctx.text(figure.name)
    link = say.kpi_link(ctx, figure.kpi)
    return lines(ctx.text(figure.name), small(link)) if figure.name else link


def value(ctx: Context, figure: FigureResult, number: float | None) -> str:
    return say.with_unit(ctx, ctx.formats.number(number, decimals(ctx, figure)), unit(ctx, figure))


def unit(ctx: Context, figure: FigureResult) -> str:
    return figure.unit if isinstance(figure.unit, str) else ctx.plain(figure.unit)


def decimals(ctx: Context, figure: FigureResult) -> int:
    """The indicator's, or as many as people typed."""
    kpi = ctx.kpis.get(figure.kpi) if figure.kpi else None
    if kpi is not None:
        return kpi.decimals
    typed = [repr(number).partition(".")[2] for number in (figure.before, figure.after) if number is not None]
    return min(max((len(part.rstrip("0")) for part in typed if "e" not in part), default=0), _MOST_DECIMALS)


def both(ctx: Context, figure: FigureResult) -> str:
    """`38.3 → 26.1 min`; what is not known is a dash."""
    before = ctx.formats.number(figure.before, decimals(ctx, figure))
    return ctx.words.t("before_after.both", before=before, after=value(ctx, figure, figure.after))


def rate(ctx: Context, figure: FigureResult) -> str:
    """The change in per cent of the value before."""
    return ctx.formats.signed_percent(figure.change, 1) if figure.change is not None else ""


def tone(figure: FigureResult) -> str:
    """good or bad where the change is judged and, if an interval is known, chance does not explain it."""
    if figure.better is None or figure.beyond_chance is False:
        return "common"
    return "good" if figure.better else "bad"


def judged(ctx: Context, figure: FigureResult) -> Markup:
    """The judgement with its reason."""
    t = ctx.words.t
    if figure.difference is None:
        return say.no_value(ctx, "empty.no_comparison")
    if figure.beyond_chance is False:
        word = t("before_after.within_chance")
    elif figure.better is None:
        word = t("before_after.not_judged" if figure.difference else "before_after.same")
    else:
        word = t("before_after.better" if figure.better else "before_after.worse")
    return say.judgement(tone(figure), word)


def table(ctx: Context, figures: Sequence[FigureResult], caption: str, *, anchor: str | None = None) -> Table:
    t = ctx.words.t
    columns = (
        Column(t("before_after.what"), "al-main"),
        Column(t("column.before"), "al-num"),
        Column(t("column.after"), "al-num"),
        Column(t("column.change")),
        Column(t("column.judgement")),
    )
    rows = tuple(Row(_cells(ctx, figure)) for figure in figures)
    return Table(caption, columns, rows, t("empty.no_figures"), id=anchor, css="al-table--short")


def _cells(ctx: Context, figure: FigureResult) -> tuple[Cell, ...]:
    return (
        Cell(name_html(ctx, figure)),
        Cell(_end(ctx, figure, figure.before, figure.before_window)),
        Cell(_end(ctx, figure, figure.after, figure.after_window)),
        Cell(change(ctx, figure), "" if figure.change is None else f"{figure.change:.6g}"),
        Cell(judged(ctx, figure)),
    )


def change(ctx: Context, figure: FigureResult) -> Markup:
    """The difference in its unit, the rate, and the interval where there is one."""
    if figure.difference is None:
        return say.no_value(ctx, "empty.no_comparison")
    digits = decimals(ctx, figure)
    number = units.with_unit_of_change(ctx.words, ctx.formats.signed(figure.difference, digits), unit(ctx, figure))
    judged_as = {"good": "good", "bad": "bad"}.get(tone(figure))
    parts = [spaced(say.arrow(number, figure.difference, digits, judged_as), small(rate(ctx, figure)))]
    if figure.difference_interval is not None:
        low, high = (ctx.formats.signed(end, digits) for end in figure.difference_interval)
        parts.append(muted(ctx.words.t("effect.interval", low=low, high=high)))
    return lines(*parts)


def _end(ctx: Context, figure: FigureResult, number: float | None, window: str | None) -> Markup:
    note = ctx.formats.window(window) if window else ctx.words.t("before_after.typed")
    return lines(value(ctx, figure, number), muted(note))


def block(ctx: Context, figures: Sequence[FigureResult], chart_id: str, caption: str) -> ChartBlock:
    """Every figure on one scale: the value before is 100."""
    t = ctx.words.t
    drawn = [figure for figure in figures if figure.change is not None]
    if not drawn:
        return ChartBlock(None, empty=t("empty.no_figures"))
    title = t("before_after.title", name=name(ctx, drawn[0]), both=both(ctx, drawn[0]))
    sentence = _sentence(ctx, drawn)
    chart = Chart(
        id=chart_id,
        kind="dumbbell",
        datasets={"rows": [_row(ctx, order, figure) for order, figure in enumerate(drawn)]},
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={
            "y": t("before_after.scale"),
            "expected": t("column.before"),
            "gap": t("column.change"),
            "good": t("before_after.after_better"),
            "bad": t("before_after.after_worse"),
            "common": t("before_after.after_not_judged"),
        },
        columns=tuple((key, key) for key in ("name", "before", "after", "unit", "change")),
    )
    return ChartBlock(chart, title, sentence, caption, table(ctx, figures, caption))


def _row(ctx: Context, order: int, figure: FigureResult) -> dict[str, object]:
    shown = name(ctx, figure)
    return {
        "name": shown,
        "order": order,
        "value": BASE * (1 + (figure.change or 0)),
        "expected": BASE,
        "label": rate(ctx, figure),
        "signal": tone(figure),
        "before": figure.before,
        "after": figure.after,
        "unit": unit(ctx, figure),
        "change": figure.change,
        "tip": tip(shown, both(ctx, figure), rate(ctx, figure)),
    }


def _sentence(ctx: Context, figures: Sequence[FigureResult]) -> str:
    """`2 of 3 figures got better.` And what cannot be told from chance."""
    better = sum(tone(figure) == "good" for figure in figures)
    worse = sum(tone(figure) == "bad" for figure in figures)
    return ctx.words.t(
        "before_after.sentence", all=len(figures), better=better, worse=worse, other=len(figures) - better - worse
    )
