"""Calendar and business time: holidays, make-up days, changed clocks, midnight and month ends."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from auditloop.tickets.clock import BusinessClock, is_known_country, weekdays
from auditloop.tickets.durations import seconds
from auditloop.tickets.times import TimeReader

HOUR = 3600


def clock(
    zone: str = "Asia/Shanghai", days: str = "mon-fri", hours: str = "09:00-18:00", country: str | None = "CN"
) -> BusinessClock:
    first, last = dt.date(2025, 12, 1), dt.date(2026, 12, 31)
    return BusinessClock(zone=ZoneInfo(zone), days=days, hours=hours, country=country, first=first, last=last)


def passed(on: BusinessClock, start: str, end: str, zone: str = "Asia/Shanghai") -> float:
    """Hours that pass on the clock between two local times."""
    reader = TimeReader(zone)
    return on(reader.read(start), reader.read(end)) / HOUR


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-03-02T09:00", "2026-03-02T18:00", 9),  # a Monday
        ("2026-03-02T17:30", "2026-03-03T09:30", 1),  # over midnight
        ("2026-02-27T17:00", "2026-03-02T10:00", 11),  # over a month end; Saturday 28 February is worked
        ("2026-02-13T17:00", "2026-02-14T10:00", 2),  # Saturday 14 February is worked, for Spring Festival
        ("2026-02-14T18:00", "2026-02-24T09:00", 0),  # Spring Festival
        ("2026-10-01T09:00", "2026-10-08T09:00", 0),  # National Day
        ("2026-10-09T18:00", "2026-10-10T18:00", 9),  # Saturday 10 October is worked
        ("2026-03-07T10:00", "2026-03-08T17:00", 0),  # an ordinary weekend
        ("2026-03-02T06:00", "2026-03-02T08:00", 0),  # before business hours
    ],
)
def test_business_time_of_china(start: str, end: str, hours: float) -> None:
    """Holidays stand still, and the Saturdays and Sundays that make up for them run."""
    assert passed(clock(), start, end) == hours


def test_without_a_country_there_are_no_holidays() -> None:
    """Only the days of the week count."""
    assert passed(clock(country=None), "2026-10-01T09:00", "2026-10-02T09:00") == 9
    assert passed(clock(country=None), "2026-02-14T00:00", "2026-02-15T00:00") == 0


def test_hours_over_midnight_belong_to_the_day_they_begin_on() -> None:
    """A night shift from Friday ends on Saturday."""
    night = clock(hours="22:00-06:00", country=None)

    assert passed(night, "2026-03-06T22:00", "2026-03-07T12:00") == 8
    assert passed(night, "2026-03-07T22:00", "2026-03-08T12:00") == 0
    assert night.day == 8 * HOUR


def test_all_day_every_day_is_calendar_time_also_when_the_clocks_change() -> None:
    """The day on which an hour is skipped has 23, the one on which it comes again has 25."""
    always = clock("Europe/Berlin", "mon-sun", "00:00-24:00", None)

    assert passed(always, "2026-03-29T00:00", "2026-03-30T00:00", "Europe/Berlin") == 23
    assert passed(always, "2026-10-25T00:00", "2026-10-26T00:00", "Europe/Berlin") == 25


def test_a_working_day_has_its_usual_hours_when_the_clocks_have_changed() -> None:
    """Nine hours on the Friday before and on the Monday after."""
    usual = clock("Europe/Berlin", country="DE")

    assert passed(usual, "2026-03-27T09:00", "2026-03-30T18:00", "Europe/Berlin") == 18


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(0, 380 * 24 * 60), min_size=3, max_size=3).map(sorted),
    st.sampled_from(["Asia/Shanghai", "Europe/Berlin", "America/St_Johns", "UTC"]),
    st.sampled_from(["09:00-18:00", "22:00-06:00", "00:00-24:00", "08:30-12:15"]),
    st.sampled_from(["mon-fri", "sat-mon", "mon-wed,sat", "sun"]),
)
def test_time_adds_up_and_never_runs_backwards(minutes: list[int], zone: str, hours: str, days: str) -> None:
    """What passes from a to c passes from a to b and from b to c, and is no more than calendar time."""
    on, start = clock(zone, days, hours, None), TimeReader(zone).read("2025-12-02T00:00")
    a, b, c = (start + 60 * minute for minute in minutes)

    assert on(a, c) == on(a, b) + on(b, c)
    assert 0 <= on(a, b) <= b - a


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 300 * 24 * 60), st.integers(0, 4 * 24 * 60), st.sampled_from(["Asia/Shanghai", "Europe/Berlin"]))
def test_it_agrees_with_counting_minutes(begin: int, length: int, zone: str) -> None:
    """The slow way gives the same: every minute whose local day is worked and whose local time is in business hours."""
    on = clock(zone, country="CN" if zone.startswith("Asia") else "DE")
    start = TimeReader(zone).read("2025-12-02T00:00") + 60 * begin
    local = (dt.datetime.fromtimestamp(start + 60 * minute, ZoneInfo(zone)) for minute in range(length))

    assert on(start, start + 60 * length) == 60 * sum(on.is_worked(t.date()) and 9 <= t.hour < 18 for t in local)


def test_days_of_the_week_and_countries() -> None:
    """`sat-mon` goes over the end of the week; ZZ is no country."""
    assert weekdays("mon-wed,sat") == {0, 1, 2, 5}
    assert weekdays("sat-mon") == {5, 6, 0}
    assert is_known_country("CN")
    assert not is_known_country("ZZ")


@pytest.mark.parametrize(("text", "found"), [("30min", 1800), ("2h", 7200), ("1.5d", 129_600), ("3w", 3 * 7 * 86_400)])
def test_durations(text: str, found: float) -> None:
    """Minutes, hours, days and weeks; on business time a day is a working day."""
    assert seconds(text) == found
    assert seconds("1d", day=9 * HOUR) == 9 * HOUR
    assert seconds("1w", day=9 * HOUR, days_a_week=5) == 45 * HOUR


@settings(max_examples=200, deadline=None)
@example(dt.datetime(2026, 10, 4, 2, 45), "Australia/Lord_Howe", "%Y-%m-%dT%H:%M")
@given(
    st.datetimes(dt.datetime(1971, 1, 1), dt.datetime(2090, 1, 1)),
    st.sampled_from(["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"]),
    st.sampled_from(["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M:%S"]),
)
def test_the_quick_way_to_read_times_is_right(moment: dt.datetime, zone: str, shape: str) -> None:
    """Hour by hour from a table gives what the zone says of each time."""
    text, reader = moment.strftime(shape), TimeReader(zone)

    try:
        quick = reader.hours[text[:13]] + reader.minutes[text[13:]]
    except KeyError:
        quick = reader.read(text)
        day = dt.datetime.combine(moment, dt.time(), ZoneInfo(zone))
        assert day.utcoffset() != (day + dt.timedelta(hours=23, minutes=59)).utcoffset()  # the clocks change that day
    assert quick == reader.read(text)


@pytest.mark.parametrize(
    "text", ["", "2026-02-30T09", "2026-03-01T24", "2026-3-1T09", "1899-01-01T09", "２０２６-03-01T09"]
)
def test_what_is_no_hour_is_refused(text: str) -> None:
    """Neither days nor hours that do not exist, nor other digits."""
    with pytest.raises(KeyError):
        TimeReader("UTC").hours[text]


def test_an_hour_that_is_skipped_and_one_that_comes_twice() -> None:
    """Berlin: half past two on 29 March 2026 is read as if the clocks still stood, half past three; on 25 October it is
    the first of the two, and an offset says which is meant."""
    berlin = TimeReader("Europe/Berlin")

    assert berlin.read("2026-03-29T02:30") == berlin.read("2026-03-29T03:30") == berlin.read("2026-03-29T01:30Z")
    assert berlin.read("2026-10-25T02:30") == berlin.read("2026-10-25T02:30+02:00") == berlin.read("2026-10-25T00:30Z")
    assert berlin.read("2026-10-25T02:30+01:00") - berlin.read("2026-10-25T02:30") == HOUR


def test_an_offset_wins_over_the_zone() -> None:
    """09:12 in Shanghai is 01:12 in Greenwich."""
    reader = TimeReader("Europe/Berlin")

    assert reader.read("2026-03-01T09:12+08:00") == TimeReader("Asia/Shanghai").read("2026-03-01T09:12")
    assert reader.read("2026-03-01T01:12Z") == reader.read("2026-03-01 02:12")
