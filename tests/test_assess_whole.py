"""Checklists, teams, data quality and the results file as a whole."""

from __future__ import annotations

import datetime as dt
import json

import pytest

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
    results,
    workspace,
)
from auditloop.assess import assess, encode
from auditloop.model.build import build_workspace
from auditloop.model.workspace import Origin

LIST = checklist(domain("process", item("a"), item("b")), domain("people", item("c")))
THREE = organisation("front-desk", "call-centre", "repair")


def test_items_across_teams_rest_on_the_latest_final_audits() -> None:
    """The older audit and the draft do not enter; not applicable is counted apart."""
    result = results(
        THREE,
        LIST,
        audit("old", "2025-12-01", {"a": 0, "b": 0, "c": 0}),
        audit("new", "2026-03-01", {"a": 4, "b": 0, "c": 4}),
        audit("draft", "2026-03-20", {"a": 0, "b": 0, "c": 0}, status="draft"),
        audit("call", "2026-02-01", {"a": 2, "b": {"na": "x"}, "c": 4}, team="call-centre"),
    )
    (found,) = result.checklists

    assert found.audits == ["new", "call", "old"]
    assert [(i.id, i.mean, i.n, i.na, i.failed) for i in found.items] == [
        ("a", 0.75, 2, 0, 0),
        ("b", 0, 1, 1, 1),
        ("c", 1, 2, 0, 0),
    ]
    assert found.items[1].teams == {"call-centre": None, "front-desk": 0}
    assert found.weakest == ["b", "a"]


def test_a_team_beside_the_median_of_all() -> None:
    """Process: 50, 25 and 100, median 50; the team without an audit has none."""
    result = results(
        organisation("front-desk", "call-centre", "repair", "online"),
        LIST,
        audit("f", "2026-03-01", {"a": 4, "b": 0, "c": 4}),
        audit("c", "2026-03-01", {"a": 1, "b": 1, "c": 4}, team="call-centre"),
        audit("r", "2026-03-01", {"a": 4, "b": 4, "c": {"na": "x"}}, team="repair"),
    )
    by_team = {team.id: team for team in result.teams}

    assert [(d.domain, d.score, d.median, d.n, d.difference) for d in by_team["call-centre"].domains] == [
        ("process", 25, 50, 3, -25),
        ("people", 100, 100, 2, 0),
    ]
    assert (by_team["repair"].domains[1].score, by_team["repair"].domains[1].difference) == (None, None)
    assert (by_team["online"].history, by_team["online"].latest, by_team["online"].domains) == ([], [], [])


def test_a_history_is_oldest_first_and_without_drafts() -> None:
    """What a chart of scores is drawn from."""
    result = results(
        LIST,
        audit("q1", "2026-03-01", {"a": 4, "b": 4, "c": 4}),
        audit("q4", "2025-12-01", {"a": 0, "b": 0, "c": 0}),
        audit("next", "2026-03-30", {"a": 4}, status="draft"),
    )
    (team,) = result.teams

    assert [(m.audit, m.score) for m in team.history] == [("q4", 0), ("q1", 100)]
    assert [m.audit for m in team.latest] == ["q1"]
    assert [a.id for a in result.audits] == ["next", "q1", "q4"]


def test_targets_of_a_team() -> None:
    """Two indicators have a target, one is met; the third has none."""
    result = results(
        kpi("a", target=30),
        kpi("b", target=30),
        kpi("c"),
        *(observed({"2026-03": value}, id_) for id_, value in (("a", 20), ("b", 40), ("c", 1))),
    )

    assert (result.teams[0].kpis_with_target, result.teams[0].kpis_met) == (2, 1)


def test_completeness_and_freshness() -> None:
    """December to March are due on 15 April: 4 expected of a (3 there), 3 of b (all there)."""
    result = results(
        THREE,
        kpi("a"),
        kpi("b"),
        observed({"2025-12": 1, "2026-01": 1, "2026-02": 1}, "a"),
        observed({"2026-01": 1, "2026-02": 1, "2026-03": 1}, "b", team="call-centre"),
        as_of=dt.date(2026, 4, 15),
    ).data_quality
    front, call, repair = result.teams

    assert result.completeness == pytest.approx(6 / 7)
    assert result.freshness == 0.5
    assert [(m.team, m.kpi, m.period) for m in result.missing] == [("front-desk", "a", "2026-03")]
    assert (front.expected, front.present, front.completeness, front.late, front.last_period) == (
        4,
        3,
        0.75,
        1,
        "2026-02",
    )
    assert (call.completeness, call.late) == (1, 0)
    assert (repair.expected, repair.completeness, repair.last_period) == (0, None, None)


def test_a_value_before_it_is_due_is_neither_expected_nor_missing() -> None:
    """A new series in its first month is fresh, and there is nothing to be complete about."""
    result = results(kpi(), observed({"2026-03": 1})).data_quality

    assert (result.completeness, result.freshness, result.missing) == (None, 1, [])


def test_translation_names_every_text_that_lacks_a_language() -> None:
    """Findings, answers, teams and actions are found wherever they stand; a plain text is for everybody."""
    own = organisation(site_names={}, teams=[{"id": "front-desk", "name": {"zh": "前台"}}])
    del own["site_names"]
    result = results(
        own,
        LIST,
        audit("q1", "2026-03-01", {"a": {"na": {"en": "none"}}}, findings=[finding("F-1", "a", problem="plain")]),
        actions(action("A-1", log=[{"date": "2026-03-02", "note": {"zh": "开始"}}])),
        kpi("a", exclude=[{"period": "2026-01", "why": {"zh": "台风"}}]),
    ).data_quality
    lacking = [(u.record, u.field, u.language) for u in result.untranslated]

    assert lacking == [
        ("action/A-1", "log.0.note", "en"),
        ("audit/q1", "answers.a.na", "zh"),
        ("kpi/a", "exclude.0.why", "en"),
        ("team/front-desk", "name", "en"),
    ]
    en, zh = result.translation["en"], result.translation["zh"]
    assert (en.texts, en.translated, zh.translated) == (en.texts, en.texts - 3, en.texts - 1)
    assert en.share == pytest.approx(1 - 3 / en.texts)


def test_built_in_checklists_are_not_the_organisations_to_translate() -> None:
    """Only what has a place in the workspace is counted; an own checklist is."""
    documents = [organisation(), checklist(domain("only", item("a", ask={"zh": "吗？"})))]
    own = build_workspace(documents, {("organisation", "harbour"): Origin("organisation.yml", 1)})
    result = assess(own, as_of=dt.date(2026, 3, 31), generator="g", data_hash="h").data_quality

    assert (result.untranslated, result.translation["en"].share) == ([], 1)


def test_this_period_is_the_month_of_the_latest_value() -> None:
    """A running quarter counts for the month of the report, an audit only where there is no value at all."""
    assert results(kpi(), observed({"2026-01": 1, "2025-12": 2})).period == "2026-01"
    assert results(kpi(), observed({"2026-Q1": 1}), as_of=dt.date(2026, 2, 10)).period == "2026-02"
    assert results(LIST, audit("q4", "2025-12-01", {})).period == "2025-12"
    assert results().period is None


def test_an_empty_workspace_has_empty_results() -> None:
    """Nothing there is no error and no zero."""
    found = results()

    assert (found.audits, found.findings, found.actions, found.kpis, found.indices) == ([], [], [], [], [])
    assert (found.data_quality.completeness, found.data_quality.freshness) == (None, None)
    assert found.finding_summaries[0].total == 0


def test_the_results_file_is_one_line_of_utf8_json() -> None:
    """No indentation, Chinese as it is, a newline at the end, the same bytes every time."""
    documents = (organisation(), LIST, kpi(), observed({"2026-03": 1}), index({"response": 1}))
    first, second = (encode(results(*documents)) for _ in range(2))

    assert first == second
    assert first.startswith(b'{"format":1,"generator":"auditloop test",')
    assert first.endswith(b"}\n")
    assert first.count(b"\n") == 1
    assert "海港" in first.decode()
    assert json.loads(first)["data_hash"] == "000000000000"


def test_the_order_of_documents_is_irrelevant() -> None:
    """Files may be renamed and moved; the results stay byte for byte."""
    documents = [
        THREE,
        LIST,
        audit("q1", "2026-03-01", {"a": 4, "b": 1, "c": 4}, findings=[finding("F-1", "b")], previous="q4"),
        audit("q4", "2025-12-01", {"a": 0, "b": 0, "c": 0}, findings=[finding("F-2", "b")]),
        actions(action("A-1", "F-1", "F-2"), action("A-2", "F-1")),
        kpi(score={"zero": 10, "full": 0}),
        observed({"2026-03": {"value": 1, "n": 3}, "2026-01": {"value": 2, "n": 7}}),
        observed({"2026-03": {"value": 4, "n": 9}}, team="repair"),
        index({"response": 1}),
    ]
    forward, backward = (
        encode(assess(workspace(*docs), as_of=dt.date(2026, 3, 31), generator="g", data_hash="h"))
        for docs in (documents, documents[::-1])
    )

    assert forward == backward
