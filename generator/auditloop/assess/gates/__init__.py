"""Quality gates: what must hold, judged on results → one frozen `GateReport`: what failed, by how much, what passes."""

from auditloop.assess.gates.judge import judge
from auditloop.assess.gates.values import GateOutcome, GateReport, encode_gates

__all__ = ["GateOutcome", "GateReport", "encode_gates", "judge"]
