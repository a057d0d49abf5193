"""Which targets and limits are other ones than before, and whether they ask for less: said plainly, by direction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from auditloop.assess.changes.order import differ, pairs, ranked
from auditloop.assess.changes.values import CONCERN, NEUTRAL, TargetShift
from auditloop.assess.results import KpiResult, Series, StandardResult, TargetStep
from auditloop.model.period import Period

_WHATS = ("loosened", "removed", "changed", "added", "tightened")


def target_shifts(
    before: tuple[Sequence[KpiResult], Sequence[StandardResult]],
    after: tuple[Sequence[KpiResult], Sequence[StandardResult]],
) -> list[TargetShift]:
    """Of indicators and standards that both states have: what was loosened or taken away first."""
    found: list[TargetShift] = []
    for old, new in pairs(before[0], after[0]):
        if old and new:
            found.extend(_of_kpi(old, new))
    found.extend(_of_standards(before[1], after[1]))
    return sorted(
        found, key=lambda s: ranked(s.judgement, _WHATS.index(s.what), s.of, s.id, s.from_ or "", s.team or "")
    )


def _of_kpi(old: KpiResult, new: KpiResult) -> Iterator[TargetShift]:
    if old.targets == new.targets:
        yield from _of_bases(old, new)
        return
    last: object = None
    for start in _starts(old.targets, new.targets):
        was, now = _at(old.targets, start), _at(new.targets, start)
        told, last = last == (_aim(was), _aim(now)), (_aim(was), _aim(now))
        if told or _same(was, now):
            continue
        yield _shift(
            "kpi",
            new.id,
            "target",
            new,
            start=start,
            values=(was.value if was else None, now.value if now else None),
            changes=(was.change if was else None, now.change if now else None),
        )


def _starts(*targets: Sequence[TargetStep]) -> list[str | None]:
    """Every period from which one of them is another one, in order of time; None, always, first."""
    named = {step.from_ for steps in targets for step in steps if step.from_ is not None}
    return [None, *sorted(named, key=lambda text: Period.parse(text).first)]


def _at(steps: Sequence[TargetStep], start: str | None) -> TargetStep | None:
    """The step in force from there on."""
    found = None
    for step in steps:
        if step.from_ is None or (start is not None and Period.parse(step.from_).first <= Period.parse(start).first):
            found = step
    return found


def _aim(step: TargetStep | None) -> object:
    """What is aimed for, from whenever on."""
    return (step.value, step.change, step.base) if step else None


def _same(was: TargetStep | None, now: TargetStep | None) -> bool:
    if was is None or now is None:
        return was is now
    return (was.change, was.base) == (now.change, now.base) and not differ(was.value, now.value)


def _of_bases(old: KpiResult, new: KpiResult) -> Iterator[TargetShift]:
    """The target is written as before, but the value it is measured from was restated."""
    was = {series.team: series for series in old.series}
    for series in new.series:
        before = was.get(series.team)
        if before is None:
            continue
        period, values = _latest_shared(before, series)
        if period and differ(*values):
            yield _shift("kpi", new.id, "target", new, start=period, team=series.team, values=values)


def _latest_shared(old: Series, new: Series) -> tuple[str | None, tuple[float | None, float | None]]:
    was = {point.period: point.target for point in old.points}
    for point in reversed(new.points):
        if point.period in was:
            return point.period, (was[point.period], point.target)
    return None, (None, None)


def _of_standards(before: Sequence[StandardResult], after: Sequence[StandardResult]) -> Iterator[TargetShift]:
    """Once for each standard, by the latest month that both have."""
    was = {(each.id, each.period): each for each in before if each.team is None}
    seen = set()
    for new in sorted((each for each in after if each.team is None), key=lambda each: each.period, reverse=True):
        old = was.get((new.id, new.period))
        if old is None or new.id in seen:
            continue
        seen.add(new.id)
        if differ(old.target, new.target):
            yield _shift("standard", new.id, "target", _SHARE, values=(_percent(old.target), _percent(new.target)))
        if differ(old.limit, new.limit):
            yield _shift("standard", new.id, "limit", _TIME, values=(old.limit, new.limit))


class _Scale(Protocol):
    """Which way is better, and what is counted: an indicator, or what a standard has."""

    @property
    def better(self) -> str: ...

    @property
    def unit(self) -> str: ...


class _Fixed(NamedTuple):
    better: str
    unit: str


_SHARE, _TIME = _Fixed("higher", "%"), _Fixed("lower", "min")


def _percent(share: float | None) -> float | None:
    return None if share is None else 100 * share


def _shift(
    of: str,
    id_: str,
    field: str,
    scale: _Scale,
    *,
    values: tuple[float | None, float | None],
    changes: tuple[str | None, str | None] = (None, None),
    start: str | None = None,
    team: str | None = None,
) -> TargetShift:
    what = _what(scale.better, values, changes)
    return TargetShift(
        of=of,
        id=id_,
        field=field,
        unit=scale.unit,
        team=team,
        from_=start,
        what=what,
        before=values[0],
        after=values[1],
        change_before=changes[0],
        change_after=changes[1],
        judgement=CONCERN if what in ("loosened", "removed") else NEUTRAL,
    )


def _what(better: str, values: tuple[float | None, float | None], changes: tuple[str | None, str | None]) -> str:
    had, has = values[0] is not None or changes[0] is not None, values[1] is not None or changes[1] is not None
    if not had or not has:
        return "added" if has else "removed"
    was, now = values
    if changes[0] and changes[1]:
        was, now = (float(change.removesuffix("%")) for change in (changes[0], changes[1]))
    if was is None or now is None or better == "neither" or not differ(was, now):
        return "changed"
    return "loosened" if (now > was) == (better == "lower") else "tightened"
