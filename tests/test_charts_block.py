"""The chart block and its downloads: order, escaping, and rows that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
import json

import pytest

from auditloop.render.charts import KINDS, Chart, chart_block, chart_csv, chart_json
from charts_samples import sample

WORDS = {"view_data": "View data", "csv": "CSV", "json": "JSON", "svg": "SVG", "permalink": "Link", "copied": "Copied"}
LINKS = {"script": "c/x.js", "csv": "c/x.csv", "json": "c/x.json", "svg": "c/x.svg"}


def _block(**changes: object) -> str:
    given = {"title": "Title", "sentence": "Sentence.", "caption": "Caption", "table_html": "<table></table>"} | changes
    return chart_block(sample("trend"), "<svg></svg>", words=WORDS, links=LINKS, **given)  # type: ignore[arg-type]


def test_the_parts_stand_in_order() -> None:
    """Title, sentence, chart, caption, data, downloads, permalink."""
    block = _block()

    places = [
        block.index(part)
        for part in ("Title<", "Sentence.", "<svg", "Caption", "View data", "x.csv", "x.json", "x.svg", "#sample-trend")
    ]
    assert places == sorted(places)
    assert (
        block.startswith("<div data-search-exclude") and 'id="sample-trend"' in block and 'data-src="c/x.js"' in block
    )


def test_the_block_is_one_chunk() -> None:
    """A blank line would end a raw HTML block in Markdown."""
    block = _block(table_html="<table>\n\n  \n<tr></tr>\n</table>", sentence="one\n\ntwo")

    assert all(line.strip() for line in block.split("\n"))


def test_texts_are_escaped() -> None:
    """Nothing but the table and the drawing comes in as markup."""
    block = _block(title='<script>"x"</script>', sentence="<img src=x onerror=y>", caption="a & <b>")

    assert "<script" not in block and "<img" not in block and "<b>" not in block


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_downloads(kind: str) -> None:
    """CSV opens in Excel with Chinese, JSON holds all rows."""
    text = chart_csv(sample(kind))
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))

    assert text.startswith("\ufeff")
    assert len(rows) == len(sample(kind).rows(KINDS[kind].main)) + 1
    assert {len(row) for row in rows} == {len(rows[0])}
    assert json.loads(chart_json(sample(kind)))["data"].keys() == sample(kind).datasets.keys()


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-x", "@SUM(A1)", "\t=1", "\r=1"])
def test_formulas_in_csv_are_harmless(text: str) -> None:
    """A cell that begins like a formula gets an apostrophe; numbers stay numbers."""
    bars = [{"name": text, "order": 0, "points": -1.5}]
    chart = Chart(
        id="c", kind="waterfall", datasets={"bars": bars}, lang="en", title="t", description="d",
        columns=(("name", "Name"), ("points", "Points")),
    )  # fmt: skip
    rows = list(csv.reader(io.StringIO(chart_csv(chart).removeprefix("\ufeff"))))

    assert rows[0] == ["Name", "Points"]
    assert rows[1][0].startswith("'") and rows[1][1] == "-1.5"
