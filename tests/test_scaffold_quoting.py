"""Words put into YAML source come out of it as the same words."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from auditloop.load import read_document
from auditloop.scaffold.errors import NotText
from auditloop.scaffold.yamltext import comment, flow_text, quote
from scaffolding import TEXT

TRICKY = [
    "", " ", "no", "No", "on", "y", "~", "null", "true", "2026-03-15", "12:30", "1_000", "010", "1e3", ".inf", "0x1F",
    "=", "a: b", "a #b", "#a", "- a", "-", "? a", "a, b", "[a]", "{a}", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a`",
    "'", '"', "\\", "a\nb", "a\r\nb", "a\tb", " a", "a ", "<<", "---", "...", "你好：世界", "前台　大厅", "不",
    "🎉👩‍💻", "\u202eevil", "a" * 10_000, "<script>", "{{ x }}",
]  # fmt: skip


def _read(source: str) -> object:
    document, problems = read_document(source, "case.yml")
    assert not problems, problems
    assert document is not None
    return document.data


@pytest.mark.parametrize("text", TRICKY)
def test_tricky_words_survive_both_yaml_versions(text: str) -> None:
    """Each text that means something else to YAML comes back as itself, in our reader (1.2) and in PyYAML (1.1)."""
    key = text[:500]  # YAML takes no longer keys
    source = f"plain: {quote(text)}\nflow: {{zh: {quote(text)}, {quote(key)}: x}}\n"

    expected = {"plain": text, "flow": {"zh": text, key: "x"}}
    assert _read(source) == expected
    assert yaml.safe_load(source) == expected


@given(TEXT)
@example("no: # 1")
def test_any_text_round_trips(text: str) -> None:
    """Whatever the text, reading the quoted form gives it back."""
    assert _read(f"a: {quote(text)}\nb: [{quote(text)}]\n") == {"a": text, "b": [text]}


@given(st.dictionaries(st.sampled_from(["zh", "en", "no"]), TEXT, min_size=1))
def test_any_bilingual_text_round_trips(text: dict[str, str]) -> None:
    """A Text per language stays one, also in the language whose code is `no`."""
    assert _read(f"a: {flow_text(text)}\n") == {"a": text}


@given(st.text())
def test_a_comment_stays_a_comment(text: str) -> None:
    """No text can leave the comment it was put into, or make the file unreadable."""
    assert _read(f"# {comment(text)}\na: 1  # {comment(text)}\n") == {"a": 1}


def test_ordinary_words_need_no_quotes() -> None:
    """Names as people write them stay easy on the eye."""
    for words in ("前台", "Front desk", "平均首次响应时间（分钟）", "first-response-time"):
        assert quote(words) == words


@pytest.mark.parametrize("text", ["a\udc80", "\x00", "\x1b[31m", "\x85", "\u2028", "\ufeff"])
def test_what_no_file_may_hold_is_refused(text: str) -> None:
    """Control characters, and half a surrogate pair as a misconfigured terminal gives, are an error and no bad file."""
    with pytest.raises(NotText):
        quote(text)
