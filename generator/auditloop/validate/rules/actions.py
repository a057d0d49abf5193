"""A measure's state and what is written about it agree, and nobody verifies their own work."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from auditloop.load.document import Document
from auditloop.problems import Problem, problem
from auditloop.validate.rules.register import Pointer, Register

_FINISHED = ("done", "verified")


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    for document in register.of_kind("actions"):
        for position, action in enumerate(document.data["actions"]):
            yield from _state(document, ("actions", position), action)
            yield from _verification(document, ("actions", position), action)


def _state(document: Document, at: Pointer, action: Mapping[str, Any]) -> Iterator[Problem]:
    status, id, place = action["status"], action["id"], document.places.value
    if status in _FINISHED:
        if "done" not in action:
            yield problem("done-without-date", place((*at, "status")), id=id, status=status)
        if action.get("progress", 100) < 100:
            yield problem("done-with-progress", place((*at, "progress")), id=id, progress=f"{action['progress']:g}")
        if not action.get("evidence"):
            yield problem("done-without-evidence", place((*at, "status")), id=id)
    elif "done" in action and status != "cancelled":
        yield problem("date-without-done", place((*at, "done")), id=id, status=status, done=action["done"])
    if status == "cancelled" and "note" not in action and not action.get("log"):
        yield problem("cancelled-without-reason", place((*at, "status")), id=id)


def _verification(document: Document, at: Pointer, action: Mapping[str, Any]) -> Iterator[Problem]:
    status, id, place = action["status"], action["id"], document.places.value
    verification = action.get("verification")
    if verification is None:
        if status == "verified":
            yield problem("verified-without-verification", place((*at, "status")), id=id)
        return
    if status != "verified":
        yield problem("verification-without-status", document.places.key((*at, "verification")), id=id, status=status)
    if verification["by"] == action["owner"]:
        yield problem("verifier-is-owner", place((*at, "verification", "by")), id=id, person=action["owner"])
