"""Very many indicators over time: their statistics, beside the bare cost of parsing the YAML that holds them.

    python -m benchmarks.series [--series 1000] [--points 60]

The bare cost is PyYAML's C loader over the same texts, keeping nothing. Process control is the choice of
the chart, its limits, every signal of every point and the test of runs. Everything measured is what the results hold
beside it: targets, gaps, quarters and years, the forecast, the organisation's pooled series.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import random
import time
from collections.abc import Callable
from typing import Any

import yaml

from auditloop.assess.measures import reading, scale_of
from auditloop.assess.measuring import measure_all
from auditloop.assess.spc import Datum, analyse, choose
from auditloop.model.build import build_workspace

PER_INDICATOR = 20
"""Teams that report an indicator."""
KINDS = ("value", "proportion", "count", "value")
AIM = 1.0
"""Process control takes no longer than the parser."""
_RUNS = 5


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m benchmarks.series")
    options.add_argument("--series", type=int, default=1000)
    options.add_argument("--points", type=int, default=60)
    asked = options.parse_args()
    texts = documents(asked.series, asked.points)
    observed = [yaml.load(text, yaml.CSafeLoader) for text in texts]
    workspace = build_workspace([*_definitions(asked.series), *observed], {})
    series = _series(workspace)
    after = dt.date(2020 + asked.points // 12, asked.points % 12 + 1, 20)

    bare = seconds(lambda: [yaml.load(text, yaml.CSafeLoader) for text in texts])
    judged = seconds(lambda: [_judge(*each) for each in series])
    measured = seconds(lambda: measure_all(workspace, after))

    print(f"{len(series):,} series of {asked.points} points")
    print("| what | CPU s | ratio | aim |\n|---|---|---|---|")
    print(f"| parse: PyYAML's C loader, nothing kept | {bare:.2f} | 1 | |")
    print(f"| process control: chart, limits, signals, runs | {judged:.2f} | {judged / bare:.2f} | ≤ {AIM:g} |")
    print(f"| everything measured of an indicator | {measured:.2f} | {measured / bare:.2f} | |")
    return 0


def documents(series: int, points: int) -> list[str]:
    """One observations file per series; the same numbers give the same bytes."""
    chance = random.Random("series")
    months = [f"{2020 + at // 12}-{at % 12 + 1:02d}" for at in range(points)]
    return [
        f"kind: observations\nteam: team-{n % PER_INDICATOR}\nkpi: kpi-{n // PER_INDICATOR}\nvalues:\n"
        + "".join(f"  {month}: {_value(chance, _kind(n // PER_INDICATOR))}\n" for month in months)
        for n in range(series)
    ]


def seconds(work: Callable[[], object]) -> float:
    """Processor time of the best of some runs: other work on the machine only ever adds."""
    found = []
    for _ in range(_RUNS):
        gc.collect()
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def _definitions(series: int) -> list[dict[str, Any]]:
    teams = [{"id": f"team-{n}", "name": f"Team {n}"} for n in range(PER_INDICATOR)]
    return [
        {"kind": "organisation", "id": "bench", "name": "Benchmark", "teams": teams},
        *(
            {
                "kind": "kpi",
                "id": f"kpi-{n}",
                "name": f"Indicator {n}",
                "dimension": "efficiency",
                "definition": "x",
                "unit": "%" if _kind(n) == "proportion" else "min",
                "better": "lower",
                "frequency": "monthly",
                "kind_of_data": _kind(n),
                "target": 30,
            }
            for n in range(-(-series // PER_INDICATOR))
        ),
    ]


def _series(workspace: Any) -> list[tuple[Any, list[Datum]]]:
    found: dict[tuple[str, str], list[Datum]] = {}
    for each in workspace.observations:
        read = reading(workspace.kpis[each.kpi], each.period, each.measured)
        found.setdefault((each.kpi, each.team), []).append(Datum(read.value or 0.0, read.n, read.of))
    return [(workspace.kpis[kpi], data) for (kpi, _), data in found.items()]


def _judge(kpi: Any, data: list[Datum]) -> None:
    choice = choose(kpi.chart, kpi.kind_of_data, kpi.rules, data)
    analyse(data, choice.chart, choice.profile, better=kpi.better, scale=scale_of(kpi))


def _kind(indicator: int) -> str:
    return KINDS[indicator % len(KINDS)]


def _value(chance: random.Random, kind: str) -> str:
    if kind == "proportion":
        return f"{{n: {round(chance.gauss(80, 4))}, of: 100}}"
    return f"{chance.gauss(30, 3):.1f}" if kind == "value" else f"{max(0, round(chance.gauss(30, 6)))}"


if __name__ == "__main__":
    raise SystemExit(main())
