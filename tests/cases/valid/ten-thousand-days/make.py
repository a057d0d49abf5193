"""Every day since 1999: more than anybody writes by hand."""

import datetime as dt
from pathlib import Path


def make(workspace: Path) -> None:
    days = (dt.date(1999, 1, 1) + dt.timedelta(at) for at in range(10_000))
    lines = [f"  {day}: {9 + (at * 7) % 5}\n" for at, day in enumerate(days)]
    observed = "kind: observations\nteam: front-desk\nkpi: queue\nvalues:\n" + "".join(lines)
    (workspace / "audits" / "queue-days.yml").write_text(observed, encoding="utf-8")
