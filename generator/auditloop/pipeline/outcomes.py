"""How far a run is, and how it may end other than with a result."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from auditloop.problems import Problem, Severity

LANGUAGE_NAMES = {"zh": "中文", "en": "English"}


class Progress(Protocol):
    """Told how far a stage is; `total` 0 means unknown."""

    def __call__(self, stage: str, done: int, total: int) -> None: ...


def silent(stage: str, done: int, total: int) -> None:
    """Reports to nobody."""


class Stop(Exception):
    """The data has errors, so no later stage runs. `problems` are all there are."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        errors = sum(p.severity is Severity.ERROR for p in self.problems)
        first = next(p for p in self.problems if p.severity is Severity.ERROR)
        super().__init__(
            f"{errors} error(s) in the data, the first: {first.place.file}:{first.place.line}:{first.place.column}: "
            f"{first.message.en} (`auditloop validate` shows them all)"
        )


class CannotBuild(Exception):
    """Valid data, but no site: a template, a hand-written page or the site engine is in the way; the text says how."""
