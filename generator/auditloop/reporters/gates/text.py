"""Gates for a terminal."""

from __future__ import annotations

from auditloop.assess.gates import GateReport
from auditloop.model.names import Names
from auditloop.render.gates import tell_gates
from auditloop.render.i18n import Words
from auditloop.reporters.told import Terminal, laid_out_as_text


def report(report_: GateReport, names: Names, words: Words) -> str:
    """Safe for a terminal, as the changes are."""
    return laid_out_as_text(tell_gates(report_, names, words, Terminal()))
