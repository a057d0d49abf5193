"""The quality of the data itself."""

from __future__ import annotations

import datetime as dt

from auditloop.assess.results.base import Result


class Missing(Result, frozen=True, kw_only=True, gc=False):
    team: str
    kpi: str
    period: str


class TeamQuality(Result, frozen=True, kw_only=True):
    team: str
    expected: int
    present: int
    completeness: float | None
    late: int
    """Indicators whose last due period has no value."""
    last_period: str | None
    """The latest period it gave a value for."""
    last_audit: dt.date | None


class Translation(Result, frozen=True, kw_only=True, gc=False):
    texts: int
    """Every text people wrote in the workspace. One written without a language is meant for everybody: translated."""
    translated: int
    share: float | None


class Untranslated(Result, frozen=True, kw_only=True, gc=False):
    record: str
    """`kind/id`"""
    id: str
    field: str
    """Path inside the record: `domains.process.sections.touchpoints.items.touchpoints-listed.guidance`."""
    language: str


class DataQuality(Result, frozen=True, kw_only=True):
    completeness: float | None
    """present ÷ expected values, over every indicator a team has ever reported, up to the last period due at as_of"""
    freshness: float | None
    """Series whose last due period has a value ÷ all series"""
    accuracy: float | None
    """Values without a problem ÷ all values; None when not checked"""
    missing: list[Missing]
    teams: list[TeamQuality]
    translation: dict[str, Translation]
    untranslated: list[Untranslated]
