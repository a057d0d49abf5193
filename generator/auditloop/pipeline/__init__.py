"""load → validate → model → assess → render → publish: the only place that orders the stages.

Each module goes one step further than the one before: `checking`, `assessing`, `reporting`, `generating`, `languages`,
`building`. Others take what they need of them: `comparing` the first two for two states of a workspace, `supposing`
assesses one again as it might be, `exporting` gives away what needs no site, `printing` a page of it, `versions`
publishes one of several, `previewing` builds it again and again.
"""

from auditloop.pipeline.assessing import Assessed, assess, assess_checked, workspace_of
from auditloop.pipeline.building import (
    build,
    build_assessed,
    generate,
    generate_assessed,
    generate_language,
    watched_folders,
)
from auditloop.pipeline.checking import Checked, Memory, check, errors_of, memory, read_config
from auditloop.pipeline.exporting import NoTeam, register_workbook
from auditloop.pipeline.generating import site_languages
from auditloop.pipeline.outcomes import LANGUAGE_NAMES, CannotBuild, Progress, Stop, silent
from auditloop.pipeline.previewing import Preview, Superseded
from auditloop.pipeline.printing import Printed, Wanted, print_page

__all__ = [
    "LANGUAGE_NAMES",
    "Assessed",
    "CannotBuild",
    "Checked",
    "Memory",
    "NoTeam",
    "Preview",
    "Printed",
    "Progress",
    "Stop",
    "Superseded",
    "Wanted",
    "assess",
    "assess_checked",
    "build",
    "build_assessed",
    "check",
    "errors_of",
    "generate",
    "generate_assessed",
    "generate_language",
    "memory",
    "print_page",
    "read_config",
    "register_workbook",
    "silent",
    "site_languages",
    "watched_folders",
    "workspace_of",
]
