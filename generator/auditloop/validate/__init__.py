"""Which documents are as their kind demands and fit together, and what is wrong with the others. Does no arithmetic."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from auditloop.load.attached import Attached
from auditloop.load.document import Document
from auditloop.problems import Problem, sort_problems
from auditloop.ratings import Responses
from auditloop.resources import BUILT_IN
from auditloop.tickets import TicketLog
from auditloop.validate import rules
from auditloop.validate.documents import kind_of
from auditloop.validate.explain import explain
from auditloop.validate.origins import Origin, Record, doubted, origins_of
from auditloop.validate.schema import Schemas
from auditloop.validate.tables import respondents, ticket_sources

__all__ = ["Origin", "Record", "Schemas", "Validated", "Verdicts", "doubted", "validate"]

_Verdict = tuple[bool, list[Problem]] | None


@dataclass(frozen=True, slots=True)
class Validated:
    """`documents` are those that their schema accepts, in the order given; rules may have found problems in them."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    origins: Mapping[Record, Origin]
    logs: Mapping[str, TicketLog] = field(default_factory=dict)
    """File of a document → the tickets it takes from a table."""
    responses: Mapping[str, Responses] = field(default_factory=dict)
    """File of a survey → the answers of its respondents."""


def validate(
    documents: Sequence[Document],
    schemas: Schemas,
    *,
    as_of: dt.date,
    tables: Mapping[str, Attached] | None = None,
    progress: Callable[[int, int], None] | None = None,
    known: Verdicts | None = None,
) -> Validated:
    """Judge every document by the schema of its kind, then what they say together by the rules.

    `tables` are those that documents refer to, by the file of the document.
    """
    valid: list[Document] = []
    rejected: list[Document] = []
    problems: list[Problem] = []
    judge = known.of if known else _problems_of
    for done, document in enumerate(documents, start=1):
        found = judge(document, schemas)
        if found is None:
            rejected.append(document)
        else:
            is_valid, told = found
            (valid if is_valid else rejected).append(document)
            problems.extend(told)
        if progress:
            progress(done, len(documents))
    sources, told = ticket_sources(valid, tables or {})
    problems.extend(told)
    answered, told = respondents(valid, tables or {})
    problems.extend(told)
    if any(not document.file.startswith(BUILT_IN) for document in documents):  # else reading has said what is missing
        problems.extend(rules.check(valid, rejected, as_of=as_of, sources=sources, answered=answered))
    logs = {source.document.file: source.log for source in sources if "from_csv" in source.document.data}
    responses = {each.document.file: each.responses for each in answered}
    return Validated(tuple(valid), tuple(sort_problems(problems)), origins_of(valid), logs, responses)


class Verdicts:
    """What the schemas said of each document (the very one, not one like it) in an earlier round."""

    def __init__(self) -> None:
        self._before: dict[int, tuple[Document, _Verdict]] = {}
        self._now: dict[int, tuple[Document, _Verdict]] = {}

    def begin_round(self) -> None:
        """Forget the documents that the last round did not ask for."""
        self._before, self._now = self._now, {}

    def of(self, document: Document, schemas: Schemas) -> _Verdict:
        known = self._before.get(id(document))
        found = known[1] if known else _problems_of(document, schemas)
        self._now[id(document)] = (document, found)  # held, so that no other document gets its number
        return found


def _problems_of(document: Document, schemas: Schemas) -> _Verdict:
    """Whether the schema accepts the document, and its problems. None where reading it has told them all already."""
    if not document.complete:
        return None
    kind, problems = kind_of(document, schemas)
    if kind is None:
        return False, problems
    if schemas.accepts(kind, document.data):
        return True, problems
    return False, [*problems, *explain(document, schemas.mistakes(kind, document.data))]
