"""Which actions aim at an indicator, and when they were done: the markers on its chart. Judges nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from auditloop.assess.measuring import Measurements
from auditloop.assess.results import ActionMark, ActionResult
from auditloop.model import Workspace
from auditloop.model.period import Period


def marks_of(
    workspace: Workspace, measured: Measurements, actions: Sequence[ActionResult]
) -> dict[str, list[ActionMark]]:
    """Indicator → actions that name it in `effect` or in `for`: done ones by day, then the others; each by id."""
    found: dict[str, list[ActionMark]] = {}
    for action in actions:
        aims = [action.effect.kpi] if action.effect else []
        aims += [purpose for purpose in action.for_ if purpose in workspace.kpis]
        for kpi in dict.fromkeys(aims):
            series = measured.get((kpi, action.team)) or measured.get((kpi, None))
            found.setdefault(kpi, []).append(
                ActionMark(
                    action=action.id,
                    team=action.team,
                    title=workspace.actions[action.id].title,
                    status=action.status,
                    date=action.done,
                    period=Period.containing(action.done, series.series.step).text if action.done and series else None,
                    effect=action.effect if action.effect and action.effect.kpi == kpi else None,
                )
            )
    return {kpi: sorted(marks, key=_done_first) for kpi, marks in found.items()}


def _done_first(mark: ActionMark) -> tuple[bool, dt.date, str]:
    return mark.date is None, mark.date or dt.date.max, mark.action
