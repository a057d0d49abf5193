"""The schema files: complete, self-contained, in both languages, understood alike by both checkers and by editors."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
from referencing import Registry, Resource

from auditloop import resources
from auditloop.load.read import read_document
from auditloop.model.build import KINDS, build_document
from auditloop.validate.formats import FORMATS

SCHEMAS: dict[str, Any] = {
    path.name.removesuffix(".schema.json"): json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(resources.schema_dir().glob("*.schema.json"))
}
BOTH_LANGUAGES = re.compile(r".*[\u4e00-\u9fff].*[。：？] .*[A-Za-z].*", re.DOTALL)


def nodes(node: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every subschema with its path, without examples and snippets."""
    if isinstance(node, dict):
        yield path, node
        for key, value in node.items():
            if key not in ("examples", "defaultSnippets", "default", "enum", "const"):
                yield from nodes(value, f"{path}/{key}")
    elif isinstance(node, list):
        for position, value in enumerate(node):
            yield from nodes(value, f"{path}/{position}")


def subschemas(schema: Any) -> Iterator[tuple[str, Any]]:
    return ((path, node) for path, node in nodes(schema) if not path.endswith(("/properties", "/definitions")))


def test_there_is_a_schema_for_every_kind_of_the_model() -> None:
    """Nothing can be built that has no schema, and no schema describes what cannot be built."""
    assert set(SCHEMAS) == {*KINDS, "auditloop", "changes", "gates", "results"}


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_valid_draft_07(name: str) -> None:
    """Editors understand draft-07 and no later one."""
    assert SCHEMAS[name]["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert SCHEMAS[name]["$id"] == f"{name}.schema.json"
    jsonschema.Draft7Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("name", sorted({*KINDS, "changes", "gates", "results"}))
def test_a_schema_stands_alone(name: str) -> None:
    """Every reference leads into the same file, so that no checker ever needs another file or the network."""
    references = [node["$ref"] for _, node in nodes(SCHEMAS[name]) if "$ref" in node]

    assert references
    for reference in references:
        prefix, _, definition = reference.rpartition("/")
        assert prefix == "#/definitions"
        assert definition in SCHEMAS[name]["definitions"]


@pytest.mark.parametrize("name", sorted({*KINDS, "changes", "gates", "results"}))
def test_every_group_of_keys_refuses_unknown_ones(name: str) -> None:
    """A misspelt key is never taken for silence."""
    for path, node in subschemas(SCHEMAS[name]):
        if "object" in node.get("type", ()) and ("properties" in node or "propertyNames" in node):
            assert "additionalProperties" in node, path


@pytest.mark.parametrize("name", sorted({*KINDS, "changes", "gates", "results"}))
def test_every_key_is_explained_in_both_languages(name: str) -> None:
    """Whoever rests the pointer on a key reads what it means, in Chinese and in English."""
    definitions = SCHEMAS[name]["definitions"]
    for path, node in subschemas(SCHEMAS[name]):
        for key, schema in node.get("properties", {}).items():
            if "/then" in path or "/else" in path or "/dependencies" in path or "/if" in path:
                continue  # these narrow a key that is explained where it is defined
            target = definitions[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else {}
            text = schema.get("description") or target.get("description", "")
            assert BOTH_LANGUAGES.match(text), f"{path}/{key}: {text!r}"


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_choice_says_what_it_means(name: str) -> None:
    """An editor shows a line beside each value of a list; there is one for each, in both languages."""
    for path, node in subschemas(SCHEMAS[name]):
        if "enumDescriptions" in node:
            assert len(node["enumDescriptions"]) == len(node["enum"]), path
            assert all(BOTH_LANGUAGES.match(text) for text in node["enumDescriptions"]), path


def test_definitions_of_the_same_name_are_the_same() -> None:
    """What a date, a text or a link is does not differ from file to file."""
    first: dict[str, tuple[str, Any]] = {}
    shared = {"slug", "record-id", "text", "date", "period", "window", "link", "number"}
    for name in KINDS:
        for definition, schema in SCHEMAS[name]["definitions"].items():
            if definition in shared:
                _, expected = first.setdefault(definition, (name, schema))
                assert schema == expected, f"{definition} in {name} differs from {first[definition][0]}"


@pytest.mark.parametrize("kind", KINDS)
def test_the_examples_are_valid_and_can_be_built(kind: str) -> None:
    """What a schema shows as an example is one, for both checkers and for the model."""
    fast = jsonschema_rs.Draft7Validator(SCHEMAS[kind], formats=FORMATS, validate_formats=True)

    assert SCHEMAS[kind]["examples"]
    for example in SCHEMAS[kind]["examples"]:
        fast.validate(example)
        jsonschema.Draft7Validator(SCHEMAS[kind]).validate(example)
        build_document(example)


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_begins_with_its_kind_and_may_name_its_format(kind: str) -> None:
    """Every kind has the same two keys at its head."""
    properties = SCHEMAS[kind]["properties"]

    assert list(properties)[:2] == ["kind", "format"]
    assert properties["kind"]["const"] == kind
    assert "kind" in SCHEMAS[kind]["required"]


@pytest.mark.parametrize("path", resources.built_in_checklists(), ids=lambda path: path.name)
def test_the_built_in_checklists_are_valid(path: Any) -> None:
    """What travels with the program is valid under the schema that travels with it."""
    document, problems = read_document(path.read_bytes(), path.name)

    assert not problems
    assert document is not None
    jsonschema.Draft7Validator(SCHEMAS["checklist"]).validate(document.data)


# --- the one an editor is given


@pytest.fixture(scope="module")
def entry() -> Any:
    """The entry schema with the files beside it, as an editor finds them."""
    registry = Registry().with_resources([(s["$id"], Resource.from_contents(s)) for s in SCHEMAS.values()])
    return jsonschema.Draft7Validator(SCHEMAS["auditloop"], registry=registry)


def test_the_entry_schema_lists_every_kind() -> None:
    """An editor completes the value of `kind`."""
    assert SCHEMAS["auditloop"]["properties"]["kind"]["enum"] == list(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_entry_schema_judges_a_document_by_its_kind(entry: Any, kind: str) -> None:
    """One editor setting covers all of a workspace."""
    for example in SCHEMAS[kind]["examples"]:
        entry.validate(example)
    assert {error.message for error in entry.iter_errors({"kind": kind})} == {
        error.message for error in jsonschema.Draft7Validator(SCHEMAS[kind]).iter_errors({"kind": kind})
    }


def test_the_entry_schema_offers_a_skeleton_of_every_kind() -> None:
    """Whoever opens an empty file gets a skeleton of each kind to start from."""
    assert SCHEMAS["auditloop"]["if"] == {"required": ["kind"]}
    skeletons = SCHEMAS["auditloop"]["else"]["defaultSnippets"]

    assert {snippet["body"]["kind"] for snippet in skeletons} == set(KINDS)
    for kind in KINDS:
        assert [s for s in skeletons if s["body"]["kind"] == kind] == SCHEMAS[kind]["defaultSnippets"]


def test_the_entry_schema_has_one_thing_to_say_of_what_is_no_document(entry: Any) -> None:
    """While the first word is being typed, the file is a text; no kind complains of it."""
    assert [error.validator for error in entry.iter_errors("ki")] == ["type"]


def test_the_entry_schema_refuses_an_unknown_kind(entry: Any) -> None:
    """A kind that does not exist is marked in the editor."""
    assert [error.validator for error in entry.iter_errors({"kind": "adit"})] == ["enum"]
