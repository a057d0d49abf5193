"""Early warnings: what is wrong right now, by rule, with the facts that say so."""

from __future__ import annotations

import datetime as dt

import msgspec

from auditloop.assess.results.base import Result


class StandardBroken(Result, frozen=True, kw_only=True, tag_field="kind", tag="standard"):
    """A service standard that missed its target in a month."""

    standard: str
    period: str
    months: int
    """In a row"""
    due: int
    broken: int
    attainment: float
    interval: list[float]
    """Wilson, 95 %"""
    target: float
    """0–1, as attainment and interval"""


class ComplaintAgain(Result, frozen=True, kw_only=True, tag_field="kind", tag="complaint"):
    """A customer complained again about the same, and nobody has called back."""

    ticket: str
    """The latest"""
    first: str
    times: int
    """Complaints so far, the first one included"""
    days: int
    """From the one before to the latest"""
    category: str | None
    solved: bool


class CategoryHot(Result, frozen=True, kw_only=True, tag_field="kind", tag="category"):
    """More complaints of one category than its own past explains."""

    category: str
    period: str
    n: int
    centre: float
    upper: float
    chart: str
    """c | xmr"""
    months: int
    """In a row"""


class IndicatorWorse(Result, frozen=True, kw_only=True, tag_field="kind", tag="signal"):
    """An indicator whose latest value is part of a pattern that chance hardly makes, in the wrong direction."""

    kpi: str
    period: str
    value: float
    signal: str
    """outside | trend | two-of-three | three-of-four | shift"""
    from_: str = msgspec.field(name="from")
    centre: float | None
    lower: float | None
    upper: float | None
    target: float | None
    met: bool | None


class TargetMissedAgain(Result, frozen=True, kw_only=True, tag_field="kind", tag="target"):
    kpi: str
    periods: int
    """In a row"""
    from_: str = msgspec.field(name="from")
    period: str
    value: float
    target: float
    assurance: str | None
    variation: str | None


class ActionLate(Result, frozen=True, kw_only=True, tag_field="kind", tag="overdue"):
    action: str
    due: dt.date
    days: int
    status: str
    priority: str


class ActionPutOff(Result, frozen=True, kw_only=True, tag_field="kind", tag="moved"):
    action: str
    times: int
    days: int
    """From the first due date to the present one"""
    due: dt.date
    status: str
    priority: str


class ValuesLate(Result, frozen=True, kw_only=True, tag_field="kind", tag="data"):
    kpis: list[str]
    """By id"""
    values: int
    """Over all periods"""
    from_: str = msgspec.field(name="from")
    """The earliest period that has not come"""
    periods: int
    """Of the indicator that lacks most"""


class TrainingShort(Result, frozen=True, kw_only=True, tag_field="kind", tag="training"):
    """Training reached too few, over twelve months."""

    attended: int
    expected: int
    coverage: float
    """attended ÷ expected"""
    least: float
    """0–1, as coverage"""


class RiskUnplanned(Result, frozen=True, kw_only=True, tag_field="kind", tag="risk"):
    """A serious risk that nobody has a response plan for."""

    risk: str
    level: str
    """high | extreme"""
    serious_since: dt.date
    days: int
    """Since then"""


What = (
    StandardBroken
    | ComplaintAgain
    | CategoryHot
    | IndicatorWorse
    | TargetMissedAgain
    | ActionLate
    | ActionPutOff
    | ValuesLate
    | TrainingShort
    | RiskUnplanned
)


class LinkTarget(Result, frozen=True, kw_only=True, gc=False):
    """Where the reader finds the rest."""

    kind: str
    """standard | category | kpi | action | team | training (a team, or organisation) | risk"""
    id: str


class Told(Result, frozen=True, kw_only=True):
    """Who has to know; None where the workspace names nobody."""

    owner: str | None
    """Person or team that an action belongs to"""
    responsible: str | dict[str, str] | None
    """As the standard says"""
    lead: str | None
    """Of the team"""


class Alert(Result, frozen=True, kw_only=True):
    id: str
    """The same for as long as the alert lasts; a later one of the same sort has another"""
    rule: str
    """breach | repeated-complaint | hot-spot | concern | target-missed | overdue | moved | data-late |
    training-coverage | risk-without-plan"""
    severity: str
    """high | medium | low"""
    team: str | None
    """None: the organisation, where none of its teams alone raises it"""
    since: dt.date
    what: What
    link: LinkTarget
    who: Told


class EndedAlert(Result, frozen=True, kw_only=True):
    """An alert that held not long ago and holds no more, as far as the data say when its cause ended."""

    alert: Alert
    """As it was on its last day"""
    until: dt.date
    """The day its cause ended"""
    by: str
    """kept | few (tickets broke it) | met | no-target | usual | within-limits | done | cancelled | called | withdrawn |
    solved | trained | a-year-ago (training that reached too few no longer counts)"""
    period: str | None
    """Whose value ended it; None of alerts about actions, tickets and training"""
    value: float | None
    """Attainment of a standard (0–1), complaints of a category, the value of an indicator"""
