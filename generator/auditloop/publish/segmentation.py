"""Chinese word segmentation for the search index: teaches it terms, so that each build in one process cuts alike."""

from __future__ import annotations

import logging
from pathlib import Path

from auditloop.publish.reuse import digest

_taught = {"terms": ""}


def teach(dictionary: Path) -> None:
    """Load a user dictionary, once: jieba lets every loading raise its frequencies, so a second one cuts otherwise."""
    import jieba  # heavy, and only needed for a site

    logging.getLogger("jieba").setLevel(logging.WARNING)
    terms = digest(dictionary.read_bytes())
    if terms == _taught["terms"]:
        return
    if _taught["terms"]:
        jieba.dt.initialized = False  # forget the others
    jieba.load_userdict(str(dictionary))
    _taught["terms"] = terms
