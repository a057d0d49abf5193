"""Before and after: an indicator's values in two windows with their difference, or two typed numbers compared.

The arithmetic is that of the effect of an action (`assess.effect`), so that both say the same of the same windows.
"""

from __future__ import annotations

from auditloop.assess.arithmetic import difference
from auditloop.assess.effect import difference_of, readings_in, relative_change
from auditloop.assess.measures import is_better, over_time
from auditloop.assess.measuring import Measurements
from auditloop.assess.results import FigureResult
from auditloop.model import Figure, Workspace


def assess_figure(figure: Figure, team: str | None, workspace: Workspace, measured: Measurements) -> FigureResult:
    """`team` is whose readings count; None: the organisation's."""
    if figure.kpi is not None:
        return _measured(figure, figure.kpi, team, workspace, measured)
    before, after = float(figure.before), float(figure.after)
    return FigureResult(
        name=figure.name,
        kpi=None,
        before_window=None,
        after_window=None,
        before=before,
        after=after,
        n_before=None,
        n_after=None,
        unit=figure.unit or "",
        difference=difference(after, before),
        difference_interval=None,
        method=None,
        change=relative_change(before, after),
        better=is_better(figure.better or "neither", after, before),
        beyond_chance=None,
    )


def _measured(figure: Figure, id: str, team: str | None, workspace: Workspace, measured: Measurements) -> FigureResult:
    kpi, measurement = workspace.kpis[id], measured.get((id, team))
    before, after = readings_in(str(figure.before), measurement), readings_in(str(figure.after), measurement)
    was, is_ = over_time(kpi, before), over_time(kpi, after)
    found = difference_of(kpi, before, after)
    interval = list(found.interval) if found.interval else None
    return FigureResult(
        name=figure.name,
        kpi=id,
        before_window=str(figure.before),
        after_window=str(figure.after),
        before=was,
        after=is_,
        n_before=len(before),
        n_after=len(after),
        unit=kpi.unit,
        difference=difference(is_, was),
        difference_interval=interval,
        method=found.method,
        change=relative_change(was, is_),
        better=is_better(kpi.better, is_, was),
        beyond_chance=not interval[0] <= 0 <= interval[1] if interval else None,
    )
