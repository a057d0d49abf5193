"""Builds the finished site beside the old one and swaps it in when every language is whole."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from auditloop.publish.engine import EnginePages
from auditloop.publish.generated import Generated
from auditloop.publish.root_page import root_page
from auditloop.publish.running import SiteJob, run_engine

ASIDE = ".previous"


@dataclass(frozen=True, slots=True)
class Built:
    lang: str
    pages: int
    reused: int


def build_language(job: SiteJob, *, reuse: bool = True) -> Built:
    """Run the engine for one language into its staging folder; without `reuse` for every page.

    Raises BuildFailed, OSError.
    """
    if not reuse:
        shutil.rmtree(job.memory, ignore_errors=True)
    pages = EnginePages(job.generated, memory=job.memory)
    run_engine(job, pages)
    return Built(job.generated.lang, len(pages.site.pages), len(pages.reused))


def put_in_place(sites: Sequence[Generated], staging: Path, site_dir: Path, build_dir: Path) -> None:
    """Swap languages finished in `staging/<lang>/` into `site_dir/<lang>/`, with the page that leads to them.

    The caller holds the workspace's lock and has called `recover`. Raises OSError, and leaves then what was there.
    """
    (staging / "index.html").write_text(root_page(sites), encoding="utf-8")
    _swap(staging, site_dir, build_dir / ASIDE, [site.lang for site in sites])
    (staging / "index.html").replace(site_dir / "index.html")


def recover(site_dir: Path, build_dir: Path) -> None:
    """Bring back what a killed swap had set aside."""
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
