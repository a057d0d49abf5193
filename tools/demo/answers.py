"""From a few words on a team to a whole answered checklist: usual levels, what was carried over, what was seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import yaml
from tools.demo.words import Data, link
from tools.demo.yaml_text import Block

CHECKLISTS = Path(__file__).parents[2] / "generator" / "auditloop" / "checklists"


@dataclass(frozen=True)
class Plan:
    """One audit as the story tells it; the rest of its answers follow from `profile` or from the audit before.

    `profile`: section → usual level of its items (self-audit checklist). Without one, `carry_from` names the audit
    whose answers are carried over; an on-site audit without either starts from "yes" everywhere. `answers` override.
    `only`: sections that a draft has reached so far.
    """

    id: str
    team: str
    checklist: str
    date: str
    type: str
    auditors: list[str]
    methods: list[str]
    summary: Data
    scope: Data | None = None
    status: str = "final"
    previous: str | None = None
    profile: Mapping[str, int] = field(default_factory=dict)
    carry_from: str | None = None
    answers: Mapping[str, Any] = field(default_factory=dict)
    only: tuple[str, ...] = ()
    findings: list[Data] = field(default_factory=list)


def checklist(id: str) -> Data:
    with (CHECKLISTS / f"{id}.yml").open(encoding="utf-8") as stream:
        read: Data = yaml.safe_load(stream)
    return read


def answered(plan: Plan, template: Data, earlier: Mapping[str, Mapping[str, Any]]) -> Block:
    """Every item of the template in its order, with a comment where a section begins."""
    chance = Random(plan.id)
    carried = earlier[plan.carry_from] if plan.carry_from else {}
    unknown = set(plan.answers) - {item["id"] for _, item in _items(template)}
    assert not unknown, f"{plan.id} answers items that the checklist does not have: {sorted(unknown)}"
    answers: Data = {}
    comments: dict[str, str] = {}
    for section, item in _items(template):
        if plan.only and section["id"] not in plan.only and item["id"] not in plan.answers:
            continue
        comments.setdefault(f"section {section['id']}", item["id"])
        if item["id"] in plan.answers:
            answer = plan.answers[item["id"]]
        elif item["id"] in carried:
            answer = _score(carried[item["id"]])
        else:
            answer = _usual(plan, section["id"], chance)
        answers[item["id"]] = _with_evidence(answer, item, plan)
    heads = {
        comments[f"section {section['id']}"]: f"{section['name']['zh']} {section['name']['en']}"
        for section in _sections(template)
        if f"section {section['id']}" in comments
    }
    return Block(answers, heads)


def _usual(plan: Plan, section: str, chance: Random) -> int | str:
    luck = chance.random()
    if not plan.profile:
        return "yes"
    step = -1 if luck < 0.17 else 1 if luck > 0.83 else 0
    return min(max(plan.profile[section] + step, 1), 4)


def _score(answer: Any) -> Any:
    """What is carried over of an earlier answer: the judgement, not the notes. A sample has to be drawn again."""
    if not isinstance(answer, Mapping):
        return answer
    if "na" in answer:
        return {"na": answer["na"]}
    if "sample" in answer:
        return {"sample": {"size": answer["sample"]["size"], "failed": max(answer["sample"]["failed"] - 1, 0)}}
    return answer["score"]


def _with_evidence(answer: Any, item: Data, plan: Plan) -> Any:
    """Adds the link to the audit folder where the checklist asks for evidence and the story names none."""
    given = dict(answer) if isinstance(answer, Mapping) else {"score": answer}
    asked = item.get("evidence", "on-fail")
    failed = given.get("score") in (0, "no")
    if "na" in given or given.get("evidence") or not (asked == "always" or (asked == "on-fail" and failed)):
        return answer
    return {**given, "evidence": [link(f"audits/{plan.id}/{item['id']}")]}


def _sections(template: Data) -> list[Data]:
    return [section for domain in template["domains"] for section in domain["sections"]]


def _items(template: Data) -> list[tuple[Data, Data]]:
    return [(section, item) for section in _sections(template) for item in section["items"]]
