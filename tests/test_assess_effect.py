"""The effect of an action: interval by kind of data, the verdict by its rule, and where data contradict people."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assess_workspace import action, actions, audit, checklist, domain, finding, item, kpi, observed, results, verified
from auditloop.assess.effect import INEFFECTIVE, REASONS, contradiction
from auditloop.assess.intervals import newcombe, rate_difference, sample, welch
from auditloop.assess.results import EffectResult

BEFORE = ("2025-10", "2025-11", "2025-12")
AFTER = ("2026-01", "2026-02", "2026-03")
WINDOWS = {"kpi": "response", "before": "2025-10..2025-12", "after": "2026-01..2026-03"}
LATER = dt.date(2026, 4, 30)
DONE = {"status": "done", "done": "2025-12-31", "opened": "2025-12-01"}


def judged(
    before: list[Any], after: list[Any], *, as_of: dt.date = LATER, target: float | None = None, **definition: Any
) -> EffectResult:
    """The effect of an action that was done at the end of 2025, with these values in the quarters around it."""
    values = dict(zip((*BEFORE, *AFTER), (*before, *after), strict=True))
    values = {period: value for period, value in values.items() if value is not None}
    effect = WINDOWS if target is None else {**WINDOWS, "target": target}
    (found,) = results(
        kpi(**definition), observed(values), actions(action("A-1", effect=effect, **DONE)), as_of=as_of
    ).actions
    assert found.effect is not None
    return found.effect


def test_values_are_compared_by_welch() -> None:
    """(30, 32, 34) against (24, 25, 26): −7, and Welch's interval around it."""
    found = judged([30, 32, 34], [24, 25, 26])
    low, high = welch(sample([24, 25, 26]), sample([30, 32, 34]))

    assert (found.difference, found.method) == (-7, "welch")
    assert found.difference_interval == [low, high]
    assert found.interval == pytest.approx([low / 32, high / 32])
    assert (found.change, found.verdict, found.why) == (-7 / 32, "effective", "beyond-chance")


def test_values_with_sizes_are_weighted_as_their_mean_is() -> None:
    """The interval lies around the difference that is shown, which weighs each value by its n."""
    found = judged([{"value": 30, "n": 10}, {"value": 40, "n": 30}, 35.0], [20, 21, 22])
    weighted = judged([{"value": v, "n": n} for v, n in ((30, 10), (40, 30), (35, 20))],
                      [{"value": v, "n": n} for v, n in ((20, 1), (21, 2), (22, 9))])  # fmt: skip

    assert found.before == 35  # one of them comes without n
    assert weighted.before == pytest.approx((300 + 1200 + 700) / 60)
    for each in (found, weighted):
        assert each.difference_interval is not None
        assert sum(each.difference_interval) / 2 == pytest.approx(each.difference)


def test_proportions_are_compared_by_newcombe_on_the_pooled_counts() -> None:
    """120 of 150 against 96 of 160, in per cent."""
    found = judged(
        [{"n": 32, "of": 60}, {"n": 24, "of": 40}, {"n": 40, "of": 60}],
        [{"n": 40, "of": 50}, {"n": 41, "of": 50}, {"n": 39, "of": 50}],
        unit="%",
        kind_of_data="proportion",
        better="higher",
    )

    assert (found.before, found.after, found.method) == (60, 80, "newcombe")
    assert found.difference_interval == pytest.approx([100 * end for end in newcombe(120, 150, 96, 160)])


def test_rates_and_counts_are_compared_as_poisson() -> None:
    """Per thousand contacts; and counts per month, whatever the number of months."""
    rates = judged(
        [{"n": 9, "of": 1000}, {"n": 8, "of": 1000}, {"n": 10, "of": 1000}],
        [{"n": 3, "of": 500}, {"n": 2, "of": 500}, {"n": 1, "of": 500}],
        kind_of_data="rate",
        per=1000,
    )
    counts = judged([9, 8, 10], [3, 2, None], kind_of_data="count", unit="件")

    assert (rates.before, rates.after, rates.method) == (9, 4, "score")
    assert rates.difference_interval == pytest.approx([1000 * end for end in rate_difference(6, 1500, 27, 3000)])
    assert (counts.before, counts.after, counts.method) == (9, 2.5, "score")
    assert counts.difference_interval == pytest.approx(list(rate_difference(5, 2, 27, 3)))


def test_a_share_without_its_counts_is_compared_by_its_values() -> None:
    """There is nothing to pool, so the readings themselves show how much they vary."""
    found = judged([60, 61, 62], [70, 71, 72], kind_of_data="proportion", unit="%", better="higher")

    assert found.method == "welch"


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("count", [9, 8, 10], [-3, -2, -4]),
        ("rate", [{"n": 1, "of": 10}] * 3, [{"n": -1, "of": 10}, {"n": -2, "of": 10}, {"n": 0, "of": 10}]),
        ("proportion", [{"n": 1, "of": 10}] * 3, [{"n": 11, "of": 10}, {"n": 12, "of": 10}, {"n": 9, "of": 10}]),
    ],
)
def test_what_nobody_can_have_counted_is_compared_by_values(kind: str, before: list[Any], after: list[Any]) -> None:
    """A formula can make less than nothing of counts, or more than the whole: no interval of counts fits those."""
    assert judged(before, after, kind_of_data=kind).method == "welch"


@pytest.mark.parametrize(
    ("before", "after", "target", "verdict", "why"),
    [
        ([30, 32, 34], [24, 25, 26], None, "effective", "beyond-chance"),
        ([30, 32, 34], [24, 25, 26], 25, "effective", "target-met"),
        ([30, 32, 34], [24, 25, 26], 20, "partly", "target-missed"),
        ([30, 32, 34], [29, 31, 33], None, "partly", "within-chance"),
        ([30, 32, 34], [29, 31, 33], 31, "partly", "within-chance"),
        ([30, 32, 34], [29, 31, 33], 28, "ineffective", "within-chance-target-missed"),
        ([30, 32, 34], [34, 32, 30], 40, "ineffective", "unchanged"),
        ([30, 32, 34], [31, 33, 35], 40, "ineffective", "worse"),
        ([30, 32, 34], [40, 41, 42], 50, "ineffective", "worse-beyond-chance"),
        ([None, None, None], [24, 25, 26], None, None, "no-readings-before"),
        ([None, None, 30], [24, 25, 26], None, None, "few-readings-before"),
        ([30, 32, 34], [None, None, None], None, "too-early", "no-readings-after"),
        ([30, 32, 34], [24, None, None], None, "too-early", "few-readings-after"),
        ([30, 32, 34], [24, 26, None], None, "effective", "beyond-chance"),
    ],
)
def test_every_verdict_follows_its_rule(
    before: list[Any], after: list[Any], target: float | None, verdict: str | None, why: str
) -> None:
    """The first rule that applies decides; REASONS says which verdict it gives."""
    found = judged(before, after, target=target)

    assert (found.verdict, found.why) == (verdict, why)
    assert REASONS[why] == verdict


def test_it_is_too_early_until_the_last_day_of_the_window_is_over() -> None:
    """On 31 March March is not over; on 1 April it is, and the values that are there decide."""
    on = {day: judged([30, 32, 34], [24, 25, 26], as_of=day).why for day in (dt.date(2026, 3, 31), dt.date(2026, 4, 1))}

    assert list(on.values()) == ["window-open", "beyond-chance"]


def test_what_is_not_done_or_was_cancelled_has_no_effect() -> None:
    """A value may move meanwhile; the action did not move it. Nothing is better without a direction."""
    values = dict(zip((*BEFORE, *AFTER), (30, 32, 34, 24, 25, 26), strict=True))

    def why(direction: str, **state: Any) -> str:
        (found,) = results(
            kpi(better=direction),
            observed(values),
            actions(action("A-1", effect=WINDOWS, opened="2025-12-01", **state)),
            as_of=LATER,
        ).actions
        assert found.effect is not None
        assert found.effect.verdict == REASONS[found.effect.why]
        return found.effect.why

    assert why("lower", status="in-progress") == "not-done"
    assert why("lower", status="cancelled") == "cancelled"
    assert why("neither", status="done", done="2025-12-31") == "no-direction"


def test_a_signal_on_the_control_chart_is_more_than_chance() -> None:
    """One month far outside the limits is an improvement, though three months with 30, 10, 29 prove no difference."""
    steady = {f"2024-{month:02d}": 30 + month % 3 for month in range(1, 13)}
    steady |= {f"2025-{month:02d}": 30 + month % 3 for month in range(1, 13)}
    values = {**steady, "2026-01": 30, "2026-02": 10, "2026-03": 29}
    (found,) = results(kpi(), observed(values), actions(action("A-1", effect=WINDOWS, **DONE)), as_of=LATER).actions

    assert found.effect is not None
    low, high = found.effect.difference_interval or (1, 1)
    assert low < 0 < high
    assert (found.effect.signal, found.effect.verdict) == (True, "effective")


@pytest.mark.parametrize(
    ("written", "after", "target", "told"),
    [
        ("effective", [24, 25, 26], None, None),
        ("effective", [24, 25, 26], 20, "overrated"),
        ("effective", [29, 31, 33], None, None),
        ("effective", [29, 31, 33], 28, "overrated"),
        ("effective", [40, 41, 42], None, "overrated"),
        ("partly", [31, 33, 35], None, "overrated"),
        ("partly", [29, 31, 33], 28, None),
        ("ineffective", [24, 25, 26], None, "underrated"),
        ("ineffective", [24, 25, 26], 20, "underrated"),
        ("ineffective", [29, 31, 33], None, None),
        ("ineffective", [40, 41, 42], None, None),
    ],
)
def test_a_verification_that_the_data_contradict_is_pointed_out_and_stands(
    written: str, after: list[Any], target: float | None, told: str | None
) -> None:
    """People's verdict stays what it is; a change within chance contradicts nobody."""
    values = dict(zip((*BEFORE, *AFTER), (30, 32, 34, *after), strict=True))
    effect = WINDOWS if target is None else {**WINDOWS, "target": target}
    (found,) = results(
        kpi(), observed(values), actions(action("A-1", effect=effect, **verified(written, "2026-04-20"))), as_of=LATER
    ).actions

    assert found.verdict == written
    assert found.effect is not None
    assert found.effect.contradicts == told


def test_nothing_contradicts_what_cannot_be_judged() -> None:
    """Too early, or no data at all: the verification stands alone."""
    assert {contradiction(written, why) for written in ("effective", "ineffective") for why, verdict in REASONS.items()
            if verdict in (None, "too-early")} == {None}  # fmt: skip
    assert {contradiction(None, why) for why in REASONS} == {None}
    assert all(contradiction("effective", why) for why, verdict in REASONS.items() if verdict == INEFFECTIVE)


values = st.lists(st.floats(0, 1e6, allow_nan=False), min_size=3, max_size=3)


@given(values, values, st.none() | st.floats(0, 1e6))
@settings(max_examples=40, deadline=None)
def test_an_effect_turns_with_the_direction(before: list[float], after: list[float], target: float | None) -> None:
    """All values and the target with the other sign, and the other direction: the same verdict, numbers turned."""
    one = judged(before, after, target=target, better="lower")
    other = judged(
        [-v for v in before], [-v for v in after], target=None if target is None else -target, better="higher"
    )

    assert (one.verdict, one.why, one.signal, one.target_met) == (
        other.verdict, other.why, other.signal, other.target_met)  # fmt: skip
    assert one.difference == pytest.approx(-(other.difference or 0))
    assert one.difference_interval is not None
    assert other.difference_interval is not None
    low, high = one.difference_interval
    assert other.difference_interval == pytest.approx([-high, -low])
    assert math.isfinite(low)
    assert low <= (one.difference or 0) <= high


def test_actions_stand_with_the_indicator_they_aim_at() -> None:
    """By `effect` or by `for`; done ones first, with the period of the series that holds the day."""
    found = results(
        checklist(domain("process", item("greeting"))),
        audit("front-desk-2026-03", "2026-03-10", {"greeting": 0}, findings=[finding("F-1", "greeting")]),
        kpi(),
        kpi("other"),
        observed(dict(zip((*BEFORE, *AFTER), (30, 32, 34, 24, 25, 26), strict=True))),
        actions(
            action("A-1", "F-1", effect=WINDOWS, **DONE),
            action("A-2", "response", "F-1"),
            action("A-3", "response", status="done", done="2025-11-05", opened="2025-11-01"),
            action("A-4", "F-1"),
        ),
        as_of=LATER,
    )
    other, response = found.kpis

    assert other.actions == []
    assert [(m.action, m.date, m.period) for m in response.actions] == [
        ("A-3", dt.date(2025, 11, 5), "2025-11"),
        ("A-1", dt.date(2025, 12, 31), "2025-12"),
        ("A-2", None, None),
    ]
    effects = [mark.effect for mark in response.actions]
    assert [effect is not None for effect in effects] == [False, True, False]
    assert response.actions[1].title == {"zh": "措施", "en": "measure"}
