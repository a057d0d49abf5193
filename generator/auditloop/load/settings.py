"""mkdocs.yml as plain data: the few settings of the site that our own stages need before MkDocs is asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


class SettingsError(ValueError):
    """mkdocs.yml cannot be read; the text says why, with line and column."""


class _Tolerant(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Takes MkDocs' own tags (`!ENV`, `!!python/name:…`) as empty: MkDocs resolves them, we don't need them."""


_Tolerant.add_multi_constructor("", lambda loader, suffix, node: None)


def read_settings(path: Path) -> dict[str, Any]:
    """The content of mkdocs.yml; empty where there is no such file. Raises SettingsError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path.name}: cannot be read: {error}") from error
    try:
        data = yaml.load(text, Loader=_Tolerant)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        raise SettingsError(f"{path.name}{where}: {error.problem}") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise SettingsError(f"{path.name}: {error}") from error
    return data if isinstance(data, dict) else {}
