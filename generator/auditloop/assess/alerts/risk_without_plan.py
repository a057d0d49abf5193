"""A risk has been high or extreme for a while, and nobody has said what is done when it happens. As bad as the risk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from auditloop.assess.alerts.alert import Known
from auditloop.assess.alerts.draft import Draft
from auditloop.assess.improving.risks import level_of, serious_since
from auditloop.assess.results import LinkTarget, RiskUnplanned
from auditloop.model.early_warning import RiskWithoutPlan

_SEVERITY = {"extreme": "high", "high": "medium"}


def find(known: Known, limits: RiskWithoutPlan) -> Iterator[Draft]:
    for risk in known.workspace.risks.values():
        serious = serious_since(risk)
        if risk.plan is not None or serious is None or (known.as_of - serious).days < limits.days:
            continue
        level = level_of(risk.assessments[-1])
        yield Draft(
            severity=_SEVERITY[level],
            team=known.workspace.risk_team[risk.id],
            subject=risk.id,
            since=serious + dt.timedelta(days=limits.days),
            what=RiskUnplanned(risk=risk.id, level=level, serious_since=serious, days=(known.as_of - serious).days),
            link=LinkTarget(kind="risk", id=risk.id),
            owner=risk.owner,
        )
