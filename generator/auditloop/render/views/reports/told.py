"""Every fact of a report into its sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from auditloop.assess.reports import Told
from auditloop.assess.reports import facts as f
from auditloop.render.views.context import Context
from auditloop.render.views.reports import changed, gathered, surveyed, why
from auditloop.render.views.reports.linked import Said

_SENTENCES: dict[type, Callable[[Context, Any], Said]] = {
    f.IndexMoved: changed.index_moved,
    f.Turned: changed.turned,
    f.TargetTurned: changed.target_turned,
    f.AuditMade: changed.audit_made,
    f.FindingsMoved: changed.findings_moved,
    f.ActionsMoved: changed.actions_moved,
    f.AlertsMoved: changed.alerts_moved,
    f.Carried: why.carried,
    f.AlertRaised: why.alert_raised,
    f.EffectSeen: why.effect_seen,
    f.NotSustained: why.not_sustained,
    f.LimitsAnew: why.limits_anew,
    f.LeftOut: why.left_out,
    f.Satisfied: surveyed.satisfied,
    f.Recommended: surveyed.recommended,
    f.DimensionTurned: surveyed.dimension_turned,
    f.TeamSatisfied: surveyed.team_satisfied,
    f.TeamApart: surveyed.team_apart,
    f.Driven: surveyed.driven,
    f.Lamented: surveyed.lamented,
    f.StandardStands: gathered.standard_stands,
    f.CategoryStands: gathered.category_stands,
    f.DimensionStands: gathered.dimension_stands,
}


def sentences(ctx: Context, told: Told, most: int | None = None) -> tuple[Said, ...]:
    """In the order of importance; one in a language that readers of this page do not have is left out."""
    here = [fact for fact in told.facts if not isinstance(fact, f.Lamented) or fact.language == ctx.lang]
    return tuple(_SENTENCES[type(fact)](ctx, fact) for fact in here[:most])
