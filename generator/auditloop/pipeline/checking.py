"""load → validate: what stands in the files, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditloop import resources
from auditloop.config import Config, ConfigError, make_config
from auditloop.pipeline.outcomes import LANGUAGE_NAMES, Progress, silent
from auditloop.problems import Problem, Severity, sort_problems

if TYPE_CHECKING:
    # Heavy rooms are imported where they are used, so that `auditloop --help` answers at once.
    from auditloop.load.attached import Attached
    from auditloop.load.document import Document
    from auditloop.load.known import KnownFiles
    from auditloop.load.pictures import Picture
    from auditloop.publish.generated import Generated
    from auditloop.ratings import Responses
    from auditloop.render.memory import Memory as PageMemory
    from auditloop.tickets import TicketLog
    from auditloop.validate import Verdicts


@dataclass(frozen=True, slots=True)
class Checked:
    """What reading and validation found. `documents` are the valid ones, built-in checklists included."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    origins: dict[tuple[str, str], tuple[str, int]]
    digest: str
    files: tuple[str, ...]
    """What was read, whatever came of it."""
    tables: Mapping[str, Attached] = field(default_factory=dict)
    logs: Mapping[str, TicketLog] = field(default_factory=dict)
    """File of a document → the table it refers to, and the tickets in it."""
    responses: Mapping[str, Responses] = field(default_factory=dict)
    """File of a survey → the answers of its respondents."""
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """File of a case → its picture."""

    @property
    def has_errors(self) -> bool:
        return any(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Memory:
    """What a live preview keeps from one build to the next. All of it is found by what it was made from, never by name,
    so that a build with a memory gives the bytes of one without."""

    files: KnownFiles
    verdicts: Verdicts
    pages: dict[str, PageMemory]
    """By language."""
    sites: dict[str, Generated] = field(default_factory=dict)
    """By language: what the last whole build handed to the site engine."""


def memory() -> Memory:
    """An empty one, to be given to every build of one process."""
    from auditloop.load.known import KnownFiles
    from auditloop.render.memory import Memory as PageMemory
    from auditloop.validate import Verdicts

    return Memory(KnownFiles(), Verdicts(), {lang: PageMemory() for lang in LANGUAGE_NAMES})


def read_config(root: Path, **options: Any) -> Config:
    """Config of the workspace at `root`. Raises ConfigError."""
    from auditloop.load.settings import SettingsError, read_settings

    try:
        settings = read_settings(root / "mkdocs.yml")
    except SettingsError as error:
        raise ConfigError(str(error)) from error
    return make_config(root, settings, **options)


def check(config: Config, progress: Progress = silent, known: Memory | None = None) -> Checked:
    """load → validate. Never raises for bad data: it is in `problems`."""
    from auditloop.load.pointers import with_pointers
    from auditloop.load.workspace import read_workspace
    from auditloop.validate import Schemas, validate

    if known:
        known.files.begin_round()
        known.verdicts.begin_round()
    built_in, own_problems = _built_in_checklists(known)
    loaded = read_workspace(
        config.root,
        progress=lambda done, total: progress("read", done, total),
        known=known.files if known else None,
    )
    validated = validate(
        (*loaded.documents, *built_in),
        Schemas(resources.schema_dir()),
        as_of=config.judged_on,
        tables=loaded.tables,
        known=known.verdicts if known else None,
    )
    problems = (*loaded.problems, *own_problems, *validated.problems)
    return Checked(
        documents=validated.documents,
        problems=tuple(with_pointers(sort_problems(problems), loaded.documents)),
        origins=dict(validated.origins),
        digest=loaded.digest,
        files=tuple(sorted({document.file for document in loaded.documents})),
        tables=loaded.tables,
        logs=validated.logs,
        responses=validated.responses,
        pictures=loaded.pictures,
    )


def _built_in_checklists(known: Memory | None) -> tuple[list[Document], list[Problem]]:
    from auditloop.load import Limits, read_document

    read = known.files.read if known else read_document
    documents: list[Document] = []
    problems: list[Problem] = []
    for path in resources.built_in_checklists():
        document, found = read(path.read_bytes(), resources.BUILT_IN + path.name, Limits())
        problems.extend(found)
        if document:
            documents.append(document)
    return documents, problems


def errors_of(config: Config, checked: Checked, texts: Mapping[str, str]) -> list[Problem]:
    """The errors that a workspace without any would have with these texts as those files."""
    from auditloop.load import read_document
    from auditloop.load.pointers import with_pointers
    from auditloop.validate import Schemas, validate

    documents = [other for other in checked.documents if other.file not in texts]
    problems: list[Problem] = []
    for file, text in texts.items():
        document, found = read_document(text, file)
        problems += found
        if document:
            documents.append(document)
    schemas = Schemas(resources.schema_dir())
    validated = validate(documents, schemas, as_of=config.judged_on, tables=checked.tables)
    errors = [found for found in (*problems, *validated.problems) if found.severity is Severity.ERROR]
    return with_pointers(sort_problems(errors), documents)
