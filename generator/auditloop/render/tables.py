"""A table of a view into HTML: complete, with scope, labels for phone cards and keys for sorting.

Plain Python instead of a template, and pieces joined once, because a site holds hundreds of thousands of cells.
"""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from auditloop.render.escape import attribute, html, marked, safe
from auditloop.render.views.common import Column, Row, Table

_Opening = tuple[str, str, str]


def table_html(table: Table, region: str = "") -> Markup:
    """One block without blank lines; a table without rows is the sentence that says why.

    With a `region` the table's box scrolls by itself: it has that name and takes the keyboard.
    """
    anchor = f' id="{safe(table.id)}"' if table.id else ""
    if not table.rows:
        return marked(f'<p class="al-empty"{anchor}>{safe(table.empty)}</p>')
    css = f" {table.css}" if table.css else ""
    filterable = " data-filter" if table.filterable else ""
    hidden = "" if table.visible_caption else ' class="al-hidden"'
    heads = "".join([_head(column, table.filterable) for column in table.columns])
    scrolls = f' tabindex="0" role="region" aria-label="{attribute(region)}"' if region else ""
    openings = tuple(map(_opening, table.columns))
    lines = [
        f'<div class="al-table-wrap"{anchor}{scrolls}>',
        f'<table class="al-table{css}"{filterable}><caption{hidden}>{html(table.caption)}</caption>',
        f"<thead><tr>{heads}</tr></thead>",
        "<tbody>",
        *[_row(row, openings, sortable=table.filterable) for row in table.rows],
        "</tbody></table></div>",
    ]
    return marked("\n".join(lines))


@lru_cache(maxsize=1024)
def _head(column: Column, filterable: bool) -> str:
    choose = f' data-choose="{safe(column.choose)}"' if column.choose and filterable else ""
    unsorted = "" if column.sortable else " data-nosort"
    return f'<th scope="col"{_css(column.css)}{choose}{unsorted}>{html(column.label)}</th>'


def _row(row: Row, openings: tuple[_Opening, ...], *, sortable: bool) -> str:
    anchor = f' id="{safe(row.anchor)}"' if row.anchor else ""
    pieces = [f"<tr{anchor}{_css(row.css)}>"]
    for cell, (plain, css, label) in zip(row.cells, openings, strict=True):
        opening = f"<td{_css(f'{css} {cell.css}'.strip())}" if cell.css else plain
        words = safe(cell.html)
        if not words:
            pieces.append(f"{opening}></td>")
            continue
        sort = f' data-sort="{safe(cell.sort)}"' if sortable and cell.sort is not None else ""
        # On phones a cell is a grid of label and content: content of several parts has to be one element.
        inner = f"<div>{words}</div>" if label and "<" in words else words
        pieces.append(f"{opening}{label}{sort}>{inner}</td>")
    pieces.append("</tr>")
    return "".join(pieces)


@lru_cache(maxsize=1024)
def _opening(column: Column) -> _Opening:
    """What every cell of a column carries: its start, its classes, its label.

    The card's heading needs no label; widths are set by the head alone.
    """
    classes = [name for name in column.css.split() if name != "al-wide"]
    labelled = column.label and "al-wide" not in column.css and "al-main" not in classes
    css = " ".join(classes)
    return f"<td{_css(css)}", css, f' data-label="{safe(column.label)}"' if labelled else ""


def _css(classes: str) -> str:
    return f' class="{classes}"' if classes else ""
