"""Draws charts and bundles their runtime, each only once: a content-addressed cache keeps what was drawn before.

Knows files and processes; how a chart looks is `render.charts`. vl-convert is loaded only when something must be drawn.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from functools import cache as once
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from auditloop.publish.tree import replace_file
from auditloop.publish.workers import in_processes
from auditloop.render import charts as room
from auditloop.render.charts import Chart

PARALLEL_FROM = 24
"""With fewer charts to draw, starting a second process costs more than it saves."""

_USED = "used"
"""Folder of what the last build of each language drew or found."""

Progress = Callable[[int, int], None]
"""Called with how many charts are done and how many there are to draw."""


def draw_all(
    charts: Sequence[Chart],
    cache: Path | None,
    progress: Progress | None = None,
    *,
    processes: int = 2,
    complete: bool = False,
) -> dict[str, str]:
    """Inline SVG by chart id. cache: folder such as `.cache/charts`, None to draw everything.

    complete: these are all the charts of their language, which `forget_unused` has to know.
    """
    keys = {chart.id: _key(chart) for chart in charts}
    drawn: dict[str, str] = {}
    missing: list[Chart] = []
    for chart in charts:
        kept = _read(cache, keys[chart.id], ".svg")
        if kept is None:
            missing.append(chart)
        else:
            drawn[chart.id] = kept
    for done, (chart, svg) in enumerate(zip(missing, _draw(missing, processes), strict=True), 1):
        drawn[chart.id] = svg
        _write(cache, keys[chart.id], ".svg", svg)
        if progress:
            progress(done, len(missing))
    if cache and complete:
        _note_used(cache, {chart.lang for chart in charts}, {*keys.values(), _runtime_key()})
    return {chart.id: drawn[chart.id] for chart in charts}


def bundle(cache: Path | None) -> str:
    """Content of assets/auditloop/vega.js: about 900 KB, 300 KB compressed, the same for every site of a release."""
    key = _runtime_key()
    kept = _read(cache, key, ".js")
    if kept is not None:
        return kept
    made = room.runtime()
    _write(cache, key, ".js", made)
    return made


def _draw(missing: Sequence[Chart], processes: int) -> Sequence[str]:
    if len(missing) < PARALLEL_FROM or processes < 2:
        return [room.draw(chart) for chart in missing]
    return in_processes(room.draw, missing, processes, chunksize=4)


def _runtime_key() -> str:
    return hashlib.sha256(f"runtime {_fingerprint()}".encode()).hexdigest()


def _key(chart: Chart) -> str:
    """Everything the drawing depends on: what is shown, how we draw, the libraries' versions."""
    shown = [_fingerprint(), chart.id, chart.kind, chart.title, chart.description, room.overlay(chart)]
    return hashlib.sha256(json.dumps(shown, ensure_ascii=False).encode()).hexdigest()


@once
def _fingerprint() -> str:
    made_of = hashlib.sha256()
    here = files(room)
    entries = [*here.iterdir(), *(here / "specs").iterdir(), *(here / "fonts").iterdir()]
    for source in sorted(entries, key=lambda entry: entry.name):
        if source.name.endswith((".py", ".json", ".ttf")):
            made_of.update(source.read_bytes())
    return f"vl-convert-python {version('vl-convert-python')}; {made_of.hexdigest()}"


def _note_used(cache: Path, languages: set[str], keys: set[str]) -> None:
    notes = cache / _USED
    notes.mkdir(parents=True, exist_ok=True)
    for lang in languages:
        replace_file(notes / f"{lang}.txt", "\n".join(sorted(keys)).encode("ascii"))


def forget_unused(cache: Path) -> None:
    """Remove what the last build of no language has used. Not while a language is drawn: it notes that at its end."""
    notes = cache / _USED
    used = {key for note in notes.glob("*.txt") for key in note.read_text(encoding="ascii").split()}
    for kept in cache.glob("??/*"):
        if kept.stem not in used:
            kept.unlink()


def _place(cache: Path, key: str, suffix: str) -> Path:
    return cache / key[:2] / f"{key}{suffix}"


def _read(cache: Path | None, key: str, suffix: str) -> str | None:
    """The kept text, or None when there is none or it is not what was written (its first line is its hash)."""
    if cache is None:
        return None
    try:
        content = _place(cache, key, suffix).read_bytes()
    except OSError:
        return None
    checksum, _, body = content.partition(b"\n")
    return body.decode() if hashlib.sha256(body).hexdigest().encode() == checksum else None


def _write(cache: Path | None, key: str, suffix: str, text: str) -> None:
    """Whole or not at all: another process may be reading."""
    if cache is None:
        return
    place = _place(cache, key, suffix)
    place.parent.mkdir(parents=True, exist_ok=True)
    body = text.encode()
    replace_file(place, hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
