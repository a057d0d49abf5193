"""A live preview: serves the finished site, rebuilds when a watched file is saved, and reloads the browser."""

from __future__ import annotations

import logging
import socket
import sys
from collections.abc import Callable, Sequence
from pathlib import Path


def serve_site(
    site_dir: Path,
    host: str,
    port: int,
    watched: Sequence[Path],
    rebuild: Callable[[], None],
    announce: Callable[[str], None],
) -> None:
    """Blocks until interrupted. `rebuild` runs after a save and must not raise for bad data.

    Raises OSError when the address is taken.
    """
    from mkdocs.livereload import LiveReloadServer  # only needed here

    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
    server = LiveReloadServer(builder=rebuild, host=host, port=port, root=str(site_dir), polling_interval=0.3)
    server.error_handler = lambda code: _error_page(site_dir, code)
    for path in watched:
        server.watch(str(path))
    try:
        announce(server.url)
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()


def claim(host: str, port: int) -> None:
    """Find out whether the address can be listened on, before the work of a build. Raises OSError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        if sys.platform != "win32":  # there the option would let two servers share one port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host, port))


def _error_page(site_dir: Path, code: int) -> bytes | None:
    for page in sorted(site_dir.glob(f"*/{code}.html")):
        return page.read_bytes()
    return None
