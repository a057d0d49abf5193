"""Written arithmetic: its signs, and how many decimals a reader needs to come to the same result."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from auditloop.render.i18n.formats import rounded

TIMES, DIVIDED, EQUALS, PLUS, LESS = "\u00a0×\u00a0", "\u00a0÷\u00a0", " = ", " + ", "\u2009\u2212\u2009"
MOST_DECIMALS = 8


def enough(
    numbers: Sequence[float], result: Callable[[Sequence[float]], float], *, least: int, result_decimals: int
) -> int:
    """The fewest decimals of the numbers with which calculating again gives the result as it is shown."""
    wanted = rounded(result(numbers), result_decimals)
    for decimals in range(least, MOST_DECIMALS):
        shown = [float(rounded(number, decimals)) for number in numbers]
        if rounded(result(shown), result_decimals) == wanted:
            return decimals
    return MOST_DECIMALS
