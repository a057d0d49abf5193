"""… → a few pages of the finished site: those that somebody looks at show a saved change before the whole is built."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from auditloop.config import Config
from auditloop.pipeline.assessing import Assessed, assess
from auditloop.pipeline.building import build_assessed
from auditloop.pipeline.checking import Memory, memory
from auditloop.pipeline.generating import alone, render_settings, site_languages
from auditloop.pipeline.languages import beside, engine_job
from auditloop.pipeline.outcomes import LANGUAGE_NAMES, CannotBuild, Progress, silent
from auditloop.pipeline.settled import settled

if TYPE_CHECKING:
    # Heavy rooms are imported where they are used, so that `auditloop --help` answers at once.
    from auditloop.publish.generated import Generated
    from auditloop.publish.site import Built
    from auditloop.render.charts import Chart


class Superseded(Exception):
    """Something was saved meanwhile: what is being built would be old when it is done. The site is as it was."""


class Preview:
    """One workspace's site in a process that stays, round after round: `assess`, `show`, `complete`."""

    def __init__(self) -> None:
        self.known: Memory = memory()

    def build(self, config: Config, progress: Progress = silent) -> list[Built]:
        """The whole site, as every later round finds it. Raises Stop, CannotBuild, OSError."""
        return build_assessed(config, assess(config, progress, self.known), progress=progress, known=self.known)

    def assess(self, config: Config) -> Assessed:
        """What is saved now. Raises Stop where the data has errors."""
        return assess(config, known=self.known)

    def show(self, config: Config, assessed: Assessed, in_view: Collection[str]) -> frozenset[str]:
        """Bring those pages (paths in the site, such as `en/teams/hall.html`) up to date, and leave the others.

        Gives the paths that now show the data. The rest has to wait for the whole: pages that nobody can make alone
        (reports, pages written by hand), and all of them where the navigation has changed. Raises CannotBuild, OSError.
        """
        shown: set[str] = set()
        with alone(config, silent), settled():
            for lang, pages in _by_language(in_view).items():
                if lang in self.known.sites:
                    made = _refresh(config, assessed, self.known.sites[lang], pages)
                    shown |= {f"{lang}/{PurePosixPath(page).with_suffix('.html')}" for page in made}
        return frozenset(shown)

    def complete(self, config: Config, assessed: Assessed, superseded: Callable[[], bool]) -> list[Built]:
        """The whole site. Raises Superseded between two steps once `superseded` says so, CannotBuild, OSError."""

        def progress(stage: str, done: int, total: int) -> None:
            if superseded():
                raise Superseded

        return build_assessed(config, assessed, progress=progress, parallel=False, known=self.known)


def _by_language(in_view: Collection[str]) -> dict[str, set[str]]:
    """Paths in the site → language → paths of the pages' Markdown."""
    found: dict[str, set[str]] = {}
    for path in in_view:
        lang, _, rest = path.partition("/")
        if lang in LANGUAGE_NAMES and rest.endswith(".html"):
            found.setdefault(lang, set()).add(f"{rest.removesuffix('.html')}.md")
    return found


def _refresh(config: Config, assessed: Assessed, before: Generated, wanted: set[str]) -> frozenset[str]:
    """Paths of the pages' Markdown that were made."""
    from auditloop.publish.drawing import draw_all
    from auditloop.publish.generated import nav_of
    from auditloop.publish.refreshing import refresh_pages
    from auditloop.publish.running import BuildFailed
    from auditloop.publish.workers import WorkerDied
    from auditloop.render.i18n import WordsError
    from auditloop.render.site import render_some
    from auditloop.render.templates import TemplateFailed

    def draw(charts: Sequence[Chart]) -> Mapping[str, str]:
        return draw_all(charts, config.cache_dir / "charts")

    asked = render_settings(config, assessed, before.lang, site_languages(assessed.workspace))
    try:
        made = render_some(assessed.workspace, assessed.results, asked, draw, before.pages & wanted)
        nav = nav_of(made.nav)
        if (made.title, nav) != (before.title, before.nav[: len(nav)]) or not made.pages:
            return frozenset()
        pages = {page.path: page.text for page in made.pages}
        assets = {asset.path: asset.content for asset in made.assets}
        with beside(config, ".view-") as staging:
            refresh_pages(engine_job(config, before, staging, "site"), pages, assets, config.site_dir)
    except (TemplateFailed, WordsError, WorkerDied, BuildFailed) as error:
        raise CannotBuild(str(error)) from error
    return frozenset(page.path for page in made.pages)
