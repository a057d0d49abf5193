"""Everything a workspace says, typed: what the assessment reads and pages quote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from auditloop.model.actions import Action
from auditloop.model.audit import Audit
from auditloop.model.case import Case
from auditloop.model.checklist import Checklist
from auditloop.model.commentary import Commentary, Topic
from auditloop.model.index import Index
from auditloop.model.journey import Journey
from auditloop.model.kpi import Kpi
from auditloop.model.observations import Observation
from auditloop.model.organisation import Organisation
from auditloop.model.plan import Plan
from auditloop.model.policy import Policy
from auditloop.model.proposals import Proposal
from auditloop.model.risks import Risk
from auditloop.model.segments import Segments
from auditloop.model.survey import Survey
from auditloop.model.tickets import Standard
from auditloop.model.training import Session, Skill
from auditloop.tickets import TicketLog


class Origin(NamedTuple):
    """Where a record was written: file relative to the workspace, line from 1. For edit links and traces only."""

    file: str
    line: int


@dataclass(frozen=True)
class Workspace:
    """All maps are keyed by id and ordered by it; `action_team` tells the team an action was filed under, and so do
    `session_team` and `risk_team` (None: the organisation)."""

    organisation: Organisation
    checklists: Mapping[str, Checklist]
    audits: Mapping[str, Audit]
    actions: Mapping[str, Action]
    action_team: Mapping[str, str]
    kpis: Mapping[str, Kpi]
    observations: tuple[Observation, ...]
    """Ordered by kpi, team, period."""
    indices: Mapping[str, Index]
    surveys: tuple[Survey, ...] = ()
    """Ordered by team, period, channel."""
    editions: Mapping[tuple[str, str], Checklist] = field(default_factory=dict)
    """(checklist id, edition) → checklist: every edition at hand, so that an old audit keeps the questions and weights
    it was made with. `checklists` holds the newest edition of each id."""
    standards: Mapping[str, Standard] = field(default_factory=dict)
    tickets: tuple[TicketLog, ...] = ()
    """In order of team, then of the first ticket's id."""
    plans: Mapping[str, Plan] = field(default_factory=dict)
    journeys: Mapping[str, Journey] = field(default_factory=dict)
    skills: Mapping[str, Skill] = field(default_factory=dict)
    sessions: Mapping[str, Session] = field(default_factory=dict)
    session_team: Mapping[str, str | None] = field(default_factory=dict)
    risks: Mapping[str, Risk] = field(default_factory=dict)
    risk_team: Mapping[str, str | None] = field(default_factory=dict)
    commentaries: Mapping[str, Commentary] = field(default_factory=dict)
    """By `period[/team]`."""
    topics: Mapping[str, Topic] = field(default_factory=dict)
    policy: Policy | None = None
    cases: Mapping[str, Case] = field(default_factory=dict)
    segments: tuple[Segments, ...] = ()
    """Ordered by team, the organisation's first, then by period."""
    proposals: Mapping[str, Proposal] = field(default_factory=dict)
    proposal_team: Mapping[str, str] = field(default_factory=dict)
    answer_within: Mapping[str, int] = field(default_factory=dict)
    """Proposal → days within which its team promised an answer; those without a promise are not there."""
    origins: Mapping[tuple[str, str], Origin] = field(default_factory=dict)
    """(kind of record, id) → place. Kinds: topic, commentary with the id `period[/team]`,
    organisation, team, person, checklist, audit, finding, action, kpi, index,
    standard, plan, goal, milestone, journey, skill, session, proposal, risk, case, observation with the id
    `kpi/team/period`, survey with the id `team/period[/channel]`, and segments with the id `period` or `team/period`.
    Built-in checklists have none."""
