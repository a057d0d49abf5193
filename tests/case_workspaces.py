"""Case folders → workspaces: the small valid base, with the files of a case laid over it."""

from __future__ import annotations

import datetime as dt
import runpy
import shutil
from functools import cache
from pathlib import Path

from auditloop import resources
from auditloop.load import Document, read_document, read_workspace
from auditloop.load.pointers import with_pointers
from auditloop.problems import Problem, sort_problems
from auditloop.validate import Schemas, validate

CASES = Path(__file__).parent / "cases"
AS_OF = dt.date(2026, 6, 30)


def case_folders(name: str) -> list[Path]:
    return sorted(path for path in (CASES / name).iterdir() if path.is_dir())


def make_workspace(case: Path, workspace: Path) -> Path:
    """`audits/` of the case over `audits/` of the base, then what `make.py` of the case does to it."""
    shutil.copytree(CASES / "base" / "audits", workspace / "audits")
    if (case / "audits").is_dir():
        shutil.copytree(case / "audits", workspace / "audits", dirs_exist_ok=True)
    if (case / "make.py").is_file():
        runpy.run_path(str(case / "make.py"))["make"](workspace)
    return workspace


def problems_of(workspace: Path) -> list[Problem]:
    """Everything that reading and validating a workspace finds, as the pipeline does it."""
    loaded = read_workspace(workspace)
    validated = validate((*loaded.documents, *built_in_checklists()), schemas(), as_of=AS_OF, tables=loaded.tables)
    return with_pointers(sort_problems((*loaded.problems, *validated.problems)), loaded.documents)


@cache
def schemas() -> Schemas:
    return Schemas(resources.schema_dir())


@cache
def built_in_checklists() -> tuple[Document, ...]:
    read = [
        read_document(path.read_bytes(), resources.BUILT_IN + path.name) for path in resources.built_in_checklists()
    ]
    return tuple(document for document, _ in read if document)
