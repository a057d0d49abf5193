"""Answers of an earlier audit carried over into a new one: what still fits, marked to be confirmed.

Knows nothing of the file around them."""

from __future__ import annotations

from auditloop.model import Answer, Checklist, Item
from auditloop.scaffold.yamltext import flow_text, number, quote


def carried(answer: Answer) -> str:
    """The answer with its note, to be confirmed. Evidence stays behind: it showed how things were then."""
    return _flow(answer, [("note", flow_text(answer.note))] if answer.note else [], [("confirm", "true")])


def remembered(answer: Answer) -> str:
    """The answer for a comment, where it no longer has a place to go to."""
    return _flow(answer)


def fits(answer: Answer, item: Item, checklist: Checklist) -> bool:
    """Whether the item, as it is asked now, still takes this answer."""
    if answer.na is not None:
        return item.na_allowed
    if answer.sample is not None:
        return True
    if checklist.scale.kind == "levels":
        return answer.score in {level.value for level in checklist.scale.levels}
    return answer.score in {"yes", "partial", "no"}


def is_given(answer: Answer) -> bool:
    return answer.score is not None or answer.sample is not None or answer.na is not None


def _flow(answer: Answer, *more: list[tuple[str, str]]) -> str:
    pairs = [*_said(answer), *(pair for pairs in more for pair in pairs)]
    return "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"


def _said(answer: Answer) -> list[tuple[str, str]]:
    if answer.na is not None:
        return [("na", flow_text(answer.na))]
    if answer.sample is not None:
        return [("sample", f"{{size: {answer.sample.size}, failed: {answer.sample.failed}}}")]
    assert answer.score is not None  # callers ask is_given first
    # A bare yes or no is text to us (YAML 1.2) and to the author; quoting it would only look odd.
    return [("score", answer.score if answer.score in {"yes", "partial", "no"} else _score(answer.score))]


def _score(score: float | str) -> str:
    return quote(score) if isinstance(score, str) else number(score)
