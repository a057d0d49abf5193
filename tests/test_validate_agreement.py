"""jsonschema-rs decides and jsonschema explains: they must be of one opinion about every document."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditloop import resources
from auditloop.load import Document
from auditloop.problems import Place
from auditloop.validate.explain import explain
from case_workspaces import schemas
from schema_strategies import documents, nearly


class Nowhere:
    """Places of data that were never written."""

    def value(self, pointer: Any) -> Place:
        return Place("made-up.yml")

    key = value


def check(kind: str, data: Any) -> None:
    accepted = schemas().accepts(kind, data)
    mistakes = list(schemas().mistakes(kind, data))

    assert accepted == (not mistakes)
    assert bool(explain(Document("made-up.yml", data, Nowhere()), mistakes)) == bool(mistakes)


@pytest.mark.parametrize("kind", schemas().kinds)
def test_both_libraries_agree_and_every_rejection_is_explained(kind: str) -> None:
    """Valid for one is valid for the other; a document that is not has at least one problem told."""
    schema = json.loads((resources.schema_dir() / f"{kind}.schema.json").read_text(encoding="utf-8"))
    made = documents(schema)

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(made | made.flatmap(nearly).flatmap(lambda data: st.just(data) | nearly(data)))
    def holds(data: Any) -> None:
        if isinstance(data, dict):
            check(kind, data)

    holds()


@pytest.mark.parametrize("ending", ["\n", " ", "\u2028", "\r"])
def test_a_line_break_at_the_end_of_an_id_is_seen_by_both(ending: str) -> None:
    """Python's `$` matches before a last line break; JSON Schema's does not."""
    data = {"kind": "index", "id": "csi" + ending, "name": "x", "weights": {"a": 1}}

    assert not schemas().accepts("index", data)
    check("index", data)
