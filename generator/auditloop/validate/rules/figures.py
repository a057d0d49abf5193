"""What was measured before and after: windows that follow each other. Asked by the rules of each kind that has such."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from auditloop.load.document import Document
from auditloop.period import Period
from auditloop.problems import Problem, problem
from auditloop.validate.rules.register import Pointer


def check_figure(document: Document, at: Pointer, figure: Mapping[str, Any]) -> Iterator[Problem]:
    """`at` is where the figure stands; typed numbers have nothing to follow each other."""
    if "kpi" not in figure:
        return
    before_ends = Period.parse(figure["before"].rpartition("..")[2]).last
    after_begins = Period.parse(figure["after"].partition("..")[0]).first
    if after_begins <= before_ends:
        place = document.places.value((*at, "after"))
        yield problem("figure-windows-overlap", place, before=figure["before"], after=figure["after"])
