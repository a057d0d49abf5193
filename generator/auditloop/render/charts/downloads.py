"""The rows of a chart as CSV and JSON: what stands behind it, as people read it and as programs do."""

from __future__ import annotations

from math import isfinite

import msgspec

from auditloop.render.charts.base import finite
from auditloop.render.charts.chart import Chart
from auditloop.render.charts.kinds import KINDS
from auditloop.render.escape import csv_cell

_BOM = "\ufeff"
_ABOUT_DRAWING = {
    "tip",
    "order",
    "latest",
    "strong",
    "signal",
    "shape",
    "excluded",
    "label",
    "risk_label",
    "state_label",
    "hot",
}


def chart_csv(chart: Chart) -> str:
    """The main rows, one header line; the BOM lets Excel show Chinese, formulas are made harmless."""
    rows = chart.rows(KINDS[chart.kind].main)
    names = dict.fromkeys(name for row in rows for name in row if name not in _ABOUT_DRAWING)
    columns = chart.columns or tuple((name, name) for name in names)
    lines = [",".join(csv_cell(header) for _, header in columns)]
    lines += [",".join(_cell(row.get(name)) for name, _ in columns) for row in rows]
    return _BOM + "\r\n".join(lines) + "\r\n"


def chart_json(chart: Chart) -> str:
    """Everything the chart was drawn from."""
    whole = {
        "id": chart.id,
        "kind": chart.kind,
        "lang": chart.lang,
        "title": chart.title,
        "description": chart.description,
        "words": dict(chart.words),
        "data": {
            name: [{k: finite(v) for k, v in row.items()} for row in rows] for name, rows in chart.datasets.items()
        },
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=1).decode() + "\n"


def _cell(value: object) -> str:
    if isinstance(value, float):
        return repr(value) if isfinite(value) else ""
    return csv_cell(value if isinstance(value, str | int) or value is None else str(value))
