"""Small workspaces for tests of the assessment, written as people write them: plain data in, a Workspace out."""

from __future__ import annotations

import datetime as dt
from typing import Any

from auditloop.assess import assess
from auditloop.assess.results import Results
from auditloop.model import Workspace
from auditloop.model.build import build_workspace

AS_OF = dt.date(2026, 3, 31)


def organisation(*teams: str, **more: Any) -> dict[str, Any]:
    """An organisation with these teams (front-desk alone when none is named)."""
    return {
        "kind": "organisation",
        "id": "harbour",
        "name": {"zh": "海港", "en": "Harbour"},
        "teams": [{"id": team, "name": {"zh": team, "en": team}} for team in teams or ("front-desk",)],
        **more,
    }


def item(id_: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "ask": {"zh": "吗？", "en": "?"}, **more}


def domain(id_: str, *items: dict[str, Any], weight: float = 1) -> dict[str, Any]:
    """A domain with one section that holds these items."""
    section = {"id": f"{id_}-section", "name": {"zh": "节", "en": "s"}, "items": list(items)}
    return {"id": id_, "name": {"zh": "域", "en": "d"}, "weight": weight, "sections": [section]}


def checklist(*domains: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A checklist on levels 0–4."""
    levels = [{"value": value, "label": {"zh": "级", "en": "l"}} for value in range(5)]
    return {
        "kind": "checklist",
        "id": "basics",
        "edition": "2026",
        "name": {"zh": "基础", "en": "Basics"},
        "scale": {"kind": "levels", "levels": levels},
        "domains": list(domains),
        **more,
    }


def audit(id_: str, date: str, answers: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A final self-audit of the front desk with the basics."""
    return {
        "kind": "audit",
        "id": id_,
        "team": "front-desk",
        "checklist": "basics",
        "date": dt.date.fromisoformat(date).isoformat(),
        "type": "self",
        "status": "final",
        "answers": answers,
        **more,
    }


def finding(id_: str, item_: str, class_: str = "major", **more: Any) -> dict[str, Any]:
    return {"id": id_, "item": item_, "class": class_, "problem": {"zh": "问题", "en": "problem"}, **more}


def action(id_: str, *for_: str, **more: Any) -> dict[str, Any]:
    """A planned corrective action of March 2026."""
    return {
        "id": id_,
        "title": {"zh": "措施", "en": "measure"},
        "for": list(for_),
        "type": "corrective",
        "owner": "front-desk",
        "opened": "2026-03-01",
        "due": "2026-04-30",
        "status": "planned",
        **more,
    }


def verified(result: str, date: str = "2026-03-20") -> dict[str, Any]:
    """The keys of an action that is done and verified with this result."""
    return {
        "status": "verified",
        "done": "2026-03-10",
        "verification": {"date": date, "by": "wang-fang", "result": result},
    }


def actions(*members: dict[str, Any], team: str = "front-desk") -> dict[str, Any]:
    return {"kind": "actions", "team": team, "actions": list(members)}


def kpi(id_: str = "response", **more: Any) -> dict[str, Any]:
    """A monthly value in minutes, lower is better."""
    return {
        "kind": "kpi",
        "id": id_,
        "name": {"zh": "指标", "en": "Indicator"},
        "dimension": "efficiency",
        "definition": {"zh": "定义", "en": "definition"},
        "unit": "min",
        "better": "lower",
        "frequency": "monthly",
        **more,
    }


def observed(values: dict[str, Any], kpi_: str = "response", team: str = "front-desk") -> dict[str, Any]:
    return {"kind": "observations", "team": team, "kpi": kpi_, "values": values}


def index(weights: dict[str, float], **more: Any) -> dict[str, Any]:
    return {"kind": "index", "id": "sqs", "name": {"zh": "综合", "en": "SQS"}, "weights": weights, **more}


def workspace(*documents: dict[str, Any]) -> Workspace:
    """Build it; an organisation with the front desk is added where none is given."""
    has_organisation = any(document["kind"] == "organisation" for document in documents)
    return build_workspace(documents if has_organisation else (organisation(), *documents), {})


def results(*documents: dict[str, Any], as_of: dt.date = AS_OF) -> Results:
    """Everything assessed, on 31 March 2026 unless told otherwise."""
    return assess(workspace(*documents), as_of=as_of, generator="auditloop test", data_hash="0" * 12)
