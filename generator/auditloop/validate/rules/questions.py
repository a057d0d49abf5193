"""What the answers of an audit are held against: the items of one checklist edition, and the values of its scale."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from auditloop.load.document import Document


class Questions:
    """One edition of a checklist, looked up by item id."""

    __slots__ = ("allowed", "document", "edition", "items", "values", "worst")

    def __init__(self, document: Document) -> None:
        data = document.data
        scale = data["scale"]
        self.document = document
        self.edition: str = data["edition"]
        self.items: Mapping[str, Mapping[str, Any]] = {
            item["id"]: item
            for domain in data["domains"]
            for section in domain["sections"]
            for item in section["items"]
        }
        self.values: list[int | str] = (
            [level["value"] for level in scale["levels"]] if scale["kind"] == "levels" else ["yes", "partial", "no"]
        )
        """What an answer may be, in the order of the scale."""
        self.allowed = frozenset(self.values)
        self.worst: int | str = min(self.values) if scale["kind"] == "levels" else "no"

    def parts(self) -> Iterator[str]:
        """Ids of its items and sections."""
        yield from self.items
        yield from (section["id"] for domain in self.document.data["domains"] for section in domain["sections"])

    def fails(self, answer: Any) -> bool:
        """Whether an answer leaves nothing of its item: the lowest level, `no`, or every one of a sample failed."""
        if not isinstance(answer, dict):
            return bool(answer == self.worst)
        if "sample" in answer:
            return bool(answer["sample"]["failed"] >= answer["sample"]["size"])
        return "score" in answer and bool(answer["score"] == self.worst)


def newest(editions: Iterable[Questions]) -> Questions:
    """`2026` before `2026-2` before `2026-10`: text as text, digits by their number."""
    return max(editions, key=_order)


def _order(questions: Questions) -> list[tuple[str, int]]:
    return [(text, int(digits or 0)) for text, digits in re.findall(r"(\D*)(\d*)", questions.edition)]
