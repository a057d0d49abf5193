"""Worked examples of training and of the register of risks, which a reader can check by hand."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

from markupsafe import Markup

from auditloop.assess.improving.scores import PAIRED, WELCH
from auditloop.assess.results import SessionResult
from auditloop.model import Summary
from auditloop.render.views import say
from auditloop.render.views.context import Context
from auditloop.render.views.risks import risk_link
from auditloop.render.views.signs import DIVIDED, EQUALS, LESS, TIMES
from auditloop.render.views.training import session_link

_AROUND = "\u00a0±\u00a0"
_DECIMALS = 1


def training_example(ctx: Context) -> Iterable[Markup]:
    """Coverage of all together, then one gain of the same people and one of two groups."""
    found = ctx.results.training
    if found.summaries and found.summaries[0].coverage is not None:
        whole, number = found.summaries[0], ctx.formats.number
        share = ctx.formats.percent(whole.coverage, 1)
        sum_ = f"{number(whole.attended)}{DIVIDED}{number(whole.expected)}{EQUALS}{share}"
        first, last = ctx.formats.date(found.first), ctx.formats.date(found.last)
        yield ctx.words.html("method.training.example", first=first, last=last, sum=sum_)
    for method in (PAIRED, WELCH):
        sums = (_gain_sum(ctx, s) for s in found.sessions if s.scores and s.scores.method == method)
        told = next((each for each in sums if each), None)
        if told:
            session, sum_ = told
            link = session_link(ctx, session.id)
            yield ctx.words.html(f"method.training.example_{method}", training=link, sum=sum_)


def _gain_sum(ctx: Context, session: SessionResult) -> tuple[SessionResult, str] | None:
    """`18.4 ± 2.060 × 9.6 ÷ √26 = +14.5…+22.3`; None of scores that are listed one by one."""
    written, scores = ctx.workspace.sessions[session.id], session.scores
    if scores is None or scores.interval is None or scores.difference is None:
        return None
    if scores.method == PAIRED:
        gain = written.gain
        if gain is None or gain.sd is None or not isinstance(written.before, Summary):
            return None
        error, error_words = gain.sd / sqrt(gain.n), f"{_short(ctx, gain.sd)}{DIVIDED}√{gain.n}"
        middle = _short(ctx, gain.mean)
    else:
        one, other = written.before, written.after
        if not isinstance(one, Summary) or not isinstance(other, Summary) or one.sd is None or other.sd is None:
            return None
        error = sqrt(one.sd**2 / one.n + other.sd**2 / other.n)
        parts = (f"{_short(ctx, each.sd)}²{DIVIDED}{each.n}" for each in (one, other))
        error_words = f"√({' + '.join(parts)})"
        middle = f"({_short(ctx, other.mean)}{LESS}{_short(ctx, one.mean)})"
    if not error:
        return None
    quantile = ctx.formats.number((scores.interval[1] - scores.difference) / error, 3)
    low, high = (ctx.formats.signed(end, _DECIMALS) for end in scores.interval)
    ends = ctx.words.t("method.training.ends", low=low, high=high)
    return session, f"{middle}{_AROUND}{quantile}{TIMES}{error_words}{EQUALS}{ends}"


def _short(ctx: Context, value: float | None) -> str:
    return ctx.formats.number(value, _DECIMALS)


def register_example(ctx: Context) -> Iterable[Markup]:
    """A risk that rose or fell, and a review that is overdue."""
    risks = [risk for risk in ctx.results.risks.risks if risk.closed is None]
    moved = next((risk for risk in risks if risk.trend in ("rising", "falling")), None)
    if moved:
        before, t = moved.history[-1], ctx.words.t
        yield ctx.words.html(
            "method.register.example",
            risk=risk_link(ctx, moved.id),
            before=t("risks.numbers", likelihood=before.likelihood, impact=before.impact),
            was=say.risk(ctx, before.level),
            now=t("risks.numbers", likelihood=moved.likelihood, impact=moved.impact),
            level=say.risk(ctx, moved.level),
            trend=t(f"risks.trend.{moved.trend}"),
        )
    late = next((risk for risk in risks if risk.days_review_overdue), None)
    if late:
        yield ctx.words.html(
            "method.register.example_overdue",
            risk=risk_link(ctx, late.id),
            review=ctx.formats.day(late.review),
            assessed=ctx.formats.day(late.assessed),
            as_of=ctx.formats.day(ctx.results.as_of),
            days=ctx.words.n("count.days", late.days_review_overdue),
        )
