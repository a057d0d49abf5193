"""A table of a view into HTML: complete, with scope, labels for phone cards and keys for sorting.

Plain Python instead of a template, because pages hold tens of thousands of cells.
"""

from __future__ import annotations

from markupsafe import Markup
from markupsafe import escape as e

from auditloop.render.escape import html
from auditloop.render.views.common import Column, Row, Table


def table_html(table: Table) -> Markup:
    """One block without blank lines; a table without rows is the sentence that says why."""
    anchor = f' id="{e(table.id)}"' if table.id else ""
    if not table.rows:
        return Markup(f'<p class="al-empty"{anchor}>{e(table.empty)}</p>')
    css = f" {table.css}" if table.css else ""
    filterable = " data-filter" if table.filterable else ""
    hidden = "" if table.visible_caption else ' class="al-hidden"'
    heads = "".join(map(_head, table.columns))
    openings = [_opening(column) for column in table.columns]
    lines = [
        f'<div class="al-table-wrap"{anchor}>',
        f'<table class="al-table{css}"{filterable}><caption{hidden}>{html(table.caption)}</caption>',
        f"<thead><tr>{heads}</tr></thead>",
        "<tbody>",
        *(_row(row, openings, len(table.columns)) for row in table.rows),
        "</tbody></table></div>",
    ]
    return Markup("\n".join(lines))


def _head(column: Column) -> str:
    choose = f' data-choose="{e(column.choose)}"' if column.choose else ""
    unsorted = "" if column.sortable else " data-nosort"
    return f'<th scope="col"{_css(column.css)}{choose}{unsorted}>{html(column.label)}</th>'


def _row(row: Row, openings: list[tuple[str, str]], width: int) -> str:
    anchor = f' id="{e(row.anchor)}"' if row.anchor else ""
    start = f"<tr{anchor}{_css(row.css)}>"
    if row.group is not None:
        return f'{start}<th scope="colgroup" colspan="{width}">{row.group}</th></tr>'
    cells = []
    for cell, (css, label) in zip(row.cells, openings, strict=True):
        words = cell.html if isinstance(cell.html, Markup) else e(cell.html)
        # On phones a cell is a grid of label and content: content of several parts has to be one element.
        inner = f"<div>{words}</div>" if "<" in words else words
        classes = f"{css} {cell.css}".strip() if cell.css else css
        sort = "" if cell.sort is None else f' data-sort="{e(cell.sort)}"'
        cells.append(f"<td{_css(classes)}{label}{sort}>{inner}</td>" if words else f"<td{_css(classes)}></td>")
    return f"{start}{''.join(cells)}</tr>"


def _opening(column: Column) -> tuple[str, str]:
    """What every cell of a column carries. The card's heading needs no label; widths are set by the head alone."""
    classes = [name for name in column.css.split() if name != "al-wide"]
    labelled = column.label and "al-wide" not in column.css and "al-main" not in classes
    return " ".join(classes), f' data-label="{e(column.label)}"' if labelled else ""


def _css(classes: str) -> str:
    return f' class="{classes}"' if classes else ""
