"""Registers that grow long are split by team and cut, say so, and every record is still found where links lead."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from tests.rendered import demo

from auditloop.render.views.paths import Paths
from auditloop.render.views.registers import MOST_BESIDE, MOST_LISTED, cut
from auditloop.render.views.years import MOST_ON_A_PAGE, years_of


@dataclass(frozen=True)
class Record:
    id: str
    team: str
    year: int = 2026


def records(per_team: int, *teams: str) -> list[Record]:
    return [Record(f"F-{team}-{n}", team) for n in range(per_team) for team in teams]


def pages(found: list[Record]) -> dict[str, str]:
    years = years_of(found, lambda r: r.year, Paths().findings_of)
    return dict(page for year in years for page in year.pages())


def test_a_short_year_stands_on_one_page() -> None:
    """Up to the limit all teams share the year's page."""
    assert set(pages(records(MOST_ON_A_PAGE // 2, "a", "b")).values()) == {"findings/2026.md"}


def test_a_long_year_has_a_page_per_team() -> None:
    """One more, and each record stands on its team's page of the year."""
    found = records(MOST_ON_A_PAGE // 2 + 1, "a", "b")

    assert pages(found) == {record.id: f"findings/2026_{record.team}.md" for record in found}


def test_one_team_alone_is_not_split() -> None:
    """A second page would hold the same."""
    assert set(pages(records(MOST_ON_A_PAGE + 5, "a")).values()) == {"findings/2026.md"}


def test_years_come_newest_first_and_records_keep_their_order() -> None:
    """As registers are read."""
    found = [Record("b", "x", 2025), Record("a", "x", 2025), Record("c", "x", 2026)]
    years = years_of(found, lambda r: r.year, Paths().actions_of)

    assert [(year.year, [r.id for r in year.records]) for year in years] == [(2026, ["c"]), (2025, ["b", "a"])]


@pytest.mark.parametrize("folder", ["findings", "actions"])
def test_links_to_a_year_still_find_what_moved_to_its_teams(folder: str) -> None:
    """Every anchor of a team's page of a year is also one of the year's page, and leads there."""
    texts = {page.path: page.text for page in demo("en").pages}
    split = [path for path in texts if re.fullmatch(rf"{folder}/\d{{4}}_.*\.md", path)]
    assert split, "the demonstration shows a long year"

    for path in split:
        ids = re.findall(r"^## .*\{: #(\S+)", texts[path], re.M)
        whole = texts[path.partition("_")[0] + ".md"]
        href = f"../{path.removesuffix('.md')}.html"
        assert ids
        assert [i for i in ids if f'<a id="{i}" href="{href}#{i}">' not in whole] == []


def test_a_cut_register_says_so() -> None:
    """Complete ones say nothing."""

    class Said:
        class words:  # noqa: N801
            @staticmethod
            def t(key: str, **facts: int) -> str:
                return f"{key} {facts}"

    assert cut(Said, "k", range(MOST_LISTED)) == ""  # type: ignore[arg-type]
    assert cut(Said, "k", range(99), MOST_BESIDE) == f"k {{'n': {MOST_BESIDE}, 'all': 99}}"  # type: ignore[arg-type]
