"""The definition card of an indicator: what is measured, how, and against what."""

from __future__ import annotations

from auditloop.assess.results import KpiResult, Series
from auditloop.model import Kpi, TargetChange
from auditloop.render.views import judged, say
from auditloop.render.views.common import Fact, anchored, lines, muted
from auditloop.render.views.context import Context


def card(ctx: Context, kpi: Kpi, result: KpiResult | None) -> tuple[Fact, ...]:
    t = ctx.words.t
    main = result.series[0] if result else None
    facts = [
        Fact(t("kpi.dimension"), t(f"dimension.{kpi.dimension}")),
        Fact(t("kpi.unit"), say.unit_word(ctx, kpi.unit)),
        Fact(t("kpi.better"), t(f"better.{kpi.better}")),
        Fact(t("kpi.frequency"), t(f"frequency.{kpi.frequency}")),
        Fact(t("kpi.kind_of_data"), t(f"kind_of_data.{kpi.kind_of_data}")),
        Fact(t("kpi.target"), _target_words(ctx, kpi, result, main)),
    ]
    if kpi.benchmark:
        value = say.with_unit(ctx, ctx.formats.general(kpi.benchmark.value), kpi.unit)
        facts.append(Fact(t("kpi.benchmark"), lines(value, muted(ctx.text(kpi.benchmark.source)))))
    if kpi.source:
        facts.append(Fact(t("kpi.source"), ctx.text(kpi.source)))
    if kpi.customers:
        facts.append(Fact(t("kpi.customers"), ctx.text(kpi.customers)))
    if kpi.score:
        words = t(
            "kpi.score_map",
            zero=say.with_unit(ctx, ctx.formats.general(kpi.score.zero), kpi.unit),
            full=say.with_unit(ctx, ctx.formats.general(kpi.score.full), kpi.unit),
        )
        facts.append(Fact(t("kpi.score"), anchored(ctx.href.method("score-map"), words)))
    if main and main.pooled:
        facts.append(
            Fact(
                t("kpi.pooled"),
                anchored(ctx.href.method("pooling"), t(f"pooled.{main.pooled}")),
            )
        )
    return tuple(facts)


def _target_words(ctx: Context, kpi: Kpi, result: KpiResult | None, main: Series | None) -> str:
    t = ctx.words.t
    if kpi.target is None:
        return t("empty.no_target")
    if isinstance(kpi.target, TargetChange):
        words = t(
            "kpi.target_change", change=_signed_text(kpi.target.change), base=ctx.formats.period(kpi.target.base.text)
        )
        if result is None or main is None or main.target is None:
            return words
        return t(
            "kpi.target_comes_to", change=words, value=judged.target_text(ctx, judged.of_series(ctx, result, main))
        )
    written = (
        main.target
        if main and main.target is not None
        else kpi.target
        if isinstance(kpi.target, int | float)
        else kpi.target[-1].value
    )
    return say.with_unit(ctx, ctx.formats.general(written), kpi.unit)


def _signed_text(change: str) -> str:
    return change.replace("-", "\u2212")
