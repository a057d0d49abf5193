"""Export, then import: the same records, whatever stands in them, through CSV and through workbooks."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from auditloop import pipeline, resources
from auditloop.config import Config
from auditloop.exchange import REGISTERS, Grid, export, from_csv, plan_import, read_workbook, to_csv, to_xlsx
from auditloop.exchange.fields import long_form
from auditloop.load import Attached, Document, read_document
from auditloop.model import Workspace
from auditloop.scaffold import write_all
from auditloop.scaffold.yamltext import flow
from case_workspaces import CASES
from scaffolding import TEXT

AS_OF = dt.date(2026, 6, 30)
WORDS = TEXT.filter(lambda text: text.strip() != "")
TEXTS = WORDS | st.dictionaries(st.sampled_from(["zh", "en", "fr", "zh-Hant"]), WORDS, min_size=1)
NUMBERS = st.integers(0, 10**12) | st.floats(0, 1e12)
DAYS = st.dates(dt.date(1901, 1, 1), dt.date(2099, 12, 31)).map(str)
LINKS = st.lists(st.sampled_from(["https://example.org/a?b=1,2", "evidence/a b.pdf", "mailto:a@example.org", "-x"]))
SLUGS = st.sampled_from(["waiting-time", "li-wei", "a1", "1"])


def record(needed: Mapping[str, Any], optional: Mapping[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(dict(needed), optional=dict(optional))


MEASURED = (
    st.floats(-1e12, 1e12)
    | st.integers(-(10**12), 10**12)
    | record({"value": st.floats(-1e12, 1e12)}, {"n": NUMBERS, "note": TEXTS})
    | record({"n": NUMBERS, "of": NUMBERS}, {"note": TEXTS})
)
PERIODS = st.sampled_from(["2026", "2026-H1", "2026-Q1", "2026-W12", "2026-03-15", "2025-12", "2026-01", "2026-02"])
MORE = {"note": TEXTS, "evidence": LINKS.filter(bool), "confirm": st.just(True)}
ANSWERS = (
    st.integers(0, 4)
    | st.sampled_from(["yes", "partial", "no"])
    | record({"score": st.integers(0, 4) | st.floats(0, 4)}, MORE)
    | record({"sample": record({"size": st.integers(1, 99), "failed": st.integers(0, 99)}, {})}, MORE)
    | record({"na": TEXTS}, MORE)
)
ITEMS = st.sampled_from(["greeting-given", "queue-short", "lobby-clean", "signs-clear", "noise-level"])
ACTION = record(
    {
        "title": TEXTS, "type": st.sampled_from(["corrective", "training"]), "owner": SLUGS,
        "opened": DAYS, "due": DAYS,
        "status": st.sampled_from(["planned", "in-progress", "verified"]),
    },
    {
        "for": st.lists(SLUGS, min_size=1, unique=True), "esia": st.just("simplify"), "priority": st.just("low"),
        "moved": st.lists(record({"from": DAYS, "to": DAYS, "reason": TEXTS}, {}), min_size=1, max_size=2),
        "log": st.lists(record({"date": DAYS, "note": TEXTS}, {}), min_size=1, max_size=2),
        "progress": st.floats(0, 100), "done": DAYS, "evidence": LINKS.filter(bool), "innovation": st.booleans(),
        "verification": record({"date": DAYS, "by": SLUGS, "result": st.just("partly")}, {"note": TEXTS}),
        "effect": record({"kpi": SLUGS, "before": st.just("2025-12..2026-02"), "after": st.just("2026")},
                         {"target": st.floats(-9, 9)}),
        "note": TEXTS,
    },
)  # fmt: skip
FORMS = ["csv", "xlsx"]


@pytest.mark.parametrize("form", FORMS)
@given(values=st.dictionaries(PERIODS, MEASURED, min_size=1), lang=st.sampled_from(["zh", "en"]), wide=st.booleans())
@settings(max_examples=12, deadline=None)
@example(values={"2026-03-15": 0.30000000000000004}, lang="zh", wide=True)
@example(values={"2026-03-15": {"value": 1, "note": "=1+1"}}, lang="zh", wide=True)
@example(values={"2026-03-15": {"value": -1, "note": {"zh": "'=a", "en": "_x000D_\r\n-"}}}, lang="en", wide=False)
def test_observations_come_back_as_they_were(values: dict[str, Any], lang: str, wide: bool, form: str) -> None:
    written = {"kind": "observations", "team": "front-desk", "kpi": "waiting-time", "values": values}

    assert came_back("observations", written, "observations.yml", form, lang, is_wide=wide) == {
        key: long_form(REGISTERS["observations"], value) for key, value in values.items()
    }


@pytest.mark.parametrize("form", FORMS)
@given(answers=st.dictionaries(ITEMS, ANSWERS, min_size=1), lang=st.sampled_from(["zh", "en"]))
@settings(max_examples=12, deadline=None)
def test_answers_come_back_as_they_were(answers: dict[str, Any], lang: str, form: str) -> None:
    written = {**data_of("audit.yml"), "answers": answers}

    assert came_back("answers", written, "audit.yml", form, lang) == {
        item: long_form(REGISTERS["answers"], answer) for item, answer in answers.items()
    }


@pytest.mark.parametrize("form", FORMS)
@given(actions=st.lists(ACTION, min_size=1, max_size=3), lang=st.sampled_from(["zh", "en"]))
@settings(max_examples=12, deadline=None)
def test_actions_come_back_as_they_were(actions: list[dict[str, Any]], lang: str, form: str) -> None:
    numbered = [{"id": f"A-{at}", **action} for at, action in enumerate(actions)]
    written = {"kind": "actions", "team": "front-desk", "actions": numbered}

    assert came_back("actions", written, "actions.yml", form, lang) == numbered


def came_back(register: str, written: dict[str, Any], name: str, form: str, lang: str, **how: bool) -> Any:
    """Exported from a workspace that says `written`, imported into one that says nothing of it."""
    of = REGISTERS[register]
    with base() as (root, documents, workspace):
        file = f"audits/front-desk/{name}"
        text = "".join(f"{key}: {flow(value)}\n" for key, value in written.items())
        source, problems = read_document(text, file)
        assert source is not None and source.data == written, problems
        table = export(of, [source], workspace, lang, **how)
        grid = read(to_csv(table) if form == "csv" else to_xlsx(table, lang))
        others = [emptied(document) if document.file == file else document for document in documents]
        (root / file).write_text(emptied_text(others, file), encoding="utf-8")

        planned = plan_import(of, grid, root, others, workspace, given={}, overwrite=False)

        assert [problem.message.en for problem in planned.problems] == []
        write_all(root, planned.new, planned.changed)
        return found(register, root)


def found(register: str, root: Path) -> Any:
    """What all files of the workspace say now."""
    if register == "answers":
        return {k: long_form(REGISTERS[register], v) for k, v in data_of("audit.yml", root)["answers"].items()}
    files = [read_document(path.read_bytes(), path.name)[0] for path in sorted(root.rglob("*.yml"))]
    data = [document.data for document in files if document is not None and document.data["kind"] == register]
    if register == "observations":
        return {k: long_form(REGISTERS[register], v) for each in data for k, v in each["values"].items()}
    return sorted((action for each in data for action in each["actions"]), key=lambda action: action["id"])


def emptied(document: Document) -> Document:
    data = dict(document.data)
    key = next(key for key in ("values", "answers", "actions") if key in data)
    made, _ = read_document(
        "".join(f"{k}: {flow(v)}\n" for k, v in {**data, key: type(data[key])()}.items()), document.file
    )
    assert made is not None
    return made


def emptied_text(documents: list[Document], file: str) -> str:
    data = next(document.data for document in documents if document.file == file)
    return "".join(f"{key}: {flow(value)}\n" for key, value in data.items())


def read(content: str | bytes) -> Grid:
    grid = from_csv(Attached("t.csv", content)) if isinstance(content, str) else read_workbook(content, "t.xlsx")
    assert isinstance(grid, Grid)
    return grid


def data_of(name: str, root: Path = CASES / "base") -> dict[str, Any]:
    document, _ = read_document((root / "audits/front-desk" / name).read_bytes(), name)
    assert document is not None
    return dict(document.data)


@contextmanager
def base() -> Iterator[tuple[Path, list[Document], Workspace]]:
    """A workspace on disk that the example may write to, and how it was before."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(CASES / "base" / "audits", root / "audits")
        yield root, *_BASE


def _read_base() -> tuple[list[Document], Workspace]:
    checked = pipeline.check(Config(root=CASES / "base", as_of=AS_OF, judged_on=AS_OF))
    documents = [each for each in checked.documents if not each.file.startswith(resources.BUILT_IN)]
    return documents, pipeline.workspace_of(checked)


_BASE = _read_base()
