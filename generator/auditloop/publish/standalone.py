"""The settings file beside the generated pages, with which other engines of the MkDocs family build them alone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from auditloop.publish.engine import EXTRA_CSS, EXTRA_JAVASCRIPT
from auditloop.publish.generated import Generated
from auditloop.render.escape import themed

_TAKEN_OVER = ("copyright", "site_author", "site_description", "markdown_extensions")


def standalone_config(site: Generated, settings: Mapping[str, Any]) -> str:
    """build/<lang>/mkdocs.yml. Written as JSON, which is YAML, so that no reader can differ on it."""
    theme = settings.get("theme")
    look = dict(theme) if isinstance(theme, Mapping) else {"name": theme or "material"}
    look.pop("custom_dir", None)  # lies relative to the workspace's own mkdocs.yml
    config: dict[str, Any] = {
        "site_name": themed(site.title),
        **{key: settings[key] for key in _TAKEN_OVER if settings.get(key)},
        "docs_dir": "docs",
        "site_dir": "site",
        "use_directory_urls": False,
        "theme": {**look, "language": site.lang, "font": False},
        "plugins": ["search"],
        "nav": site.nav,
        "extra_css": list(EXTRA_CSS),
        "extra_javascript": list(EXTRA_JAVASCRIPT),
    }
    return (
        "# Generated; edits are lost. Builds with any engine of the MkDocs family.\n"
        + json.dumps(config, ensure_ascii=False, indent=2, default=str)
        + "\n"
    )
