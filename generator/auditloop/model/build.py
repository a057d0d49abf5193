"""Valid plain data → typed values. Called after validation: what the schema accepts, this builds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from auditloop.fingerprint import fingerprint
from auditloop.model.actions import Actions
from auditloop.model.audit import Audit
from auditloop.model.case import Case
from auditloop.model.checklist import Checklist
from auditloop.model.commentary import Commentary, Topic
from auditloop.model.common import Value
from auditloop.model.index import Index
from auditloop.model.journey import Journey
from auditloop.model.kpi import Kpi
from auditloop.model.observations import Observation, Observations
from auditloop.model.organisation import Organisation
from auditloop.model.period import Period
from auditloop.model.plan import Plan
from auditloop.model.policy import Policy
from auditloop.model.proposals import Proposals
from auditloop.model.risks import Risks
from auditloop.model.segments import Segments
from auditloop.model.survey import Survey
from auditloop.model.tickets import Standards, Tickets
from auditloop.model.training import Training
from auditloop.model.workspace import Origin, Workspace
from auditloop.ratings import SCALES, Responses, counted
from auditloop.tickets import TicketLog, TimeReader, log_of

KINDS: dict[str, type[Value]] = {
    "organisation": Organisation,
    "checklist": Checklist,
    "audit": Audit,
    "actions": Actions,
    "kpi": Kpi,
    "observations": Observations,
    "index": Index,
    "standards": Standards,
    "tickets": Tickets,
    "survey": Survey,
    "plan": Plan,
    "journey": Journey,
    "commentary": Commentary,
    "topic": Topic,
    "policy": Policy,
    "training": Training,
    "risks": Risks,
    "case": Case,
    "proposals": Proposals,
    "segments": Segments,
}


def build_document(data: Mapping[str, Any]) -> Value:
    """One document's plain data → its typed value.

    Raises msgspec.ValidationError where the data does not satisfy the kind's schema: a bug of ours, not the author's.
    """
    kind = data["kind"]
    # What is left empty (`item-id:` with nothing after it) is not recorded yet, as if the line were not there.
    if kind == "audit":
        answers = {item: _long_answer(a) for item, a in data.get("answers", {}).items() if a is not None}
        data = {**data, "answers": answers, "content": fingerprint(data)}
    elif kind == "observations":
        data = {**data, "values": {key: _long_value(v) for key, v in data["values"].items() if v is not None}}
    elif kind == "kpi" and "formula" in data:
        operands = {name: id for name, id in data["formula"].items() if name != "of"}
        data = {**data, "formula": {"of": data["formula"]["of"], "operands": operands}}
    elif kind == "survey":
        data = _survey(data)
    return _convert(data, KINDS[kind])


def build_workspace(
    documents: Iterable[Mapping[str, Any]],
    origins: Mapping[tuple[str, str], Origin],
    from_csv: Iterable[TicketLog] = (),
) -> Workspace:
    """All documents of a valid workspace (built-in checklists included) → Workspace, everything ordered by id.

    `from_csv` are the logs that documents of kind tickets refer to.
    """
    by_kind: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    lists: list[Mapping[str, Any]] = []
    for data in documents:
        if data["kind"] != "tickets":
            by_kind[data["kind"]].append(build_document(data))
        elif "tickets" in data:
            lists.append(data)
    actions = [(action, filed.team) for filed in by_kind["actions"] for action in filed.actions]
    actions.sort(key=lambda pair: pair[0].id)
    proposals = [(proposal, filed) for filed in by_kind["proposals"] for proposal in filed.proposals]
    proposals.sort(key=lambda pair: pair[0].id)
    sessions = [(session, filed.team) for filed in by_kind["training"] for session in filed.sessions]
    sessions.sort(key=lambda pair: pair[0].id)
    risks = sorted(((risk, filed.team) for filed in by_kind["risks"] for risk in filed.risks), key=lambda p: p[0].id)
    observations = sorted(
        (observation for written in by_kind["observations"] for observation in _single(written)),
        key=lambda o: (o.kpi, o.team, o.period),
    )
    organisation: Organisation = by_kind["organisation"][0]
    reader = TimeReader(organisation.timezone)
    logs = [*from_csv, *(log_of(data, reader) for data in lists)]
    return Workspace(
        organisation=organisation,
        checklists=_by_id(sorted(by_kind["checklist"], key=lambda c: _edition_order(c.edition))),
        editions={(c.id, c.edition): c for c in by_kind["checklist"]},
        audits=_by_id(by_kind["audit"]),
        actions={action.id: action for action, _ in actions},
        action_team={action.id: team for action, team in actions},
        kpis=_by_id(by_kind["kpi"]),
        observations=tuple(observations),
        indices=_by_id(by_kind["index"]),
        standards=_by_id([standard for written in by_kind["standards"] for standard in written.standards]),
        tickets=tuple(sorted((log for log in logs if len(log)), key=lambda log: (log.team, log.ids[0]))),
        surveys=tuple(sorted(by_kind["survey"], key=lambda s: (s.team, s.period, s.channel or ""))),
        plans=_by_id(by_kind["plan"]),
        journeys=_by_id(by_kind["journey"]),
        skills=_by_id([skill for filed in by_kind["training"] for skill in filed.skills]),
        sessions={session.id: session for session, _ in sessions},
        session_team={session.id: team for session, team in sessions},
        risks={risk.id: risk for risk, _ in risks},
        risk_team={risk.id: team for risk, team in risks},
        commentaries=_by_id(by_kind["commentary"]),
        topics=_by_id(by_kind["topic"]),
        policy=next(iter(by_kind["policy"]), None),
        segments=tuple(sorted(by_kind["segments"], key=lambda s: (s.team or "", s.period))),
        cases=_by_id(by_kind["case"]),
        proposals={proposal.id: proposal for proposal, _ in proposals},
        proposal_team={proposal.id: filed.team for proposal, filed in proposals},
        answer_within={proposal.id: filed.answer_within for proposal, filed in proposals if filed.answer_within},
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


def _survey(data: Mapping[str, Any]) -> dict[str, Any]:
    """Answers as numbers, those that only the rows of respondents hold counted; the CSV file in its long form."""
    rows: Mapping[str, Sequence[int | None]] = data.get("respondents", {}).get("answers", {})
    asked: dict[str, Mapping[str, Any]] = {**{id: {} for id in rows if id not in SCALES}, **data.get("dimensions", {})}
    built = {
        **data,
        "dimensions": {id: {**a, "answers": _counts(a.get("answers"), rows.get(id))} for id, a in asked.items()},
        **{question: _counts(data.get(question), rows.get(question)) for question in SCALES},
    }
    if isinstance(data.get("respondents_csv"), str):
        built["respondents_csv"] = {"file": data["respondents_csv"]}
    return built


def with_responses(data: Mapping[str, Any], responses: Responses) -> dict[str, Any]:
    """A survey's document together with the rows that its CSV file holds."""
    comments = [{"text": text, "rating": rating} for text, rating in responses.comments]
    return {**data, "respondents": {"answers": dict(responses.answers), "comments": comments}}


def _counts(written: Mapping[str, Any] | None, rows: Sequence[int | None] | None) -> dict[int, int]:
    """What is left empty was not given by anybody that we know of."""
    if not written:
        return counted(rows or ())
    return {int(answer): int(n) for answer, n in written.items() if n is not None}


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
