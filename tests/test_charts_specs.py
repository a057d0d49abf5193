"""The templates of charts that the package carries are those that Altair makes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from auditloop.render.charts.kinds import KINDS
from auditloop.render.charts.spec import SPECS, written


def told(text: str) -> dict[str, Any]:
    """A template without the minor version of the schema it was checked against: a new Altair may name a later one."""
    made: dict[str, Any] = json.loads(text)
    made["$schema"] = made["$schema"].partition(".json")[0].rpartition("/")[2].partition(".")[0]
    return made


@pytest.mark.parametrize("kind", KINDS)
def test_the_written_template_is_the_one_that_altair_makes(kind: str) -> None:
    """Order included, which the charts' scripts keep. If not: `make charts`, and look at what changed."""
    found, made = (SPECS / f"{kind}.json").read_text(encoding="utf-8"), written(kind)

    assert json.dumps(told(found), indent=1) == json.dumps(told(made), indent=1)
    assert told(found)["$schema"] == "v6"


def test_there_is_no_other_template() -> None:
    assert {entry.name for entry in SPECS.iterdir()} == {f"{kind}.json" for kind in KINDS}
