"""Process control whatever the numbers: what may not depend on units, direction, order or other segments does not."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from assess_workspace import kpi, observed, results
from auditloop.assess.spc import PROFILES, Analysis, Datum, Profile, RunTest, analyse, choose
from auditloop.assess.spc.patterns import PRIORITY
from auditloop.charts_for import CHARTS_FOR, OF_SHARES

PROFILE = st.sampled_from(sorted(PROFILES.values()))
BETTER = st.sampled_from(["lower", "higher", "neither"])
# Few different numbers, so that ties, runs, trends and outliers all occur; whole, so that a shift changes no tie.
WHOLE = st.one_of(st.integers(-6, 6), st.integers(-1000, 1000)).map(float)
LARGE = 1e15
NUMBER = st.one_of(st.just(0.0), st.floats(1e-12, 1e12), st.floats(0, LARGE), st.integers(0, 20).map(float))


@dataclass(frozen=True)
class Series:
    data: list[Datum]
    starts: list[int]
    baseline: int | None


@st.composite
def series(draw: st.DrawFn, of: st.SearchStrategy[Datum] = WHOLE.map(Datum)) -> Series:  # noqa: B008
    """Points, some of them excluded, in segments, some with a baseline."""
    data = draw(st.lists(of, min_size=1, max_size=40))
    excluded = draw(st.sets(st.integers(0, 40), max_size=4))
    return Series(
        data=[datum._replace(counted=at not in excluded) for at, datum in enumerate(data)],
        starts=draw(st.lists(st.integers(-1, 41), max_size=3)),
        baseline=draw(st.none() | st.integers(2, 20)),
    )


@st.composite
def share(draw: st.DrawFn, most: float) -> Datum:
    of = draw(st.one_of(st.integers(1, 500).map(float), st.floats(1e-12, LARGE)))
    n = draw(st.floats(0, 1)) * min(of, LARGE) * most
    return Datum(n / of, n, of)


POINTS = {
    "value": st.one_of(NUMBER, NUMBER.map(lambda number: -number)).map(Datum),
    "proportion": share(most=1),
    "rate": share(most=3),
    "count": NUMBER.map(Datum),
    "rare-event": NUMBER.map(Datum),
}
OF_A_KIND = st.sampled_from(sorted(POINTS)).flatmap(lambda kind: st.tuples(st.just(kind), series(POINTS[kind])))


def xmr(given_: Series, profile: Profile, better: str = "higher", chart: str = "xmr") -> Analysis:
    return analyse(given_.data, chart, profile, better=better, starts=given_.starts, baseline=given_.baseline)


def moved(given_: Series, move: Any) -> Series:
    return Series([d._replace(value=move(d.value)) for d in given_.data], given_.starts, given_.baseline)


def told(found: Analysis) -> Any:
    """Everything that is said, without the numbers of the lines."""
    return [(p.signals, p.judgement) for p in found.points], found.facts, [s.run for s in found.segments]


@given(series(), PROFILE, st.sampled_from(["xmr", "run"]), st.integers(-(10**6), 10**6))
def test_signals_do_not_depend_on_where_zero_is(given_: Series, profile: Profile, chart: str, by: int) -> None:
    """Degrees Celsius or kelvin: the same points are signals."""
    shifted = xmr(moved(given_, lambda value: value + by), profile, chart=chart)

    assert told(shifted) == told(xmr(given_, profile, chart=chart))


@given(series(), PROFILE, st.sampled_from(["xmr", "run", "t"]), st.integers(-40, 40))
def test_signals_do_not_depend_on_the_unit(given_: Series, profile: Profile, chart: str, power: int) -> None:
    """Minutes or hours: the same points are signals, and the lines move along. (Powers of two are free of rounding.)"""
    factor = 2.0**power
    plain = moved(given_, abs) if chart == "t" else given_

    scaled, found = (
        xmr(moved(plain, lambda value: value * factor), profile, chart=chart),
        xmr(plain, profile, chart=chart),
    )

    assert told(scaled) == told(found)
    if chart != "t":  # its roots round
        assert [s.centre for s in scaled.segments] == [
            None if s.centre is None else s.centre * factor for s in found.segments
        ]


@given(series(), PROFILE, st.sampled_from(["xmr", "run"]))
def test_upside_down_low_is_high(given_: Series, profile: Profile, chart: str) -> None:
    """Satisfied or dissatisfied: with values and direction turned over, every judgement stays."""
    turned = moved(given_, lambda value: -value)

    found, other = xmr(given_, profile, "higher", chart), xmr(turned, profile, "lower", chart)

    assert [(p.signals, p.judgement) for p in found.points] == [(p.signals, p.judgement) for p in other.points]
    sides = {"above": "below", "below": "above", "rising": "falling", "falling": "rising"}
    assert [f._replace(side=sides[f.side]) for f in found.facts] == other.facts


@given(series(), PROFILE)
def test_turning_the_direction_swaps_improvement_and_concern(given_: Series, profile: Profile) -> None:
    """What is good where higher is better is bad where lower is; without direction it is high or low."""
    swapped = {"improvement": "concern", "concern": "improvement", "common": "common", None: None}
    neutral = {"improvement": "high", "concern": "low", "common": "common", None: None}

    higher = [p.judgement for p in xmr(given_, profile, "higher").points]

    assert [p.judgement for p in xmr(given_, profile, "lower").points] == [swapped[each] for each in higher]
    assert [p.judgement for p in xmr(given_, profile, "neither").points] == [neutral[each] for each in higher]


@given(series(), PROFILE, st.sampled_from(["xmr", "run", "c"]))
def test_segments_know_nothing_of_each_other(given_: Series, profile: Profile, chart: str) -> None:
    """Each segment is what it would be alone."""
    plain = moved(given_, abs)
    whole = xmr(plain, profile, chart=chart)
    alone = [
        xmr(Series(plain.data[s.first : s.last + 1], [], plain.baseline), profile, chart=chart) for s in whole.segments
    ]

    assert [p for a in alone for p in a.points] == whole.points
    assert [a.segments[0]._replace(first=s.first, last=s.last) for a, s in zip(alone, whole.segments, strict=True)] == (
        whole.segments
    )
    facts = [
        f._replace(first=f.first + s.first, last=f.last + s.first, ongoing=False)
        for a, s in zip(alone, whole.segments, strict=True)
        for f in a.facts
    ]
    assert facts == [f._replace(ongoing=False) for f in whole.facts]


@given(series(), PROFILE)
def test_an_excluded_point_might_as_well_not_be_there(given_: Series, profile: Profile) -> None:
    """It is in no limit and no run; what remains is judged as if it had never been observed."""
    whole = xmr(Series(given_.data, [], None), profile)
    without = xmr(Series([d for d in given_.data if d.counted], [], None), profile)

    assert [p for p, d in zip(whole.points, given_.data, strict=True) if d.counted] == without.points
    assert all(
        (p.signals, p.judgement) == ((), None) for p, d in zip(whole.points, given_.data, strict=True) if not d.counted
    )


@given(series(), st.lists(WHOLE.map(Datum), min_size=1, max_size=10), PROFILE, st.integers(2, 10))
def test_what_comes_after_a_baseline_moves_no_limit(
    given_: Series, more: list[Datum], profile: Profile, points: int
) -> None:
    """Limits that are frozen stay."""
    data = (given_.data * points)[: max(points, len(given_.data))]
    before = xmr(Series(data, [], points), profile)
    after = xmr(Series([*data, *more], [], points), profile)

    assert [p[:5] for p in after.points[: len(data)]] == [p[:5] for p in before.points]
    assert {p[:5] for p in after.points} == {p[:5] for p in before.points}


@given(OF_A_KIND, PROFILE, BETTER, st.sampled_from([1.0, 100.0, 1e12]), st.data())
@example(("value", Series([Datum(1e12)] * 30, [], None)), PROFILES["nhs"], "lower", 1.0, None)
@example(("rate", Series([Datum(0.0, 0.0, 1e-12)] * 30, [], None)), PROFILES["nhs"], "lower", 1e12, None)
def test_every_number_is_one(
    given_: tuple[str, Series], profile: Profile, better: str, scale: float, data: st.DataObject | None
) -> None:
    """No NaN, no infinity, no lower limit above the upper one, in any chart of any kind of data."""
    kind, points = given_
    shown = [d if d.of is None else d._replace(value=scale * (d.n or 0) / d.of) for d in points.data]
    asked = data.draw(st.sampled_from(["auto", *CHARTS_FOR[kind]])) if data else "auto"
    choice = choose(asked, kind, profile.name, shown, starts=points.starts, baseline=points.baseline)
    found = analyse(
        shown,
        choice.chart,
        choice.profile,
        better=better,
        starts=points.starts,
        baseline=points.baseline,
        scale=scale if kind in ("proportion", "rate") else 1.0,
    )

    assert choice.chart in CHARTS_FOR[kind]
    for p in found.points:
        assert all(number is None or isfinite(number) for number in p[:5])
        if p.lower is not None and p.upper is not None and p.near_lower is not None and p.near_upper is not None:
            assert p.lower <= p.near_lower <= p.near_upper <= p.upper
        assert sorted(p.signals, key=PRIORITY.index) == list(p.signals)
        assert (p.judgement in (None, "common")) == (not p.signals)


@given(WHOLE, st.integers(1, 40), PROFILE, st.sampled_from(["xmr", "run", "c", "g", "t"]))
@example(0.1, 7, PROFILES["nhs"], "xmr")
def test_equal_values_are_no_signal(value: float, count: int, profile: Profile, chart: str) -> None:
    """They lie on the centre line, whatever floating point makes of their mean."""
    found = analyse([Datum(abs(value))] * count, chart, profile)

    assert not found.facts
    assert found.segments[0].run == RunTest(0, 0, None, 0, None, False)
    if chart == "xmr":
        assert found.points[0].centre == abs(value)
        assert found.points[0].upper == (abs(value) if count > 1 else None)


MONTHS = [f"{year}-{month:02d}" for year in (2024, 2025) for month in range(1, 13)]


@given(st.dictionaries(st.sampled_from(MONTHS), WHOLE, min_size=1), st.randoms(use_true_random=False))
def test_the_order_of_input_is_irrelevant(values: dict[str, float], random: Any) -> None:
    """Time decides, not the order in the file."""
    order = list(values)
    random.shuffle(order)
    about = kpi(segments=[{"from": "2024-09", "why": "new"}], exclude=[{"period": "2024-03", "why": "flood"}])

    assert results(about, observed({at: values[at] for at in order})).kpis == results(about, observed(values)).kpis


def test_charts_of_shares_are_for_shares() -> None:
    """The two tables about charts agree."""
    assert {chart for kind in ("proportion", "rate") for chart in CHARTS_FOR[kind]} - {"xmr", "run"} == OF_SHARES
