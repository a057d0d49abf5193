"""Tiers of customers and what they are worth."""

from __future__ import annotations

from auditloop.assess.results.base import Result
from auditloop.assess.results.surveys import SurveyShare


class TierStandard(Result, frozen=True, kw_only=True):
    """How a service standard was kept for the tickets of a tier."""

    id: str
    due: int | None
    """None of everything: fewer than five were due, or what is hidden could be worked out"""
    kept: int | None
    attainment: float | None
    interval: list[float] | None
    """Wilson's"""
    target: float | None
    """The tier's own, else the standard's; 0–1"""
    own_target: bool
    met: bool | None


class TierResult(Result, frozen=True, kw_only=True):
    id: str
    name: str | dict[str, str]
    hidden: bool
    """Fewer than five customers: no figure of them is told"""
    customers: int | None
    spend: float | None
    """Σ amount × frequency, per customer"""
    scores: float | None
    """Σ satisfaction score"""
    relation_years: float | None
    value: float | None
    """Customer value: (spend + scores) ÷ relation_years"""
    previous_value: float | None
    """In the period before that is written"""
    customers_share: float | None
    """Of the customers told of, 0–1"""
    value_share: float | None
    """Of Σ customers × value, 0–1"""
    tickets: int | None
    """Received in the period; None: without tickets, or fewer than five"""
    csat: SurveyShare | None
    """Of the tickets rated; None where fewer than five were, or what is hidden could be worked out"""
    mean_rating: float | None
    standards: list[TierStandard]
    """Those with a target of its own first"""


class CustomersResult(Result, frozen=True, kw_only=True):
    team: str | None
    """None: the organisation's"""
    period: str
    currency: str
    previous: str | None
    """The period before that is written, by which values are compared"""
    customers: int
    """Of all tiers that the shares are made of"""
    tiers: list[TierResult]
    """As written, from the lowest to the highest"""
    without: list[str]
    """Tiers left out of the shares: so small that the others would tell them"""
    other_tickets: int
    """Received in the period, of no tier that is listed"""
