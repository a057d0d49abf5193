"""What the scaffold tests share: the starter's parameters, and a workspace read as the commands read it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from auditloop import pipeline, resources
from auditloop.config import Config
from auditloop.model import Origin, Workspace
from auditloop.model.build import build_workspace
from auditloop.problems import Problem

TODAY = dt.date(2026, 3, 15)
FORBIDDEN = "\u2028\u2029\ufeff\ufffe\uffff"
TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters=FORBIDDEN) | st.sampled_from("\n\t\r"))
"""Any text that a file of a workspace may hold."""
CHECKLISTS = {path.stem: path for path in resources.built_in_checklists()}


def starter(**given: Any) -> dict[str, Any]:
    """Arguments of `init_workspace` for an ordinary organisation."""
    return {
        "organisation_id": "acme",
        "name_zh": "示例公司",
        "name_en": "Acme",
        "languages": ["zh", "en"],
        "today": TODAY,
        "starter": resources.templates_dir() / "workspace",
        "schemas": resources.schema_dir(),
        "checklist": CHECKLISTS["service-self-audit"],
    } | given


def problems(root: Path, as_of: dt.date = TODAY) -> list[Problem]:
    """Everything `auditloop validate` would say."""
    return list(pipeline.check(Config(root=root, as_of=as_of, judged_on=as_of)).problems)


def read(root: Path) -> Workspace:
    """The workspace as the commands see it. Its problems are the test's own business."""
    checked = pipeline.check(Config(root=root, as_of=TODAY, judged_on=TODAY))
    origins = {record: Origin(*origin) for record, origin in checked.origins.items()}
    return build_workspace([document.data for document in checked.documents], origins)


def enum(kind: str, key: str) -> list[str]:
    """The words that the schema of a kind allows for a key, wherever in it the key stands."""
    found = list(_enums(json.loads((resources.schema_dir() / f"{kind}.schema.json").read_text(encoding="utf-8")), key))
    assert len(found) == 1, (kind, key, found)
    return found[0]


def _enums(node: Any, key: str) -> Any:
    if isinstance(node, dict):
        if isinstance(properties := node.get("properties"), dict) and "enum" in properties.get(key, {}):
            yield properties[key]["enum"]
        for inner in node.values():
            yield from _enums(inner, key)
    elif isinstance(node, list):
        for inner in node:
            yield from _enums(inner, key)
