"""What the method page lists on control charts: icons, kinds of chart, rules of the profiles, verdicts on actions."""

from __future__ import annotations

from collections import Counter

from auditloop.assess.effect import REASONS
from auditloop.assess.spc.charts import CHARTS
from auditloop.assess.spc.profiles import PROFILES, Profile
from auditloop.render.icons import ASSURANCES, SYMBOLS, icon
from auditloop.render.views.common import Cell, Column, Row, Table
from auditloop.render.views.context import Context

SIGNS = (*(name for name in SYMBOLS if name not in ASSURANCES), *ASSURANCES)


def icons(ctx: Context) -> Table:
    """The legend: what each icon looks like, is called and means."""
    t = ctx.words.t
    rows = []
    for name in SIGNS:
        family = "assurance" if name in ASSURANCES else "variation"
        word = t(f"{family}.{name.removesuffix('-up').removesuffix('-down')}")
        meaning = t(f"{family}_long.{name}")
        rows.append(Row((Cell(icon(name, meaning)), Cell(word), Cell(t(f"column.{family}")), Cell(meaning))))
    columns = (
        Column(t("method.icons.icon")),
        Column(t("method.icons.word")),
        Column(t("column.what")),
        Column(t("glossary.head_meaning")),
    )
    return Table(t("method.icons.caption"), columns, tuple(rows), css="al-table--compact")


def charts(ctx: Context) -> Table:
    """Every kind of chart: when it is chosen, what its limits come from, how many series have it now."""
    t = ctx.words.t
    used = Counter(series.chart for kpi in ctx.results.kpis for series in kpi.series)
    rows = tuple(
        Row(
            (
                Cell(t(f"spc.chart.{name}")),
                Cell(t(f"method.charts.when.{name}")),
                Cell(t(f"method.charts.limits.{name}")),
                Cell(ctx.formats.number(used[name])),
            )
        )
        for name in CHARTS
    )
    columns = (
        Column(t("method.charts.chart")),
        Column(t("column.when")),
        Column(t("method.charts.limits_from")),
        Column(t("method.charts.used"), "al-num"),
    )
    return Table(t("method.charts.caption"), columns, rows, css="al-table--compact")


def profiles(ctx: Context) -> Table:
    """The rules side by side; the numbers are those the assessment uses."""
    t = ctx.words.t
    kinds = list(PROFILES.values())
    rows = [Row((Cell(t(f"method.rules.{row}")), *(Cell(_rule(ctx, row, p)) for p in kinds))) for row in _ROWS]
    columns = (Column(t("method.rules.rule")), *(Column(t(f"spc.rules.{p.name}")) for p in kinds))
    return Table(t("method.rules.caption"), columns, tuple(rows), css="al-table--compact")


_ROWS = ("outside", "shift", "trend", "near", "limits", "screening")


def _rule(ctx: Context, row: str, profile: Profile) -> str:
    t = ctx.words.t
    match row:
        case "outside":
            return t("method.rules.outside_limit")
        case "shift":
            return t("method.rules.longest_run") if profile.runs else t("method.rules.in_a_row", n=profile.shift)
        case "trend":
            return t("method.rules.in_a_row", n=profile.trend) if profile.trend else t("method.rules.none")
        case "near" if profile.near_rule:
            share = t("method.rules.two_thirds" if profile.near > 0.6 else "method.rules.half")
            return t("method.rules.so_many_of", n=profile.near_count, of=profile.near_among, share=share)
        case "limits":
            return t("method.rules.mean_range", factor=ctx.formats.number(profile.factor, 2))
        case "screening":
            return t("method.rules.screened" if profile.screened else "method.rules.not_screened")
        case _:
            return t("method.rules.none")


def verdicts(ctx: Context) -> Table:
    """Every rule of the verdict, in the order they are asked, and how many actions it decides now."""
    t = ctx.words.t
    counts = Counter(action.effect.why for action in ctx.results.actions if action.effect is not None)
    rows = tuple(
        Row(
            (
                Cell(t(f"effect.why.{why}")),
                Cell(t(f"effect.verdict.{verdict or 'none'}")),
                Cell(ctx.formats.number(counts[why])),
            )
        )
        for why, verdict in REASONS.items()
    )
    columns = (Column(t("column.when")), Column(t("effect.by_data")), Column(t("column.actions"), "al-num"))
    return Table(t("method.effect_verdict.caption"), columns, rows, css="al-table--compact")
