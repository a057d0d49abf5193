"""Answers fit their checklist, and a final audit is complete: nothing open, nothing unproven, nothing unsaid."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from auditloop.load.document import Document
from auditloop.problems import MOST_IN_ONE_FILE, Problem, problem
from auditloop.validate.rules.nearest import nearest
from auditloop.validate.rules.questions import Questions
from auditloop.validate.rules.register import Register
from auditloop.validate.rules.words import listed, share

NA_SHARE = 0.2
"""More than this share of the items answered as not applicable asks for a second look."""


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    for document in register.of_kind("audit"):
        data = document.data
        questions = register.questions(data["checklist"], data.get("edition"))
        yield from _without_checklist(document)
        if questions is None:
            continue
        for item, answer in data["answers"].items():
            if item in questions.items and (isinstance(answer, dict) or answer not in questions.allowed):
                yield from _fits(document, questions, item, answer)
        if data["status"] == "final":
            yield from _complete(document, questions)


def _without_checklist(document: Document) -> Iterator[Problem]:
    """What can be said of answers even when nobody knows the questions."""
    carried_over = []
    for item, answer in document.data["answers"].items():
        if not isinstance(answer, dict):
            continue
        if "na" in answer and not _says_something(answer["na"]):
            yield problem("na-without-reason", document.places.value(("answers", item, "na")))
        if "sample" in answer and answer["sample"]["failed"] > answer["sample"]["size"]:
            yield problem(
                "sample-failed-over-size",
                document.places.value(("answers", item, "sample", "failed")),
                failed=answer["sample"]["failed"],
                size=answer["sample"]["size"],
            )
        if answer.get("confirm"):
            carried_over.append(item)
    if carried_over and document.data["status"] == "final":
        first, *others = (document.places.key(("answers", item, "confirm")) for item in carried_over)
        yield problem(
            "final-unconfirmed", first, related=tuple(others), count=len(carried_over), items=listed(carried_over)
        )


def _says_something(reason: Any) -> bool:
    texts = reason.values() if isinstance(reason, dict) else (reason,)
    return any(str(text).strip() for text in texts)


def _fits(document: Document, questions: Questions, item: str, answer: Any) -> Iterator[Problem]:
    """One answer against its question."""
    if isinstance(answer, dict):
        if "na" in answer and not questions.items[item].get("na_allowed", True):
            yield problem("na-not-allowed", document.places.key(("answers", item, "na")), item=item)
        if "score" not in answer:
            return
        value = answer["score"]
    else:
        value = answer
    if value is not None and value not in questions.allowed:
        yield problem(
            "answer-off-scale",
            document.places.value(("answers", item, "score")),
            found=value,
            checklist=document.data["checklist"],
            allowed=listed(questions.values, limit=12),
        )


def _complete(document: Document, questions: Questions) -> Iterator[Problem]:
    """What a final audit must have, beyond what a draft has."""
    data, places = document.data, document.places
    answers: Mapping[str, Any] = data["answers"]
    findings = data.get("findings", ())
    meant = _meant(questions, [*answers, *(finding["item"] for finding in findings)])
    given = {meant.get(item, item) for item, answer in answers.items() if answer is not None}
    missing = [item for item in questions.items if item not in given]
    if missing:
        yield problem(
            "final-unanswered",
            places.key(("answers",)),
            count=len(missing),
            total=len(questions.items),
            items=listed(missing),
        )
    not_applicable = sum(1 for item in questions.items if _is_na(answers.get(item)))
    if not_applicable > NA_SHARE * len(questions.items):
        yield problem(
            "many-not-applicable",
            places.key(("answers",)),
            count=not_applicable,
            total=len(questions.items),
            share=share(not_applicable / len(questions.items)),
        )
    found_at = {meant.get(finding["item"], finding["item"]): finding for finding in findings}
    for item, answer in answers.items():
        if item in questions.items and answer is not None and not _is_na(answer):
            yield from _followed_up(document, questions, item, answer, found_at.get(item))


def _meant(questions: Questions, named: Iterable[str]) -> dict[str, str]:
    """The item that each misspelt one probably means: that it is unknown has been told, nothing need follow from it."""
    unknown = islice((item for item in named if item not in questions.items), MOST_IN_ONE_FILE)
    return {item: close for item in unknown if (close := nearest(item, questions.items))}


def _followed_up(
    document: Document, questions: Questions, item: str, answer: Any, finding: Mapping[str, Any] | None
) -> Iterator[Problem]:
    """A failed item has a finding, and evidence where the checklist asks for it."""
    fails = questions.fails(answer)
    if fails and finding is None:
        yield problem("failed-without-finding", document.places.key(("answers", item)), item=item)
    asked = questions.items[item].get("evidence", "on-fail")
    shown = (isinstance(answer, dict) and answer.get("evidence")) or (finding is not None and finding.get("evidence"))
    if not shown and (asked == "always" or (asked == "on-fail" and fails)):
        code = "evidence-missing" if asked == "always" else "evidence-missing-on-fail"
        yield problem(code, document.places.key(("answers", item)), item=item)


def _is_na(answer: Any) -> bool:
    return isinstance(answer, dict) and "na" in answer
