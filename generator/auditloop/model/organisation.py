"""Who: the organisation, its sites, teams, channels, people and grades."""

from __future__ import annotations

import msgspec

from auditloop.model.common import Text, Value
from auditloop.model.early_warning import EarlyWarning, Recognition


class Site(Value, frozen=True, kw_only=True):
    id: str
    name: Text
    location: tuple[float, float] | None = None
    """Longitude, latitude in degrees."""
    radius_km: float | None = None


class Team(Value, frozen=True, kw_only=True):
    id: str
    name: Text
    site: str | None = None
    department: Text | None = None
    lead: str | None = None
    """The person who leads it, and is told of its early warnings."""
    staff: int | None = None
    """How many people work there."""


class Channel(Value, frozen=True, kw_only=True):
    id: str
    name: Text


class Category(Value, frozen=True, kw_only=True):
    """A category of tickets."""

    id: str
    name: Text


class SurveyTopic(Value, frozen=True, kw_only=True):
    """A dimension that surveys ask about."""

    id: str
    name: Text
    weight: float | None = None
    """In the customer satisfaction index."""


class Person(Value, frozen=True, kw_only=True):
    id: str
    name: Text
    team: str | None = None
    role: Text | None = None


class Grade(Value, frozen=True, kw_only=True):
    grade: str
    from_: float = msgspec.field(name="from")
    """Lowest score of the grade; grades are half-open, highest first."""


class BusinessHours(Value, frozen=True, kw_only=True):
    country: str | None = None
    days: str
    hours: str


class Organisation(Value, frozen=True, kw_only=True):
    kind: str = "organisation"
    format: int = 1
    id: str
    name: Text
    languages: tuple[str, ...] = ("zh", "en")
    timezone: str = "UTC"
    business_hours: BusinessHours | None = None
    sites: tuple[Site, ...] = ()
    teams: tuple[Team, ...]
    channels: tuple[Channel, ...] = ()
    people: tuple[Person, ...] = ()
    survey_dimensions: tuple[SurveyTopic, ...] = ()
    categories: tuple[Category, ...] = ()
    """Of tickets. Empty: tickets may use any."""
    grades: tuple[Grade, ...] = ()
    """Empty: A ≥ 90, B ≥ 80, C ≥ 70, D below."""
    early_warning: EarlyWarning = EarlyWarning()
    recognition: Recognition = Recognition()
