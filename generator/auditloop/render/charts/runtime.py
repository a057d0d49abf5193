"""The browser's side of charts as one file: Vega, Vega-Lite and the loader's templates, from vl-convert's own copy."""

from __future__ import annotations

from auditloop.render.charts.kinds import KINDS
from auditloop.render.charts.spec import template, templates_script
from auditloop.render.charts.svg import vega_lite_version


def runtime() -> str:
    """JavaScript that sets `window.vegaEmbed` and hands the templates of all kinds to the loader. Takes seconds."""
    import vl_convert

    schema = template(next(iter(KINDS)))["$schema"]
    bundle: str = vl_convert.javascript_bundle(
        snippet="window.vegaEmbed = vegaEmbed;", vl_version=vega_lite_version(schema)
    )
    return f"(()=>{{{bundle}\n}})();\n{templates_script()}"
