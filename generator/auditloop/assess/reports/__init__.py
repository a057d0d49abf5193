"""What a report tells: which reports there are, and of each what changed, why, what to decide, what comes next.

Every report is judged on its own state: the workspace as it was known on the last day of its period. What is told is
typed (`facts.py`), in the order of importance, with a limit; no sentence is made here.
"""

from auditloop.assess.reports.decisions import assess_decisions
from auditloop.assess.reports.facts import Dates, Fact, Told
from auditloop.assess.reports.planned import Asked, planned
from auditloop.assess.reports.report import Report, State, report_of

__all__ = ["Asked", "Dates", "Fact", "Report", "State", "Told", "assess_decisions", "planned", "report_of"]
