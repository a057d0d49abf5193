"""Survey figures put into words: shares, points, their differences and intervals, and whether chance explains them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from auditloop.assess.results import SurveyDifference, SurveyShare
from auditloop.render.views import say
from auditloop.render.views.common import Cell, lines, muted, small
from auditloop.render.views.context import Context


def share(ctx: Context, value: float) -> str:
    return ctx.formats.percent(value, 1)


def csat(ctx: Context, found: SurveyShare | None) -> str:
    return ctx.formats.percent(found.value, 1) if found else ctx.formats.number(None)


def points(ctx: Context, value: float | None) -> str:
    """NPS and CSI: points with one decimal."""
    return ctx.formats.number(value, 1)


def change_of_share(ctx: Context, value: float) -> str:
    """`+2.1 pp`"""
    return _unit(ctx, ctx.formats.signed(100 * value, 1), ctx.words.t("unit.percentage_points"))


def change_of_points(ctx: Context, value: float) -> str:
    return _unit(ctx, ctx.formats.signed(value, 1), ctx.words.t("unit.points"))


def size(words: str) -> str:
    """How much, without the sign: `more` and `less` say it."""
    return words.lstrip("+\u2212\u00b1")


def between(ctx: Context, interval: Sequence[float], number: Callable[[float], str]) -> str:
    return ctx.words.t("spc.range", low=number(interval[0]), high=number(interval[1]))


def share_between(ctx: Context, interval: Sequence[float]) -> str:
    return between(ctx, interval, lambda value: ctx.formats.percent(value, 1))


def points_between(ctx: Context, interval: Sequence[float]) -> str:
    return between(ctx, interval, lambda value: points(ctx, value))


def change_between(ctx: Context, found: SurveyDifference, *, shares: bool) -> str:
    """The interval of a difference, in percentage points or points; the unit stands with the difference."""
    scale = 100 if shares else 1
    return between(ctx, found.interval or (), lambda value: ctx.formats.signed(scale * value, 1))


def tone(found: SurveyDifference | None) -> str:
    """good, bad or common: more is better, and what chance explains is neither."""
    if found is None or not found.beyond_chance:
        return "common"
    return "good" if found.value > 0 else "bad"


def word(ctx: Context, found: SurveyDifference) -> str:
    """Whether it got better beyond chance, or nobody can tell."""
    if found.beyond_chance is None:
        return ctx.words.t("satisfaction.chance.unknown")
    return ctx.words.t(f"satisfaction.chance.{tone(found)}")


def mark(ctx: Context, found: SurveyDifference) -> Markup:
    return say.judgement("none" if found.beyond_chance is None else tone(found), word(ctx, found))


def change_cell(ctx: Context, found: SurveyDifference | None, *, shares: bool) -> Cell:
    """The difference, and under it whether chance explains it."""
    if found is None:
        return Cell(say.no_value(ctx, "empty.no_comparison"), "")
    number = ctx.formats.signed((100 if shares else 1) * found.value, 1)
    return Cell(lines(number, small(mark(ctx, found))), f"{found.value:.6g}")


def interval_cell(ctx: Context, value: str, interval: Sequence[float] | None, *, shares: bool, sort: float) -> Cell:
    """A value with its interval under it."""
    if interval is None:
        return Cell(value, f"{sort:.6g}")
    words = share_between(ctx, interval) if shares else points_between(ctx, interval)
    return Cell(lines(value, small(muted(words))), f"{sort:.6g}")


def _unit(ctx: Context, number: str, unit: str) -> str:
    return f"{number}{unit}" if not unit[0].isascii() else f"{number}\u00a0{unit}"
