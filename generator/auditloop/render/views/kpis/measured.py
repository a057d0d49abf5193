"""The latest value of an indicator as a sentence, and the small words that its tables and charts share."""

from __future__ import annotations

from auditloop.assess.results import CoarsePoint, KpiResult, Point, Series
from auditloop.render.i18n.formats import vanishes
from auditloop.render.views import judged, say, signals
from auditloop.render.views.context import Context


def scale_words(ctx: Context, kpi: KpiResult) -> str:
    """What the vertical scale is: unit and the better direction."""
    unit = say.unit_word(ctx, kpi.unit)
    return " · ".join(part for part in (unit, ctx.words.t(f"better.{kpi.better}")) if part)


def sample_words(ctx: Context, point: Point | CoarsePoint) -> str:
    """What the value rests on: `412 of 500`, or `n = 1,830`."""
    if point.n is None:
        return ""
    n = ctx.formats.general(point.n)
    return (
        ctx.words.t("kpi.n_of", n=n, of=ctx.formats.general(point.of))
        if point.of is not None
        else ctx.words.t("kpi.n", n=n)
    )


def with_unit_head(label: str, unit: str) -> str:
    return f"{label} ({unit})" if unit else label


def latest_sentence(ctx: Context, kpi: KpiResult, series: Series) -> str:
    """`In June 2026 the value was 28.4 min, 1.2 min lower than the period before (better); target 30 min: met.`"""
    if series.latest is None:
        return ctx.words.t(signals.no_latest(series))
    t, found = ctx.words.t, judged.of_series(ctx, kpi, series)
    parts = [
        t(
            "kpi.latest",
            period=ctx.formats.period(series.latest.period),
            value=judged.value_text(ctx, found),
        )
    ]
    if series.previous is not None and series.change is not None:
        parts.append(compare(ctx, kpi, series.change, series.better_than_previous, "previous"))
    if series.same_period_last_year is not None and series.change_last_year is not None:
        parts.append(compare(ctx, kpi, series.change_last_year, series.better_than_last_year, "last_year"))
    if series.target is not None and series.met is not None:
        parts.append(t("kpi.target_met" if series.met else "kpi.target_missed", target=judged.target_text(ctx, found)))
    return ctx.words.clauses(parts) + t("join.full_stop")


def named_sentence(ctx: Context, kpi: KpiResult, series: Series) -> str:
    """`latest_sentence`, with the team's name first where the values are one team's and not the organisation's.

    A value of all teams names those that it is without.
    """
    words = of_team(ctx, series, latest_sentence(ctx, kpi, series))
    if series.latest is None or not series.without:
        return words
    lacking = ctx.words.t(
        "kpi.without_sentence",
        teams=ctx.words.listed([ctx.team_name(team) for team in series.without]),
        period=ctx.formats.period(series.latest.period),
    )
    return ctx.words.sentences([words, lacking])


def of_team(ctx: Context, series: Series, words: str) -> str:
    return words if series.team is None else ctx.words.t("kpi.of_team", team=ctx.team_name(series.team), words=words)


def compare(ctx: Context, kpi: KpiResult, change: float, better: bool | None, against: str) -> str:
    if vanishes(change, kpi.decimals):
        return ctx.words.t(f"kpi.same_as_{against}")
    way = "up" if change > 0 else "down"
    word = "plain" if better is None else "better" if better else "worse"
    return ctx.words.t(f"kpi.{way}_on_{against}_{word}", amount=say.amount(ctx, kpi, change))
