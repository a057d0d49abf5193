"""A control chart read aloud: the finding in one line, the pattern behind it, what its limits promise."""

from __future__ import annotations

from auditloop.assess.results import KpiResult, Point, SegmentResult, Series, Signal
from auditloop.model import Period
from auditloop.render.i18n.formats import rounded
from auditloop.render.views import judged, say, signals
from auditloop.render.views.context import Context

_RECENT = 6
"""A signal that ended within so many periods is still worth a title."""
_MOST_MORE = 3
_LARGE = 10_000
_TONES = {"improvement": "good", "concern": "bad", "high": "warn", "low": "warn"}
_LOOKS = {"improvement": "good", "concern": "bad", "high": "high", "low": "low"}


def look(judgement: str | None) -> str:
    """How a point looks on a chart."""
    return _LOOKS.get(judgement or "", "common")


def tone(judgement: str) -> str:
    """How a judgement looks beside its word."""
    return _TONES.get(judgement, "common")


def line_key(series: Series) -> str:
    """mean | median | line: what the middle line of its chart is."""
    return signals.CENTRES.get(series.chart, "mean")


def decimals(kpi: KpiResult) -> int:
    """Of limits: one more than of counted things, whose limits are no whole numbers; of ten thousands no one cares."""
    if kpi.decimals >= 1:
        return kpi.decimals
    largest = max((abs(s.latest.value) for s in kpi.series if s.latest), default=0)
    return 0 if largest >= _LARGE else 1


def decimals_of(kpi: KpiResult, point: Point) -> int:
    """As many as it takes to see that a point outside its limits is outside: 4.63 above 4.60, not 4.6 above 4.6."""
    if "outside" not in point.signals:
        return decimals(kpi)
    return _apart(decimals(kpi), point.value, point.lower, point.upper)


def decimals_of_lines(kpi: KpiResult, series: Series) -> int:
    """Of the limits at the right end: the latest value and the target are told from them."""
    segment = last_segment(series)
    if segment is None:
        return decimals(kpi)
    latest = next((p for p in series.points if series.latest and p.period == series.latest.period), None)
    own = _apart(decimals(kpi), series.target, segment.lower, segment.upper)
    return max(own, decimals_of(kpi, latest)) if latest else own


def _apart(own: int, value: float | None, *limits: float | None) -> int:
    near = [end for end in limits if value is not None and end is not None and end != value]
    for more in range(own, own + _MOST_MORE):
        if value is None or all(rounded(value, more) != rounded(end, more) for end in near):
            return more
    return own


def limit(ctx: Context, kpi: KpiResult, value: float | None, places: int | None = None) -> str:
    return ctx.formats.number(value, decimals(kpi) if places is None else places)


def limit_text(ctx: Context, kpi: KpiResult, value: float | None, places: int | None = None) -> str:
    return say.with_unit(ctx, limit(ctx, kpi, value, places), kpi.unit)


def value(ctx: Context, kpi: KpiResult, point: Point) -> str:
    """A point's value beside its target and its limits."""
    found = judged.of_point(ctx, kpi, point)
    more = decimals_of(kpi, point) if "outside" in point.signals else 0
    return ctx.formats.number(point.value, max(found.decimals, more if more > decimals(kpi) else 0))


def as_sentence(words: str) -> str:
    """Begins with a capital, in scripts that have them."""
    return words[:1].upper() + words[1:]


def latest_first(series: Series) -> list[Signal]:
    """Those that go on, then by the period they ended in; equal ones in the order of the results."""
    return sorted(series.signals, key=lambda s: (s.ongoing, Period.parse(s.to).first), reverse=True)


def leading(series: Series) -> Signal | None:
    """The signal to name first: of those that go on and judge as the latest value is judged, the one begun first."""
    found = [s for s in series.signals if s.ongoing and s.judgement == series.variation]
    return min(found, key=lambda s: Period.parse(s.from_).first, default=None)


def headline(ctx: Context, kpi: KpiResult, series: Series, about: str) -> str:
    """The finding in about ten words: what changed and since when, or that nothing but chance is at work."""
    t, name = ctx.words.t, about
    if series.latest is None:
        return name
    if (signal := leading(series)) is not None:
        alone = signal.from_ == signal.to
        key = f"spc.title.{signal.judgement}_{'now' if alone else 'since'}"
        return t(key, kpi=name, period=ctx.formats.period(signal.from_))
    if signals.too_few(series):
        return t("spc.title.too_few", kpi=name)
    if (ended := _ended(series)) is not None:
        return t(f"spc.title.{ended.judgement}_ended", kpi=name, period=ctx.formats.period(ended.to))
    if series.run is not None and series.run.signal:
        return t("spc.title.run", kpi=name)
    segment = last_segment(series)
    if segment is not None and segment.trial and segment.lower is not None:
        return ctx.words.n("spc.title.stable_trial", segment.base, kpi=name)
    return t(f"spc.title.stable_{series.assurance or 'plain'}", kpi=name)


def _ended(series: Series) -> Signal | None:
    """The last pattern that ended a short while ago: the present only makes sense after it."""
    recent = {point.period for point in series.points[-_RECENT:]}
    found = [s for s in series.signals if not s.ongoing and s.to in recent]
    return max(found, key=lambda s: (Period.parse(s.to).first, s.n), default=None)


def words(ctx: Context, kpi: KpiResult, series: Series) -> str:
    """What the chart says in words: the leading signal, the range to expect, and whether the target lies in it."""
    t = ctx.words.t
    if series.latest is None:
        return t(signals.no_latest(series))
    signal = leading(series)
    if signal is not None:
        first = as_sentence(signals.signal_sentence(ctx, series, signal)) + t("join.full_stop")
    elif signals.too_few(series):
        first = ctx.words.n("spc.too_few", series.run.n_useful if series.run else 0)
    else:
        first = t("spc.no_signal_now")
    return ctx.words.sentences([first, run_words(ctx, series), expected(ctx, kpi, series)])


def expected(ctx: Context, kpi: KpiResult, series: Series) -> str:
    """The range of chance, and what it means for the target; nothing where the chart has no limits."""
    segment = last_segment(series)
    if segment is None or segment.lower is None or segment.upper is None:
        return ""
    places = decimals_of_lines(kpi, series)
    low, high = limit(ctx, kpi, segment.lower, places), limit_text(ctx, kpi, segment.upper, places)
    changed = leading(series) is not None
    if changed:  # what was usual need not come again
        words = ctx.words.t("spc.usual", low=low, high=high)
    elif segment.lower == segment.upper:
        words = ctx.words.t("spc.expected_one", value=high)
    elif segment.trial:
        words = ctx.words.n("spc.expected_trial", segment.base, low=low, high=high)
    else:
        words = ctx.words.t("spc.expected", low=low, high=high)
    if series.assurance is None:
        return words + ctx.words.t("join.full_stop")
    aim = judged.target_text(ctx, judged.of_series(ctx, kpi, series))
    promise = ctx.words.t(f"spc.{'usual_against' if changed else 'assured'}.{series.assurance}", target=aim)
    return words + promise + ctx.words.t("join.full_stop")


def run_words(ctx: Context, series: Series) -> str:
    """Anhøj's test, of run charts: longest run and crossings against what chance allows."""
    run = series.run
    if series.chart != "run" or run is None or run.longest_max is None or run.crossings_min is None:
        return ""
    return ctx.words.t(
        "spc.run_signal" if run.signal else "spc.run_quiet",
        longest=run.longest,
        longest_max=run.longest_max,
        crossed=ctx.words.n("spc.crossed", run.crossings),
        crossings_min=run.crossings_min,
        line=ctx.words.t(f"signal.centre_{line_key(series)}"),
    )


def last_segment(series: Series) -> SegmentResult | None:
    """The last one in which anything counts."""
    return next((segment for segment in reversed(series.segments) if segment.n), None)


def chart_words(ctx: Context, kpi: KpiResult, series: Series) -> str:
    """Which chart, by which rules, why, and on what its limits rest: for the caption."""
    t = ctx.words.t
    definition = ctx.workspace.kpis[kpi.id]
    segment = last_segment(series)
    over = series.chart_reason == "over-dispersed"
    reason = t(f"spc.reason.{series.chart_reason}{f'-{series.chart}' if over else ''}")
    name = t("spc.chart_by_rules", chart=t(f"spc.chart.{series.chart}"), rules=t(f"spc.rules.{series.rules}"))
    limits = segment is not None and segment.upper is not None
    return ctx.words.sentences(
        [
            t("spc.chart_and_reason", chart=name, reason=reason),
            ctx.words.n("spc.baseline", definition.baseline.points) if definition.baseline and limits else "",
            _trial(ctx, segment) if limits and segment is not None and segment.trial else "",
        ]
    )


def _trial(ctx: Context, segment: SegmentResult) -> str:
    """Few values behind the limits; limits that a whole baseline fixes move no more."""
    return ctx.words.n("spc.trial_fixed" if segment.fixed else "spc.trial", segment.base)


def between(ctx: Context, kpi: KpiResult, low: float | None, high: float | None, places: int | None = None) -> str:
    return ctx.words.t("spc.range", low=limit(ctx, kpi, low, places), high=limit(ctx, kpi, high, places))
