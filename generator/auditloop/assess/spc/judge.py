"""What a signal means for an indicator with a better direction, and what limits say about its target."""

from __future__ import annotations

from auditloop.assess.spc.noise import side


def judgement(direction: int, better: str) -> str:
    """improvement | concern; high | low where no direction is better; common without a signal (direction 0)."""
    if direction == 0:
        return "common"
    if better == "neither":
        return "high" if direction > 0 else "low"
    return "improvement" if (direction > 0) == (better == "higher") else "concern"


def assurance(target: float | None, lower: float | None, upper: float | None, better: str) -> str | None:
    """Whether a process that goes on like this will meet its target: pass | fail | hit-or-miss.

    A target strictly beyond the limits on the good side is never reached, on the bad side always. So is one that all
    values equal: no complaint, month after month, meets a target of none. None without a target, limits or direction.
    Source: NHS England, Making Data Count, assurance icons.
    """
    if target is None or lower is None or upper is None or better == "neither":
        return None
    if side(lower, upper) == side(target, upper) == 0:
        return "pass"
    good = 1 if better == "higher" else -1
    if side(target, upper) > 0:
        return "fail" if good > 0 else "pass"
    if side(target, lower) < 0:
        return "pass" if good > 0 else "fail"
    return "hit-or-miss"
