"""What was measured before and after: windows that follow each other. Asked by the rules of each kind that has such."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from auditloop.load.document import Document
from auditloop.problems import Problem, problem
from auditloop.validate.rules.dates import overlap
from auditloop.validate.rules.register import Pointer


def check_figure(document: Document, at: Pointer, figure: Mapping[str, Any]) -> Iterator[Problem]:
    """`at` is where the figure stands; typed numbers have nothing to follow each other."""
    if "kpi" in figure and overlap(figure["before"], figure["after"]):
        place = document.places.value((*at, "after"))
        yield problem("figure-windows-overlap", place, before=figure["before"], after=figure["after"])
