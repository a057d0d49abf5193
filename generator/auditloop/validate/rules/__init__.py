"""What a schema cannot say: rules between documents, and between the parts of one. Works on plain data and places.

To add a rule: one module with a function `check(register, as_of)`, and one line in `RULES`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from auditloop.load.document import Document
from auditloop.problems import Problem
from auditloop.validate.rules import (
    actions,
    answers,
    approvals,
    cases,
    composition,
    control,
    dates,
    findings,
    formulas,
    from_survey,
    from_tickets,
    identity,
    journeys,
    lineage,
    measured,
    plans,
    policy,
    privacy,
    proposals,
    references,
    reports,
    risks,
    segments,
    surveys,
    tickets,
    training,
)
from auditloop.validate.rules.limit import limited, sparing
from auditloop.validate.rules.register import Register
from auditloop.validate.tables.answered import Answered
from auditloop.validate.tables.source import Source

Rule = Callable[[Register, dt.date], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    identity.check,
    references.check,
    lineage.check,
    answers.check,
    approvals.check,
    findings.check,
    composition.check,
    formulas.check,
    dates.check,
    actions.check,
    measured.check,
    control.check,
    tickets.check,
    from_tickets.check,
    surveys.check,
    from_survey.check,
    plans.check,
    journeys.check,
    reports.check,
    policy.check,
    training.check,
    risks.check,
    cases.check,
    proposals.check,
    segments.check,
    privacy.check,
)


def check(
    documents: Sequence[Document],
    rejected: Sequence[Document],
    *,
    as_of: dt.date,
    sources: Sequence[Source] = (),
    answered: Sequence[Answered] = (),
) -> Iterator[Problem]:
    """Every problem that the rules find in documents their schema accepted.

    `rejected` are documents with problems of their own: what they define counts as known, and only their texts are
    looked at. Built-in documents have files that start with `builtin:`. `sources` are the logs of tickets, `answered`
    the rows of respondents.
    """
    register = Register(
        [sparing(document) for document in documents], [sparing(document) for document in rejected], sources, answered
    )
    yield from limited(problem for rule in RULES for problem in rule(register, as_of))
