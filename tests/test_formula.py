"""The arithmetic of derived indicators: what it reads, what it refuses and why, and that nothing breaks it."""

from __future__ import annotations

import math
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditloop.formula import (
    ByZero,
    Mistake,
    Name,
    Negative,
    Number,
    Operation,
    TooLarge,
    Tree,
    as_ratio,
    evaluate,
    names,
    parse,
    write,
)

VALUES = {"a": 6.0, "b": 4.0, "c": 0.5, "zero": 0.0}

leaves = st.one_of(
    st.floats(0, 1e12, allow_nan=False).map(Number), st.sampled_from(["a", "b", "first_contact", "X1"]).map(Name)
)
trees = st.recursive(
    leaves,
    lambda inner: st.one_of(
        inner.map(Negative), st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda o: Operation(*o))
    ),
    max_leaves=8,
)


def tree(text: str) -> Tree:
    found = parse(text)
    assert not isinstance(found, Mistake), found
    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a / b * 100", 150),
        ("a / (b * 100)", 0.015),
        ("a - b - 1", 1),
        ("a - (b - 1)", 3),
        ("a + b * c", 8),
        ("(a + b) * c", 5),
        ("-a + b", -2),
        ("-(a + b)", -10),
        ("a--b", 10),
        ("2*-b", -8),
        ("  .5*a+1.25 ", 4.25),
        ("a", 6),
        ("1 - c", 0.5),
    ],
)
def test_arithmetic_is_that_of_school(text: str, value: float) -> None:
    """Multiplication before addition, equal signs from the left, a sign belongs to what follows it."""
    assert evaluate(tree(text), VALUES) == pytest.approx(value, abs=1e-15)


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("", Mistake("unfinished", 0, "")),
        ("   ", Mistake("unfinished", 0, "")),
        ("a +", Mistake("unfinished", 3, "")),
        ("* a", Mistake("unexpected", 0, "*")),
        ("+a", Mistake("unexpected", 0, "+")),
        ("a b", Mistake("unexpected", 2, "b")),
        ("2a", Mistake("unexpected", 1, "a")),
        ("(a", Mistake("unclosed", 2, "")),
        ("a)", Mistake("unexpected", 1, ")")),
        ("()", Mistake("unexpected", 1, ")")),
        ("(a b)", Mistake("unexpected", 3, "b")),
        ("a ** b", Mistake("unexpected", 3, "*")),
        ("a.b", Mistake("strange", 1, ".")),
        ("a × b", Mistake("strange", 2, "×")),
        ("a[0]", Mistake("strange", 1, "[")),
        ("投诉 / 服务", Mistake("strange", 0, "投")),
        ("٣ * a", Mistake("strange", 0, "٣")),
        ("1e5", Mistake("unexpected", 1, "e5")),
        ("a" + "+a" * 200, Mistake("too-long", 200, "")),
        ("(" * 21 + "a" + ")" * 21, Mistake("too-deep", 20, "(")),
        ("-" * 21 + "a", Mistake("too-deep", 20, "-")),
    ],
)
def test_what_is_no_arithmetic_is_told_with_its_place(text: str, mistake: Mistake) -> None:
    """Where it stands, what was found, and why it cannot be."""
    assert parse(text) == mistake


def test_twenty_in_one_another_are_still_read() -> None:
    """The limit is on what nobody would write, not on the longest sum that fits."""
    assert evaluate(tree("(" * 20 + "a" + ")" * 20), VALUES) == 6
    assert evaluate(tree("a" + "+a" * 99), VALUES) == 600


def test_names_are_told_once_in_order() -> None:
    """Every operand of the formula, as often as it is used."""
    assert names(tree("b / (a + b) * c1 - -a")) == ("b", "a", "c1")
    assert names(tree("1 + 2")) == ()


def test_division_by_zero_has_no_value_and_says_what_was_zero() -> None:
    """The names that make up the divisor, also where rounding leaves a trace of it."""
    assert evaluate(tree("a / zero"), VALUES) == ByZero(("zero",))
    assert evaluate(tree("a / (b - 8 * c)"), VALUES) == ByZero(("b", "c"))
    assert evaluate(tree("a / 0"), VALUES) == ByZero(())
    assert evaluate(tree("1 / (x - y - z)"), {"x": 0.3, "y": 0.1, "z": 0.2}) == ByZero(("x", "y", "z"))
    assert evaluate(tree("zero / a"), VALUES) == 0


def test_what_no_number_can_hold_is_no_value() -> None:
    """An overflow is told where it happens, not as the 0 that dividing by it would give."""
    huge = {"a": 1e200}
    assert evaluate(tree("a * a"), huge) == TooLarge()
    assert evaluate(tree("1 / (a * a)"), huge) == TooLarge()
    assert evaluate(tree("a * a - a * a"), huge) == TooLarge()


@pytest.mark.parametrize(
    ("text", "numerator", "denominator", "factor"),
    [
        ("a / b", "a", "b", 1),
        ("a / b * 100", "a", "b", 100),
        ("100 * a / b", "a", "b", 100),
        ("1000 * (a + c) / (b - a) / 2", "a + c", "b - a", 500),
        ("a / (b / 100)", "a", "b", 100),
    ],
)
def test_one_ratio_is_recognised(text: str, numerator: str, denominator: str, factor: float) -> None:
    """However its constant is written."""
    ratio = as_ratio(tree(text))

    assert ratio is not None
    assert (write(ratio.numerator), write(ratio.denominator), ratio.factor) == (numerator, denominator, factor)


@pytest.mark.parametrize("text", ["a", "a + b", "a / b + 1", "a / b / c", "a * b / c", "2 / a", "-a / b / 0"])
def test_what_is_not_one_ratio_is_not_taken_for_one(text: str) -> None:
    """A sum of ratios, a product, or a constant over something has no numerator and denominator."""
    assert as_ratio(tree(text)) is None


@given(st.text(max_size=60) | st.text(alphabet="ab12.+-*/() ", max_size=60) | st.text(string.printable, max_size=300))
def test_no_text_breaks_the_parser(text: str) -> None:
    """Whatever is written is a tree, or a mistake with a place in the text."""
    found = parse(text)

    if isinstance(found, Mistake):
        assert 0 <= found.at <= len(text)
        assert text.startswith(found.found, found.at)
    else:
        assert parse(write(found)) == found


@given(trees)
def test_what_is_written_is_read_back(made: Tree) -> None:
    """Parentheses stand where they are needed: the same tree comes back (or it is longer than a formula may be)."""
    found = parse(write(made))

    assert found == made or (isinstance(found, Mistake) and found.why in ("too-long", "too-deep"))


@given(trees, st.dictionaries(st.sampled_from(["a", "b", "first_contact", "X1"]), st.floats(allow_nan=False)))
def test_a_value_is_a_finite_number_or_a_reason(made: Tree, values: dict[str, float]) -> None:
    """Never NaN, never infinite, whatever the operands."""
    operands = {name: values.get(name, 1.0) for name in names(made)}
    if not all(map(math.isfinite, operands.values())):
        return
    value = evaluate(made, operands)

    assert isinstance(value, ByZero | TooLarge) or math.isfinite(value)
