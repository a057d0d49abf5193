"""Rules stay quick and brief in a workspace with very many documents, and with very many mistakes."""

from __future__ import annotations

import datetime as dt
import time
from collections import Counter
from typing import Any

from auditloop.load import Document, read_document
from auditloop.problems import MOST_IN_ONE_FILE, Problem
from auditloop.validate.rules import check
from case_workspaces import CASES

ORGANISATION = """
kind: organisation
id: harbour
name: Harbour
teams:
  - {id: front-desk, name: Front desk}
"""


def document(text: str, file: str) -> Document:
    found, problems = read_document(text.strip().encode(), file)
    assert found is not None
    assert not problems
    return found


def problems_of(*texts: str) -> list[Problem]:
    documents = [document(text, f"audits/{number}.yml") for number, text in enumerate(texts)]
    return list(check(documents, [], as_of=dt.date(2026, 6, 30)))


def actions(count: int, **keys: Any) -> str:
    """`{n}` in a value stands for the number of the action."""
    given = "".join(f", {key}: {value}" for key, value in keys.items())
    entry = f"  - {{id: A-{{n}}, title: t, type: corrective, opened: 2026-01-01, due: 2026-02-01{given}}}\n"
    return "kind: actions\nteam: front-desk\nactions:\n" + "".join(entry.replace("{n}", str(n)) for n in range(count))


def test_a_mistake_made_very_often_is_told_so_often_and_no_more() -> None:
    """The report stays readable: as many of a file as anybody reads, and that there are more."""
    found = problems_of(ORGANISATION, actions(1000, owner="nobody-{n}", status="planned"))

    assert Counter(problem.code for problem in found) == {"unknown-reference": MOST_IN_ONE_FILE, "more-problems": 1}


def test_many_warnings_do_not_become_an_error() -> None:
    """What was only a warning does not keep the site from being built because there are many of it."""
    found = problems_of(ORGANISATION, actions(1000, owner="front-desk", status="done", done="2026-02-01"))

    assert Counter(problem.code for problem in found) == {"done-without-evidence": MOST_IN_ONE_FILE, "more-warnings": 1}
    assert {problem.severity for problem in found} == {"warning"}


def test_twice_as_many_mistakes_take_about_twice_as_long() -> None:
    """Neither looking for places nor for the nearest id grows faster than the files."""

    def seconds(count: int) -> float:
        text = actions(count, owner="fron-dsk-{n}", status="done", **{"for": f"[F-{count}]"})
        many = [document(ORGANISATION, "audits/organisation.yml"), document(text, "audits/actions.yml")]
        began = time.perf_counter()
        list(check(many, [], as_of=dt.date(2026, 6, 30)))
        return time.perf_counter() - began

    few = min(seconds(500) for _ in range(2))
    assert min(seconds(2_000) for _ in range(2)) < 4 * few * 2


def test_unknown_ids_without_end_are_looked_up_as_far_as_they_are_told() -> None:
    """A hundred thousand answers to questions that nobody asked take seconds, not minutes."""
    answers = "".join(f"  greeting-give{n}: 4\n" for n in range(20_000))
    audit = (
        "kind: audit\nid: a\nteam: front-desk\nchecklist: reception-check\ndate: 2026-03-01\ntype: self\n"
        f"status: final\nanswers:\n{answers}"
    )
    checklist = (CASES / "base" / "audits" / "checklist.yml").read_text(encoding="utf-8")
    began = time.process_time()

    found = problems_of(ORGANISATION, checklist, audit)

    assert Counter(problem.code for problem in found)["unknown-reference"] == MOST_IN_ONE_FILE
    assert time.process_time() - began < 5
