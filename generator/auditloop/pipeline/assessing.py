"""load → validate → model → assess: what the data say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditloop import __version__, resources
from auditloop.config import Config
from auditloop.pipeline.checking import Checked, Memory, check
from auditloop.pipeline.outcomes import Progress, Stop, silent
from auditloop.pipeline.settled import settled

if TYPE_CHECKING:
    # Heavy rooms are imported where they are used, so that `auditloop --help` answers at once.
    from auditloop.assess.results import Results
    from auditloop.load.document import Document
    from auditloop.model import Workspace


@dataclass(frozen=True, slots=True)
class Assessed:
    checked: Checked
    workspace: Workspace
    results: Results


def assess(config: Config, progress: Progress = silent, known: Memory | None = None) -> Assessed:
    """load → validate → model → assess. Raises Stop where the data has errors."""
    checked = check(config, progress, known)
    if checked.has_errors:
        raise Stop(checked.problems)
    return assess_checked(config, checked, progress)


def assess_checked(config: Config, checked: Checked, progress: Progress = silent) -> Assessed:
    """model → assess, on data without errors."""
    from auditloop.model.as_known import as_known_on

    progress("assess", 0, 0)
    with settled():
        workspace = as_known_on(workspace_of(checked), config.as_of)
        return Assessed(checked, workspace, assess_workspace_of(config, checked, workspace))


def assess_workspace_of(config: Config, checked: Checked, workspace: Workspace) -> Results:
    """assess alone: of what the documents say on the day, or of what they might say."""
    from auditloop.assess import assess as assess_workspace
    from auditloop.validate import doubted

    return assess_workspace(
        workspace,
        as_of=config.as_of,
        generator=f"auditloop {__version__}",
        data_hash=checked.digest[:12],
        doubted=doubted(checked.origins, checked.problems),
    )


def workspace_of(checked: Checked) -> Workspace:
    """Everything that valid documents say, of whatever day."""
    from auditloop.model import Origin
    from auditloop.model.build import build_workspace, with_responses

    own = {document.data["id"] for document in checked.documents if _is_own_checklist(document)}
    rows = checked.responses
    return build_workspace(
        (
            with_responses(d.data, rows[d.file]) if d.file in rows else d.data
            for d in checked.documents
            if not (d.file.startswith(resources.BUILT_IN) and d.data["id"] in own)
        ),
        {record: Origin(*origin) for record, origin in checked.origins.items()},
        checked.logs.values(),
    )


def _is_own_checklist(document: Document) -> bool:
    """A workspace's checklist with the id of a built-in one takes its place."""
    return document.data["kind"] == "checklist" and not document.file.startswith(resources.BUILT_IN)
