"""A value beside the target it is judged by, with as many decimals as the verdict needs to be believed.

Verdicts are decided on unrounded numbers: "59.0, target 59.0, missed" is true and reads like a mistake.
"""

from __future__ import annotations

from typing import NamedTuple

from auditloop.assess.results import EffectResult, KpiResult, Point, Series
from auditloop.model import TargetChange
from auditloop.render.i18n.formats import rounded
from auditloop.render.views import say
from auditloop.render.views.common import Cell
from auditloop.render.views.context import Context

MOST_MORE = 6
WRITTEN = 4
"""Decimals of a number shown as somebody wrote it."""


class Judged(NamedTuple):
    kpi: KpiResult
    value: float | None
    target: float | None
    met: bool | None
    computed: bool
    """Whether the target follows from a base period instead of being written as a number."""

    @property
    def decimals(self) -> int:
        """The indicator's own, or a few more where the rounded value would contradict the verdict: 84.96 against 85."""
        own = self.kpi.decimals
        if self.value is None or self.target is None or self.met is None:
            return own
        for decimals in range(own, own + MOST_MORE):
            value, target = rounded(self.value, decimals), rounded(self.target, decimals if self.computed else WRITTEN)
            if self.met is (value <= target if self.kpi.better == "lower" else value >= target):
                return decimals
        return own + MOST_MORE


def of_series(ctx: Context, kpi: KpiResult, series: Series) -> Judged:
    """The latest value."""
    return Judged(kpi, series.latest.value if series.latest else None, series.target, series.met, _computed(ctx, kpi))


def of_point(ctx: Context, kpi: KpiResult, point: Point) -> Judged:
    return Judged(kpi, point.value, point.target, point.met, _computed(ctx, kpi))


def of_effect(kpi: KpiResult, effect: EffectResult) -> Judged:
    """An action's target is always a number that somebody wrote."""
    return Judged(kpi, effect.after, effect.target, effect.target_met, computed=False)


def _computed(ctx: Context, kpi: KpiResult) -> bool:
    return isinstance(ctx.workspace.kpis[kpi.id].target, TargetChange)


def value(ctx: Context, judged: Judged) -> str:
    return ctx.formats.number(judged.value, judged.decimals)


def value_text(ctx: Context, judged: Judged) -> str:
    return say.with_unit(ctx, value(ctx, judged), judged.kpi.unit)


def target(ctx: Context, judged: Judged) -> str:
    """As it was written; one computed from a base period with the decimals of the value it judges."""
    if judged.computed:
        return ctx.formats.number(judged.target, judged.decimals)
    return ctx.formats.general(judged.target)


def target_text(ctx: Context, judged: Judged) -> str:
    return say.with_unit(ctx, target(ctx, judged), judged.kpi.unit)


def target_cell(ctx: Context, judged: Judged) -> Cell:
    return Cell(say.no_value(ctx, "empty.no_target") if judged.target is None else target(ctx, judged))
