"""Brings a few pages of the finished site up to date, before the rest of it is built anew: for a live preview."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from auditloop.publish.engine import EnginePages
from auditloop.publish.running import SiteJob, run_engine
from auditloop.publish.tree import write_file


def refresh_pages(job: SiteJob, pages: Mapping[str, str], assets: Mapping[str, str | bytes], site_dir: Path) -> None:
    """Put pages (path of the Markdown file → text) and files into the language's pages and into its finished site.

    All the other pages stay as they are, the search index too. A whole build afterwards finds the pages as it would
    have made them. The caller holds the workspace's lock. Raises BuildFailed, OSError.
    """
    docs, finished = job.generated.docs_dir, site_dir / job.generated.lang
    files = {path: asset.encode() if isinstance(asset, str) else asset for path, asset in assets.items()}
    for path, content in (*files.items(), *((path, text.encode()) for path, text in pages.items())):
        write_file(docs / path, content)
    run_engine(job, EnginePages(job.generated, only=frozenset(pages)))
    for path, content in files.items():
        write_file(finished / path, content)
    for path in pages:
        html = Path(path).with_suffix(".html")
        write_file(finished / html, (job.staging / html).read_bytes())
