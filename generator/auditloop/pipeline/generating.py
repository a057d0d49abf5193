"""… → render → publish: the pages of a language on disk, for whoever holds the workspace's lock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from auditloop import resources
from auditloop.config import Config
from auditloop.pipeline.assessing import Assessed
from auditloop.pipeline.checking import Memory
from auditloop.pipeline.outcomes import LANGUAGE_NAMES, CannotBuild, Progress
from auditloop.pipeline.reporting import make_reports

if TYPE_CHECKING:
    # Heavy rooms are imported where they are used, so that `auditloop --help` answers at once.
    from auditloop.assess.changes import Changes
    from auditloop.model import Workspace
    from auditloop.publish.generated import Generated
    from auditloop.render.charts import Chart
    from auditloop.render.site import RenderSettings


@contextmanager
def alone(config: Config, progress: Progress) -> Iterator[None]:
    """Nobody else writes to build/ and site/ meanwhile: another build's end is waited for. Raises CannotBuild."""
    from auditloop.publish import lock

    try:
        with lock.alone(config.build_dir, lambda: progress("wait", 0, 0)):
            yield
    except lock.StillBusy as error:
        raise CannotBuild(str(error)) from error


def generate_locked(
    config: Config,
    assessed: Assessed,
    languages: Sequence[str] | None,
    progress: Progress,
    known: Memory | None = None,
    version: str | None = None,
    changes: Changes | None = None,
    among: tuple[str, ...] | None = None,
    processes: int = 2,
) -> list[Generated]:
    """render → publish to build/<language>/ for a caller that holds the workspace's lock. Raises CannotBuild, OSError.

    version: its name where the site is published as one of several; changes: what is new since the one before; among:
    all languages of the site, where others are made elsewhere; processes: how many may draw charts.
    """
    from auditloop.assess import encode
    from auditloop.exchange import register_book
    from auditloop.load.settings import read_settings
    from auditloop.publish.drawing import draw_all
    from auditloop.publish.generated import Generated, nav_of
    from auditloop.publish.handwritten import HandwrittenError, handwritten_pages
    from auditloop.publish.standalone import standalone_config
    from auditloop.publish.static import static_files
    from auditloop.publish.tree import write_file, write_tree
    from auditloop.publish.workers import WorkerDied
    from auditloop.render.i18n import WordsError
    from auditloop.render.sheets import PATH as REGISTERS
    from auditloop.render.site import render_site
    from auditloop.render.templates import TemplateFailed

    wanted = tuple(languages or site_languages(assessed.workspace))
    everyone = among or wanted
    settings = read_settings(config.mkdocs_yml)
    drawings = config.cache_dir / "charts"
    shared = static_files(resources.templates_dir(), config.overrides_dir, resources.schema_dir(), drawings)
    shared["downloads/results.json"] = encode(assessed.results)
    shared |= _pictures(assessed)

    def draw(charts: Sequence[Chart]) -> Mapping[str, str]:
        def told(done: int, total: int) -> None:
            progress("draw", done, total)

        return draw_all(charts, drawings, told, processes=processes, complete=True)

    reports = make_reports(assessed.workspace, assessed.results, progress)
    generated = []
    for number, lang in enumerate(wanted):
        asked = render_settings(config, assessed, lang, everyone, version, changes)
        pages = known.pages[lang] if known else None

        def made(done: int, total: int, number: int = number) -> None:
            progress("render", number * total + done, len(wanted) * total)

        try:
            site = render_site(assessed.workspace, assessed.results, asked, draw, pages, reports, made)
        except (TemplateFailed, WordsError, WorkerDied) as error:
            raise CannotBuild(str(error)) from error
        ours: dict[str, str | bytes] = {page.path: page.text for page in site.pages}
        ours |= {asset.path: asset.content for asset in site.assets}
        ours[REGISTERS] = register_book(site.registers)
        try:
            theirs, their_nav = handwritten_pages(config.handwritten_dir, lang, taken=ours.keys() | shared.keys())
        except HandwrittenError as error:
            raise CannotBuild(str(error)) from error
        folder = config.build_dir / lang
        write_tree(folder / "docs", {**shared, **ours, **theirs})
        language = Generated(
            lang=lang,
            title=site.title,
            docs_dir=folder / "docs",
            nav=[*nav_of(site.nav), *their_nav],
            pages=frozenset(page.path for page in site.pages),
            languages={each: LANGUAGE_NAMES[each] for each in everyone},
            version=version,
        )
        write_file(folder / "mkdocs.yml", standalone_config(language, settings).encode())
        generated.append(language)
    return generated


def render_settings(
    config: Config,
    assessed: Assessed,
    lang: str,
    languages: tuple[str, ...],
    version: str | None = None,
    changes: Changes | None = None,
) -> RenderSettings:
    """What rendering is told besides the data; `version` and `changes` as in `generate_locked`."""
    from auditloop.publish.engine import language_url
    from auditloop.render.site import RenderSettings

    return RenderSettings(
        lang=lang,
        languages=languages,
        site_url=language_url(config.site_url, lang, version),
        repo_url=config.repository,
        edit_pattern=config.edit_pattern,
        branch=config.branch,
        version_label=version or config.version_label,
        changes=changes,
        template_dirs=resources.template_dirs(config.overrides_dir),
        problems=assessed.checked.problems,
        schema_files=tuple(sorted(path.name for path in resources.schema_dir().glob("*.schema.json"))),
    )


def _pictures(assessed: Assessed) -> dict[str, bytes]:
    """The pictures of cases, by where the pages look for them."""
    from auditloop.render.views.paths import Paths

    cases, origins, pictures = assessed.workspace.cases, assessed.workspace.origins, assessed.checked.pictures
    return {
        Paths().picture(id, case.picture.file): pictures[origins["case", id].file].content
        for id, case in cases.items()
        if case.picture
    }


def site_languages(workspace: Workspace) -> tuple[str, ...]:
    """The organisation's languages that pages can be made in, its first one first."""
    known = tuple(lang for lang in workspace.organisation.languages if lang in LANGUAGE_NAMES)
    return known or ("en",)
