"""Why a version is not published or withdrawn, as a value that the host puts into words."""

from __future__ import annotations


class Refused(Exception):
    """Nothing was changed. `reason` names the sentence, `facts` fill it; `usage` where another command line helps."""

    def __init__(self, reason: str, *, usage: bool = False, **facts: object) -> None:
        super().__init__(f"{reason} {facts}" if facts else reason)
        self.reason = reason
        self.facts = facts
        self.usage = usage
