"""What the schema accepts, the model builds: the contract between people who write and the program that computes."""

from __future__ import annotations

import json
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditloop import resources
from auditloop.model.build import KINDS, build_document
from auditloop.validate.formats import FORMATS
from schema_strategies import documents, nearly

SCHEMAS = {kind: json.loads((resources.schema_dir() / f"{kind}.schema.json").read_text("utf-8")) for kind in KINDS}
ACCEPTS = {
    kind: jsonschema_rs.Draft7Validator(schema, formats=FORMATS, validate_formats=True).is_valid
    for kind, schema in SCHEMAS.items()
}
DOCUMENTS = {kind: documents(schema) for kind, schema in SCHEMAS.items()}
QUIET = settings(deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_schema_accepts_the_model_builds(kind: str) -> None:
    """No document that passes validation can make a later stage stumble over its shape."""
    accepted = 0

    @settings(QUIET, max_examples=100)
    @given(DOCUMENTS[kind])
    def holds(data: Any) -> None:
        nonlocal accepted
        if ACCEPTS[kind](data):
            accepted += 1
            build_document(data)

    holds()
    assert accepted > 5, "the strategy hardly ever satisfies the schema, so that it proves nothing"


@pytest.mark.parametrize("kind", KINDS)
def test_what_nearly_fits_is_refused_or_built(kind: str) -> None:
    """A slip in a good document is either refused by the schema or harmless to the model, never a traceback."""

    @settings(QUIET, max_examples=150)
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        document = data.draw(nearly(data.draw(st.sampled_from(SCHEMAS[kind]["examples"]))))
        if isinstance(document, dict) and document.get("kind") == kind and ACCEPTS[kind](document):
            build_document(document)

    holds()
