"""The way of complaints through their process: how many reached each step, how long it took, and whether in time."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from auditloop.assess.arithmetic import share
from auditloop.assess.intervals import of_share
from auditloop.assess.results import ProcessStep
from auditloop.assess.tickets import Desk, KeptBy
from auditloop.assess.voice.window import Window
from auditloop.tickets import TicketLog
from auditloop.tickets.log import CHAIN, has, mask_where, received_since
from auditloop.tickets.measure import seconds_between
from auditloop.tickets.quantile import median_and_p90
from auditloop.tickets.spec import Standard
from auditloop.tickets.standards import Kept, limit_of

if TYPE_CHECKING:
    from auditloop.columns.arrays import Mask

STEPS = ("received", "registered", "first_response", *CHAIN[1:])
_COMPLAINTS = {"type": frozenset({"complaint"})}
_MINUTE = 60


def process(desk: Desk, teams: Sequence[str], team: str | None, window: Window, kept_by: KeptBy) -> list[ProcessStep]:
    """Steps that any complaint of the window has on record, in order; the receipt first. None without complaints."""
    complaints = [
        (log, mask)
        for each in teams
        for log in desk.teams[each]
        if (mask := mask_where(log, _COMPLAINTS) & received_since(log, window.since)).any()
    ]
    recorded = {step: [mask & has(log, step) for log, mask in complaints] for step in STEPS}
    made = []
    for step in STEPS:
        n = sum(int(mask.sum()) for mask in recorded[step])
        if n:
            behind = zip(*(recorded[each] for each in _behind(step)), strict=True)
            reached = sum(int(reduce(or_, masks).sum()) for masks in behind)
            times = _times(desk, [log for log, _ in complaints], recorded[step], step)
            made.append(_step(desk, step, reached, n, times, team, window, kept_by))
    return made


def _behind(step: str) -> Sequence[str]:
    """A ticket with any of these has the step behind it. The first answer stands apart from the steps that follow each
    other, but what is solved has been answered."""
    if step == "first_response":
        return (step, "resolved", "followed_up")
    later = STEPS[STEPS.index(step) :]
    return later if step == "received" else [each for each in later if each != "first_response"]


def _times(desk: Desk, logs: Sequence[TicketLog], recorded: Sequence[Mask], step: str) -> array[int]:
    """Seconds from the receipt, on the clock of the step's standard."""
    standard = _standard(desk, step)
    clock = "calendar" if standard is None else standard.clock
    times = array("q")
    for log, mask in zip(logs, recorded, strict=True):
        if mask.any():
            times.extend(seconds_between(log, "received", step, mask, desk.calendar, clock))
    return times


def _step(
    desk: Desk,
    step: str,
    reached: int,
    recorded: int,
    times: array[int],
    team: str | None,
    window: Window,
    kept_by: KeptBy,
) -> ProcessStep:
    standard = _standard(desk, step)
    kept = window.together(kept_by[standard.id][team]) if standard else Kept()
    median, p90 = (None, None) if step == "received" else median_and_p90(times)
    return ProcessStep(
        step=step,
        reached=reached,
        recorded=recorded,
        standard=standard.id if standard else None,
        limit=limit_of(standard, desk.calendar) / _MINUTE if standard else None,
        median=median,
        p90=p90,
        due=kept.due,
        kept=kept.kept,
        attainment=share(kept.kept, kept.due),
        interval=of_share(kept.kept, kept.due),
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
