"""Writes the Vega-Lite template of every kind of chart, as Altair makes it, to where the package reads it.

python -m tools.charts
"""

from __future__ import annotations

from pathlib import Path

from auditloop.render import charts
from auditloop.render.charts.kinds import KINDS
from auditloop.render.charts.spec import written

FOLDER = Path(charts.__file__).parent / "specs"


def main() -> None:
    wanted = {FOLDER / f"{kind}.json": written(kind) for kind in KINDS}
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.json"):
        if path not in wanted:
            path.unlink()
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8")
    print(f"{len(wanted)} templates in {FOLDER.relative_to(Path.cwd())}")


if __name__ == "__main__":
    main()
