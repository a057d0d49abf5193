"""From the draft of a rule to the alert: a name that lasts as long as it does, and the people to tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID, uuid5

from auditloop.assess.alerts.draft import Draft
from auditloop.assess.measuring import Measurements
from auditloop.assess.results import ActionResult, Alert, KpiResult, StandardResult, Told
from auditloop.assess.tickets import Desk
from auditloop.model import Workspace

SEVERITIES = ("high", "medium", "low")

_NAMES = UUID("6f3a0a52-6a5a-5c1e-9d1c-7e0b6c1f2a11")
"""Of our alerts, for UUIDs made of names (RFC 9562, version 5)."""


@dataclass(frozen=True)
class Known:
    """What rules look at, all as known on the day."""

    workspace: Workspace
    measured: Measurements
    kpis: Sequence[KpiResult]
    actions: Sequence[ActionResult]
    standards: Sequence[StandardResult]
    desk: Desk | None
    as_of: dt.date

    @cached_property
    def leads(self) -> dict[str, str | None]:
        return {team.id: team.lead for team in self.workspace.organisation.teams}


def finished(known: Known, rule: str, draft: Draft) -> Alert:
    name = "\n".join((known.workspace.organisation.id, rule, draft.team or "", draft.subject, draft.since.isoformat()))
    return Alert(
        id=str(uuid5(_NAMES, name)),
        rule=rule,
        severity=draft.severity,
        team=draft.team,
        since=draft.since,
        what=draft.what,
        link=draft.link,
        who=Told(
            owner=draft.owner,
            responsible=draft.responsible,
            lead=known.leads.get(draft.team) if draft.team else None,
        ),
    )
