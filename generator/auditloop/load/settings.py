"""mkdocs.yml as plain data: the few settings of the site that our own stages need before MkDocs is asked."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import yaml
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, NodeEvent

from auditloop.load.limits import Limits
from auditloop.load.syntax import too_deep_to_scan

_MOST_BYTES = 1_000_000
_TOO_DEEP = f"more than {Limits().depth} levels inside each other"


class SettingsError(ValueError):
    """mkdocs.yml cannot be read; the text says why, with line and column."""


class _Tolerant(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Takes MkDocs' own tags (`!ENV`, `!!python/name:…`) as empty: MkDocs resolves them, we don't need them."""

    def construct_object(self, node: Any, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep=deep)
        except ValueError as error:  # 2026-13-45 looks like a date, a number may have too many digits
            raise yaml.constructor.ConstructorError(None, None, str(error), node.start_mark) from None


_Tolerant.add_multi_constructor("", lambda loader, suffix, node: None)


def read_settings(path: Path) -> dict[str, Any]:
    """The content of mkdocs.yml; empty where there is no such file. Raises SettingsError."""
    try:
        text = _text(path)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SettingsError(f"{path.name}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path.name}: is not UTF-8; save it as UTF-8 in your editor") from error
    try:
        _bound(text)
        data = yaml.load(text, Loader=_Tolerant)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        said = _TOO_DEEP if too_deep_to_scan(error) else error.problem
        raise SettingsError(f"{path.name}{where}: {said}") from error
    except yaml.YAMLError as error:
        raise SettingsError(f"{path.name}: {str(error).splitlines()[0]}") from error
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise SettingsError(f"{path.name}: write lines “key: value”, such as site_name: Service quality")
    return data


def _text(path: Path) -> str:
    """No pipe is waited for, and no more than the limit is ever in memory."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise SettingsError(f"{path.name}: is not an ordinary file")
    with path.open("rb") as stream:
        raw = stream.read(_MOST_BYTES + 1)
    if len(raw) > _MOST_BYTES:
        raise SettingsError(f"{path.name}: is larger than {_MOST_BYTES // 1_000_000} MB")
    return raw.decode("utf-8-sig")


def _bound(text: str) -> None:
    """Refuse what would grow without end when it is loaded, by us or by MkDocs: depth, and aliases of aliases."""
    limits = Limits()
    sizes: dict[str, int] = {}
    opened: list[tuple[str | None, int]] = []
    nodes = copied = 0
    for event in yaml.parse(text, Loader=_Tolerant):
        if isinstance(event, AliasEvent):
            size = sizes.get(event.anchor or "", 0)
            copied += size
            nodes += size
            if copied > limits.copied_nodes or any(anchor == event.anchor for anchor, _ in opened):
                _refuse("the references (*name) repeat too much", event)
        elif isinstance(event, NodeEvent):
            nodes += 1
            if isinstance(event, CollectionStartEvent):
                opened.append((event.anchor, nodes))
                if len(opened) > limits.depth:
                    _refuse(_TOO_DEEP, event)
            elif event.anchor is not None:
                sizes[event.anchor] = 1
        elif isinstance(event, CollectionEndEvent):
            anchor, before = opened.pop()
            if anchor is not None:
                sizes[anchor] = nodes - before + 1


def _refuse(why: str, event: Any) -> None:
    raise yaml.constructor.ConstructorError(None, None, why, event.start_mark)
