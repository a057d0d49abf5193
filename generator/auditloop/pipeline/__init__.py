"""load → validate → model → assess → render → publish: the only place that orders the stages.

Each module goes one step further than the one before: `checking`, `assessing`, `building`, `versions`; `comparing` runs
the first two for two states of a workspace, `supposing` assesses one again as it might be, `exporting` gives away what
needs no site.
"""

from auditloop.pipeline.assessing import Assessed, assess, assess_checked, workspace_of
from auditloop.pipeline.building import (
    build,
    build_assessed,
    generate,
    generate_assessed,
    generate_language,
    site_languages,
    watched_folders,
)
from auditloop.pipeline.checking import Checked, Memory, check, errors_of, memory, read_config
from auditloop.pipeline.exporting import NoTeam, register_workbook
from auditloop.pipeline.outcomes import LANGUAGE_NAMES, CannotBuild, Progress, Stop, silent

__all__ = [
    "LANGUAGE_NAMES",
    "Assessed",
    "CannotBuild",
    "Checked",
    "Memory",
    "NoTeam",
    "Progress",
    "Stop",
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
    "read_config",
    "register_workbook",
    "silent",
    "site_languages",
    "watched_folders",
    "workspace_of",
]
