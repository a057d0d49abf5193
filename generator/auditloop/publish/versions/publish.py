"""Publishing, withdrawing and listing versions in a store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from auditloop.publish.versions.listing import before, read_versions
from auditloop.publish.versions.release import OURS, Wanted, files_of, release, withdrawal
from auditloop.publish.versions.store import Store


@dataclass(frozen=True, slots=True)
class Published:
    """A version as it is offered."""

    version: str
    title: str
    aliases: tuple[str, ...]
    languages: tuple[str, ...] = field(default=())


def publish(store: Store, wanted: Wanted, folders: Mapping[str, Path], root: bytes) -> bool:
    """Publish the built site of every language (language → folder); whether anything changed.

    root: the start page that leads to a language; one that is not ours stays. Raises Refused, OSError.
    """
    sites = {lang: files_of(folder) for lang, folder in folders.items()}

    def work() -> bool:
        there = store.read("index.html")
        start = root if there is None or (OURS in there and there != root) else None
        change = release(wanted, sites, {lang: read_versions(store, lang) for lang in sites}, start)
        if change is None:
            return False
        store.apply(change)
        return True

    return store.exclusively(work)


def results_before(store: Store, languages: Sequence[str], version: str) -> tuple[str, bytes] | None:
    """The results.json of the version published before this one, with its name; None for the first. Raises Refused."""
    for lang in languages:
        versions = read_versions(store, lang)
        name = before(versions, version)
        if name and (raw := store.read(f"{lang}/{name}/downloads/results.json")) is not None:
            return name, raw
    return None


def withdraw(store: Store, names: Sequence[str], languages: Sequence[str]) -> None:
    """Take versions, or aliases alone, away in every language. Raises Refused, OSError."""

    def work() -> None:
        store.apply(withdrawal(names, {lang: read_versions(store, lang) for lang in languages}))

    store.exclusively(work)


def listed(store: Store, languages: Sequence[str]) -> list[Published]:
    """What is published, newest first. Raises Refused for a listing that cannot be read."""
    found: dict[str, Published] = {}
    for lang in languages:
        for info in read_versions(store, lang):
            name = str(info.version)
            before = found.get(name)
            found[name] = Published(
                version=name,
                title=info.title,
                aliases=tuple(sorted(info.aliases | set(before.aliases if before else ()))),
                languages=(*(before.languages if before else ()), lang),
            )
    return list(found.values())
