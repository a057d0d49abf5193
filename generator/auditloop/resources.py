"""Where shipped data lies: packaged in the wheel, or beside the source in a checkout of the repository."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_PLACES = (_PACKAGE / "_shipped", _PACKAGE.parents[1])
BUILT_IN = "builtin:"
"""Prefix of the file name of documents that travel in the package."""


@cache
def shipped(name: str) -> Path:
    """The folder `schema` or `site_templates`. Raises FileNotFoundError for a broken installation."""
    for place in _PLACES:
        if (place / name).is_dir():
            return place / name
    raise FileNotFoundError(f"auditloop is installed without its folder {name!r}; install it again")


def schema_dir() -> Path:
    return shipped("schema")


def templates_dir() -> Path:
    return shipped("site_templates")


def template_dirs(overrides: Path) -> tuple[Path, ...]:
    """Where templates and words are looked for, first to last; a checkout's own overrides are the shipped ones."""
    own = (overrides.resolve(),) if overrides.is_dir() else ()
    return tuple(dict.fromkeys((*own, templates_dir())))


def built_in_checklists() -> tuple[Path, ...]:
    return tuple(sorted((_PACKAGE / "checklists").glob("*.yml")))
