"""A new file of measured values: one period with many indicators, or one indicator over the periods still missing.

Knows nothing of what the values mean."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from auditloop.model import Kpi, Period, Workspace
from auditloop.problems import Bilingual
from auditloop.scaffold.errors import Refused
from auditloop.scaffold.files import NewFile
from auditloop.scaffold.lookup import folder, free_path, known, modeline, teams
from auditloop.scaffold.yamltext import bilingual, comment, quote

_PERIOD_OF = {
    "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "half-yearly": "half",
    "yearly": "year",
}  # fmt: skip
_EXAMPLES = {"proportion": "{n: 412, of: 500}", "rate": "{n: 3, of: 1830}", "count": "12", "rare-event": "1"}
_FIRST_PERIODS = 3
_MOST_PERIODS = 60


def new_observations(
    workspace: Workspace, *, team: str, today: dt.date, kpi: str | None = None, period: str | None = None
) -> NewFile:
    """Places for values to be typed in: of the team's indicators in `period`, or of `kpi` up to the last full period.

    Exactly one of the two is given. Raises UnknownName or Refused.
    """
    known("team", team, teams(workspace))
    if (kpi is None) == (period is None):
        raise Refused(
            Bilingual("请给出指标或期间，二者取一", "give either an indicator or a period"),
            Bilingual(
                "例如 --period 2026-03，或 --kpi first-response-time",
                "For example --period 2026-03, or --kpi first-response-time",
            ),
        )
    if kpi is not None:
        return _one_indicator(workspace, team, known("kpi", kpi, workspace.kpis), today)
    assert period is not None
    return _one_period(workspace, team, _period(period, today))


def _period(text: str, today: dt.date) -> Period:
    try:
        period = Period.parse(text)
    except ValueError as error:
        raise Refused(
            Bilingual(f"不是期间：{text}", f"not a period: {text!r}"),
            Bilingual(
                "写法：2026、2026-H1、2026-Q1、2026-03、2026-W12、2026-03-15",
                "Write 2026, 2026-H1, 2026-Q1, 2026-03, 2026-W12 or 2026-03-15",
            ),
        ) from error
    if period.first > today:
        raise Refused(
            Bilingual(f"期间 {period} 还没有开始", f"the period {period} has not begun"),
            Bilingual("请给出今天或以前的期间。", "Give a period of today or before."),
        )
    return period


def _one_period(workspace: Workspace, team: str, period: Period) -> NewFile:
    """What the team reports, and what nobody has reported yet; not what only others do. A new team may report all."""
    own = {o.kpi for o in workspace.observations if o.team == team}
    elsewhere = {o.kpi for o in workspace.observations} - own if own else set()
    present = {o.kpi for o in workspace.observations if o.team == team and o.period == period}
    wanted = [
        kpi
        for kpi in workspace.kpis.values()
        if kpi.formula is None and _PERIOD_OF[kpi.frequency] == period.kind and kpi.id not in present | elsewhere
    ]
    if not wanted:
        raise Refused(
            Bilingual(f"{team} 在 {period} 没有尚缺的指标值", f"{team} has no indicator left to report for {period}"),
            Bilingual("请检查期间，或各指标的 frequency。", "Check the period, and the frequency of the indicators."),
        )
    lines = (f"  {quote(kpi.id)}:  # {bilingual(kpi.name)}（{_unit(kpi)}）" for kpi in wanted)
    return _file(workspace, team, str(period), f"period: {_source(period)}", lines)


def _one_indicator(workspace: Workspace, team: str, kpi: Kpi, today: dt.date) -> NewFile:
    if kpi.formula is not None:
        operands = ", ".join(dict.fromkeys(kpi.formula.operands.values()))
        raise Refused(
            Bilingual(f"{kpi.id} 由公式算出，不用上报", f"{kpi.id} is computed by a formula and not reported"),
            Bilingual(f"请上报公式中的指标：{operands}", f"Report the indicators in its formula: {operands}"),
        )
    seen = [o.period for o in workspace.observations if o.team == team and o.kpi == kpi.id]
    missing = list(_missing(seen, _PERIOD_OF[kpi.frequency], today))
    if not missing:
        raise Refused(
            Bilingual(
                f"{team} 的 {kpi.id} 已报到最近一个完整期间", f"{team} has reported {kpi.id} up to the last full period"
            ),
            Bilingual("下一个期间结束后再来。", "Come back when the next period has ended."),
        )
    lines = (f"  {_source(period)}:  # {_unit(kpi)}" for period in missing)
    return _file(workspace, team, f"{kpi.id}-{missing[0]}", f"kpi: {quote(kpi.id)}  # {bilingual(kpi.name)}", lines)


def _missing(seen: list[Period], kind: str, today: dt.date) -> Iterator[Period]:
    """Full periods after the last one reported, oldest first; the latest few where nothing was reported yet."""
    last = Period.containing(today, kind).previous
    start = max(seen).next if seen else last
    for _ in range(0 if seen else _FIRST_PERIODS - 1):
        start = start.previous
    found: list[Period] = []
    while last >= start and len(found) < _MOST_PERIODS:
        found.append(last)
        last = last.previous
    return reversed(found)


def _source(period: Period) -> str:
    """A bare year would be read as a number."""
    return f'"{period}"' if period.kind == "year" else str(period)


def _unit(kpi: Kpi) -> str:
    example = _EXAMPLES.get(kpi.kind_of_data)
    return comment(f"{kpi.unit}，例如 / e.g. {example}" if example else kpi.unit)


def _file(workspace: Workspace, team: str, name: str, what: str, lines: Iterator[str]) -> NewFile:
    place = folder(workspace, "observation", f"teams/{team}/observations", lambda o: o.split("/")[1:2] == [team])
    path = free_path(workspace, place, team, name.lower())
    return NewFile(
        path,
        "\n".join(
            [
                modeline(path).rstrip(),
                "# 观测值：在冒号后面空一格，写上数值。还没有的先空着：空着表示没有数据，0 则是一个数值。",
                "# Values: after each colon type a space and the value. Leave empty what is unknown: 0 is a value.",
                "# 也可以带说明 / With a note: {value: 28.4, n: 1830, note: {zh: …, en: …}}",
                "kind: observations",
                "format: 1",
                f"team: {quote(team)}",
                what,
                "values:",
                *lines,
                "",
            ]
        ),
    )
