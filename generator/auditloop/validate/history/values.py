"""A value that was published stays, unless a note beside it says why it is another one now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from auditloop.period import Period
from auditloop.validate.history.states import Breach, Moment, State, Written, breach, changed_keys
from auditloop.validate.rules.words import number

GRACE = dt.timedelta(days=10)
"""A period is published once its values are due: ten days after its end, as in the quality of the data."""
_RULE = "published-restated"


def check(before: State, after: State, moment: Moment) -> Iterator[Breach]:
    for key, old in before.values.items():
        kpi, team, period = key
        if Period.parse(period).last + GRACE >= moment.as_of:
            continue
        if ("kpi", kpi) not in after.records or ("team", team) not in after.records:
            continue  # told with the indicator or the team
        new = after.values.get(key)
        facts = {"kpi": kpi, "team": team, "period": period, "before": _shown(old.data)}
        if new is None:
            yield breach(old, _RULE, old.place(), code="published-removed", **facts)
        elif changed_keys(old.data, new.data, but=("note",)) and not _has_new_note(old, new):
            yield breach(new, _RULE, new.place(), **facts, after=_shown(new.data))


def _has_new_note(old: Written, new: Written) -> bool:
    return "note" in new.data and new.data["note"] != old.data.get("note")


def _shown(value: Mapping[str, Any]) -> str:
    """`28.4`, `412/500`."""
    if "value" in value:
        return number(value["value"])
    return "/".join(number(value[key]) for key in ("n", "of") if value.get(key) is not None)
