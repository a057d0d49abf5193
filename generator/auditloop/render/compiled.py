"""Keeps compiled templates for as long as the process lives: a live preview renders the same ones again and again."""

from __future__ import annotations

from types import CodeType

import jinja2
from jinja2.bccache import Bucket


class Compiled(jinja2.BytecodeCache):
    """Code by template and content. One for each kind of environment, whose settings are part of the code.

    In memory only: compiled code that lay in the workspace could come with a pull request.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key, bucket.checksum] = bucket.code
