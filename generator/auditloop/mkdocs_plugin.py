"""The MkDocs host: a plain `mkdocs build` or `mkdocs serve` generates first. A thin adapter over `pipeline`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config import config_options
from mkdocs.config.base import Config as MkDocsOptions
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from auditloop import pipeline
from auditloop.config import ConfigError
from auditloop.publish.engine import EnginePages, apply_settings, prepare_search


class AuditloopOptions(MkDocsOptions):  # type: ignore[no-untyped-call]
    as_of = config_options.Optional(config_options.Type(object))
    language = config_options.Optional(config_options.Type(str))
    repository = config_options.Optional(config_options.Type(str))
    branch = config_options.Optional(config_options.Type(str))
    edit_pattern = config_options.Optional(config_options.Type(str))
    version_label = config_options.Optional(config_options.Type(str))


class AuditloopPlugin(BasePlugin[AuditloopOptions]):  # type: ignore[no-untyped-call]
    """Generates the pages of one language, then lets `EnginePages` speed MkDocs through them."""

    def __init__(self) -> None:
        super().__init__()
        self._adopted: EnginePages | None = None
        self._pages: EnginePages | None = None

    def adopt(self, pages: EnginePages) -> None:
        """Use pages that `auditloop build` has generated already."""
        self._adopted = pages

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        # The search plugin takes its language from the theme in this event, so ours is settled before it.
        if self._adopted:
            apply_settings(config, self._adopted.site)
        else:
            config.use_directory_urls = False
            config.theme["language"] = self.config.language or config.theme["language"] or "zh"
        prepare_search(config)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        if self._adopted:
            self._pages = self._adopted
            return
        root = Path(config.config_file_path).parent
        try:
            generated = pipeline.generate_language(root, str(config.theme["language"]))
        except (ConfigError, pipeline.Stop, pipeline.CannotBuild) as stop:
            raise PluginError(str(stop)) from None
        self._pages = EnginePages(generated)
        apply_settings(config, generated)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        return self._pages.on_files(files, config=config) if self._pages else files

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        return self._pages.on_env(env, config=config, files=files) if self._pages else env

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Any:
        return self._pages.on_nav(nav, config=config, files=files) if self._pages else nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        return (
            self._pages.on_page_markdown(markdown, page=page, config=config, files=files) if self._pages else markdown
        )

    @event_priority(100)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        return self._pages.on_page_content(html, page=page, config=config, files=files) if self._pages else html

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        return self._pages.on_post_page(output, page=page, config=config) if self._pages else output

    @event_priority(100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if self._pages:
            self._pages.on_post_build(config=config)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Watch what people edit instead of what we generate from it."""
        root = Path(config.config_file_path).parent
        server.unwatch(config.docs_dir)
        for folder in pipeline.watched_folders(root):
            server.watch(str(folder))
        return server
