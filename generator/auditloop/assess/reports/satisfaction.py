"""What a satisfaction report tells: surveys of its period taken together, what changed, why, and where to begin."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from auditloop.assess.reports.facts import (
    Concentrate,
    DimensionTurned,
    Driven,
    EffectSeen,
    Fact,
    Lamented,
    Overdue,
    Recommended,
    Satisfied,
    TeamApart,
    TeamSatisfied,
    Told,
)
from auditloop.assess.reports.order import told
from auditloop.assess.reports.planned import inside
from auditloop.assess.reports.why import seen_effects
from auditloop.assess.results import Results, SurveyResult
from auditloop.assess.surveys import assess_surveys, gather
from auditloop.model import Period, Workspace

MOST = 8
_TERMS = 3
_OF_EACH = 3
_ABOUT = frozenset({"satisfaction"})
"""Dimensions of indicators whose actions a satisfaction report tells of."""


def in_longer(workspace: Workspace, period: Period) -> list[SurveyResult]:
    """All surveys of each period as long as the report's, taken together: quarterly ones make a half-year's.

    Counts are added, never averages; a survey of a longer period than the report's is left out.
    """
    surveys = []
    for survey in workspace.surveys:
        whole = Period.containing(survey.period.first, period.kind)
        if inside(survey.period, whole) and whole.last <= period.last:
            surveys.append(structs.replace(survey, period=whole))
    together = Workspace(**{**vars(workspace), "surveys": tuple(surveys)})
    return assess_surveys(workspace.organisation, gather(together))


def changed(results: Results, period: Period) -> Told:
    return told(_changed(results, period), MOST)


def why(results: Results, period: Period) -> Told:
    return told(_why(results, period), MOST)


def decide(workspace: Workspace, results: Results, period: Period) -> Told:
    return told(_decide(workspace, results, period), MOST)


def latest(results: Results, period: Period, team: str | None = None) -> SurveyResult | None:
    """What customers of a team said in the period; None: nothing that may be shown."""
    return next((s for s in results.surveys if s.team == team and s.period == str(period) and not s.hidden), None)


def _teams(results: Results, period: Period) -> list[SurveyResult]:
    return [s for s in results.surveys if s.team is not None and s.period == str(period) and not s.hidden]


def _changed(results: Results, period: Period) -> Iterator[Fact]:
    whole = latest(results, period)
    if whole is None:
        return
    if whole.csat:
        yield Satisfied()
    if whole.nps:
        yield Recommended()
    turned = [d for d in whole.dimensions if d.change and d.change.beyond_chance]
    turned.sort(key=lambda d: (-abs(d.change.value) if d.change else 0, d.id))
    yield from (DimensionTurned(dimension=d.id) for d in turned[:_OF_EACH])
    moved = [s for s in _teams(results, period) if s.previous and s.previous.csat and s.previous.csat.beyond_chance]
    yield from (TeamSatisfied(team=s.team or "") for s in moved[:_OF_EACH])


def _why(results: Results, period: Period) -> Iterator[Fact]:
    apart = [s for s in _teams(results, period) if s.others and s.others.csat and s.others.csat.beyond_chance]
    apart.sort(key=lambda s: (s.others.csat.value if s.others and s.others.csat else 0, s.team or ""))
    for survey in apart:
        if survey.others and survey.others.csat:
            yield TeamApart(team=survey.team or "", better=survey.others.csat.value > 0)
    whole = latest(results, period)
    if whole is None:
        return
    shared = [d for d in whole.drivers if d.importance is not None]
    if shared:
        yield Driven(dimension=shared[0].id)
    for language in dict.fromkeys(theme.language for theme in whole.themes):
        terms = [t.term for t in whole.themes if t.language == language and t.tone == "complaint"]
        if terms:
            yield Lamented(language=language, terms=terms[:_TERMS])
    yield from (EffectSeen(action=a.id) for a in seen_effects(results, period, _kpis(results))[:_OF_EACH])


def _decide(workspace: Workspace, results: Results, period: Period) -> Iterator[Fact]:
    whole = latest(results, period)
    first = [d.id for d in whole.dimensions if d.quadrant == "concentrate-here"] if whole else []
    yield from (Concentrate(dimension=id) for id in first)
    about = _kpis(results)
    late = [a for a in results.actions if a.overdue and (set(a.for_) & about or (a.effect and a.effect.kpi in about))]
    worse = {s.team for s in _teams(results, period) if s.others and s.others.csat and s.others.csat.value < 0}
    late += [a for a in results.actions if a.overdue and a.team in worse and a not in late]
    yield from (Overdue(action=a.id) for a in late[:_OF_EACH])


def _kpis(results: Results) -> frozenset[str]:
    return frozenset(kpi.id for kpi in results.kpis if kpi.dimension in _ABOUT)
