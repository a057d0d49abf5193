"""What the method page lists: grades, risk levels, states of a finding, terms in both languages."""

from __future__ import annotations

from auditloop.assess.grades import grade_table
from auditloop.render.views import say
from auditloop.render.views.common import Cell, Column, Row, Table
from auditloop.render.views.context import Context
from auditloop.render.views.riskgrid import risk_level

GLOSSARY = (
    *("sqs", "csi", "csat", "frt", "fcr", "kpi", "index", "target", "benchmark", "coverage", "na", "critical", "cap"),
    *("finding", "major", "minor", "observation", "opportunity", "good_practice", "root_cause", "risk", "recurrence"),
    *("action", "corrective", "preventive", "containment", "verification", "effect", "on_time_rate", "closed_loop"),
    *("customer_value", "case", "proposal"),
    *("esia", "self_audit", "third_party", "mystery_shopper", "re_audit", "kappa", "completeness", "freshness"),
    *("pareto", "median", "commentary", "brief", "frozen"),
    *("milestone", "gantt", "journey", "touchpoint", "cycle_efficiency"),
    *("spc", "control_chart", "common_cause", "special_cause", "signal", "control_limits", "centre_line", "run_chart"),
    *("moving_range", "variation", "assurance", "segment", "baseline", "over_dispersion", "funnel", "interval"),
    *("waterfall", "nps", "servqual", "quadrants", "driver", "lmg", "collinear", "response_rate"),
    *("training_coverage", "pass_rate", "score_gain", "mentor", "risk_register", "response_plan", "drill"),
)


def grades(ctx: Context) -> Table:
    t = ctx.words.t
    table = grade_table(ctx.organisation.grades)
    rows = tuple(
        Row(
            (
                Cell(say.grade(ctx, g.grade)),
                Cell(t("method.grades.from_to", low=ctx.formats.general(g.from_), high=ctx.formats.general(high))),
            )
        )
        for g, high in zip(table, (100.0, *(g.from_ for g in table)), strict=False)
    )
    return Table(
        t("method.grades.caption"),
        (Column(t("column.grade")), Column(t("column.score"))),
        rows,
        css="al-table--compact",
    )


def risk_grid(ctx: Context) -> Table:
    t = ctx.words.t
    columns = (Column(t("method.risk.corner")), *(Column(t("method.risk.impact", n=n)) for n in range(1, 6)))
    rows = tuple(
        Row(
            (
                Cell(t("method.risk.likelihood", n=likelihood)),
                *(Cell(say.risk(ctx, risk_level(likelihood, impact))) for impact in range(1, 6)),
            )
        )
        for likelihood in range(5, 0, -1)
    )
    return Table(t("method.risk.caption"), columns, rows, css="al-table--compact")


def statuses(ctx: Context) -> Table:
    t = ctx.words.t
    states = ("open", "planned", "in-action", "awaiting-verification", "closed", "accepted")
    counts = ctx.finding_summaries[None].by_status if None in ctx.finding_summaries else {}
    rows = tuple(
        Row(
            (
                Cell(say.finding_status(ctx, s)),
                Cell(t(f"method.finding_status.{s}")),
                Cell(ctx.formats.number(counts.get(s, 0))),
            )
        )
        for s in states
    )
    columns = (Column(t("column.status")), Column(t("column.when")), Column(t("column.findings"), "al-num"))
    return Table(t("method.finding_status.caption"), columns, rows, css="al-table--compact")


def glossary(ctx: Context) -> Table:
    t = ctx.words.t
    rows = tuple(
        Row((Cell(t(f"glossary.{key}.zh")), Cell(t(f"glossary.{key}.en")), Cell(t(f"glossary.{key}.meaning"))))
        for key in GLOSSARY
    )
    columns = (Column(t("glossary.head_zh")), Column(t("glossary.head_en")), Column(t("glossary.head_meaning")))
    return Table(t("glossary.caption"), columns, rows, id="glossary-table", filterable=True)
