"""The whole assessment: every method applied to a workspace, in order, for one date. Holds no arithmetic of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Set

import msgspec

from auditloop.assess.actions import assess_actions, summarise_actions
from auditloop.assess.alerts import Known, assess_alerts, assess_ended
from auditloop.assess.audits import assess_audits, final_audits, score_audits
from auditloop.assess.checklists import assess_checklists
from auditloop.assess.customers import assess_customers
from auditloop.assess.data_quality import assess_data_quality
from auditloop.assess.findings import assess_findings, summarise_findings
from auditloop.assess.improving.cases import assess_cases, with_similar_cases
from auditloop.assess.improving.journeys import assess_journeys
from auditloop.assess.improving.next_steps import Standing, assess_next_steps
from auditloop.assess.improving.plans import assess_plans
from auditloop.assess.improving.proposals import assess_proposals
from auditloop.assess.improving.risks import assess_risks
from auditloop.assess.improving.training import assess_training
from auditloop.assess.indices import assess_indices
from auditloop.assess.kpis import assess_kpis
from auditloop.assess.measuring import Measurements, measure_all
from auditloop.assess.recognition import assess_recognition
from auditloop.assess.reports.decisions import assess_decisions
from auditloop.assess.results import OrganisationResult, Results
from auditloop.assess.surveys import assess_surveys, gather
from auditloop.assess.teams import assess_teams
from auditloop.assess.tickets import assess_standards, desk_of, keep_all
from auditloop.assess.voice import assess_tickets, summarise_standards
from auditloop.model import Audit, Workspace
from auditloop.model.period import Period

FORMAT = 1


def assess(
    workspace: Workspace,
    *,
    as_of: dt.date,
    generator: str,
    data_hash: str,
    doubted: Set[tuple[str, str]] | None = None,
) -> Results:
    """Everything that can be told about a valid workspace on a day. Equal input in any order gives an equal result.

    `generator` is the program with its version, `data_hash` the fingerprint of the documents; both only pass through.
    `doubted` are the records (as in `Workspace.origins`) that validation warned of; None: nobody has looked.
    """
    organisation = workspace.organisation
    finals = final_audits(workspace)
    scores = score_audits(workspace)
    gathered = gather(workspace)
    desk = desk_of(workspace, as_of)
    kept_by = keep_all(desk)
    measured = measure_all(workspace, as_of, gathered, desk)
    actions = assess_actions(workspace, measured, as_of)
    kpis = assess_kpis(workspace, measured, actions)
    audits = assess_audits(workspace, scores)
    findings = with_similar_cases(assess_findings(workspace, as_of), workspace.cases)
    standards = assess_standards(desk, kept_by)
    surveys = assess_surveys(organisation, gathered)
    indices = assess_indices(workspace, measured)
    risks = assess_risks(workspace, desk, as_of)
    known = Known(workspace, measured, kpis, actions, standards, desk, as_of)
    return Results(
        generator=generator,
        as_of=as_of,
        data_hash=data_hash,
        period=reporting_month(measured, finals, as_of),
        organisation=OrganisationResult(
            id=organisation.id, name=organisation.name, languages=list(organisation.languages)
        ),
        audits=audits,
        checklists=assess_checklists(workspace, finals, scores),
        findings=findings,
        finding_summaries=summarise_findings(workspace, findings),
        actions=actions,
        action_summaries=summarise_actions(workspace, actions),
        kpis=kpis,
        indices=indices,
        surveys=surveys,
        standards=standards,
        standard_summaries=summarise_standards(desk, kept_by),
        tickets=assess_tickets(desk, kept_by),
        alerts=assess_alerts(known),
        alerts_ended=assess_ended(known),
        recognition=assess_recognition(workspace, findings, actions, surveys, desk, as_of),
        plans=assess_plans(workspace, measured, as_of),
        journeys=assess_journeys(workspace),
        training=assess_training(workspace, measured, audits, as_of),
        proposals=assess_proposals(workspace, measured, as_of),
        risks=risks,
        cases=assess_cases(workspace, measured, findings),
        customers=assess_customers(workspace, desk),
        next_steps=assess_next_steps(
            Standing(workspace, finals, scores, findings, actions, kpis, indices, risks.risks)
        ),
        decisions=assess_decisions(workspace, actions, as_of),
        teams=assess_teams(workspace, finals, scores, kpis),
        data_quality=assess_data_quality(workspace, measured, finals, doubted),
    )


def encode(results: Results) -> bytes:
    """The results file: one line of JSON, UTF-8, a newline at the end; equal results give equal bytes.

    Programs read it. Indentation would make it two and a half times as large; `python -m json.tool` adds it for people.
    """
    return msgspec.json.encode(results) + b"\n"


class ResultsError(Exception):
    """A results file that cannot be read: `why` is newer-format | not-json | not-results, `facts` fill its sentence."""

    def __init__(self, why: str, **facts: object) -> None:
        self.why, self.facts = why, facts
        super().__init__(f"{why}: {facts}")


class _Head(msgspec.Struct):
    """What every results file of whatever format begins with."""

    format: int
    generator: str = ""


class _Day(msgspec.Struct):
    as_of: dt.date


def day_of(raw: bytes) -> dt.date | None:
    """As of which day results are; None where they are none. Reads nothing else of them."""
    try:
        return msgspec.json.decode(raw, type=_Day).as_of
    except msgspec.DecodeError:
        return None


def decode(raw: bytes) -> Results:
    """What `encode` wrote, in this version or an earlier one of the same format. Raises ResultsError."""
    try:
        head = msgspec.json.decode(raw, type=_Head)
    except msgspec.ValidationError as error:
        raise ResultsError("not-results", reason=str(error)) from None
    except msgspec.DecodeError as error:
        raise ResultsError("not-json", reason=str(error)) from None
    if head.format > FORMAT:
        raise ResultsError("newer-format", found=head.format, known=FORMAT, generator=head.generator)
    try:
        return msgspec.json.decode(raw, type=Results)
    except msgspec.ValidationError as error:
        raise ResultsError("not-results", reason=str(error)) from None


def reporting_month(measured: Measurements, finals: list[Audit], as_of: dt.date) -> str | None:
    """The month of the latest indicator value, else of the latest final audit; None of an empty workspace.

    A value of a longer period counts for its last month, though never for one after as_of.
    """
    days = [
        min(r.period.last, as_of)
        for measurement in measured.values()
        for r in measurement.readings
        if r.value is not None
    ] or [audit.date for audit in finals]
    return Period.containing(max(days), "month").text if days else None
