"""What a step of migration changes in one document: its data, and which keys have another name from now on."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

Path = tuple[str | int, ...]


class Draft:
    """`data` is the document as it was; paths are paths in it, whatever has been renamed since."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.changed: dict[str, Any] = dict(deepcopy(data))
        self.renames: dict[Path, str] = {}
        self.told: list[str] = []
        """What was changed, one line each, in the words of the file."""

    def rename(self, path: Path, key: str, to: str) -> None:
        """The key keeps its place, its value and its comments."""
        node = self._node(path)
        items = [(to if name == key else name, value) for name, value in node.items()]
        node.clear()
        node.update(items)
        self.renames[(*path, key)] = to
        self._tell(path, f"{key} → {to}")

    def set(self, path: Path, key: str, value: Any, *, after: str | None = None) -> None:
        """A new value; a new key stands behind `after`, else at the end."""
        node = self._node(path)
        name = self.renames.get((*path, key), key)
        if name in node:
            self._tell(path, f"{name}: {node[name]} → {value}")
            node[name] = value
            return
        items = list(node.items())
        at = next((i + 1 for i, (each, _) in enumerate(items) if each == after), len(items))
        items.insert(at, (name, value))
        node.clear()
        node.update(items)
        self._tell(path, f"+ {name}: {value}")

    def remove(self, path: Path, key: str) -> None:
        del self._node(path)[key]
        self._tell(path, f"− {key}")

    def _tell(self, path: Path, what: str) -> None:
        self.told.append(f"{'/'.join(map(str, path))}: {what}" if path else what)

    def _node(self, path: Path) -> dict[str, Any]:
        node: Any = self.changed
        for at, step in enumerate(path):
            node = node[self.renames.get(path[: at + 1], step)]
        assert isinstance(node, dict)
        return node
