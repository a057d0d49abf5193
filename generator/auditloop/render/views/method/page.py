"""The method page: which formulas stand on it, in which order, each with its example."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from auditloop.render.views.common import Link, PageView, Table
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame
from auditloop.render.views.method.audit_examples import (
    agreement_example,
    cap_example,
    comparison_example,
    coverage_example,
    example_audit,
    item_example,
    score_example,
)
from auditloop.render.views.method.case_examples import proposal_example, similar_example
from auditloop.render.views.method.change_examples import (
    formula_example,
    interval_example,
    longer_example,
    moved_example,
)
from auditloop.render.views.method.chart_examples import counted_example, prime_example, rare_example, xmr_example
from auditloop.render.views.method.customer_examples import value_example
from auditloop.render.views.method.improving_examples import goal_example, journey_example
from auditloop.render.views.method.kpi_examples import (
    index_example,
    kpi_example,
    map_example,
    pooling_example,
    target_example,
)
from auditloop.render.views.method.loop_examples import effect_example, gain_example, on_time_example, quality_example
from auditloop.render.views.method.people_examples import register_example, training_example
from auditloop.render.views.method.report_examples import decision_example
from auditloop.render.views.method.signal_examples import (
    assurance_example,
    forecast_example,
    funnel_example,
    run_example,
    segment_example,
    signal_example,
)
from auditloop.render.views.method.spc_tables import charts, icons, profiles, verdicts
from auditloop.render.views.method.survey_examples import (
    csat_example,
    csi_example,
    driver_example,
    gap_example,
    nps_example,
    survey_change_example,
)
from auditloop.render.views.method.tables import glossary, grades, risk_grid, statuses
from auditloop.render.views.method.ticket_examples import (
    attainment_example,
    clock_example,
    hot_spot_example,
    times_example,
)
from auditloop.render.views.method.warning_examples import breach_example, star_example


@dataclass(frozen=True, slots=True)
class Section:
    id: str
    heading: str
    text: str
    formula: str = ""
    example: tuple[Markup, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class MethodView:
    sections: tuple[Section, ...]


def view(ctx: Context) -> PageView:
    t = ctx.words.t
    audit = example_audit(ctx)
    sections = (
        _section(ctx, "item", formula=True, example=item_example(ctx, audit)),
        _section(ctx, "score", formula=True, example=score_example(ctx, audit)),
        _section(ctx, "coverage", formula=True, example=coverage_example(ctx, audit)),
        _section(ctx, "grades", table=grades(ctx)),
        _section(ctx, "caps", example=cap_example(ctx)),
        _section(ctx, "comparison", formula=True, example=comparison_example(ctx)),
        _section(ctx, "agreement", formula=True, example=agreement_example(ctx)),
        _section(ctx, "risk", table=risk_grid(ctx)),
        _section(ctx, "recurrence"),
        _section(ctx, "finding_status", table=statuses(ctx)),
        _section(ctx, "kpi", formula=True, example=kpi_example(ctx)),
        _section(ctx, "pooling", formula=True, example=pooling_example(ctx)),
        _section(ctx, "target", formula=True, example=target_example(ctx)),
        _section(ctx, "icons", table=icons(ctx)),
        _section(ctx, "charts", table=charts(ctx)),
        _section(ctx, "xmr", formula=True, example=xmr_example(ctx)),
        _section(ctx, "counted", formula=True, example=counted_example(ctx)),
        _section(ctx, "prime", formula=True, example=prime_example(ctx)),
        _section(ctx, "rare", formula=True, example=rare_example(ctx)),
        _section(ctx, "run", formula=True, example=run_example(ctx)),
        _section(ctx, "rules", example=signal_example(ctx), table=profiles(ctx)),
        _section(ctx, "segments", example=segment_example(ctx)),
        _section(ctx, "assurance", formula=True, example=assurance_example(ctx)),
        _section(ctx, "forecast", formula=True, example=forecast_example(ctx)),
        _section(ctx, "funnel", formula=True, example=funnel_example(ctx)),
        _section(ctx, "formula", example=formula_example(ctx)),
        _section(ctx, "longer", formula=True, example=longer_example(ctx)),
        _section(ctx, "score_map", formula=True, example=map_example(ctx)),
        _section(ctx, "index", formula=True, example=(*index_example(ctx), *moved_example(ctx))),
        _section(ctx, "actions", formula=True, example=on_time_example(ctx)),
        _section(ctx, "next_steps", formula=True, example=gain_example(ctx)),
        _section(ctx, "effect", formula=True, example=effect_example(ctx)),
        _section(ctx, "effect_verdict", table=verdicts(ctx)),
        _section(ctx, "interval", formula=True, example=interval_example(ctx)),
        _section(ctx, "goal", formula=True, example=goal_example(ctx)),
        _section(ctx, "journey", formula=True, example=journey_example(ctx)),
        _section(ctx, "training", formula=True, example=training_example(ctx)),
        _section(ctx, "register", formula=True, example=register_example(ctx)),
        _section(ctx, "similar", example=similar_example(ctx)),
        _section(ctx, "proposals", formula=True, example=proposal_example(ctx)),
        _section(ctx, "early_warning", formula=True, example=breach_example(ctx)),
        _section(ctx, "recognition", formula=True, example=star_example(ctx)),
        _section(ctx, "csat", formula=True, example=csat_example(ctx)),
        _section(ctx, "nps", formula=True, example=nps_example(ctx)),
        _section(ctx, "csi", formula=True, example=csi_example(ctx)),
        _section(ctx, "survey_change", formula=True, example=survey_change_example(ctx)),
        _section(ctx, "gap", formula=True, example=gap_example(ctx)),
        _section(ctx, "quadrants"),
        _section(ctx, "drivers", formula=True, example=driver_example(ctx)),
        _section(ctx, "themes"),
        _section(ctx, "small_groups"),
        _section(ctx, "customer_value", formula=True, example=value_example(ctx)),
        _section(ctx, "standard", formula=True, example=attainment_example(ctx)),
        _section(ctx, "times", formula=True, example=times_example(ctx)),
        _section(ctx, "clock", example=clock_example(ctx)),
        _section(ctx, "hot_spot", formula=True, example=hot_spot_example(ctx)),
        _section(ctx, "calls"),
        _section(ctx, "reports", example=decision_example(ctx)),
        _section(ctx, "data_quality", formula=True, example=quality_example(ctx)),
        _section(ctx, "rounding"),
        _section(ctx, "glossary", table=glossary(ctx)),
    )
    related = [
        Link(t("nav.checklists"), ctx.href.page("checklists/index.md")),
        Link(t("nav.kpis"), ctx.href.page("kpis/index.md")),
    ]
    return PageView(
        "method",
        frame(
            ctx,
            path="method.md",
            kind="method",
            title=t("nav.method"),
            lead=t("method.lead", generator=ctx.results.generator),
            related=related,
        ),
        MethodView(sections),
    )


def _section(
    ctx: Context, key: str, *, formula: bool = False, example: Iterable[Markup] = (), table: Table | None = None
) -> Section:
    t = ctx.words.t
    return Section(
        key.replace("_", "-"),
        t(f"method.{key}.title"),
        t(f"method.{key}.text"),
        t(f"method.{key}.formula") if formula else "",
        tuple(example),
        table,
    )
