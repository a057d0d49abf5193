"""What a cell of a column of tickets means, worked out once for each different cell, and which cells mean nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from auditloop.problems import Bilingual
from auditloop.problems.shown import shown
from auditloop.tickets.log import NO_NUMBER, PRIORITIES, SOLVERS, TYPES
from auditloop.validate.rules.nearest import nearest
from auditloop.validate.rules.words import listed

LONGEST = 100
"""Characters of an id or a word."""
RANGES = {"contacts": (1, 100), "rating": (1, 5)}
_CHOICES = {"type": TYPES, "priority": PRIORITIES, "solved_by": SOLVERS}
_SLUG = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
_ID = re.compile("[A-Z]+(?:-[A-Za-z0-9]+)+")
_IDS = re.compile("(?:[A-Z]++(?:-[A-Za-z0-9]++)++\n)++")
"""Many ids at once, without ever looking back: sixty times as quick as one by one."""
_WHOLE = re.compile(r"([0-9]{1,3})(?:\.0+)?")


def is_id(text: str) -> bool:
    return _ID.fullmatch(text) is not None and len(text) <= LONGEST


def are_ids(texts: Sequence[str]) -> bool:
    """Whether each of at least one is an id."""
    return _IDS.fullmatch("\n".join(texts) + "\n") is not None and max(map(len, texts)) <= LONGEST


class WordCells(dict[str, str | None]):
    """Cell → word, worked out once for each different cell. `bad`: cells that are none, and why."""

    def __init__(self, field: str, values: Mapping[str, str]) -> None:
        super().__init__()
        self._values = {text.strip(): word for text, word in values.items()}
        self._choices = _CHOICES.get(field)
        self.bad: dict[str, tuple[str, dict[str, object]]] = {}

    def __missing__(self, cell: str) -> str | None:
        text = cell.strip()
        word = self._values.get(text, text)
        if not word:
            self[cell] = None
        elif self._choices and word not in self._choices:
            known = [*self._values, *self._choices]
            close = nearest(text, known)
            proposal = Bilingual(f"是不是“{close}”？", f"Did you mean “{close}”? ") if close else Bilingual("", "")
            self.bad[cell] = "cell-not-one-of", {"found": shown(text), "proposal": proposal, "known": listed(self._choices, 9)}  # fmt: skip  # noqa: E501
            self[cell] = None
        elif not _SLUG.fullmatch(word) or len(word) > LONGEST:
            self.bad[cell] = "cell-not-slug", {"found": shown(text)}
            self[cell] = None
        else:
            self[cell] = word
        return self[cell]


class NumberCells(dict[str, int]):
    """Cell → whole number; `bad`: cells that are none."""

    def __init__(self, field: str) -> None:
        super().__init__({"": NO_NUMBER})
        self._low, self._high = RANGES[field]
        self.bad: set[str] = set()

    def __missing__(self, cell: str) -> int:
        found = _WHOLE.fullmatch(cell.strip())
        number = int(found[1]) if found else NO_NUMBER
        if cell.strip() and not self._low <= number <= self._high:
            self.bad.add(cell)
            number = NO_NUMBER
        self[cell] = number
        return number
