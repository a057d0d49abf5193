"""What a derived indicator is computed from, and where that failed."""

from __future__ import annotations

from auditloop.assess.results import KpiResult, Unvalued
from auditloop.render.views import say
from auditloop.render.views.common import Fact, span
from auditloop.render.views.context import Context


def operands(ctx: Context, kpi: KpiResult | None) -> tuple[Fact, ...]:
    """The formula, and each of its names with the indicator and unit behind it."""
    if kpi is None or kpi.formula is None:
        return ()
    facts = [Fact(ctx.words.t("formula.term"), span("al-formula", kpi.formula.of))]
    for operand in kpi.formula.operands:
        link, unit = say.kpi_link(ctx, operand.kpi), say.unit_word(ctx, operand.unit)
        facts.append(Fact(operand.name, ctx.words.html("formula.operand", kpi=link, unit=unit) if unit else link))
    return tuple(facts)


def unvalued_words(ctx: Context, found: Unvalued) -> str:
    """Why a period has no value: `Division by zero: Resolution time is 0`."""
    names = ctx.words.listed([ctx.kpi_name(kpi) for kpi in found.operands])
    return ctx.words.t(f"formula.{found.why}", operands=names)
