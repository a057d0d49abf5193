"""A preview brings the pages that are open up to date before it builds the rest: what they then show is final."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from auditloop import pipeline
from auditloop.config import Config
from building import build_here, built_workspace, change, differing, files_of, make_workspace

pytestmark = pytest.mark.slow

AUDIT = "en/audits/front-desk-2026-08.html"
KPI = "en/kpis/waiting-time.html"


def config_of(workspace: Path) -> Config:
    return pipeline.read_config(workspace, environ={})


class Previewed:
    """A workspace with its site, and what a preview does with it."""

    def __init__(self, workspace: Path) -> None:
        self.workspace = workspace
        self.preview = pipeline.Preview()
        self.preview.build(config_of(workspace))

    def show(self, *in_view: str) -> frozenset[str]:
        config = config_of(self.workspace)
        return self.preview.show(config, self.preview.assess(config), in_view)

    def complete(self, superseded: bool = False) -> None:
        config = config_of(self.workspace)
        self.preview.complete(config, self.preview.assess(config), lambda: superseded)

    def site(self) -> dict[str, bytes]:
        return files_of(self.workspace / "site")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace that has been built once; previews work on copies."""
    return built_workspace(tmp_path_factory.mktemp("built"), "en")


@pytest.fixture
def previewed(built: Path, tmp_path: Path) -> Previewed:
    shutil.copytree(built, tmp_path / "previewed", symlinks=True)
    return Previewed(tmp_path / "previewed")


def save(workspace: Path) -> None:
    """One answer and one value: audits, indicators, charts and sentences change."""
    change(workspace / "audits" / "audit-2026-08.yml", 'greeting: "yes"', "greeting: partial")
    change(workspace / "audits" / "waiting-time.yml", "value: 4.4,", "value: 3.31,")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site that a build from nothing makes of what is saved."""
    workspace = make_workspace(tmp_path_factory.mktemp("fresh"), "en")
    save(workspace)
    build_here(workspace)
    return files_of(workspace / "site")


def test_every_page_shows_at_once_what_a_whole_build_shows(previewed: Previewed, whole: dict[str, bytes]) -> None:
    """All pages but those that need more than the data are made alone, byte for byte, and only they are touched."""
    before = previewed.site()
    assert AUDIT in differing(before, whole) and KPI in differing(before, whole)
    ours = previewed.preview.known.sites["en"].pages
    pages = {f"en/{path.removesuffix('.md')}.html" for path in ours}
    save(previewed.workspace)

    shown = previewed.show(*pages)

    site = previewed.site()
    assert pages - shown == {"en/downloads.html", *(page for page in pages if page.startswith("en/reports/"))}
    assert [page for page in sorted(shown) if site[page] != whole[page]] == []
    charts = {path for path in differing(before, site) if path.startswith("en/assets/charts/")}
    assert charts and all(site[path] == whole[path] for path in charts)
    assert set(differing(before, site)) - charts <= shown


def test_pages_that_nobody_looks_at_wait_for_the_whole(previewed: Previewed, whole: dict[str, bytes]) -> None:
    """First the one page alone, then the site of a build from nothing."""
    before = previewed.site()
    save(previewed.workspace)

    assert previewed.show(AUDIT) == {AUDIT}
    assert differing(previewed.site(), before) == [AUDIT]

    previewed.complete()
    assert differing(previewed.site(), whole) == []


def test_each_language_is_shown_when_it_is_open(tmp_path: Path) -> None:
    """Also after a first build that gave each of them a process."""
    previewed = Previewed(make_workspace(tmp_path))
    before = previewed.site()
    save(previewed.workspace)

    assert previewed.show("zh/index.html", KPI) == {"zh/index.html", KPI}
    assert {"zh/index.html", KPI} <= set(differing(previewed.site(), before))


def test_what_cannot_be_made_alone_is_left_as_it_is(previewed: Previewed) -> None:
    """A page of no site, of another language, outside of the folder; and every page once the navigation is another."""
    before = previewed.site()
    save(previewed.workspace)
    assert previewed.show("en/nowhere.html", "zh/index.html", "../en/index.html", "en/../index.html", "") == frozenset()

    change(previewed.workspace / "audits" / "kpi-waiting-time.yml", "en: Average waiting time", "en: Time in the queue")
    assert previewed.show(AUDIT, KPI) == frozenset()
    assert differing(previewed.site(), before) == []


def test_a_newer_save_ends_the_build_of_an_older_one(previewed: Previewed, whole: dict[str, bytes]) -> None:
    """The site stays as it was, and the next round makes all of it."""
    before = previewed.site()
    save(previewed.workspace)

    with pytest.raises(pipeline.Superseded):
        previewed.complete(superseded=True)
    assert differing(previewed.site(), before) == []

    previewed.complete()
    assert differing(previewed.site(), whole) == []
