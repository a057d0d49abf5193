"""Gates for programs, as `schema/gates.schema.json` describes them."""

from __future__ import annotations

from auditloop.assess.gates import GateReport, encode_gates
from auditloop.model.names import Names
from auditloop.render.i18n import Words


def report(report_: GateReport, names: Names, words: Words) -> str:
    return encode_gates(report_).decode()
