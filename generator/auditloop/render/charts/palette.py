"""Colours of charts as CSS variables, so that a drawing follows the page from light to dark without being drawn again.

Knows names and light values only; the stylesheet holds both sets (a test keeps the light ones equal).
"""

from __future__ import annotations

INK = "var(--al-ink)"
INK_2 = "var(--al-ink-2)"
INK_3 = "var(--al-ink-3)"
PAPER = "var(--al-paper)"
LINE = "var(--al-line)"
LINE_2 = "var(--al-line-2)"
GOOD = "var(--al-good)"
GOOD_TEXT = "var(--al-good-text)"
BAD = "var(--al-bad)"
BAD_TEXT = "var(--al-bad-text)"
COMMON = "var(--al-common)"
TARGET = "var(--al-target)"
SERIES = "var(--al-series)"
FAINT = "var(--al-faint)"
BAND = "var(--al-band)"

SIGNALS = ("good", "bad", "common")
SIGNAL_COLOURS = (GOOD, BAD, COMMON)
SIGNAL_SHAPES = ("circle", "diamond", "circle")

LOOKS = ("good", "bad", "high", "low", "common", "excluded")
"""Of a point on a control chart: improvement, concern, unusually high or low where no way is better, by chance, left
out."""
LOOK_COLOURS = (GOOD, BAD, INK_2, INK_2, COMMON, PAPER)
LOOK_SHAPES = ("circle", "diamond", "triangle-up", "triangle-down", "circle", "circle")
LOOK_WEIGHTS = (2.6, 3.4, 2.6, 2.6, 1, 1.6)
"""Size, as a multiple of a common point's."""

RISKS = ("low", "medium", "high", "extreme")
RISK_COLOURS = tuple(f"var(--al-risk-{risk})" for risk in RISKS)
RISK_TEXT = tuple(f"var(--al-on-risk-{risk})" for risk in RISKS)

LIGHT = {
    "--al-ink": "#1b2127",
    "--al-ink-2": "#46505a",
    "--al-ink-3": "#5f6a75",
    "--al-paper": "#ffffff",
    "--al-line": "#dde2e6",
    "--al-line-2": "#87929d",
    "--al-good": "#0072b2",
    "--al-good-text": "#00639c",
    "--al-bad": "#d55e00",
    "--al-bad-text": "#ad4700",
    "--al-common": "#6f7a85",
    "--al-target": "#6b3fa0",
    "--al-series": "#2f3b46",
    "--al-faint": "#87929d",
    "--al-band": "#eef1f3",
    "--al-risk-low": "#e9edef",
    "--al-risk-medium": "#fbe3d0",
    "--al-risk-high": "#f2ab7c",
    "--al-risk-extreme": "#ad4700",
    "--al-on-risk-low": "#1b2127",
    "--al-on-risk-medium": "#1b2127",
    "--al-on-risk-high": "#1b2127",
    "--al-on-risk-extreme": "#ffffff",
}
