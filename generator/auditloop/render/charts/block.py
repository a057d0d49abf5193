"""The chart block of a page, in this order: active title, sentence, chart, caption, data table, downloads, permalink.

Knows HTML; every text is escaped here, only the table and the SVG come in as markup.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from auditloop.render.charts.chart import Chart
from auditloop.render.charts.spec import overlay
from auditloop.render.escape import attribute, html

_BLANK_LINES = re.compile(r"\n\s*\n")
_DOWNLOADS = ("csv", "json", "svg")


def chart_block(
    chart: Chart,
    svg: str,
    *,
    title: str,
    sentence: str,
    caption: str,
    table_html: str,
    words: Mapping[str, str],
    links: Mapping[str, str],
    level: int = 3,
) -> str:
    """One raw HTML chunk. See the room's docstring for the keys of `words` and `links`."""
    name, heading = attribute(chart.id), html(title)
    script = f' data-src="{attribute(links["script"])}"' if links.get("script") else ""
    downloads = "".join(
        f'<a href="{attribute(links[kind])}" download>{html(words[kind])}</a>' for kind in _DOWNLOADS if links.get(kind)
    )
    lines = [
        f'<div data-search-exclude class="al-chart-block" id="{name}">',
        f'<h{level} class="al-chart-title" id="{name}-heading">{heading}</h{level}>',
        f'<p class="al-chart-sentence">{html(sentence)}</p>' if sentence else "",
        f'<figure aria-labelledby="{name}-heading"><div class="al-chart {_shape(chart)}" data-chart="{name}"{script}>',
        f'<div class="al-chart-static">{svg}</div></div>',
        f"<figcaption>{html(caption)}</figcaption></figure>" if caption else "</figure>",
        '<div class="al-chart-foot">',
        _data(table_html, words["view_data"]) if table_html else "",
        downloads,
        f'<a class="al-permalink" href="#{name}" data-copied="{attribute(words["copied"])}">',
        f"{html(words['permalink'])}</a>",
        "</div></div>",
    ]
    block = "\n".join(line for line in lines if line)
    return _BLANK_LINES.sub("\n", block)


def _data(table_html: str, summary: str) -> str:
    return f"<details><summary>{html(summary)}</summary>{table_html}</details>"


def _shape(chart: Chart) -> str:
    """Whether the height follows the width or is the number of rows: lets the page keep the room free on phones."""
    return "al-chart--fluid" if overlay(chart)["usermeta"]["fluid"] else "al-chart--rows"
