"""Numbers that only make sense together: weights, levels, grades, segments, targets and the map to a score."""

from __future__ import annotations

import datetime as dt
import math
import zoneinfo
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from auditloop.config import LANGUAGES
from auditloop.load.document import Document
from auditloop.period import Period
from auditloop.problems import Problem, problem
from auditloop.validate.rules.register import Register
from auditloop.validate.rules.words import listed, number


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    for document in register.of_kind("organisation"):
        yield from _grades(document)
        yield from _languages(document)
        yield from _timezone(document)
    for document in register.of_kind("checklist"):
        yield from _levels(document)
        yield from _guidance(document)
    for document in register.of_kind("index"):
        yield from _weights(document)
    for document in register.of_kind("kpi"):
        yield from _in_time_order(document, "segments", "from")
        if isinstance(document.data.get("target"), list):
            yield from _in_time_order(document, "target", "from")
        yield from _score(document)
        yield from _target(document)


def _languages(document: Document) -> Iterator[Problem]:
    for position, language in enumerate(document.data.get("languages", ())):
        if language not in LANGUAGES:
            place = document.places.value(("languages", position))
            yield problem("language-without-pages", place, found=language, known=", ".join(LANGUAGES))


def _timezone(document: Document) -> Iterator[Problem]:
    zone = document.data.get("timezone")
    if zone is None or _is_timezone(zone):
        return
    known = zoneinfo.available_timezones()
    if known:  # a system without the table of time zones knows none
        meant = get_close_matches(zone, known, n=1, cutoff=0.8) or ["Asia/Shanghai"]
        yield problem("unknown-timezone", document.places.value(("timezone",)), found=zone, proposal=meant[0])


def _is_timezone(zone: str) -> bool:
    try:
        zoneinfo.ZoneInfo(zone)
    except (zoneinfo.ZoneInfoNotFoundError, OSError, ValueError):
        return False
    return True


def _grades(document: Document) -> Iterator[Problem]:
    grades = document.data.get("grades", ())
    for position in range(1, len(grades)):
        higher, lower = grades[position - 1], grades[position]
        if lower["from"] >= higher["from"]:
            yield problem(
                "grades-order",
                document.places.value(("grades", position, "from")),
                grade=lower["grade"],
                found=number(lower["from"]),
                above=higher["grade"],
                limit=number(higher["from"]),
            )
    if grades and grades[-1]["from"] != 0:
        yield problem(
            "grades-from-zero",
            document.places.value(("grades", len(grades) - 1, "from")),
            grade=grades[-1]["grade"],
            found=number(grades[-1]["from"]),
        )


def _levels(document: Document) -> Iterator[Problem]:
    levels = document.data["scale"].get("levels", ())
    for position in range(1, len(levels)):
        if levels[position]["value"] <= levels[position - 1]["value"]:
            yield problem(
                "levels-order",
                document.places.value(("scale", "levels", position, "value")),
                found=levels[position]["value"],
                before=levels[position - 1]["value"],
            )


def _guidance(document: Document) -> Iterator[Problem]:
    """What an item says about its levels is about levels that the scale has."""
    scale = document.data["scale"]
    values = (
        [str(level["value"]) for level in scale["levels"]] if scale["kind"] == "levels" else ["yes", "partial", "no"]
    )
    known = frozenset(values)
    for d, domain in enumerate(document.data["domains"]):
        for s, section in enumerate(domain["sections"]):
            for i, item in enumerate(section["items"]):
                for level in item.get("levels", ()):
                    if level not in known:
                        pointer = ("domains", d, "sections", s, "items", i, "levels", level)
                        place = document.places.key(pointer)
                        yield problem("guidance-off-scale", place, found=level, allowed=listed(values, limit=12))


def _weights(document: Document) -> Iterator[Problem]:
    weights: Mapping[str, float] = document.data["weights"]
    total = math.fsum(weights.values())
    if abs(total - 1) <= 1e-9 or abs(total - 100) <= 1e-7:
        return
    # Nobody who means shares of 1 gets beyond 10; nobody who means per cent stays below it.
    whole = 1 if total < 10 else 100
    code = "weights-too-little" if total < whole else "weights-too-much"
    yield problem(
        code,
        document.places.key(("weights",)),
        total=number(total),
        whole=whole,
        difference=number(abs(whole - total)),
    )


def _in_time_order(document: Document, name: str, key: str) -> Iterator[Problem]:
    entries: Sequence[Mapping[str, Any]] = document.data.get(name, ())
    for position in range(1, len(entries)):
        before, here = entries[position - 1][key], entries[position][key]
        if Period.read(here).first <= Period.read(before).first:
            yield problem(
                "not-in-time-order",
                document.places.value((name, position, key)),
                list=name,
                found=here,
                before=before,
            )


def _score(document: Document) -> Iterator[Problem]:
    data = document.data
    score = data.get("score")
    if score is None:
        return
    zero, full = score["zero"], score["full"]
    if zero == full:
        yield problem("score-flat", document.places.value(("score", "full")), value=number(full))
    elif (data["better"] == "lower" and full > zero) or (data["better"] == "higher" and full < zero):
        yield problem(
            "score-against-direction",
            document.places.value(("score", "full")),
            better=data["better"],
            zero=number(zero),
            full=number(full),
        )


def _target(document: Document) -> Iterator[Problem]:
    if "target" in document.data and document.data["better"] == "neither":
        yield problem("target-without-direction", document.places.key(("target",)))
