"""Tiers of customers: what each is worth by its own numbers, and how it was served by what the tickets say.

Customer value CV = (Σ amount × frequency + Σ satisfaction score) ÷ length of the relation. It adds money and scores, so
it compares tiers of one document and says nothing by itself.
No figure of fewer than five customers is told, also not by subtraction from what other pages tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from math import fsum

import msgspec

from auditloop.assess.arithmetic import finite, share
from auditloop.assess.intervals import wilson
from auditloop.assess.measures import meets
from auditloop.assess.results import CustomersResult, SurveyShare, TierResult, TierStandard
from auditloop.assess.surveys.small_groups import apart_from_whole, shown, together
from auditloop.assess.tickets import Desk
from auditloop.model import Segments, Tier, Workspace
from auditloop.ratings import mean, satisfied
from auditloop.tickets import TicketLog
from auditloop.tickets.log import NO_NUMBER
from auditloop.tickets.spec import Standard
from auditloop.tickets.standards import keep


def assess_customers(workspace: Workspace, desk: Desk | None) -> list[CustomersResult]:
    """The latest tiers of the organisation, then of teams in their order, each with the value of the period before."""
    latest = []
    for team in (None, *(team.id for team in workspace.organisation.teams)):
        written = [segments for segments in workspace.segments if segments.team == team]
        if written:
            earlier = [s for s in written if s.period.first < written[-1].period.first]
            served = _served(written[-1], desk) if desk else _Served()
            latest.append((written[-1], earlier[-1] if earlier else None, served))
    return [
        _result(segments, earlier, served, _rests(segments, served, latest), workspace)
        for segments, earlier, served in latest
    ]


def customer_value(tier: Tier) -> float | None:
    """(Σ amount × frequency + Σ score) ÷ years of the relation, per customer; None where it is beyond reckoning."""
    return finite((_spend(tier) + _scores(tier)) / tier.relation_years)


def _spend(tier: Tier) -> float:
    return fsum(each.amount * each.frequency for each in tier.transactions)


def _scores(tier: Tier) -> float:
    return fsum(each.score for each in tier.satisfaction)


@dataclass(slots=True)
class _Served:
    """What the tickets of a period say of every tier; None: those that name no tier."""

    tickets: Counter[str | None] = field(default_factory=Counter)
    ratings: dict[str | None, Counter[int]] = field(default_factory=dict)
    kept: dict[str, dict[str | None, tuple[int, int]]] = field(default_factory=dict)
    """Standard → tier → (kept, due)"""

    def rated(self) -> Counter[str | None]:
        return Counter({tier: counts.total() for tier, counts in self.ratings.items()})

    def due(self, standard: str) -> Counter[str | None]:
        return Counter({tier: due for tier, (_, due) in self.kept.get(standard, {}).items()})


@dataclass(frozen=True, slots=True)
class _Rest:
    """What is left of the organisation's tickets when those of some teams are taken away."""

    whole: _Served
    parts: Sequence[_Served]

    def left(self, sizes: Callable[[_Served], Counter[str | None]], tier: str) -> int:
        return sizes(self.whole)[tier] - sum(sizes(part)[tier] for part in self.parts)


def _rests(
    segments: Segments, served: _Served, latest: Sequence[tuple[Segments, Segments | None, _Served]]
) -> list[_Rest]:
    """By what a reader can take a team's tiers away from the organisation's of the same period: alone, or with those
    of all other teams that have tiers of their own."""
    same = {each.team: of_team for each, _, of_team in latest if each.period == segments.period}
    if segments.team is None or None not in same:
        return []
    whole = same.pop(None)
    return [_Rest(whole, [served]), _Rest(whole, list(same.values()))]


def _result(
    segments: Segments, earlier: Segments | None, served: _Served, rests: Sequence[_Rest], workspace: Workspace
) -> CustomersResult:
    sizes = {tier.id: tier.customers for tier in segments.tiers}
    whole = together(sizes)
    values = {tier.id: customer_value(tier) for tier in segments.tiers}
    before = {tier.id: tier for tier in earlier.tiers} if earlier else {}
    told = _Told([tier.id for tier in segments.tiers if shown(tier.customers)], served, rests)
    customers = sum(sizes[tier] for tier in whole)
    worth = fsum(sizes[tier] * (values[tier] or 0) for tier in whole)
    tiers = []
    for tier in segments.tiers:
        bare = _bare(tier)
        if not shown(tier.customers):
            tiers.append(bare)
            continue
        value, was = values[tier.id], before.get(tier.id)
        valued = msgspec.structs.replace(
            bare,
            hidden=False,
            customers=tier.customers,
            spend=_spend(tier),
            scores=_scores(tier),
            relation_years=tier.relation_years,
            value=value,
            previous_value=customer_value(was) if was and shown(was.customers) else None,
            customers_share=share(tier.customers, customers),
            value_share=share(tier.customers * (value or 0), worth),
        )
        tiers.append(_served_by(valued, told, tier, workspace))
    listed = {tier.id for tier in segments.tiers}
    return CustomersResult(
        team=segments.team,
        period=str(segments.period),
        currency=segments.currency,
        previous=str(earlier.period) if earlier else None,
        customers=customers,
        tiers=tiers,
        without=[tier.id for tier in segments.tiers if tier.id not in whole],
        other_tickets=sum(n for tier, n in served.tickets.items() if tier not in listed),
    )


def _bare(tier: Tier) -> TierResult:
    """Of too few customers only the name is told."""
    return TierResult(
        id=tier.id,
        name=tier.name,
        hidden=True,
        customers=None,
        spend=None,
        scores=None,
        relation_years=None,
        value=None,
        previous_value=None,
        customers_share=None,
        value_share=None,
        tickets=None,
        csat=None,
        mean_rating=None,
        standards=[],
    )


class _Told:
    """Which of the tickets' figures may be told of the tiers that are large enough."""

    def __init__(self, tiers: Sequence[str], served: _Served, rests: Sequence[_Rest]) -> None:
        self._tiers, self._rests = tiers, rests
        self.served = served
        self.tickets = self._may(lambda each: each.tickets)
        self.rated = self._may(_Served.rated)
        self.due = {standard: self._may(partial(_due_of, standard)) for standard in served.kept}

    def _may(self, sizes: Callable[[_Served], Counter[str | None]]) -> frozenset[str]:
        ours = sizes(self.served)
        others = sum(n for tier, n in ours.items() if tier not in self._tiers)
        apart = apart_from_whole({tier: ours[tier] for tier in self._tiers}, others)
        return frozenset(
            tier for tier in apart if all((n := rest.left(sizes, tier)) <= 0 or shown(n) for rest in self._rests)
        )


def _due_of(standard: str, served: _Served) -> Counter[str | None]:
    return served.due(standard)


def _served_by(result: TierResult, told: _Told, tier: Tier, workspace: Workspace) -> TierResult:
    ratings = told.served.ratings.get(tier.id) if tier.id in told.rated else None
    csat = None
    if ratings:
        x, n = satisfied(ratings), ratings.total()
        csat = SurveyShare(value=x / n, n=x, of=n, interval=list(wilson(x, n)))
    own = {target.standard: target.target for target in tier.targets}
    ids = [*own, *(id for id in told.served.kept if id not in own)]
    return msgspec.structs.replace(
        result,
        tickets=told.served.tickets[tier.id] if tier.id in told.tickets else None,
        csat=csat,
        mean_rating=mean(ratings) if ratings else None,
        standards=[_standard(id, tier.id, own.get(id), told, workspace) for id in ids],
    )


def _standard(id: str, tier: str, own: float | None, told: _Told, workspace: Workspace) -> TierStandard:
    written = workspace.standards.get(id)
    target = own if own is not None else written.target if written else None
    kept, due = told.served.kept.get(id, {}).get(tier, (0, 0))
    may = tier in told.due.get(id, ())
    attainment = kept / due if may and due else None
    return TierStandard(
        id=id,
        due=due if may else None,
        kept=kept if may else None,
        attainment=attainment,
        interval=list(wilson(kept, due)) if attainment is not None else None,
        target=None if target is None else target / 100,
        own_target=own is not None,
        met=meets("higher", None if attainment is None else 100 * attainment, target),
    )


def _served(segments: Segments, desk: Desk) -> _Served:
    """The tickets received in the months of the period, of the team's or of all teams' logs."""
    served = _Served()
    months = desk.calendar.periods("month")
    wanted = {
        at
        for at, month in enumerate(months.all)
        if segments.period.first <= month.first and month.last <= segments.period.last
    }
    for team, logs in desk.teams.items():
        if segments.team in (None, team):
            for log in logs:
                _count(log, months.positions(log.times["received"]).tolist(), wanted, served)
                for standard in desk.standards.values():
                    _keep(standard, log, desk, wanted, served)
    return served


def _count(log: TicketLog, positions: Iterable[int], wanted: set[int], served: _Served) -> None:
    tiers, ratings = log.words.get("tier"), log.numbers.get("rating")
    for row, at in enumerate(positions):
        if at in wanted:
            tier = tiers[row] if tiers is not None else None
            served.tickets[tier] += 1
            if ratings is not None and ratings[row] != NO_NUMBER:
                served.ratings.setdefault(tier, Counter())[ratings[row]] += 1


def _keep(standard: Standard, log: TicketLog, desk: Desk, wanted: set[int], served: _Served) -> None:
    """Kept and due of every tier, and of the tickets that name none: those of all minus those of the tiers."""
    whole = _sum(standard, log, desk, wanted)
    if not whole[1]:
        return
    by_tier = served.kept.setdefault(standard.id, {})
    column = log.words.get("tier")
    asked = standard.where.get("tier")
    rest = whole
    for tier in sorted({tier for tier in column.known if tier} if column is not None else ()):
        if asked is not None and tier not in asked:
            continue
        part = _sum(replace(standard, where={**standard.where, "tier": frozenset((tier,))}), log, desk, wanted)
        _add(by_tier, tier, part)
        rest = (rest[0] - part[0], rest[1] - part[1])
    _add(by_tier, None, rest)


def _sum(standard: Standard, log: TicketLog, desk: Desk, wanted: set[int]) -> tuple[int, int]:
    months = [kept for at, kept in keep(standard, log, desk.calendar).items() if at in wanted]
    return sum(kept.kept for kept in months), sum(kept.due for kept in months)


def _add(by_tier: dict[str | None, tuple[int, int]], tier: str | None, part: tuple[int, int]) -> None:
    kept, due = by_tier.get(tier, (0, 0))
    by_tier[tier] = (kept + part[0], due + part[1])
