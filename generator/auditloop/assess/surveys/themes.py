"""What the open comments are about: words that several customers use, with how they rated, and their own sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from auditloop.assess.arithmetic import mean, reaches
from auditloop.assess.surveys.small_groups import shown
from auditloop.assess.surveys.stop_words import STOP_WORDS
from auditloop.model import Comment
from auditloop.ratings import MIDDLE, SATISFIED
from auditloop.segmentation import Cut, is_chinese

LANGUAGES = ("zh", "en")
FEWEST = 2
"""A word that one customer used is a comment, not a theme."""
MOST = 12
"""Themes of one language."""
QUOTES = 3
COMPLAINT, MIXED, PRAISE = "complaint", "mixed", "praise"
_SHORTEST = {"zh": 2, "en": 3}


class Theme(NamedTuple):
    language: str
    term: str
    n: int
    """Comments that use it."""
    rating: float | None
    """Mean rating of those that come with one; None also where these are too few to be told apart."""
    tone: str | None
    """complaint | mixed | praise; None without ratings"""
    quotes: list[str]
    """The least satisfied first."""


class _Said(NamedTuple):
    text: str
    rating: int | None
    terms: frozenset[str]


def themes(comments: Sequence[Comment], cut: Cut) -> list[Theme]:
    """Words by language, most used first: how many comments use each, not how often.

    A comment in two languages counts in each of them once. Stop words, single Chinese characters and the shortest
    English words say nothing by themselves. Source: Manning, Raghavan & Schütze 2008, Introduction to Information
    Retrieval, 2.2 and 6.2 (document frequency).
    """
    found = []
    for language in LANGUAGES:
        said = sorted(_said(comments, language, cut), key=_worst_first)
        used: dict[str, list[_Said]] = {}
        for each in said:
            for term in each.terms:
                used.setdefault(term, []).append(each)
        common = sorted(
            ((term, by) for term, by in used.items() if len(by) >= FEWEST), key=lambda pair: (-len(pair[1]), pair[0])
        )
        found += [_theme(language, term, by) for term, by in common[:MOST]]
    return found


def _theme(language: str, term: str, by: Sequence[_Said]) -> Theme:
    ratings = [float(each.rating) for each in by if each.rating is not None]
    quotes = list(dict.fromkeys(each.text for each in by))[:QUOTES]
    rating = mean(ratings)
    # Of two sentences and their mean anybody could tell who rated how; the tone is what the sentences say themselves.
    return Theme(language, term, len(by), rating if shown(len(ratings)) else None, tone_of(rating), quotes)


def tone_of(rating: float | None) -> str | None:
    """Praise where those who use the word are satisfied on average, complaint where they stay below the middle."""
    if rating is None:
        return None
    return PRAISE if reaches(rating, SATISFIED) else COMPLAINT if not reaches(rating, MIDDLE) else MIXED


def texts_of(comments: Sequence[Comment]) -> list[str]:
    """Everything that `themes` may cut."""
    return [text for comment in comments for language in LANGUAGES if (text := _in(comment, language))]


def _said(comments: Sequence[Comment], language: str, cut: Cut) -> list[_Said]:
    texts = [(_in(comment, language), comment.rating) for comment in comments]
    return [_Said(text, rating, _terms(cut(text, language), language)) for text, rating in texts if text]


def _in(comment: Comment, language: str) -> str | None:
    """The text where it stands in that language; one without a language is in the one it is written with."""
    text = comment.text
    if isinstance(text, dict):
        return text.get(language)
    return text if (language == "zh") == is_chinese(text) else None


def _terms(words: Sequence[str], language: str) -> frozenset[str]:
    stop, least = STOP_WORDS[language], _SHORTEST[language]
    return frozenset(term for word in words if len(term := _base(word, language)) >= least and term not in stop)


def _base(word: str, language: str) -> str:
    """An English plural counts with its singular: queues and queue, but not process and proces."""
    if language == "en" and len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _worst_first(each: _Said) -> tuple[int, str]:
    return (each.rating if each.rating is not None else 9), each.text
