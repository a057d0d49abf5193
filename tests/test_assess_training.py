"""Training: coverage and pass rate from pooled counts, gains with their interval, effect, and what nobody trains."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
import pytest

from assess_workspace import AS_OF, audit, checklist, domain, item, kpi, observed, organisation, results
from auditloop.assess.improving.scores import score_gain, student
from auditloop.assess.results import ScoreGain, TrainingResult
from auditloop.model import Session, Summary
from auditloop.model.as_known import as_known_on
from auditloop.model.build import build_workspace


def session(number: int, planned: str = "2026-02-10", **more: Any) -> dict[str, Any]:
    return {"id": f"TR-{number:03}", "name": f"Training {number}", "planned": planned, **more}


def held(number: int, attended: int, audience: int, day: str = "2026-02-10", **more: Any) -> dict[str, Any]:
    return session(number, day, held=day, attended=attended, audience=audience, **more)


def training(*sessions: dict[str, Any], team: str | None = "front-desk", **more: Any) -> dict[str, Any]:
    return {"kind": "training", **({"team": team} if team else {}), "sessions": list(sessions), **more}


def assessed(*documents: dict[str, Any], as_of: dt.date = AS_OF) -> TrainingResult:
    return results(organisation("front-desk", "call-centre"), *documents, as_of=as_of).training


def test_coverage_adds_people_up_and_never_averages_shares() -> None:
    """10 of 10 and 5 of 90: 15 of 100, not the mean of 100 % and 6 %."""
    found = assessed(training(held(1, 10, 10), held(2, 5, 90)))

    whole, team = found.summaries
    assert (whole.team, team.team) == (None, "front-desk")
    assert (team.attended, team.expected, team.coverage) == (15, 100, pytest.approx(0.15))
    assert [s.coverage for s in found.sessions] == [1.0, pytest.approx(5 / 90)]


def test_the_share_that_passed_has_wilsons_interval() -> None:
    """8 of 10: Wilson's interval is 0.4902 to 0.9433 (Newcombe 1998, method 3)."""
    (found,) = assessed(training(held(1, 10, 12, passed=8))).sessions

    assert found.pass_rate == pytest.approx(0.8)
    assert found.pass_interval == pytest.approx([0.4902, 0.9433], abs=5e-5)


def test_a_session_without_numbers_counts_in_no_coverage() -> None:
    """Who should come or who came is not known: the others' coverage stays what it is."""
    found = assessed(training(held(1, 6, 10), session(2, held="2026-02-11"), held(3, 0, 0, "2026-02-12")))

    assert found.summaries[1].coverage == pytest.approx(0.6)
    assert found.summaries[1].held == 3


def test_who_was_invited_counts_where_no_audience_is_given() -> None:
    """Coverage is of those who should come: the audience, else those invited."""
    found = assessed(training(session(1, held="2026-02-10", invited=20, attended=15), held(2, 15, 30, invited=20)))

    assert {s.id: s.coverage for s in found.sessions} == {"TR-001": 0.75, "TR-002": 0.5}


def test_sums_are_of_the_last_twelve_months() -> None:
    """A session of 365 days ago no longer counts, one of a day later does."""
    found = assessed(training(held(1, 1, 10, "2025-03-31"), held(2, 4, 10, "2025-04-01")))

    assert (found.first, found.last) == (dt.date(2025, 4, 1), AS_OF)
    assert found.summaries[1].coverage == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("written", "status", "late"),
    [
        (session(1, "2026-03-31"), "planned", 0),
        (session(1, "2026-03-30"), "late", 1),
        (session(1, "2026-03-30", cancelled={"date": "2026-03-01", "reason": "x"}), "cancelled", 0),
        (session(1, "2026-03-01", held="2026-03-05"), "held", 0),
    ],
)
def test_a_session_is_late_from_the_day_after_it_was_planned(written: dict[str, Any], status: str, late: int) -> None:
    """Neither on its day, nor when it was held or cancelled."""
    (found,) = assessed(training(written)).sessions

    assert (found.status, found.days_late) == (status, late)


def gain(**scores: Any) -> ScoreGain | None:
    return score_gain(msgspec.convert(session(1, **scores), Session))


def test_gains_of_two_groups_have_welchs_interval() -> None:
    """Ten people each time, means 60 and 75, standard deviations 9 and 8.

    SE = √(81/10 + 64/10) = 3.808, df = 17.75, t = 2.103: 15 ± 8.01.
    """
    found = gain(before={"n": 10, "mean": 60, "sd": 9}, after={"n": 10, "mean": 75, "sd": 8})

    assert found
    assert (found.difference, found.method) == (15, "welch")
    assert found.interval == pytest.approx([6.99, 23.01], abs=0.01)


def test_gains_of_the_same_people_have_students_interval() -> None:
    """Student's sleep data (1908): ten gains of mean 1.58 and sd 1.23; 95 % from 0.70 to 2.46."""
    sleep = Summary(n=10, mean=1.58, sd=1.2299593)

    interval = student(sleep)

    assert interval is not None
    assert list(interval) == pytest.approx([0.7001, 2.4599], abs=5e-5)


def test_pairs_are_compared_one_by_one() -> None:
    """Of the same five people the gains are 10, 12, 8, 11, 9: mean 10, sd √2.5, t(4) = 2.776: 10 ± 1.96."""
    before, after = [50, 60, 70, 80, 90], [60, 72, 78, 91, 99]

    paired = gain(before=before, after=after, paired=True)
    apart = gain(before=before, after=after)

    assert paired and apart
    assert (paired.method, apart.method) == ("paired", "welch")
    assert paired.difference == pytest.approx(10)
    assert paired.interval == pytest.approx([8.037, 11.963], abs=1e-3)
    assert apart.interval and apart.interval[0] < 0 < apart.interval[1]


def test_written_gains_come_before_two_groups() -> None:
    """Who says what each of them gained gets the sharper interval."""
    both = {"n": 26, "mean": 58.2, "sd": 12.1}, {"n": 26, "mean": 76.6, "sd": 8.4}

    found = gain(before=both[0], after=both[1], gain={"n": 26, "mean": 18.4, "sd": 9.6})

    assert found
    assert (found.method, found.difference) == ("paired", 18.4)
    assert found.interval == pytest.approx([14.522, 22.278], abs=1e-3)


def test_scores_of_fewer_than_five_are_told_to_nobody() -> None:
    """Four were tested: neither means nor gain; of five both."""
    few = gain(before={"n": 4, "mean": 50, "sd": 5}, after={"n": 9, "mean": 70, "sd": 5})
    enough = gain(before={"n": 5, "mean": 50, "sd": 5}, after={"n": 9, "mean": 70, "sd": 5})

    assert few and enough
    assert few.hidden
    assert (few.before, few.after, few.difference, few.interval) == (None, None, None, None)
    assert (enough.hidden, enough.before, enough.difference) == (False, 50, 20)


def test_without_a_standard_deviation_there_is_no_interval() -> None:
    """The means are told, and that nothing says what chance may do."""
    found = gain(before={"n": 8, "mean": 50}, after={"n": 8, "mean": 70, "sd": 5})

    assert found
    assert (found.difference, found.interval, found.method) == (20, None, None)


def test_without_both_tests_there_is_no_gain() -> None:
    """One test alone compares nothing."""
    assert gain(before={"n": 8, "mean": 50}) is None


RESPONSE = {
    f"{year}-{month:02d}": value
    for year, month, value in (
        *((2025, month, 40 + month % 2) for month in range(6, 11)),
        *((2025, month, 30 + month % 2) for month in (11, 12)),
        *((2026, month, 30 + month % 2) for month in (1, 2, 3)),
    )
}


def test_the_effect_compares_three_periods_before_and_after() -> None:
    """Held in October: July to September against November to January; 40 → 30 minutes is an improvement."""
    found = assessed(kpi(target=30), observed(RESPONSE), training(held(1, 9, 10, "2025-10-15", kpi="response")))

    effect = found.sessions[0].effect
    assert effect
    assert (effect.before_window, effect.after_window) == ("2025-07..2025-09", "2025-11..2026-01")
    assert (effect.n_before, effect.n_after, effect.better) == (3, 3, True)
    assert effect.verdict == "effective"


def test_windows_that_are_written_count() -> None:
    """Another window and a target of its own, judged as an action's."""
    windows = {"before": "2025-08..2025-09", "after": "2025-12..2026-02", "target": 25}

    found = assessed(kpi(), observed(RESPONSE), training(held(1, 9, 10, "2025-10-15", kpi="response", effect=windows)))

    effect = found.sessions[0].effect
    assert effect
    assert (effect.after_window, effect.target_met, effect.verdict) == ("2025-12..2026-02", False, "partly")


@pytest.mark.parametrize("more", [{"kpi": "response"}, {}])
def test_without_data_there_is_no_effect(more: dict[str, Any]) -> None:
    """Neither for a team that nobody measured, nor without an indicator."""
    document = training(held(1, 9, 10, "2025-10-15", **more), team="call-centre")

    assert assessed(kpi(), observed(RESPONSE), document).sessions[0].effect is None


def people(**answers: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """A checklist with a domain about people and another, and the front desk's audit of January."""
    form = checklist(domain("people", item("skills"), item("calm")), domain("process", item("steps")))
    return form, audit("front-desk-2026-01", "2026-01-15", {"skills": 4, "calm": 4, "steps": 4} | answers)


@pytest.mark.parametrize(("answer", "weak"), [(2, True), (3, False)])
def test_half_of_what_is_possible_is_a_weak_point(answer: int, weak: bool) -> None:
    """Level 2 of 4 is one, level 3 is none."""
    found = assessed(*people(calm=answer), training(session(1, "2026-05-01")))

    assert [gap.item for gap in found.gaps] == (["calm"] if weak else [])


def test_items_outside_the_domain_count_where_a_skill_is_about_them() -> None:
    """`steps` belongs to the process; a skill that covers it makes it a matter of training."""
    skill = {"id": "routine", "name": "Routine", "covers": ["steps"]}

    without = assessed(*people(steps=0), training(session(1, "2026-05-01")))
    with_skill = assessed(*people(steps=0), training(session(1, "2026-05-01"), skills=[skill]))

    assert without.gaps == []
    assert [(gap.item, gap.skills) for gap in with_skill.gaps] == [("steps", ["routine"])]


@pytest.mark.parametrize(
    ("covering", "state"),
    [
        (None, "uncovered"),
        (held(2, 9, 10, "2026-01-10"), "before"),
        (held(2, 9, 10, "2026-02-10"), "trained"),
        (session(2, "2026-05-01"), "planned"),
        (session(2, "2026-03-01"), "late"),
        (session(2, "2026-03-01", cancelled={"date": "2026-02-01", "reason": "x"}), "uncovered"),
    ],
)
def test_a_weak_point_says_what_training_does_about_it(covering: dict[str, Any] | None, state: str) -> None:
    """By its item; a training held before the audit has not helped, one after it waits for the next."""
    sessions = [session(1, "2026-05-01"), *([{**covering, "covers": ["calm"]}] if covering else [])]

    (gap,) = assessed(*people(calm=1), training(*sessions)).gaps

    assert (gap.item, gap.ratio, gap.state) == ("calm", 0.25, state)
    assert gap.sessions == (["TR-002"] if covering and state != "uncovered" else [])


@pytest.mark.parametrize(
    "document",
    [
        training({**session(1, "2026-05-01"), "covers": ["people-section"]}),
        training({**session(1, "2026-05-01"), "covers": ["calm"]}, team=None),
        training(
            {**session(1, "2026-05-01"), "skill": "composure"},
            skills=[{"id": "composure", "name": "Composure", "covers": ["calm"]}],
        ),
    ],
)
def test_sections_skills_and_the_organisations_trainings_cover_too(document: dict[str, Any]) -> None:
    """Its section, its skill, and what the whole organisation trains."""
    (gap,) = assessed(*people(calm=1), document).gaps

    assert gap.state == "planned"


def test_only_the_latest_final_audit_tells_of_weak_points() -> None:
    """An earlier one is over, a draft is not yet one."""
    form, first = people(calm=0)
    later = audit("front-desk-2026-02", "2026-02-15", {"skills": 1, "calm": 4, "steps": 4})
    draft = audit("front-desk-2026-03", "2026-03-15", {"skills": 0, "calm": 0}, status="draft")

    found = assessed(form, first, later, draft, training(session(1, "2026-05-01")))

    assert [(gap.audit, gap.item) for gap in found.gaps] == [("front-desk-2026-02", "skills")]


def test_on_an_earlier_day_a_session_is_still_to_come() -> None:
    """What was held or cancelled later is taken back, with all that came of it."""
    workspace = build_workspace(
        [
            organisation(),
            training(
                held(1, 9, 10, "2026-02-10", passed=8, before={"n": 9, "mean": 50}, after={"n": 9, "mean": 70}),
                session(2, "2026-02-01", cancelled={"date": "2026-01-20", "reason": "x"}),
            ),
        ],
        {},
    )

    known = as_known_on(workspace, dt.date(2026, 1, 10))

    first, second = known.sessions["TR-001"], known.sessions["TR-002"]
    assert (first.held, first.attended, first.passed, first.before, first.after) == (None,) * 5
    assert first.audience == 10
    assert second.cancelled is None


def test_without_training_there_is_nothing_to_sum_up() -> None:
    """No summaries, and no weak points held against anybody who keeps no training records."""
    found = assessed(*people(calm=0))

    assert (found.sessions, found.summaries, found.skills, found.gaps) == ([], [], [], [])
