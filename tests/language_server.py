"""A YAML language server as an editor talks to it: LSP over stdio, and what it answers as plain values."""

from __future__ import annotations

import json
import queue
import shutil
import subprocess
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).parents[1]
SERVER = ROOT / ".cache" / "language-server" / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
PATIENCE = 60.0
"""Seconds to wait for an answer; a slow machine shared by other tests needs a part of it."""


class LanguageServer:
    """One server for one workspace folder, with the settings that VS Code would give it.

    settings: what `.vscode/settings.json` holds; only what begins with `yaml.` reaches the server.
    """

    def __init__(self, folder: Path, settings: dict[str, Any]) -> None:
        self.folder = folder
        self.settings = _nested(settings)
        self._inbox: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._diagnostics: dict[str, list[dict[str, Any]]] = {}
        self._configured = False
        self._last_id = 0
        node = shutil.which("node")
        assert node, "npm comes with node"
        self._process = subprocess.Popen(
            [node, str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        threading.Thread(target=self._read, daemon=True).start()

    def __enter__(self) -> Self:
        folder = {"uri": self.folder.as_uri(), "name": self.folder.name}
        can = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {
                "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
                "hover": {"contentFormat": ["markdown"]},
            },
        }
        self.ask("initialize", processId=None, rootUri=folder["uri"], workspaceFolders=[folder], capabilities=can)
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings=self.settings)
        while not self._configured:  # a file opened before would be judged without them
            self._next()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()

    # --- what an editor does

    def open(self, file: Path, text: str | None = None) -> list[dict[str, Any]]:
        """Open a file and wait for its diagnostics. `text` is what stands in the editor, unsaved."""
        if text is None:
            text = file.read_text(encoding="utf-8")
        uri = file.as_uri()
        self._diagnostics.pop(uri, None)
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didClose", textDocument={"uri": uri})
        self._tell("textDocument/didOpen", textDocument=document)
        return self._wait_for(uri)

    def again(self, file: Path) -> list[dict[str, Any]]:
        """The next diagnostics of an open file: a server tells them anew once it has fetched a catalog."""
        return self._wait_for(file.as_uri())

    def complete(self, file: Path, line: int, column: int) -> list[dict[str, Any]]:
        """What the editor offers at a place, both counted from 0."""
        found = self.ask("textDocument/completion", **_place(file, line, column))
        items: list[dict[str, Any]] = found["items"] if isinstance(found, dict) else found or []
        return items

    def hover(self, file: Path, line: int, column: int) -> str:
        """The Markdown that the editor shows where the pointer rests; empty where it shows none."""
        found = self.ask("textDocument/hover", **_place(file, line, column))
        return str(found["contents"]["value"]) if found else ""

    # --- the protocol

    def ask(self, method: str, **params: Any) -> Any:
        """Send a request and give its result; serves what the server asks meanwhile."""
        self._last_id += 1
        self._send({"id": self._last_id, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == self._last_id and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _wait_for(self, uri: str) -> list[dict[str, Any]]:
        while uri not in self._diagnostics:
            self._next()
        return self._diagnostics.pop(uri)

    def _next(self) -> dict[str, Any]:
        message = self._inbox.get(timeout=PATIENCE)
        assert message is not None, "the language server ended"
        if message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            answer = [self._section(item.get("section", "")) for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": answer})
            self._configured = True
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": None})
        return message

    def _section(self, name: str) -> Any:
        value: Any = self.settings
        for part in filter(None, name.split(".")):
            value = value.get(part) if isinstance(value, dict) else None
        return value

    def _tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _read(self) -> None:
        """Runs in a thread of its own, so that waiting for an answer can time out."""
        out = self._process.stdout
        assert out
        while header := out.readline():
            length = 0
            while header.strip():
                name, _, value = header.decode().partition(":")
                if name.lower() == "content-length":
                    length = int(value)
                header = out.readline()
            self._inbox.put(json.loads(out.read(length)))
        self._inbox.put(None)


def _place(file: Path, line: int, column: int) -> dict[str, Any]:
    return {"textDocument": {"uri": file.as_uri()}, "position": {"line": line, "character": column}}


def _nested(settings: dict[str, Any]) -> dict[str, Any]:
    """`{"yaml.a.b": 1}` → `{"yaml": {"a": {"b": 1}}}`, as an editor hands settings on."""
    nested: dict[str, Any] = {}
    for key, value in settings.items():
        *outer, last = key.split(".")
        inside = nested
        for part in outer:
            inside = inside.setdefault(part, {})
        inside[last] = value
    return nested
