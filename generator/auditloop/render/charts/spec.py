"""Vega-Lite specs: a kind's template, as Altair made it, with a chart's rows and sizes laid over it."""

from __future__ import annotations

import copy
import json
from functools import cache
from importlib.resources import files
from typing import Any

from auditloop.render.charts.chart import Chart
from auditloop.render.charts.kinds import KINDS

SPECS = files("auditloop.render.charts") / "specs"


@cache
def template(kind: str) -> dict[str, Any]:
    """The kind's Vega-Lite template, from the file that `written` gave the text of."""
    found: dict[str, Any] = json.loads((SPECS / f"{kind}.json").read_text(encoding="utf-8"))
    return found


def written(kind: str) -> str:
    """What belongs into the file of a kind's template. Needs Altair, which checks it against Vega-Lite's schema.

    A template is the same for every chart and site, and takes Altair up to a second: so it is made when its kind is
    written, not when a site is built.
    """
    return json.dumps(KINDS[kind].template(), ensure_ascii=False, indent=1) + "\n"


def overlay(chart: Chart) -> dict[str, Any]:
    """What differs from chart to chart: rows, parameters, sizes. Does not need Altair."""
    if "overlay" not in chart.kept:
        chart.kept["overlay"] = KINDS[chart.kind].layout(chart)
    found: dict[str, Any] = chart.kept["overlay"]
    return found


def spec(chart: Chart) -> dict[str, Any]:
    """The whole Vega-Lite spec at its static size."""
    return laid_over(template(chart.kind), overlay(chart))


def laid_over(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """The overlay on the template; `width` of a faceted chart is that of one panel. The loader does the same."""
    made = copy.copy(base) | over
    if "facet" in base:
        made["spec"] = base["spec"] | {"width": over["width"]}
        del made["width"]
    return made


def chart_script(chart: Chart) -> str:
    """The chart's .js file: its overlay, handed to the loader, which lays it over the template of the kind."""
    return f"Auditloop.chart({_js(chart.id)},{_js({'kind': chart.kind, **overlay(chart)})});\n"


def templates_script() -> str:
    """All templates for the loader; part of the runtime file."""
    return f"Auditloop.templates({_js({kind: template(kind) for kind in KINDS})});\n"


def _js(value: object) -> str:
    """JSON that is also safe inside a script element and in old JavaScript string literals."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
