"""Why a month is as it is, as far as the data say: who carries it, hot spots, effects, what came back, what is special.

The data show what goes together, not what causes what; the sentences say no more.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditloop.assess.kpis import of_organisation
from auditloop.assess.reports.facts import (
    AlertRaised,
    Carried,
    EffectSeen,
    Fact,
    LeftOut,
    LimitsAnew,
    NotSustained,
    Told,
)
from auditloop.assess.reports.order import told
from auditloop.assess.reports.planned import inside
from auditloop.assess.results import ActionResult, Results
from auditloop.model import Period, Workspace

MOST = 9
_CARRIED, _SPOTS, _BACK, _EFFECTS = 3, 2, 2, 3
_RECENT = 2
"""In a month an effect is news while the last month it is measured in is at most so many months ago."""


def why(workspace: Workspace, results: Results, period: Period) -> Told:
    return told(_facts(workspace, results, period), MOST)


def _facts(workspace: Workspace, results: Results, period: Period) -> Iterator[Fact]:
    carried = list(_carried(results))
    yield from carried[:_CARRIED]
    spots = [a for a in results.alerts if a.rule == "hot-spot"]
    yield from (AlertRaised(alert=alert.id) for alert in spots[:_SPOTS])
    back = [f for f in results.findings if f.not_sustained and f.status not in ("closed", "accepted")]
    yield from (NotSustained(finding=f.id, actions=f.not_sustained) for f in back[:_BACK])
    yield from (EffectSeen(action=action.id) for action in seen_effects(results, period)[:_EFFECTS])
    yield from _special(workspace, results, period)


def _carried(results: Results) -> Iterator[Carried]:
    """Of the organisation's indicators that get worse, the teams of which do; those of the same teams together."""
    found: dict[tuple[str, ...], list[str]] = {}
    for kpi, series in of_organisation(results.kpis):
        teams = [s for s in kpi.series if s.team is not None]
        worse = tuple(s.team for s in teams if s.variation == "concern" and s.team is not None)
        if series.team is None and series.variation == "concern" and 0 < len(worse) < len(teams):
            found.setdefault(worse, []).append(kpi.id)
    ordered = sorted(found.items(), key=lambda entry: (-len(entry[1]), len(entry[0]), entry[0]))
    yield from (Carried(kpis=kpis, teams=list(teams)) for teams, kpis in ordered)


def seen_effects(results: Results, period: Period, kpis: frozenset[str] | None = None) -> list[ActionResult]:
    """Actions of which the data tell an effect now and could not a few months ago; clear verdicts first."""
    earliest = period
    for _ in range(_RECENT if period.kind == "month" else 0):
        earliest = earliest.previous
    order = {"ineffective": 0, "effective": 1, "partly": 2}
    found = []
    for action in results.actions:
        effect = action.effect
        if effect is None or effect.verdict not in order or (kpis is not None and effect.kpi not in kpis):
            continue
        measured = Period.parse(effect.after_window.rpartition("..")[2])
        if earliest.first <= measured.last <= period.last:
            found.append(action)
    return sorted(found, key=lambda a: (order[(a.effect and a.effect.verdict) or ""], a.id))


def _special(workspace: Workspace, results: Results, period: Period) -> Iterator[Fact]:
    """What people wrote on the period itself: a process that changed, a value that does not count."""
    for kpi in results.kpis:
        for excluded in workspace.kpis[kpi.id].exclude:
            if inside(excluded.period, period) or inside(period, excluded.period):
                yield LeftOut(kpi=kpi.id, period=str(period))
                break
        begun = [s for s in kpi.series for segment in s.segments if segment.why and segment.from_ == str(period)]
        if begun:
            yield LimitsAnew(kpi=kpi.id, team=begun[0].team, period=str(period))
