"""Design tokens: the stylesheet and the charts' palette agree, and every pair that meets has enough contrast."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from auditloop.render.charts.palette import LIGHT

CSS = (Path(__file__).parents[1] / "site_templates/assets/auditloop.css").read_text(encoding="utf-8")


def _tokens(scheme: str) -> dict[str, str]:
    block = re.search(rf'\[data-md-color-scheme="{scheme}"\] {{(.*?)}}', CSS, re.S)
    assert block
    return dict(re.findall(r"(--al-[a-z0-9-]+): (#[0-9a-f]{6});", block[1]))


def _contrast(one: str, two: str) -> float:
    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_palette_and_stylesheet_agree() -> None:
    """A downloaded SVG has the colours of the page."""
    assert {name: _tokens("default")[name] for name in LIGHT} == LIGHT


def test_both_schemes_have_the_same_tokens() -> None:
    """A token that one scheme lacks would show the other's colour."""
    assert _tokens("default").keys() == _tokens("slate").keys()


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_text_has_contrast(scheme: str) -> None:
    """Text has at least 4.5 : 1 on every ground it stands on."""
    tokens = _tokens(scheme)
    grounds = ("paper", "paper-2", "neutral-tint")
    pairs = [(text, ground) for text in ("ink", "ink-2", "accent", "target") for ground in grounds]
    pairs += [("ink-3", "paper"), ("ink-3", "paper-2")]
    pairs += [("ink", f"{name}-tint{step}") for name in ("good", "bad") for step in ("", "-2")]
    pairs += [("good-text", "paper"), ("good-text", "good-tint"), ("bad-text", "paper"), ("bad-text", "bad-tint")]
    pairs += [(f"on-risk-{risk}", f"risk-{risk}") for risk in ("low", "medium", "high", "extreme")]

    poor = {pair: round(_contrast(*(tokens[f"--al-{name}"] for name in pair)), 2) for pair in pairs}
    assert {pair: value for pair, value in poor.items() if value < 4.5} == {}


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_graphics_have_contrast(scheme: str) -> None:
    """Marks have at least 3 : 1 against the page."""
    tokens = _tokens(scheme)
    marks = ("good", "bad", "common", "target", "series", "faint", "line-2")

    poor = {mark: round(_contrast(tokens[f"--al-{mark}"], tokens["--al-paper"]), 2) for mark in marks}
    assert {mark: value for mark, value in poor.items() if value < 3} == {}
