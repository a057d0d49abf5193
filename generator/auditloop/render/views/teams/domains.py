"""A team's domains beside the organisation's median."""

from __future__ import annotations

from auditloop.assess.results import TeamDomain, TeamResult
from auditloop.model import Team
from auditloop.render.charts import Chart
from auditloop.render.views import figures, say
from auditloop.render.views.common import Cell, ChartBlock, Column, Row, Table, anchored
from auditloop.render.views.context import Context


def domain_blocks(ctx: Context, team: Team, result: TeamResult | None) -> tuple[ChartBlock, ...]:
    by_checklist: dict[str, list[TeamDomain]] = {}
    for domain in result.domains if result else []:
        by_checklist.setdefault(domain.checklist, []).append(domain)
    return tuple(_domain_block(ctx, team, checklist, domains) for checklist, domains in by_checklist.items())


def _domain_block(ctx: Context, team: Team, checklist: str, domains: list[TeamDomain]) -> ChartBlock:
    t = ctx.words.t
    scored = [d for d in domains if d.score is not None]
    name = ctx.checklist_name(checklist)
    if not scored:
        return ChartBlock(None, empty=t("empty.not_scored"))
    compared = [d for d in scored if d.difference is not None and d.n >= 2]
    behind = sorted(
        (d for d in compared if d.difference is not None and d.difference < 0), key=lambda d: d.difference or 0
    )
    rows = [
        {
            "name": ctx.domain_name(d.checklist, d.domain),
            "order": order,
            "value": d.score,
            "label": say.score(ctx, d.score),
            "median": d.median if d.n >= 2 else None,
            "signal": "common",
            "tip": figures.tip(
                f"{ctx.domain_name(d.checklist, d.domain)}: {say.score(ctx, d.score)}",
                t("team.median_of", median=say.score(ctx, d.median), n=d.n) if d.n >= 2 else t("team.no_median"),
            ),
        }
        for order, d in enumerate(scored)
    ]
    if not compared:
        title, sentence = t("team.domains_alone", checklist=name), t("team.no_median")
    elif behind:
        title = ctx.words.n("team.domains_behind", len(behind), all=len(compared))
        worst = behind[0]
        sentence = t(
            "team.domains_behind_sentence",
            domain=ctx.domain_name(checklist, worst.domain),
            difference=say.score(ctx, abs(worst.difference or 0)),
            median=say.score(ctx, worst.median),
        )
    else:
        title, sentence = t("team.domains_ahead"), t("team.domains_ahead_sentence", n=compared[0].n)
    chart = Chart(
        id=f"team-{team.id}-domains-{checklist}",
        kind="domain-dots",
        datasets={"rows": rows},
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={"y": t("team.history_scale"), "own": ctx.team_name(team.id), "median": t("team.median")},
    )
    caption = t("team.domains_caption", checklist=name, date=ctx.formats.date(ctx.audits[scored[0].audit].date))
    return ChartBlock(chart, title, sentence, caption, _domain_table(ctx, domains, name))


def _domain_table(ctx: Context, domains: list[TeamDomain], name: str) -> Table:
    t = ctx.words.t
    rows = []
    for d in domains:
        difference = say.score_change(ctx, d.difference) if d.n >= 2 else say.no_value(ctx, "empty.no_comparison")
        rows.append(
            Row(
                (
                    Cell(
                        anchored(ctx.href.audit(d.audit, f"domain-{d.domain}"), ctx.domain_name(d.checklist, d.domain))
                    ),
                    Cell(say.score(ctx, d.score) if d.score is not None else say.no_value(ctx, "empty.not_scored")),
                    Cell(say.grade(ctx, d.grade)),
                    Cell(say.score(ctx, d.median) if d.median is not None else say.no_value(ctx, "empty.too_few")),
                    Cell(ctx.formats.number(d.n)),
                    Cell(difference),
                )
            )
        )
    columns = (
        Column(t("column.domain"), "al-main"),
        Column(t("column.score"), "al-num"),
        Column(t("column.grade")),
        Column(t("column.median"), "al-num"),
        Column(t("column.n_teams"), "al-num"),
        Column(t("column.difference")),
    )
    return Table(t("chart.data_of", what=name), columns, tuple(rows), css="al-table--compact")
