"""What customers answered: counts per answer, per dimension, single answers in rows, and their own words."""

from __future__ import annotations

import msgspec

from auditloop.model.common import Text, Value
from auditloop.model.period import Period


class SurveyAnswers(Value, frozen=True, kw_only=True):
    """One dimension: what was expected and how much it matters (means on 1–5), and how many gave each answer."""

    expectation: float | None = None
    importance: float | None = None
    answers: dict[int, int] = msgspec.field(default_factory=dict)


class Comment(Value, frozen=True, kw_only=True):
    text: Text
    rating: int | None = None


class RespondentsFile(Value, frozen=True, kw_only=True):
    """`columns`: our name of a column → its name in the file, where it differs."""

    file: str
    encoding: str | None = None
    columns: dict[str, str] = msgspec.field(default_factory=dict)


class Respondents(Value, frozen=True, kw_only=True):
    """One answer per respondent in each column: `overall`, `recommend`, or a dimension."""

    answers: dict[str, tuple[int | None, ...]]
    comments: tuple[Comment, ...] = ()


class Survey(Value, frozen=True, kw_only=True):
    kind: str = "survey"
    format: int = 1
    team: str
    period: Period
    channel: str | None = None
    sent: int | None = None
    overall: dict[int, int] = msgspec.field(default_factory=dict)
    """1–5 → how many; with respondents, as they answered."""
    recommend: dict[int, int] = msgspec.field(default_factory=dict)
    """0–10 → how many."""
    dimensions: dict[str, SurveyAnswers] = msgspec.field(default_factory=dict)
    respondents_csv: RespondentsFile | None = None
    respondents: Respondents | None = None
    """What the CSV file holds; not written in YAML."""
    comments: tuple[Comment, ...] = ()
