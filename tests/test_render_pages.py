"""Generated pages are whole: valid chunks, no dead link, one title, unique anchors, and text stays text."""

import itertools
import re

import pytest
import yaml

from rendered import BUILDERS, MARK, Dom, dom, front_matter, nasty

EVERY = [(name, lang) for name in BUILDERS for lang in ("zh", "en")]
ALLOWED = re.compile(r"^(https?://|mailto:|#|(\.\./)*[\w./%-]+\.(html|csv|json|svg|js|xml|ics|xlsx)(#[\w.-]*)?$)")


@pytest.fixture(params=EVERY, ids=lambda p: f"{p[0]}-{p[1]}", scope="module")
def site(request):
    name, lang = request.param
    return BUILDERS[name](lang)


@pytest.fixture(scope="module")
def doms(site):
    name, lang = next(each for each in EVERY if BUILDERS[each[0]](each[1]) is site)
    return {page.path: dom(name, lang, page.path) for page in site.pages}


def test_every_html_chunk_is_balanced_and_stands_alone(site):
    """A chunk that begins with `<` closes all it opens, so that an engine can take it out and put it back."""
    for page in site.pages:
        for chunk in front_matter(page.text)[1].split("\n\n"):
            if chunk.strip().startswith("<"):
                assert Dom(chunk).errors == [], (page.path, chunk[:200])


def test_markdown_leaves_the_chunks_as_they_are(site, doms):
    """After conversion nothing is wrapped, broken or doubled."""
    for path, tree in doms.items():
        assert tree.errors == [], path


def test_no_template_or_markdown_syntax_shows(doms):
    """Attribute lists and template marks never reach the reader, except where data holds them."""
    for path, tree in doms.items():
        own = tree.words.replace("{{ 7*7 }}", "").replace("{% raw %}", "").replace("{: onclick=alert(3) }", "")
        assert "{:" not in own and "{{" not in own and "{%" not in own, path


def test_one_title_and_headings_in_order(doms):
    """One h1 per page; no level is skipped."""
    for path, tree in doms.items():
        levels = [int(tag[1]) for tag, _ in tree.elements if re.fullmatch("h[1-6]", tag)]
        assert levels.count(1) == 1, path
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels)), (path, levels)


def test_anchors_are_unique_and_ascii(doms):
    """No id twice on a page, and the same kind of ids in every language."""
    for path, tree in doms.items():
        ids = tree.all("id")
        assert len(ids) == len(set(ids)), (path, sorted(i for i in ids if ids.count(i) > 1))
        assert all(i.isascii() for i in ids), path


def test_both_languages_have_the_same_pages_and_anchors():
    """A link with an anchor works after switching the language."""
    for name, build in BUILDERS.items():
        zh, en = ([page.path for page in build(lang).pages] for lang in ("zh", "en"))
        assert zh == en
        for path in zh:
            assert set(dom(name, "zh", path).all("id")) == set(dom(name, "en", path).all("id")), path


def test_every_link_leads_somewhere(site, doms):
    """Relative links name a page or file of the site and an anchor that is there."""
    files = {page.path.removesuffix(".md") + ".html" for page in site.pages} | {asset.path for asset in site.assets}
    files |= {"downloads/results.json", "downloads/registers.xlsx"}
    anchors = {path.removesuffix(".md") + ".html": set(tree.all("id")) for path, tree in doms.items()}
    for path, tree in doms.items():
        here = path.removesuffix(".md") + ".html"
        folder = path.rsplit("/", 1)[0] + "/" if "/" in path else ""
        for href in tree.all("href"):
            assert ALLOWED.match(href), (path, href)
            if href.startswith(("http", "mailto")):
                continue
            target, _, anchor = href.partition("#")
            name = here if not target else target[3:] if target.startswith("../") else folder + target
            assert name in files, (path, href)
            assert not anchor or anchor in anchors.get(name, {anchor}), (path, href)


def test_text_of_the_data_stays_text():
    """Scripts, handlers and templates in YAML are words on the page."""
    for lang in ("zh", "en"):
        seen = 0
        for page in nasty(lang).pages:
            found = dom("nasty", lang, page.path)
            tags = {tag for tag, _ in found.elements}
            assert not tags & {"script", "javascript", "b"}, page.path
            pictures = [attrs.get("src") or "" for tag, attrs in found.elements if tag == "img"]
            assert all(src.startswith(("../pictures/", "badges/")) for src in pictures), page.path
            assert not [name for _, attrs in found.elements for name in attrs if name.startswith("on")], page.path
            assert not [href for href in found.all("href") if "javascript" in href], page.path
            assert "\u202e" not in page.text, page.path
            seen += MARK in found.words
        assert seen > 10


def test_front_matter_is_harmless_where_a_theme_prints_it(site):
    """Title and description are YAML strings that hold no live HTML, even after entities are undone."""
    for page in site.pages:
        front = yaml.safe_load(front_matter(page.text)[0])
        for value in (front["title"], front["description"]):
            assert isinstance(value, str) and value.strip()
            assert "<" not in value and '"' not in value
            assert "\n" not in value


def test_tables_have_heads_captions_and_labels(site, doms):
    """Every table says what it shows, its heads say what for, and there are seven columns at most."""
    for path, tree in doms.items():
        tables = [attrs for tag, attrs in tree.elements if tag == "table" and "al-table" in str(attrs.get("class"))]
        assert len([1 for tag, _ in tree.elements if tag == "caption"]) >= len(tables), path
        for tag, attrs in tree.elements:
            if tag == "th":
                assert attrs.get("scope") in {"col", "row", "colgroup"}, path
    heads = re.compile(r"<thead><tr>(.*?)</tr></thead>", re.DOTALL)
    for page in site.pages:
        if "form_" not in page.path:
            assert all(head.count("<th ") <= 7 for head in heads.findall(page.text)), page.path


def test_prose_is_searchable_and_tables_are_not(site):
    """Outside the excluded chunks a page leaves little for the search index."""
    for page in site.pages:
        body = front_matter(page.text)[1]
        kept = [c for c in body.split("\n\n") if not c.strip().startswith("<div data-search-exclude")]
        assert all("<table" not in c for c in kept), page.path


def test_navigation_names_existing_pages(site):
    """Every entry of the navigation is a page."""
    paths = {page.path for page in site.pages}

    def walk(items):
        for item in items:
            assert item.path is None or item.path in paths, item
            walk(item.children)

    walk(site.nav)


def test_every_page_that_is_no_record_is_in_the_navigation(site):
    """Pages of the whole organisation can be reached from everywhere; records are reached from their lists."""

    def paths(items):
        for item in items:
            yield item.path
            yield from paths(item.children)

    whole = {page.path for page in site.pages if "/" not in page.path or page.path.endswith("/index.md")}

    assert whole - set(paths(site.nav)) == set()


def test_rendering_twice_gives_the_same_bytes():
    """Same input, same pages."""
    first = {p.path: p.text for p in nasty("en").pages}
    nasty.cache_clear()
    assert {p.path: p.text for p in nasty("en").pages} == first


def test_csv_holds_no_formula_and_reads_back():
    """Each row has as many cells as the head; no cell starts like a formula."""
    import csv
    import io

    for asset in nasty("en").assets:
        if asset.path.startswith("downloads/"):
            assert asset.content.startswith("\ufeff")
            rows = list(csv.reader(io.StringIO(asset.content.removeprefix("\ufeff"))))
            assert {len(row) for row in rows} == {len(rows[0])}, asset.path
            assert not [c for row in rows for c in row if c[:1] in "=+@" and c], asset.path
