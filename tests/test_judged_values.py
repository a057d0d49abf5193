"""A value beside its target never contradicts the verdict, and worked examples come to the result they show."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import reduce
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.rendered import demo

from auditloop.assess.results import KpiResult
from auditloop.render.i18n.formats import rounded, vanishes
from auditloop.render.views.judged import WRITTEN, Judged
from auditloop.render.views.signs import enough

NUMBERS = st.floats(-1e4, 1e4).map(lambda x: round(x, 9))


def kpi(better: str, decimals: int) -> KpiResult:
    return cast(KpiResult, SimpleNamespace(better=better, decimals=decimals))


@pytest.mark.parametrize(
    ("value", "target", "met", "computed", "decimals"),
    [
        (84.96, 85.0, False, False, 2),  # 85.0 against 85 would look met
        (84.9, 85.0, False, False, 1),
        (85.04, 85.0, True, False, 1),
        (59.0, 59.04, False, True, 2),  # a change on a base: 59.0 against 59.0
        (59.04, 59.02, True, False, 2),  # 59.0 against 59.02 would look missed
        (59.04, None, None, False, 1),
    ],
)
def test_the_decimals_that_a_verdict_needs(
    value: float, target: float | None, met: bool | None, computed: bool, decimals: int
) -> None:
    """The indicator's own where they do, and as many more as it takes."""
    assert Judged(kpi("higher", 1), value, target, met, computed).decimals == decimals


@given(NUMBERS, NUMBERS, st.integers(0, 3), st.booleans(), st.sampled_from(["lower", "higher"]))
def test_a_shown_value_agrees_with_its_verdict(
    value: float, target: float, decimals: int, computed: bool, better: str
) -> None:
    """Whatever is shown, comparing it with the shown target gives the verdict."""
    target = target if computed else round(target, WRITTEN)
    assume(abs(value - target) > 1e-5)
    met = value < target if better == "lower" else value > target
    judged = Judged(kpi(better, decimals), value, target, met, computed)

    seen = rounded(value, judged.decimals)
    against = rounded(target, judged.decimals if computed else WRITTEN)

    assert met is (seen <= against if better == "lower" else seen >= against)


@pytest.mark.parametrize(("value", "shown"), [(0.05, "0.1"), (-0.05, "-0.1"), (2.25, "2.3"), (0.049, "0.0")])
def test_halves_are_rounded_as_people_do(value: float, shown: str) -> None:
    """Half away from zero; a change is none only where nought is shown."""
    assert rounded(value, 1) == Decimal(shown)
    assert vanishes(value, 1) is (not Decimal(shown))


def test_examples_take_as_many_decimals_as_the_result_needs() -> None:
    """1.26 − 1.14 is 0.12 and shows as 0.1; from 1.3 − 1.1 a reader would get 0.2."""
    assert enough([1.26, 1.14], lambda v: v[0] - v[1], least=1, result_decimals=1) == 2


SIGNS = {"\u00a0×\u00a0": "*", "\u00a0÷\u00a0": "/", "\u2212": "-", "\u2009": "", ",": ""}
SUM = re.compile(r"(?<=[:：\s])(?<![±×÷+\u2212]\s)(?:[(|\d]|\u2212(?=\d))[^<:：;；]* = [+\u2212±]?\d[\d.,]*%?")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_examples_of_the_demonstration_can_be_recalculated(lang: str) -> None:
    """Every sum on the method page that consists of numbers alone comes to its result, to the last digit shown."""
    method = next(page.text for page in demo(lang).pages if page.path == "method.md")
    checked = 0
    for sum_ in reduce(lambda text, sign: text.replace(*sign), SIGNS.items(), "\n".join(SUM.findall(method))).split(
        "\n"
    ):
        left, *_, result = sum_.split(" = ")
        number = Decimal(result.rstrip(".").rstrip("%").lstrip("+±"))
        left = re.sub(r"\|([^|]+)\|", r"abs(\1)", left.replace("100%", "100"))
        if not re.fullmatch(r"[\d.+*/() abs-]+", left):
            continue  # points with the names of their domains
        got = eval(left) * (100 if result.endswith("%") and "100" not in left else 1)
        assert rounded(float(got), -int(number.as_tuple().exponent)) == number, sum_
        checked += 1

    assert checked >= 6
