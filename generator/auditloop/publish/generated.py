"""What generation leaves in build/<language>/: the pages on disk and how an engine is to present them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


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
