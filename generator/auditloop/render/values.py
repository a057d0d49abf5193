"""What rendering is told and what it gives: settings in; pages, assets and navigation out. Plain values."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from auditloop.assess.changes import Changes
from auditloop.problems import Problem

if TYPE_CHECKING:
    from auditloop.render.sheets import RegisterBook


@dataclass(frozen=True, slots=True)
class Page:
    """One Markdown page with YAML front matter; `path` ends in `.md` and uses forward slashes."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Asset:
    path: str
    content: str | bytes


@dataclass(frozen=True, slots=True)
class NavItem:
    title: str
    path: str | None
    children: tuple[NavItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    lang: str
    title: str
    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    nav: tuple[NavItem, ...]
    registers: RegisterBook


@dataclass(frozen=True, slots=True)
class RenderSettings:
    lang: str
    languages: tuple[str, ...]
    template_dirs: tuple[Path, ...]
    """Where templates and words are looked for; the organisation's own first, the shipped ones last."""
    site_url: str | None = None
    """Address of this language's site, with a trailing slash; None: nobody knows where it will stand."""
    repo_url: str | None = None
    """Web address of the repository; None: places in files are shown as text."""
    branch: str = "main"
    edit_pattern: str | None = None
    """For a host that is not recognised: `{repo}/edit/{branch}/{path}#L{line}`."""
    source_prefix: str = ""
    """Folder of the workspace inside the repository, with a trailing slash; empty at the top."""
    version_label: str | None = None
    changes: Changes | None = None
    """What is new since the version published before; None: there is none."""
    problems: tuple[Problem, ...] = ()
    """What validation said about the data; shown on the data-quality page."""
    schema_files: tuple[str, ...] = ()
    """Names of the schema files published under `downloads/schema/`."""
