"""The schema files of all kinds, compiled when first needed. jsonschema-rs decides, jsonschema tells the reasons."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from auditloop.validate.formats import FORMATS

Pointer = tuple[str | int, ...]

_SUFFIX = ".schema.json"


class Mistake(NamedTuple):
    """One thing that a schema does not accept. Complete, and free of the library that found it."""

    keyword: str
    wanted: Any
    """What stands behind the keyword in the schema."""
    found: Any
    schema: dict[str, Any]
    """The part of the schema that holds the keyword."""
    pointer: Pointer
    schema_path: Pointer
    branches: tuple[tuple[Mistake, ...], ...]
    """What is wrong by each of several alternatives (anyOf, oneOf)."""


class Schemas:
    """`folder` holds a file `<kind>.schema.json` (draft-07) for every kind; its `kind` is the constant `<kind>`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._deciders: dict[str, Any] = {}
        self._explainers: dict[str, Any] = {}

    @cached_property
    def _schemas(self) -> dict[str, Any]:
        found = {}
        for path in sorted(self._folder.glob("*" + _SUFFIX)):
            kind = path.name.removesuffix(_SUFFIX)
            schema = json.loads(path.read_text(encoding="utf-8"))
            if schema.get("properties", {}).get("kind", {}).get("const") == kind:
                found[kind] = schema
        return found

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        return tuple(self._schemas)

    def keys(self, kind: str) -> frozenset[str]:
        """The keys that a document of this kind may have."""
        return frozenset(self._schemas[kind]["properties"])

    def accepts(self, kind: str, data: Any) -> bool:
        decider = self._deciders.get(kind)
        if decider is None:
            import jsonschema_rs

            decider = self._deciders[kind] = jsonschema_rs.Draft7Validator(
                self._schemas[kind], formats=FORMATS, validate_formats=True
            )
        return bool(decider.is_valid(data))

    def mistakes(self, kind: str, data: Any) -> Iterator[Mistake]:
        """Everything jsonschema finds wrong: something if and only if `accepts` is false."""
        explainer = self._explainers.get(kind)
        if explainer is None:
            explainer = self._explainers[kind] = _explainer(self._schemas[kind])
        return map(_mistake, explainer.iter_errors(data))


def _mistake(error: Any) -> Mistake:
    branches: dict[object, list[Mistake]] = {}
    for inner in error.context or ():
        branches.setdefault(inner.relative_schema_path[0], []).append(_mistake(inner))
    return Mistake(
        keyword=error.validator or "false",
        wanted=error.validator_value,
        found=error.instance,
        schema=error.schema if isinstance(error.schema, dict) else {},
        pointer=tuple(error.absolute_path),
        schema_path=tuple(error.absolute_schema_path),
        branches=tuple(map(tuple, branches.values())),
    )


def _explainer(schema: Any) -> Any:
    import jsonschema

    checker = jsonschema.FormatChecker(formats=())
    for name, is_valid in FORMATS.items():
        checker.checks(name)(is_valid)
    extended: Any = jsonschema.validators.extend(jsonschema.Draft7Validator, {"pattern": _pattern})  # type: ignore[no-untyped-call]
    return extended(schema, format_checker=checker)


def _pattern(validator: Any, pattern: str, instance: Any, schema: Any) -> Iterator[Any]:
    """As jsonschema has it, but `$` means the very end, as in Rust and JavaScript, not "before a last line break"."""
    from jsonschema.exceptions import ValidationError

    if validator.is_type(instance, "string") and not re.search(re.sub(r"(?<!\\)\$$", r"\\Z", pattern), instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")
