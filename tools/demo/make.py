"""Writes the demonstration organisation as YAML. The same text comes out every time."""

from __future__ import annotations

import argparse
import datetime as dt
import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.demo.answers import Plan, answered, checklist
from tools.demo.cases import CASES, PICTURES
from tools.demo.history import BY_PERIOD, FIRST_AND_LAST, GAPS, HISTORY, NOTES, TYPHOON
from tools.demo.indicators import INDICES, KPIS
from tools.demo.journeys import JOURNEYS
from tools.demo.organisation import ORGANISATION
from tools.demo.plans import PLANS
from tools.demo.policy import POLICY
from tools.demo.proposals import ANSWER_WITHIN, PROPOSALS
from tools.demo.reports import COMMENTARIES, TOPICS
from tools.demo.risks import ORGANISATION as WHOLE
from tools.demo.risks import RISKS
from tools.demo.segments import segments
from tools.demo.series import MONTHS, QUARTERS, values
from tools.demo.surveys import DIMENSIONS, surveys
from tools.demo.teams import ACTIONS, AUDITS
from tools.demo.tickets import CATEGORIES, DESKS, STANDARDS, tickets
from tools.demo.training import SKILLS, TRAINING
from tools.demo.words import Data
from tools.demo.yaml_text import Block, dump

from auditloop.fingerprint import fingerprint
from auditloop.load import read_document

ROOT = Path(__file__).parents[2]
SEED = "harbour services"
CHAIR = "gao-min"
"""Chairs the improvement group."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.demo", description=__doc__)
    parser.add_argument("--to", type=Path, default=ROOT / "audits", metavar="DIR", help="folder to write")
    target = parser.parse_args().to
    files = dict(documents())
    for folder in (
        "cases",
        "indices",
        "kpis",
        "plans",
        "reports",
        "segments",
        "teams",
    ):  # what a former run wrote and this one does not would stay
        shutil.rmtree(target / folder, ignore_errors=True)
    for name, text in files.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    for name in PICTURES:
        shutil.copyfile(Path(__file__).parent / "pictures" / name, target / "cases" / name)
    print(f"{len(files)} files in {target}")
    return 0


def documents() -> Iterator[tuple[str, str]]:
    """File name below audits/ → text, for every document."""
    names = {team["id"]: team["name"]["zh"] for team in ORGANISATION["teams"]}
    yield _file(
        "organisation.yml",
        {**ORGANISATION, "survey_dimensions": DIMENSIONS, "categories": CATEGORIES},
        "海港服务集团是虚构的示例组织；audits/ 由 tools/demo 生成。",
        "Harbour Services is invented; `python -m tools.demo` writes everything in audits/.",
    )
    for kpi in KPIS:
        yield _file(f"kpis/{kpi['id']}.yml", kpi)
    for index in INDICES:
        yield _file(f"indices/{index['id']}.yml", {**index, "weights": Block(index["weights"])})
    yield from _audits()
    yield from _actions(names)
    yield from _proposals(names)
    yield from _observations(names)
    yield from _surveys(names)
    yield _file(
        "standards.yml", {"kind": "standards", "standards": STANDARDS}, "对客户的承诺", "What customers are promised"
    )
    yield from _tickets(names)
    for journey in JOURNEYS:
        yield _file(f"teams/{journey['team']}/journeys/{journey['id']}.yml", journey)
    for plan in PLANS:
        folder = f"teams/{plan['team']}/plans" if "team" in plan else "plans"
        yield _file(f"{folder}/{plan['id']}.yml", plan)
    yield from _training(names)
    yield from _risks(names)
    for name, document in segments():
        yield _file(name, document, "客户分层：只有合计与平均", "Tiers of customers: sums and means only")
    for case in CASES:
        yield _file(f"cases/{case['id']}.yml", case)
    yield from _reports(names)
    yield _file("policy.yml", POLICY, "改进组定下的规则与门槛", "Rules and gates that the improvement group has set")


def _reports(names: dict[str, str]) -> Iterator[tuple[str, str]]:
    for commentary in COMMENTARIES:
        period, team = commentary["period"], commentary.get("team")
        yield _file(
            f"reports/{period}{f'-{team}' if team else ''}.yml",
            commentary,
            f"{names[team] if team else '改进组'}对 {period} 的点评",
            f"what {'the team' if team else 'the improvement group'} says about {period}",
        )
    for topic in TOPICS:
        yield _file(f"reports/{topic['id']}.yml", topic, "专题报告", "a special report")


def _audits() -> Iterator[tuple[str, str]]:
    templates = {id: checklist(id) for id in ("service-self-audit", "on-site-service")}
    done: dict[str, Block] = {}
    for plan in sorted(AUDITS, key=lambda plan: plan.date):
        done[plan.id] = answered(plan, templates[plan.checklist], done)
        yield _signed_off(plan, f"teams/{plan.team}/audits/{plan.id}.yml", _audit(plan, done[plan.id]))


def _signed_off(plan: Plan, path: str, audit: Data) -> tuple[str, str]:
    """Whoever chairs the improvement group approves what others audited, a week later."""
    written = _file(path, audit)
    if plan.status != "final" or plan.type not in ("internal", "third-party", "re-audit"):
        return written
    read, _ = read_document(written[1], path)
    assert read is not None
    date = dt.date.fromisoformat(plan.date) + dt.timedelta(days=7)
    approval = {"by": CHAIR, "date": date.isoformat(), "content": fingerprint(read.data)}
    return _file(path, {**audit, "approval": approval})


def _audit(plan: Plan, answers: Block) -> Data:
    head: Data = {
        "kind": "audit",
        "id": plan.id,
        "team": plan.team,
        "checklist": plan.checklist,
        "edition": "2026",
        "date": plan.date,
        "type": plan.type,
        "status": plan.status,
        "auditors": plan.auditors,
        "methods": plan.methods,
        "scope": plan.scope,
        "previous": plan.previous,
        "summary": plan.summary,
        "answers": answers,
        "findings": plan.findings,
    }
    return {key: value for key, value in head.items() if value}


def _actions(names: dict[str, str]) -> Iterator[tuple[str, str]]:
    for team, actions in ACTIONS.items():
        by_year = defaultdict(list)
        for action in actions:
            by_year[action["opened"][:4]].append(action)
        for year, opened in sorted(by_year.items()):
            yield _file(
                f"teams/{team}/actions/{year}.yml",
                {"kind": "actions", "team": team, "actions": opened},
                f"{names[team]}{year}年立项的措施",
                f"measures opened in {year}",
            )


def _proposals(names: dict[str, str]) -> Iterator[tuple[str, str]]:
    for team, proposals in PROPOSALS.items():
        promise = {"answer_within": ANSWER_WITHIN[team]} if team in ANSWER_WITHIN else {}
        yield _file(
            f"teams/{team}/proposals.yml",
            {"kind": "proposals", "team": team, **promise, "proposals": proposals},
            f"{names[team]}员工的合理化建议",
            "what the staff propose",
        )


def _observations(names: dict[str, str]) -> Iterator[tuple[str, str]]:
    kpis = {kpi["id"]: kpi for kpi in KPIS}
    for team, series in HISTORY.items():
        typed = [kpi for kpi in series if "from_survey" not in kpis[kpi]]
        measured = {kpi: _series(team, kpi, kpis[kpi]["frequency"]) for kpi in typed}
        if team in BY_PERIOD:
            yield from _per_period(team, measured)
            continue
        for kpi, found in measured.items():
            written = Block({period: _short(value) for period, value in found.items()})
            name = kpis[kpi]["name"]
            yield _file(
                f"teams/{team}/observations/{kpi}.yml",
                {"kind": "observations", "team": team, "kpi": kpi, "values": written},
                f"{names[team]}：{name['zh']}",
                f"{name['en']} ({kpis[kpi]['unit']})",
            )


def _surveys(names: dict[str, str]) -> Iterator[tuple[str, str]]:
    for team in HISTORY:
        for period, document, rows in surveys(team, SEED):
            name = f"teams/{team}/surveys/{period}"
            about = (f"{names[team]}{period}满意度调查", f"survey of {period}")
            yield _file(f"{name}.yml", document, *about)
            if rows:
                yield f"{name}.csv", rows


def _tickets(names: dict[str, str]) -> Iterator[tuple[str, str]]:
    for team in DESKS:
        for year, document, rows in tickets(team, SEED):
            name = f"teams/{team}/tickets/{year}"
            yield _file(f"{name}.yml", document, f"{names[team]}{year}年的工单", f"tickets of {year}")
            yield f"{name}.csv", rows


def _training(names: dict[str, str]) -> Iterator[tuple[str, str]]:
    whole = {"kind": "training", "skills": SKILLS, "sessions": TRAINING[WHOLE]}
    yield _file(
        "training.yml", whole, "技能清单，以及整个组织的培训", "Skills, and the training of the whole organisation"
    )
    for team, sessions in TRAINING.items():
        if team != WHOLE:
            document = {"kind": "training", "team": team, "sessions": sessions}
            yield _file(f"teams/{team}/training.yml", document, f"{names[team]}的培训", "training of the team")


def _risks(names: dict[str, str]) -> Iterator[tuple[str, str]]:
    whole = {"kind": "risks", "risks": RISKS[WHOLE]}
    yield _file("risks.yml", whole, "整个组织的风险", "Risks of the whole organisation")
    for team, risks in RISKS.items():
        if team != WHOLE:
            document = {"kind": "risks", "team": team, "risks": risks}
            yield _file(f"teams/{team}/risks.yml", document, f"{names[team]}的风险", "risks of the team")


def _per_period(team: str, measured: dict[str, dict[str, Data]]) -> Iterator[tuple[str, str]]:
    by_period: dict[str, Data] = defaultdict(dict)
    for kpi, found in measured.items():
        for period, value in found.items():
            by_period[period][kpi] = _short(value)
    for period, written in sorted(by_period.items()):
        yield _file(
            f"teams/{team}/observations/{period}.yml",
            {"kind": "observations", "team": team, "period": period, "values": Block(written)},
        )


def _series(team: str, kpi: str, frequency: str) -> dict[str, Data]:
    periods = QUARTERS if frequency == "quarterly" else MONTHS
    first, last = FIRST_AND_LAST.get(team, (MONTHS[0], MONTHS[-1]))
    found = {}
    for period, value in values(HISTORY[team][kpi], f"{SEED}/{kpi}/{team}", periods).items():
        if not first <= _last_month(period) <= last or (team, kpi, period) in GAPS:
            continue
        if (kpi, period) == ("channel-availability", "2025-09"):
            value = {"value": TYPHOON[team]}  # noqa: PLW2901
        note = NOTES.get((team, kpi, period))
        found[period] = {**value, "note": note} if note else value
    return found


def _last_month(period: str) -> str:
    return f"{period[:5]}{int(period[-1]) * 3:02d}" if "Q" in period else period


def _short(value: Data) -> Any:
    return value["value"] if set(value) == {"value"} else value


def _file(name: str, document: Data, *about: str) -> tuple[str, str]:
    up = "../" * (name.count("/") + 1)
    head = [f"# yaml-language-server: $schema={up}schema/auditloop.schema.json", *(f"# {line}" for line in about)]
    return name, "\n".join(head) + "\n" + dump(document)
