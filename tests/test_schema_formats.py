"""What `format: date`, `period` and `window` mean in the schemas."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditloop.period import KINDS, Period
from auditloop.validate.formats import FIRST_YEAR, FORMATS, LAST_YEAR, is_date, is_period, is_window

DAYS = st.dates(dt.date(FIRST_YEAR, 1, 1), dt.date(LAST_YEAR, 12, 31))


@pytest.mark.parametrize("text", ["2026-03-15", "2024-02-29", "1900-01-01", "2099-12-31"])
def test_days_of_the_calendar_are_dates(text: str) -> None:
    """Year, month and day with all their digits."""
    assert is_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-3-5",
        "2026-02-30",
        "2025-02-29",
        "20260315",
        "2026-W12-1",
        "2206-03-15",
        "2026-03-15\n",
        "２０２６-03-15",
    ],
)
def test_other_texts_are_no_dates(text: str) -> None:
    """Neither impossible days, nor other ways to write one, nor years that must be a slip."""
    assert not is_date(text)


@pytest.mark.parametrize("text", ["2026", "2026-H1", "2026-Q4", "2026-12", "2026-W53", "2026-02-28"])
def test_periods(text: str) -> None:
    """Year, half-year, quarter, month, ISO week and day."""
    assert is_period(text)


@pytest.mark.parametrize(
    "text", ["", "26", "2026-H3", "2026-Q5", "2026-13", "2025-W53", "2026-02-29", "2026-3", "2206"]
)
def test_no_periods(text: str) -> None:
    """A week or a day that the year does not have is no period either."""
    assert not is_period(text)


@pytest.mark.parametrize("text", ["2026-03", "2025-12..2026-02", "2026..2026", "2026-Q1..2026-03"])
def test_windows(text: str) -> None:
    """One period, or the first and the last of several."""
    assert is_window(text)


@pytest.mark.parametrize("text", ["", "..", "2026-03..", "..2026-03", "2026-03..2026-02", "2026-01..2026-02..2026-03"])
def test_no_windows(text: str) -> None:
    """A window has both ends, the first one first."""
    assert not is_window(text)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("value", [None, True, 2026, 20.5, [], {}])
def test_formats_are_about_text_only(name: str, value: object) -> None:
    """Whether a value is text at all is for `type` to say."""
    assert FORMATS[name](value)


@given(DAYS, st.sampled_from(KINDS))
def test_every_period_with_a_day_in_range_is_accepted(day: dt.date, kind: str) -> None:
    """What the model can compute with may be written, but for weeks that belong to a year out of range."""
    period = Period.containing(day, kind)

    assert is_period(str(period)) == (FIRST_YEAR <= int(str(period)[:4]) <= LAST_YEAR)
    assert Period.read(str(period)) == period


def test_a_bare_year_is_read_as_the_period_it_is() -> None:
    """YAML makes a number of `base: 2025`."""
    assert Period.read(2025) == Period.read(2025.0) == Period.read("2025") == Period.parse("2025")
