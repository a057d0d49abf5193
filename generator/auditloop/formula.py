"""The arithmetic of derived indicators: numbers, names, + - * / and parentheses; text → tree → value, without `eval`.

Outside the rooms because both sides need it: validation asks whether a text is a formula, the assessment computes it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import isclose, isfinite
from typing import NamedTuple

LONGEST = 200
"""Characters."""
DEEPEST = 20
"""Parentheses and signs inside one another."""

_TOKEN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d+)?|\.\d+)|(?P<name>[A-Za-z_][A-Za-z0-9_]*)|(?P<sign>[-+*/()]))", re.A)
_NOISE = 1e-12


class Number(NamedTuple):
    value: float


class Name(NamedTuple):
    name: str


class Negative(NamedTuple):
    operand: Tree


class Operation(NamedTuple):
    left: Tree
    sign: str
    """+ - * /"""
    right: Tree


Tree = Number | Name | Negative | Operation


class Mistake(NamedTuple):
    """Why a text is no formula: `why` is one of too-long, too-deep, strange, unexpected, unclosed, unfinished."""

    why: str
    at: int
    """Where in the text, from 0."""
    found: str
    """What stands there; empty at the end of the text."""


class Ratio(NamedTuple):
    """numerator ÷ denominator × factor, both without a number of their own in front."""

    numerator: Tree
    denominator: Tree
    factor: float


class ByZero(NamedTuple):
    """No value: these names make up a divisor that is zero."""

    names: tuple[str, ...]


class TooLarge(NamedTuple):
    """No value: the result is beyond what a number can hold."""


def parse(text: str) -> Tree | Mistake:
    """`a / b * 100` → its tree, multiplication before addition, equal signs from the left. Never raises."""
    if len(text) > LONGEST:
        return Mistake("too-long", LONGEST, "")
    tokens = _tokens(text)
    if isinstance(tokens, Mistake):
        return tokens
    try:
        return _Reader(tokens, len(text.rstrip())).whole()
    except _Wrong as wrong:
        return wrong.mistake


def write(tree: Tree) -> str:
    """A text that parses to the tree."""
    return _write(tree, 0)


def names(tree: Tree) -> tuple[str, ...]:
    """Every name in the tree, each once, in the order of the text."""
    if isinstance(tree, Name):
        return (tree.name,)
    if isinstance(tree, Negative):
        return names(tree.operand)
    if isinstance(tree, Operation):
        return tuple(dict.fromkeys((*names(tree.left), *names(tree.right))))
    return ()


def evaluate(tree: Tree, values: Mapping[str, float]) -> float | ByZero | TooLarge:
    """The value of the tree, every name of which has a value; or why it has none. Never NaN or infinite."""
    try:
        return _value(tree, values)
    except _Zero as zero:
        return ByZero(zero.names)
    except OverflowError:
        return TooLarge()


def as_ratio(tree: Tree) -> Ratio | None:
    """The tree as one ratio, where it is one: `a / b * 100`, `100 * (a + c) / b`; None for anything else."""
    over: list[Tree] = []
    under: list[Tree] = []
    factor = _factors(tree, over, under)
    if len(over) != 1 or len(under) != 1 or factor is None:
        return None
    return Ratio(over[0], under[0], factor)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    at: int


class _Wrong(Exception):
    def __init__(self, mistake: Mistake) -> None:
        super().__init__(mistake.why)
        self.mistake = mistake


class _Zero(Exception):
    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self.names = names


def _tokens(text: str) -> list[_Token] | Mistake:
    tokens: list[_Token] = []
    at, end = 0, len(text.rstrip())
    while at < end:
        found = _TOKEN.match(text, at)
        if not found:
            at += len(text[at:]) - len(text[at:].lstrip())
            return Mistake("strange", at, text[at])
        kind = str(found.lastgroup)
        tokens.append(_Token(kind, found[kind], found.start(kind)))
        at = found.end()
    return tokens


class _Reader:
    """Recursive descent: a sum of products of signed numbers, names and parentheses."""

    def __init__(self, tokens: list[_Token], end: int) -> None:
        self._tokens = tokens
        self._end = end
        self._at = 0
        self._depth = 0

    def whole(self) -> Tree:
        tree = self._sum()
        if self._at < len(self._tokens):
            raise _Wrong(self._here("unexpected"))
        return tree

    def _sum(self) -> Tree:
        tree = self._product()
        while sign := self._sign("+-"):
            tree = Operation(tree, sign, self._product())
        return tree

    def _product(self) -> Tree:
        tree = self._signed()
        while sign := self._sign("*/"):
            tree = Operation(tree, sign, self._signed())
        return tree

    def _signed(self) -> Tree:
        if self._sign("-"):
            self._deeper()
            tree = Negative(self._signed())
            self._depth -= 1
            return tree
        return self._single()

    def _single(self) -> Tree:
        if self._at == len(self._tokens):
            raise _Wrong(self._here("unfinished"))
        token = self._tokens[self._at]
        if token.kind == "number":
            self._at += 1
            return Number(float(token.text))
        if token.kind == "name":
            self._at += 1
            return Name(token.text)
        if not self._sign("("):
            raise _Wrong(self._here("unexpected"))
        self._deeper()
        tree = self._sum()
        self._depth -= 1
        if not self._sign(")"):
            raise _Wrong(self._here("unclosed" if self._at == len(self._tokens) else "unexpected"))
        return tree

    def _sign(self, signs: str) -> str:
        """The sign that stands here, if it is one of these; then the reader goes on."""
        if self._at < len(self._tokens):
            token = self._tokens[self._at]
            if token.kind == "sign" and token.text in signs:
                self._at += 1
                return token.text
        return ""

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            self._at -= 1
            raise _Wrong(self._here("too-deep"))

    def _here(self, why: str) -> Mistake:
        if self._at == len(self._tokens):
            return Mistake(why, self._end, "")
        token = self._tokens[self._at]
        return Mistake(why, token.at, token.text)


_BINDS = {"+": 1, "-": 1, "*": 2, "/": 2}


def _write(tree: Tree, around: int) -> str:
    """`around`: how tightly what stands around it binds; what binds less goes into parentheses."""
    if isinstance(tree, Number):
        return _decimal(tree.value)
    if isinstance(tree, Name):
        return tree.name
    if isinstance(tree, Negative):
        return f"-{_write(tree.operand, 3)}"
    binds = _BINDS[tree.sign]
    text = f"{_write(tree.left, binds)} {tree.sign} {_write(tree.right, binds + 1)}"
    return f"({text})" if binds < around else text


def _decimal(value: float) -> str:
    """Digits without an exponent that read back as the same number."""
    text = repr(value)
    if "e" not in text:
        return text.removesuffix(".0")
    digits, _, power = text.partition("e")
    whole, _, part = digits.partition(".")
    shift = int(power)
    if shift >= 0:
        return whole + part.ljust(shift, "0")
    return f"0.{'0' * (-shift - 1)}{whole}{part}"


def _value(tree: Tree, values: Mapping[str, float]) -> float:
    if isinstance(tree, Number):
        return tree.value
    if isinstance(tree, Name):
        return values[tree.name]
    if isinstance(tree, Negative):
        return -_value(tree.operand, values)
    left, right = _value(tree.left, values), _value(tree.right, values)
    if tree.sign == "/" and right == 0:
        raise _Zero(names(tree.right))
    result = _operate(left, tree.sign, right)
    if not isfinite(result):
        # Told where it happens: 1 divided by it would look like a harmless 0.
        raise OverflowError
    return result


def _operate(left: float, sign: str, right: float) -> float:
    if sign == "*":
        return left * right
    if sign == "/":
        return left / right
    if sign == "-":
        right = -right
    # 0.3 - 0.1 - 0.2 is nothing, and something must not be divided by what rounding left of it.
    return 0.0 if isclose(left, -right, rel_tol=_NOISE) else left + right


def _factors(tree: Tree, over: list[Tree], under: list[Tree]) -> float | None:
    """Sort a product into what multiplies and what divides; its numbers become one factor. None: divided by zero."""
    if isinstance(tree, Number):
        return tree.value
    if not isinstance(tree, Operation) or tree.sign in "+-":
        over.append(tree)
        return 1.0
    left = _factors(tree.left, over, under)
    right = _factors(tree.right, *((over, under) if tree.sign == "*" else (under, over)))
    if left is None or right is None:
        return None
    if tree.sign == "*":
        return left * right
    return left / right if right else None
