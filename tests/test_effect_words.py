"""The effect of actions in words: the data's verdict beside people's; contradictions pointed out, not overruled."""

from __future__ import annotations

import re
from html import unescape

import pytest

from rendered import demo

SAID = {
    "en": ("The verification says more than the data bear out.", "Effective", "With 95% confidence"),
    "zh": ("验证结论好于数据所显示的。", "有效", "有95%的把握"),
}


def _record(lang: str, folder: str, anchor: str) -> str:
    """The text of one record, from its heading to the next."""
    pages = [p.text for p in demo(lang).pages if p.path.startswith(folder) and f"{{: #{anchor}" in p.text]
    text = pages[0].split(f"{{: #{anchor}", 1)[1].split("\n## ", 1)[0]
    return unescape(re.sub(r"<[^>]+>", " ", text))


@pytest.mark.parametrize("lang", SAID)
def test_a_contradiction_is_pointed_out_and_the_verification_stands(lang: str) -> None:
    """The error rate fell within chance and short of its target, and was verified as effective."""
    against, written, interval = SAID[lang]
    record = _record(lang, "actions/", "A-branch-counter-2025-004")

    assert against in record and interval in record
    assert written in record.split(against)[0]


@pytest.mark.parametrize("lang", SAID)
def test_a_finding_shows_what_its_actions_did(lang: str) -> None:
    """Beside the verification, with the same contradiction."""
    assert SAID[lang][0] in _record(lang, "findings/", "F-branch-counter-2025-003")


def test_all_effects_are_counted_in_one_sentence() -> None:
    """Every action that aims at an indicator has one verdict by the data."""
    page = unescape(next(p.text for p in demo("en").pages if p.path == "actions/index.md"))
    found = re.search(r"of (\d+) actions that aim at an indicator: ([^.]*)\.", page)

    assert found and sum(int(n) for n in re.findall(r"\d+", found[2])) == int(found[1])
