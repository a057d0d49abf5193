"""The catalogue of words: a dotted key and facts give a sentence. Knows no numbers' format and no page."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from babel.core import Locale
from markupsafe import Markup
from markupsafe import escape as html_escape

Entry = str | dict[str, str]
"""A sentence, or the plural forms of one."""

_PLACEHOLDER = re.compile(r"\{([a-z_][a-z0-9_]*)\}")
_PLURALS = {"zero", "one", "two", "few", "many", "other"}


class WordsError(Exception):
    """A words file (ours, or an organisation's override) that cannot be used, with the file and the key."""


class Words:
    """Sentences of one language. A missing key or fact raises KeyError: a bug of ours, never of the data."""

    def __init__(self, lang: str, entries: Mapping[str, Entry]) -> None:
        self.lang = lang
        self.entries = entries
        self._locale = Locale.parse(lang.replace("-", "_"))

    def t(self, key: str, **facts: object) -> str:
        """Plain text, to be escaped by whoever shows it."""
        entry = self.entries[key]
        if isinstance(entry, dict):
            raise KeyError(f"{key} has plural forms: use n()")
        return entry.format_map(facts) if facts else entry

    def n(self, key: str, count: float, **facts: object) -> str:
        """The form for a count. `{n}` is the count itself unless given as a fact already formatted."""
        facts.setdefault("n", count)
        return self._plural(key, count).format_map(facts)

    def html(self, key: str, **facts: object) -> Markup:
        """HTML: the sentence and its facts are escaped, facts that are Markup (links) stay."""
        entry = self.entries[key]
        if isinstance(entry, dict):
            raise KeyError(f"{key} has plural forms")
        return Markup(html_escape(entry)).format_map({k: html_escape(v) for k, v in facts.items()})

    def has(self, key: str) -> bool:
        return key in self.entries

    def _plural(self, key: str, count: float) -> str:
        entry = self.entries[key]
        if isinstance(entry, str):
            return entry
        form = self._locale.plural_form(count)
        return entry.get(form, entry["other"])

    def first_few(self, items: Sequence[str], most: int) -> str:
        """“A, B, C and 5 more”; one more than the most is named as well, which is no longer than to say so."""
        if len(items) <= most + 1:
            return self.listed(items)
        return self.listed([*items[:most], self.n("join.more", len(items) - most)])

    def listed(self, parts: Sequence[str]) -> str:
        """`a`, `a and b`, `a, b and c`, with the language's own marks."""
        if len(parts) <= 1:
            return "".join(parts)
        pair, middle, end = self._list_marks
        if len(parts) == 2:
            return parts[0] + pair + parts[1]
        return middle.join(parts[:-1]) + end + parts[-1]

    def listed_html(self, parts: Sequence[Markup]) -> Markup:
        return Markup(self.listed([str(html_escape(part)) for part in parts]))

    def sentences(self, parts: Sequence[str]) -> str:
        """Whole sentences, one after another."""
        return self.t("join.sentences").join(part for part in parts if part)

    def clauses(self, parts: Sequence[str]) -> str:
        return self.t("join.clauses").join(part for part in parts if part)

    @cached_property
    def _list_marks(self) -> tuple[str, str, str]:
        return self.t("join.pair"), self.t("join.middle"), self.t("join.end")


def read_words(lang: str, template_dirs: Sequence[Path]) -> Words:
    """`words/<lang>.toml` of every directory, those that come first win; the last one is the shipped, complete one.

    An override may only change sentences that exist, and only with placeholders that the sentence has.
    """
    entries: dict[str, Entry] = {}
    for directory in reversed(template_dirs):
        file = directory / "words" / f"{lang}.toml"
        if not file.is_file():
            continue
        try:
            new = flatten(tomllib.loads(file.read_text(encoding="utf-8")))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise WordsError(f"{file}: {error}") from error
        if entries:
            _check_override(file, entries, new)
        entries.update(new)
    if not entries:
        raise WordsError(f"no words for language {lang!r}")
    return Words(lang, entries)


def flatten(table: Mapping[str, Any], prefix: str = "") -> dict[str, Entry]:
    """Nested tables → dotted keys; a table of plural forms stays one entry."""
    flat: dict[str, Entry] = {}
    for key, value in table.items():
        name = f"{prefix}{key}"
        if isinstance(value, str):
            flat[name] = value
        elif isinstance(value, dict) and "other" in value and set(value) <= _PLURALS:
            flat[name] = {form: str(sentence) for form, sentence in value.items()}
        elif isinstance(value, dict):
            flat.update(flatten(value, f"{name}."))
        else:
            raise WordsError(f"{name}: words are text, not {type(value).__name__}")
    return flat


def placeholders(entry: Entry) -> set[str]:
    """The facts a sentence takes, over all plural forms."""
    forms = entry.values() if isinstance(entry, dict) else [entry]
    return {name for form in forms for name in _PLACEHOLDER.findall(form)}


def _check_override(file: Path, shipped: Mapping[str, Entry], new: Mapping[str, Entry]) -> None:
    for key, entry in new.items():
        if key not in shipped:
            raise WordsError(f"{file}: {key}: there is no such sentence")
        unknown = placeholders(entry) - placeholders(shipped[key])
        if unknown:
            raise WordsError(f"{file}: {key}: unknown placeholder {{{sorted(unknown)[0]}}}")
        forms = entry.values() if isinstance(entry, dict) else [entry]
        for form in forms:
            try:
                form.format_map(dict.fromkeys(placeholders(entry), ""))
            except (KeyError, ValueError, IndexError, AttributeError) as error:
                raise WordsError(f"{file}: {key}: cannot be filled in ({error})") from error
