"""One small chart of every kind, with any text put wherever a chart shows text; used by the tests of charts."""

from __future__ import annotations

from typing import Any

from auditloop.render.charts import Chart

MONTHS = [f"{2024 + i // 12}-{i % 12 + 1:02d}-01" for i in range(24)]


def _months(text: str, **more: Any) -> list[dict[str, Any]]:
    rows = [
        {
            "x": x,
            "period": x[:7],
            "value": None if i == 8 else 70 + i * 0.7 + i % 3,
            "label": "82.1",
            "tip": f"{text}\n82",
            "lower": 68 if i < 12 else 74 + i % 2,
            "centre": 78,
            "upper": 90,
            "segment": int(i >= 12),
        }
        for i, x in enumerate(MONTHS)
    ]
    rows[-1] |= {"latest": True, "signal": "good"}
    rows[5] |= {"signal": "bad"}
    return [row | more for row in rows]


def _datasets(text: str) -> dict[str, dict[str, list[dict[str, Any]]]]:
    teams = [f"{text} {i}" for i in range(3)]
    rows = [
        {
            "name": f"{text} {i}",
            "order": i,
            "value": 5 - i,
            "points": 2 - i,
            "median": 3,
            "before": 2.5,
            "expected": 3,
            "low": 4.5 - i,
            "high": 5.5 - i,
            "importance": 4 + i / 10,
            "label": text,
            "cumulative": text,
            "signal": "bad" if i else "good",
            "tip": text,
        }
        for i in range(4)
    ]
    return {
        "trend": {
            "points": [{**row, "excluded": i == 3} for i, row in enumerate(_months(text))],
            "target": [{"x": x, "value": 85, "label": text} for x in MONTHS],
            "benchmark": [{"x": x, "value": 80, "label": text} for x in MONTHS],
            "markers": [
                {"x": "2024-06-11", "kind": "start", "label": text, "tip": text},
                {"x": "2024-06-20", "kind": "done", "label": text},
                {"x": "2025-01-01", "kind": "segment", "label": text},
            ],
            "forecast": [
                {"x": x, "low": 80, "value": 85, "high": 90, "tip": text} for x in ("2025-12-01", "2026-01-01")
            ],
        },
        "multiples": {
            "points": [row for i, t in enumerate(teams) for row in _months(text, team=t, order=i, target=85)]
        },
        "funnel": {
            "points": [
                {
                    "name": f"{text} {i}",
                    "n": n,
                    "value": 80 + i,
                    "label": text,
                    "tip": text,
                    "signal": "bad" if i else "common",
                }
                for i, n in enumerate((120, 800, 900))
            ],
            "curve": [
                {
                    "n": n,
                    "centre": 81,
                    "lower_95": 81 - w,
                    "upper_95": 81 + w,
                    "lower_998": 81 - 2 * w,
                    "upper_998": 81 + 2 * w,
                }
                for n, w in ((100, 8), (400, 4), (1000, 2))
            ],
        },
        "index-trend": {"points": [row for i, t in enumerate(teams) for row in _months(text, series=t, strong=i == 0)]},
        "waterfall": {
            "bars": [
                {"name": text, "order": 0, "value": 80.0, "label": text},
                *({"signal": "good", **row, "order": n, "value": None} for n, row in enumerate(rows, 1)),
                {"name": text, "order": len(rows) + 1, "value": 82.0, "label": text},
            ]
        },
        "score-history": {
            "points": [
                {
                    "series": text,
                    "x": "2024-03-02",
                    "value": 61,
                    "label": text,
                    "shape": "self",
                    "shape_label": text,
                    "tip": text,
                },
                {
                    "series": text,
                    "x": "2025-03-02",
                    "value": 74,
                    "label": text,
                    "shape": "re-audit",
                    "shape_label": text,
                    "latest": True,
                },
            ],
            "bands": [{"lower": 0, "upper": 70, "label": text}, {"lower": 70, "upper": 100, "label": text}],
        },
        "domain-dots": {"rows": rows},
        "pareto": {"bars": rows},
        "risk-grid": {
            "cells": [
                {
                    "likelihood": a,
                    "impact": b,
                    "value": a,
                    "label": text,
                    "risk": "high",
                    "risk_label": text,
                    "tip": text,
                }
                for a in range(1, 6)
                for b in range(1, 6)
            ]
        },
        "ageing": {"bars": rows},
        "answers": {"bars": rows},
        "interval-trend": {
            "points": [
                {
                    "x": x,
                    "name": text,
                    "value": 80 + i,
                    "low": 78 + i,
                    "high": 82 + i,
                    "label": text,
                    "tip": text,
                    "latest": i == 3,
                }
                for i, x in enumerate(MONTHS[::3][:4])
            ],
            "others": [{"x": x, "value": 75, "label": text, "tip": text} for x in MONTHS[::3][:4]],
        },
        "intervals": {"rows": rows, "centre": [{"value": 3, "label": text}]},
        "dumbbell": {"rows": rows},
        "quadrants": {"points": rows, "cross": [{"value": 3.5, "importance": 4.1}]},
        "attainment": {
            "points": [
                {"x": x, "value": 80 + i, "low": 74 + i, "high": 86, "label": text, "tip": text, "latest": i == 5}
                | {"signal": "bad" if i == 2 else "good" if i == 5 else "common"}
                for i, x in enumerate(MONTHS[:6])
            ],
            "target": [{"x": x, "value": 85, "label": text} for x in MONTHS[:6]],
        },
        "steps": {"bars": [row | {"median": text, "p90": text, "kept": text} for row in rows]},
        "heat-map": {
            "cells": [
                {"row": r, "column": c, "value": r * c, "label": text, "hot": r == c == 1, "tip": text}
                for r in range(3)
                for c in range(4)
            ],
            "rows": [{"row": r, "name": f"{text} {r}"} for r in range(3)],
            "columns": [{"column": c, "name": f"{text} {c}"} for c in range(4)],
        },
        "timeline": {
            "bars": [
                {
                    "name": text,
                    "order": i,
                    "start": "2026-01-05",
                    "end": "2026-03-01",
                    "state": state,
                    "state_label": text,
                    "tip": text,
                }
                for i, state in enumerate(("open", "overdue", "done", "verified", "cancelled"))
            ],
            "marks": [
                {"order": 1, "x": "2026-02-01", "kind": "moved", "tip": text},
                {"order": 2, "x": "2026-02-20", "kind": "done"},
            ],
            "today": [{"x": "2026-02-10", "label": text}],
        },
        "journey": {
            "rows": [
                {"id": "t", "kind": "touchpoint", "name": text, "order": 0},
                *(
                    {
                        "id": f"s{i}",
                        "kind": "step",
                        "name": text,
                        "order": i,
                        "minutes": 3 * i,
                        "label": text,
                        "standard": None if i == 1 else 4,
                        "over": i == 2,
                        "adds_value": i == 1,
                        "waiting": i == 2,
                        "after": 2 if i == 2 else None,
                        "experience": i,
                        "experience_after": 4 if i == 2 else None,
                        "pain": text if i == 2 else "",
                        "channel": i - 1,
                        "tip": text,
                    }
                    for i in range(1, 4)
                ),
            ],
            "lines": [
                {"series": series, "dash": dash, "step": i, "order": i, "value": i}
                for dash, series in enumerate(("app", "counter"))
                for i in range(1, 4)
            ],
        },
        "gantt": {
            "rows": [
                {
                    "id": f"row-{i}",
                    "kind": "goal" if i == 0 else "action" if i == 3 else "milestone",
                    "name": text,
                    "order": i,
                    "start": None if i == 2 else "2026-01-05",
                    "end": f"2026-0{i + 2}-01",
                    "state": "behind" if i == 0 else ("done", "overdue", "waiting", "running", "planned")[i - 1],
                    "state_label": text,
                    "inside": i == 1,
                    "signal": ("bad", "good", "bad")[i % 3],
                    "reached_to": "2026-01-20" if i == 0 else None,
                    "tip": text,
                }
                for i in range(6)
            ],
            "late": [{"order": 2, "start": "2026-04-01", "end": "2026-04-20"}],
            "arrows": [{"from": "row-1", "to": "row-3"}, {"from": "row-4", "to": "row-3"}],
            "today": [{"x": "2026-04-20", "label": text}],
            "span": [{"start": "2026-01-01", "end": "2026-12-31"}],
        },
    }


def sample(kind: str, text: str = "首次响应", lang: str = "zh") -> Chart:
    """A chart of this kind that says `text` everywhere."""
    keys = ("x", "y", "own", "median", "cumulative", "due", "moved", "done", "lower", "centre", "upper", "good", "bad")
    keys += ("common", "excluded", "limit_95", "limit_998", "before", "gap", "expected")
    keys += ("concentrate-here", "keep-up", "low-priority", "possible-overkill")
    keys += ("band", "p90", "kept", "hot")
    keys += ("covered", "arrow", "overdue", "waiting", "running", "planned")
    keys += ("experience", "time", "pain", "adds", "adds_not", "standard", "after", "channel_0", "channel_1")
    return Chart(
        id=f"sample-{kind}",
        kind=kind,
        datasets=_datasets(text)[kind],
        lang=lang,
        title=text,
        description=text,
        words=dict.fromkeys(keys, text),
    )
