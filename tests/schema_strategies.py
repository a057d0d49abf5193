"""Hypothesis strategies made from our own schemas: the keywords they use, and values that nearly fit.

What they give mostly satisfies the schema; conditions (`if`, `dependencies`, `not`) are left to the schema to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from hypothesis import strategies as st

from auditloop.validate.formats import FORMATS

Strategy = st.SearchStrategy[Any]

WORDS = (
    *("front-desk", "first-response-time", "csat", "a-1", "F-front-desk-2026-001", "A-1"),
    *("zh", "en", "pt-BR", "0", "4", "-1", "yes", "partial", "no", "-30%", "+5.5%", "12%"),
    *("CN", "mon-fri", "mon-wed,sat", "09:00-18:00", "00:00-24:00", "Asia/Shanghai", "UTC"),
    *("https://x.example/a?b=c#d", "mailto:desk@x.example", "evidence/2026-03/queue.pdf"),
    *("2026", "2026-H1", "2026-Q3", "2026-03", "2026-W53", "2026-02-28", "2024-02-29"),
    *("2025-12..2026-02", "2026-03..2026-03"),
    *(
        "2026-03-01T09:12",
        "2026-03-02 10:00:30+08:00",
        "30min",
        "1.5d",
        "T-2026-0301",
        "3f2a91c07b44",
        "T-",
        "tickets-2026-03.csv",
    ),
    *("complaint", "enquiry", "urgent", "low", "person", "bot", "off"),
)
"""Something for every pattern and format: which words satisfy them is a matter of other tests."""

ODD = st.sampled_from(
    [
        None,
        True,
        False,
        0,
        1,
        -1,
        1.0,
        2.5,
        1e300,
        10**30,
        "",
        " ",
        "x",
        "no",
        "2026-02-30",
        "2026",
        [],
        {},
        [1],
        {"zh": "x"},
    ]
)
"""What people write by mistake."""


def documents(schema: Mapping[str, Any]) -> Strategy:
    """Documents of a kind that mostly satisfy its schema."""
    return _Maker(schema["definitions"]).of(schema)


class _Maker:
    def __init__(self, definitions: Mapping[str, Any]) -> None:
        self._definitions = definitions
        self._made: dict[str, Strategy] = {}

    def of(self, schema: Mapping[str, Any]) -> Strategy:
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            if name not in self._made:
                self._made[name] = st.deferred(lambda: self.of(self._definitions[name]))
                self._made[name] = self.of(self._definitions[name])
            return self._made[name]
        if "const" in schema:
            return st.just(schema["const"])
        if "enum" in schema:
            return st.sampled_from(schema["enum"])
        types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return st.one_of([getattr(self, f"_{each}")(schema) for each in types])

    def _null(self, schema: Mapping[str, Any]) -> Strategy:
        return st.none()

    def _boolean(self, schema: Mapping[str, Any]) -> Strategy:
        return st.booleans()

    def _integer(self, schema: Mapping[str, Any]) -> Strategy:
        whole = st.integers(schema.get("minimum"), schema.get("maximum"))
        return st.one_of(whole, whole.map(float))  # 12.0 is a whole number, too

    def _number(self, schema: Mapping[str, Any]) -> Strategy:
        low = schema.get("minimum", schema.get("exclusiveMinimum"))
        numbers = st.floats(low, schema.get("maximum"), allow_nan=False, allow_infinity=False)
        whole = st.integers(None if low is None else int(low), int(schema.get("maximum", 1000)))
        return (numbers | whole).filter(lambda number: number > schema.get("exclusiveMinimum", -1e300))

    def _string(self, schema: Mapping[str, Any]) -> Strategy:
        if "then" in schema and "enum" in schema["then"]:
            return st.sampled_from(schema["then"]["enum"])
        if "pattern" in schema:
            fits = FORMATS.get(schema.get("format", ""), bool)
            return st.sampled_from([word for word in WORDS if re.search(schema["pattern"], word) and fits(word)])
        return st.sampled_from(["x", "一段文字", "two words", "<b>"])

    def _array(self, schema: Mapping[str, Any]) -> Strategy:
        if isinstance(schema["items"], list):
            return st.tuples(*map(self.of, schema["items"])).map(list)
        least = schema.get("minItems", 0)
        return st.lists(
            self.of(schema["items"]), min_size=least, max_size=least + 1, unique=schema.get("uniqueItems", False)
        )

    def _object(self, schema: Mapping[str, Any]) -> Strategy:
        if "properties" not in schema:
            names = self._names(schema.get("propertyNames"))
            least = schema.get("minProperties", 0)
            return st.dictionaries(names, self.of(schema["additionalProperties"]), min_size=least, max_size=least + 1)
        return st.one_of([self._fixed(each) for each in _branches(schema)])

    def _fixed(self, schema: Mapping[str, Any]) -> Strategy:
        required = schema.get("required", ())
        return st.fixed_dictionaries(
            {key: self.of(each) for key, each in schema["properties"].items() if key in required},
            optional={key: self.of(each) for key, each in schema["properties"].items() if key not in required},
        )

    def _names(self, schema: Mapping[str, Any] | None) -> Strategy:
        """Keys are text, whatever a value of the same definition may be."""
        if schema is None:
            return st.sampled_from(["first-response-time", "csat", "2026-03", "2026-Q3"])
        definition = self._definitions[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
        return self.of({**definition, "type": "string"})


def _branches(schema: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The ways to fill in a schema that depend on whether a key is there: `if: {required: [key]}`."""
    deciding = schema.get("if", {}).get("required", ())
    if not deciding:
        yield schema
        return
    rest = {key: value for key, value in schema.items() if key not in ("if", "then", "else")}
    yield _narrowed(rest, {**schema.get("then", {}), "required": deciding})
    without = {key: value for key, value in schema["properties"].items() if key not in deciding}
    yield from _branches(_narrowed({**rest, "properties": without}, schema.get("else", {})))


def _narrowed(schema: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    properties = dict(schema["properties"])
    for key, narrower in more.get("properties", {}).items():
        if narrower.get("type") == "null":
            properties.pop(key, None)
        else:
            properties[key] = {**properties[key], **narrower}
    conditions = {key: more[key] for key in ("if", "then", "else") if key in more}
    required = [*schema.get("required", ()), *more.get("required", ())]
    return {**schema, **conditions, "properties": properties, "required": required}


def nearly(document: Any) -> Strategy:
    """The document with one of its nodes replaced by something odd."""
    places = list(_places(document))
    return st.tuples(st.sampled_from(places), ODD).map(lambda chosen: _replaced(document, *chosen))


def _places(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, child in children:
        yield (*path, key)
        yield from _places(child, (*path, key))


def _replaced(node: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    copy = dict(node) if isinstance(node, dict) else list(node)
    copy[path[0]] = _replaced(node[path[0]], path[1:], value)
    return copy
