"""The command line: a thin adapter that turns flags into a Config, calls `pipeline`, and prints what came of it."""

from auditloop.cli.main import main

__all__ = ["main"]
