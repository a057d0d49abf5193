"""What axe finds on a page, in words."""

from __future__ import annotations

import re
from typing import Any

from axe_playwright_python.sync_playwright import Axe

from browser.tab import Tab


def found_by_axe(tab: Tab) -> list[str]:
    """Violations: rule, what it asks for, and every node with its place and markup. No rule is left out."""
    lines = []
    for violation in Axe().run(tab.page).response["violations"]:
        lines.append(f"{violation['id']} ({violation['impact']}): {violation['help']}")
        lines.extend(f"    {_place(node)}\n        {_summary(node)}" for node in violation["nodes"])
    return lines


def _place(node: dict[str, Any]) -> str:
    return f"{' '.join(map(str, node['target']))}: {node['html'][:160]}"


def _summary(node: dict[str, Any]) -> str:
    return re.sub(r"\s+", " ", node["failureSummary"])[:260]
