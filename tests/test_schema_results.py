"""schema/results.schema.json, changes.schema.json and gates.schema.json describe exactly what the assessment writes."""

from __future__ import annotations

import json
from typing import Any

import jsonschema_rs
import msgspec
import pytest

from assess_workspace import (
    action,
    actions,
    audit,
    checklist,
    domain,
    finding,
    index,
    item,
    kpi,
    observed,
    results,
    verified,
)
from auditloop import resources
from auditloop.assess import encode
from auditloop.assess.changes import Changes
from auditloop.assess.finding_status import REASONS
from auditloop.assess.gates import GateReport
from auditloop.assess.results import Results

SCHEMA = json.loads((resources.schema_dir() / "results.schema.json").read_text(encoding="utf-8"))
STRUCTS = msgspec.json.schema(Results)["$defs"]


CHANGES = json.loads((resources.schema_dir() / "changes.schema.json").read_text(encoding="utf-8"))
CHANGES_STRUCTS = msgspec.json.schema(Changes)["$defs"]


GATES = json.loads((resources.schema_dir() / "gates.schema.json").read_text(encoding="utf-8"))
GATES_STRUCTS = msgspec.json.schema(GateReport)["$defs"]
ALL_STRUCTS = {**STRUCTS, **CHANGES_STRUCTS, **GATES_STRUCTS}


def described_as(name: str) -> tuple[Any, Any]:
    """How the schema describes a struct, and what the struct is."""
    if name in CHANGES_STRUCTS and name not in STRUCTS:
        return (CHANGES if name == "Changes" else CHANGES["definitions"][name]), CHANGES_STRUCTS[name]
    if name in GATES_STRUCTS and name not in STRUCTS:
        return (GATES if name == "GateReport" else GATES["definitions"][name]), GATES_STRUCTS[name]
    return (SCHEMA if name == "Results" else SCHEMA["definitions"][name]), STRUCTS[name]


def shape(schema: Any) -> Any:
    """Only what decides on structure, written the same way on both sides."""
    if "$ref" in schema:
        return schema["$ref"].rpartition("/")[2]
    if "anyOf" in schema:
        kinds = [shape(each) for each in schema["anyOf"]]
        return tuple(sorted({str(k) for kind in kinds for k in (kind if isinstance(kind, tuple) else (kind,))}))
    if "enum" in schema and "type" not in schema:  # the word that tells one kind of facts from another
        return "string"
    types = schema["type"]
    if isinstance(types, list):
        return tuple(sorted(str(shape({**schema, "type": each})) for each in types))
    if types == "array":
        return f"list of {shape(schema['items'])}"
    if types == "object" and "properties" not in schema:
        return f"map to {shape(schema['additionalProperties'])}"
    return f"{types} {schema['format']}" if types == "string" and "format" in schema else types


@pytest.mark.parametrize("name", ALL_STRUCTS)
def test_the_schema_has_the_keys_and_types_of_the_structs(name: str) -> None:
    """Nobody can add a result without describing it, nor describe one that is not written."""
    described, written = described_as(name)

    assert list(described["properties"]) == list(written["properties"])
    assert {key: shape(value) for key, value in described["properties"].items()} == {
        key: shape(value) for key, value in written["properties"].items()
    }


@pytest.mark.parametrize("name", ALL_STRUCTS)
def test_every_key_is_always_there_and_no_other(name: str) -> None:
    """Readers need not ask whether a key is there: what is not known is null."""
    described, _ = described_as(name)

    assert described["required"] == list(described["properties"])
    assert described["additionalProperties"] is False


def test_the_schema_describes_nothing_else() -> None:
    """No definition is left over from a result that is gone."""
    assert {*SCHEMA["definitions"], "Results"} == set(STRUCTS)
    assert {*CHANGES["definitions"], "Changes"} == set(CHANGES_STRUCTS)
    assert {*GATES["definitions"], "GateReport"} == set(GATES_STRUCTS)


def test_what_both_schemas_describe_they_describe_alike() -> None:
    """An item's change is the same in the results and in the changes."""
    for name in STRUCTS.keys() & CHANGES_STRUCTS.keys():
        assert CHANGES["definitions"][name] == SCHEMA["definitions"][name], name
    for name in CHANGES_STRUCTS.keys() & GATES_STRUCTS.keys():
        assert GATES["definitions"][name] == CHANGES["definitions"][name], name


def test_the_reasons_of_a_status_are_all_listed() -> None:
    """Outside tools can rely on the list of reasons."""
    listed = SCHEMA["definitions"]["FindingResult"]["properties"]["status_why"]["enum"]

    assert sorted(REASONS) == listed


def test_results_of_real_data_are_valid() -> None:
    """What is printed satisfies the schema: values, choices and formats."""
    found = results(
        checklist(domain("process", item("greeting", critical="domain"), item("queue"))),
        audit("front-desk-2025-12", "2025-12-10", {"greeting": 0, "queue": 3}, findings=[finding("F-1", "greeting")]),
        audit("front-desk-2026-03", "2026-03-10", {"greeting": 4, "queue": {"na": "x"}}, previous="front-desk-2025-12"),
        actions(
            action(
                "A-1",
                "F-1",
                **verified("effective"),
                effect={"kpi": "response", "before": "2025-12", "after": "2026-01..2026-02"},
            ),
            action("A-2", "F-1"),
        ),
        kpi(target=30, score={"zero": 60, "full": 15}),
        observed({"2025-12": 40, "2026-01": 30, "2026-02": {"value": 25, "n": 100}}),
        index({"response": 1}),
    )

    printed = json.loads(encode(found))

    mistakes = jsonschema_rs.Draft7Validator(SCHEMA, validate_formats=True).iter_errors(printed)
    assert [(list(mistake.instance_path), mistake.message) for mistake in mistakes] == []
    assert printed["audits"][0]["comparison"]
    assert printed["actions"][0]["effect"] or printed["actions"][1]["effect"]
