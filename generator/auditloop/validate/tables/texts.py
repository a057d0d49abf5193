"""What stands in the columns of a table that nobody computes with: it is in the repository all the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from auditloop.problems import Place
from auditloop.validate.tables.cells import Sheet


@dataclass(frozen=True, slots=True)
class Texts:
    """One column: every different text in it → a row it stands in. Two columns may have one heading, or none."""

    sheet: Sheet
    column: int
    rows: Mapping[str, int] = field(default_factory=dict)

    @property
    def heading(self) -> str:
        return self.sheet.header[self.column]

    def place(self, row: int) -> Place:
        return self.sheet.place_at(row, self.column)
