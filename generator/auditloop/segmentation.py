"""Chinese and English text → its words. The home of jieba, outside the rooms because two need it: search and themes.

Loads a dictionary of half a megabyte when first asked; knows no surveys and no pages."""

from __future__ import annotations

import logging
import re
from functools import cache
from typing import Any

_CHINESE = re.compile("[\u4e00-\u9fff]+")
_LATIN = re.compile(r"[a-z]+(?:['’-][a-z]+)*")


def is_chinese(text: str) -> bool:
    return _CHINESE.search(text) is not None


def words(text: str, language: str) -> list[str]:
    """Words of one language in order: Chinese ones as jieba cuts them, English ones in lower case."""
    if language == "zh":
        return [word for run in _CHINESE.findall(text) for word in _cutter().lcut(run)]
    return _LATIN.findall(text.lower())


@cache
def _cutter() -> Any:
    """A cutter of our own: what the search index teaches jieba must not change what customers are quoted with."""
    import jieba  # heavy

    logging.getLogger("jieba").setLevel(logging.WARNING)
    return jieba.Tokenizer()
