"""Worked examples of what charts say: runs, signals, segments, assurance, forecast and the funnel of teams."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from auditloop.assess.results import KpiResult, Series
from auditloop.render.icons import ASSURANCES
from auditloop.render.views import judged, say, signals
from auditloop.render.views.context import Context
from auditloop.render.views.method.chart_examples import PLUS_MINUS, ROOT
from auditloop.render.views.signs import EQUALS, TIMES, enough


def _all(ctx: Context) -> Iterator[tuple[KpiResult, Series]]:
    return ((kpi, series) for kpi in ctx.results.kpis for series in kpi.series)


def _whose(ctx: Context, kpi: KpiResult, series: Series) -> dict[str, object]:
    return {"kpi": say.kpi_link(ctx, kpi.id), "team": ctx.team_name(series.team)}


def signal_example(ctx: Context) -> Iterable[Markup]:
    """One of each rule that the data show, where it goes on."""
    shown: dict[str, Markup] = {}
    for kpi, series in _all(ctx):
        for signal in series.signals:
            if signal.ongoing and signal.rule not in shown:
                shown[signal.rule] = ctx.words.html(
                    "method.rules.example",
                    **_whose(ctx, kpi, series),
                    rule=ctx.words.t(f"spc.rule.{signal.rule}"),
                    signal=signals.signal_sentence(ctx, series, signal),
                )
    return shown.values()


def run_example(ctx: Context) -> Iterable[Markup]:
    for kpi, series in sorted(_all(ctx), key=lambda pair: pair[1].chart != "run"):
        run = series.run
        if run is None or run.longest_max is None or run.crossings_min is None:
            continue
        yield ctx.words.html(
            "method.run.example",
            **_whose(ctx, kpi, series),
            n=run.n_useful,
            most=f"round(log₂({run.n_useful}))+3{EQUALS}{run.longest_max}",
            longest=run.longest,
            least=run.crossings_min,
            crossings=run.crossings,
            verdict=ctx.words.t("method.run.signal" if run.signal else "method.run.quiet"),
        )
        return


def segment_example(ctx: Context) -> Iterable[Markup]:
    for kpi, series in _all(ctx):
        if len(series.segments) < 2:
            continue
        before, after = series.segments[-2:]
        yield ctx.words.html(
            "method.segments.example",
            **_whose(ctx, kpi, series),
            period=ctx.formats.period(after.from_),
            why=ctx.plain(after.why),
            before=say.kpi_value(ctx, kpi, before.centre),
            after=say.kpi_value(ctx, kpi, after.centre),
        )
        return


def assurance_example(ctx: Context) -> Iterable[Markup]:
    """One series each that passes, fails, and hits or misses."""
    for name in ASSURANCES:
        for kpi, series in _all(ctx):
            segment = series.segments[-1] if series.segments else None
            if series.assurance != name or segment is None or segment.lower is None:
                continue
            decimals = max(kpi.decimals, 1)
            yield ctx.words.html(
                "method.assurance.example",
                **_whose(ctx, kpi, series),
                low=ctx.formats.number(segment.lower, decimals),
                high=say.with_unit(ctx, ctx.formats.number(segment.upper, decimals), kpi.unit),
                target=judged.target_text(ctx, judged.of_series(ctx, kpi, series)),
                better=ctx.words.t(f"better.{kpi.better}"),
                assurance=ctx.words.t(f"assurance.{name}"),
            )
            break


def forecast_example(ctx: Context) -> Iterable[Markup]:
    """The width of the second and third interval from the first, where nothing is cut off."""
    for kpi, series in _all(ctx):
        forecast = series.forecast
        if forecast is None or not 0 < forecast.alpha < 1:
            continue
        first, _, third = forecast.points
        half, alpha = first.high - first.value, forecast.alpha
        if (
            abs(first.value - first.low - half) > 1e-9
            or abs(third.high - third.value - half * (1 + 2 * alpha**2) ** 0.5) > 1e-9
        ):
            continue
        number, wanted = ctx.formats.number, max(kpi.decimals, 1)
        shown = enough(
            (half, alpha), lambda v: v[0] * (1 + 2 * v[1] ** 2) ** 0.5, least=max(2, wanted), result_decimals=wanted
        )
        width = f"{number(half, shown)}{TIMES}{ROOT}(1 + 2{TIMES}{number(alpha, shown)}²)"
        yield ctx.words.html(
            "method.forecast.example",
            **_whose(ctx, kpi, series),
            n=forecast.n,
            alpha=number(alpha, shown),
            level=number(first.value, wanted),
            first=ctx.formats.period(first.period),
            half=f"{PLUS_MINUS.strip()} {number(half, wanted)}",
            third=ctx.formats.period(third.period),
            sum=f"{width}{EQUALS}{number(third.high - third.value, wanted)}",
        )
        return


def funnel_example(ctx: Context) -> Iterable[Markup]:
    """The smallest and the largest team of one funnel: the smaller, the wider the limits."""
    for kpi in ctx.results.kpis:
        found = kpi.comparison
        if found is None or found.centre is None or found.distribution is None:
            continue
        sized = sorted((t for t in found.teams if t.lower_998 is not None and t.n), key=lambda t: t.n or 0)
        if len(sized) < 2:
            continue
        decimals = max(kpi.decimals, 1)
        for team in (sized[0], sized[-1]):
            yield ctx.words.html(
                "method.funnel.example",
                kpi=say.kpi_link(ctx, kpi.id),
                team=ctx.team_name(team.team),
                n=ctx.formats.general(team.n),
                value=say.kpi_value(ctx, kpi, team.value),
                centre=say.kpi_value(ctx, kpi, found.centre),
                low_95=ctx.formats.number(team.lower_95, decimals),
                high_95=ctx.formats.number(team.upper_95, decimals),
                low=ctx.formats.number(team.lower_998, decimals),
                high=ctx.formats.number(team.upper_998, decimals),
                judgement=ctx.words.t(f"compare.{team.judgement}"),
            )
        if found.dispersion is not None:
            yield ctx.words.html("method.funnel.example_phi", phi=ctx.formats.number(found.dispersion, 2))
        return
