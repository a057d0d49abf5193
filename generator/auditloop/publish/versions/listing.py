"""versions.json: read and written in the form of mike, which Material's version selector reads."""

from __future__ import annotations

import json

from mike.versions import Versions

from auditloop.publish.versions.refused import Refused
from auditloop.publish.versions.store import Store

CONTENT = "content"
"""Property of a version: the fingerprint of its files."""
LATEST = "latest"


def path_of(lang: str) -> str:
    return f"{lang}/versions.json"


def read_versions(store: Store, lang: str) -> Versions:
    """The versions of one language; none where nothing is published yet. Raises Refused for a file that is none."""
    found = store.read(path_of(lang))
    if found is None:
        return Versions()
    try:
        return Versions.loads(found.decode())
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Refused("versions-unreadable", path=path_of(lang), error=error) from None


def written(versions: Versions) -> bytes:
    """Newest first; aliases, which mike keeps as a set, in order, so that equal versions give equal bytes."""
    listed = [{**info.to_json(), "aliases": sorted(info.aliases)} for info in versions]
    return (json.dumps(listed, indent=2, ensure_ascii=False) + "\n").encode()


def before(versions: Versions, version: str) -> str | None:
    """The newest of the versions that are older than this one, by the order in which they are listed."""
    beside = Versions()
    for name in {version, *(str(info.version) for info in versions)}:
        beside.add(name)
    names = [str(info.version) for info in beside]
    return next(iter(names[names.index(version) + 1 :]), None)


def default_of(versions: Versions) -> str | None:
    """Where a reader without a wish is led: to `latest` where there is such an alias, else to the newest version."""
    if versions.find(LATEST):
        return LATEST
    return next((str(info.version) for info in versions), None)
