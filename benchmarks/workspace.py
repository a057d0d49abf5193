"""Writes a realistic workspace of a wanted number of documents. The same number and seed give the same bytes.

About 70 % are audits of some 6 KB with all their answers; the rest are actions files, indicators, observations and
indices. Teams grow with the documents, indicators hardly: so does an organisation.

    python -m benchmarks.workspace DIR DOCUMENTS
"""

from __future__ import annotations

import datetime as dt
import random
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from benchmarks import words

REPOSITORY = Path(__file__).resolve().parents[1]
AS_OF = dt.date(2026, 3, 31)
DOCUMENTS_PER_TEAM = 40
AUDIT_SHARE = 0.7
MONTHS = 48
"""How far back audits and observations go."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written to `root`."""

    root: Path
    documents: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Question:
    """What an audit needs to know of a checklist's item."""

    id: str
    na_allowed: bool
    critical: bool
    evidence: bool


@dataclass(frozen=True, slots=True)
class Form:
    """A built-in checklist, as far as answers go."""

    id: str
    levels: bool
    questions: tuple[Question, ...]


@dataclass(slots=True)
class Team:
    """A team, and what later documents refer back to."""

    id: str
    site: str
    name: tuple[str, str]
    people: tuple[str, ...]
    skill: float
    """How well it does, 0 to 1; audits scatter around it and rise a little over time."""
    last_audit: dict[str, str] = field(default_factory=dict)
    findings: list[tuple[str, dt.date, str]] = field(default_factory=list)
    """Id, date and class of every finding so far."""


def write_workspace(root: Path, documents: int, seed: int = 2026) -> Written:
    """Fill the empty folder `root`. `documents` is at least 20."""
    if documents < 20:
        raise ValueError("a workspace needs 20 documents or more")
    size = 0
    count = 0
    for name, text in _documents(documents, random.Random(f"{seed}:{documents}")):
        path = root / "audits" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        content = text.encode()
        path.write_bytes(content)
        size += len(content)
        count += 1
    settings = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(re.sub(r"as_of: \S+", f"as_of: {AS_OF}", settings), encoding="utf-8")
    (root / "docs").mkdir(exist_ok=True)
    return Written(root, count, size)


def _documents(wanted: int, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Path below audits/ and text of each document, `wanted` of them."""
    teams = _teams(max(2, wanted // DOCUMENTS_PER_TEAM), rng)
    kpis = words.KPIS[: min(len(words.KPIS), max(3, wanted // 12))]
    indices = ["sqs", "csi"] if len(kpis) > 4 else ["sqs"]
    forms = _forms()

    yield "organisation.yml", _organisation(teams)
    for kpi in kpis:
        yield f"indicators/{kpi[0]}.yml", _kpi(kpi)
    for index in indices:
        yield f"indicators/{index}.yml", _index(index, [kpi[0] for kpi in kpis])

    audits = round(wanted * AUDIT_SHARE)
    per_team = -(-audits // len(teams))
    for number in range(audits):
        team, turn = teams[number % len(teams)], number // len(teams)
        form = forms["on-site-service" if turn % 7 in (2, 5) else "service-self-audit"]
        days = (MONTHS * 30) // per_team
        date = AS_OF - dt.timedelta(days=days * (per_team - 1 - turn) + rng.randrange(5))
        audit, text = _audit(team, form, date, turn / per_team, rng)
        yield f"{team.id}/{date.year}/{audit}.yml", text

    rest = wanted - 1 - len(kpis) - len(indices) - audits
    for number in range(rest):
        team, turn = teams[number % len(teams)], number // len(teams)
        if turn % 3 == 1:
            year = AS_OF.year - turn // 3
            yield f"{team.id}/actions-{year}.yml", _actions(team, year, rng)
        elif (slot := turn - turn // 3 - (turn % 3 == 2)) < len(kpis):
            kpi = kpis[(slot + 5 * (number % len(teams))) % len(kpis)]  # teams differ in what they measure
            yield f"{team.id}/{kpi[0]}.yml", _series(team, kpi, rng)
        else:
            raise ValueError(f"{wanted} documents: {len(kpis)} indicators are too few for {slot + 1} series per team")


# -- who and what ------------------------------------------------------------------------------------------------------


def _teams(count: int, rng: random.Random) -> list[Team]:
    teams = []
    for number in range(count):
        function, zh, en = words.FUNCTIONS[number % len(words.FUNCTIONS)]
        site, site_zh, site_en = _site(number // len(words.FUNCTIONS))
        team = f"{function}-{site}"
        teams.append(
            Team(
                id=team,
                site=site,
                name=(f"{site_zh}{zh}", f"{en}, {site_en}"),
                people=tuple(f"{team}-{role}" for role in ("lead", "quality", "agent")),
                skill=rng.uniform(0.55, 0.95),
            )
        )
    return teams


def _site(number: int) -> tuple[str, str, str]:
    site, zh, en = words.SITES[number % len(words.SITES)]
    again = number // len(words.SITES)
    return (f"{site}-{again + 1}", f"{zh}{again + 1}号", f"{en} {again + 1}") if again else (site, zh, en)


def _forms() -> dict[str, Form]:
    forms = {}
    for path in sorted((REPOSITORY / "generator" / "auditloop" / "checklists").glob("*.yml")):
        data = yaml.load(path.read_bytes(), yaml.CSafeLoader)
        questions = tuple(
            Question(
                item["id"],
                na_allowed=item.get("na_allowed", True),
                critical=item.get("critical", "none") != "none",
                evidence=item.get("evidence") == "always",
            )
            for domain in data["domains"]
            for section in domain["sections"]
            for item in section["items"]
        )
        forms[data["id"]] = Form(data["id"], data["scale"]["kind"] == "levels", questions)
    return forms


def _organisation(teams: Sequence[Team]) -> str:
    sites = dict.fromkeys(team.site for team in teams)
    names = {_site(n)[0]: _site(n) for n in range(len(sites))}
    lines = [
        "kind: organisation",
        "format: 1",
        "id: harbour",
        "name: {zh: 海港服务集团, en: Harbour Services}",
        "languages: [zh, en]",
        "timezone: Asia/Shanghai",
        "sites:",
        *(f"  - {{id: {site}, name: {{zh: {names[site][1]}, en: {names[site][2]}}}}}" for site in sites),
        "teams:",
        *(f'  - {{id: {t.id}, name: {{zh: {t.name[0]}, en: "{t.name[1]}"}}, site: {t.site}}}' for t in teams),
        "people:",
    ]
    for number, person in enumerate((team, person) for team in teams for person in team.people):
        family, given = words.FAMILY[number % len(words.FAMILY)], words.GIVEN[number // 7 % len(words.GIVEN)]
        name = f"{{zh: {family[0]}{given[0]}, en: {given[1]} {family[1]}}}"
        lines.append(f"  - {{id: {person[1]}, name: {name}, team: {person[0].id}}}")
    return _joined(lines)


def _kpi(kpi: tuple[str, str, str, str, str, str, str, float, float, float, float]) -> str:
    key, zh, en, dimension, unit, better, kind, usual, change, zero, full = kpi
    return _joined(
        [
            "kind: kpi",
            f"id: {key}",
            f"name: {{zh: {zh}, en: {en}}}",
            f"dimension: {dimension}",
            "definition:",
            f"  zh: 按月统计的{zh}，口径见操作手册；测试与演练的记录不计在内。",
            f"  en: {en}, per month, as the handbook counts it; records of tests and drills are left out.",
            f'unit: "{unit}"',
            f"better: {better}",
            "frequency: monthly",
            f"kind_of_data: {kind}",
            *(["per: 1000"] if kind == "rate" else []),
            f"target: {round(usual + change * 40, 1)}",
            f"score: {{zero: {zero}, full: {full}}}",
        ]
    )


def _index(index: str, kpis: Sequence[str]) -> str:
    chosen = kpis[:4] if index == "sqs" else kpis[-4:]
    name = (
        "{zh: 服务质量指数, en: Service quality score}"
        if index == "sqs"
        else "{zh: 客户满意指数, en: Satisfaction index}"
    )
    weights = [100 // len(chosen)] * (len(chosen) - 1)
    weights.append(100 - sum(weights))
    return _joined(
        [
            "kind: index",
            f"id: {index}",
            f"name: {name}",
            "weights:",
            *(f"  {kpi}: {weight}" for kpi, weight in zip(chosen, weights, strict=True)),
        ]
    )


# -- audits ------------------------------------------------------------------------------------------------------------


def _audit(team: Team, form: Form, date: dt.date, progress: float, rng: random.Random) -> tuple[str, str]:
    """Id and text of one final audit, and its findings put on the team's record."""
    audit = f"{team.id}-{date:%Y-%m-%d}"
    previous = team.last_audit.get(form.id)
    kinds = ["self", "internal", "third-party", "mystery-shopper"] + (["re-audit"] if previous else [])
    skill = min(0.97, team.skill + 0.1 * progress)
    answers, failed = _answers(form, skill, rng)
    lines = [
        "kind: audit",
        "format: 1",
        f"id: {audit}",
        f"team: {team.id}",
        f"checklist: {form.id}",
        f"date: {date}",
        f"type: {rng.choice(kinds)}",
        "status: final",
        f"auditors: [{', '.join(rng.sample(team.people, 2))}]",
        "methods: [document-review, observation, staff-interview]",
        *([f"previous: {previous}"] if previous else []),
        "summary:",
        *_both(2, rng.choice(words.NOTE_WHAT), rng.choice(words.NOTE_RESULT)),
        "answers:",
        *answers,
    ]
    found = _findings(team, failed, date, rng)
    lines += ["findings:", *found] if found else []
    team.last_audit[form.id] = audit
    return audit, _joined(lines)


def _answers(form: Form, skill: float, rng: random.Random) -> tuple[list[str], list[str]]:
    """Lines of all answers, and the items that did badly, the worst first."""
    lines: list[str] = []
    failed: list[str] = []
    for question in form.questions:
        if question.na_allowed and not question.critical and rng.random() < 0.04:
            lines.append(f"  {question.id}: {{na: {{zh: {words.NOT_HERE[0]}, en: {words.NOT_HERE[1]}}}}}")
            continue
        ratio = min(1.0, max(0.0, rng.gauss(skill, 0.22)))
        if question.critical:
            ratio = max(ratio, 0.3)
        score = str(round(ratio * 4)) if form.levels else ("no", "partial", "yes")[round(ratio * 2)]
        bad = score in ("0", "1", "no")
        if score in ("0", "no"):
            failed.insert(0, question.id)
        elif bad:
            failed.append(question.id)
        written = rng.random()
        if not (form.levels or question.evidence or bad) and written < 0.08:
            size = rng.choice((10, 20, 30))
            lines.append(f"  {question.id}: {{sample: {{size: {size}, failed: {round(size * (1 - ratio))}}}}}")
        elif bad or question.evidence or written < 0.2:
            lines += [f"  {question.id}:", f"    score: {score}"]
            if written < 0.75:
                lines += ["    note:", *_both(6, rng.choice(words.NOTE_WHAT), rng.choice(words.NOTE_RESULT))]
            lines.append(f"    evidence: [evidence/{question.id}-{rng.randrange(1000)}.pdf]")
        else:
            lines.append(f"  {question.id}: {score}")
    worst = sum(line.endswith((": 0", ": no")) for line in lines)
    return lines, failed[: max(worst, rng.choice((2, 3, 4)))]


def _findings(team: Team, failed: Sequence[str], date: dt.date, rng: random.Random) -> list[str]:
    lines: list[str] = []
    for item in failed:
        year = [finding for finding in team.findings if finding[1].year == date.year]
        finding = f"F-{team.id}-{date.year}-{len(year) + 1:03d}"
        weight = rng.choice(("major", "minor", "minor", "observation", "opportunity"))
        lines += [
            f"  - id: {finding}",
            f"    item: {item}",
            f"    class: {weight}",
            "    problem:",
            *_both(6, rng.choice(words.PROBLEM)),
            "    cause:",
            f"      category: {rng.choice(('people', 'process', 'system', 'policy', 'facility'))}",
            "      whys:",
            *(f'        - {{zh: {zh}, en: "{en}"}}' for zh, en in rng.sample(words.WHY, 2)),
            f"    likelihood: {rng.randint(1, 5)}",
            f"    impact: {rng.randint(1, 5)}",
        ]
        team.findings.append((finding, date, weight))
    return lines


# -- actions and values ------------------------------------------------------------------------------------------------


def _actions(team: Team, year: int, rng: random.Random) -> str:
    """One file: what the team did about the findings of a year."""
    lines = ["kind: actions", f"team: {team.id}", "actions:"]
    found = [finding for finding in team.findings if finding[1].year == year] or team.findings[-2:]
    for number, (finding, date, _) in enumerate(found[:12], start=1):
        owner, checker = rng.sample(team.people, 2)
        opened = min(date + dt.timedelta(days=rng.randrange(1, 10)), AS_OF)
        due = opened + dt.timedelta(days=rng.choice((14, 30, 45, 60, 90)))
        done = opened + dt.timedelta(days=rng.randrange(7, 110))
        checked = done + dt.timedelta(days=rng.randrange(30, 90))
        title = rng.choice(words.ACTION)
        state = "verified" if checked <= AS_OF else "done" if done <= AS_OF else rng.choice(("planned", "in-progress"))
        lines += [
            f"  - id: A-{team.id}-{year}-{number:03d}",
            "    title:",
            *_both(6, title),
            f"    for: [{finding}]",
            f"    type: {rng.choice(('corrective', 'preventive', 'training'))}",
            f"    owner: {owner}",
            f"    priority: {rng.choice(('high', 'medium', 'low'))}",
            f"    opened: {opened}",
            f"    due: {due}",
            f"    status: {state}",
        ]
        if state in ("done", "verified"):
            lines += [f"    done: {done}", f"    evidence: [evidence/{title[1].split()[0].lower()}-{number}.pdf]"]
        if state == "verified":
            result = rng.choice(("effective", "effective", "partly", "ineffective"))
            lines.append(f"    verification: {{date: {checked}, by: {checker}, result: {result}}}")
        log = opened + dt.timedelta(days=5)
        if log <= AS_OF:
            lines += ["    log:", f"      - date: {log}", "        note:", *_both(10, rng.choice(words.LOG))]
    return _joined(lines)


def _series(
    team: Team,
    kpi: tuple[str, str, str, str, str, str, str, float, float, float, float],
    rng: random.Random,
) -> str:
    """One file: one indicator of one team, month by month."""
    key, kind, usual, change = kpi[0], kpi[6], kpi[7] * rng.uniform(0.9, 1.08), kpi[8]
    lines = ["kind: observations", f"team: {team.id}", f"kpi: {key}", "values:"]
    for back in range(MONTHS - 1, -1, -1):
        month = AS_OF.year * 12 + AS_OF.month - 1 - back
        value = max(0.0, (usual + change * (MONTHS - back)) * rng.gauss(1, 0.05))
        of = rng.randint(300, 900)
        written = {
            "value": f"{{value: {value:.1f}, n: {of}}}",
            "proportion": f"{{n: {min(of, round(of * value / 100))}, of: {of}}}",
            "rate": f"{{n: {round(of * 20 * value / 1000)}, of: {of * 20}}}",
            "count": f"{round(value)}",
        }[kind]
        lines.append(f"  {month // 12}-{month % 12 + 1:02d}: {written}")
    return _joined(lines)


def _both(indent: int, *sentences: tuple[str, str]) -> list[str]:
    """A text in both languages, below its key."""
    pad = " " * indent
    zh = "，".join(zh for zh, _ in sentences)
    en = ", ".join(en for _, en in sentences)
    return [f"{pad}zh: {zh}。", f'{pad}en: "{en}."']


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    made = write_workspace(Path(sys.argv[1]), int(sys.argv[2]))
    print(f"{made.documents} documents, {made.bytes / 1e6:.1f} MB in {made.root}")
