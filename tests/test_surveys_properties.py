"""Laws that survey numbers keep whatever customers answer."""

from __future__ import annotations

import random
from math import isfinite
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assess_workspace import organisation, workspace
from auditloop.assess.surveys import gather
from auditloop.assess.surveys.correlation import pearson, spearman
from auditloop.assess.surveys.describe import csat, describe
from auditloop.assess.surveys.differences import csat_difference, nps_difference, without
from auditloop.assess.surveys.drivers import drivers
from auditloop.assess.surveys.nps import nps
from auditloop.assess.surveys.small_groups import SMALLEST, together
from auditloop.ratings import counted, csi, mean, on_hundred, pooled, recommenders, satisfied, total

RATINGS = st.dictionaries(st.integers(1, 5), st.integers(0, 10_000))
RECOMMENDATIONS = st.dictionaries(st.integers(0, 10), st.integers(0, 10_000))
ANSWERS = st.lists(st.integers(1, 5) | st.none(), min_size=0, max_size=60)
QUIET = settings(max_examples=60, deadline=None)


@QUIET
@given(RATINGS)
def test_ratings_stay_on_their_scale(counts: dict[int, int]) -> None:
    """Mean and median lie between the answers given, the share between 0 and 1 and inside its interval."""
    found, share = describe(counts), csat(counts)
    if not total(counts):
        assert found is None and share is None
        return

    assert found is not None and share is not None
    given_answers = [answer for answer, n in counts.items() if n]
    assert min(given_answers) <= found.mean <= max(given_answers)
    assert min(given_answers) <= found.median <= max(given_answers)
    assert set(found.mode) <= set(given_answers)
    assert found.sd is None or (isfinite(found.sd) and 0 <= found.sd <= 4)
    assert 0 <= share.interval.low <= share.value <= share.interval.high <= 1
    assert 0 <= on_hundred(found.mean) <= 100


@QUIET
@given(RECOMMENDATIONS)
def test_the_net_promoter_score_stays_within_its_bounds(counts: dict[int, int]) -> None:
    """−100 to 100, the interval around it; promoters, passives and detractors are everybody. No interval where all are
    of one kind."""
    found = nps(counts)
    assert recommenders(counts).n == total(counts)
    if found is not None:
        assert isfinite(found.se) and found.se >= 0
        assert (found.interval is None) == (max(found.counts) == found.counts.n)
        if found.interval is not None:
            assert -100 <= found.interval.low <= found.value <= found.interval.high <= 100


@QUIET
@given(RATINGS, RATINGS, RECOMMENDATIONS, RECOMMENDATIONS)
def test_differences_turn_round(
    one: dict[int, int], other: dict[int, int], likely: dict[int, int], unlikely: dict[int, int]
) -> None:
    """Now minus then is minus then minus now, with its interval; nothing differs from itself beyond chance."""
    for make, first, second in ((csat_difference, one, other), (nps_difference, likely, unlikely)):
        there, back = make(first, second), make(second, first)
        assert (there is None) == (back is None) == (not total(first) or not total(second))
        if there is not None and back is not None:
            assert there.value == pytest.approx(-back.value)
            assert there.beyond_chance == back.beyond_chance
            if there.interval is not None and back.interval is not None:
                assert there.interval.low == pytest.approx(-back.interval.high)
                assert there.interval.low <= there.value <= there.interval.high
        same = make(first, first)
        assert same is None or not same.beyond_chance


@QUIET
@given(st.lists(RATINGS, min_size=1, max_size=4))
def test_everybody_else_is_the_whole_without_the_part(many: list[dict[int, int]]) -> None:
    """Whole minus one part is the sum of the others, whatever they answered."""
    rest = pooled(many[1:])

    assert without(pooled(many), many[0]) == {answer: n for answer, n in rest.items() if n}


@QUIET
@given(st.lists(RATINGS, max_size=6))
def test_pooled_counts_are_the_counts_of_all_answers(many: list[dict[int, int]]) -> None:
    """Pooling by counts is what one large survey would give, in whatever order the parts come."""
    one = pooled(many)

    assert one == pooled(reversed(many))
    assert (total(one), satisfied(one)) == (sum(map(total, many)), sum(map(satisfied, many)))
    if total(one):
        means = [(total(each), mean(each) or 0) for each in many if total(each)]
        assert mean(one) == pytest.approx(sum(n * m for n, m in means) / total(one))


@QUIET
@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 20)))
def test_nobody_is_found_by_subtraction(sizes: dict[str, int]) -> None:
    """Of what a whole is made of, what is not shown apart is nobody, or five and more together."""
    inside = together(sizes)
    hidden = sum(n for part, n in sizes.items() if part in inside and n < SMALLEST)

    assert {part for part, n in sizes.items() if n >= SMALLEST} <= inside
    assert hidden == 0 or hidden >= SMALLEST


@QUIET
@given(st.lists(st.tuples(st.floats(0.01, 100), st.none() | st.floats(0, 100)), max_size=8))
def test_the_index_lies_between_its_parts(parts: list[tuple[float, float | None]]) -> None:
    """No part: no index. Else it is no better than the best and no worse than the worst."""
    found = csi(parts)
    scores = [score for _, score in parts if score is not None]

    assert 0 <= found.coverage <= 1
    assert (found.value is None) == (not scores)
    if found.value is not None:
        assert min(scores) - 1e-9 <= found.value <= max(scores) + 1e-9


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 40), st.integers(1, 4), st.data())
def test_drivers_share_out_what_is_explained(n: int, count: int, data: st.DataObject) -> None:
    """Shares add up to R², nothing is NaN or infinite, and the order of respondents changes nothing."""
    column = st.lists(st.integers(1, 5) | st.none(), min_size=n, max_size=n)
    overall: list[Any] = data.draw(column)
    dimensions: dict[str, list[Any]] = {f"d{at}": data.draw(column) for at in range(count)}

    found = drivers(overall, dimensions, SMALLEST)

    if found is None:
        return
    shuffled = list(range(n))
    random.Random(1).shuffle(shuffled)
    again = drivers([overall[i] for i in shuffled], {k: [v[i] for i in shuffled] for k, v in dimensions.items()}, 5)
    assert again is not None and again.warnings == found.warnings and again.n == found.n
    numbers = [x for d in found.drivers for x in (d.lmg, d.importance, d.vif) if x is not None]
    numbers += [x for d in found.drivers for c in (d.pearson, d.spearman) if c for x in c if x is not None]
    assert all(isfinite(x) for x in numbers)
    if found.r2 is not None:
        assert 0 <= found.r2 <= 1
        assert sum(d.lmg or 0 for d in found.drivers) == pytest.approx(found.r2, abs=1e-9)
        by_id = {d.id: d.lmg for d in again.drivers}
        assert by_id == pytest.approx({d.id: d.lmg for d in found.drivers}, abs=1e-9)


@QUIET
@given(ANSWERS, ANSWERS)
def test_correlations_are_between_minus_one_and_one(xs: list[int | None], ys: list[int | None]) -> None:
    """Also of hardly any pairs, and the same both ways round; none where one of the two never varies."""
    pairs = [(float(x), float(y)) for x, y in zip(xs, ys, strict=False) if x is not None and y is not None]
    x, y = [a for a, _ in pairs], [b for _, b in pairs]
    for method in (pearson, spearman):
        found, mirrored = method(x, y), method(y, x)
        assert (found is None) == (len(set(x)) < 2 or len(set(y)) < 2)
        if found and mirrored:
            assert -1 <= found.r <= 1 and found.r == pytest.approx(mirrored.r)
            assert found.p is None or 0 <= found.p <= 1
    assert total(counted(xs)) == sum(x is not None for x in xs)


TEAMS = ("front-desk", "repair", "hall", "counter")
FEW = st.dictionaries(st.sampled_from("135"), st.integers(0, 6), max_size=3)


@QUIET
@given(st.dictionaries(st.sampled_from(TEAMS), st.tuples(FEW, FEW, FEW), min_size=1))
def test_no_question_gives_a_small_group_away(asked: dict[str, tuple[dict[str, int], ...]]) -> None:
    """Question by question, the organisation's answers minus those of teams that are shown leave nobody, or five."""
    topics = [{"id": "speed", "name": "Speed"}]
    surveys = [
        {
            "kind": "survey",
            "team": team,
            "period": "2026-Q1",
            "overall": overall,
            "recommend": recommend,
            "dimensions": {"speed": {"answers": speed}},
        }
        for team, (overall, recommend, speed) in asked.items()
    ]

    whole, *teams = gather(workspace(organisation(*TEAMS, survey_dimensions=topics), *surveys))

    def answers(each: Any) -> list[dict[int, int]]:
        speed = each.dimensions.get("speed")
        return [each.overall, each.recommend, speed.counts if speed else {}]

    assert whole.team is None
    for question in range(3):
        apart = [answers(each)[question] for each in teams]
        assert all(total(counts) == 0 or total(counts) >= SMALLEST for counts in apart)
        rest = total(answers(whole)[question]) - sum(map(total, apart))
        assert rest == 0 or rest >= SMALLEST
