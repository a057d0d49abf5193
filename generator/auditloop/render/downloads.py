"""The tables of the site as CSV files: ids, names in the page's language, unrounded numbers. One function per table.

UTF-8 with BOM, so that Excel shows Chinese; text that a spreadsheet would take for a formula is made harmless.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial

from auditloop.render import survey_downloads
from auditloop.render.escape import csv_cell
from auditloop.render.values import Asset
from auditloop.render.views.alerts.facts import helps, subject, told, why
from auditloop.render.views.context import Context

Value = str | float | None
BOM = "\ufeff"
_text = lru_cache(maxsize=1 << 16)(csv_cell)
"""The same ids and names stand in thousands of rows: each text is made harmless once."""


@dataclass(frozen=True)
class DownloadTable:
    """A table that can be downloaded: `name` is the key of its words and its file."""

    name: str
    head: tuple[str, ...]
    rows: tuple[str, ...]
    """Each a line of CSV."""

    @property
    def path(self) -> str:
        return f"downloads/{self.name}.csv"

    @cached_property
    def csv(self) -> str:
        return BOM + "\r\n".join([",".join(self.head), *self.rows]) + "\r\n"


def _line(*cells: Value) -> str:
    return ",".join([_text(cell) if isinstance(cell, str) else csv_cell(cell) for cell in cells])


def tables(ctx: Context) -> tuple[DownloadTable, ...]:
    """Every table, in the order of the downloads page."""
    return tuple(DownloadTable(name, tuple(head.split()), tuple(rows(ctx))) for name, head, rows in _TABLES)


def table_assets(found: Iterable[DownloadTable]) -> tuple[Asset, ...]:
    return tuple(Asset(table.path, table.csv) for table in found)


def _audits(ctx: Context) -> Iterable[str]:
    for a in ctx.results.audits:
        change = a.comparison.change if a.comparison else None
        yield _line(
            *(a.id, a.team, ctx.team_name(a.team), a.checklist, a.edition, a.date.isoformat(), a.type, a.status),
            *(a.score, a.coverage, a.na_share, a.grade, _flag(a.passed), change, len(a.findings)),
        )


def _items(ctx: Context) -> Iterable[str]:
    """By far the longest table: what the rows of one audit and of one item have in common is put together once."""
    asked = {key: _line(item.id, ctx.plain(item.ask)) for key, item in ctx.items.items()}
    for a in ctx.results.audits:
        audit = _line(a.id, a.team, a.date.isoformat())
        for domain in a.domains:
            for section in domain.sections:
                place = f"{audit},{_line(domain.id, section.id)}"
                for item in section.items:
                    ask = asked.get((a.checklist, item.id)) or _line(item.id, "")
                    found = (item.ratio, item.weight, item.contribution, item.possible)
                    numbers = ",".join(["" if number is None else repr(number) for number in found])
                    yield f"{place},{ask},{item.state},{numbers}"


def _findings(ctx: Context) -> Iterable[str]:
    for f in ctx.results.findings:
        yield _line(
            *(f.id, f.audit, f.team, ctx.team_name(f.team), f.date.isoformat(), f.checklist, f.domain, f.item),
            *(ctx.plain(ctx.finding_texts.get(f.id)), f.class_, f.class_effective, f.risk, f.likelihood, f.impact),
            *(f.cause, f.status, f.status_why, f.recurrences, " ".join(f.actions), f.age_days),
        )


def _actions(ctx: Context) -> Iterable[str]:
    for a in ctx.results.actions:
        written, done = ctx.workspace.actions[a.id], a.done.isoformat() if a.done else None
        effect = (a.effect.kpi, a.effect.before, a.effect.after, a.effect.change) if a.effect else (None,) * 4
        yield _line(
            *(a.id, a.team, ctx.team_name(a.team), ctx.plain(written.title), written.type),
            *(a.owner, ctx.person_name(a.owner), " ".join(a.for_), written.priority, a.status),
            *(a.opened.isoformat(), a.due.isoformat(), done, _flag(a.overdue), a.days_overdue, a.age_days, a.moves),
            *(_flag(a.on_time), a.verdict, *effect),
        )


def _kpi_values(ctx: Context) -> Iterable[str]:
    for kpi in ctx.results.kpis:
        about = _line(kpi.id, ctx.kpi_name(kpi.id), kpi.unit)
        for series in kpi.series:
            team = _line(series.team, ctx.team_name(series.team))
            for p in series.points:
                judged = (p.target, _flag(p.met), _flag(p.excluded), p.score)
                yield f"{about},{team},{_line(p.period, p.value, p.n, p.of, *judged)}"


def _indices(ctx: Context) -> Iterable[str]:
    for index in ctx.results.indices:
        about = _line(index.id, index.scope.team, ctx.team_name(index.scope.team))
        for point in index.points:
            for part in point.parts:
                parts = _line(part.id, part.weight, part.score, part.contribution)
                yield f"{about},{_line(point.period, point.score, point.coverage)},{parts}"


def _alerts(ctx: Context) -> Iterable[str]:
    for a in ctx.results.alerts:
        yield _line(
            *(a.id, a.rule, a.severity, a.team, ctx.team_name(a.team), a.since.isoformat(), a.link.kind, a.link.id),
            *(subject(ctx, a), why(ctx, a), ctx.words.listed(told(ctx, a)), helps(ctx, a.rule)),
        )


def _recognition(ctx: Context) -> Iterable[str]:
    year = ctx.results.recognition.year
    for team in ctx.results.recognition.teams:
        zero, stars = " ".join(team.zero_complaint_months), " ".join(team.stars)
        again = " ".join(problem.finding for problem in team.problems_again)
        yield _line(
            *(year, team.team, ctx.team_name(team.team), team.months, zero, stars, again, team.points_lost),
            *(" ".join(team.innovations), " ".join(team.innovations_failed)),
        )


def _standards(ctx: Context) -> Iterable[str]:
    for s in ctx.results.standards:
        low, high = s.interval or (None, None)
        yield _line(
            *(s.id, ctx.standard_name(s.id), s.team, ctx.team_name(s.team), s.period, s.due, s.kept, s.open),
            *(s.unrecorded, s.attainment, low, high, s.target, _flag(s.met), s.n, s.median, s.p90),
            " ".join(s.breaches or ()),
        )


def _ticket_months(ctx: Context) -> Iterable[str]:
    for result in ctx.results.tickets:
        team = _line(result.team, ctx.team_name(result.team))
        for month in result.months:
            for type_, n in month.by_type.items():
                yield f"{team},{_line(month.period, type_, n)}"


def _ticket_sorts(ctx: Context) -> Iterable[str]:
    for result in ctx.results.tickets:
        team = _line(result.team, ctx.team_name(result.team), result.window)
        for c in result.cross:
            names = (c.channel, ctx.channel_name(c.channel), c.category, ctx.category_name(c.category))
            yield f"{team},{_line(*names, c.n, c.complaints, c.expected, c.residual, _flag(c.hot))}"


def _ticket_hours(ctx: Context) -> Iterable[str]:
    for result in ctx.results.tickets:
        team = _line(result.team, ctx.team_name(result.team), result.window)
        for day, hours in enumerate(result.hours, 1):
            for hour, n in enumerate(hours):
                yield f"{team},{_line(day, hour, n)}"


def _missing(ctx: Context) -> Iterable[str]:
    for m in ctx.results.data_quality.missing:
        yield _line(m.team, ctx.team_name(m.team), m.kpi, ctx.kpi_name(m.kpi), m.period)


def _lines(rows: Callable[[Context], Iterable[survey_downloads.Values]], ctx: Context) -> Iterable[str]:
    return (_line(*values) for values in rows(ctx))


def _flag(value: bool | None) -> str | None:
    return None if value is None else "yes" if value else "no"


_TABLES: tuple[tuple[str, str, Callable[[Context], Iterable[str]]], ...] = (
    (
        "audits",
        "id team team_name checklist edition date type status score coverage na_share grade passed change findings",
        _audits,
    ),
    (
        "audit-items",
        "audit team date domain section item question state ratio weight contribution possible",
        _items,
    ),
    (
        "findings",
        "id audit team team_name date checklist domain item problem class class_effective risk likelihood "
        "impact cause status status_why recurrences actions age_days",
        _findings,
    ),
    (
        "actions",
        "id team team_name title type owner owner_name for priority status opened due done overdue "
        "days_overdue age_days moves on_time verdict effect_kpi effect_before effect_after effect_change",
        _actions,
    ),
    ("kpi-values", "kpi kpi_name unit team team_name period value n of target met excluded score", _kpi_values),
    ("indices", "index team team_name period index_score coverage part weight part_score contribution", _indices),
    ("alerts", "id rule severity team team_name since about about_id about_name why told what_helps", _alerts),
    (
        "recognition",
        "year team team_name months zero_complaint_months stars problems_again points_lost innovations "
        "innovations_failed",
        _recognition,
    ),
    *(
        (name, head, partial(_lines, rows))
        for name, head, rows in (
            ("surveys", survey_downloads.SURVEYS, survey_downloads.surveys),
            ("survey-answers", survey_downloads.ANSWERS, survey_downloads.answers),
            ("survey-dimensions", survey_downloads.DIMENSIONS, survey_downloads.dimensions),
            ("survey-drivers", survey_downloads.DRIVERS, survey_downloads.drivers),
            ("survey-themes", survey_downloads.THEMES, survey_downloads.themes),
        )
    ),
    (
        "standards-by-month",
        "standard standard_name team team_name period due kept open unrecorded attainment low high target met n "
        "median_minutes p90_minutes breaches",
        _standards,
    ),
    ("tickets-by-month", "team team_name period type tickets", _ticket_months),
    (
        "tickets-by-sort",
        "team team_name window channel channel_name category category_name tickets complaints expected residual hot",
        _ticket_sorts,
    ),
    ("tickets-by-hour", "team team_name window weekday hour tickets", _ticket_hours),
    ("missing-values", "team team_name kpi kpi_name period", _missing),
)
