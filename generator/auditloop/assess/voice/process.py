"""The way of complaints through their process: how many reached each step, how long it took, and whether in time."""

from __future__ import annotations

from collections.abc import Sequence

from auditloop.assess.intervals import wilson
from auditloop.assess.results import ProcessStep
from auditloop.assess.tickets import Desk, KeptBy
from auditloop.assess.voice.window import Window
from auditloop.tickets import TicketLog
from auditloop.tickets.log import CHAIN, MISSING, rows_where
from auditloop.tickets.quantile import quantile
from auditloop.tickets.spec import Standard
from auditloop.tickets.standards import Kept, limit_of

STEPS = ("received", "registered", "first_response", *CHAIN[1:])
_COMPLAINTS = {"type": frozenset({"complaint"})}
_MINUTE = 60


def process(desk: Desk, teams: Sequence[str], team: str | None, window: Window, kept_by: KeptBy) -> list[ProcessStep]:
    """Steps that any complaint of the window has on record, in order; the receipt first. None without complaints."""
    complaints = [
        (log, rows)
        for each in teams
        for log in desk.teams[each]
        if (rows := [row for row in rows_where(log, _COMPLAINTS) if log.times["received"][row] >= window.since])
    ]
    recorded = {step: [_recorded(log, rows, step) for log, rows in complaints] for step in STEPS}
    made = []
    for step in STEPS:
        if any(recorded[step]):
            reached = sum(len(set().union(*each)) for each in zip(*(recorded[s] for s in _behind(step)), strict=True))
            times = _times(desk, [log for log, _ in complaints], recorded[step], step)
            made.append(_step(desk, step, reached, sum(map(len, recorded[step])), times, team, window, kept_by))
    return made


def _recorded(log: TicketLog, rows: Sequence[int], step: str) -> list[int]:
    column = log.times.get(step)
    return [] if column is None else [row for row in rows if column[row] != MISSING]


def _behind(step: str) -> Sequence[str]:
    """A ticket with any of these has the step behind it. The first answer stands apart from the steps that follow each
    other, but what is solved has been answered."""
    if step == "first_response":
        return (step, "resolved", "followed_up")
    later = STEPS[STEPS.index(step) :]
    return later if step == "received" else [each for each in later if each != "first_response"]


def _times(desk: Desk, logs: Sequence[TicketLog], recorded: Sequence[Sequence[int]], step: str) -> list[float]:
    """Seconds from the receipt, on the clock of the step's standard."""
    standard = _standard(desk, step)
    clock = "calendar" if standard is None else standard.clock
    times: list[float] = []
    for log, rows in zip(logs, recorded, strict=True):
        if rows:
            began, ended = (desk.calendar.passed(clock, log.times[each]) for each in ("received", step))
            times += [ended[row] - began[row] for row in rows]
    return times


def _step(
    desk: Desk,
    step: str,
    reached: int,
    recorded: int,
    times: Sequence[float],
    team: str | None,
    window: Window,
    kept_by: KeptBy,
) -> ProcessStep:
    standard = _standard(desk, step)
    kept = window.together(kept_by[standard.id][team]) if standard else Kept()
    interval = wilson(kept.kept, kept.due) if kept.due else None
    timed = step != "received"
    return ProcessStep(
        step=step,
        reached=reached,
        recorded=recorded,
        standard=standard.id if standard else None,
        limit=limit_of(standard, desk.calendar) / _MINUTE if standard else None,
        median=quantile(times, 0.5) / _MINUTE if timed else None,
        p90=quantile(times, 0.9) / _MINUTE if timed else None,
        due=kept.due,
        kept=kept.kept,
        attainment=kept.kept / kept.due if kept.due else None,
        interval=list(interval) if interval else None,
    )


def _standard(desk: Desk, step: str) -> Standard | None:
    """The one that promises the step to all complaints, counted from the receipt; the first by id."""
    for standard in desk.standards.values():
        if (
            standard.to == step
            and standard.from_ == "received"
            and set(standard.where) <= {"type"}
            and "complaint" in standard.where.get("type", ("complaint",))
        ):
            return standard
    return None
