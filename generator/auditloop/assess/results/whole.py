"""Everything together, as the results file has it."""

from __future__ import annotations

import datetime as dt

import msgspec

from auditloop.assess.results.actions import ActionResult, ActionSummary
from auditloop.assess.results.alerts import Alert, EndedAlert
from auditloop.assess.results.audits import AuditResult, ChecklistResult
from auditloop.assess.results.base import Result
from auditloop.assess.results.cases import CaseResult
from auditloop.assess.results.customers import CustomersResult
from auditloop.assess.results.decisions import DecisionResult
from auditloop.assess.results.findings import FindingResult, FindingSummary
from auditloop.assess.results.indices import IndexResult
from auditloop.assess.results.journeys import JourneyResult
from auditloop.assess.results.kpis import KpiResult
from auditloop.assess.results.next_steps import NextSteps
from auditloop.assess.results.plans import PlanResult
from auditloop.assess.results.proposals import ProposalsResult
from auditloop.assess.results.quality import DataQuality
from auditloop.assess.results.recognition import RecognitionResult
from auditloop.assess.results.risks import RiskRegister
from auditloop.assess.results.standards import StandardResult, StandardSummary
from auditloop.assess.results.surveys import SurveyResult
from auditloop.assess.results.teams import TeamResult
from auditloop.assess.results.tickets import TicketResult
from auditloop.assess.results.training import TrainingResult


class OrganisationResult(Result, frozen=True, kw_only=True):
    id: str
    name: str | dict[str, str]
    languages: list[str]


class Results(Result, frozen=True, kw_only=True):
    format: int = 1
    generator: str
    as_of: dt.date
    data_hash: str
    """SHA-256 over the documents, first 12 hex digits."""
    period: str | None
    """The latest month with an indicator value, else of the latest audit: what the pages call "this period"."""
    organisation: OrganisationResult
    audits: list[AuditResult]
    """Newest first, then id."""
    checklists: list[ChecklistResult]
    findings: list[FindingResult]
    """Open before closed, extreme before low risk, newest first, then id."""
    finding_summaries: list[FindingSummary]
    """Organisation first, then teams in organisation order."""
    actions: list[ActionResult]
    """Overdue first (longest first), then by due date, done ones last, then id."""
    action_summaries: list[ActionSummary]
    kpis: list[KpiResult]
    indices: list[IndexResult]
    """By index id; organisation scope first, then teams."""
    surveys: list[SurveyResult]
    """By time; of one period the organisation first, then teams."""
    standards: list[StandardResult]
    """By standard; the organisation first, then teams in organisation order; by month."""
    standard_summaries: list[StandardSummary]
    """By standard; the organisation first, then teams with a ticket that falls under it."""
    tickets: list[TicketResult]
    """The organisation first, then teams with tickets, in organisation order."""
    alerts: list[Alert]
    """Most severe first"""
    alerts_ended: list[EndedAlert]
    """Since the first day of the month before as_of; latest first"""
    recognition: RecognitionResult
    plans: list[PlanResult] = msgspec.field(default_factory=list)
    """The organisation's first, then those of teams in organisation order; short before long, then by begin."""
    journeys: list[JourneyResult] = msgspec.field(default_factory=list)
    """Those across teams first, then by team in organisation order, then by id."""
    training: TrainingResult
    proposals: ProposalsResult = msgspec.field(default_factory=ProposalsResult)
    risks: RiskRegister
    cases: list[CaseResult] = msgspec.field(default_factory=list)
    """Newest first. Files written before there were cases have none."""
    customers: list[CustomersResult] = msgspec.field(default_factory=list)
    """The latest tiers: the organisation's, then those of teams"""
    next_steps: NextSteps
    decisions: list[DecisionResult] = msgspec.field(default_factory=list)
    """Of commentaries and topics: overdue ones first, then open ones by due date, done ones last"""
    teams: list[TeamResult]
    data_quality: DataQuality
