"""load → validate → model → assess → render → publish: the only place that orders the stages."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from auditloop import __version__, resources
from auditloop.config import Config, ConfigError, make_config
from auditloop.problems import Problem, Severity, sort_problems

if TYPE_CHECKING:
    # Heavy rooms are imported where they are used, so that `auditloop --help` answers at once.
    from auditloop.assess.results import Results
    from auditloop.load.attached import Attached
    from auditloop.load.document import Document
    from auditloop.load.known import KnownFiles
    from auditloop.model import Workspace
    from auditloop.publish.generated import Generated
    from auditloop.publish.site import Built
    from auditloop.ratings import Responses
    from auditloop.render.charts import Chart
    from auditloop.render.memory import Memory as PageMemory
    from auditloop.tickets import TicketLog
    from auditloop.validate import Verdicts

LANGUAGE_NAMES = {"zh": "中文", "en": "English"}


class Progress(Protocol):
    """Told how far a stage is; `total` 0 means unknown."""

    def __call__(self, stage: str, done: int, total: int) -> None: ...


def silent(stage: str, done: int, total: int) -> None:
    """Reports to nobody."""


class Stop(Exception):
    """The data has errors, so no later stage runs. `problems` are all there are."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        errors = sum(p.severity is Severity.ERROR for p in self.problems)
        first = next(p for p in self.problems if p.severity is Severity.ERROR)
        super().__init__(
            f"{errors} error(s) in the data, the first: {first.place.file}:{first.place.line}:{first.place.column}: "
            f"{first.message.en} (`auditloop validate` shows them all)"
        )


class CannotBuild(Exception):
    """Valid data, but no site: a template, a hand-written page or the site engine is in the way; the text says how."""


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


def memory() -> Memory:
    """An empty one, to be given to every build of one process."""
    from auditloop.load.known import KnownFiles
    from auditloop.render.memory import Memory as PageMemory
    from auditloop.validate import Verdicts

    return Memory(KnownFiles(), Verdicts(), {lang: PageMemory() for lang in LANGUAGE_NAMES})


@dataclass(frozen=True, slots=True)
class Assessed:
    checked: Checked
    workspace: Workspace
    results: Results


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


def assess(config: Config, progress: Progress = silent, known: Memory | None = None) -> Assessed:
    """load → validate → model → assess. Raises Stop where the data has errors."""
    checked = check(config, progress, known)
    if checked.has_errors:
        raise Stop(checked.problems)
    return assess_checked(config, checked, progress)


def assess_checked(config: Config, checked: Checked, progress: Progress = silent) -> Assessed:
    """model → assess, on data without errors."""
    from auditloop.assess import assess as assess_workspace
    from auditloop.model.as_known import as_known_on
    from auditloop.validate import doubted

    progress("assess", 0, 0)
    workspace = as_known_on(workspace_of(checked), config.as_of)
    results = assess_workspace(
        workspace,
        as_of=config.as_of,
        generator=f"auditloop {__version__}",
        data_hash=checked.digest[:12],
        doubted=doubted(checked.origins, checked.problems),
    )
    return Assessed(checked, workspace, results)


def workspace_of(checked: Checked) -> Workspace:
    """Everything that valid documents say, of whatever day."""
    from auditloop.model import Origin
    from auditloop.model.build import build_workspace, with_responses

    own = {document.data["id"] for document in checked.documents if _is_own_checklist(document)}
    rows = checked.responses
    return build_workspace(
        (
            with_responses(d.data, rows[d.file]) if d.file in rows else d.data
            for d in checked.documents
            if not (d.file.startswith(resources.BUILT_IN) and d.data["id"] in own)
        ),
        {record: Origin(*origin) for record, origin in checked.origins.items()},
        checked.logs.values(),
    )


def errors_of(config: Config, checked: Checked, file: str, text: str) -> list[Problem]:
    """The errors that a workspace without any would have with this text as that file."""
    from auditloop.load import read_document
    from auditloop.validate import Schemas, validate

    document, problems = read_document(text, file)
    others = [other for other in checked.documents if other.file != file]
    documents = [*others, document] if document else others
    schemas = Schemas(resources.schema_dir())
    validated = validate(documents, schemas, as_of=config.judged_on, tables=checked.tables)
    return [found for found in (*problems, *validated.problems) if found.severity is Severity.ERROR]


def _is_own_checklist(document: Document) -> bool:
    """A workspace's checklist with the id of a built-in one takes its place."""
    return document.data["kind"] == "checklist" and not document.file.startswith(resources.BUILT_IN)


def generate(config: Config, languages: Sequence[str] | None = None, progress: Progress = silent) -> list[Generated]:
    """All stages up to the pages on disk, in build/<language>/. Raises Stop, CannotBuild, OSError."""
    return generate_assessed(config, assess(config, progress), languages, progress)


def generate_assessed(
    config: Config, assessed: Assessed, languages: Sequence[str] | None = None, progress: Progress = silent
) -> list[Generated]:
    """render → publish to build/<language>/: pages, charts, downloads, and settings for other engines."""
    with _alone(config, progress), _settled():
        return _generate(config, assessed, languages, progress)


@contextmanager
def _settled() -> Iterator[None]:
    """What was read and computed stays: the garbage collector need not look through it again and again."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def _alone(config: Config, progress: Progress) -> Iterator[None]:
    """Nobody else writes to build/ and site/ meanwhile: another build's end is waited for. Raises CannotBuild."""
    from auditloop.publish.lock import StillBusy, alone

    try:
        with alone(config.build_dir, lambda: progress("wait", 0, 0)):
            yield
    except StillBusy as error:
        raise CannotBuild(str(error)) from error


def _generate(
    config: Config,
    assessed: Assessed,
    languages: Sequence[str] | None,
    progress: Progress,
    known: Memory | None = None,
) -> list[Generated]:
    from auditloop.assess import encode
    from auditloop.load.settings import read_settings
    from auditloop.publish.drawing import draw_all
    from auditloop.publish.engine import language_url
    from auditloop.publish.generated import Generated, nav_of
    from auditloop.publish.handwritten import HandwrittenError, handwritten_pages
    from auditloop.publish.standalone import standalone_config
    from auditloop.publish.static import static_files
    from auditloop.publish.tree import write_file, write_tree
    from auditloop.publish.workers import WorkerDied
    from auditloop.render.i18n import WordsError
    from auditloop.render.site import RenderSettings, render_site
    from auditloop.render.templates import TemplateFailed

    wanted = tuple(languages or site_languages(assessed.workspace))
    settings = read_settings(config.mkdocs_yml)
    drawings = config.cache_dir / "charts"
    shared = static_files(resources.templates_dir(), config.overrides_dir, resources.schema_dir(), drawings)
    shared["downloads/results.json"] = encode(assessed.results)

    def draw(charts: Sequence[Chart]) -> Mapping[str, str]:
        return draw_all(charts, drawings, lambda done, total: progress("draw", done, total), complete=True)

    generated = []
    for number, lang in enumerate(wanted):
        progress("render", number, len(wanted))
        asked = RenderSettings(
            lang=lang,
            languages=wanted,
            site_url=language_url(config.site_url, lang),
            repo_url=config.repository,
            edit_pattern=config.edit_pattern,
            branch=config.branch,
            version_label=config.version_label,
            template_dirs=resources.template_dirs(config.overrides_dir),
            problems=assessed.checked.problems,
            schema_files=tuple(sorted(path.name for path in resources.schema_dir().glob("*.json"))),
        )
        try:
            pages = known.pages[lang] if known else None
            site = render_site(assessed.workspace, assessed.results, asked, draw, pages)
        except (TemplateFailed, WordsError, WorkerDied) as error:
            raise CannotBuild(str(error)) from error
        ours = {page.path: page.text.encode() for page in site.pages}
        ours |= {
            asset.path: asset.content.encode() if isinstance(asset.content, str) else asset.content
            for asset in site.assets
        }
        try:
            theirs, their_nav = handwritten_pages(config.handwritten_dir, lang, taken=ours.keys() | shared.keys())
        except HandwrittenError as error:
            raise CannotBuild(str(error)) from error
        folder = config.build_dir / lang
        write_tree(folder / "docs", {**shared, **ours, **theirs})
        made = Generated(
            lang=lang,
            title=site.title,
            docs_dir=folder / "docs",
            nav=[*nav_of(site.nav), *their_nav],
            pages=frozenset(page.path for page in site.pages),
            languages={each: LANGUAGE_NAMES[each] for each in wanted},
        )
        write_file(folder / "mkdocs.yml", standalone_config(made, settings).encode())
        generated.append(made)
    return generated


def generate_language(root: Path, lang: str) -> Generated:
    """What the MkDocs host asks for: one language's pages. Raises ConfigError, Stop."""
    config = read_config(root)
    return generate(config, [lang])[0]


def build(
    config: Config,
    languages: Sequence[str] | None = None,
    progress: Progress = silent,
    *,
    parallel: bool = True,
    reuse: bool = True,
    known: Memory | None = None,
) -> list[Built]:
    """All stages: the finished site in site/<language>/. Raises Stop, CannotBuild, OSError."""
    assessed = assess(config, progress, known)
    return build_assessed(config, assessed, languages, progress, parallel=parallel, reuse=reuse, known=known)


def build_assessed(
    config: Config,
    assessed: Assessed,
    languages: Sequence[str] | None = None,
    progress: Progress = silent,
    *,
    parallel: bool = True,
    reuse: bool = True,
    known: Memory | None = None,
) -> list[Built]:
    """render → publish → the site engine, on an assessment already made."""
    from auditloop.publish.site import BuildFailed, build_site

    with _alone(config, progress), _settled():
        generated = _generate(config, assessed, languages, progress, known)
        progress("site", 0, 0)
        try:
            return build_site(
                generated,
                mkdocs_yml=config.mkdocs_yml,
                site_dir=config.site_dir,
                build_dir=config.build_dir,
                cache_dir=config.cache_dir,
                as_of=config.as_of,
                site_url=config.site_url,
                parallel=parallel,
                reuse=reuse,
            )
        except BuildFailed as error:
            raise CannotBuild(str(error)) from error


def site_languages(workspace: Workspace) -> tuple[str, ...]:
    """The organisation's languages that pages can be made in, its first one first."""
    known = tuple(lang for lang in workspace.organisation.languages if lang in LANGUAGE_NAMES)
    return known or ("en",)


def watched_folders(root: Path) -> list[Path]:
    """What a live preview watches: everything that people edit."""
    return [path for name in ("audits", "docs", "site_templates", "mkdocs.yml") if (path := root / name).exists()]
