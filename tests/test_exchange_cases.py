"""Every folder in cases/exchange is a table somebody imports, what they are told, and the files afterwards."""

from __future__ import annotations

import runpy
import shlex
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from auditloop.cli.main import app
from case_workspaces import CASES, case_folders, make_workspace, problems_of


@pytest.mark.parametrize("case", case_folders("exchange"), ids=lambda case: case.name)
def test_a_table_is_imported_whole_or_not_at_all(case: Path, tmp_path: Path, accept_cases: bool) -> None:
    """`import.txt` holds the arguments; `table.csv` is beside it, or `make.py` makes a workbook. What is said equals
    expected.txt and expected.zh.txt, and the files that changed are those under after/ (`--accept-cases` writes them).
    """
    arguments = shlex.split((case / "import.txt").read_text(encoding="utf-8"))
    for name, lang in (("expected.txt", "en"), ("expected.zh.txt", "zh")):
        root = make_workspace(CASES / "base", tmp_path / lang)
        for table in case.glob("table.*"):
            shutil.copy(table, root)
        if (case / "make.py").is_file():
            runpy.run_path(str(case / "make.py"))["make"](root / "table.xlsx")
        before = contents(root)

        result = CliRunner().invoke(
            app, ["-C", str(root), "--as-of", "2026-06-30", "--lang", lang, *given(arguments, root)]
        )

        said = f"{result.output}exit code {result.exit_code}\n".replace(str(root), "")
        changed = {file: text for file, text in contents(root).items() if before.get(file) != text}
        if accept_cases:
            (case / name).write_text(said, encoding="utf-8")
            shutil.rmtree(case / "after", ignore_errors=True)
            for file, text in changed.items():
                (case / "after" / file).parent.mkdir(parents=True, exist_ok=True)
                (case / "after" / file).write_text(text, encoding="utf-8", newline="")
        assert said == (case / name).read_text(encoding="utf-8")
        assert changed == contents(case / "after")
        assert result.exit_code in (0, 1)
        if result.exit_code:
            assert changed == {}
        assert not [each for each in problems_of(root) if each.severity == "error"]


def given(arguments: list[str], root: Path) -> list[str]:
    return [str(root / each) if each.startswith("table.") else each for each in arguments]


def contents(root: Path) -> dict[str, str]:
    files = [path for path in sorted(root.rglob("*.yml")) if path.is_file()]
    return {path.relative_to(root).as_posix(): path.read_bytes().decode("utf-8") for path in files}


def test_new_periods_stand_where_the_calendar_puts_them_and_the_others_where_they_were(tmp_path: Path) -> None:
    """A file whose periods are in no order keeps its order; each new one follows the last that comes before it."""
    root = make_workspace(CASES / "base", tmp_path)
    file = root / "audits/front-desk/observations.yml"
    head = "kind: observations\nteam: front-desk\nkpi: waiting-time\nvalues:\n"
    file.write_text(f"{head}  2026-05: 1  # late\n  2026-02: 2\n  # spring\n  2026-03: 3\n", encoding="utf-8")
    rows = "".join(f"front-desk,waiting-time,{period},9\n" for period in ("2026-06", "2026-04", "2026-01", "2025-12"))
    (root / "table.csv").write_text(f"team,kpi,period,value\n{rows}", encoding="utf-8")

    result = CliRunner().invoke(
        app, ["-C", str(root), "--as-of", "2026-06-30", "import", "observations", str(root / "table.csv")]
    )

    assert result.exit_code == 0, result.output
    assert file.read_text(encoding="utf-8") == (
        f"{head}  2025-12: 9\n  2026-01: 9\n  2026-05: 1  # late\n  2026-02: 2\n  # spring\n  2026-03: 3\n"
        "  2026-04: 9\n  2026-06: 9\n"
    )


def test_a_file_that_cannot_be_changed_safely_is_told_with_what_to_write(tmp_path: Path) -> None:
    """An anchor may be named elsewhere in the file: nothing is written, and what to write by hand is told."""
    root = make_workspace(CASES / "base", tmp_path / "w")
    file = root / "audits" / "front-desk" / "observations.yml"
    written = file.read_text(encoding="utf-8").replace("values:", "values: &all")
    file.write_text(written, encoding="utf-8")
    (root / "table.csv").write_text(
        "Team,Indicator,Period,Value\nfront-desk,waiting-time,2026-02,9\n", encoding="utf-8"
    )

    result = CliRunner().invoke(
        app,
        ["-C", str(root), "--as-of", "2026-06-30", "--lang", "en", "import", "observations", str(root / "table.csv")],
    )

    assert result.exit_code == 1
    assert "[import-cannot-edit]" in result.output and "values/2026-02: 9" in result.output
    assert file.read_text(encoding="utf-8") == written
