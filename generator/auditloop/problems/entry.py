"""What the catalogue holds for one code."""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """How bad it is (`error`, `warning`, `info`) and its sentences, with `{names}` for the facts of the case.

    A message says what was found, a hint says what to type instead; both speak to people who are no programmers.
    """

    severity: str
    message_zh: str
    message_en: str
    hint_zh: str
    hint_en: str
