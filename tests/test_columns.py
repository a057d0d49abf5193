"""Whole columns say what their entries say one by one: plain tables, repeated words, groups, clocks and standards."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from array import array
from collections import Counter
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from auditloop.columns import Words
from auditloop.columns.arrays import counted, counted_together, grouped
from auditloop.columns.cells import plain_cells
from auditloop.load import Attached, read_document
from auditloop.problems import Problem
from auditloop.tickets import MISSING, TicketLog, TimeReader
from auditloop.tickets.calendar import Calendar
from auditloop.tickets.clock import BusinessClock
from auditloop.tickets.counts import Week
from auditloop.tickets.log import known_at, rows_where, shown_by
from auditloop.tickets.spec import Standard, where_of
from auditloop.tickets.standards import Kept, keep, limit_of
from auditloop.validate.tables.cells import Sheet
from auditloop.validate.tables.source import Source
from auditloop.validate.tables.tickets import read_tickets
from case_workspaces import CASES, make_workspace

BERLIN = TimeReader("Europe/Berlin")
HEADINGS = ("id", "type", "channel", "received", "resolved", "contacts", "repeat_of", "note")
_MANY = list(HealthCheck)


# --- plain tables ----------------------------------------------------------------------------------------------------

_USUAL = (
    st.integers(1, 99_999).map("T-{:04d}".format),
    st.sampled_from(["complaint", "enquiry", "投诉"]),
    st.sampled_from(["", "phone", "app", "a-channel-of-which-the-name-is-longer-than-any-window-of-the-reader-is"]),
    st.datetimes(dt.datetime(2026, 1, 1), dt.datetime(2026, 12, 31)).map("{:%Y-%m-%d %H:%M}".format),
    st.sampled_from(["", "2026-03-01T09:12", "2026-03-01 09:12:30", "2026-03-29 02:30", "2026-10-25 02:30:59"]),
    st.sampled_from(["", "1", "2", "12", "2.0", "100"]),
    st.sampled_from(["", "", "T-0001", "T-0002"]),
    st.sampled_from(["", "ok", "回电 13800138000"]) | st.text("ab 你é", max_size=9),
)
_ODD_TIMES = (
    *("2026-03-01", "2026-3-1 9:12", "2026-02-30 09:12", "2026-03-01 24:00", "2026-03-01 09:60", "2026-03-01 09:12Z"),
    *("2026-03-01 09:12:60", "2026-03-01 09:12:5x", "2026-03-01 0x:12", "2026-0/-01 09:12", "2026-03-01_09:12"),
    *("0001-01-01 00:00", "9999-12-31 23:59", "２026-03-01 09:12"),
)
_ODD = st.sampled_from(
    [
        "",
        " ",
        "T-",
        "t-1",
        "T--1",
        "T-1 ",
        "1E+9",
        "Complaint",
        "moan",
        "0",
        "101",
        '"quoted"',
        "a,b",
        "\x1c",
        *_ODD_TIMES,
    ]
)


@st.composite
def tables(draw: st.DrawFn) -> str:
    """Mostly plain ones, now and then with a cell or a row that is not."""
    rows = draw(st.lists(st.tuples(*_USUAL).map(list), min_size=1, max_size=12))
    if draw(st.booleans()):
        row = draw(st.integers(0, len(rows) - 1))
        rows[row][draw(st.integers(0, len(HEADINGS) - 1))] = draw(_ODD)
    delimiter, end = draw(st.sampled_from(",;\t")), draw(st.sampled_from(["\n", "\r\n", "\r"]))
    written = [delimiter.join(row) for row in (HEADINGS, *rows)]
    if draw(st.integers(0, 9)) == 0:
        written.insert(draw(st.integers(0, len(written))), draw(st.sampled_from(["", delimiter, "T-9", " "])))
    return end.join(written) + draw(st.sampled_from(["", end, 2 * end]))


def read(text: str, more: str) -> tuple[Source | None, list[Problem]]:
    document, problems = read_document(f"kind: tickets\nteam: a\nfrom_csv:\n  file: t.csv\n{more}", "audits/t.yml")
    assert document
    assert not problems
    return read_tickets(document, Attached("audits/t.csv", text), BERLIN)


@settings(max_examples=300, deadline=None, suppress_health_check=_MANY)
@given(tables(), st.sampled_from(["", "  prefix: T-\n", "  values: {type: {投诉: complaint}}\n"]))
def test_a_plain_table_is_read_as_the_csv_reader_reads_it(text: str, more: str) -> None:
    """The same columns, the same problems at the same places, the same texts to look for names in."""
    quick, told = read(text, more)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Sheet, "plain", lambda _: None)
        slow, expected = read(text, more)

    assert told == expected
    assert (quick is None) == (slow is None)
    if quick and slow:
        assert quick.log == slow.log
        assert quick.is_whole == slow.is_whole
        assert [(t.column, dict(t.rows)) for t in quick.texts] == [(t.column, dict(t.rows)) for t in slow.texts]


def test_a_usual_export_is_plain() -> None:
    """Else the test above would compare the CSV reader with itself."""
    row = "T-1,complaint,phone,2026-03-29 02:30,2026-03-29 03:30:10,1,,ok"

    assert plain_cells("\n".join([",".join(HEADINGS), row]), ",", len(HEADINGS)) is not None


@settings(deadline=None)
@given(st.lists(st.text("ab-你", max_size=80) | st.integers(0, 500).map(str), min_size=1, max_size=600))
@example([str(n) for n in range(3000)])
def test_different_cells_are_told_apart(cells: list[str]) -> None:
    """However many and however long they are; in the order in which they first stand in the column."""
    found = plain_cells("x,y\n" + "\n".join(f"{cell}," for cell in cells), ",", 2)

    assert found is not None
    distinct = found.distinct(0)
    assert distinct.cells == list(dict.fromkeys(cells))
    assert [distinct.cells[code] for code in distinct.codes] == cells
    assert distinct.rows == [cells.index(cell) for cell in distinct.cells]
    assert found.texts(0) == cells


# --- columns ---------------------------------------------------------------------------------------------------------


@given(st.lists(st.sampled_from(["a", "b", "c", None])))
def test_a_column_of_words_reads_like_a_list(written: list[str | None]) -> None:
    words = Words.of(written)

    assert words == written
    assert [words[row] for row in range(len(written))] == written
    assert [words.index(word) for word in set(written)] == [written.index(word) for word in set(written)]
    assert words.are(frozenset({"a", "c"})).tolist() == [word in ("a", "c") for word in written]


@given(st.lists(st.tuples(st.integers(-3, 3) | st.integers(-(2**40), 2**40), st.integers(0, 2))))
def test_groups_and_counts_are_those_of_the_rows(pairs: list[tuple[int, int]]) -> None:
    keys, values = (np.array([pair[at] for pair in pairs], dtype=np.int64) for at in (0, 1))

    assert counted(keys) == Counter(key for key, _ in pairs)
    groups = [(key, list(each)) for key, each in grouped(keys, values)]
    assert groups == [(key, [v for k, v in pairs if k == key]) for key in sorted({key for key, _ in pairs})]
    together = counted_together((values, "xyz"), (values, [None, 1, 2]))
    assert together == Counter(("xyz"[value], [None, 1, 2][value]) for _, value in pairs)


_MOMENTS = st.lists(st.integers(1_740_000_000, 1_790_000_000), min_size=1, max_size=30)


@settings(deadline=None)
@given(_MOMENTS, st.sampled_from(["Europe/Berlin", "Asia/Shanghai", "Asia/Kathmandu", "Australia/Lord_Howe"]))
@example([1_774_746_000 + 900 * n for n in range(96)], "Europe/Berlin")  # 29 March 2026: the clocks are changed
def test_hours_of_the_week_are_those_of_each_moment(moments: list[int], zone: str) -> None:
    found = Week(ZoneInfo(zone)).counts(array("q", moments), np.ones(len(moments), dtype=np.bool_))

    local = [dt.datetime.fromtimestamp(moment, ZoneInfo(zone)) for moment in moments]
    assert found == Counter((each.weekday(), each.hour) for each in local)


@settings(deadline=None)
@given(_MOMENTS)
def test_a_column_on_the_business_clock_is_each_moment_on_it(moments: list[int]) -> None:
    first, last = dt.date(2025, 3, 1), dt.date(2026, 9, 30)
    clock = BusinessClock(zone=ZoneInfo("Europe/Berlin"), days="mon-sat", hours="22:00-06:00", country="DE", first=first, last=last)  # fmt: skip  # noqa: E501

    passed = clock.passed(np.array(moments, dtype=np.int64))

    assert [each - passed[0] for each in passed.tolist()] == [clock(moments[0], moment) for moment in moments]


# --- standards -------------------------------------------------------------------------------------------------------

_START = BERLIN.read("2026-03-02 08:00")
_LATER = st.none() | st.integers(0, 12 * 24 * 60)
_TICKET = st.tuples(st.integers(0, 50 * 24 * 60), st.sampled_from(["complaint", "enquiry"]), *[_LATER] * 5)


def log_of(tickets: list[tuple[int, str, int | None, int | None, int | None, int | None, int | None]]) -> TicketLog:
    """Minutes after the start, and minutes after the receipt for each event."""
    received = [_START + 60 * ticket[0] for ticket in tickets]
    times = {"received": array("q", received)}
    for at, event in enumerate(("first_response", "planned", "answered", "resolved", "withdrawn"), start=2):
        minutes = [ticket[at] for ticket in tickets]
        if any(each is not None for each in minutes):
            moments = [MISSING if m is None else at_ + 60 * m for at_, m in zip(received, minutes, strict=True)]
            times[event] = array("q", moments)
    types = Words.of(ticket[1] for ticket in tickets)
    return TicketLog("a", None, [f"T-{n}" for n in range(len(tickets))], {"type": types}, times, {}, {})


@settings(max_examples=150, deadline=None, suppress_health_check=_MANY)
@given(
    st.lists(_TICKET, min_size=1, max_size=14),
    st.sampled_from(["first_response", "planned", "resolved", "withdrawn"]),
    st.sampled_from(["calendar", "business"]),
    st.sampled_from(["received", "first_response"]),
    st.sampled_from([{}, {"type": "complaint"}, {"channel": "phone"}]),
)
def test_a_standard_is_kept_as_each_ticket_keeps_it(
    tickets: list[tuple[int, str, int | None, int | None, int | None, int | None, int | None]],
    to: str,
    clock: str,
    from_: str,
    where: dict[str, str],
) -> None:
    calendar = Calendar(BERLIN, dt.date(2026, 3, 2), dt.date(2026, 4, 20), ("mon-fri", "09:00-18:00", "DE"))
    log = known_at(log_of(tickets), calendar.now)
    standard = Standard(id="s", where=where_of(where), from_=from_, to=to, within="1d", clock=clock)

    assert keep(standard, log, calendar) == one_by_one(standard, log, calendar)


def one_by_one(standard: Standard, log: TicketLog, calendar: Calendar) -> dict[int, Kept]:
    """What `auditloop.tickets.standards` says of it, ticket by ticket."""
    found: dict[int, Kept] = {}
    limit, clock = limit_of(standard, calendar), calendar.clock(standard.clock)
    for row in rows_where(log, standard.where):
        moments = {event: column[row] for event, column in log.times.items() if column[row] != MISSING}
        if standard.from_ not in moments:
            continue
        here = found.setdefault(calendar.periods("month").position(moments["received"]), Kept())
        start, end = moments[standard.from_], moments.get(standard.to or "")
        behind = [moments[event] for event in shown_by(standard.to or "") if event in moments]
        if end is not None or behind:
            taken = clock(start, min(behind) if end is None else end)
            if end is None:
                here.unrecorded += 1
            else:
                here.times.append(taken)
            if taken <= limit:
                here.kept += 1
            else:
                here.breaches.append(log.ids[row])
        elif "withdrawn" in moments:
            if clock(start, moments["withdrawn"]) > limit:
                here.breaches.append(log.ids[row])
        else:
            passed = clock(start, calendar.now)
            here.waiting.append((log.ids[row], passed))
            if passed > limit:
                here.breaches.append(log.ids[row])
            else:
                here.open += 1
    return {at: kept for at, kept in found.items() if kept.due or kept.open}


# --- the price -------------------------------------------------------------------------------------------------------


def test_without_tickets_numpy_is_not_even_imported(tmp_path: Path) -> None:
    """It takes a tenth of a second, which whoever has no tickets should not wait for."""
    root = make_workspace(CASES / "base", tmp_path)
    program = (
        "import sys; from pathlib import Path; from auditloop import pipeline\n"
        "pipeline.assess(pipeline.read_config(Path(sys.argv[1]), as_of='2026-04-01'))\n"
        "print('numpy' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", program, str(root)], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "False"
