"""Teams and domains: the latest scores of every team on one checklist, coloured by grade."""

from __future__ import annotations

from auditloop.render.views import say
from auditloop.render.views.common import BLANK, Cell, Column, Row, Table, anchored, lines, spaced
from auditloop.render.views.context import Context

MOST_DOMAINS = 6


def heat(ctx: Context, score: float | None, grade: str | None) -> str:
    """Background by grade, so that colour says what the letter says; the number stands in it."""
    letters = say.grade_letters(ctx)
    if score is None or grade not in letters:
        return "al-heat al-heat--none"
    return f"al-heat al-heat--{max(1, 5 - letters.index(grade))}"


def score_tables(ctx: Context, checklist: str) -> list[Table]:
    """Teams × domains of one checklist: the latest final audit of each team, the weakest team first.

    More domains than fit beside the team go into further tables.
    """
    domains = [d.id for d in ctx.workspace.checklists[checklist].domains]
    groups = [domains[at : at + MOST_DOMAINS] for at in range(0, len(domains), MOST_DOMAINS)]
    return [_score_table(ctx, checklist, group, f"-{n}" if n else "") for n, group in enumerate(groups)]


def _score_table(ctx: Context, checklist: str, domains: list[str], suffix: str) -> Table:
    t = ctx.words.t
    columns = (
        Column(t("column.team_total"), "al-main"),
        *(Column(ctx.domain_name(checklist, d), "al-num") for d in domains),
    )
    latest = {team.id: mark for team in ctx.results.teams for mark in team.latest if mark.checklist == checklist}
    rows = []
    medians: dict[str, float | None] = {}
    for team, mark in sorted(latest.items(), key=lambda e: (e[1].score is None, e[1].score, e[0])):
        found = {d.domain: d for d in ctx.team_results[team].domains if d.checklist == checklist}
        medians |= {d.domain: d.median for d in found.values()}
        total = spaced(anchored(ctx.href.audit(mark.audit), say.score(ctx, mark.score)), say.grade(ctx, mark.grade))
        name = Cell(lines(say.team_link(ctx, team), total), "" if mark.score is None else f"{mark.score:.6f}")
        cells = (
            heat_cell(ctx, d.audit, d.domain, d.score, d.grade)
            if (d := found.get(domain))
            else Cell(say.no_value(ctx, "empty.not_scored"), "")
            for domain in domains
        )
        rows.append(Row((name, *cells)))
    if len(rows) >= 2:
        shown = (say.score(ctx, median) if (median := medians.get(d)) is not None else BLANK for d in domains)
        rows.append(Row((Cell(t("overview.median")), *map(Cell, shown)), css="al-total"))
    return Table(
        t("overview.scores_caption", checklist=ctx.checklist_name(checklist)),
        columns,
        tuple(rows),
        t("empty.no_audits"),
        id=f"scores-{checklist}{suffix}",
        visible_caption=True,
    )


def heat_cell(ctx: Context, audit: str, domain: str, score: float | None, grade: str | None) -> Cell:
    if score is None:
        return Cell(say.no_value(ctx, "empty.not_scored"), "")
    return Cell(
        anchored(ctx.href.audit(audit, f"domain-{domain}"), say.score(ctx, score)),
        f"{score:.6g}",
        heat(ctx, score, grade),
    )
