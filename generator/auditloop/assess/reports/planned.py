"""Which reports there are on a day: the last complete periods that have data, and each period that people commented."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from auditloop.model import Period, Workspace

MONTHLY, SATISFACTION, TOPIC = "monthly", "satisfaction", "topic"
_KINDS = {"month": MONTHLY, "quarter": SATISFACTION, "half": SATISFACTION}


class Asked(NamedTuple):
    """A report to make."""

    kind: str
    """monthly | satisfaction | topic"""
    id: str
    """The period, or the topic's id."""
    period: Period | None
    """None: a topic, which has two."""
    end: dt.date
    """The day whose state it is frozen to."""
    before: dt.date | None
    """The day it is compared with; None where surveys bring their own comparison along."""


def planned(workspace: Workspace, as_of: dt.date) -> list[Asked]:
    """Newest first, a month before the quarter it ends; topics last, by id.

    Of a period that is not over there is no report: it would change every day. A topic that goes on is judged as of
    today.
    """
    periods = {c.period for c in workspace.commentaries.values() if c.period.last <= as_of}
    periods |= {period for kind in _KINDS if _has_data(workspace, period := _last_complete(kind, as_of))}
    ordered = sorted(periods, key=lambda p: (-p.last.toordinal(), -p.first.toordinal()))
    return [*map(_of_period, ordered), *(_topic(workspace, id, as_of) for id in workspace.topics)]


def waiting(workspace: Workspace, as_of: dt.date) -> list[Period]:
    """Commented periods that are not over yet."""
    return sorted({c.period for c in workspace.commentaries.values() if c.period.last > as_of})


def _of_period(period: Period) -> Asked:
    kind = _KINDS[period.kind]
    before = period.previous.last if kind == MONTHLY else None
    return Asked(kind, str(period), period, period.last, before)


def _topic(workspace: Workspace, id: str, as_of: dt.date) -> Asked:
    return Asked(TOPIC, id, None, min(workspace.topics[id].to.last, as_of), None)


def _last_complete(kind: str, as_of: dt.date) -> Period:
    return Period.containing(as_of + dt.timedelta(days=1), kind).previous


def _has_data(workspace: Workspace, period: Period) -> bool:
    """A month in which anything was measured, audited or begun; a longer period in which customers were asked."""
    if period.kind == "month":
        return any(any(map(period.covers, days)) for days in _days(workspace))
    return any(inside(survey.period, period) for survey in workspace.surveys)


def _days(workspace: Workspace) -> Iterator[Iterator[dt.date]]:
    yield (observation.period.last for observation in workspace.observations)
    yield (audit.date for audit in workspace.audits.values())
    yield (action.opened for action in workspace.actions.values())


def inside(inner: Period, outer: Period) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last
