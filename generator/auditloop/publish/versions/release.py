"""A release as a value: what publishing or withdrawing a version changes. Reads files only for their fingerprint."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mike.versions import VersionInfo, Versions

from auditloop.publish.versions.listing import CONTENT, default_of, path_of, written
from auditloop.publish.versions.names import check_names
from auditloop.publish.versions.redirects import alias_files, leading_to
from auditloop.publish.versions.refused import Refused
from auditloop.publish.versions.store import Change

OURS = b'<meta name="generator" content="auditloop">'
"""In every page that leads on: a start page without it was made by somebody else and stays."""


@dataclass(frozen=True, slots=True)
class Wanted:
    version: str
    title: str | None = None
    aliases: tuple[str, ...] = ()
    replace: bool = False
    """Whether a version that exists with other content is given the new one."""

    def __post_init__(self) -> None:
        """Raises Refused for names that cannot be used."""
        check_names(self.version, self.aliases)


def files_of(folder: Path) -> dict[str, Path]:
    """Path below the folder → file, in order."""
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}


def fingerprint(site: Mapping[str, Path]) -> str:
    """SHA-256 over names and contents, first 16 hex digits."""
    whole = hashlib.sha256()
    for path, file in sorted(site.items()):
        content = file.read_bytes()
        whole.update(f"{path}\0{len(content)}\0".encode())
        whole.update(content)
    return whole.hexdigest()[:16]


def release(
    wanted: Wanted, sites: Mapping[str, Mapping[str, Path]], published: Mapping[str, Versions], root: bytes | None
) -> Change | None:
    """What publishing changes; None where everything is there already. `published` is brought up to date.

    sites: language → its files. root: the start page, where it is to be written. Raises Refused: the version exists
    with other content, or a name is in use for something else.
    """
    folders: dict[str, Mapping[str, Path | bytes]] = {}
    files: dict[str, bytes | None] = {}
    for lang, site in sites.items():
        versions = published[lang]
        before = written(versions)
        mark = fingerprint(site)
        same = _is_there(wanted, versions, mark)
        info = _entered(wanted, versions)
        info.set_property(CONTENT, mark)
        if same and written(versions) == before:
            continue
        if not same:
            folders[f"{lang}/{wanted.version}"] = site
        for alias in sorted(info.aliases):
            folders[f"{lang}/{alias}"] = alias_files(site, wanted.version, lang)
        files[path_of(lang)] = written(versions)
        files |= _start(lang, versions)
    if not folders and not files:
        return None
    if root is not None:
        files["index.html"] = root
    names = ", ".join((wanted.version, *wanted.aliases))
    return Change(f"Publish {names}", folders, files)


def withdrawal(names: Sequence[str], published: Mapping[str, Versions]) -> Change:
    """What taking versions, or aliases alone, away changes. `published` is brought up to date. Raises Refused."""
    folders: dict[str, Mapping[str, Path | bytes]] = {}
    files: dict[str, bytes | None] = {}
    known = {
        name for versions in published.values() for info in versions for name in (str(info.version), *info.aliases)
    }
    for name in names:
        if name not in known:
            raise Refused("version-unknown", usage=True, name=name, known=", ".join(sorted(known)) or "–")
    for lang, versions in published.items():
        here = [name for name in names if versions.find(name)]
        for name in here:
            if not versions.find(name):  # an alias of a version that has just gone
                continue
            gone = versions.remove(name)
            taken = (name, *sorted(gone.aliases)) if isinstance(gone, VersionInfo) else (name,)
            folders |= {f"{lang}/{each}": {} for each in taken}
        if here:
            files[path_of(lang)] = written(versions)
            files |= _start(lang, versions)
    return Change(f"Withdraw {', '.join(names)}", folders, files)


def _is_there(wanted: Wanted, versions: Versions, mark: str) -> bool:
    """Whether the version is published with just this content. Raises Refused for another content."""
    found = versions.find(wanted.version)
    if found is None:
        return False
    if len(found) > 1:
        raise Refused("version-is-alias", usage=True, name=wanted.version, version=found[0])
    same = bool((versions[wanted.version].properties or {}).get(CONTENT) == mark)
    if not same and not wanted.replace:
        raise Refused("version-exists", name=wanted.version)
    return same


def _entered(wanted: Wanted, versions: Versions) -> VersionInfo:
    for alias in wanted.aliases:
        found = versions.find(alias)
        if found and len(found) == 1:
            raise Refused("alias-is-version", usage=True, name=alias)
    return versions.add(wanted.version, wanted.title, wanted.aliases, update_aliases=True)


def _start(lang: str, versions: Versions) -> dict[str, bytes | None]:
    """The language's own start page."""
    default = default_of(versions)
    return {f"{lang}/index.html": leading_to(f"{default}/index.html", lang) if default else None}
