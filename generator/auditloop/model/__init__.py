"""Frozen typed values, one module per kind, built from data that validation has let through. Knows no files."""

from auditloop.model.actions import Action, Actions, Effect, LogEntry, Move, Verification
from auditloop.model.audit import Acceptance, Answer, Audit, Cause, Finding, Sample
from auditloop.model.case import Case, Picture
from auditloop.model.checklist import Checklist, Domain, Item, Level, Scale, Section
from auditloop.model.commentary import Commentary, Decision, NextDate, Topic
from auditloop.model.common import Text, in_language
from auditloop.model.figure import Figure
from auditloop.model.index import Index
from auditloop.model.journey import Journey, Step, Touchpoint
from auditloop.model.kpi import Benchmark, Formula, FromSurvey, Kpi, ScoreMap, TargetChange, TargetFrom
from auditloop.model.observations import Observation, Observations
from auditloop.model.organisation import Channel, Grade, Organisation, Person, Site, SurveyTopic, Team
from auditloop.model.period import Period
from auditloop.model.plan import Goal, Milestone, Plan
from auditloop.model.proposals import Proposal, Proposals, Reward
from auditloop.model.risks import Assessment, Drill, Risk, Risks
from auditloop.model.segments import Score, Segments, Tier, TierTarget, Transaction
from auditloop.model.survey import Comment, Survey
from auditloop.model.tickets import Standard, Standards, Tickets
from auditloop.model.training import Session, Skill, Summary, Training, Windows
from auditloop.model.workspace import Origin, Workspace

__all__ = [
    "Acceptance",
    "Action",
    "Actions",
    "Answer",
    "Assessment",
    "Audit",
    "Benchmark",
    "Case",
    "Cause",
    "Channel",
    "Checklist",
    "Comment",
    "Commentary",
    "Decision",
    "Domain",
    "Drill",
    "Effect",
    "Figure",
    "Finding",
    "Formula",
    "FromSurvey",
    "Goal",
    "Grade",
    "Index",
    "Item",
    "Journey",
    "Kpi",
    "Level",
    "LogEntry",
    "Milestone",
    "Move",
    "NextDate",
    "Observation",
    "Observations",
    "Organisation",
    "Origin",
    "Period",
    "Person",
    "Picture",
    "Plan",
    "Proposal",
    "Proposals",
    "Reward",
    "Risk",
    "Risks",
    "Sample",
    "Scale",
    "Score",
    "ScoreMap",
    "Section",
    "Segments",
    "Session",
    "Site",
    "Skill",
    "Standard",
    "Standards",
    "Step",
    "Summary",
    "Survey",
    "SurveyTopic",
    "TargetChange",
    "TargetFrom",
    "Team",
    "Text",
    "Tickets",
    "Tier",
    "TierTarget",
    "Topic",
    "Touchpoint",
    "Training",
    "Transaction",
    "Verification",
    "Windows",
    "Workspace",
    "in_language",
]
