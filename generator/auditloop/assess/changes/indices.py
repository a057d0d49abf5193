"""How the latest score of every index moved, and which of its parts moved it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditloop.assess.changes.order import by_sign, differ, ranked
from auditloop.assess.changes.values import CONCERN, NEUTRAL, IndexShift
from auditloop.assess.results import IndexPoint, IndexResult, PartChange


def index_shifts(before: Sequence[IndexResult], after: Sequence[IndexResult]) -> list[IndexShift]:
    """The organisation's before its teams', the larger move first."""
    found = list(_shifts(before, after))
    return sorted(found, key=lambda s: ranked(s.judgement, s.team is not None, -abs(s.change or 0), s.id, s.team or ""))


def _shifts(before: Sequence[IndexResult], after: Sequence[IndexResult]) -> Iterator[IndexShift]:
    was = {(index.id, index.scope.team): index for index in before}
    now = {(index.id, index.scope.team): index for index in after}
    for key in (*now, *(key for key in was if key not in now)):
        old, new = was.get(key), now.get(key)
        first, last = old.latest if old else None, new.latest if new else None
        reweighted = bool(old and new) and _weights(old) != _weights(new)
        same_score = not differ(first.score if first else None, last.score if last else None)
        if same_score and (first and first.period) == (last and last.period) and not reweighted:
            continue
        yield _told(key, first, last, reweighted)


def _told(
    key: tuple[str, str | None], first: IndexPoint | None, last: IndexPoint | None, reweighted: bool
) -> IndexShift:
    change = None
    if first and last and first.score is not None and last.score is not None:
        change = last.score - first.score
    gone = first is not None and last is None
    return IndexShift(
        id=key[0],
        team=key[1],
        period_before=first.period if first else None,
        period=last.period if last else None,
        before=first.score if first else None,
        after=last.score if last else None,
        change=change,
        partial=bool(last and last.partial),
        reweighted=reweighted,
        parts=_parts(first, last) if first and last else [],
        judgement=CONCERN if gone else by_sign(change) if change is not None else NEUTRAL,
    )


def _weights(index: IndexResult | None) -> object:
    return {part.id: part.weight for part in index.points[-1].parts} if index and index.points else None


def _parts(first: IndexPoint, last: IndexPoint) -> list[PartChange]:
    """Differences of contributions; none where a part has no contribution on one side: that is no change of quality."""
    was = {part.id: part.contribution for part in first.parts}
    now = {part.id: part.contribution for part in last.parts}
    found = []
    for id_ in dict.fromkeys((*now, *was)):
        before, after = was.get(id_, 0.0), now.get(id_, 0.0)
        if (before is None) != (after is None):
            return []
        if before is not None and after is not None and differ(before, after):
            found.append(PartChange(id=id_, points=after - before))
    return sorted(found, key=lambda part: (-abs(part.points), part.id))
