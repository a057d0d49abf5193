"""Chinese and English texts → their words. Outside the rooms, for it knows nothing of surveys, pages or search.

jieba reads its whole dictionary of 350,000 words before it cuts the first one: a second and a half, and it keeps the
outcome in a file that anybody on the machine may have written. Only words that occur in the texts can matter, so only
those are read from the dictionary here; the cut is the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

Cut = Callable[[str, str], list[str]]
"""(text, language) → its words of that language, in order; English ones in lower case."""

_CHINESE = re.compile("[\u4e00-\u9fff]+")
_LATIN = re.compile(r"[a-z]+(?:['’-][a-z]+)*")
_LONGEST = 16
"""Characters of the longest word in the dictionary."""


def is_chinese(text: str) -> bool:
    return _CHINESE.search(text) is not None


def cutter(texts: Iterable[str]) -> Cut:
    """What cuts these texts, and no others, into words."""
    runs = frozenset(run for text in texts for run in _CHINESE.findall(text))

    def cut(text: str, language: str) -> list[str]:
        if language != "zh":
            return _LATIN.findall(text.lower())
        return [word for run in _CHINESE.findall(text) for word in _tokenizer(runs).lcut(run)]

    return cut


@lru_cache(maxsize=2)
def _tokenizer(runs: frozenset[str]) -> Any:
    """A tokenizer of our own: what the search index teaches jieba must not change what customers are quoted with."""
    import jieba  # heavy

    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = _frequencies(tokenizer, runs)
    tokenizer.initialized = True
    return tokenizer


def _frequencies(tokenizer: Any, runs: Iterable[str]) -> tuple[Mapping[str, int], int]:
    """Of the words in the texts, with their beginnings (0), as jieba has them; and the sum over all its words."""
    inside = {
        run[start:end].encode()
        for run in runs
        for start in range(len(run))
        for end in range(start + 1, min(len(run), start + _LONGEST) + 1)
    }
    found: dict[str, int] = {}
    total = 0
    with tokenizer.get_dict_file() as dictionary:
        for line in dictionary:
            word, count, _ = line.split(b" ", 2)
            total += int(count)
            if word in inside:
                found[word.decode()] = int(count)
    beginnings = {word[:end] for word in found for end in range(1, len(word))}
    return {**dict.fromkeys(beginnings, 0), **found}, total
