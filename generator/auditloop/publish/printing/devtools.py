"""A conversation with a browser over the DevTools protocol: commands with their answers, events that are waited for.

https://chromedevtools.github.io/devtools-protocol/
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection, connect

from auditloop.publish.printing.browser import PrintFailed


class Tab:
    """One page of the browser. Every wait ends at the deadline with PrintFailed."""

    def __init__(self, connection: ClientConnection, deadline: float) -> None:
        self._connection = connection
        self._deadline = deadline
        self._last = 0
        self._session: str | None = None
        self._events: list[str] = []

    def open(self) -> None:
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """The answer to a command."""
        self._last += 1
        message: dict[str, Any] = {"id": self._last, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        try:
            self._connection.send(json.dumps(message))
        except WebSocketException as error:
            raise PrintFailed(str(error)) from error
        while True:
            answer = self._next()
            if answer.get("id") == self._last:
                if "error" in answer:
                    raise PrintFailed(f"{method}: {answer['error'].get('message')}")
                return dict(answer["result"])

    def wait_for(self, event: str) -> None:
        """Also one that came while an answer was awaited."""
        while event not in self._events:
            self._next()
        self._events.clear()

    def value_of(self, expression: str) -> Any:
        """What a script of the page comes to; a promise is awaited."""
        answer = self.ask("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise PrintFailed(str(answer["exceptionDetails"].get("text")))
        return answer["result"].get("value")

    def _next(self) -> dict[str, Any]:
        try:
            text = self._connection.recv(max(0.0, self._deadline - time.monotonic()))
        except TimeoutError:
            raise PrintFailed("timeout") from None
        except WebSocketException as error:
            raise PrintFailed(str(error)) from error
        message: dict[str, Any] = json.loads(text)
        if "method" in message:
            self._events.append(message["method"])
        return message


@contextmanager
def tab(address: str, seconds: float) -> Iterator[Tab]:
    """An empty page of the browser that listens at `address`. Raises PrintFailed."""
    try:
        connection = connect(address, max_size=None, compression=None, proxy=None, open_timeout=seconds)
    except (OSError, TimeoutError, WebSocketException) as error:
        raise PrintFailed(str(error)) from error
    with connection:
        made = Tab(connection, time.monotonic() + seconds)
        made.open()
        yield made
