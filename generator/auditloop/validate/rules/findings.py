"""What a finding owes its reader: a cause where it is grave, and an exception that has not run out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from auditloop.problems import Problem, problem
from auditloop.validate.rules.register import Register


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    today = as_of.isoformat()
    for document in register.of_kind("audit"):
        final = document.data["status"] == "final"
        for position, finding in enumerate(document.data.get("findings", ())):
            if final and finding["class"] == "major" and "cause" not in finding:
                place = document.places.value(("findings", position, "class"))
                yield problem("major-without-cause", place, id=finding["id"])
            accepted = finding.get("accepted")
            if accepted is not None and accepted["until"] < today:
                place = document.places.value(("findings", position, "accepted", "until"))
                yield problem("acceptance-over", place, id=finding["id"], until=accepted["until"])
