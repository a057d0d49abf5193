"""What one state of a workspace has that another had not: the value that text, comment, JSON and gates read.

Its JSON form is described by `schema/changes.schema.json`. As in the results, numbers are unrounded and what is not
known is None. Every entry has a judgement: `concern` (worse, or rewritten: somebody should look at it), `improvement`,
or `neutral`; concerns come first, then improvements, the larger before the smaller.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from auditloop.assess.results import ItemChange, Latest, OrganisationResult, PartChange
from auditloop.assess.results.base import Result

CONCERN, IMPROVEMENT, NEUTRAL = "concern", "improvement", "neutral"
JUDGEMENTS = (CONCERN, IMPROVEMENT, NEUTRAL)


class Side(Result, frozen=True, kw_only=True):
    """One of the two states."""

    name: str
    """As it was asked for: a revision, a folder, a file, suppositions; empty for the workspace as it is."""
    commit: str | None
    """Full hash, of a revision."""
    as_of: dt.date
    generator: str
    data_hash: str


class TargetShift(Result, frozen=True, kw_only=True):
    """A target that is another one than before, from a period on until the next one."""

    of: str
    """kpi | standard"""
    id: str
    field: str
    """target | limit (the time a standard allows)"""
    unit: str
    """Of both values."""
    team: str | None
    """Only where the target follows from a team's own base value."""
    from_: str | None = msgspec.field(name="from")
    what: str
    """loosened | tightened | changed | added | removed"""
    before: float | None
    after: float | None
    change_before: str | None
    """Targets against a base value: such as -30%."""
    change_after: str | None
    judgement: str


class AuditShift(Result, frozen=True, kw_only=True):
    """An audit that is new, gone, or says something else.

    performance + weights + questions + applicability = change.
    """

    id: str
    team: str
    checklist: str
    edition: str
    edition_before: str | None
    date: dt.date
    type: str
    what: str
    """added | removed | finalised | reopened | changed"""
    status: str
    against: str | None
    """Of a new or finalised one: the earlier audit of the team that it is compared with; else the audit itself."""
    score_before: float | None
    score: float | None
    change: float | None
    performance: float | None
    weights: float | None
    questions: float | None
    """Items that only one of the two checklists asks."""
    applicability: float | None
    grade_before: str | None
    grade: str | None
    passed_before: bool | None
    passed: bool | None
    items: list[ItemChange]
    """Items answered otherwise, largest loss first; their points add up to the performance."""
    judgement: str


class FindingShift(Result, frozen=True, kw_only=True):
    id: str
    team: str
    audit: str
    checklist: str
    item: str
    what: str
    """added | removed | reopened | closed | accepted | reclassified | moved"""
    class_before: str | None
    class_: str = msgspec.field(name="class")
    """Effective class."""
    risk: str | None
    status_before: str | None
    status: str
    recurrences: int
    judgement: str


class ActionShift(Result, frozen=True, kw_only=True):
    id: str
    team: str
    owner: str
    what: list[str]
    """added | removed | done | verified | cancelled | reopened | blocked | status | postponed | brought-forward |
    overdue"""
    status_before: str | None
    status: str
    due_before: dt.date | None
    due: dt.date
    days_overdue: int
    verdict: str | None
    judgement: str


class AlertShift(Result, frozen=True, kw_only=True):
    """An early warning that is new, or over. Those about an action are left out: they are told with the action."""

    id: str
    rule: str
    severity: str
    """high | medium | low"""
    team: str | None
    since: dt.date
    about: str
    """standard | category | kpi | team"""
    about_id: str
    what: str
    """new | over"""
    judgement: str


class IndicatorShift(Result, frozen=True, kw_only=True):
    """A definition that is new, gone, or another one."""

    id: str
    what: str
    """added | removed | redefined"""
    fields: list[str]
    """unit | better | formula | dimension"""
    values: int
    """Of a new one: how many values came with it."""
    judgement: str


class Restated(Result, frozen=True, kw_only=True, gc=False):
    """A value that both states have, or that is gone."""

    period: str
    before: float | None
    after: float | None
    n_before: float | None
    n: float | None
    of_before: float | None
    of: float | None
    excluded_before: bool
    excluded: bool


class SeriesShift(Result, frozen=True, kw_only=True):
    """One indicator of one team (or of the organisation, team None)."""

    kpi: str
    team: str | None
    unit: str
    decimals: int
    computed: bool
    """Pooled from teams or derived by a formula: its values follow from others."""
    added: list[str]
    """Periods that have a value now and had none, after the last one before as well as in between."""
    restated: list[Restated]
    latest_before: Latest | None
    latest: Latest | None
    met_before: bool | None
    met: bool | None
    variation_before: str | None
    variation: str | None
    assurance_before: str | None
    assurance: str | None
    judgement: str

    @property
    def only_follows(self) -> bool:
        """Nothing but what the values behind it bring along: not counted, and told in one sentence for all."""
        return self.computed and self.judgement == NEUTRAL


class IndexShift(Result, frozen=True, kw_only=True):
    id: str
    team: str | None
    period_before: str | None
    period: str | None
    before: float | None
    after: float | None
    change: float | None
    partial: bool
    reweighted: bool
    """The weights of its parts are other ones."""
    parts: list[PartChange]
    """What each part added to the change, largest first; empty where that cannot be told."""
    judgement: str


class NextStepShift(Result, frozen=True, kw_only=True):
    """A step that is done with, new, or gives something else. Told with what it follows from, and not counted."""

    id: str
    kind: str
    """action | finding"""
    team: str
    what: str
    """gone | new | changed"""
    rank_before: int | None
    rank: int | None
    points_before: float | None
    points: float | None
    lifts_before: str | None
    lifts: str | None
    judgement: str


class Sentence(Result, frozen=True, kw_only=True, gc=False):
    zh: str
    en: str


class ProblemShift(Result, frozen=True, kw_only=True):
    """A problem that was not there before, wherever its line or file has gone since."""

    file: str
    line: int
    column: int
    severity: str
    code: str
    message: Sentence
    hint: Sentence
    judgement: str


class Tally(Result, frozen=True, kw_only=True, gc=False):
    """Without series that only follow from others."""

    concerns: int
    improvements: int
    neutral: int


class Changes(Result, frozen=True, kw_only=True):
    format: int = 1
    generator: str
    organisation: OrganisationResult
    base: Side
    head: Side
    tally: Tally
    targets: list[TargetShift]
    audits: list[AuditShift]
    findings: list[FindingShift]
    actions: list[ActionShift]
    alerts: list[AlertShift]
    indicators: list[IndicatorShift]
    series: list[SeriesShift]
    indices: list[IndexShift]
    next_steps: list[NextStepShift]
    problems: list[ProblemShift] | None
    """New ones; None where one of the two is a results file, which holds none."""
    problems_gone: int | None
    """How many are there no more."""
