"""load → validate → model → assess, twice: the workspace as it is, and as it would be under suppositions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from auditloop import __version__
from auditloop.config import Config
from auditloop.pipeline.assessing import assess, assess_workspace_of
from auditloop.pipeline.outcomes import Progress, silent

if TYPE_CHECKING:
    from auditloop.assess import Results
    from auditloop.assess.changes import Changes
    from auditloop.assess.what_if import Supposition
    from auditloop.model.names import Names
    from auditloop.problems import Problem


@dataclass(frozen=True, slots=True)
class WhatIf:
    suppositions: Sequence[Supposition]
    before: Results
    after: Results
    changes: Changes
    names: Names
    problems: Sequence[Problem]


def suppose(config: Config, texts: Sequence[str], progress: Progress = silent) -> WhatIf:
    """What would change if all of it were so. Raises Stop, assess.what_if.WhatIfError."""
    from auditloop.assess.changes import Noticed, compare_results
    from auditloop.assess.what_if import applied, read
    from auditloop.model.names import names_of

    now = assess(config, progress)
    suppositions = [read(text, now.workspace, config.as_of) for text in texts]
    supposed = applied(now.workspace, suppositions, config.as_of)
    after = assess_workspace_of(config, now.checked, supposed.workspace)
    known = [action for action in after.actions if action.id not in supposed.invented]
    head = Noticed(msgspec.structs.replace(after, actions=known), " ".join(texts))
    changes = compare_results(Noticed(now.results, ""), head, f"auditloop {__version__}")
    return WhatIf(suppositions, now.results, after, changes, names_of(now.workspace), now.checked.problems)
