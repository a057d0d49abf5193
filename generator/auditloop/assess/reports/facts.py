"""What is worth telling, as values: each names records, and a view puts it into a sentence. Holds no words."""

from __future__ import annotations

import datetime as dt

from auditloop.assess.results.base import Result


class IndexMoved(Result, frozen=True, kw_only=True, tag="index-moved"):
    """The broadest index of the organisation, its change and what drove it."""

    index: str


class Turned(Result, frozen=True, kw_only=True, tag="turned"):
    """A series that chance explained before, or that was judged otherwise, and is not now."""

    kpi: str
    team: str | None
    judgement: str
    """improvement | concern"""


class TargetTurned(Result, frozen=True, kw_only=True, tag="target-turned"):
    """Organisation's indicators that meet their target now and did not, or the other way round."""

    kpis: list[str]
    met: bool


class AuditMade(Result, frozen=True, kw_only=True, tag="audit-made"):
    audit: str


class FindingsMoved(Result, frozen=True, kw_only=True, tag="findings-moved"):
    """Ids of findings that are new, closed or open again; good practices are none of them."""

    added: list[str]
    closed: list[str]
    reopened: list[str]


class ActionsMoved(Result, frozen=True, kw_only=True, tag="actions-moved"):
    """Postponements have no day of their own, so none can be told to be of the period."""

    added: list[str]
    done: list[str]
    verified: list[str]


class AlertsMoved(Result, frozen=True, kw_only=True, tag="alerts-moved"):
    """Early warnings that came and went; those about actions are told with them."""

    new: int
    over: int


class Carried(Result, frozen=True, kw_only=True, tag="carried"):
    """The organisation's indicators get worse, and of all teams that report them only these do: they carry it."""

    kpis: list[str]
    teams: list[str]


class AlertRaised(Result, frozen=True, kw_only=True, tag="alert"):
    """An early warning that is in force: a hot spot, a broken standard, a repeated complaint, values that are late."""

    alert: str


class EffectSeen(Result, frozen=True, kw_only=True, tag="effect"):
    """What an action did to its indicator, by the data."""

    action: str


class NotSustained(Result, frozen=True, kw_only=True, tag="not-sustained"):
    """A problem that came back after an action against it was verified effective."""

    finding: str
    actions: list[str]


class LimitsAnew(Result, frozen=True, kw_only=True, tag="limits-anew"):
    """Something changed the process in the period: its limits start anew."""

    kpi: str
    team: str | None
    period: str


class LeftOut(Result, frozen=True, kw_only=True, tag="left-out"):
    """A value of the period that does not count, with the reason."""

    kpi: str
    period: str


class Overdue(Result, frozen=True, kw_only=True, tag="overdue"):
    action: str


class Blocked(Result, frozen=True, kw_only=True, tag="blocked"):
    action: str


class Failed(Result, frozen=True, kw_only=True, tag="failed"):
    """A verification of the period that says: not effective, or only in part."""

    action: str


class Contradicted(Result, frozen=True, kw_only=True, tag="contradicted"):
    """The verification says effective, the data do not."""

    action: str


class NoMeasure(Result, frozen=True, kw_only=True, tag="no-measure"):
    """An open finding against which nothing is planned."""

    finding: str


class OutOfReach(Result, frozen=True, kw_only=True, tag="out-of-reach"):
    """Organisation's indicators whose process, as it runs now, cannot meet its target."""

    kpis: list[str]


class GoalBehind(Result, frozen=True, kw_only=True, tag="goal"):
    """A goal of a plan that is less far than its time, or whose time is over."""

    plan: str
    goal: str


class ProposalsWaiting(Result, frozen=True, kw_only=True, tag="proposals"):
    """Proposals that nobody has answered within the promised days, longest waiting first."""

    proposals: list[str]


class Satisfied(Result, frozen=True, kw_only=True, tag="satisfied"):
    """The organisation's satisfaction against the survey before and the year before."""


class Recommended(Result, frozen=True, kw_only=True, tag="recommended"):
    """Net promoter score against the survey before."""


class DimensionTurned(Result, frozen=True, kw_only=True, tag="dimension-turned"):
    """A dimension rated otherwise than in the survey before, beyond chance."""

    dimension: str


class TeamSatisfied(Result, frozen=True, kw_only=True, tag="team-satisfied"):
    """A team whose satisfaction changed beyond chance since its survey before."""

    team: str


class TeamApart(Result, frozen=True, kw_only=True, tag="team-apart"):
    """A team whose customers are more or less satisfied than all others', beyond chance."""

    team: str
    better: bool


class Driven(Result, frozen=True, kw_only=True, tag="driven"):
    """What goes most with the overall rating, where single answers are known."""

    dimension: str


class Lamented(Result, frozen=True, kw_only=True, tag="lamented"):
    """What customers complain of in their own words."""

    language: str
    terms: list[str]


class Concentrate(Result, frozen=True, kw_only=True, tag="concentrate"):
    """A dimension that matters more than others and is rated lower."""

    dimension: str


class StandardStands(Result, frozen=True, kw_only=True, tag="standard"):
    """How a standard was kept in the last twelve months."""

    standard: str
    team: str | None


class DimensionStands(Result, frozen=True, kw_only=True, tag="dimension"):
    """How customers rated a dimension in the last survey that asked for it."""

    dimension: str
    team: str | None
    period: str


class CategoryStands(Result, frozen=True, kw_only=True, tag="category"):
    """How many complaints of the last twelve months are of a category."""

    category: str
    team: str | None


Fact = (
    IndexMoved
    | Turned
    | TargetTurned
    | AuditMade
    | FindingsMoved
    | ActionsMoved
    | AlertsMoved
    | Carried
    | AlertRaised
    | EffectSeen
    | NotSustained
    | LimitsAnew
    | LeftOut
    | Overdue
    | Blocked
    | Failed
    | Contradicted
    | NoMeasure
    | OutOfReach
    | GoalBehind
    | ProposalsWaiting
    | Satisfied
    | Recommended
    | DimensionTurned
    | TeamSatisfied
    | TeamApart
    | Driven
    | Lamented
    | Concentrate
    | StandardStands
    | DimensionStands
    | CategoryStands
)


class Told(Result, frozen=True, kw_only=True):
    """The most important facts of a part, and how many there was no room for."""

    facts: list[Fact]
    left_out: int = 0


class Ahead(Result, frozen=True, kw_only=True):
    """A day to come, by what is due on it."""

    date: dt.date
    kind: str
    """action | milestone | review | decision | acceptance | written"""
    id: str
    """Of the action, the milestone, the risk, the finding, or `record/position` of what people wrote."""


class Dates(Result, frozen=True, kw_only=True):
    """In order of time."""

    ahead: list[Ahead]
    left_out: int = 0
