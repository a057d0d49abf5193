"""A policy is one, its gates are told apart, and what it names is there to be judged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from auditloop.load.document import Document
from auditloop.problems import Problem, problem
from auditloop.validate.rules.identity import given_again, only_one
from auditloop.validate.rules.register import Register
from auditloop.validate.rules.words import listed

_SCORE, _NUMBER = ("at_least", "may_fall"), ("at_most", "may_rise")
_SUITS = {
    "audit-score": ("checklist", *_SCORE),
    "domain-score": ("checklist", "domain", *_SCORE),
    "index": ("index", *_SCORE),
    "overdue": _NUMBER,
    "alerts": ("rule", *_NUMBER),
    "open-findings": ("class", *_NUMBER),
}
"""Measure → the keys that narrow or limit it."""


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    found = register.of_kind("policy")
    yield from only_one(found, "policy-twice")
    for document in found:
        yield from _gates(document)
        yield from _waivers(document, as_of)


def _gates(document: Document) -> Iterator[Problem]:
    gates = document.data.get("gates", ())
    yield from given_again(document, "gate", ((gate["id"], ("gates", n, "id")) for n, gate in enumerate(gates)))
    for position, gate in enumerate(gates):
        yield from _keys(document, position, gate)


def _keys(document: Document, position: int, gate: Mapping[str, Any]) -> Iterator[Problem]:
    measure, suits = gate["measure"], _SUITS[gate["measure"]]
    for key in ("checklist", "domain", "index", "class", "rule", *_SCORE, *_NUMBER):
        if key in gate and key not in suits:
            place = document.places.key(("gates", position, key))
            yield problem("gate-key-unused", place, id=gate["id"], key=key, measure=measure)
    if gate.get("scope") == "organisation":
        if measure in ("audit-score", "domain-score"):
            place = document.places.value(("gates", position, "scope"))
            yield problem("gate-without-organisation", place, id=gate["id"], measure=measure)
        elif "team" in gate:
            place = document.places.key(("gates", position, "team"))
            yield problem("gate-key-unused", place, id=gate["id"], key="team", measure="scope: organisation")


def _waivers(document: Document, as_of: dt.date) -> Iterator[Problem]:
    gates = list(dict.fromkeys(gate["id"] for gate in document.data.get("gates", ())))
    for position, waiver in enumerate(document.data.get("waivers", ())):
        if waiver["gate"] not in gates:
            place = document.places.value(("waivers", position, "gate"))
            yield problem("waiver-of-no-gate", place, gate=waiver["gate"], known=listed(gates) if gates else "–")
        elif waiver["until"] < as_of.isoformat():
            place = document.places.value(("waivers", position, "until"))
            yield problem("waiver-over", place, gate=waiver["gate"], until=waiver["until"])
