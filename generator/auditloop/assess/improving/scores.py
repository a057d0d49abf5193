"""What a test before and after a training says: the mean gain, with the interval that chance leaves open."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean, stdev

from auditloop.assess.distributions import t_quantile
from auditloop.assess.intervals import CONFIDENCE, Interval, Sample, welch
from auditloop.assess.results import ScoreGain
from auditloop.model import Session, Summary
from auditloop.ratings import SMALLEST

PAIRED, WELCH = "paired", "welch"
_TWO = 2


def score_gain(session: Session) -> ScoreGain | None:
    """None without scores both times.

    Of the same people (their gains, or both lists in pairs) Student's interval of the mean gain; of two groups Welch's
    of the difference of both means, from n, mean and standard deviation.
    """
    if session.before is None or session.after is None:
        return None
    before, after = summed_up(session.before), summed_up(session.after)
    if min(before.n, after.n) < SMALLEST:
        return _gain(before, after, hidden=True)
    gain = _gains(session)
    if gain is not None:
        interval = student(gain)
        return _gain(before, after, gain.mean, interval, PAIRED if interval else None)
    samples = [_sample(before), _sample(after)]
    if None in samples:
        return _gain(before, after, after.mean - before.mean)
    one, other = (each for each in samples if each)
    return _gain(before, after, after.mean - before.mean, welch(other, one), WELCH)


def student(summary: Summary, confidence: float = CONFIDENCE) -> Interval | None:
    """A mean of n values: x̄ ± t·s/√n with n − 1 degrees of freedom; None of fewer than two, or without s.

    Source: Student 1908, Biometrika 6:1-25.
    """
    sample = _sample(summary)
    if sample is None:
        return None
    reach = t_quantile((1 + confidence) / 2, sample.df) * sample.variance**0.5
    return Interval(summary.mean - reach, summary.mean + reach)


def summed_up(written: Summary | Sequence[float]) -> Summary:
    """n, mean and standard deviation (÷ n − 1) of scores, however they are written."""
    if isinstance(written, Summary):
        return written
    return Summary(n=len(written), mean=fmean(written), sd=stdev(written) if len(written) >= _TWO else None)


def _gains(session: Session) -> Summary | None:
    """What each of the same people gained."""
    before, after = session.before, session.after
    if session.paired and isinstance(before, tuple) and isinstance(after, tuple):
        return summed_up([now - then for then, now in zip(before, after, strict=True)])
    return session.gain


def _sample(summary: Summary) -> Sample | None:
    if summary.sd is None or summary.n < _TWO:
        return None
    return Sample(summary.mean, summary.sd**2 / summary.n, summary.n - 1)


def _gain(
    before: Summary,
    after: Summary,
    difference: float | None = None,
    interval: Interval | None = None,
    method: str | None = None,
    *,
    hidden: bool = False,
) -> ScoreGain:
    return ScoreGain(
        n_before=before.n,
        n_after=after.n,
        hidden=hidden,
        before=None if hidden else before.mean,
        after=None if hidden else after.mean,
        difference=difference,
        interval=list(interval) if interval else None,
        method=method,
    )
