"""What happened in each team: its audits with findings, and the measures taken."""

from __future__ import annotations

from tools.demo.answers import Plan
from tools.demo.teams import branch_counter, call_centre, field_service, front_desk, online_support, service_hall
from tools.demo.words import Data

AUDITS: list[Plan] = [
    *front_desk.AUDITS,
    *call_centre.AUDITS,
    *online_support.AUDITS,
    *field_service.AUDITS,
    *service_hall.AUDITS,
    *branch_counter.AUDITS,
]
ACTIONS: dict[str, list[Data]] = {
    "front-desk": front_desk.ACTIONS,
    "call-centre": call_centre.ACTIONS,
    "online-support": online_support.ACTIONS,
    "field-service": field_service.ACTIONS,
    "service-hall": service_hall.ACTIONS,
    "branch-counter": branch_counter.ACTIONS,
}
