"""What the demonstration's improvement group has decided: its gates, and one waiver for the team that is recovering."""

from __future__ import annotations

from typing import Any

POLICY: dict[str, Any] = {
    "kind": "policy",
    "history": {"completion-backdated": "error"},
    "gates": [
        {"id": "audit-floor", "measure": "audit-score", "at_least": 60, "may_fall": 10},
        {
            "id": "complaints",
            "measure": "domain-score",
            "checklist": "service-self-audit",
            "domain": "feedback",
            "at_least": 50,
            "severity": "warn",
        },
        {"id": "sqs-floor", "measure": "index", "index": "sqs", "at_least": 65, "may_fall": 5},
        {"id": "overdue", "measure": "overdue", "at_most": 3, "may_rise": 1},
        {"id": "open-majors", "measure": "open-findings", "class": "major", "at_most": 3},
    ],
    "waivers": [
        {
            "gate": "sqs-floor",
            "team": "call-centre",
            "reason": {
                "zh": "新员工培训补课期间，改进组每月查看进展",
                "en": "While new agents catch up on their training; the improvement group looks at it every month",
            },
            "owner": "zhao-ming",
            "until": "2027-03-31",
        }
    ],
}
