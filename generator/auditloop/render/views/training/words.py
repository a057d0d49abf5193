"""One training in words: its day, whom it reached, who passed, what its test and its indicator say."""

from __future__ import annotations

from markupsafe import Markup

from auditloop.assess.results import ScoreGain, SessionResult, TrainingSums
from auditloop.render.views import clocks, effects, say
from auditloop.render.views.common import BLANK, lines, muted, small, spaced, span
from auditloop.render.views.context import Context
from auditloop.render.views.training.lead import least

_LOOKS = {"held": "verified", "planned": "open", "late": "overdue", "cancelled": "cancelled"}
DECIMALS = 1


def status(ctx: Context, session: SessionResult) -> Markup:
    """The state, with the day that goes with it."""
    word = say.badge(_LOOKS[session.status], ctx.words.t(f"training.status.{session.status}"))
    day = span("al-nowrap", ctx.formats.day(session.held or session.planned))
    late = muted(ctx.words.n("training.days_late", session.days_late)) if session.days_late else BLANK
    cancelled = ctx.workspace.sessions[session.id].cancelled
    return lines(word, day, late, muted(ctx.prose(cancelled.reason)) if cancelled else BLANK)


def coverage(ctx: Context, attended: int | None, expected: int | None, share: float | None) -> Markup:
    """`92%` over `22 of 24`; a mark where it is below what the organisation asks for."""
    number = ctx.formats.number
    if share is None or attended is None:
        known = ctx.words.n("training.expected", expected, n=number(expected)) if expected else ""
        return muted(known) if known else say.no_value(ctx, "training.no_numbers")
    counts = muted(ctx.words.t("training.of", n=number(attended), all=number(expected)))
    return lines(rated(ctx, share), counts)


def rated(ctx: Context, share: float) -> Markup | str:
    """A coverage, marked where it is short."""
    aim = least(ctx)
    words = ctx.formats.percent(share)
    return say.judgement("bad", words) if aim is not None and share < aim else words


def passed(ctx: Context, found: SessionResult | TrainingSums) -> Markup:
    """The share with its interval."""
    if found.pass_rate is None:
        return say.no_value(ctx, "training.no_test")
    return lines(ctx.formats.percent(found.pass_rate), muted(clocks.interval(ctx, found.pass_interval)))


def gain(ctx: Context, scores: ScoreGain | None) -> Markup:
    """`62.4 → 78.1`, the difference with its interval, and how that was made."""
    t, number = ctx.words.t, ctx.formats.number
    if scores is None:
        return say.no_value(ctx, "training.no_scores")
    if scores.hidden or scores.difference is None:
        return muted(t("training.too_few"))
    change = say.arrow(
        ctx.formats.signed(scores.difference, DECIMALS), scores.difference, DECIMALS, _tone(scores.difference)
    )
    means = small(t("training.means", before=number(scores.before, DECIMALS), after=number(scores.after, DECIMALS)))
    return lines(spaced(change, means), muted(interval(ctx, scores)))


def interval(ctx: Context, scores: ScoreGain) -> str:
    if scores.interval is None:
        return ctx.words.t("effect.no_interval")
    low, high = (ctx.formats.signed(end, DECIMALS) for end in scores.interval)
    return ctx.words.t(f"training.interval_{scores.method}", low=low, high=high)


def on_indicator(ctx: Context, session: SessionResult) -> Markup:
    """The indicator it should improve, what that did, and the verdict by the data."""
    if session.kpi is None:
        return say.no_value(ctx, "training.no_kpi")
    link, effect, kpi = say.kpi_link(ctx, session.kpi), session.effect, ctx.kpis.get(session.kpi)
    if effect is None or kpi is None:
        return lines(link, muted(ctx.words.t("training.not_yet" if session.held is None else "empty.no_effect_yet")))
    change = effects.difference(ctx, kpi, effect) if effect.difference is not None else BLANK
    return lines(link, change, effects.data_verdict(ctx, kpi, effect))


def _tone(difference: float) -> str:
    return "good" if difference > 0 else "bad"
