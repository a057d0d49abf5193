"""Every finding of one year's audits, each at its own anchor; a long year is split by team."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditloop.assess.results import FindingResult
from auditloop.render.views import registers
from auditloop.render.views.common import Cell, Column, Link, PageView, Row, Table, anchored
from auditloop.render.views.context import Context
from auditloop.render.views.findings.record import FindingView, finding_view
from auditloop.render.views.frames import frame
from auditloop.render.views.selection import is_open, is_problem, is_serious
from auditloop.render.views.years import TeamYear, Year


@dataclass(frozen=True, slots=True)
class FindingsYear:
    table: Table
    findings: tuple[FindingView, ...]


def year_view(ctx: Context, year: Year[FindingResult]) -> PageView:
    t = ctx.words.t
    lead, title = _lead(ctx, "findings.year_lead", year.year, year.records), t("findings.year_title", year=year.year)
    if not year.teams:
        return _page(ctx, year, year, title, lead, _register(ctx, year.year, year.records))
    body = FindingsYear(_teams(ctx, year), ())
    return _page(ctx, year, year, title, ctx.words.sentences([lead, t("register.split_by_team")]), body)


def team_year_view(ctx: Context, year: Year[FindingResult], part: TeamYear[FindingResult]) -> PageView:
    team = ctx.team_name(part.team)
    title = ctx.words.t("findings.team_year_title", year=year.year, team=team)
    lead = _lead(ctx, "findings.team_year_lead", year.year, part.records, team=team)
    whole = Link(ctx.words.t("findings.year_title", year=year.year), ctx.href.page(year.path))
    return _page(ctx, year, part, title, lead, _register(ctx, year.year, part.records, team_column=False), [whole])


def _lead(ctx: Context, key: str, year: int, findings: Sequence[FindingResult], **facts: str) -> str:
    problems = [f for f in findings if is_problem(f)]
    still_open = sum(1 for f in problems if is_open(f.status))
    good = len(findings) - len(problems)
    return ctx.words.n(key, len(problems), year=year, open=still_open, good=good, **facts)


def _register(ctx: Context, year: int, findings: Sequence[FindingResult], *, team_column: bool = True) -> FindingsYear:
    t = ctx.words.t
    caption = t("findings.year_caption", year=year)
    table = registers.finding_table(
        ctx, findings, caption, anchor="finding-table", empty=t("empty.no_findings"), team_column=team_column
    )
    return FindingsYear(table, tuple(finding_view(ctx, f) for f in findings))


def _teams(ctx: Context, year: Year[FindingResult]) -> Table:
    t, number = ctx.words.t, ctx.formats.number
    rows = []
    for part in year.teams:
        problems = [f for f in part.records if is_problem(f)]
        still_open = [f for f in problems if is_open(f.status)]
        rows.append(
            Row(
                (
                    Cell(anchored(ctx.href.page(part.path), ctx.team_name(part.team))),
                    Cell(number(len(problems))),
                    Cell(number(len(still_open))),
                    Cell(number(sum(is_serious(f) for f in still_open))),
                    Cell(registers.permalinks(ctx.finding_href, part.records)),
                )
            )
        )
    columns = (
        Column(t("column.team"), "al-main"),
        Column(t("column.findings"), "al-num"),
        Column(t("column.open_findings"), "al-num"),
        Column(t("column.serious"), "al-num"),
        Column(t("column.ids"), sortable=False),
    )
    caption = t("findings.year_teams_caption", year=year.year)
    return Table(caption, columns, tuple(rows), id="team-table", filterable=len(rows) > registers.FILTER_FROM)


def _page(
    ctx: Context,
    year: Year[FindingResult],
    part: Year[FindingResult] | TeamYear[FindingResult],
    title: str,
    lead: str,
    body: FindingsYear,
    above: Sequence[Link] = (),
) -> PageView:
    t = ctx.words.t
    return PageView(
        "findings_year",
        frame(
            ctx,
            path=part.path,
            kind="findings-year",
            title=title,
            lead=lead,
            crumbs=[Link(t("nav.findings"), ctx.href.page("findings/index.md")), *above],
            sources=[("audit", f.audit) for f in part.records],
            related=[Link(t("nav.actions"), ctx.href.page("actions/index.md"))],
            period=str(year.year),
        ),
        body,
    )
