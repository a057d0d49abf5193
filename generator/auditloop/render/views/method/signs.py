"""The signs of written arithmetic."""

from __future__ import annotations

TIMES, DIVIDED, EQUALS, PLUS, LESS = "\u00a0×\u00a0", "\u00a0÷\u00a0", " = ", " + ", "\u2009\u2212\u2009"
