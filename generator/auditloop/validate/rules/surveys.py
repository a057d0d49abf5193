"""A survey is whole in itself: it asked something, no more answered than were asked, and its parts do not disagree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from auditloop.load.document import Document
from auditloop.problems import Problem, problem
from auditloop.ratings import SCALES, Counts, counted, total
from auditloop.validate.origins import survey_id
from auditloop.validate.rules import names, privacy
from auditloop.validate.rules.dates import period_in_future
from auditloop.validate.rules.identity import told_again
from auditloop.validate.rules.register import Pointer, Register
from auditloop.validate.tables.answered import Answered


class Question(NamedTuple):
    """`at`: where its counts stand, or would stand."""

    id: str
    at: Pointer
    counts: Counts


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    for document in register.of_kind("organisation"):
        yield from _weights(document)
    surveys = register.of_kind("survey")
    yield from told_again(surveys, "survey-twice", survey_id, facts=("team", "period"))
    for document in surveys:
        answered = register.answered.get(document.file)
        if answered and answered.is_whole:
            yield from _disagreeing(document, answered)
        yield from _counts(document, answered)
        yield from names.in_comments(document)
        yield from period_in_future(document, as_of)
    own = frozenset(privacy.own_addresses(register)) if register.answered else frozenset()
    for answered in register.answered.values():
        yield from privacy.in_table(answered.texts, own)
        yield from names.in_table(answered.texts)


def questions(data: Mapping[str, Any], answered: Answered | None) -> Iterator[Question]:
    """Every question with its answers: as written, else as the rows of respondents have them."""
    rows = answered.responses.answers if answered else {}
    written: dict[tuple[str, ...], Any] = {
        **{(question,): data.get(question) for question in SCALES},
        **{("dimensions", id, "answers"): asked.get("answers") for id, asked in data.get("dimensions", {}).items()},
        **{
            ("dimensions", id, "answers"): None
            for id in rows
            if id not in SCALES and id not in data.get("dimensions", {})
        },
    }
    for at, counts in written.items():
        id = at[1] if len(at) > 1 else at[0]
        yield Question(id, at, _numbers(counts) if counts else counted(rows.get(id, ())))


def _numbers(counts: Mapping[str, Any]) -> Counts:
    return {int(answer): int(n) for answer, n in counts.items() if n is not None}


def _weights(document: Document) -> Iterator[Problem]:
    listed = document.data.get("survey_dimensions", ())
    without = [position for position, dimension in enumerate(listed) if "weight" not in dimension]
    if 0 < len(without) < len(listed):
        place = document.places.value(("survey_dimensions", without[0]))
        yield problem("survey-weight-missing", place, dimension=listed[without[0]]["id"])


def _counts(document: Document, answered: Answered | None) -> Iterator[Problem]:
    data, places = document.data, document.places
    asked = list(questions(data, answered))
    if not any(total(question.counts) for question in asked):
        # Where the rows could not be read, that has been told.
        if answered or "respondents_csv" not in data:
            yield problem("survey-without-answers", places.key(()), team=data["team"])
        return
    most = max(asked, key=lambda question: total(question.counts))
    if "sent" in data and total(most.counts) > data["sent"]:
        place = places.value(("sent",))
        yield problem("more-answers-than-sent", place, n=total(most.counts), sent=data["sent"], question=most.id)


def _disagreeing(document: Document, answered: Answered) -> Iterator[Problem]:
    """Counts that were typed although the rows hold them, and differ."""
    for question in questions(document.data, None):
        rows = answered.responses.answers.get(question.id)
        if rows is None or not question.counts:
            continue
        there = counted(rows)
        wrong = [a for a in sorted({*there, *question.counts}) if there.get(a, 0) != question.counts.get(a, 0)]
        if wrong:
            first = wrong[0]
            yield problem(
                "survey-differs-from-rows",
                document.places.value((*question.at, str(first))),
                question=question.id,
                answer=first,
                typed=question.counts.get(first, 0),
                counted=there.get(first, 0),
                file=answered.file,
            )
