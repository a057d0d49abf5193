"""Pages that an earlier round in this process made, by everything they were made from: for a live preview.

Knows no page: each plan names its own inputs (`PagePlan.inputs`); `common` is what every page is made from besides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import blake2b

import msgspec

from auditloop.render.values import RenderSettings
from auditloop.render.views.context import Context


class Memory:
    """One language's pages. What one round did not ask for is forgotten at its end."""

    def __init__(self) -> None:
        self._before: dict[bytes, str] = {}
        self._now: dict[bytes, str] = {}

    def page(self, key: bytes, make: Callable[[], str]) -> str:
        found = self._before.get(key)
        text = make() if found is None else found
        self._now[key] = text
        return text

    def end_round(self) -> None:
        self._before, self._now = self._now, {}


_encode = msgspec.msgpack.Encoder(enc_hook=repr).encode


def key_of(path: str, inputs: object, common: bytes) -> bytes:
    return _digest(common, path.encode(), _encode(inputs))


def common(ctx: Context) -> bytes:
    """The definitions, names, words, templates and settings that any page may show."""
    workspace, results, settings = ctx.workspace, ctx.results, ctx.settings
    files = [
        (str(path), path.read_bytes())
        for folder in settings.template_dirs
        for path in sorted(folder.rglob("*.j2"))
        if path.is_file()
    ]
    definitions = (
        *(workspace.organisation, list(workspace.editions.values()), list(workspace.checklists.values())),
        *(workspace.kpis, workspace.indices, results.as_of, results.period, results.generator),
    )
    words = (dict(ctx.words.entries), _told(settings), files)
    return _digest(_encode(definitions), _encode(words))


def _told(settings: RenderSettings) -> str:
    return repr(replace(settings, problems=()))


def _digest(*parts: bytes) -> bytes:
    whole = blake2b(digest_size=16)
    for part in parts:
        whole.update(b"%d " % len(part))
        whole.update(part)
    return whole.digest()
