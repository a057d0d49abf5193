"""Names of charts, rules and reasons are one vocabulary: in code, in the format people write, in results."""

from __future__ import annotations

import json
from typing import Any

from auditloop import resources
from auditloop.assess.spc.charts import CHARTS
from auditloop.assess.spc.choose import REASONS
from auditloop.assess.spc.patterns import PRIORITY
from auditloop.assess.spc.profiles import PROFILES
from auditloop.charts_for import CHARTS_FOR


def schema(name: str) -> Any:
    return json.loads((resources.schema_dir() / f"{name}.schema.json").read_text("utf-8"))


def test_results_name_what_the_code_knows() -> None:
    """Outside tools can rely on the lists in the schema."""
    definitions = schema("results")["definitions"]
    series, point = definitions["Series"]["properties"], definitions["Point"]["properties"]

    assert series["chart"]["enum"] == list(CHARTS)
    assert series["chart_reason"]["enum"] == list(REASONS)
    assert series["rules"]["enum"] == list(PROFILES)
    assert point["signals"]["items"]["enum"] == list(PRIORITY)
    assert definitions["Signal"]["properties"]["rule"]["enum"] == list(PRIORITY)


def test_people_can_write_what_the_code_knows() -> None:
    """Every chart and every set of rules can be asked for, and every kind of data has its charts."""
    kpi = schema("kpi")["properties"]

    assert kpi["chart"]["enum"] == ["auto", *CHARTS]
    assert kpi["rules"]["enum"] == list(PROFILES)
    assert kpi["kind_of_data"]["enum"] == list(CHARTS_FOR)
    assert {chart for charts in CHARTS_FOR.values() for chart in charts} == set(CHARTS)
