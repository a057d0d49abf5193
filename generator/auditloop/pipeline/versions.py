"""… → publish, as one version of several: render, build beside the site, hand over to the place of the versions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from auditloop.config import Config
from auditloop.pipeline.assessing import Assessed
from auditloop.pipeline.generating import alone, site_languages
from auditloop.pipeline.languages import beside, make_languages
from auditloop.pipeline.outcomes import LANGUAGE_NAMES, Progress, silent
from auditloop.pipeline.settled import settled

if TYPE_CHECKING:
    from auditloop.assess.changes import Changes
    from auditloop.publish.versions import Published, Store, Wanted


def store_of(config: Config, *, folder: Path | None, branch: str, remote: str | None) -> Store:
    """The place of the published versions: a folder where one is named, else a branch. Raises Refused."""
    from auditloop.publish.versions import BranchStore, FolderStore

    return FolderStore(folder) if folder else BranchStore(config.root, branch, remote)


def publish_version(
    config: Config, assessed: Assessed, store: Store, wanted: Wanted, progress: Progress = silent
) -> bool:
    """Publish what was assessed, in every language; whether anything changed. Raises CannotBuild, Refused, OSError."""
    from auditloop.publish.root_page import root_page
    from auditloop.publish.versions import publish

    with alone(config, progress), settled(), beside(config, ".publish-") as staging:
        changes = _since(config, assessed, store, wanted.version)
        made = make_languages(
            *(config, assessed, staging, progress), memory="published", version=wanted.version, changes=changes
        )
        progress("publish", 0, 0)
        folders = {site.lang: staging / site.lang for site in made.sites}
        return publish(store, wanted, folders, root_page(made.sites).encode())


def _since(config: Config, assessed: Assessed, store: Store, version: str) -> Changes | None:
    """What is new since the version published before; None for the first. Raises Refused where it cannot be read."""
    from auditloop.assess import ResultsError, decode
    from auditloop.assess.changes import Noticed, compare_results
    from auditloop.publish.versions import Refused, results_before

    found = results_before(store, site_languages(assessed.workspace), version)
    if found is None:
        return None
    name, raw = found
    try:
        before = decode(raw)
    except ResultsError as error:
        raise Refused("results-unreadable", name=name, error=error) from None
    return compare_results(Noticed(before, name), Noticed(assessed.results, version), assessed.results.generator)


def published_versions(store: Store) -> list[Published]:
    """Newest first. Raises Refused."""
    from auditloop.publish.versions import listed

    return listed(store, tuple(LANGUAGE_NAMES))


def withdraw_versions(store: Store, names: list[str]) -> None:
    """Take versions or aliases away, in every language. Raises Refused, OSError."""
    from auditloop.publish.versions import withdraw

    withdraw(store, names, tuple(LANGUAGE_NAMES))
