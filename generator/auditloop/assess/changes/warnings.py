"""Which early warnings are new, and which are over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditloop.assess.alerts import SEVERITIES
from auditloop.assess.changes.order import pairs, ranked
from auditloop.assess.changes.values import CONCERN, IMPROVEMENT, AlertShift
from auditloop.assess.results import Alert


def alert_shifts(before: Sequence[Alert], after: Sequence[Alert]) -> list[AlertShift]:
    """The gravest first, then the one that has lasted longest."""
    return sorted(
        _shifts(before, after),
        key=lambda s: ranked(s.judgement, SEVERITIES.index(s.severity), s.since, s.rule, s.id),
    )


def _shifts(before: Sequence[Alert], after: Sequence[Alert]) -> Iterator[AlertShift]:
    for old, new in pairs(before, after):
        alert = new or old
        if alert and (old is None or new is None) and alert.link.kind != "action":
            yield AlertShift(
                id=alert.id,
                rule=alert.rule,
                severity=alert.severity,
                team=alert.team,
                since=alert.since,
                about=alert.link.kind,
                about_id=alert.link.id,
                what="new" if new else "over",
                judgement=CONCERN if new else IMPROVEMENT,
            )
