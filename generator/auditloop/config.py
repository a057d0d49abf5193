"""One frozen Config: everything the stages may be told, translated here from flags, environment and mkdocs.yml."""

from __future__ import annotations

import datetime as dt
import locale
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from auditloop.problems.shown import shown

LANGUAGES = ("zh", "en")
"""Languages that the tools and pages speak."""
PLUGIN_OPTIONS = ("as_of", "language", "repository", "branch", "edit_pattern", "version_label")
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
"""As for every date in the files; arithmetic with days needs some room on both sides."""


class ConfigError(ValueError):
    """A setting that cannot be used; the text says which and why."""


@dataclass(frozen=True, slots=True)
class Config:
    root: Path
    """The workspace: the folder that holds audits/ and mkdocs.yml."""
    as_of: dt.date
    judged_on: dt.date
    """The day that dates in the files are judged by: the later of `as_of` and today, so that a look back at an earlier
    day does not make mistakes of what has happened since."""
    lang: str = "en"
    """Language of messages."""
    page_language: str | None = None
    """The one language that a plain `mkdocs build` makes; None: the organisation's first."""
    site_url: str | None = None
    repository: str | None = None
    branch: str = "main"
    edit_pattern: str | None = None
    version_label: str | None = None
    site_name: str | None = None

    @property
    def build_dir(self) -> Path:
        return self.root / "build"

    @property
    def site_dir(self) -> Path:
        return self.root / "site"

    @property
    def cache_dir(self) -> Path:
        return self.root / ".cache"

    @property
    def mkdocs_yml(self) -> Path:
        return self.root / "mkdocs.yml"

    @property
    def handwritten_dir(self) -> Path:
        return self.root / "docs"

    @property
    def overrides_dir(self) -> Path:
        """Templates, words and assets of the organisation that replace the shipped ones of the same name."""
        return self.root / "site_templates"


def make_config(
    root: Path,
    settings: Mapping[str, Any],
    *,
    as_of: str | None = None,
    lang: str | None = None,
    environ: Mapping[str, str] = os.environ,
    today: dt.date | None = None,
) -> Config:
    """Settings are the content of mkdocs.yml (empty where there is none). Flags win over environment over settings.

    Raises ConfigError.
    """
    options = plugin_options(settings)
    unknown = sorted(str(option) for option in options if option not in PLUGIN_OPTIONS)
    if unknown:
        raise ConfigError(
            f"mkdocs.yml: plugin auditloop knows no option “{shown(unknown[0])}”; known: {', '.join(PLUGIN_OPTIONS)}"
        )
    day = _as_of(as_of, environ, options.get("as_of"), today)
    return Config(
        root=root.resolve(),
        as_of=day,
        judged_on=max(day, _as_of(None, environ, None, today)),
        lang=message_language(lang, environ),
        page_language=_known_language(options.get("language") or _theme_language(settings)),
        site_url=_text(settings, "site_url"),
        repository=_text(options, "repository") or _text(settings, "repo_url"),
        branch=_text(options, "branch") or "main",
        edit_pattern=_text(options, "edit_pattern"),
        version_label=_text(options, "version_label"),
        site_name=_text(settings, "site_name"),
    )


def plugin_options(settings: Mapping[str, Any]) -> dict[str, Any]:
    """The options under `plugins: - auditloop:` in mkdocs.yml, in either of the forms MkDocs takes.

    Raises ConfigError.
    """
    plugins = settings.get("plugins") or []
    if not isinstance(plugins, (Mapping, list)):
        raise ConfigError("mkdocs.yml: plugins: write a list, one “- name” on each line")
    entries = (
        plugins.items()
        if isinstance(plugins, Mapping)
        else [pair for entry in plugins if isinstance(entry, Mapping) for pair in entry.items()]
    )
    found = dict(entries).get("auditloop") or {}
    if not isinstance(found, Mapping):
        raise ConfigError("mkdocs.yml: plugin auditloop: write its options as lines “name: value”")
    return dict(found)


def message_language(lang: str | None, environ: Mapping[str, str] = os.environ) -> str:
    """`--lang`, else the locale's language where we speak it, else English. Raises ConfigError for an unknown one."""
    if lang:
        return _known_language(lang) or "en"
    spoken = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or _system_locale()
    return "zh" if spoken.lower().startswith("zh") else "en"


def today_or(flag: str | None, environ: Mapping[str, str] = os.environ) -> dt.date:
    """The day that a workspace without settings is made on. Raises ConfigError."""
    return _as_of(flag, environ, None, None)


def _system_locale() -> str:
    try:
        return locale.getlocale()[0] or ""
    except ValueError:
        return ""


def _known_language(value: object) -> str | None:
    if value is None:
        return None
    short = str(value).lower().replace("_", "-").split("-")[0]
    if short not in LANGUAGES:
        raise ConfigError(f"language “{shown(value)}” is not available; use one of {', '.join(LANGUAGES)}")
    return short


def _theme_language(settings: Mapping[str, Any]) -> object:
    theme = settings.get("theme")
    return theme.get("language") if isinstance(theme, Mapping) else None


def _as_of(flag: str | None, environ: Mapping[str, str], setting: object, today: dt.date | None) -> dt.date:
    if flag:
        return read_date(flag, "--as-of")
    if epoch := environ.get("SOURCE_DATE_EPOCH"):
        try:
            return read_date(dt.datetime.fromtimestamp(int(epoch), dt.UTC).date().isoformat(), "SOURCE_DATE_EPOCH")
        except (ValueError, OverflowError, OSError) as error:
            raise ConfigError(f"SOURCE_DATE_EPOCH={epoch!r} is not a usable number of seconds") from error
    if setting is not None:
        return read_date(str(setting), "mkdocs.yml: plugin auditloop: as_of")
    return today or dt.date.today()


def read_date(text: str, where: str) -> dt.date:
    """The day of a flag or a setting, which `where` names. Raises ConfigError."""
    try:
        day = dt.date.fromisoformat(text)
    except ValueError as error:
        raise ConfigError(f"{where}: “{shown(text)}” is not a date; write it like 2026-03-31") from error
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise ConfigError(f"{where}: {day} is not in the years {_FIRST_YEAR} to {_LAST_YEAR}")
    return day


def _text(settings: Mapping[str, Any], name: str) -> str | None:
    value = settings.get(name)
    if isinstance(value, (Mapping, list)):
        raise ConfigError(f"mkdocs.yml: {name}: write text, not a list or a group of keys")
    return str(value) if value not in (None, "") else None
