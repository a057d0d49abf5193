"""What the data say about an action's effect, in words: difference with interval, verdict with its rule, contradiction.

Shared by the pages of indicators, actions and findings. Judges nothing.
"""

from __future__ import annotations

from markupsafe import Markup

from auditloop.assess.results import EffectResult, KpiResult
from auditloop.render.views import judged, say
from auditloop.render.views.common import lines, muted, small, spaced
from auditloop.render.views.context import Context

_TONES = {"effective": "good", "partly": "warn", "ineffective": "bad", "too-early": "none"}


def window(ctx: Context, kpi: KpiResult, span: str, value: float | None) -> Markup:
    """A value and the periods it rests on."""
    return lines(say.kpi_value_html(ctx, kpi, value), muted(ctx.formats.window(span)))


def difference(ctx: Context, kpi: KpiResult, effect: EffectResult, *, with_interval: bool = True) -> Markup:
    """After − before in the indicator's unit and the improvement rate, with the 95 % interval unless it is said."""
    t = ctx.words.t
    if effect.difference is None:
        return say.no_value(ctx, "empty.no_effect_yet")
    tone = None if effect.better is None else "good" if effect.better else "bad"
    number = say.arrow(ctx.formats.signed(effect.difference, kpi.decimals), effect.difference, kpi.decimals, tone)
    interval = t("effect.no_interval")
    if effect.difference_interval is not None:
        if not with_interval:
            return spaced(number, small(rate(ctx, effect)))
        low, high = (ctx.formats.signed(end, kpi.decimals) for end in effect.difference_interval)
        interval = t("effect.interval", low=low, high=high)
    return lines(spaced(number, small(rate(ctx, effect))), muted(interval))


def rate(ctx: Context, effect: EffectResult) -> str:
    """`−18.7% (better)`."""
    if effect.change is None:
        return ""
    word = "changed" if effect.better is None else "better" if effect.better else "worse"
    number = ctx.formats.signed_percent(effect.change, 1)
    return ctx.words.t("effect.rate", change=number, word=ctx.words.t(f"change.{word}"))


def data_verdict(ctx: Context, kpi: KpiResult, effect: EffectResult) -> Markup:
    """The verdict by the data, the rule that gave it, and the action's own target."""
    t = ctx.words.t
    word = t(f"effect.verdict.{effect.verdict or 'none'}")
    mark = say.judgement(_TONES.get(effect.verdict or "", "none"), word)
    aim = ""
    if effect.target is not None and effect.target_met is not None:
        target = judged.target_text(ctx, judged.of_effect(kpi, effect))
        aim = t("effect.target_met" if effect.target_met else "effect.target_missed", target=target)
    return lines(mark, muted(t(f"effect.why.{effect.why}")), muted(aim) if aim else "")


def contradiction(ctx: Context, effect: EffectResult) -> Markup:
    """Points out where the verification and the data do not agree; nothing where they do."""
    if effect.contradicts is None:
        return Markup("")
    return say.judgement("warn", ctx.words.t(f"effect.{effect.contradicts}"))
