"""CSV tables that documents refer to → columns, and every cell that is not what its column demands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from auditloop.load.attached import Attached
from auditloop.load.document import Document
from auditloop.problems import Problem
from auditloop.validate.tables.answered import Answered
from auditloop.validate.tables.respondents import read_respondents
from auditloop.validate.tables.source import Source, from_list
from auditloop.validate.tables.tickets import read_tickets
from auditloop.validate.zone import reader_of


def ticket_sources(documents: Sequence[Document], tables: Mapping[str, Attached]) -> tuple[list[Source], list[Problem]]:
    """The logs of all documents of kind tickets; a table that could not be read has been told of already."""
    written = [document for document in documents if document.data["kind"] == "tickets"]
    reader = reader_of([document for document in documents if document.data["kind"] == "organisation"])
    sources: list[Source] = []
    problems: list[Problem] = []
    for document in written:
        table = tables.get(document.file)
        if "from_csv" not in document.data:
            sources.append(from_list(document, reader))
        elif table is not None:
            source, found = read_tickets(document, table, reader)
            problems.extend(found)
            if source is not None:
                sources.append(source)
    return sources, problems


def respondents(documents: Sequence[Document], tables: Mapping[str, Attached]) -> tuple[list[Answered], list[Problem]]:
    """The rows that surveys refer to. Nothing is said of them where the dimensions are not known."""
    organisations = [document.data for document in documents if document.data["kind"] == "organisation"]
    if not organisations:
        return [], []
    dimensions = [each["id"] for data in organisations for each in data.get("survey_dimensions", ())]
    found: list[Answered] = []
    problems: list[Problem] = []
    for document in documents:
        table = tables.get(document.file)
        if document.data["kind"] == "survey" and table is not None:
            answered, told = read_respondents(document, table, dimensions)
            problems.extend(told)
            if answered is not None:
                found.append(answered)
    return found, problems
