"""`auditloop new …`: each new file is valid as it is, explains itself, and has an id of its own."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path, PurePosixPath

import msgspec
import pytest

from auditloop.model import Audit, Formula, Workspace
from auditloop.scaffold import (
    NewFile,
    ScaffoldError,
    init_workspace,
    new_action,
    new_audit,
    new_case,
    new_checklist,
    new_commentary,
    new_index,
    new_journey,
    new_kpi,
    new_observations,
    new_plan,
    new_proposal,
    new_risk,
    new_segments,
    new_team,
    new_topic,
    new_training,
    write_changed,
    write_new,
)
from auditloop.scaffold.action import ACTION_TYPES, PRIORITIES
from auditloop.scaffold.audit import AUDIT_TYPES
from auditloop.scaffold.errors import BadChoice, BadId, FileExists, IdTaken, Refused, UnknownName
from auditloop.scaffold.index import equal_weights
from auditloop.scaffold.kpi import DIMENSIONS, DIRECTIONS, FREQUENCIES, KINDS_OF_DATA
from scaffolding import CHECKLISTS, TODAY, enum, problems, read, starter

LATER = dt.date(2026, 7, 1)
NAME = {"zh": "排队时间：“高峰”", "en": "Waiting time: 'peak' # 1"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace as `auditloop init` leaves it."""
    init_workspace(tmp_path, **starter())
    return tmp_path


@pytest.fixture
def workspace(root: Path) -> Workspace:
    return read(root)


def _audit(workspace: Workspace, **given: object) -> NewFile:
    wanted = {"team": "front-desk", "checklist": "service-self-audit", "date": TODAY} | given
    return new_audit(workspace, **wanted)  # type: ignore[arg-type]


def _every_kind(workspace: Workspace) -> list[NewFile]:
    return [
        _audit(workspace, checklist="on-site-service", type="internal"),
        new_kpi(workspace, id="waiting-time", name=NAME),
        new_action(
            workspace, team="front-desk", title=NAME, for_=["satisfaction"], owner="front-desk", due=TODAY, today=TODAY
        ),
        new_checklist(workspace, id="counter-check", name=NAME, edition="2026"),
        new_checklist(
            workspace, id="our-self-audit", name=NAME, edition="2026",
            base=("service-self-audit", CHECKLISTS["service-self-audit"].read_text(encoding="utf-8")),
        ),
        new_index(workspace, id="our-index", name=NAME),
        new_proposal(workspace, team="front-desk", title=NAME, by="front-desk", today=TODAY),
        new_segments(workspace, period="2026-Q1"),
        new_case(workspace, id="copied", name=NAME, team="front-desk", today=TODAY),
        new_risk(workspace, team="front-desk", name=NAME, owner="front-desk", today=TODAY),
        new_training(workspace, team="front-desk", name=NAME, planned=LATER),
        new_commentary(workspace, period="2026-03", by=next(p.id for p in workspace.organisation.people)),
        new_topic(
            workspace, id="a-topic", title=NAME, by=next(p.id for p in workspace.organisation.people), first="2026-01",
            last="2026-03",
        ),
        new_observations(workspace, team="front-desk", period="2026-03", today=TODAY),
        new_observations(workspace, team="front-desk", kpi="satisfaction", today=LATER),
        new_journey(workspace, id="arrival", name=NAME, today=TODAY, team="front-desk"),
        new_journey(workspace, id="whole-way", name=NAME, today=TODAY),
        new_plan(workspace, id="our-year", name=NAME, today=TODAY),
        new_plan(workspace, id="three-years", name=NAME, today=TODAY, team="front-desk", horizon="long"),
    ]  # fmt: skip


def test_everything_new_is_valid_together(root: Path, workspace: Workspace) -> None:
    """A workspace with one new file of every kind has no problem, also with difficult names."""
    write_new(root, _every_kind(workspace))

    assert problems(root, as_of=LATER) == []
    after = read(root)
    assert after.kpis["waiting-time"].name == NAME
    assert after.actions["A-front-desk-2026-002"].title == NAME
    assert after.checklists["our-self-audit"].name == NAME
    assert after.indices["our-index"].weights.keys() == workspace.kpis.keys()


def test_every_new_file_begins_with_the_modeline_and_explains_itself(workspace: Workspace) -> None:
    """The first line leads an editor to the schema; comments in both languages follow."""
    for file in _every_kind(workspace):
        first, second, *_ = file.text.splitlines()
        up = "../" * (len(file.path.parts) - 1)
        assert first == f"# yaml-language-server: $schema={up}schema/auditloop.schema.json"
        assert second.startswith("# ")
        comments = "\n".join(line for line in file.text.splitlines() if "#" in line)
        assert re.search("[\u4e00-\u9fff]{3,}", comments), file.path
        assert re.search("[a-z]{3,} [a-z]{3,}", comments), file.path


def test_uncommented_options_are_valid(root: Path, workspace: Workspace) -> None:
    """Deleting the leading "# " of what a new indicator and a new action offer gives a valid file."""
    kpi = new_kpi(workspace, id="waiting-time", name=NAME)
    text = kpi.text.replace("# target: 90\n", "").replace("# target: {", "# or: {")
    for key in (
        *("source", "customers", "target", "benchmark", "score", "decimals"),
        *("segments", "exclude", "baseline", "chart", "rules"),
    ):
        assert f"\n# {key}: " in text
        text = text.replace(f"\n# {key}: ", f"\n{key}: ")
    write_new(root, [NewFile(kpi.path, text)])

    assert problems(root) == []
    assert read(root).kpis["waiting-time"].decimals == 1


def test_goals_and_milestones_uncommented_are_valid(root: Path, workspace: Workspace) -> None:
    """Deleting the leading "# " of the entries that a new plan shows gives a plan with one of each."""
    plan = new_plan(workspace, id="our-year", name=NAME, today=TODAY, team="front-desk")
    text = re.sub("(?m)^(goals|milestones): .*", r"\1:", plan.text)
    text = re.sub(r"(?m)^# (?=  )", "", text)
    write_new(root, [NewFile(plan.path, text)])

    assert problems(root) == []
    written = read(root).plans["our-year"]
    assert [len(written.goals), len(written.milestones)] == [1, 1]
    assert written.team == "front-desk"


def test_a_new_audit_lists_every_item_with_its_question(workspace: Workspace) -> None:
    """Each item is a line to type the answer into, below its question in the organisation's first language."""
    checklist = workspace.checklists["service-self-audit"]
    lines = _audit(workspace).text.splitlines()

    for item in checklist.items():
        assert isinstance(item.ask, dict)
        at = lines.index(f"  {item.id}:")
        assert item.ask["zh"] in lines[at - 1]


def test_an_answer_typed_after_the_colon_counts(root: Path, workspace: Workspace) -> None:
    """Filling in is typing after the colon; what is left empty is not answered."""
    file = _audit(workspace, date=dt.date(2026, 4, 1))
    text = file.text.replace("  touchpoints-listed:", "  touchpoints-listed: 4")
    write_new(root, [NewFile(file.path, text)])

    assert problems(root) == []
    answers = read(root).audits["front-desk-2026-04-01"].answers
    assert {item: answer.score for item, answer in answers.items()} == {"touchpoints-listed": 4}


def test_from_the_previous_audit_answers_are_carried_over(root: Path, workspace: Workspace) -> None:
    """Scores, samples and not-applicables come with their notes, marked to be confirmed; evidence stays behind."""
    first = NewFile(
        PurePosixPath("audits/before.yml"),
        """\
kind: audit
id: before
team: front-desk
checklist: service-self-audit
date: 2026-01-15
type: self
status: draft
answers:
  touchpoints-listed: 4
  step-times-known: {score: 2, note: {zh: "没有：计时", en: none}, evidence: ["https://example.org/a"]}
  flow-answers-quickly: {sample: {size: 20, failed: 3}}
  touchpoint-flows-analysed:
findings:
  - {id: F-front-desk-2026-007, item: step-times-known, class: minor, problem: 没有计时}
""",
    )
    write_new(root, [first])
    file = _audit(read(root), date=dt.date(2026, 4, 1), previous="before")
    write_new(root, [file])

    assert problems(root) == []
    carried = read(root).audits["front-desk-2026-04-01"]
    assert carried.previous == "before"
    assert set(carried.answers) == {"touchpoints-listed", "step-times-known", "flow-answers-quickly"}
    assert all(answer.confirm for answer in carried.answers.values())
    assert carried.answers["step-times-known"].note == {"zh": "没有：计时", "en": "none"}
    assert carried.answers["step-times-known"].evidence == ()
    assert carried.answers["flow-answers-quickly"].sample is not None
    assert "#   F-front-desk-2026-007 (step-times-known): 没有计时" in file.text
    assert "id: F-front-desk-2026-008" in file.text

    path = root / file.path
    path.write_text(file.text.replace("status: draft", "status: final"), encoding="utf-8")
    assert "final-unconfirmed" in {p.code for p in problems(root)}


def test_items_that_are_gone_or_changed_are_only_remembered(root: Path) -> None:
    """An answer without a place in today's checklist stands in a comment: nothing is lost, nothing is made up."""
    small = new_checklist(read(root), id="counter-check", name="柜台检查", edition="2026")
    edited = small.text.replace("na_allowed: true", "na_allowed: false")
    before = NewFile(
        PurePosixPath("audits/before.yml"),
        "kind: audit\nid: before\nteam: front-desk\nchecklist: counter-check\ndate: 2026-01-15\n"
        "type: self\nstatus: draft\nanswers: {first-item: {na: 没有柜台}, old-item: {score: 'yes', note: 很好}}\n",
    )
    write_new(root, [NewFile(small.path, edited), before])
    workspace = read(root)
    text = _audit(workspace, checklist="counter-check", previous="before").text

    assert "  first-item:  # 上次 / last time: {na: 没有柜台}" in text
    assert "  #   old-item: {score: yes}" in text


def test_ids_are_never_given_twice(root: Path, workspace: Workspace) -> None:
    """A second audit on the same day and the next action of the year get ids and files of their own."""
    files = [_audit(workspace)]
    assert files[0].path == PurePosixPath("audits/teams/front-desk/audits/2026-03-15-2.yml")
    assert "\nid: front-desk-2026-03-15-2\n" in files[0].text
    write_new(root, files)
    assert "\nid: front-desk-2026-03-15-3\n" in _audit(read(root)).text

    for number in ("002", "003"):
        action = new_action(
            read(root), team="front-desk", title="做", for_=[], owner="front-desk", due=TODAY, today=TODAY
        )
        assert action.path.name == f"A-front-desk-2026-{number}.yml"
        write_new(root, [action])
    with pytest.raises(IdTaken):
        new_kpi(workspace, id="satisfaction", name="满意度")


def test_new_files_join_their_like(root: Path) -> None:
    """Where a team keeps its audits elsewhere, the next one goes there, and says whose it is."""
    (root / "audits/all").mkdir()
    (root / "audits/teams/front-desk/audits/2026-03-15.yml").rename(root / "audits/all/one.yml")

    assert _audit(read(root)).path == PurePosixPath("audits/all/front-desk-2026-03-15-2.yml")


def test_nothing_is_overwritten_and_nothing_half_written(root: Path, workspace: Workspace) -> None:
    """Where one of several files exists, none is written and no folder is left behind."""
    taken = workspace.origins["kpi", "satisfaction"].file
    before = (root / taken).read_bytes()
    files = [NewFile(PurePosixPath("audits/deep/er/new.yml"), "x"), NewFile(PurePosixPath(taken), "x")]

    with pytest.raises(FileExists) as caught:
        write_new(root, files)

    assert [path.as_posix() for path in caught.value.paths] == [taken]
    assert (root / taken).read_bytes() == before
    assert not (root / "audits/deep").exists()


def test_a_write_that_fails_midway_is_undone(root: Path) -> None:
    """A file where a folder is needed stops everything; what was made before it is removed."""
    files = [NewFile(PurePosixPath("audits/deep/new.yml"), "x"), NewFile(PurePosixPath("README.md/new.yml"), "x")]

    with pytest.raises(ScaffoldError):
        write_new(root, files)

    assert not (root / "audits/deep").exists()


def test_wrong_names_are_answered_with_the_nearest(workspace: Workspace) -> None:
    """An unknown team, checklist, audit, indicator, owner: the error names what was probably meant."""
    with pytest.raises(UnknownName) as caught:
        _audit(workspace, team="frontdesk")
    assert caught.value.nearest == ("front-desk",)
    assert "front-desk" in caught.value.hint.zh
    for wrong in ({"checklist": "self-audit"}, {"previous": "front-desk-2026-03"}):
        with pytest.raises(UnknownName):
            _audit(workspace, **wrong)
    action = {"team": "front-desk", "title": "做", "for_": [], "owner": "front-desk", "due": TODAY, "today": TODAY}
    for wrong in ({"for_": ["satisfactoin"]}, {"owner": "quality"}, {"team": "desk"}):
        with pytest.raises(UnknownName):
            new_action(workspace, **(action | wrong))  # type: ignore[arg-type]
    with pytest.raises(UnknownName):
        new_index(workspace, id="our-index", name="指数", kpis=["satisfactoin"])


def test_impossible_requests_are_refused(workspace: Workspace) -> None:
    """What could only give an invalid or misleading file is an error instead."""
    for bad in ("Waiting Time", "排队", "a--b", "", "a" * 101):
        with pytest.raises(BadId):
            new_kpi(workspace, id=bad, name="排队")
    with pytest.raises(BadChoice):
        _audit(workspace, type="selfie")
    for request in (
        lambda: _audit(workspace, checklist="on-site-service", previous="front-desk-2026-03-15"),
        lambda: _audit(workspace, date=TODAY, previous="front-desk-2026-03-15"),
        lambda: new_kpi(workspace, id="waiting-time", name={"zh": " "}),
        lambda: new_observations(workspace, team="front-desk", today=TODAY),
        lambda: new_observations(workspace, team="front-desk", period="March", today=TODAY),
        lambda: new_observations(workspace, team="front-desk", period="2026-02", today=TODAY),
        lambda: new_observations(workspace, team="front-desk", period="2026-04", today=TODAY),
        lambda: new_observations(workspace, team="front-desk", kpi="satisfaction", today=TODAY),
    ):
        with pytest.raises(Refused):
            request()


def test_an_action_may_be_for_a_proposal(root: Path, workspace: Workspace) -> None:
    """Its title stands as a comment above the action, and both are valid together."""
    write_new(root, [new_proposal(workspace, team="front-desk", title=NAME, by="front-desk", today=TODAY)])
    proposed = read(root)
    (id,) = proposed.proposals
    action = new_action(proposed, team="front-desk", title="做", for_=[id], owner="front-desk", due=TODAY, today=TODAY)
    write_new(root, [action])

    assert f"# {id}: " in action.text
    assert problems(root) == []


def test_observations_ask_for_what_is_missing(workspace: Workspace) -> None:
    """Of one indicator: the full periods since the last one reported, oldest first."""
    text = new_observations(workspace, team="front-desk", kpi="satisfaction", today=dt.date(2026, 6, 3)).text

    assert [line.split(":")[0].strip() for line in text.splitlines() if line.startswith("  ")] == [
        "2026-03", "2026-04", "2026-05",
    ]  # fmt: skip


def test_a_period_asks_for_what_is_the_teams_own(root: Path, workspace: Workspace) -> None:
    """An indicator that only another team reports is left out; a new one, and everything for a new team, is there."""
    write_new(root, [new_kpi(workspace, id="waiting-time", name="排队时间")])
    write_changed(root, new_team(root, read(root), id="call-centre", name="客服"))
    write_changed(root, new_team(root, read(root), id="night-desk", name="夜班"))
    values = "kind: observations\nteam: call-centre\nperiod: 2026-01\nvalues: {satisfaction: {n: 9, of: 10}}\n"
    write_new(root, [NewFile(PurePosixPath("audits/teams/call-centre/2026-01.yml"), values)])

    def asked(team: str) -> list[str]:
        text = new_observations(read(root), team=team, period="2026-03", today=TODAY).text
        return [line.split(":")[0].strip() for line in text.splitlines() if line.startswith("  ")]

    assert asked("call-centre") == ["satisfaction", "waiting-time"]
    assert asked("night-desk") == ["first-contact-resolution", "first-response-time", "satisfaction", "waiting-time"]


def test_nobody_is_asked_for_what_is_computed(workspace: Workspace) -> None:
    """A derived indicator has no line among a month's values, and asking for one names what to report instead."""
    known = workspace.kpis["satisfaction"]
    derived = msgspec.structs.replace(known, id="derived", formula=Formula(of="a * 2", operands={"a": known.id}))
    with_it = replace(workspace, kpis={**workspace.kpis, "derived": derived})

    asked = new_observations(with_it, team="front-desk", period="2026-03", today=TODAY).text
    assert "satisfaction:" in asked
    assert "derived" not in asked
    with pytest.raises(Refused) as refused:
        new_observations(with_it, team="front-desk", kpi="derived", today=LATER)
    assert "satisfaction" in refused.value.hint.en


def test_equal_weights_sum_to_100() -> None:
    """Also where 100 cannot be shared out evenly."""
    for count in (1, 2, 3, 6, 7, 11, 300):
        weights = [round(float(weight) * 100) for weight in equal_weights(count)]
        assert sum(weights) == 10_000
        assert max(weights) - min(weights) <= 1


def test_the_choices_are_those_of_the_schemas() -> None:
    """The lists offered on the command line are the schemas' own."""
    assert list(AUDIT_TYPES) == enum("audit", "type")
    assert list(DIMENSIONS) == enum("kpi", "dimension")
    assert list(DIRECTIONS) == enum("kpi", "better")
    assert list(FREQUENCIES) == enum("kpi", "frequency")
    assert list(KINDS_OF_DATA) == enum("kpi", "kind_of_data")
    assert set(ACTION_TYPES) == set(enum("actions", "type"))
    assert set(PRIORITIES) == set(enum("actions", "priority"))


def test_the_error_says_it_in_both_languages(workspace: Workspace) -> None:
    """Messages and hints stand in Chinese and English, and never hold what a terminal would act on."""
    with pytest.raises(UnknownName) as caught:
        _audit(workspace, team="\x1b[31mteam\u202e")

    error = caught.value
    assert all((error.message.zh, error.message.en, error.hint.zh, error.hint.en))
    assert "\x1b" not in error.message.zh + error.message.en
    assert isinstance(workspace.audits["front-desk-2026-03-15"], Audit)
