"""… → publish: one page of the site on paper, from the finished site or from one of a day of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from auditloop.config import Config
from auditloop.pipeline.assessing import assess
from auditloop.pipeline.generating import alone, site_languages
from auditloop.pipeline.languages import beside, make_languages
from auditloop.pipeline.outcomes import CannotBuild, Progress, silent
from auditloop.pipeline.settled import settled


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be printed. Without page and report the latest monthly report, else the overview."""

    browser: str | None = None
    """Name or path; None: $CHROME, else the first that is installed."""
    lang: str | None = None
    """None: the language of messages where the site has it, else the site's first."""
    page: str | None = None
    report: str | None = None
    period: str | None = None
    of_day: bool = False
    """The site as of the day of the Config, made for this alone; else the site that is there."""


@dataclass(frozen=True, slots=True)
class Printed:
    lang: str
    path: str
    """Of the page below the folder of its language."""
    pdf: bytes


def print_page(config: Config, wanted: Wanted, progress: Progress = silent) -> Printed:
    """A site that is not there yet is made first, and is not kept.

    Raises NoBrowser, NoPage and PrintFailed of publish.printing, Stop, CannotBuild, OSError.
    """
    from auditloop.publish.engine import language_url
    from auditloop.publish.printing import find_browser, page_path, print_page, report_path, usual_page

    browser = find_browser(wanted.browser)
    with _site(config, wanted, progress) as (lang, site):
        folder = site / lang
        if wanted.page is not None:
            path = page_path(folder, wanted.page)
        elif wanted.report is not None:
            path = report_path(folder, wanted.report, wanted.period)
        else:
            path = usual_page(folder)
        progress("print", 0, 0)
        day, address = _day_of(folder) or config.as_of, language_url(config.site_url, lang, None)
        return Printed(lang, path, print_page(browser, site, lang, path, day=day, known_at=address))


@contextmanager
def _site(config: Config, wanted: Wanted, progress: Progress) -> Iterator[tuple[str, Path]]:
    """The language, and the folder in which its folder lies."""
    there = sorted(found.parent.name for found in config.site_dir.glob("*/index.html"))
    lang = wanted.lang or (config.lang if config.lang in there or not there else there[0])
    if lang in there and not wanted.of_day:
        yield lang, config.site_dir
        return
    with _made(config, wanted.lang, progress) as made:
        yield made


@contextmanager
def _made(config: Config, lang: str | None, progress: Progress) -> Iterator[tuple[str, Path]]:
    """A site of one language beside the one that is there, gone afterwards."""
    assessed = assess(config, progress)
    languages = site_languages(assessed.workspace)
    chosen = lang or (config.lang if config.lang in languages else languages[0])
    if chosen not in languages:
        raise CannotBuild(f"organisation.yml: languages: {', '.join(languages)}; {chosen} ≠")
    with alone(config, progress), settled(), beside(config, ".print-") as staging:
        make_languages(*(config, assessed, staging, progress), memory="printed", languages=[chosen])
        yield chosen, staging


def _day_of(folder: Path) -> dt.date | None:
    """The day of the results that the site shows."""
    from auditloop.assess import day_of

    try:
        return day_of((folder / "downloads" / "results.json").read_bytes())
    except OSError:
        return None
