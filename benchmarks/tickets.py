"""A log of very many tickets: read, checked and measured, beside the bare cost of reading the same CSV file.

    python -m benchmarks.tickets [--tickets 200000]

Each stage runs alone in a fresh process. The bare cost is Python's own `csv`, which is written in C, has no
dependencies and is as well kept as Python itself; every row is read and none kept. What the same command costs
without any ticket (starting Python, the schemas, the built-in checklists) is taken off before the ratio is made.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.memory import peak_megabytes

TEAMS = 4
AS_OF = dt.date(2026, 11, 15)
FIRST = dt.datetime(2024, 11, 1)
MINUTES = 24 * 30 * 24 * 60
RATIO, MEGABYTES = 4.0, 500.0
"""What is aimed for."""
_RUNS = 3

COLUMNS = "工单号,类型,渠道,类别,优先级,客户层级,由谁解决,受理时间,首次答复,方案时间,解决时间,重复,接触次数,评分"
_MAPPING = """  columns:
    {id: 工单号, type: 类型, channel: 渠道, category: 类别, priority: 优先级, tier: 客户层级,
    solved_by: 由谁解决, received: 受理时间, first_response: 首次答复, planned: 方案时间,
    resolved: 解决时间, repeat_of: 重复, contacts: 接触次数, rating: 评分}
  values: {type: {投诉: complaint, 咨询: enquiry, 技术支持: support}}
"""


def main() -> int:
    options = _options()
    if options.stage:
        return _run(options.stage, Path(options.dir))
    with tempfile.TemporaryDirectory(prefix="auditloop-tickets-") as folder:
        root = Path(folder)
        size = write(root, options.tickets)
        print(f"{options.tickets:,} tickets, {size / 1e6:.1f} MB", file=sys.stderr)
        bare = _measured("csv", root)
        whole = _measured("tickets", root)
        for path in root.glob("audits/team-*"):
            path.unlink()
        empty = _measured("tickets", root)
    ratio = (whole["cpu"] - empty["cpu"]) / bare["cpu"]
    print("| stage | CPU s | ratio | aim | MB | aim |\n|---|---|---|---|---|---|")
    print(f"| csv: every row read, none kept | {bare['cpu']:.2f} | 1 | | {bare['megabytes']:.0f} | |")
    print(f"| the same command without tickets | {empty['cpu']:.2f} | | | {empty['megabytes']:.0f} | |")
    print(
        f"| tickets: read, checked, measured | {whole['cpu']:.2f} | {ratio:.1f} | ≤ {RATIO:g} "
        f"| {whole['megabytes']:.0f} | < {MEGABYTES:g} |"
    )
    return 0


def write(root: Path, tickets: int) -> int:
    """A workspace with that many tickets in one CSV file per team. Returns the size of all files."""
    chance = random.Random("tickets")
    audits = root / "audits"
    audits.mkdir(parents=True, exist_ok=True)
    (root / "mkdocs.yml").write_text("site_name: Benchmark\n", encoding="utf-8")
    teams = "".join(f"  - {{id: team-{n}, name: {{zh: 团队{n}, en: Team {n}}}}}\n" for n in range(TEAMS))
    (audits / "organisation.yml").write_text(
        "kind: organisation\nid: bench\nname: {zh: 基准, en: Benchmark}\ntimezone: Asia/Shanghai\n"
        'business_hours: {country: CN, days: mon-fri, hours: "09:00-18:00"}\n'
        f"teams:\n{teams}channels:\n  - {{id: phone, name: Phone}}\n  - {{id: app, name: App}}\n",
        encoding="utf-8",
    )
    (audits / "standards.yml").write_text(
        "kind: standards\nstandards:\n"
        "  - {id: first, name: First, where: {type: complaint}, to: first_response, within: 30min, target: 95}\n"
        "  - {id: solved, name: Solved, where: {type: complaint}, to: resolved, within: 48h, target: 90}\n"
        "  - {id: plan, name: Plan, where: {type: complaint}, to: planned, within: 4h, clock: business}\n"
        "  - {id: all, name: All, to: resolved, within: 5d, clock: business, target: 90}\n",
        encoding="utf-8",
    )
    for id, unit, kind, what in (
        ("response", "min", "value", "{measure: mean, to: first_response}"),
        ("slowest", "h", "value", "{measure: p90, to: resolved}"),
        ("fcr", '"%"', "proportion", "{measure: first-contact-resolution}"),
        ("repeats", '"%"', "proportion", "{measure: repeat-rate, within: 7d}"),
    ):
        (audits / f"{id}.yml").write_text(
            f"kind: kpi\nid: {id}\nname: {id}\ndimension: efficiency\ndefinition: x\nunit: {unit}\nbetter: lower\n"
            f"frequency: monthly\nkind_of_data: {kind}\nfrom_tickets: {what}\n",
            encoding="utf-8",
        )
    size = 0
    for team in range(TEAMS):
        text = "\n".join([COLUMNS, *(_row(chance, team, n, tickets // TEAMS) for n in range(tickets // TEAMS))]) + "\n"
        path = audits / f"team-{team}.csv"
        path.write_text(text, encoding="utf-8")
        size += path.stat().st_size
        (audits / f"team-{team}.yml").write_text(
            f"kind: tickets\nteam: team-{team}\nfrom_csv:\n  file: team-{team}.csv\n{_MAPPING}", encoding="utf-8"
        )
    return size


def _row(chance: random.Random, team: int, number: int, count: int) -> str:
    received = FIRST + dt.timedelta(minutes=number * MINUTES // count)
    first = received + dt.timedelta(minutes=int(chance.expovariate(1 / 20)) + 1)
    planned = first + dt.timedelta(minutes=int(chance.expovariate(1 / 120)) + 1)
    solved = planned + dt.timedelta(minutes=int(chance.expovariate(1 / 900)) + 1)
    repeat = f"T-{team}-{chance.randrange(number):06d}" if number > 10 and chance.random() < 0.04 else ""
    return ",".join(
        (
            f"T-{team}-{number:06d}",
            chance.choice(("投诉", "咨询", "咨询", "技术支持")),
            chance.choice(("phone", "app")),
            chance.choice(("waiting-time", "billing", "attitude", "fault", "delivery")),
            chance.choice(("normal", "normal", "high")),
            chance.choice(("new", "regular", "vip")),
            chance.choice(("person", "bot")),
            received.strftime("%Y-%m-%d %H:%M"),
            first.strftime("%Y-%m-%d %H:%M"),
            planned.strftime("%Y-%m-%d %H:%M"),
            solved.strftime("%Y-%m-%d %H:%M"),
            repeat,
            str(chance.choice((1, 1, 1, 2, 3))),
            chance.choice(("", "3", "4", "5")),
        )
    )


def _run(stage: str, root: Path) -> int:
    started = time.process_time()
    {"csv": _csv, "tickets": _tickets}[stage](root)
    print(json.dumps({"cpu": time.process_time() - started, "megabytes": peak_megabytes()}))
    return 0


def _csv(root: Path) -> None:
    import csv

    for path in sorted((root / "audits").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            for _ in csv.reader(stream):
                pass


def _tickets(root: Path) -> None:
    from auditloop import pipeline
    from auditloop.assess import encode

    encode(pipeline.assess(pipeline.read_config(root, as_of=AS_OF.isoformat())).results)


def _measured(stage: str, root: Path) -> dict[str, float]:
    """The run that took the least processor time."""
    command = [sys.executable, "-m", "benchmarks.tickets", "--stage", stage, "--dir", str(root)]
    runs = [
        json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout) for _ in range(_RUNS)
    ]
    return min(runs, key=lambda run: run["cpu"])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.tickets", description=__doc__)
    parser.add_argument("--tickets", type=int, default=200_000, metavar="N")
    parser.add_argument("--stage", choices=("csv", "tickets"), help=argparse.SUPPRESS)
    parser.add_argument("--dir", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
