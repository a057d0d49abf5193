"""… → assess, once more for each day that a report is frozen to: what was known then, and what it told."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from auditloop.pipeline.outcomes import Progress, silent

if TYPE_CHECKING:
    # Heavy rooms are imported where they are used, so that `auditloop --help` answers at once.
    from auditloop.assess import Results
    from auditloop.assess.reports import Report
    from auditloop.model import Workspace


def make_reports(workspace: Workspace, results: Results, progress: Progress = silent) -> tuple[Report, ...]:
    """Every report on a workspace as it is known, newest first. Each day is assessed once, however many need it."""
    from auditloop.assess import assess
    from auditloop.assess.reports import State, planned, report_of
    from auditloop.model.as_known import as_known_on

    states = {results.as_of: State(workspace, results)}

    def state_on(day: dt.date) -> State:
        if day not in states:
            known = as_known_on(workspace, day)
            told = assess(known, as_of=day, generator=results.generator, data_hash=results.data_hash)
            states[day] = State(known, told)
        return states[day]

    asked = planned(workspace, results.as_of)
    reports = []
    for number, each in enumerate(asked):
        progress("reports", number, len(asked))
        before = state_on(each.before) if each.before else None
        reports.append(report_of(each, state_on(each.end), before))
    return tuple(reports)
