"""A service standard missed its target in the latest month, by more than a single ticket.

High where chance does not explain it: the upper end of the interval is below the target.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from auditloop.assess.alerts.alert import Known
from auditloop.assess.alerts.draft import Draft, Ended
from auditloop.assess.results import LinkTarget, StandardBroken, StandardResult
from auditloop.model.early_warning import Breach
from auditloop.model.period import Period


def find(known: Known, limits: Breach) -> Iterator[Draft]:
    """The month that runs can raise the alert, but not end it: it has only just begun."""
    for (standard, team), results in _months(known, limits):
        run = _run(results, limits)
        if run:
            yield _draft(known, standard, team, run)


def ended(known: Known, limits: Breach, since: dt.date) -> Iterator[Ended]:
    """By a whole month on target, or with fewer tickets that broke it."""
    for (standard, team), results in _months(known, limits):
        for at, month in enumerate(results[1:], 1):
            period = Period.parse(month.period)
            if period.last >= since and is_broken(results[at - 1], limits) and not is_broken(month, limits):
                draft = _draft(known, standard, team, _run(results[:at], limits))
                by = "few" if month.met is False else "kept"
                yield Ended(draft, period.last, by, month.period, month.attainment)


def _months(known: Known, limits: Breach) -> Iterator[tuple[tuple[str, str], list[StandardResult]]]:
    """(standard, team) → the months that count, in order."""
    months: dict[tuple[str, str], list[StandardResult]] = {}
    for result in known.standards:
        if result.team is not None and result.due and _counts(result, limits, known.as_of):
            months.setdefault((result.id, result.team), []).append(result)
    yield from months.items()


def is_broken(result: StandardResult, limits: Breach) -> bool:
    return result.met is False and result.due - result.kept >= limits.tickets


def _counts(result: StandardResult, limits: Breach, as_of: dt.date) -> bool:
    return Period.parse(result.period).last <= as_of or is_broken(result, limits)


def _run(results: Sequence[StandardResult], limits: Breach) -> list[StandardResult]:
    """The latest months, in order, that all missed it; months in which nothing was due are passed over."""
    run: list[StandardResult] = []
    for result in reversed(results):
        if not is_broken(result, limits):
            break
        run.insert(0, result)
    return run


def _draft(known: Known, standard: str, team: str, run: Sequence[StandardResult]) -> Draft:
    last = run[-1]
    assert last.attainment is not None and last.interval is not None and last.target is not None
    return Draft(
        severity="high" if last.interval[1] < last.target else "medium",
        team=team,
        subject=standard,
        since=Period.parse(run[0].period).first,
        what=StandardBroken(
            standard=standard,
            period=last.period,
            months=len(run),
            due=last.due,
            broken=last.due - last.kept,
            attainment=last.attainment,
            interval=last.interval,
            target=last.target,
        ),
        link=LinkTarget(kind="standard", id=standard),
        responsible=known.workspace.standards[standard].responsible,
    )
