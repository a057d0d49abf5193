"""Worked examples of survey figures, from the organisation's latest survey: shares, recommendation, index, gap."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

from markupsafe import Markup

from auditloop.assess.distributions import normal_quantile
from auditloop.assess.intervals import CONFIDENCE
from auditloop.assess.results import SurveyDimension, SurveyResult
from auditloop.ratings import on_hundred
from auditloop.render.views.common import anchored
from auditloop.render.views.context import Context
from auditloop.render.views.signs import DIVIDED, EQUALS, LESS, PLUS, TIMES, enough

_ROOT = "\u221a"
_MINUS_PLUS = "\u2009±\u2009"
_Z = normal_quantile((1 + CONFIDENCE) / 2)


def _latest(ctx: Context) -> list[SurveyResult]:
    """The organisation's surveys that may be shown, the latest first."""
    return [each for each in reversed(ctx.surveys_by_team.get(None, [])) if not each.hidden]


def _survey(ctx: Context, each: SurveyResult) -> Markup:
    words = ctx.words.t("method.survey_of", scope=ctx.team_name(each.team), period=ctx.formats.period(each.period))
    return anchored(ctx.href.satisfaction(each.team), words)


def csat_example(ctx: Context) -> Iterable[Markup]:
    """Wilson's interval, put together from its four parts."""
    for each in _latest(ctx):
        if each.csat is None:
            continue
        number, n, of = ctx.formats.number, each.csat.n, each.csat.of
        share = f"{number(n)}{DIVIDED}{number(of)}{EQUALS}{number(each.csat.value, 4)}"
        reach = sqrt(each.csat.value * (1 - each.csat.value) / of + _Z**2 / (4 * of**2))
        parts = f"{number(each.csat.value, 5)}{PLUS}{number(_Z**2 / (2 * of), 6)}"
        parts += f"{_MINUS_PLUS}{number(_Z, 2)}{TIMES}{number(reach, 6)}"
        low, high = (number(end, 4) for end in each.csat.interval)
        yield ctx.words.html("method.csat.example", survey=_survey(ctx, each), sum=share)
        yield ctx.words.html(
            "method.csat.example_interval",
            sum=f"({parts}){DIVIDED}{number(1 + _Z**2 / of, 6)}",
            range=ctx.words.t("spc.range", low=low, high=high),
        )
        return


def nps_example(ctx: Context) -> Iterable[Markup]:
    """Points, variance, standard error, interval."""
    for each in _latest(ctx):
        if each.nps is None or each.nps.interval is None:
            continue
        number, found = ctx.formats.number, each.nps
        p, d = found.promoters / found.n, found.detractors / found.n
        points = f"({number(found.promoters)}{LESS}{number(found.detractors)}){DIVIDED}{number(found.n)}{TIMES}100"
        variance = p + d - (p - d) ** 2
        spread = f"{number(p, 4)}{PLUS}{number(d, 4)}{LESS}({number(p, 4)}{LESS}{number(d, 4)})²"
        error = f"100{TIMES}{_ROOT}({number(variance, 4)}{DIVIDED}{number(found.n)})"
        low, high = (number(end, 1) for end in found.interval or ())
        yield ctx.words.html(
            "method.nps.example", survey=_survey(ctx, each), sum=f"{points}{EQUALS}{number(found.value, 2)}"
        )
        yield ctx.words.html(
            "method.nps.example_error",
            variance=f"{spread}{EQUALS}{number(variance, 4)}",
            error=f"{error}{EQUALS}{number(found.se, 3)}",
            interval=f"{number(found.value, 2)}{_MINUS_PLUS}{number(_Z, 2)}{TIMES}{number(found.se, 3)}",
            range=ctx.words.t("spc.range", low=low, high=high),
        )
        return


def csi_example(ctx: Context) -> Iterable[Markup]:
    """Weights times scores, and the most that its error can be."""
    for each in _latest(ctx):
        parts = [d for d in each.dimensions if d.weight and d.mean is not None]
        if each.csi is None or each.csi.se is None or not parts:
            continue
        whole = sum(d.weight or 0.0 for d in parts)
        scores = [on_hundred(d.mean or 0.0) for d in parts]
        weights = [d.weight or 0.0 for d in parts]

        def again(values: Iterable[float], weights=weights, whole=whole) -> float:  # type: ignore[no-untyped-def]
            return float(sum(w * v for w, v in zip(weights, values, strict=True)) / whole)

        decimals = enough(scores, again, least=1, result_decimals=1)
        yield ctx.words.html(
            "method.csi.example",
            survey=_survey(ctx, each),
            sum=_weighted(ctx, parts, scores, decimals, whole) + EQUALS + ctx.formats.number(each.csi.value, 1),
        )
        errors = [100 * (d.sd or 0.0) / sqrt(d.n or 1) / 4 for d in parts]
        decimals = enough(errors, again, least=2, result_decimals=2)
        yield ctx.words.html(
            "method.csi.example_error",
            sum=_weighted(ctx, parts, errors, decimals, whole) + EQUALS + ctx.formats.number(each.csi.se, 2),
        )
        return


def _weighted(ctx: Context, parts: list[SurveyDimension], values: list[float], decimals: int, whole: float) -> str:
    general, number = ctx.formats.general, ctx.formats.number
    top = PLUS.join(
        f"{general(d.weight)}{TIMES}{number(value, decimals)}" for d, value in zip(parts, values, strict=True)
    )
    return top if abs(whole - 1) < 1e-9 else f"({top}){DIVIDED}{general(whole)}"


def gap_example(ctx: Context) -> Iterable[Markup]:
    """One dimension: what was perceived minus what was expected, and how sure that is."""
    for each in _latest(ctx):
        found = [d for d in each.dimensions if d.gap is not None and d.gap_interval and d.sd is not None]
        if not found:
            continue
        d = min(found, key=lambda d: (d.gap or 0.0, d.id))
        number, general = ctx.formats.number, ctx.formats.signed
        low, high = d.gap_interval or (0.0, 0.0)
        means = (d.mean or 0.0, d.expectation or 0.0)
        shown = enough(means, lambda v: v[0] - v[1], least=3, result_decimals=3)
        difference = LESS.join(number(mean, shown) for mean in means)
        yield ctx.words.html(
            "method.gap.example",
            survey=_survey(ctx, each),
            dimension=ctx.survey_dimension_name(d.id),
            sum=f"{difference}{EQUALS}{general(d.gap, 3)}",
            error=f"{number(d.sd, 3)}{DIVIDED}{_ROOT}{number(d.n)}{EQUALS}{number((d.sd or 0.0) / sqrt(d.n or 1), 4)}",
            range=ctx.words.t("spc.range", low=general(low, 2), high=general(high, 2)),
        )
        return


def survey_change_example(ctx: Context) -> Iterable[Markup]:
    """Newcombe's interval of the latest change, from both surveys' own intervals."""
    for each in _latest(ctx):
        change = each.previous.csat if each.previous else None
        earlier = next((e for e in _latest(ctx) if each.previous and e.period == each.previous.period), None)
        if change is None or change.interval is None or each.csat is None or earlier is None or earlier.csat is None:
            continue
        number, now, then = ctx.formats.number, each.csat, earlier.csat

        def squares(a: float, b: float, c: float, d: float, number=number) -> str:  # type: ignore[no-untyped-def]
            one, other = (f"({number(x, 4)}{LESS}{number(y, 4)})²" for x, y in ((a, b), (c, d)))
            return f"{_ROOT}({one}{PLUS}{other})"

        difference = f"{number(now.value, 4)}{LESS}{number(then.value, 4)}{EQUALS}{ctx.formats.signed(change.value, 4)}"
        shown = ctx.formats.signed(change.value, 4)
        yield ctx.words.html(
            "method.survey_change.example",
            survey=_survey(ctx, each),
            before=ctx.formats.period(earlier.period),
            sum=difference,
            low=f"{shown}{LESS}{squares(now.value, now.interval[0], then.interval[1], then.value)}"
            f"{EQUALS}{ctx.formats.signed(change.interval[0], 4)}",
            high=f"{shown}{PLUS}{squares(now.interval[1], now.value, then.value, then.interval[0])}"
            f"{EQUALS}{ctx.formats.signed(change.interval[1], 4)}",
        )
        return


def driver_example(ctx: Context) -> Iterable[Markup]:
    """The gains in R² of all dimensions add up to R²."""
    for each in _latest(ctx):
        shared = [d for d in each.drivers if d.lmg is not None]
        if each.driver_model is None or each.driver_model.r2 is None or not shared:
            continue
        gains = [d.lmg or 0.0 for d in shared]
        decimals = enough(gains, sum, least=3, result_decimals=3)
        total = PLUS.join(ctx.formats.number(gain, decimals) for gain in gains)
        first = f"{ctx.formats.number(gains[0], decimals)}{DIVIDED}{ctx.formats.number(sum(gains), 3)}"
        yield ctx.words.html(
            "method.drivers.example",
            survey=_survey(ctx, each),
            sum=f"{total}{EQUALS}{ctx.formats.number(each.driver_model.r2, 3)}",
            dimension=ctx.survey_dimension_name(shared[0].id),
            share=f"{first}{EQUALS}{ctx.formats.percent(shared[0].importance)}",
        )
        return
