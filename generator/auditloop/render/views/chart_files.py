"""Where a chart's files lie, and the files themselves: script, CSV, JSON, SVG."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from auditloop.render.charts import Chart, chart_csv, chart_json, chart_script, standalone
from auditloop.render.values import Asset

FOLDER = "assets/charts"


def chart_links(chart_id: str, root: str) -> dict[str, str]:
    """Addresses from a page; named as `chart_block` takes them."""
    base = f"{root}{FOLDER}/{chart_id}"
    return {"script": f"{base}.js", "csv": f"{base}.csv", "json": f"{base}.json", "svg": f"{base}.svg"}


def chart_assets(charts: Sequence[Chart], drawn: Mapping[str, str]) -> tuple[Asset, ...]:
    return tuple(
        asset
        for chart in charts
        for asset in (
            Asset(f"{FOLDER}/{chart.id}.js", chart_script(chart)),
            Asset(f"{FOLDER}/{chart.id}.csv", chart_csv(chart)),
            Asset(f"{FOLDER}/{chart.id}.json", chart_json(chart)),
            Asset(f"{FOLDER}/{chart.id}.svg", standalone(drawn[chart.id])),
        )
    )
