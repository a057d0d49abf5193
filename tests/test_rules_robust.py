"""Rules look at whatever people write: no document that its schema accepts or rejects makes one of them fall over."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import jsonschema_rs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditloop import resources
from auditloop.load import Document
from auditloop.model.build import KINDS
from auditloop.problems import Place
from auditloop.validate.formats import FORMATS
from auditloop.validate.rules import check
from schema_strategies import ODD, documents

SCHEMAS = {kind: json.loads((resources.schema_dir() / f"{kind}.schema.json").read_text("utf-8")) for kind in KINDS}
ACCEPTS = {
    kind: jsonschema_rs.Draft7Validator(schema, formats=FORMATS, validate_formats=True).is_valid
    for kind, schema in SCHEMAS.items()
}
ANY_DOCUMENT = st.one_of([documents(schema) for schema in SCHEMAS.values()])
QUIET = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=60)


class Nowhere:
    """Places of a document that was never written to a file."""

    def value(self, pointer: Any) -> Place:
        return Place("made-up.yml")

    def key(self, pointer: Any) -> Place:
        return Place("made-up.yml")

    def inside(self, pointer: Any) -> Any:
        raise AssertionError("rules ask for single places only")


def as_document(data: Any, file: str = "made-up.yml", complete: bool = True) -> Document:
    return Document(file, data, Nowhere(), complete)


@QUIET
@given(st.lists(ANY_DOCUMENT, max_size=6), st.dates(dt.date(2000, 1, 1), dt.date(2098, 1, 1)))
def test_no_valid_documents_make_a_rule_fall_over(found: list[Any], as_of: dt.date) -> None:
    """Every rule copes with every combination of documents that their schemas accept."""
    valid = [as_document(data) for data in found if ACCEPTS[data["kind"]](data)]

    for problem in check(valid, [], as_of=as_of):
        assert problem.message.zh
        assert problem.message.en


@QUIET
@given(
    st.lists(ANY_DOCUMENT, max_size=3),
    st.lists(
        ODD
        | st.fixed_dictionaries(
            {"kind": st.sampled_from([*KINDS, "adit", 3, None])},
            optional={key: ODD | st.lists(ODD, max_size=2) for key in ("id", "teams", "people", "findings", "actions")},
        ),
        max_size=4,
    ),
    st.booleans(),
)
def test_no_rejected_document_makes_a_rule_fall_over(found: list[Any], rejected: list[Any], complete: bool) -> None:
    """What a schema rejected may have any shape at all, and is still asked which ids it defines."""
    valid = [as_document(data) for data in found if ACCEPTS[data["kind"]](data)]

    list(check(valid, [as_document(data, complete=complete) for data in rejected], as_of=dt.date(2026, 6, 30)))
