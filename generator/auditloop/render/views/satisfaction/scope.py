"""Whose answers a page is about, and which of its surveys stand for now, for before, and for the course of time."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.assess.results import SurveyResult
from auditloop.model import Period
from auditloop.render.views.context import Context


@dataclass(frozen=True, slots=True)
class Scope:
    team: str | None
    """None: the organisation."""
    surveys: tuple[SurveyResult, ...]
    """All, in order of time."""
    history: tuple[SurveyResult, ...]
    """Those that may be shown, of periods as long as the latest's; it is the last one."""
    latest: SurveyResult | None
    """The last that may be shown."""
    previous: SurveyResult | None
    """The one that the latest is compared with."""

    @property
    def key(self) -> str:
        """Begins the ids of its charts."""
        return "satisfaction" if self.team is None else f"satisfaction-{self.team}"


def scope_of(ctx: Context, team: str | None) -> Scope:
    surveys = ctx.surveys_by_team.get(team, [])
    shown = [each for each in surveys if not each.hidden]
    if not shown:
        return Scope(team, tuple(surveys), (), None, None)
    latest = shown[-1]
    kind = Period.parse(latest.period).kind
    history = [each for each in shown if Period.parse(each.period).kind == kind]
    compared = latest.previous.period if latest.previous else None
    previous = next((each for each in history if each.period == compared), None)
    return Scope(team, tuple(surveys), tuple(history), latest, previous)
