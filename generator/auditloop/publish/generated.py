"""What generation leaves in build/<language>/: the pages on disk and how an engine is to present them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from auditloop.render.site import NavItem


@dataclass(frozen=True, slots=True)
class Generated:
    """One language's pages, ready for a site engine."""

    lang: str
    title: str
    docs_dir: Path
    nav: list[dict[str, Any]]
    """In the form of MkDocs' `nav`."""
    pages: frozenset[str]
    """Paths of our own pages below docs_dir; the others were written by hand."""
    languages: Mapping[str, str]
    """Every language of the site → its own name, for the language switch."""
    theme: Mapping[str, Any] = field(default_factory=dict)
    version: str | None = None
    """Its name where it is published as one of several: it then lies one folder deeper."""

    def start_of(self, lang: str) -> str:
        """The folder of another language's site, from this one's."""
        return f"../../{lang}/{self.version}/" if self.version else f"../{lang}/"


def nav_of(items: Sequence[NavItem]) -> list[dict[str, Any]]:
    """Navigation in MkDocs' form. A section with a page of its own has that page first, as section indexes want it."""
    from auditloop.render.escape import themed

    nav: list[dict[str, Any]] = []
    for item in items:
        title = themed(item.title)
        own = [{title: item.path}] if item.path else []
        nav.append({title: [*own, *nav_of(item.children)]} if item.children else own[0])
    return nav
