"""What a new workspace or a new file looks like: text that validates, says how to go on, and never overwrites anything.

Knows nothing of scores and pages; files are written in `files` only."""

from auditloop.scaffold.action import new_action
from auditloop.scaffold.approve import approved
from auditloop.scaffold.audit import new_audit
from auditloop.scaffold.case import new_case
from auditloop.scaffold.checklist import new_checklist
from auditloop.scaffold.ci import PLACES as CI_HOSTS
from auditloop.scaffold.ci import ci_files
from auditloop.scaffold.commentary import new_commentary, new_topic
from auditloop.scaffold.errors import PasteNeeded, ScaffoldError
from auditloop.scaffold.files import ChangedFile, NewFile, write_all, write_changed, write_new
from auditloop.scaffold.index import new_index
from auditloop.scaffold.journey import new_journey
from auditloop.scaffold.kpi import new_kpi
from auditloop.scaffold.observations import new_observations
from auditloop.scaffold.plan import new_plan
from auditloop.scaffold.proposal import new_proposal
from auditloop.scaffold.risk import new_risk
from auditloop.scaffold.segments import new_segments
from auditloop.scaffold.team import new_team
from auditloop.scaffold.training import new_training
from auditloop.scaffold.workspace import init_workspace

__all__ = [
    "CI_HOSTS", "ChangedFile", "NewFile", "PasteNeeded", "ScaffoldError", "approved", "ci_files", "init_workspace",
    "new_action", "new_audit", "new_case", "new_checklist", "new_commentary", "new_index", "new_journey", "new_kpi",
    "new_observations", "new_plan", "new_proposal", "new_risk", "new_segments", "new_team", "new_topic",
    "new_training", "write_all", "write_changed", "write_new",
]  # fmt: skip
