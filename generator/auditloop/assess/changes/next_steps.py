"""Which steps a team has no more to do, which are new, and which give something else than before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditloop.assess.changes.order import differ, pairs
from auditloop.assess.changes.values import NEUTRAL, NextStepShift
from auditloop.assess.results import NextStep


def next_step_shifts(before: Sequence[NextStep], after: Sequence[NextStep]) -> list[NextStepShift]:
    """Gone ones by their old rank, then the others by their new one. A rank alone is no change: all others shift it."""
    return sorted(_shifts(before, after), key=lambda s: (s.rank is not None, s.rank or s.rank_before or 0))


def _shifts(before: Sequence[NextStep], after: Sequence[NextStep]) -> Iterator[NextStepShift]:
    for old, new in pairs(before, after):
        step = new or old
        assert step
        if old and new and old.lifts == new.lifts and not differ(old.points, new.points):
            continue
        yield NextStepShift(
            id=step.id,
            kind=step.kind,
            team=step.team,
            what="gone" if new is None else "new" if old is None else "changed",
            rank_before=old.rank if old else None,
            rank=new.rank if new else None,
            points_before=old.points if old else None,
            points=new.points if new else None,
            lifts_before=old.lifts if old else None,
            lifts=new.lifts if new else None,
            judgement=NEUTRAL,
        )
