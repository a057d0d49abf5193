"""Sign-off of audits: bound to what the audit says, and given by somebody who did not make it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from auditloop.fingerprint import fingerprint
from auditloop.load.document import Document
from auditloop.problems import Problem, problem
from auditloop.validate.rules.register import Register

OWN = "self"
"""The type of audit that a team makes of itself, its lead included."""


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    leads = {
        team["id"]: team["lead"]
        for organisation in register.of_kind("organisation")
        for team in organisation.data["teams"]
        if "lead" in team
    }
    for document in register.of_kind("audit"):
        yield from _duties(document, leads)
        yield from _approval(document)


def _duties(document: Document, leads: dict[str, str]) -> Iterator[Problem]:
    """Whoever leads a team does not audit it, but for its own self-audit."""
    data = document.data
    lead = leads.get(data["team"])
    if lead is None or data["type"] == OWN:
        return
    for position, person in enumerate(data.get("auditors", ())):
        if person == lead:
            place = document.places.value(("auditors", position))
            yield problem("auditor-leads-team", place, person=person, team=data["team"])


def _approval(document: Document) -> Iterator[Problem]:
    data, place = document.data, document.places.value
    approval = data.get("approval")
    if approval is None:
        return
    if data["status"] != "final":
        yield problem("approval-of-draft", place(("approval",)))
        return
    if approval["by"] in data.get("auditors", ()):
        yield problem("approver-is-auditor", place(("approval", "by")), person=approval["by"])
    if approval["date"] < data["date"]:
        yield problem("approval-before-audit", place(("approval", "date")), found=approval["date"], date=data["date"])
    if approval["content"] != fingerprint(data):
        yield problem("approval-stale", place(("approval", "content")), id=data["id"], person=approval["by"])
