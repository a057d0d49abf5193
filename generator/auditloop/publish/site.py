"""Builds the finished site beside the old one and swaps it in when every language is whole."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from auditloop.publish.engine import EnginePages, language_url
from auditloop.publish.generated import Generated
from auditloop.publish.root_page import root_page
from auditloop.publish.running import BuildFailed, SiteJob, epoch_of, run_engine
from auditloop.publish.workers import WorkerDied, in_processes

STAGING = ".next-"
"""With the process' id: what a killed build still writes for a moment never lands in the next one."""
ASIDE = ".previous"


@dataclass(frozen=True, slots=True)
class Built:
    lang: str
    pages: int
    reused: int


def build_site(
    sites: Sequence[Generated],
    *,
    mkdocs_yml: Path,
    site_dir: Path,
    build_dir: Path,
    cache_dir: Path,
    as_of: dt.date,
    site_url: str | None,
    parallel: bool = True,
    reuse: bool = True,
) -> list[Built]:
    """Build every language and swap the result into `site_dir/<lang>/`.

    Until all languages are built nothing in `site_dir` is touched: a failure or an interruption leaves the previous
    site whole. The caller holds the workspace's lock. Raises BuildFailed, OSError.
    """
    recover(site_dir, build_dir)
    staging = build_dir / f"{STAGING}{os.getpid()}"
    try:
        built = build_languages(
            sites,
            staging,
            mkdocs_yml=mkdocs_yml,
            memory=cache_dir / "site",
            as_of=as_of,
            site_url=site_url,
            parallel=parallel,
            reuse=reuse,
        )
        (staging / "index.html").write_text(root_page(sites), encoding="utf-8")
        _swap(staging, site_dir, build_dir / ASIDE, [site.lang for site in sites])
        (staging / "index.html").replace(site_dir / "index.html")
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return built


def build_languages(
    sites: Sequence[Generated],
    staging: Path,
    *,
    mkdocs_yml: Path,
    memory: Path,
    as_of: dt.date,
    site_url: str | None,
    parallel: bool = True,
    reuse: bool = True,
) -> list[Built]:
    """Build every language into `staging/<lang>/`. `memory`: folder of what the engine made last time.

    Raises BuildFailed, OSError.
    """
    jobs = [
        job_of(site, staging, mkdocs_yml=mkdocs_yml, memory=memory, as_of=as_of, site_url=site_url) for site in sites
    ]
    if not reuse:
        for job in jobs:
            shutil.rmtree(job.memory, ignore_errors=True)
    try:
        if parallel and len(jobs) > 1:
            return in_processes(build_language, jobs, len(jobs))
        return [build_language(job) for job in jobs]
    except WorkerDied as error:
        raise BuildFailed(str(error)) from None


def job_of(
    site: Generated, staging: Path, *, mkdocs_yml: Path, memory: Path, as_of: dt.date, site_url: str | None
) -> SiteJob:
    """One language's part of the work, in folders of its own."""
    return SiteJob(
        generated=site,
        mkdocs_yml=mkdocs_yml,
        staging=staging / site.lang,
        memory=memory / site.lang,
        site_url=language_url(site_url, site.lang, site.version),
        epoch=epoch_of(as_of),
    )


def build_language(job: SiteJob) -> Built:
    """Run the engine for one language into its staging folder. Raises BuildFailed, OSError."""
    pages = EnginePages(job.generated, memory=job.memory)
    run_engine(job, pages)
    return Built(job.generated.lang, len(pages.site.pages), len(pages.reused))


def recover(site_dir: Path, build_dir: Path) -> None:
    """Bring back what a killed swap had set aside, and clear what a killed build left."""
    for left in build_dir.glob(f"{STAGING}*"):
        shutil.rmtree(left, ignore_errors=True)
    aside = build_dir / ASIDE
    if not aside.is_dir():
        return
    for old in aside.iterdir():
        if not (site_dir / old.name).exists():
            site_dir.mkdir(parents=True, exist_ok=True)
            old.rename(site_dir / old.name)
    shutil.rmtree(aside, ignore_errors=True)


def _swap(staging: Path, site_dir: Path, aside: Path, languages: Sequence[str]) -> None:
    """Two renames per language; what was there is put back when one of them fails."""
    site_dir.mkdir(parents=True, exist_ok=True)
    aside.mkdir(parents=True, exist_ok=True)
    done: list[str] = []
    try:
        for lang in languages:
            if (site_dir / lang).exists():
                (site_dir / lang).rename(aside / lang)
            done.append(lang)
            (staging / lang).rename(site_dir / lang)
    except BaseException:
        for lang in done:
            if (aside / lang).exists():
                shutil.rmtree(site_dir / lang, ignore_errors=True)
                (aside / lang).rename(site_dir / lang)
        raise
    for gone in [entry for entry in site_dir.iterdir() if entry.is_dir() and entry.name not in languages]:
        # A language that the organisation gave up; only folders that carry our own mark are ours to remove.
        if (gone / "assets" / "auditloop" / "auditloop.css").is_file():
            shutil.rmtree(gone)
    shutil.rmtree(aside, ignore_errors=True)
