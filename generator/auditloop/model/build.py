"""Valid plain data → typed values. Called after validation: what the schema accepts, this builds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from auditloop.model.actions import Actions
from auditloop.model.audit import Audit
from auditloop.model.checklist import Checklist
from auditloop.model.common import Value
from auditloop.model.index import Index
from auditloop.model.kpi import Kpi
from auditloop.model.observations import Observation, Observations
from auditloop.model.organisation import Organisation
from auditloop.model.period import Period
from auditloop.model.workspace import Origin, Workspace

KINDS: dict[str, type[Value]] = {
    "organisation": Organisation,
    "checklist": Checklist,
    "audit": Audit,
    "actions": Actions,
    "kpi": Kpi,
    "observations": Observations,
    "index": Index,
}


def build_document(data: Mapping[str, Any]) -> Value:
    """One document's plain data → its typed value.

    Raises msgspec.ValidationError where the data does not satisfy the kind's schema: a bug of ours, not the author's.
    """
    kind = data["kind"]
    # What is left empty (`item-id:` with nothing after it) is not recorded yet, as if the line were not there.
    if kind == "audit":
        answers = {item: _long_answer(a) for item, a in data.get("answers", {}).items() if a is not None}
        data = {**data, "answers": answers}
    elif kind == "observations":
        data = {**data, "values": {key: _long_value(v) for key, v in data["values"].items() if v is not None}}
    elif kind == "kpi" and "formula" in data:
        operands = {name: id for name, id in data["formula"].items() if name != "of"}
        data = {**data, "formula": {"of": data["formula"]["of"], "operands": operands}}
    return _convert(data, KINDS[kind])


def build_workspace(documents: Iterable[Mapping[str, Any]], origins: Mapping[tuple[str, str], Origin]) -> Workspace:
    """All documents of a valid workspace (built-in checklists included) → Workspace, everything ordered by id."""
    by_kind: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    for data in documents:
        by_kind[data["kind"]].append(build_document(data))
    actions = [(action, filed.team) for filed in by_kind["actions"] for action in filed.actions]
    actions.sort(key=lambda pair: pair[0].id)
    observations = sorted(
        (observation for written in by_kind["observations"] for observation in _single(written)),
        key=lambda o: (o.kpi, o.team, o.period),
    )
    return Workspace(
        organisation=by_kind["organisation"][0],
        checklists=_by_id(sorted(by_kind["checklist"], key=lambda c: _edition_order(c.edition))),
        editions={(c.id, c.edition): c for c in by_kind["checklist"]},
        audits=_by_id(by_kind["audit"]),
        actions={action.id: action for action, _ in actions},
        action_team={action.id: team for action, team in actions},
        kpis=_by_id(by_kind["kpi"]),
        observations=tuple(observations),
        indices=_by_id(by_kind["index"]),
        origins=origins,
    )


def _by_id(values: list[Any]) -> dict[str, Any]:
    return {value.id: value for value in sorted(values, key=lambda v: v.id)}


def _edition_order(edition: str) -> list[tuple[str, int]]:
    """`2026` before `2026-2` before `2026-10`: text as text, digits by their number. `_by_id` keeps the last."""
    return [(text, int(digits or 0)) for text, digits in re.findall(r"(\D*)(\d*)", edition)]


def _single(written: Observations) -> Iterable[Observation]:
    for key, measured in written.values.items():
        kpi, period = (written.kpi, Period.parse(key)) if written.kpi else (key, written.period)
        assert kpi is not None and period is not None  # the schema asks for exactly one of them
        yield Observation(team=written.team, kpi=kpi, period=period, measured=measured)


def _long_answer(answer: Any) -> Any:
    return answer if isinstance(answer, Mapping) else {"score": answer}


def _long_value(value: Any) -> Any:
    return value if isinstance(value, Mapping) else {"value": value}


def _convert(data: Mapping[str, Any], kind: type[Value]) -> Value:
    try:
        return msgspec.convert(data, kind, dec_hook=_decode)
    except msgspec.ValidationError:
        return msgspec.convert(_whole(data), kind, dec_hook=_decode)


def _whole(data: Any) -> Any:
    """`12.0` is a whole number to JSON Schema, as to people, but not to msgspec."""
    if isinstance(data, Mapping):
        return {key: _whole(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_whole(value) for value in data]
    return int(data) if isinstance(data, float) and data.is_integer() else data


def _decode(kind: type, value: Any) -> Any:
    if kind is Period:
        return Period.read(value)
    raise NotImplementedError(f"no decoder for {kind}")
