"""A workspace, valid to the last file, in which every text that people write freely tries to be more than text."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from browser.serving import SITE_URL

PIECES = (
    "<script>window.hacked=1</script>",
    "<img src=x onerror=window.hacked=1>",
    "{{ 7*7 }} {% raise %} ${7*7}",
    "| a | b |",
    "`tick` ``` ~~~",
    "[x](javascript:window.hacked=1) <javascript:window.hacked=1> ![i](https://elsewhere.example/i.png)",
    "<!--al:0--> <!-- --> ]]> </script></style></svg></details></table>",
    "{: #hacked onclick=window.hacked=1 .hacked }",
    "&lt;b&gt; &amp; &#60;",
    "\"double\" 'single' \\ \\u003c",
    "*star* _line_ **two** # 1. - +",
    "\u202eright to left\u202c \U0001f600\U0001f1e8\U0001f1f3 \u200b",
)
LONG = "W" * 10_000
"""A line without a place to break it."""
PARAGRAPHS = (
    "one\n\n# two\n\n    three\n\n<div onclick=window.hacked=1>\n\n---\n\n- four\n\n[five]: javascript:window.hacked=1"
)

PICTURE = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
"""One pixel."""

SETTINGS = f"""
site_name: Hostile
site_url: {SITE_URL}
docs_dir: docs
site_dir: site/zh
use_directory_urls: false
theme: {{name: material, language: zh, font: false, features: [navigation.instant, search.highlight]}}
markdown_extensions: [attr_list, tables, toc]
plugins:
  - auditloop: {{as_of: 2026-11-20}}
  - search
"""


class Texts:
    """Hands out texts; each begins with a mark of its own (`M007 …`), so that it can be looked for on pages."""

    def __init__(self) -> None:
        self.numbers = count(1)
        self.given: dict[str, str] = {}

    def __call__(self, more: str = "", start: str = "") -> str:
        mark = f"M{next(self.numbers):03}x"
        self.given[mark] = " ".join((f"{start}{mark}", *PIECES, *([more] if more else [])))
        return self.given[mark]

    def prose(self, more: str = "") -> dict[str, str]:
        """As `both`, for texts in which a part of Markdown means something; their marks end in `y`."""
        written = {lang: text.replace("x", "y", 1) for lang, text in self.both(more).items()}
        for text in written.values():
            mark = text.split()[0]
            del self.given[mark.replace("y", "x")]
            self.given[mark] = text
        return written

    def both(self, more: str = "", start: str = "") -> dict[str, str]:
        return {"zh": self(more, start), "en": self(more, start)}


def shown(mark: str, text: str) -> str:
    """What readers of a page see of a text: all of it, of prose without the marks of stress and lists."""
    if mark.endswith("x"):
        return text
    for written, read in (
        ("*star* _line_ **two**", "star line two"),
        ("7*7 }} {% raise %} ${7*7", "77 }} {% raise %} ${77"),
    ):
        text = text.replace(written, read)
    return text.replace("- four", "four")


def write(root: Path) -> dict[str, str]:
    """Write the workspace; every text in it by its mark."""
    texts = Texts()
    for name, document in _documents(texts):
        target = root / "audits" / f"{name}.yml"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
    (root / "audits" / "picture.png").write_bytes(PICTURE)
    (root / "docs").mkdir(exist_ok=True)
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    return texts.given


def _documents(t: Texts) -> Iterator[tuple[str, dict[str, Any]]]:
    yield (
        "organisation",
        {
            "kind": "organisation",
            "id": "hostile",
            "name": t.both(),
            "languages": ["zh", "en"],
            "timezone": "UTC",
            "sites": [{"id": "bund", "name": t.both()}],
            "teams": [
                {"id": "front-desk", "name": t.both(), "site": "bund", "department": t.both()},
                {"id": "back-office", "name": t.both(start="=1+")},
            ],
            "channels": [{"id": "phone", "name": t.both()}],
            "categories": [{"id": category, "name": t.both()} for category in ("waiting", "billing")],
            "survey_dimensions": [{"id": topic, "name": t.both()} for topic in ("speed", "manners")],
            "people": [
                {"id": "li-wei", "name": t.both(), "team": "front-desk", "role": t.both()},
                {"id": "wang-fang", "name": t.both(start="@"), "team": "back-office"},
            ],
        },
    )
    yield (
        "checklist",
        {
            "kind": "checklist",
            "id": "reception-check",
            "edition": "2026",
            "name": t.both(),
            "description": t.both(PARAGRAPHS),
            "source": t.both(),
            "licence": t(),
            "scale": {"kind": "levels", "levels": [{"value": n, "label": t.both()} for n in (0, 2, 4)]},
            "domains": [
                {
                    "id": domain,
                    "name": t.both(),
                    "sections": [
                        {
                            "id": f"{domain}-section",
                            "name": t.both(),
                            "items": [_item(t, f"{domain}-{n}") for n in range(3)],
                        }
                    ],
                }
                for domain in ("welcome", "rooms")
            ],
        },
    )
    for team, other in (("front-desk", "wang-fang"), ("back-office", "li-wei")):
        for year in (2025, 2026):
            yield f"{team}/audit-{year}", _audit(t, team, other, year)
        yield f"{team}/actions", _actions(t, team, "li-wei", "wang-fang")
        for period in ("2026-Q1", "2026-Q2"):
            yield f"{team}/survey-{period}", _survey(t, team, period)
        yield f"{team}/tickets", _tickets(team)
        for kpi in ("waiting-time", "first-time-share"):
            yield f"{team}/{kpi}", _observations(t, team, kpi)
    yield "standards", {"kind": "standards", "standards": [_standard(t, id) for id in ("answered", "solved")]}
    yield (
        "kpi",
        {
            **_kpi(t, "waiting-time", "value"),
            "unit": "min",
            "target": [{"from": "2025-06", "value": 5}, {"from": "2026-01", "value": 4}],
            "score": {"zero": 15, "full": 3},
        },
    )
    yield "kpi-2", {**_kpi(t, "first-time-share", "proportion"), "unit": "%", "target": 80, "better": "higher"}
    yield "plan", _plan(t)
    yield "journey", _journey(t)
    yield "proposals", _proposals(t)
    yield "training", _training(t)
    yield "risks", _risks(t)
    yield "segments", _segments(t)
    for example in ("good", "bad"):
        yield f"case-{example}", _case(t, example)
    for period in ("2026-06", "2026-Q2"):
        yield f"commentary-{period}", _commentary(t, period)
    yield "commentary-of-team", {**_commentary(t, "2026-06"), "team": "front-desk"}
    yield "topic", _topic(t)
    yield (
        "index",
        {
            "kind": "index",
            "id": "sqs",
            "name": t.both(),
            "description": t.both(PARAGRAPHS),
            "weights": {"waiting-time": 1},
        },
    )


def _journey(t: Texts) -> dict[str, Any]:
    proposal = {"kind": "automate", "proposal": t.both(LONG), "saves_minutes": 5}
    return {
        "kind": "journey",
        "id": "arrival",
        "name": t.both(start='=HYPERLINK("http://x")'),
        "team": "front-desk",
        "date": "2026-02-01",
        "customers": t.both(PARAGRAPHS),
        "source": t.both(LONG),
        "channels": ["phone"],
        "touchpoints": [
            {
                "id": "door",
                "name": t.both(LONG),
                "steps": [
                    {
                        "id": "waits",
                        "name": t.both(start="=1+"),
                        "channel": "phone",
                        "actor": "customer",
                        "minutes": 9,
                        "standard_minutes": 5,
                        "waiting": True,
                        "adds_value": False,
                        "experience": 1,
                        "pain": t.both(PARAGRAPHS),
                        "esia": proposal,
                        "action": "A-front-desk-2026-001",
                        "after": {"minutes": 4, "experience": 4, "date": "2026-08-10"},
                    },
                    {"id": "served", "name": t.both(LONG), "minutes": 5, "adds_value": True, "experience": 4},
                ],
            }
        ],
    }


def _plan(t: Texts) -> dict[str, Any]:
    return {
        "kind": "plan",
        "id": "year",
        "name": t.both(),
        "horizon": "short",
        "from": "2026",
        "to": "2026",
        "aim": t.both(PARAGRAPHS),
        "owner": "li-wei",
        "goals": [
            {
                "id": "shorter",
                "name": t.both(start='=HYPERLINK("http://x")'),
                "kpi": "waiting-time",
                "team": "front-desk",
                "from": 8,
                "to": 4,
                "by": "2026-12-31",
                "measured_by": t.both(LONG),
            }
        ],
        "milestones": [
            {
                "id": "first",
                "name": t.both(LONG),
                "goal": "shorter",
                "start": "2026-02-01",
                "due": "2026-03-31",
                "done": "2026-04-02",
                "measured_by": t.both(PARAGRAPHS),
                "result": t.both(start="=1+"),
            },
            {
                "id": "second",
                "name": t.both(),
                "due": "2026-10-31",
                "needs": ["first", "A-front-desk-2026-002"],
                "actions": ["A-front-desk-2026-001"],
            },
        ],
    }


def _segments(t: Texts) -> dict[str, Any]:
    return {
        "kind": "segments",
        "period": "2026-Q3",
        "currency": "CNY",
        "tiers": [
            {
                "id": id,
                "name": t.both(start="=1+"),
                "customers": customers,
                "transactions": [{"name": t.both(), "amount": 100, "frequency": 2}],
                "satisfaction": [{"name": t.both(), "score": 80}],
                "relation_years": 2,
                "policy": t.both(PARAGRAPHS),
                "targets": [{"standard": "answered", "target": 97}],
            }
            for id, customers in (("regular", 100), ("vip", 3))
        ],
        "note": t.both(LONG),
    }


def _proposals(t: Texts) -> dict[str, Any]:
    return {
        "kind": "proposals",
        "team": "front-desk",
        "answer_within": 7,
        "proposals": [
            {
                "id": "P-front-desk-2026-001",
                "title": t.both(start="=1+"),
                "text": t.both(PARAGRAPHS),
                "by": "li-wei",
                "submitted": "2026-03-01",
                "answered": "2026-03-20",
                "status": "proven",
                "answer": t.both(PARAGRAPHS),
                "done": "2026-04-01",
                "proven": "2026-06-01",
                "reward": {"what": t.both(start="@"), "amount": 300, "currency": "CNY"},
                "actions": ["A-front-desk-2026-001"],
                "effect": {"name": t.both(), "before": 4, "after": 3, "unit": t.both(), "better": "lower"},
            },
            {
                "id": "P-front-desk-2026-002",
                "title": t.both(LONG),
                "by": "wang-fang",
                "submitted": "2026-09-01",
                "status": "submitted",
            },
        ],
    }


def _training(t: Texts) -> dict[str, Any]:
    held = {"held": "2026-03-02", "audience": 20, "attended": 9, "passed": 8}
    tests = {"before": {"n": 9, "mean": 50, "sd": 9}, "after": {"n": 9, "mean": 70, "sd": 8}}
    return {
        "kind": "training",
        "team": "front-desk",
        "skills": [{"id": "greeting", "name": t.both(LONG), "covers": ["welcome-0"]}],
        "sessions": [
            {
                "id": "TR-front-desk-2026-001",
                "name": t.both(PARAGRAPHS, start="="),
                "skill": "greeting",
                "planned": "2026-03-01",
                **held,
                **tests,
                "kpi": "waiting-time",
                "mentor": "li-wei",
                "newcomers": 2,
                "note": t.both(PARAGRAPHS),
            },
            {
                "id": "TR-front-desk-2026-002",
                "name": t.both(LONG),
                "planned": "2026-04-01",
                "cancelled": {"date": "2026-03-20", "reason": t.both(PARAGRAPHS)},
            },
        ],
    }


def _risks(t: Texts) -> dict[str, Any]:
    return {
        "kind": "risks",
        "team": "front-desk",
        "risks": [
            {
                "id": "R-front-desk-2026-001",
                "name": t.both(start="+"),
                "description": t.both(PARAGRAPHS),
                "category": "system",
                "likelihood": 4,
                "impact": 5,
                "assessed": "2026-06-01",
                "history": [{"date": "2026-01-01", "likelihood": 3, "impact": 4, "note": t.both()}],
                "owner": "li-wei",
                "prevention": t.both(LONG),
                "plan": t.both(PARAGRAPHS),
                "review": "2026-10-01",
                "drills": [{"date": "2026-07-01", "result": "failed", "note": t.both(LONG)}],
                "actions": ["A-front-desk-2026-001"],
            },
            {
                "id": "R-front-desk-2026-002",
                "name": t.both(LONG),
                "category": "people",
                "likelihood": 4,
                "impact": 4,
                "assessed": "2026-01-01",
                "owner": "front-desk",
            },
            {
                "id": "R-front-desk-2026-003",
                "name": t.both(),
                "category": "people",
                "likelihood": 1,
                "impact": 1,
                "assessed": "2026-01-01",
                "owner": "front-desk",
                "closed": {"date": "2026-02-01", "reason": t.both(PARAGRAPHS)},
            },
        ],
    }


def _case(t: Texts, example: str) -> dict[str, Any]:
    return {
        "kind": "case",
        "id": f"{example}-one",
        "name": t.both(start='=HYPERLINK("http://x")'),
        "team": "front-desk",
        "example": example,
        "date": "2026-06-01",
        "checklist": "reception-check",
        "domain": "welcome",
        "cause": "process",
        "items": ["welcome-0"],
        "background": t.both(PARAGRAPHS),
        "problems": t.both(LONG),
        "measures": t.both(PARAGRAPHS),
        "results": [
            {"name": t.both(), "kpi": "waiting-time", "before": "2025-06..2025-12", "after": "2026-01..2026-05"},
            {"name": t.both(start="@"), "before": 7.5, "after": 9.2, "unit": t.both(), "better": "higher"},
        ],
        "lesson": t.both(start="-"),
        "picture": {"file": "picture.png", "alt": t.both('" onerror="window.hacked=1'), "caption": t.both(LONG)},
        "by": "li-wei",
        "actions": ["A-front-desk-2026-001"],
        "findings": ["F-front-desk-2026-001"],
    }


def _commentary(t: Texts, period: str) -> dict[str, Any]:
    return {
        "kind": "commentary",
        "period": period,
        "headline": t.both(),
        "text": t.prose(PARAGRAPHS),
        "decisions": [{"text": t.both(LONG), "owner": "wang-fang", "due": "2026-07-20"}, {"text": t.both(start="=1+")}],
        "next_dates": [{"date": "2026-07-15", "what": t.both()}],
        "by": "li-wei",
    }


def _topic(t: Texts) -> dict[str, Any]:
    said = _commentary(t, "2026-06")
    return {
        "kind": "topic",
        "id": "hostile-topic",
        "title": t.both(),
        "from": "2025-06",
        "to": "2026-06",
        "question": t.both(),
        "background": t.prose(PARAGRAPHS),
        "kpis": ["waiting-time"],
        "findings": ["F-front-desk-2026-001"],
        "actions": ["A-front-desk-2026-001"],
        "dimensions": ["speed"],
        "analysis": t.prose(LONG),
        "conclusion": t.prose(PARAGRAPHS),
        "decisions": said["decisions"],
        "next_dates": said["next_dates"],
        "by": "wang-fang",
    }


def _item(t: Texts, name: str) -> dict[str, Any]:
    return {
        "id": name,
        "ask": t.both(),
        "guidance": t.both(LONG if name.endswith("0") else PARAGRAPHS),
        "look_for": t.both(),
        "levels": {str(n): t.both() for n in (0, 2, 4)},
    }


def _survey(t: Texts, team: str, period: str) -> dict[str, Any]:
    return {
        "kind": "survey",
        "team": team,
        "period": period,
        "channel": "phone",
        "overall": {"1": 3, "4": 30, "5": 20},
        "recommend": {"0": 3, "7": 20, "9": 30},
        "dimensions": {
            "speed": {"expectation": 4.5, "importance": 4.5, "answers": {"2": 10, "4": 20}},
            "manners": {"expectation": 4, "importance": 4, "answers": {"4": 10, "5": 20}},
        },
        "comments": [{"text": t.both(), "rating": 1}, {"text": t(start="=1+"), "rating": 2}]
        if period == "2026-Q2"
        else [],
    }


def _standard(t: Texts, id: str) -> dict[str, Any]:
    return {
        "id": id,
        "name": t.both(),
        "where": {"type": "complaint"},
        "to": "resolved" if id == "solved" else "first_response",
        "within": "30min",
        "target": 90,
        "responsible": t.both(LONG),
    }


def _tickets(team: str) -> dict[str, Any]:
    """Of every two the second is not solved, and every third repeats the one before."""
    return {
        "kind": "tickets",
        "team": team,
        "tickets": [
            {
                "id": f"T-{team}-{day}",
                "type": "complaint",
                "channel": "phone",
                "category": "waiting" if day % 3 else "billing",
                "received": f"2026-11-{day:02}T10:00",
                "events": {"first_response": f"2026-11-{day:02}T10:{3 * day}"}
                | ({"resolved": f"2026-11-{day:02}T12:00"} if day % 2 else {}),
                **({"repeat_of": f"T-{team}-{day - 1}"} if day % 3 == 0 and day > 4 else {}),
            }
            for day in range(4, 19)
        ],
    }


def _audit(t: Texts, team: str, auditor: str, year: int) -> dict[str, Any]:
    before = {"previous": f"{team}-2025-03"} if year == 2026 else {}
    return {
        "kind": "audit",
        "id": f"{team}-{year}-03",
        "team": team,
        "checklist": "reception-check",
        "date": f"{year}-03-15",
        "type": "internal",
        "status": "final",
        "auditors": [auditor],
        "methods": ["observation"],
        "scope": t.both(LONG),
        "summary": t.both(PARAGRAPHS),
        **before,
        "answers": {
            "welcome-0": {"score": 0, "note": t.both(LONG), "evidence": ["https://example.org/?q=<script>\"'&{{7}}"]},
            "welcome-1": {"score": 2, "note": t.both(start='=HYPERLINK("http://x")')},
            "welcome-2": {"na": t.both(PARAGRAPHS)},
            "rooms-0": {"sample": {"size": 20, "failed": 2}, "note": t.both(start="\t=")},
            "rooms-1": {"score": 4, "note": t.both(start="-")},
            "rooms-2": {"score": 4},
        },
        "findings": [
            {
                "id": f"F-{team}-{year}-001",
                "item": "welcome-0",
                "class": "major",
                "problem": t.both(start='=HYPERLINK("http://x")'),
                "cause": {"category": "process", "whys": [t.both(), t.both(LONG)], "summary": t.both(start="+")},
                "likelihood": 4,
                "impact": 3,
            },
            {
                "id": f"F-{team}-{year}-002",
                "item": "rooms-0",
                "class": "minor",
                "problem": t.both(LONG),
                "likelihood": 2,
                "impact": 2,
                "accepted": {"reason": t.both(PARAGRAPHS), "by": auditor, "until": "2027-12-31"},
            },
        ],
    }


def _actions(t: Texts, team: str, owner: str, verifier: str) -> dict[str, Any]:
    return {
        "kind": "actions",
        "team": team,
        "actions": [
            {
                "id": f"A-{team}-2026-001",
                "title": t.both(start='=HYPERLINK("http://x")'),
                "for": [f"F-{team}-2026-001"],
                "type": "corrective",
                "owner": owner,
                "opened": "2026-03-16",
                "due": "2026-05-31",
                "moved": [{"from": "2026-04-30", "to": "2026-05-31", "reason": t.both()}],
                "status": "verified",
                "done": "2026-05-20",
                "evidence": ["https://example.org/roster"],
                "verification": {
                    "date": "2026-08-10",
                    "by": verifier,
                    "result": "effective",
                    "note": t.both(PARAGRAPHS),
                },
                "log": [{"date": "2026-04-01", "note": t.both(LONG)}],
                "note": t.both(),
            },
            {
                "id": f"A-{team}-2026-002",
                "title": t.both(LONG),
                "for": ["waiting-time"],
                "type": "improvement",
                "owner": owner,
                "opened": "2026-05-04",
                "due": "2026-07-31",
                "status": "in-progress",
                "progress": 40,
            },
        ],
    }


def _kpi(t: Texts, name: str, data: str) -> dict[str, Any]:
    return {
        "kind": "kpi",
        "id": name,
        "name": t.both(),
        "dimension": "efficiency",
        "definition": t.both(PARAGRAPHS),
        "better": "lower",
        "frequency": "monthly",
        "kind_of_data": data,
        "source": t.both(),
        "customers": t.both(),
        "segments": [{"from": "2026-01", "why": t.both()}],
        "exclude": [{"period": "2025-12", "why": t.both(LONG)}],
        "benchmark": {"value": 4, "source": t.both()},
    }


def _observations(t: Texts, team: str, kpi: str) -> dict[str, Any]:
    months = [*(f"2025-{month:02}" for month in range(6, 13)), *(f"2026-{month:02}" for month in range(1, 11))]
    proportion = kpi == "first-time-share"
    values: dict[str, Any] = {
        month: {"n": 70 + step, "of": 100} if proportion else {"value": 4 + step % 5, "n": 100}
        for step, month in enumerate(months)
    }
    values[months[-1]]["note"] = t.both()
    return {"kind": "observations", "team": team, "kpi": kpi, "values": values}
