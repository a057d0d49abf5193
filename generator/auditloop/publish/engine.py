"""MkDocs as the site engine: its settings for one language, and the hooks that spare it needless work.

`EnginePages` is what both hosts plug in: our own build and the MkDocs plugin. Pages hold no logic that depends on it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from auditloop import resources
from auditloop.publish.chunks import Parted, part, put_back, seen, tightened
from auditloop.publish.generated import Generated
from auditloop.publish.reuse import BuiltPage, digest, keep_shell, recall, recall_shell, remember
from auditloop.publish.segmentation import teach
from auditloop.render.compiled import Compiled
from auditloop.render.escape import themed

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

EXTRA_CSS = ("assets/auditloop/auditloop.css",)
EXTRA_JAVASCRIPT = ("assets/auditloop/auditloop.js",)
ENGLISH_SEPARATOR = r"[\s\-,:;!?=\[\]()\"“”/·]+"
_THEME = Compiled()
_RECORD = re.compile(r"[A-Z]+-[A-Za-z0-9-]+")
KNOWN_PLUGINS = frozenset({"auditloop", "search", "material/search"})


def _yes() -> bool:
    return True


def _no() -> bool:
    return False


def apply_settings(config: MkDocsConfig, site: Generated) -> None:
    """Put one language's settings over those of mkdocs.yml. Safe to repeat."""
    from pathspec.gitignore import GitIgnoreSpec  # MkDocs' own form of not_in_nav

    config.docs_dir = str(site.docs_dir)
    config.use_directory_urls = False
    config.nav = site.nav
    config.not_in_nav = GitIgnoreSpec.from_lines(["*"])
    # Material asks the repository's host for stars and forks as soon as it knows one: our pages make no request
    # to anywhere, and carry edit links of their own.
    config.repo_url = None
    config.repo_name = None
    config.edit_uri = None
    config.theme["language"] = site.lang
    if site.title:
        config.site_name = themed(site.title)
    for path in EXTRA_CSS:
        if path not in config.extra_css:
            config.extra_css.append(path)
    for path in EXTRA_JAVASCRIPT:
        if path not in [str(script) for script in config.extra_javascript]:
            config.extra_javascript.append(path)
    if len(site.languages) > 1:
        config.extra["alternate"] = [
            {"name": name, "link": f"{site.start_of(lang)}index.html", "lang": lang}
            for lang, name in site.languages.items()
        ]
    if site.version:
        # Material's selector reads the listing of versions in the form of mike, one folder up.
        config.extra["version"] = {"provider": "mike", "alias": True}


def prepare_search(config: MkDocsConfig) -> None:
    """Teach search the field's terms (Chinese) and that brackets are no part of a word: "NPS" finds "(NPS)" (English).

    Before the search plugin reads its settings, and when the language is settled.
    """
    search = _search(config)
    terms = _terms(search)
    if terms:
        teach(terms)
        search.config["jieba_dict_user"] = None
    if search is not None and config.theme["language"] == "en" and not search.config.get("separator"):
        search.config["separator"] = ENGLISH_SEPARATOR


def _name_records(entries: Iterable[dict[str, Any]]) -> None:
    """A finding or action is found by its id before all that only shares words with it: titles weigh most."""
    for entry in entries:
        anchor = entry["location"].partition("#")[2]
        if _RECORD.fullmatch(anchor) and anchor not in entry["title"]:
            entry["title"] += f" {anchor}"


def _search(config: MkDocsConfig) -> Any:
    return config.plugins.get("material/search") or config.plugins.get("search")


def _terms(search: Any) -> Path | None:
    """The dictionary that Chinese is cut by: the organisation's own, else ours.

    A path that leads nowhere is left for the search plugin to complain of.
    """
    if search is None or "jieba_dict_user" not in search.config:
        return None
    own = search.config["jieba_dict_user"]
    terms = Path(own) if own else resources.templates_dir() / "words" / "zh-terms.txt"
    return terms if terms.is_file() else None


def language_url(site_url: str | None, lang: str, version: str | None = None) -> str | None:
    """Address of one language's site, or of one version of it, below the site's address."""
    below = f"{lang}/{version}/" if version else f"{lang}/"
    return urljoin(site_url.rstrip("/") + "/", below) if site_url else None


class EnginePages:
    """MkDocs events for one language: HTML blocks go round the engine, and so do pages it would make the same of again.

    `memory` is the folder where what the engine makes is kept from build to build. `only`: pages (paths of Markdown
    files) that are wanted alone; nothing else is written then, and nothing is remembered.
    """

    def __init__(self, site: Generated, *, memory: Path | None = None, only: Collection[str] | None = None) -> None:
        self.site = site
        self.memory = memory if only is None else None
        self.only = only
        self.frame = ""
        self.reused: dict[str, BuiltPage] = {}
        self._sources: dict[str, str] = {}
        self._shells: dict[str, str] = {}
        self._parted: dict[str, Parted] = {}
        self._urls: dict[str, str] = {}

    # -- which pages have to be built -------------------------------------------------------------------------------

    def reuse(self, config: MkDocsConfig) -> bool:
        """Write every page whose shell is known from the last build; whether there are any that need no building."""
        if self.only is not None:
            return True
        if self.memory is None:
            return False
        self.frame = self._frame(config)
        can_reuse = set(config.plugins) <= KNOWN_PLUGINS and not config.hooks
        known = recall(self.memory, self.frame) if can_reuse else {}
        for path in sorted(self.site.docs_dir.rglob("*.md")):
            name = path.relative_to(self.site.docs_dir).as_posix()
            content = path.read_bytes()
            parted = part(content.decode()) if name in self.site.pages else None
            self._sources[name] = source = digest(seen(parted).encode() if parted else content)
            page = known.get(name)
            if page is None or page.source != source:
                continue
            shell = recall_shell(self.memory, name, page)
            if shell is not None:
                self._write(Path(config.site_dir), name, shell, parted)
                self.reused[name] = page
        return bool(self.reused)

    def _write(self, site_dir: Path, name: str, shell: str, parted: Parted | None) -> None:
        html = Path(name).with_suffix(".html")
        (site_dir / html).parent.mkdir(parents=True, exist_ok=True)
        finished = self._finished(shell, parted, html.as_posix()) if parted else shell
        (site_dir / html).write_bytes(finished.encode("utf-8", "xmlcharrefreplace"))

    def _frame(self, config: MkDocsConfig) -> str:
        """Everything but its own Markdown that a page's HTML depends on."""
        import material
        import mkdocs

        from auditloop import __version__

        settings = Path(config.config_file_path).read_text(encoding="utf-8") if config.config_file_path else ""
        assets = {
            name: digest(path.read_bytes())
            for name in EXTRA_CSS
            for path in [self.site.docs_dir / name]
            if path.is_file()
        }
        custom = config.theme.custom_dir
        theme = (
            {
                path.relative_to(custom).as_posix(): digest(path.read_bytes())
                for path in sorted(Path(custom).rglob("*"))
                if path.is_file()
            }
            if custom
            else {}
        )
        terms = _terms(_search(config))
        parts = [
            __version__,
            mkdocs.__version__,
            getattr(material, "__version__", ""),
            settings,
            self.site.lang,
            self.site.title,
            self.site.nav,
            dict(self.site.languages),
            self.site.version,
            config.site_url,
            digest(terms.read_bytes()) if terms else None,
            assets,
            theme,
        ]
        return digest(json.dumps(parts, sort_keys=True, default=str).encode())

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        env.bytecode_cache = _THEME
        return env

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        for file in files.documentation_pages() if self.only is None else files:
            wanted = file.src_uri not in self.reused if self.only is None else file.src_uri in self.only
            file.is_modified = _yes if wanted else _no  # type: ignore[method-assign]
        return files

    # -- HTML blocks go round Markdown ------------------------------------------------------------------------------

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        if page.file.src_uri not in self.site.pages:
            return markdown
        parted = self._parted[page.file.src_uri] = part(markdown)
        return parted.markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        parted = self._parted.get(page.file.src_uri)
        return put_back(html, parted.blocks, searched=True) if parted else html

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        name = page.file.src_uri
        parted = self._parted.pop(name, None)
        if parted:
            output = tightened(output)
        if self.memory is not None:
            self._shells[name] = keep_shell(self.memory, name, output)
        return self._finished(output, parted, page.file.url) if parted else output

    def _finished(self, shell: str, parted: Parted, url: str) -> str:
        return self._same_page(put_back(shell, parted.blocks, searched=False), url)

    def _same_page(self, output: str, url: str) -> str:
        """The language switch leads to this page in the other language: every generated page exists in each.

        Only links that readers follow: from `<link rel="alternate">` Material finds the other language's root.
        """
        for lang in self.site.languages:
            other = "../" * url.count("/") + self.site.start_of(lang)
            output = output.replace(f'<a href="{other}index.html"', f'<a href="{other}{url}"')
        return output

    # -- the search index and the memory of this build --------------------------------------------------------------

    def on_nav(self, nav: Any, *, config: MkDocsConfig, files: Files) -> Any:
        self._urls = {file.src_uri: file.url for file in files.documentation_pages()}
        return nav

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Complete the search index with the entries of reused pages, in a whole build's order; remember it all."""
        index = getattr(_search(config), "search_index", None)
        _name_records(getattr(index, "entries", ()))
        if self.memory is None:
            return
        fresh: dict[str, list[dict[str, Any]]] = {}
        for entry in getattr(index, "entries", ()):
            fresh.setdefault(entry["location"].partition("#")[0], []).append(entry)
        built: dict[str, BuiltPage] = {}
        for name, url in self._urls.items():
            if name in self.reused:
                built[name] = self.reused[name]
            elif name in self._shells:
                built[name] = BuiltPage(self._sources[name], self._shells[name], fresh.get(url, []))
        if index is not None and self.reused:
            index.entries = [entry for page in built.values() for entry in page.entries]
        remember(self.memory, self.frame, built)
