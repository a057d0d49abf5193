"""Other ways to the same site: MkDocs by itself, and other engines of its family on the generated pages."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from mkdocs.config import load_config

from building import build_here, change, differing, environment, files_of, make_workspace

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small workspace with a page of its own, built by `auditloop build`."""
    folder = make_workspace(tmp_path_factory.mktemp("engines"))
    (folder / "docs").mkdir()
    (folder / "docs" / "contact.md").write_text("# Contact\n\nAsk *us*.\n", encoding="utf-8")
    build_here(folder)
    return folder


def engine(module: str, *arguments: object, cwd: Path) -> None:
    """Run a site engine of this environment as its command does."""
    done = subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)],
        cwd=cwd,
        env=environment(SOURCE_DATE_EPOCH="1789430400"),  # 2026-09-15, the day in the workspace's mkdocs.yml
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_plain_mkdocs_build_gives_the_language_of_the_theme_byte_for_byte(workspace: Path, tmp_path: Path) -> None:
    """The plugin generates first; the site is the one that `auditloop build` makes, apart from the other language."""
    engine("mkdocs", "build", "--quiet", "--site-dir", tmp_path / "plain", cwd=workspace)

    plain, ours = files_of(tmp_path / "plain"), files_of(workspace / "site" / "zh")

    assert differing(without_switch(plain), without_switch(ours)) == []


def without_switch(files: dict[str, bytes]) -> dict[str, bytes]:
    """A build of one language has nothing to switch to; sitemaps are packed with the time of packing."""
    switch = re.compile(rb'<div class="md-header__option">\s*<div class="md-select">.*?</div>\s*</div>\s*</div>', re.S)
    alternate = re.compile(rb'\s*<link rel="alternate"[^>]*>')
    return {
        path: re.sub(rb"\s+", b" ", alternate.sub(b"", switch.sub(b"", content))) if path.endswith(".html") else content
        for path, content in files.items()
        if not path.endswith(".gz")
    }


def test_generating_again_touches_no_file(workspace: Path) -> None:
    """`mkdocs serve` rebuilds when a file changes: a generation that rewrote equal files would loop for ever."""
    before = {path: path.stat().st_mtime_ns for path in (workspace / "build").rglob("*") if path.is_file()}
    config = load_config(str(workspace / "mkdocs.yml"))
    plugin = config.plugins["auditloop"]

    for _ in range(2):
        plugin.on_pre_build(config=config)

    changed = [path for path, touched in before.items() if path.name != ".lock" and path.stat().st_mtime_ns != touched]
    assert changed == []


def assert_whole(site: Path, lang: str) -> None:
    """Pages, tables, drawings and anchors are there, and no HTML shows as text."""
    pages = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    assert {"index.html", "method.html", "contact.html", "audits/front-desk-2026-08.html"} <= pages.keys()
    kpi, findings = pages["kpis/waiting-time.html"], pages["findings/2026.html"]
    assert "</svg>" in kpi
    assert "9.8" in kpi
    assert 'id="F-desk-2026-003"' in findings
    assert pages["actions/index.html"].count("<tr") > 4
    assert "Old signs &lt;b&gt;remain&lt;/b&gt;" in pages["audits/front-desk-2026-08.html"]
    assert (site / "assets" / "auditloop" / "vega.js").is_file()
    assert (site / "downloads" / "results.json").is_file()
    for path, html in pages.items():
        shown = re.sub(r"<script.*?</script>", "", html, flags=re.S)
        assert not re.search(r"&lt;/?(div|table|t[rdh]|svg|figure|span)\b", shown), path
        assert "{%" not in shown
        assert "{: " not in shown
    assert f'lang="{lang}"' in pages["index.html"]


@pytest.mark.parametrize("module", ["mkdocs", "properdocs"])
def test_the_generated_pages_build_alone(workspace: Path, tmp_path: Path, module: str) -> None:
    """build/<lang>/mkdocs.yml needs no plugin of ours: MkDocs and ProperDocs make the pages of it."""
    pytest.importorskip(module, reason="comes with the extra `engines`")

    engine(module, "build", "-q", "-f", "build/en/mkdocs.yml", "-d", tmp_path / "site", cwd=workspace)

    assert_whole(tmp_path / "site", "en")


def test_the_generated_pages_build_with_zensical(workspace: Path) -> None:
    """The successor that Material's makers write: same pages from the same file."""
    pytest.importorskip("zensical", reason="comes with the extra `engines`")

    engine("zensical", "build", "-f", "build/en/mkdocs.yml", cwd=workspace)

    assert_whole(workspace / "build" / "en" / "site", "en")


def test_the_settings_for_other_engines_name_no_plugin_of_ours(workspace: Path) -> None:
    """Engines that run no MkDocs plugins read the same file."""
    settings = yaml.safe_load((workspace / "build" / "zh" / "mkdocs.yml").read_text(encoding="utf-8"))

    assert settings["plugins"] == ["search"]
    assert settings["theme"]["language"] == "zh"


def test_the_plugin_says_what_is_wrong_in_the_data(workspace: Path, tmp_path: Path) -> None:
    """A plain `mkdocs build` of broken data ends with the first problem's place, not with a traceback."""
    broken = make_workspace(tmp_path / "broken")
    change(broken / "audits" / "actions.yml", "owner: repair", "owner: nobody-here")
    (broken / "docs").mkdir()

    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=broken,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 1
    assert "audits/actions.yml:30:12" in done.stderr
    assert "Traceback" not in done.stderr
