"""Laws that hold for every workspace: sums add up, nothing is NaN or infinite, order is irrelevant."""

from __future__ import annotations

import datetime as dt
import json
import math
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assess_workspace import (
    action,
    actions,
    audit,
    checklist,
    domain,
    finding,
    index,
    item,
    kpi,
    observed,
    organisation,
)
from auditloop.assess import assess, encode
from auditloop.assess.agreement import quadratic_kappa
from auditloop.assess.results import Results
from auditloop.model.build import build_workspace

TEAMS = ("front-desk", "call-centre", "repair")
ITEMS = tuple("abcdefgh")
DAYS = st.dates(dt.date(2025, 1, 1), dt.date(2026, 12, 31))
WEIGHTS = st.floats(0.001, 1000) | st.integers(1, 5)
NUMBERS = st.floats(-1e12, 1e12) | st.sampled_from([0.0, 1e-12, 1e12, 50.0, 100.0])

ANSWERS = st.one_of(
    st.integers(0, 4),
    st.just({"na": "no public area"}),
    st.integers(1, 50).flatmap(
        lambda n: st.fixed_dictionaries(
            {"sample": st.fixed_dictionaries({"size": st.just(n), "failed": st.integers(0, n)})}
        )
    ),
    st.just({"score": 4, "confirm": True}),
)
MEASURED = st.one_of(
    NUMBERS,
    st.none(),
    st.fixed_dictionaries({"value": NUMBERS, "n": st.integers(0, 1000)}),
    st.fixed_dictionaries({"n": st.integers(0, 1000), "of": st.integers(0, 1000)}),
)
PERIODS = st.sampled_from(
    [
        "2025",
        "2025-H2",
        "2025-Q1",
        "2025-Q4",
        "2026-W05",
        "2026-02-28",
        *(f"2025-{m:02d}" for m in range(1, 13)),
        "2026-01",
    ]
)


@st.composite
def checklists(draw: st.DrawFn) -> dict[str, Any]:
    """Three domains over eight items with any weights, some of them critical."""
    items = [
        item(id_, weight=draw(WEIGHTS), critical=draw(st.sampled_from(["none", "none", "domain", "overall"])))
        for id_ in ITEMS
    ]
    parts = (items[:3], items[3:4], items[4:])
    return checklist(*(domain(f"d{n}", *part, weight=draw(WEIGHTS)) for n, part in enumerate(parts)))


@st.composite
def audits(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Up to five audits with any answers; each may name the one before it and has a finding or two."""
    documents: list[dict[str, Any]] = []
    for n in range(draw(st.integers(0, 5))):
        found = [
            finding(
                f"F-{n}-{m}",
                draw(st.sampled_from(ITEMS[:3])),
                draw(st.sampled_from(["major", "minor", "observation", "opportunity", "good-practice"])),
                likelihood=draw(st.integers(1, 5)),
                impact=draw(st.integers(1, 5)),
            )
            for m in range(draw(st.integers(0, 2)))
        ]
        more = {"previous": f"audit-{n - 1}"} if n and draw(st.booleans()) else {}
        documents.append(
            audit(
                f"audit-{n}",
                draw(DAYS).isoformat(),
                draw(st.dictionaries(st.sampled_from(ITEMS), ANSWERS)),
                team=draw(st.sampled_from(TEAMS)),
                type=draw(st.sampled_from(["self", "internal", "third-party"])),
                status=draw(st.sampled_from(["final", "final", "draft"])),
                findings=found,
                **more,
            )
        )
    return documents


@st.composite
def taken(draw: st.DrawFn, targets: list[str]) -> list[dict[str, Any]]:
    """Up to five actions in any state for any findings."""
    members = []
    for n in range(draw(st.integers(0, 5))):
        status = draw(st.sampled_from(["planned", "in-progress", "blocked", "done", "verified", "cancelled"]))
        more: dict[str, Any] = {"status": status, "opened": draw(DAYS).isoformat(), "due": draw(DAYS).isoformat()}
        if status in ("done", "verified"):
            more["done"] = draw(DAYS).isoformat()
        if status == "verified":
            result = draw(st.sampled_from(["effective", "partly", "ineffective"]))
            more["verification"] = {"date": draw(DAYS).isoformat(), "by": "x", "result": result}
        if draw(st.booleans()):
            more["effect"] = {
                "kpi": draw(st.sampled_from(["k0", "k3"])),
                "before": "2025-01..2025-06",
                "after": "2025-07..2025-12",
                "target": 1,
            }
        for_ = draw(st.lists(st.sampled_from(targets), max_size=2, unique=True)) if targets else []
        members.append(action(f"A-{n}", *for_, **more))
    return [actions(*members)]


@st.composite
def indicators(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Three indicators of any kind with any values, one derived from two of them, and an index over all."""
    documents: list[dict[str, Any]] = []
    for n in range(3):
        zero, full = draw(st.lists(NUMBERS, min_size=2, max_size=2, unique=True))
        target = draw(
            st.sampled_from([None, 50, [{"from": "2025-06", "value": 1}], {"change": "-30%", "base": "2025"}])
        )
        documents.append(
            kpi(
                f"k{n}",
                unit=draw(st.sampled_from(["%", "min"])),
                better=draw(st.sampled_from(["lower", "higher", "neither"])),
                kind_of_data=draw(st.sampled_from(["value", "proportion", "count", "rate", "rare-event"])),
                score={"zero": zero, "full": full},
                exclude=[{"period": draw(PERIODS), "why": "w"}] if draw(st.booleans()) else [],
                **({"target": target} if target is not None else {}),
            )
        )
        reported = {team: draw(st.dictionaries(PERIODS, MEASURED, max_size=6)) for team in TEAMS}
        documents += [observed(values, f"k{n}", team) for team, values in reported.items() if values]
    documents.append(
        kpi(
            "k3",
            unit="%",
            kind_of_data=draw(st.sampled_from(["value", "proportion", "rate"])),
            score={"zero": 0, "full": 100},
            formula={"of": draw(st.sampled_from(["a / b * 100", "a / b", "(a - b) / (a + b)"])), "a": "k0", "b": "k1"},
        )
    )
    method = draw(st.sampled_from(["weighted-mean", "geometric"]))
    documents.append(index({f"k{n}": draw(st.floats(0.01, 1)) for n in range(4)}, method=method))
    return documents


@st.composite
def documents(draw: st.DrawFn) -> list[dict[str, Any]]:
    """A whole workspace."""
    held = draw(audits())
    targets = [found["id"] for one in held for found in one["findings"]]
    return [organisation(*TEAMS), draw(checklists()), *held, *draw(taken(targets)), *draw(indicators())]


def assessed(written: list[dict[str, Any]], as_of: dt.date = dt.date(2026, 3, 31)) -> Results:
    return assess(build_workspace(written, {}), as_of=as_of, generator="g", data_hash="h")


def numbers(value: Any) -> Iterator[float]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for member in value:
            yield from numbers(member)
    elif isinstance(value, float):
        yield value


def plain(value: Any) -> Any:
    """The results as plain data without going through JSON, which would hide a NaN as null."""
    return msgspec.to_builtins(value)


@given(documents(), DAYS)
@settings(max_examples=60, deadline=None)
def test_no_number_is_nan_or_infinite(written: list[dict[str, Any]], as_of: dt.date) -> None:
    """Whatever is written, a number that cannot be computed is null."""
    assert all(math.isfinite(number) for number in numbers(plain(assessed(written, as_of))))


@given(documents(), st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_the_order_of_input_is_irrelevant(written: list[dict[str, Any]], random: Any) -> None:
    """Any order of documents gives the same bytes."""
    shuffled = written.copy()
    random.shuffle(shuffled)

    assert encode(assessed(written)) == encode(assessed(shuffled))


@given(checklists(), audits())
@settings(max_examples=60, deadline=None)
def test_contributions_add_up(list_: dict[str, Any], held: list[dict[str, Any]]) -> None:
    """Over items, over domains and over the causes of a change, points add up within 1e-9."""
    for result in assessed([organisation(*TEAMS), list_, *held]).audits:
        items = [i for d in result.domains for s in d.sections for i in s.items]
        if result.score is None:
            assert all(i.contribution is None for i in items)
            continue
        assert 0 <= result.score <= 100
        assert sum(i.contribution or 0 for i in items) == pytest.approx(result.score, abs=1e-9)
        assert sum(d.contribution or 0 for d in result.domains) == pytest.approx(result.score, abs=1e-9)
        assert sum(i.possible or 0 for i in items) == pytest.approx(100, abs=1e-9)
        change = result.comparison
        if change is not None and change.change is not None:
            assert None not in (change.performance, change.weights, change.applicability)
            causes = change.performance + change.weights + change.applicability
            assert causes == pytest.approx(change.change, abs=1e-9)
            assert change.weights == pytest.approx(0, abs=1e-9)


@given(checklists(), st.lists(st.integers(0, 4), min_size=8, max_size=8), st.sampled_from(ITEMS))
@settings(max_examples=50, deadline=None)
def test_a_better_answer_never_lowers_the_score(list_: dict[str, Any], levels: list[int], better: str) -> None:
    """Raising one answer to the top raises the score or leaves it."""
    answers = dict(zip(ITEMS, levels, strict=True))
    before, after = (
        assessed([organisation(*TEAMS), list_, audit("x", "2026-01-01", given_)]).audits[0].score
        for given_ in (answers, {**answers, better: 4})
    )

    assert before is not None and after is not None
    assert after >= before - 1e-9


@given(checklists(), st.integers(0, 4))
@settings(max_examples=50, deadline=None)
def test_equal_answers_give_that_answer(list_: dict[str, Any], level: int) -> None:
    """A mean of equals is the same, whatever the weights."""
    answers = dict.fromkeys(ITEMS, level)
    (result,) = assessed([organisation(*TEAMS), list_, audit("x", "2026-01-01", answers)]).audits

    assert result.score == pytest.approx(25 * level)


@given(indicators())
@settings(max_examples=50, deadline=None)
def test_an_index_adds_up_and_stays_between_its_parts(written: list[dict[str, Any]]) -> None:
    """0 ≤ lowest part ≤ index ≤ highest part ≤ 100; contributions and what moved it add up."""
    for result in assessed([organisation(*TEAMS), *written]).indices:
        for point in result.points:
            scores = [p.score for p in point.parts if p.score is not None]
            assert (point.score is None) == (not scores)
            if point.score is not None:
                assert min(scores) - 1e-9 <= point.score <= max(scores) + 1e-9
            given_ = [p.contribution for p in point.parts if p.contribution is not None]
            if given_:
                assert sum(given_) == pytest.approx(point.score, abs=1e-9)
        if result.moved_by:
            assert sum(m.points for m in result.moved_by) == pytest.approx(result.change, abs=1e-6)


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=5, max_size=30))
def test_kappa_is_symmetric_and_at_most_one(pairs: list[tuple[float, float]]) -> None:
    """Who is called ours makes no difference."""
    kappa = quadratic_kappa(pairs)

    assert kappa is None or kappa <= 1
    assert quadratic_kappa([(y, x) for x, y in pairs]) == (None if kappa is None else pytest.approx(kappa))


@given(documents())
@settings(max_examples=30, deadline=None)
def test_results_survive_the_round_trip(written: list[dict[str, Any]]) -> None:
    """What the results file says is what was computed."""
    found = assessed(written)

    assert json.loads(encode(found)) == json.loads(json.dumps(plain(found)))
