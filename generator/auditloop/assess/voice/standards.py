"""How every standard was kept over the window: attainment and times of all its months together, what broke it, what
waits, and one ticket by which a reader can check the clock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from auditloop.assess.arithmetic import share
from auditloop.assess.intervals import of_share
from auditloop.assess.measures import meets
from auditloop.assess.results import Breach, StandardSummary, Waiting
from auditloop.assess.tickets import Desk, KeptBy, Place
from auditloop.assess.voice.example import example_of
from auditloop.assess.voice.window import Window, window_of
from auditloop.tickets.log import MISSING
from auditloop.tickets.quantile import median_and_p90
from auditloop.tickets.spec import Standard
from auditloop.tickets.standards import Kept, limit_of

MOST = 300
"""Tickets told of one by one."""
MINUTE = 60


def summarise_standards(desk: Desk | None, kept_by: KeptBy) -> list[StandardSummary]:
    """Per standard that any ticket falls under: the organisation, then its teams."""
    if desk is None:
        return []
    window = window_of(desk)
    broken = {id: _newest(window, scopes[None]) for id, scopes in kept_by.items()}
    made = []
    for id, scopes in kept_by.items():
        standard = desk.standards[id]
        for team, by_month in scopes.items():
            if by_month:
                newest = _placed(desk, broken[id]) if team is None else []
                made.append(_summary(desk, window, standard, team, by_month, newest))
    return made


def _summary(
    desk: Desk,
    window: Window,
    standard: Standard,
    team: str | None,
    by_month: Mapping[int, Kept],
    broken: Sequence[Place],
) -> StandardSummary:
    kept = window.together(by_month)
    median, p90 = median_and_p90(kept.times)
    limit = None if standard.to is None else limit_of(standard, desk.calendar)
    waiting = [each for of_month in by_month.values() for each in of_month.waiting]
    attainment = share(kept.kept, kept.due)
    return StandardSummary(
        id=standard.id,
        team=team,
        window=window.text,
        limit=None if limit is None else limit / MINUTE,
        due=kept.due,
        kept=kept.kept,
        open=kept.open,
        unrecorded=kept.unrecorded,
        attainment=attainment,
        interval=of_share(kept.kept, kept.due),
        target=None if standard.target is None else standard.target / 100,
        met=meets("higher", None if attainment is None else 100 * attainment, standard.target),
        n=len(kept.times),
        median=median,
        p90=p90,
        breach_count=len(kept.breaches),
        breaches=[_breach(desk, standard, place, limit) for place in broken] if team is None else None,
        waiting=_waiting(desk, waiting, limit or 0) if team is None else None,
        waiting_count=len(waiting),
        late_count=sum(passed > (limit or 0) for _, passed in waiting),
        example=example_of(desk, standard, limit, window) if team is None and limit is not None else None,
    )


def _newest(window: Window, by_month: Mapping[int, Kept]) -> list[str]:
    """Ids of the newest tickets that broke it, month by month."""
    months = sorted((at for at in by_month if at in window), reverse=True)
    # Within a month the order is not known yet: whole months are taken until there are enough.
    found: list[str] = []
    for at in months:
        found += by_month[at].breaches
        if len(found) >= MOST:
            break
    return found


def _placed(desk: Desk, ids: Iterable[str]) -> list[Place]:
    """Newest first."""
    found = [place for id in ids if (place := desk.place(id)) is not None]
    return sorted(found, key=lambda place: (-place.received, place.id))[:MOST]


def _breach(desk: Desk, standard: Standard, place: Place, limit: float | None) -> Breach:
    taken = None
    if limit is not None and standard.to is not None:
        ends = place.log.times.get(standard.to)
        end = MISSING if ends is None else ends[place.row]
        start = place.log.times[standard.from_][place.row]
        taken = None if end == MISSING else desk.calendar.clock(standard.clock)(start, end) / MINUTE
    return Breach(
        id=place.id,
        team=place.team,
        received=desk.calendar.reader.text(place.received),
        taken=taken,
        over=None if taken is None or limit is None else taken - limit / MINUTE,
    )


def _waiting(desk: Desk, waiting: Sequence[tuple[str, float]], limit: float) -> list[Waiting]:
    longest = sorted(waiting, key=lambda each: (-each[1], each[0]))[:MOST]
    return [
        Waiting(
            id=id,
            team=place.team,
            received=desk.calendar.reader.text(place.received),
            passed=passed / MINUTE,
            late=passed > limit,
        )
        for id, passed in longest
        if (place := desk.place(id)) is not None
    ]
