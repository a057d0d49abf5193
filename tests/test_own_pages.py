"""What an organisation adds or replaces: pages of its own, a template, a word, a style."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from auditloop import resources
from building import build_here, make_workspace

pytestmark = pytest.mark.slow


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One build with everything that an organisation can add."""
    workspace = make_workspace(tmp_path_factory.mktemp("own"))
    write(workspace / "docs" / "contact.md", "# Contact 联系\n\nAsk *us* about [teams](teams/index.md).\n")
    write(workspace / "docs" / "zh" / "rules.md", "# 我们的规矩\n\n先问候。\n")
    write(workspace / "docs" / "en" / "rules.md", "# Our rules\n\nGreet first.\n")
    write(workspace / "docs" / "en" / "guide" / "start.md", "# A guide\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    write(workspace / "docs" / "files" / "plan.txt", "a plan")
    write(workspace / "docs" / ".hidden.md", "# Not for readers\n")
    shipped = resources.templates_dir()
    page = (shipped / "pages" / "teams.md.j2").read_text(encoding="utf-8")
    page = page.replace("{% block body %}", "{% block body %}\nOur own words.\n", 1)
    write(workspace / "site_templates" / "pages" / "teams.md.j2", page)
    write(workspace / "site_templates" / "words" / "en.toml", '[nav]\nteams = "Our crews"\n')
    style = (shipped / "assets" / "auditloop.css").read_text(encoding="utf-8")
    write(workspace / "site_templates" / "assets" / "auditloop.css", style + "\n.our-own { color: teal }\n")
    write(workspace / "site_templates" / "assets" / "logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    build_here(workspace)
    return workspace / "site"


def text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def test_a_page_for_all_is_in_every_language(site: Path) -> None:
    """docs/<name>.md: converted, linked from the navigation's last section, with links to generated pages."""
    for lang, section in (("zh", "更多"), ("en", "More")):
        page = text(site / lang / "contact.html")
        assert "Ask <em>us</em>" in page
        assert 'href="teams/index.html"' in page
        assert section in text(site / lang / "index.html")
        assert 'href="contact.html"' in page or "contact.html" in text(site / lang / "index.html")


def test_a_page_in_one_language_is_in_that_one_only(site: Path) -> None:
    """docs/zh/ and docs/en/: the same address holds each language's own page; the other's stays away."""
    assert "我们的规矩" in text(site / "zh" / "rules.html")
    assert "Our rules" in text(site / "en" / "rules.html")
    assert "<td>1</td>" in text(site / "en" / "guide" / "start.html")
    assert not (site / "zh" / "guide").exists()
    assert not (site / "zh" / "en").exists()


def test_files_are_copied_and_hidden_ones_are_not(site: Path) -> None:
    """What pages refer to travels with them."""
    assert text(site / "zh" / "files" / "plan.txt") == text(site / "en" / "files" / "plan.txt") == "a plan"
    assert not list(site.rglob("*hidden*"))


def test_own_pages_can_be_searched(site: Path) -> None:
    """A hand-written page is as easy to find as a generated one."""
    index = json.loads((site / "en" / "search" / "search_index.json").read_bytes())

    assert any(entry["location"].startswith("rules.html") for entry in index["docs"])


def test_own_templates_words_and_assets_replace_the_shipped_ones(site: Path) -> None:
    """A file of the same name in site_templates/ wins; what it does not name stays as shipped."""
    assert "Our own words." in text(site / "en" / "teams" / "index.html")
    assert "Our own words." not in text(site / "en" / "audits" / "index.html")
    assert "Our crews" in text(site / "en" / "index.html")
    assert "Our crews" not in text(site / "zh" / "index.html")
    assert ".our-own" in text(site / "en" / "assets" / "auditloop" / "auditloop.css")
    assert (site / "zh" / "assets" / "auditloop" / "logo.svg").is_file()
    assert (site / "zh" / "assets" / "auditloop" / "auditloop.js").is_file()
