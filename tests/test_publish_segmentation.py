"""Chinese text is cut into words the same way in every build of a process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import jieba
import pytest

from auditloop import resources
from auditloop.publish import segmentation
from auditloop.publish.segmentation import teach

TERMS = resources.templates_dir() / "words" / "zh-terms.txt"


@pytest.fixture(autouse=True)
def afresh() -> Iterator[None]:
    """Each test begins and ends with what jieba ships."""
    forget()
    yield
    forget()


def forget() -> None:
    jieba.dt.initialized = False
    segmentation._taught["terms"] = ""


def test_teaching_again_changes_nothing() -> None:
    """The tenth build of a preview has the frequencies of the first."""
    teach(TERMS)
    once = (dict(jieba.dt.FREQ), jieba.dt.total)

    teach(TERMS)

    assert (jieba.dt.FREQ, jieba.dt.total) == once


def test_other_terms_replace_the_ones_before(tmp_path: Path) -> None:
    """An organisation's own dictionary is used alone, as in a fresh process."""
    own = tmp_path / "terms.txt"
    own.write_text("一站式客诉闭环\n", encoding="utf-8")
    teach(own)
    alone = (dict(jieba.dt.FREQ), jieba.dt.total)

    forget()
    teach(TERMS)
    teach(own)

    assert (jieba.dt.FREQ, jieba.dt.total) == alone
    assert "一站式客诉闭环" in jieba.lcut("我们的一站式客诉闭环流程")
