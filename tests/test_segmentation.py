"""Texts are cut into the words that jieba's whole dictionary gives, without reading all of it."""

from __future__ import annotations

import jieba
from tools.demo.voices import VOICES

from auditloop.segmentation import cutter, is_chinese


def test_the_cut_is_that_of_the_whole_dictionary() -> None:
    """Every voice of the demonstration is cut as jieba itself cuts it."""
    texts = [voice.zh for voices in VOICES.values() for voice in voices]
    cut, whole = cutter(texts), jieba.Tokenizer()

    for text in texts:
        chinese = [word for word in whole.lcut(text) if is_chinese(word)]
        assert cut(text, "zh") == chinese


def test_english_words_keep_their_apostrophes() -> None:
    """What is left of an English text is its words in lower case."""
    cut = cutter([])

    assert cut("The queue didn't move; 40 minutes!", "en") == ["the", "queue", "didn't", "move", "minutes"]
    assert cut("The queue", "zh") == []
