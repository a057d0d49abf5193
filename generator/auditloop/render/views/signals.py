"""What the control chart says about an indicator: icons with their words, and signals as sentences. Judges nothing."""

from __future__ import annotations

from markupsafe import Markup

from auditloop.assess.results import KpiResult, Series, Signal
from auditloop.model import Period
from auditloop.render.icons import icon, symbol
from auditloop.render.views import say
from auditloop.render.views.common import BLANK, lines, small, span
from auditloop.render.views.context import Context

CENTRES = {"run": "median", "g": "median", "t": "line"}
"""What the centre line of a chart is, where it is not the mean."""


def too_few(series: Series) -> bool:
    """A run chart whose values are too few for its test of runs: neither noise nor signal can be told yet."""
    return series.chart == "run" and (series.run is None or series.run.longest_max is None)


def no_latest(series: Series) -> str:
    """The key of why there is no latest value: none was supplied, or every one is left out."""
    return "empty.all_left_out" if any(p.value is not None for p in series.points) else "empty.no_value"


def shown_signal(series: Series) -> Signal | None:
    """The signal to name beside the icon: of those that go on and judge as the latest value is judged, the oldest."""
    ongoing = [s for s in series.signals if s.ongoing and s.judgement == series.variation]
    return min(ongoing, key=lambda s: Period.parse(s.from_).first, default=None)


def signal_words(ctx: Context, series: Series, signal: Signal) -> str:
    """`8 months in a row below the mean since March 2026`."""
    form = f"{signal.rule}_{signal.side}{'_once' if signal.rule == 'outside' and signal.n == 1 else ''}"
    return ctx.words.t(
        f"signal.{form}",
        values=_values(ctx, series, signal),
        when=_when(ctx, signal),
        centre=ctx.words.t(f"signal.centre_{CENTRES.get(series.chart, 'mean')}"),
    )


def signal_sentence(ctx: Context, series: Series, signal: Signal) -> str:
    """`8 months in a row below the mean since March 2026: improvement`."""
    return ctx.words.t(
        "signal.judged",
        pattern=signal_words(ctx, series, signal),
        judgement=ctx.words.t(f"variation.{signal.judgement}"),
    )


def _values(ctx: Context, series: Series, signal: Signal) -> str:
    """Months are counted as months only where none in between is missing or left out."""
    periods = [p.period for p in series.points]
    within = series.points[periods.index(signal.from_) : periods.index(signal.to) + 1]
    whole = signal.n == len(within) or signal.rule in ("two-of-three", "three-of-four")
    return ctx.words.n(f"signal.count.{series.step if whole else 'value'}", signal.n)


def _when(ctx: Context, signal: Signal) -> str:
    first, last = ctx.formats.period(signal.from_), ctx.formats.period(signal.to)
    if first == last:
        return ctx.words.t("signal.in", period=first)
    return (
        ctx.words.t("signal.since", first=first) if signal.ongoing else ctx.words.t("signal.to", first=first, last=last)
    )


def variation_icon(ctx: Context, kpi: KpiResult, variation: str) -> Markup:
    name = symbol(variation, kpi.better)
    return icon(name, ctx.words.t("signal.variation_is", variation=ctx.words.t(f"variation_long.{name}")))


def assurance_icon(ctx: Context, assurance: str) -> Markup:
    return icon(assurance, ctx.words.t("signal.assurance_is", assurance=ctx.words.t(f"assurance_long.{assurance}")))


def variation_mark(ctx: Context, kpi: KpiResult, series: Series) -> Markup:
    """The icon of the latest value, its word, and the pattern that it rests on."""
    if series.variation is None:
        return say.no_value(ctx, no_latest(series))
    shown = shown_signal(series)
    if shown is None and too_few(series):
        return say.no_value(ctx, "empty.too_few_to_judge")
    words = ctx.words.t(f"variation.{series.variation}")
    under = small(signal_words(ctx, series, shown)) if shown else Markup("")
    return _beside(variation_icon(ctx, kpi, series.variation), words, under)


def assurance_mark(ctx: Context, series: Series) -> Markup:
    """Whether the process will meet its target; without an icon the reason why that cannot be said."""
    if series.assurance is None:
        return say.no_value(ctx, "empty.no_target" if series.target is None else _no_assurance(series))
    return _beside(assurance_icon(ctx, series.assurance), ctx.words.t(f"assurance.{series.assurance}"))


def _no_assurance(series: Series) -> str:
    """Why nothing can be said about the target: a run chart that was asked for has no limits, however long it is."""
    return "empty.run_without_limits" if series.chart == "run" and not too_few(series) else "empty.no_assurance"


def _beside(picture: Markup, words: str, under: Markup = BLANK) -> Markup:
    return span("al-iw", picture + span("", lines(words, under)))


VARIATION_ORDER = {"concern": "0", "high": "1", "low": "1", "common": "2", "improvement": "3", None: "4"}
ASSURANCE_ORDER = {"fail": "0", "hit-or-miss": "1", None: "2", "pass": "3"}


def urgency(series: Series) -> tuple[str, str, int, int]:
    """What matters first: concern, then what cannot meet its target, then what missed it, longest first."""
    return (
        "0" if series.variation == "concern" else "1",
        ASSURANCE_ORDER[series.assurance],
        {False: 0, None: 1, True: 2}[series.met],
        -series.targets_missed_in_a_row,
    )
