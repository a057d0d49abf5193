"""Charts of the site: a frozen `Chart` (rows whose numbers are already worded) becomes a Vega-Lite spec and an SVG.

Knows how charts look; must not know results, pages, files or arithmetic. Public names, all importable from here:

    Chart(id, kind, datasets, lang, title, description, words={}, low=None, high=None, columns=())
    chart_block(chart, svg, *, title, sentence, caption, table_html, words, links, level=3) -> str
    spec(chart) -> dict                 whole Vega-Lite spec, named data filled
    draw(chart) -> str                  inline SVG, colours as var(--al-…) so that it follows light and dark
    standalone(svg) -> str              the same for a file of its own: light palette, font family
    chart_script(chart) -> str          content of the chart's .js file
    chart_csv(chart) -> str             rows of the chart (begins with a BOM: write as UTF-8)
    chart_json(chart) -> str
    runtime() -> str                    content of assets/auditloop/vega.js (slow: publish.drawing.bundle caches it)

`publish.drawing.draw_all(charts, cache)` draws many, from the cache where it can. A chart without any point is never
built: the page shows an empty state instead.

`chart_block` arguments: title (active title, plain text), sentence, caption (plain text), table_html (trusted HTML),
words with the keys view_data, csv, json, svg, permalink, copied (plain text),
links with the keys script, csv, json, svg (hrefs relative to the page; leave out what does not exist; without `script`
the chart stays static). The block begins with `<div data-search-exclude`, has no blank line, its anchor is the
chart's id. `chart_script` files may lie anywhere in the site; vega.js lies beside auditloop.js.

Datasets by kind. Times `x`, `start`, `end` are ISO dates (a period's first day). `tip` is the tooltip: complete
sentences or lines, separated by "\n", first line shown bold; every row may have one. `label` is the number as people
read it.
`value` None is a gap. `order` is 0, 1, 2 … from the top. `signal` is good | bad | common (default common).

    trend          points  x, period, value, label, tip; excluded=True (hollow, outside the line), latest=True
                           (labelled), signal (good | bad | high | low | common), lower, centre, upper, segment
                           (limits where it stands; None without)
                   target  x, value, label (shown at the last row); benchmark likewise; step lines, None is a gap
                   markers x, kind (start | done | segment), label (a few characters: the number in the list), tip
                   forecast x, low, value, high, tip (dashed; begins with the last value itself)
                   words: y (what the scale is, e.g. "% · higher is better"); upper, centre, lower (labels of the
                   limits); good, bad, high, low, common, excluded (key above the chart, of the looks that occur)
    multiples      points  team, order, x, value, label, tip, target (None without), latest=True, and of trend:
                           excluded, signal, lower, centre, upper, segment
                   words: y
    funnel         points  name, n, value, label, tip, signal
                   curve   n, centre, lower_95, upper_95, lower_998, upper_998
                   words: y, x (what n counts), centre, limit_95, limit_998 (labels of the lines); the looks
    index-trend    points  series, x, value, label, tip, strong=True (the organisation), latest=True (end label)
                   words: y; scale 0–100 unless low/high say otherwise
    waterfall      bars    name, order, value, label (where the score stands: first and last row);
                           or name, order, points, label ("+2.3"), signal, tip (what a part added)
                   words: y (what is shown, e.g. "points")
    score-history  points  series (checklist), x, value, label, tip, shape (self | internal | third-party |
                           mystery-shopper | re-audit), shape_label (its word), latest=True
                   bands   lower, upper, label (grade)
                   words: y
    domain-dots    rows    name, order, value, label, median (None without), signal, tip
                   words: y, own, median (both for the key above the chart)
    pareto         bars    name, order, value, label ("12"), cumulative ("34 %"), tip
                   words: y, cumulative (header of that column)
    risk-grid      cells   likelihood 1–5, impact 1–5, value (count), label ("3" or ""), risk (low | medium | high |
                           extreme), risk_label (its word), tip
                   words: x (impact), y (likelihood)
    ageing         bars    name (bucket), order, value, label, signal, tip
                   words: y
    answers        bars    name, order, value, before (None without), label, tip
                   words: y, own, before (both for the key above the chart)
    interval-trend points  x, name (its period, under the dot), value, low, high (None without), label, tip,
                           latest=True
                   others  x, value, label (shown at the last row), tip: a faint line
                   words: y
    intervals      rows    name, order, value, low, high (None without), label, signal, tip
                   centre  value, label (one row: what all are together)
                   words: y, good, bad, common (key above the chart, where anything is judged)
    dumbbell       rows    name, order, value, expected (None without), label (the gap), signal, tip
                   words: y, gap (header of the labels), expected, good, bad, common (key above the chart)
    quadrants      points  name, value, importance, signal, tip
                   cross   value, importance (one row)
                   words: x, y, and the names of the corners: concentrate-here, keep-up, low-priority,
                   possible-overkill
    attainment     points  x, value, low, high (interval), label, tip, signal, latest=True (labelled)
                   target  x, value, label (shown at the last row)
                   words: y, band (what the band is), good, bad (key above the chart, of the looks that occur)
    steps          bars    name, order, value, label, tip, median, p90, kept (texts), signal (of kept)
                   words: y, median, p90, kept (heads of the texts)
    heat-map       cells   row, column (0, 1, 2 …), value, label ("12" or ""), hot=True (flagged), tip; all pairs
                   rows    row, name
                   columns column, name
                   words: y, hot (key above the chart, where any cell is)
    timeline       bars    name, order, start, end (due; None: not drawn), state (open | overdue | done | verified |
                           cancelled), state_label, tip
                   marks   order, x, kind (due | moved | done), tip
                   today   x, label (one row)
                   words: due, moved, done (key above the chart; leave out what does not occur)
    gantt          rows    id, kind (goal | milestone | action), name, order, start (None: a day only), end, state (of a
                           milestone or action: done | overdue | waiting | running | planned; of a goal its own),
                           state_label, inside=True (under the goal before it), signal, tip, reached_to (a goal: how far
                           its way is covered, as a day)
                   late    order, start, end (time past its day)
                   arrows  from, to (ids of rows)
                   today   x, label (one row, or none)
                   span    start, end (one row: first and last day of the chart)
                   words: y, covered, arrow and the states (key above the chart, of what occurs)
    journey        rows    kind (touchpoint | step), name, order; of a step: minutes, label ("21 min"), standard,
                           over=True, adds_value, waiting, after (minutes measured later), experience (1–5, None: not on
                           the curve), experience_after, pain (its number, as text), channel (0: all, else 1, 2 …), tip
                   lines   series, dash (0, 1 …), step, order, value (a point of one channel's curve)
                   words: experience, short (on a phone), time (heads), pain, adds, adds_not, waiting, standard,
                   after, channel_0 … (by dash; key above the chart, of what occurs)
"""

from auditloop.render.charts.block import chart_block
from auditloop.render.charts.chart import Chart
from auditloop.render.charts.downloads import chart_csv, chart_json
from auditloop.render.charts.kinds import KINDS
from auditloop.render.charts.runtime import runtime
from auditloop.render.charts.spec import chart_script, overlay, spec
from auditloop.render.charts.svg import draw, standalone

__all__ = [
    "KINDS",
    "Chart",
    "chart_block",
    "chart_csv",
    "chart_json",
    "chart_script",
    "draw",
    "overlay",
    "runtime",
    "spec",
    "standalone",
]
