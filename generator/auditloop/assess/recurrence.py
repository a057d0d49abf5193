"""Which findings came back: the same item failing again in the same team, and the proofs of effect this undoes.

Knows findings, their dates and the actions verified effective; not what status follows from it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from auditloop.model import Action, Finding

FAILINGS = ("major", "minor", "observation")
"""Classes that say something is wrong; an opportunity or a good practice cannot come back."""
_STEP_UP = {"observation": "minor", "minor": "major", "major": "major"}


class Found(NamedTuple):
    """A finding with what its audit says about it."""

    audit: str
    team: str
    checklist: str
    date: dt.date
    finding: Finding


class Recurrence(NamedTuple):
    repeats: list[str]
    """Earlier findings it repeats, oldest first."""
    not_sustained: list[str]
    """Actions verified effective before it, for a finding that it repeats; by id."""


NONE = Recurrence([], [])


def recurrences(findings: Iterable[Found], actions_for: Mapping[str, Sequence[Action]]) -> dict[str, Recurrence]:
    """Finding id → its recurrence. `actions_for` maps a finding's id to the actions taken for it.

    A finding repeats every earlier finding (by date of audit) of the same item of the same checklist in the same team,
    and the one it names in `repeats` with all that one repeats. An action verified effective before the date of the
    audit, for a finding that is repeated, was not sustained. Source: methods, "Audit score" 7.
    """
    in_order = sorted(findings, key=lambda f: (f.date, f.finding.id))
    by_id = {found.finding.id: found for found in in_order}
    same_item: dict[tuple[str, str, str], list[Found]] = {}
    result: dict[str, Recurrence] = {}
    for found in in_order:
        if found.finding.class_ not in FAILINGS:
            result[found.finding.id] = NONE
            continue
        earlier_ones = same_item.setdefault((found.team, found.checklist, found.finding.item), [])
        repeats = {f.finding.id: f for f in earlier_ones if f.date < found.date}
        named = by_id.get(found.finding.repeats or "")
        if named is not None and named is not found:
            repeats[named.finding.id] = named
            repeats.update({id_: by_id[id_] for id_ in result.get(named.finding.id, NONE).repeats})
        repeats.pop(found.finding.id, None)
        ordered = sorted(repeats.values(), key=lambda f: (f.date, f.finding.id))
        result[found.finding.id] = Recurrence(
            repeats=[f.finding.id for f in ordered],
            not_sustained=sorted(
                {a.id for f in ordered for a in actions_for.get(f.finding.id, ()) if _proven_before(a, found.date)}
            ),
        )
        earlier_ones.append(found)
    return result


def effective_class(written: str, recurrence: Recurrence) -> str:
    """One step up when the finding came back after an effective verification; major stays major."""
    return _STEP_UP.get(written, written) if recurrence.not_sustained else written


def _proven_before(action: Action, day: dt.date) -> bool:
    return (
        action.verification is not None and action.verification.result == "effective" and action.verification.date < day
    )
