"""CSAT and NPS over time, each survey with its interval; on a team's page the organisation's line beside them."""

from __future__ import annotations

from auditloop.assess.results import SurveyDifference, SurveyResult
from auditloop.render.charts import Chart
from auditloop.render.views.common import Cell, ChartBlock, Column, Row, Table
from auditloop.render.views.context import Context
from auditloop.render.views.figures import first_day, tip
from auditloop.render.views.satisfaction import wording
from auditloop.render.views.satisfaction.scope import Scope, scope_of

Datum = dict[str, object]
_NOT_ASKED = {"csat": "empty.not_asked_csat", "nps": "empty.not_asked_nps"}


def csat_block(ctx: Context, scope: Scope) -> ChartBlock:
    """From 0 to 100 %, drawn where the surveys are."""
    return _block(ctx, scope, "csat")


def nps_block(ctx: Context, scope: Scope) -> ChartBlock:
    """In points from −100 to 100."""
    return _block(ctx, scope, "nps")


def _block(ctx: Context, scope: Scope, measure: str) -> ChartBlock:
    t = ctx.words.t
    asked = [each for each in scope.history if _value(each, measure) is not None]
    if not asked:
        return ChartBlock(None, empty=t(_NOT_ASKED[measure]))
    latest = asked[-1]
    title, sentence = _title(ctx, latest, measure), _sentence(ctx, latest, measure)
    chart = Chart(
        id=f"{scope.key}-{measure}",
        kind="interval-trend",
        datasets={
            "points": [_point(ctx, each, measure) | {"latest": each is latest} for each in asked],
            "others": _others(ctx, scope, measure, {each.period for each in asked}),
        },
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={"y": t(f"satisfaction.{measure}.scale")},
        columns=(("period", "period"), ("value", measure), ("low", "low"), ("high", "high"), ("n", "n")),
    )
    caption = t(
        f"satisfaction.{measure}.caption",
        scope=ctx.team_name(scope.team),
        span=ctx.formats.span(asked[0].period, latest.period),
    )
    table = _csat_table(ctx, asked) if measure == "csat" else _nps_table(ctx, asked)
    return ChartBlock(chart, title, sentence, caption, table)


def _value(each: SurveyResult, measure: str) -> float | None:
    if measure == "csat":
        return 100 * each.csat.value if each.csat else None
    return each.nps.value if each.nps else None


def _words(ctx: Context, each: SurveyResult, measure: str) -> str:
    return wording.csat(ctx, each.csat) if measure == "csat" else wording.points(ctx, _value(each, measure))


def _interval(each: SurveyResult, measure: str) -> list[float] | None:
    if measure == "csat":
        return [100 * end for end in each.csat.interval] if each.csat else None
    return each.nps.interval if each.nps else None


def _n(each: SurveyResult, measure: str) -> int:
    return (each.csat.of if each.csat else 0) if measure == "csat" else (each.nps.n if each.nps else 0)


def _difference(each: SurveyResult, measure: str, *, year: bool) -> SurveyDifference | None:
    change = each.year_ago if year else each.previous
    return (change.csat if measure == "csat" else change.nps) if change else None


def _point(ctx: Context, each: SurveyResult, measure: str) -> Datum:
    interval = _interval(each, measure)
    n = _n(each, measure)
    return {
        "period": each.period,
        "x": first_day(each.period),
        "name": ctx.formats.short_period(each.period),
        "value": _value(each, measure),
        "low": interval[0] if interval else None,
        "high": interval[1] if interval else None,
        "n": n,
        "label": _words(ctx, each, measure),
        "tip": tip(
            ctx.words.t("spc.tip_value", period=ctx.formats.period(each.period), value=_words(ctx, each, measure)),
            _range(ctx, interval, measure),
            ctx.words.n("satisfaction.answers", n, n=ctx.formats.number(n)),
        ),
    }


def _range(ctx: Context, interval: list[float] | None, measure: str) -> str:
    if interval is None:
        return ctx.words.t("satisfaction.no_interval")
    if measure == "csat":
        ends = wording.share_between(ctx, [end / 100 for end in interval])
    else:
        ends = wording.points_between(ctx, interval)
    return ctx.words.t("satisfaction.interval", range=ends)


def _others(ctx: Context, scope: Scope, measure: str, periods: set[str]) -> list[Datum]:
    """The organisation in the same periods, where the page is a team's."""
    if scope.team is None:
        return []
    found = [
        each for each in scope_of(ctx, None).history if each.period in periods and _value(each, measure) is not None
    ]
    label = ctx.words.t("satisfaction.all_teams")
    return [
        {
            "x": first_day(each.period),
            "value": _value(each, measure),
            "label": label,
            "tip": tip(f"{ctx.formats.period(each.period)}: {_words(ctx, each, measure)}", ctx.organisation_name),
        }
        for each in found
    ]


def _title(ctx: Context, latest: SurveyResult, measure: str) -> str:
    """Against last year where there is a survey of it, else against the one before."""
    for year, against in ((True, "year"), (False, "before")):
        change = _difference(latest, measure, year=year)
        if change is not None:
            return ctx.words.t(f"satisfaction.{measure}.title_{against}_{wording.tone(change)}")
    return ctx.words.t(f"satisfaction.{measure}.title_first")


def _sentence(ctx: Context, latest: SurveyResult, measure: str) -> str:
    """`In Q3 2026 it was 89.2%; against Q2 2026 −0.9 pp (interval …), which chance explains; against Q3 2025 …`"""
    t = ctx.words.t
    parts = [
        t(
            f"satisfaction.{measure}.now",
            period=ctx.formats.period(latest.period),
            value=_words(ctx, latest, measure),
            range=_range(ctx, _interval(latest, measure), measure),
        )
    ]
    for year in (False, True):
        change = latest.year_ago if year else latest.previous
        found = _difference(latest, measure, year=year)
        if change and found and not (year and latest.previous and change.period == latest.previous.period):
            parts.append(compared(ctx, change.period, found, shares=measure == "csat"))
    return ctx.words.sentences(parts)


def compared(ctx: Context, period: str, found: SurveyDifference, *, shares: bool) -> str:
    """The difference from an earlier survey, its interval, and what chance has to do with it."""
    amount = wording.change_of_share(ctx, found.value) if shares else wording.change_of_points(ctx, found.value)
    if found.interval is None:
        return ctx.words.t("satisfaction.compared_unknown", period=ctx.formats.period(period), change=amount)
    key = "satisfaction.compared_real" if found.beyond_chance else "satisfaction.compared_chance"
    return ctx.words.t(
        key,
        period=ctx.formats.period(period),
        change=amount,
        range=wording.change_between(ctx, found, shares=shares),
    )


def _csat_table(ctx: Context, asked: list[SurveyResult]) -> Table:
    t, number = ctx.words.t, ctx.formats.number
    rows = [
        Row(
            (
                Cell(ctx.formats.short_period(each.period), each.period),
                Cell(t("kpi.n_of", n=number(each.csat.n), of=number(each.csat.of))),
                Cell(wording.csat(ctx, each.csat)),
                Cell(wording.share_between(ctx, each.csat.interval)),
                wording.change_cell(ctx, _difference(each, "csat", year=False), shares=True),
                wording.change_cell(ctx, _difference(each, "csat", year=True), shares=True),
            )
        )
        for each in reversed(asked)
        if each.csat
    ]
    columns = (
        Column(t("column.period"), "al-main"),
        Column(t("satisfaction.column.satisfied"), "al-num"),
        Column(t("satisfaction.column.csat"), "al-num"),
        Column(t("satisfaction.column.interval"), "al-num"),
        Column(t("satisfaction.column.change_pp"), "al-num"),
        Column(t("satisfaction.column.year_pp"), "al-num"),
    )
    return Table(t("chart.data_of", what=t("satisfaction.column.csat")), columns, tuple(rows), css="al-table--compact")


def _nps_table(ctx: Context, asked: list[SurveyResult]) -> Table:
    t, number = ctx.words.t, ctx.formats.number
    rows = [
        Row(
            (
                Cell(ctx.formats.short_period(each.period), each.period),
                _part(ctx, each.nps.promoters, each.nps.n),
                _part(ctx, each.nps.passives, each.nps.n),
                _part(ctx, each.nps.detractors, each.nps.n),
                Cell(number(each.nps.n)),
                wording.interval_cell(
                    ctx, wording.points(ctx, each.nps.value), each.nps.interval, shares=False, sort=each.nps.value
                ),
                wording.change_cell(ctx, _difference(each, "nps", year=False), shares=False),
            )
        )
        for each in reversed(asked)
        if each.nps
    ]
    columns = (
        Column(t("column.period"), "al-main"),
        Column(t("satisfaction.column.promoters"), "al-num"),
        Column(t("satisfaction.column.passives"), "al-num"),
        Column(t("satisfaction.column.detractors"), "al-num"),
        Column(t("satisfaction.column.n"), "al-num"),
        Column(t("satisfaction.column.nps"), "al-num"),
        Column(t("column.change"), "al-num"),
    )
    return Table(t("chart.data_of", what=t("satisfaction.column.nps")), columns, tuple(rows), css="al-table--compact")


def _part(ctx: Context, n: int, of: int) -> Cell:
    return Cell(f"{ctx.formats.number(n)} ({ctx.formats.percent(n / of)})", str(n))
