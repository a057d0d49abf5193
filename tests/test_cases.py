"""Cases: figures before and after that can be checked on paper, suggestions by finding, item and cause, the picture."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from assess_workspace import action, actions, audit, checklist, domain, finding, item, kpi, observed, results, workspace
from auditloop import pipeline
from auditloop.model.as_known import as_known_on
from building import generate_here, make_workspace

BASICS = checklist(domain("process", item("queue"), item("greeting")), domain("rooms", item("clean")))
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def case(id: str, **more: Any) -> dict[str, Any]:
    return {
        "kind": "case",
        "id": id,
        "name": {"zh": "案例", "en": "Case"},
        "team": "front-desk",
        "example": "good",
        "date": "2026-03-01",
        "checklist": "basics",
        "domain": "process",
        "cause": "process",
        "background": "…",
        "measures": "…",
        "lesson": "…",
        **more,
    }


def found(*cases: dict[str, Any], **of_finding: Any) -> list[tuple[str, str]]:
    """What is suggested for a finding on the item `queue`, caused by the process."""
    cause = {"category": "process", "summary": "…"}
    written = finding("F-1", "queue", **{"cause": cause, **of_finding})
    assessed = results(BASICS, audit("a", "2026-03-10", {}, status="draft", findings=[written]), *cases)
    return [(similar.case, similar.why) for similar in assessed.findings[0].similar_cases]


def test_a_finding_is_shown_its_own_case_then_the_item_then_the_cause() -> None:
    """Nearest first, three at most: written about it, the same item, the same kind of cause."""
    own = case("own", findings=["F-1"], cause="people", date="2025-01-01")
    item_ = case("item", items=["queue"], cause="system", date="2025-01-02")
    cause = case("cause")
    other_domain = case("other-domain", domain="rooms", date="2026-03-20")

    assert found(cause, own, other_domain, item_) == [("own", "own"), ("item", "item"), ("cause", "cause")]
    assert found(cause, other_domain) == [("cause", "cause"), ("other-domain", "cause")]


def test_among_equals_the_newest_case_comes_first() -> None:
    """Of two on the same item the younger; on one day by id."""
    old, new = case("a-old", items=["queue"], date="2025-06-01"), case("z-new", items=["queue"])

    assert found(old, new) == [("z-new", "item"), ("a-old", "item")]
    assert found(case("b"), case("a")) == [("a", "cause"), ("b", "cause")]


def test_what_has_nothing_in_common_is_not_suggested() -> None:
    """Another item and another cause; an item of the same name on another checklist; a good practice needs no help."""
    foreign = case("foreign", items=["queue"], checklist="elsewhere", cause="people")

    assert found(case("other", items=["clean"], cause="people"), foreign) == []
    assert found(case("same", items=["queue"]), class_="good-practice") == []


def test_a_case_tells_which_open_findings_it_may_help() -> None:
    """Closed and accepted findings need no more help."""
    accepted = {"reason": "…", "by": "p", "until": "2027-01-01"}
    findings = [finding("F-1", "queue"), finding("F-2", "queue", accepted=accepted)]
    assessed = results(
        BASICS, audit("a", "2026-03-10", {}, status="draft", findings=findings), case("c", items=["queue"])
    )

    assert assessed.cases[0].suggested_for == ["F-1"]


def test_typed_numbers_give_the_rate_of_change() -> None:
    """7.5 → 9.2 is 1.7 more, or 22.7 % of 7.5; without a direction it is not judged; from nothing there is no rate."""
    typed = {"name": "x", "before": 7.5, "after": 9.2, "unit": "points"}
    figures = [{**typed, "better": "higher"}, {**typed, "better": "lower"}, typed, {**typed, "before": 0}]
    up, down, open_, nothing = results(case("c", results=figures)).cases[0].figures

    assert up.difference == pytest.approx(1.7)
    assert up.change == pytest.approx(1.7 / 7.5)
    assert (up.better, down.better, open_.better) == (True, False, None)
    assert (up.difference_interval, up.beyond_chance) == (None, None)
    assert (nothing.difference, nothing.change) == (9.2, None)


def test_an_indicator_says_the_same_in_a_case_as_in_the_effect_of_an_action() -> None:
    """One computation: value of both windows, difference and interval."""
    windows = {"kpi": "response", "before": "2025-10..2025-12", "after": "2026-01..2026-02"}
    values = {"2025-10": 40, "2025-11": 38, "2025-12": 39, "2026-01": 30, "2026-02": 28}
    assessed = results(
        kpi(), observed(values), actions(action("A-1", effect=windows)), case("c", results=[windows]), BASICS
    )
    figure, effect = assessed.cases[0].figures[0], assessed.actions[0].effect
    assert effect is not None

    assert (figure.before, figure.after, figure.difference) == (39, 29, -10)
    assert (figure.before, figure.after, figure.change) == (effect.before, effect.after, effect.change)
    assert figure.difference_interval == effect.difference_interval
    assert (figure.better, figure.beyond_chance) == (True, True)


def test_another_teams_values_do_not_count() -> None:
    """A case tells of its own team; without values there is a gap, never a zero."""
    windows = {"kpi": "response", "before": "2025-12", "after": "2026-01"}
    organisation = {"kind": "organisation", "id": "o", "name": "O", "teams": [{"id": "front-desk", "name": "F"}, {"id": "b", "name": "B"}]}  # fmt: skip  # noqa: E501
    assessed = results(
        organisation, kpi(), observed({"2025-12": 40, "2026-01": 30}, team="b"), case("c", results=[windows])
    )
    figure = assessed.cases[0].figures[0]

    assert (figure.before, figure.after, figure.change, figure.n_before) == (None, None, None, 0)


def test_a_case_is_not_known_before_it_is_written() -> None:
    """A report of February shows no case of March."""
    whole = workspace(BASICS, case("c"))

    assert set(as_known_on(whole, dt.date(2026, 3, 1)).cases) == {"c"}
    assert as_known_on(whole, dt.date(2026, 2, 28)).cases == {}


def test_the_picture_is_copied_into_the_site_and_shown_with_its_words(tmp_path: Path) -> None:
    """Byte for byte, under an address of the case; it counts as part of the data."""
    root = make_workspace(tmp_path, "en")
    before = _hash(root)
    written = root / "audits" / "case-second-counter.yml"
    (root / "audits" / "photo.PNG").write_bytes(PNG)
    text = written.read_text(encoding="utf-8")
    written.write_text(text + 'picture: {file: photo.PNG, alt: "Two \\"desks\\""}\n', encoding="utf-8")

    (made,) = generate_here(root)

    assert (made.docs_dir / "pictures" / "second-counter.png").read_bytes() == PNG
    page = (made.docs_dir / "improvement" / "case_second-counter.md").read_text(encoding="utf-8")
    assert '<img src="../pictures/second-counter.png" alt="Two &#34;desks&#34;"' in page
    with_picture = _hash(root)
    (root / "audits" / "photo.PNG").write_bytes(PNG + b"!")
    assert len({before, with_picture, _hash(root)}) == 3


def _hash(root: Path) -> str:
    return pipeline.check(pipeline.read_config(root, environ={})).digest
