"""The charts by name: each makes the lines of a segment from its base, the points that its limits come from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from statistics import median

from auditloop.assess.spc import counted, rare
from auditloop.assess.spc.datum import Datum
from auditloop.assess.spc.individuals import xmr
from auditloop.assess.spc.lines import Lines
from auditloop.assess.spc.profiles import Profile

Chart = Callable[[Sequence[Datum], Sequence[Datum], Profile, float], Lines]
"""(base, all points of the segment, profile, scale of shares and rates) → lines. The base has at least one point."""


def run(base: Sequence[Datum], data: Sequence[Datum], profile: Profile, scale: float) -> Lines:
    """The median, and no limits. Source: Anhøj & Olesen 2014; Perla, Provost & Murray 2011."""
    return Lines(float(median(datum.value for datum in base)), None)


CHARTS: Mapping[str, Chart] = {
    "xmr": xmr,
    "run": run,
    "p": counted.p,
    "p-prime": counted.p_prime,
    "u": counted.u,
    "u-prime": counted.u_prime,
    "c": counted.c,
    "g": rare.g,
    "t": rare.t,
}
