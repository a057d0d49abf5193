"""Workspaces rendered for tests: the demonstration, and a small one in which every text tries to break out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown

from auditloop import resources
from auditloop.assess import assess
from auditloop.load import read_document, read_workspace
from auditloop.model import Origin
from auditloop.model.build import build_workspace
from auditloop.pipeline.reporting import make_reports
from auditloop.render.charts import Chart
from auditloop.render.site import RenderSettings, Site, render_site

ROOT = Path(__file__).parents[1]
BASE = Path(__file__).parent / "cases" / "base"
AS_OF = dt.date(2026, 11, 20)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"></svg>'

NASTY = (
    "<script>alert(1)</script> </title><img src=x onerror=alert(2)> {{ 7*7 }} {% raw %} {: onclick=alert(3) } | a | b |"
    "\n\n# head\n- `code` ``` *em* __st__ ~~~ [l](javascript:alert(4)) <javascript:alert(5)> https://x.example"
    " ![i](x) &amp; &lt;b&gt;\n=cmd()\u202eRTL\u202c \u0634\u0643\u0631\u0627 \U0001f600 \"quoted\" 'single' --- "
    + "W"
    * 300
)
TOPICS = [{"id": topic, "name": {"zh": "维度", "en": "Topic"}} for topic in ("speed", "manners")]
PROPOSALS: dict[str, Any] = {
    "kind": "proposals",
    "team": "front-desk",
    "answer_within": 7,
    "proposals": [
        {
            "id": "P-front-desk-2026-001",
            "title": {"zh": "建议", "en": "A proposal"},
            "text": {"zh": "说明", "en": "Why"},
            "by": "li-wei",
            "submitted": "2026-03-01",
            "answered": "2026-03-20",
            "status": "proven",
            "answer": {"zh": "采纳", "en": "Adopted"},
            "done": "2026-04-01",
            "proven": "2026-06-01",
            "reward": {"what": {"zh": "奖", "en": "A prize"}, "amount": 300, "currency": "CNY"},
            "effect": {"before": 4, "after": 3, "unit": {"zh": "分", "en": "points"}, "better": "lower"},
        },
        {
            "id": "P-front-desk-2026-002",
            "title": {"zh": "建议", "en": "A proposal"},
            "by": "front-desk",
            "submitted": "2026-09-01",
            "status": "submitted",
        },
    ],
}
SEGMENTS: dict[str, Any] = {
    "kind": "segments",
    "period": "2026-Q3",
    "currency": "CNY",
    "tiers": [
        {
            "id": id,
            "name": {"zh": "层", "en": "Tier"},
            "customers": customers,
            "transactions": [{"name": {"zh": "层", "en": "Tier"}, "amount": 100, "frequency": 2}],
            "satisfaction": [{"name": {"zh": "层", "en": "Tier"}, "score": 80}],
            "relation_years": 2,
            "policy": {"zh": "层", "en": "Tier"},
            "targets": [{"standard": "answered", "target": 97}],
        }
        for id, customers in (("regular", 100), ("vip", 3))
    ],
    "note": {"zh": "层", "en": "Tier"},
}
VOICE: list[dict[str, Any]] = [
    {
        "kind": "survey",
        "team": team,
        "period": period,
        "overall": {"1": 3, "4": 30, "5": 20},
        "recommend": {"0": 3, "9": 30, "7": 20},
        "dimensions": {
            "speed": {"expectation": 4.5, "importance": 4.5, "answers": {"2": 10, "4": 20}},
            "manners": {"expectation": 4, "importance": 4, "answers": {"4": 10, "5": 20}},
        },
        "comments": [{"text": {"zh": "排队太久", "en": "The queue was long"}, "rating": rating} for rating in (1, 2)],
    }
    for team in ("front-desk", "housekeeping")
    for period in ("2026-Q1", "2026-Q2")
]
VOICE += [
    {
        "kind": "standards",
        "standards": [
            {
                "id": "answered",
                "name": {"zh": "首次响应", "en": "First response"},
                "where": {"type": "complaint"},
                "to": "first_response",
                "within": "30min",
                "clock": "business",
                "target": 90,
                "responsible": {"zh": "客服", "en": "Service"},
            },
            {
                "id": "by-itself",
                "name": {"zh": "自助", "en": "Self-service"},
                "where": {"type": "enquiry"},
                "met": {"solved_by": "bot"},
            },
        ],
    },
    *(
        {
            "kind": "tickets",
            "team": team,
            "tickets": [
                {
                    "id": f"T-{team}-{day}-{n}",
                    "type": "enquiry" if n == 2 else "complaint",
                    "channel": f"<b>channel {n}</b> | {{{{ 7*7 }}}}" + "W" * 60 * n,
                    "category": f"<script>alert({n})</script> | {{{{ 7*7 }}}} {{: onclick=alert(3) }}",
                    "received": f"2026-11-{day:02}T17:50",
                    "events": {"first_response": f"2026-11-{day:02}T18:{10 + 20 * n}"}
                    | ({"resolved": f"2026-11-{day:02}T19:00"} if n != 1 else {}),
                    **({"repeat_of": f"T-{team}-{day - 1}-{n}"} if day > 10 and n == 0 else {}),
                }
                for day in range(10, 20)
                for n in range(3)
            ],
        }
        for team in ("front-desk", "housekeeping")
    ),
]
VOICE += [
    {
        "kind": "journey",
        "id": "arrival",
        "name": {"zh": "到店", "en": "Arrival"},
        "team": "front-desk",
        "date": "2026-02-01",
        "customers": {"zh": "客户", "en": "Customers"},
        "source": {"zh": "跟测", "en": "Timing"},
        "channels": ["counter"],
        "touchpoints": [
            {
                "id": "door",
                "name": {"zh": "门口", "en": "Door"},
                "steps": [
                    {
                        "id": "waits",
                        "name": {"zh": "等", "en": "Waits"},
                        "channel": "counter",
                        "minutes": 9,
                        "standard_minutes": 5,
                        "waiting": True,
                        "adds_value": False,
                        "experience": 1,
                        "pain": {"zh": "太久", "en": "Too long"},
                        "esia": {"kind": "automate", "proposal": {"zh": "叫号", "en": "Numbers"}, "saves_minutes": 5},
                        "action": "A-front-desk-2026-001",
                        "after": {"minutes": 4, "experience": 4, "date": "2026-08-10"},
                    },
                    {"id": "served", "name": {"zh": "办理", "en": "Is served"}, "minutes": 5, "adds_value": True},
                ],
            }
        ],
    },
    {
        "kind": "plan",
        "id": "year",
        "name": {"zh": "计划", "en": "Plan"},
        "horizon": "short",
        "from": 2026,
        "to": 2026,
        "aim": {"zh": "少等", "en": "Shorter waits"},
        "owner": "li-wei",
        "goals": [
            {
                "id": "shorter",
                "name": {"zh": "更短", "en": "Shorter"},
                "kpi": "waiting-time",
                "team": "front-desk",
                "from": 9,
                "to": 4,
                "by": "2026-12-31",
                "measured_by": {"zh": "秒表", "en": "A stop-watch"},
            }
        ],
        "milestones": [
            {
                "id": "roster",
                "name": {"zh": "排班", "en": "A roster"},
                "goal": "shorter",
                "start": "2026-03-01",
                "due": "2026-04-30",
                "done": "2026-05-02",
                "result": {"zh": "好了", "en": "It works"},
            },
            {
                "id": "sign",
                "name": {"zh": "牌子", "en": "A sign"},
                "due": "2026-10-31",
                "needs": ["roster", "A-front-desk-2026-002"],
                "actions": ["A-front-desk-2026-001"],
                "measured_by": {"zh": "看得见", "en": "It can be seen"},
            },
        ],
    },
]
VOICE += [
    {
        "kind": "case",
        "id": f"{example}-case",
        "name": {"zh": "案例", "en": "A case"},
        "team": "front-desk",
        "example": example,
        "date": "2026-06-15",
        "checklist": "reception-check",
        "domain": "welcome",
        "cause": "process",
        "items": ["queue-short"],
        "background": {"zh": "背景", "en": "Background"},
        "problems": {"zh": "问题", "en": "Problems"},
        "measures": {"zh": "做法", "en": "Measures"},
        "results": [
            {"kpi": "waiting-time", "before": "2026-03", "after": "2026-04..2026-05"},
            {
                "name": {"zh": "满意度", "en": "Satisfaction"},
                "before": 7.5,
                "after": 9.2,
                "unit": {"zh": "分", "en": "points"},
            },
        ],
        "lesson": {"zh": "教训", "en": "The lesson"},
        "picture": {"file": "a.png", "alt": {"zh": "图", "en": "A picture"}},
        "by": "li-wei",
        "actions": ["A-front-desk-2026-001"],
        "findings": ["F-front-desk-2026-001"] if example == "good" else [],
    }
    for example in ("good", "bad")
]
VOICE.append(PROPOSALS)
VOICE += [
    {
        "kind": "training",
        "team": "front-desk",
        "skills": [{"id": "greeting", "name": {"zh": "问候", "en": "Greeting"}, "covers": ["arrival"]}],
        "sessions": [
            {
                "id": "TR-front-desk-2026-001",
                "name": {"zh": "问候", "en": "Greeting guests"},
                "skill": "greeting",
                "planned": "2026-04-10",
                "held": "2026-04-10",
                "audience": 20,
                "attended": 9,
                "passed": 8,
                "before": {"n": 9, "mean": 50, "sd": 9},
                "after": {"n": 9, "mean": 70, "sd": 8},
                "kpi": "waiting-time",
                "mentor": "li-wei",
                "newcomers": 2,
                "note": {"zh": "说明", "en": "A remark"},
            },
            {
                "id": "TR-front-desk-2026-002",
                "name": {"zh": "消防", "en": "Fire drill"},
                "planned": "2026-05-10",
                "cancelled": {"date": "2026-05-01", "reason": {"zh": "没有人", "en": "Nobody free"}},
            },
        ],
    },
    {
        "kind": "risks",
        "team": "front-desk",
        "risks": [
            {
                "id": "R-front-desk-2026-001",
                "name": {"zh": "停电", "en": "A power cut"},
                "description": {"zh": "会怎样", "en": "What would happen"},
                "category": "facility",
                "likelihood": 4,
                "impact": 5,
                "assessed": "2026-04-01",
                "history": [{"date": "2026-01-01", "likelihood": 3, "impact": 4, "note": {"zh": "注", "en": "A note"}}],
                "owner": "li-wei",
                "prevention": {"zh": "预防", "en": "Prevention"},
                "plan": {"zh": "预案", "en": "The plan"},
                "review": "2026-05-01",
                "drills": [{"date": "2026-04-15", "result": "failed", "note": {"zh": "发现", "en": "Found"}}],
                "where": {"type": "complaint"},
                "actions": ["A-front-desk-2026-001"],
            },
            {
                "id": "R-front-desk-2026-002",
                "name": {"zh": "停水", "en": "No water"},
                "category": "facility",
                "likelihood": 4,
                "impact": 4,
                "assessed": "2026-04-01",
                "owner": "front-desk",
            },
            {
                "id": "R-front-desk-2026-003",
                "name": {"zh": "旧门", "en": "The old door"},
                "category": "facility",
                "likelihood": 1,
                "impact": 1,
                "assessed": "2026-04-01",
                "owner": "front-desk",
                "closed": {"date": "2026-05-01", "reason": {"zh": "换了", "en": "Replaced"}},
            },
        ],
    },
]
VOICE.append(SEGMENTS)
"""What the small base workspace has none of: surveys, standards, tickets, a plan, a journey, proposals and more."""
VOICE += [
    {
        "kind": "commentary",
        "period": period,
        **of,
        "headline": {"zh": "要点", "en": "The point"},
        "text": {"zh": "说明", "en": "In words"},
        "decisions": [{"text": {"zh": "决定", "en": "Decided"}, "owner": "li-wei", "due": "2026-12-01"}],
        "next_dates": [{"date": "2026-11-30", "what": {"zh": "例会", "en": "Meeting"}}],
        "by": "li-wei",
    }
    for period, of in (("2026-10", {}), ("2026-10", {"team": "front-desk"}), ("2026-Q2", {}))
]
VOICE += [
    {
        "kind": "topic",
        "id": "index",
        "title": {"zh": "专题", "en": "A topic"},
        "from": "2026-01",
        "to": "2026-06",
        "question": {"zh": "问题？", "en": "The question?"},
        "background": {"zh": "背景", "en": "Background"},
        "kpis": ["waiting-time"],
        "analysis": {"zh": "分析", "en": "Analysis"},
        "conclusion": {"zh": "结论", "en": "Conclusion"},
        "decisions": [{"text": {"zh": "决定", "en": "Decided"}}],
        "by": "li-wei",
    }
]
"""And what people said on periods, and a topic."""
HOURS = {"country": "CN", "days": "mon-fri", "hours": "09:00-18:00"}
MARK = "7*7"
"""Part of the nasty text that a page must show as it stands."""


def no_drawing(charts: Sequence[Chart]) -> Mapping[str, str]:
    """Stands in for the drawing of charts, which has tests of its own."""
    return {chart.id: SVG for chart in charts}


def settings(lang: str, **more: Any) -> RenderSettings:
    return RenderSettings(lang=lang, languages=("zh", "en"), template_dirs=(resources.templates_dir(),), **more)


@cache
def demo(lang: str) -> Site:
    """The demonstration organisation of the repository."""
    return _site(ROOT, lang, nasty=False)


@cache
def nasty(lang: str) -> Site:
    """The small base workspace with the nasty text in every text of it."""
    return _site(BASE, lang, nasty=True)


@cache
def empty(lang: str) -> Site:
    """An organisation with two teams that has recorded nothing at all."""
    return render_documents(
        [
            {
                "kind": "organisation",
                "id": "o",
                "name": "O",
                "teams": [{"id": "a", "name": "A"}, {"id": "index", "name": "I"}],
            }
        ],
        lang,
    )


def render_documents(documents: list[dict[str, Any]], lang: str, **more: Any) -> Site:
    workspace = build_workspace(documents, {})
    results = assess(workspace, as_of=AS_OF, generator="auditloop test", data_hash="0" * 12)
    reports = make_reports(workspace, results)
    return render_site(workspace, results, settings(lang, **more), no_drawing, reports=reports)


def _site(root: Path, lang: str, *, nasty: bool) -> Site:
    loaded = read_workspace(root)
    built_in = [read_document(path.read_bytes(), path.name)[0] for path in resources.built_in_checklists()]
    own = {d.data["id"] for d in loaded.documents if d.data["kind"] == "checklist"}
    documents = [d.data for d in loaded.documents]
    documents += [d.data for d in built_in if d and d.data["id"] not in own]
    if nasty:
        documents = [
            d | {"survey_dimensions": TOPICS, "business_hours": HOURS} if d["kind"] == "organisation" else d
            for d in documents
        ]
        documents += VOICE
    workspace = build_workspace([_poison(d) if nasty else d for d in documents], _origins(loaded.documents))
    results = assess(workspace, as_of=AS_OF, generator="auditloop test", data_hash="0" * 12)
    reports = make_reports(workspace, results)
    return render_site(
        workspace, results, settings(lang, repo_url="https://github.com/o/r"), no_drawing, reports=reports
    )


def _origins(documents: Sequence[Any]) -> dict[tuple[str, str], Origin]:
    return {(d.data["kind"], str(d.data["id"])): Origin(d.file, 1) for d in documents if "id" in d.data}


def _poison(value: Any) -> Any:
    if isinstance(value, dict):
        if value and set(value) <= {"zh", "en"}:
            return {lang: f"{text} {NASTY}" for lang, text in value.items()}
        poisoned = {key: _poison(each) for key, each in value.items()}
        if "evidence" in value and isinstance(value["evidence"], list):
            poisoned["evidence"] = ["javascript:alert(6)", "https://safe.example/a", f"paper {NASTY}"]
        return poisoned
    return [_poison(each) for each in value] if isinstance(value, list) else value


@cache
def dom(name: str, lang: str, path: str) -> Dom:
    """A page as a site engine with nothing but core Markdown shows it."""
    page = next(page for page in BUILDERS[name](lang).pages if page.path == path)
    return Dom(html_of(front_matter(page.text)[1]))


def front_matter(text: str) -> tuple[str, str]:
    _, front, body = text.split("---\n", 2)
    return front, body


def html_of(body: str) -> str:
    return markdown.Markdown(extensions=["attr_list", "tables", "toc"]).convert(body)


VOID = {"br", "img", "hr", "input", "meta", "link", "wbr", "col"}


class Dom(HTMLParser):
    """Just enough of a document to judge it: elements with attributes, nesting errors, text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.errors: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        self.errors += [f"<{tag}> is never closed" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "p" and "p" in self._open:
            self.errors.append("<p> inside <p>")
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self._open or self._open[-1] != tag:
            self.errors.append(f"</{tag}> closes {self._open[-1] if self._open else 'nothing'}")
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    @property
    def words(self) -> str:
        return "".join(self.text)

    def all(self, name: str) -> list[str]:
        return [str(attrs[name]) for _, attrs in self.elements if attrs.get(name) is not None]


BUILDERS = {"demo": demo, "nasty": nasty, "empty": empty}
