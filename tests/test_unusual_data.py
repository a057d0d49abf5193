"""Data that are unusual but right are assessed to the end: every number of the results is one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from auditloop import pipeline, resources
from auditloop.assess import encode
from auditloop.config import Config
from case_workspaces import AS_OF, CASES, make_workspace

SCHEMA = json.loads((resources.schema_dir() / "results.schema.json").read_text("utf-8"))


def results_of(name: str, tmp_path: Path) -> Any:
    """The results file of a case, read as strictly as JSON is defined."""

    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is no JSON number")

    workspace = make_workspace(CASES / "valid" / name, tmp_path)
    assessed = pipeline.assess(Config(workspace, as_of=AS_OF, judged_on=AS_OF))
    return json.loads(encode(assessed.results), parse_constant=refuse)


@pytest.mark.parametrize("name", ["very-large-and-very-small-numbers", "one-value", "ten-thousand-days"])
def test_unusual_data_give_results_that_satisfy_their_schema(name: str, tmp_path: Path) -> None:
    """1e12, 1e-12, nothing but equal values, one value, ten thousand: numbers or null, never NaN or infinity."""
    assert jsonschema_rs.Draft7Validator(SCHEMA).is_valid(results_of(name, tmp_path))
