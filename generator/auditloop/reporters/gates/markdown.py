"""Gates as a comment on a pull request."""

from __future__ import annotations

from auditloop.assess.gates import GateReport
from auditloop.model.names import Names
from auditloop.render.gates import tell_gates
from auditloop.render.i18n import Words
from auditloop.reporters.told import Comment, laid_out_as_comment


def report(report_: GateReport, names: Names, words: Words) -> str:
    """Nobody is mentioned by it, and it is never longer than a host takes."""
    told = tell_gates(report_, names, words, Comment())
    return laid_out_as_comment(told, "auditloop-gate", report_.organisation.id, words)
