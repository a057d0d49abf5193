"""Tiers of customers: how many, what goes into their value, which service they get. No customer is named."""

from __future__ import annotations

from auditloop.model.common import Text, Value
from auditloop.model.period import Period


class Transaction(Value, frozen=True, kw_only=True):
    name: Text
    amount: float
    """Mean of one, in the document's currency."""
    frequency: float
    """Mean number per customer in the period."""


class Score(Value, frozen=True, kw_only=True):
    name: Text
    score: float


class TierTarget(Value, frozen=True, kw_only=True):
    standard: str
    target: float
    """Attainment in per cent."""


class Tier(Value, frozen=True, kw_only=True):
    id: str
    """As in `tier` of tickets."""
    name: Text
    customers: int
    transactions: tuple[Transaction, ...]
    satisfaction: tuple[Score, ...]
    relation_years: float
    """Mean length of the relation."""
    policy: Text
    targets: tuple[TierTarget, ...] = ()


class Segments(Value, frozen=True, kw_only=True):
    kind: str = "segments"
    format: int = 1
    team: str | None = None
    """None: the organisation's."""
    period: Period
    currency: str
    tiers: tuple[Tier, ...]
    """From the lowest to the highest."""
    note: Text | None = None
