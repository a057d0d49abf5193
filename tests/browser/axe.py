"""What axe finds on a page, in words."""

from __future__ import annotations

import re
from typing import Any

from axe_playwright_python.sync_playwright import Axe

from browser.tab import Tab


def bring_axe(tab: Tab) -> None:
    """Have axe in all pages that this tab will open: quicker than bringing it into one that is open."""
    tab.page.add_init_script(script=Axe().axe_script)


def found_by_axe(tab: Tab) -> list[str]:
    """Violations: rule, what it asks for, and every node with its place and markup. No rule is left out."""
    tab.settle()  # what fades in has no contrast yet
    if not tab.page.evaluate("'axe' in window"):
        tab.page.evaluate(Axe().axe_script)
    lines = []
    # Only the violations come back: what passed is a megabyte on a large page.
    for violation in tab.page.evaluate("axe.run({resultTypes: ['violations']}).then(found => found.violations)"):
        lines.append(f"{violation['id']} ({violation['impact']}): {violation['help']}")
        lines.extend(f"    {_place(node)}\n        {_summary(node)}" for node in violation["nodes"])
    return lines


def _place(node: dict[str, Any]) -> str:
    return f"{' '.join(map(str, node['target']))}: {node['html'][:160]}"


def _summary(node: dict[str, Any]) -> str:
    return re.sub(r"\s+", " ", node["failureSummary"])[:260]
