"""Which chart suits a series, and why. The reasons are codes; their words stand with the pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from auditloop.assess.spc.analyse import TRIAL_BELOW, base_of, split
from auditloop.assess.spc.datum import Datum
from auditloop.assess.spc.dispersion import is_over_dispersed
from auditloop.assess.spc.profiles import ANHOEJ, PROFILES, Profile
from auditloop.charts_for import CHARTS_FOR, OF_SHARES

AUTO = "auto"
REASONS = (
    "asked",
    "few-points",
    "rules",
    "proportion",
    "rate",
    "count",
    "value",
    "over-dispersed",
    "no-denominators",
    "whole-numbers",
    "times",
)


class Choice(NamedTuple):
    chart: str
    reason: str
    """One of REASONS."""
    profile: Profile
    """Of a run chart always `anhoej`: the other rules are about limits around a mean."""


def choose(
    asked: str,
    kind: str,
    rules: str,
    data: Sequence[Datum],
    *,
    starts: Sequence[int] = (),
    baseline: int | None = None,
) -> Choice:
    """The chart that was asked for, or for `auto` the one that suits this kind of data and these data.

    A chart of shares cannot be drawn where a value comes without its numerator and denominator: then, too, the choice
    is ours, and its reason says so.
    """
    chart, reason = asked, "asked"
    if asked == AUTO or asked not in CHARTS_FOR[kind] or (asked in OF_SHARES and not _with_denominators(data)):
        parts = (base_of(data[first:end], baseline) for first, end in split(len(data), starts))
        chart, reason = _automatic(kind, PROFILES[rules], data, parts)
    return Choice(chart, reason, ANHOEJ if chart == "run" else PROFILES[rules])


def _automatic(kind: str, profile: Profile, data: Sequence[Datum], parts: Iterable[Sequence[Datum]]) -> tuple[str, str]:
    if profile is ANHOEJ:
        return "run", "rules"
    if sum(datum.counted for datum in data) < TRIAL_BELOW:
        return "run", "few-points"
    if kind in ("proportion", "rate"):
        if not _with_denominators(data):
            return "xmr", "no-denominators"
        plain, prime = ("p", "p-prime") if kind == "proportion" else ("u", "u-prime")
        return (prime, "over-dispersed") if is_over_dispersed(parts, kind, profile) else (plain, kind)
    if kind == "count":
        # There is no c′ chart; individuals take their limits from what the counts really do.
        return ("xmr", "over-dispersed") if is_over_dispersed(parts, kind, profile) else ("c", kind)
    if kind == "rare-event":
        whole = all(datum.value == int(datum.value) for datum in data)
        return ("g", "whole-numbers") if whole else ("t", "times")
    return "xmr", kind


def _with_denominators(data: Sequence[Datum]) -> bool:
    return all(datum.n is not None and datum.of for datum in data)
