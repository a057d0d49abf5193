"""Brings a few pages of the finished site up to date, before the rest of it is built anew: for a live preview."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from auditloop.publish.engine import EnginePages
from auditloop.publish.running import SiteJob, run_engine
from auditloop.publish.tree import replace_file, write_file


def refresh_pages(job: SiteJob, pages: Mapping[str, str], assets: Mapping[str, str | bytes], site_dir: Path) -> None:
    """Put pages (path of the Markdown file → text) and files into the language's pages and into its finished site.

    All the other pages stay as they are, the search index too. A whole build afterwards finds the pages as it would
    have made them. The caller holds the workspace's lock. Raises BuildFailed, OSError.
    """
    docs, finished = job.generated.docs_dir, site_dir / job.generated.lang
    for path, text in (*pages.items(), *assets.items()):
        write_file(docs / path, text.encode() if isinstance(text, str) else text)
    run_engine(job, EnginePages(job.generated, only=frozenset(pages)))
    for path in assets:
        _put((docs / path).read_bytes(), finished / path)
    for path in pages:
        html = Path(path).with_suffix(".html")
        _put((job.staging / html).read_bytes(), finished / html)


def _put(content: bytes, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    replace_file(target, content)
