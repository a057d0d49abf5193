"""The method page: every formula of this version, each with a worked example from the organisation's own data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from auditloop.assess.grades import grade_table
from auditloop.assess.results import AuditResult, DomainResult, ItemResult, KpiResult, Point, Series
from auditloop.render.views import registers, say
from auditloop.render.views.audits import answer_words
from auditloop.render.views.common import (
    Cell,
    Column,
    Link,
    PagePlan,
    PageView,
    Row,
    Table,
    anchored,
)
from auditloop.render.views.context import Context
from auditloop.render.views.findings import risk_level
from auditloop.render.views.frames import frame

TIMES, DIVIDED, EQUALS, PLUS, LESS = "\u00a0×\u00a0", "\u00a0÷\u00a0", " = ", " + ", "\u2009\u2212\u2009"
GLOSSARY = (
    *("sqs", "csi", "csat", "frt", "fcr", "kpi", "index", "target", "benchmark", "coverage", "na", "critical", "cap"),
    *("finding", "major", "minor", "observation", "opportunity", "good_practice", "root_cause", "risk", "recurrence"),
    *("action", "corrective", "preventive", "containment", "verification", "effect", "on_time_rate", "closed_loop"),
    *("esia", "self_audit", "third_party", "mystery_shopper", "re_audit", "kappa", "completeness", "freshness"),
    *("pareto", "median"),
)


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


def plan(ctx: Context) -> list[PagePlan]:
    return [PagePlan("method.md", lambda: _view(ctx))]


def _view(ctx: Context) -> PageView:
    t = ctx.words.t
    audit = _example_audit(ctx)
    sections = (
        _section(ctx, "item", formula=True, example=_item_example(ctx, audit)),
        _section(ctx, "score", formula=True, example=_score_example(ctx, audit)),
        _section(ctx, "coverage", formula=True, example=_coverage_example(ctx, audit)),
        _section(ctx, "grades", table=_grades(ctx)),
        _section(ctx, "caps", example=_cap_example(ctx)),
        _section(ctx, "comparison", formula=True, example=_comparison_example(ctx)),
        _section(ctx, "agreement", formula=True, example=_agreement_example(ctx)),
        _section(ctx, "risk", table=_risk_grid(ctx)),
        _section(ctx, "recurrence"),
        _section(ctx, "finding_status", table=_statuses(ctx)),
        _section(ctx, "kpi", formula=True, example=_kpi_example(ctx)),
        _section(ctx, "pooling", formula=True, example=_pooling_example(ctx)),
        _section(ctx, "target", formula=True, example=_target_example(ctx)),
        _section(ctx, "score_map", formula=True, example=_map_example(ctx)),
        _section(ctx, "index", formula=True, example=_index_example(ctx)),
        _section(ctx, "actions", formula=True, example=_on_time_example(ctx)),
        _section(ctx, "effect", formula=True, example=_effect_example(ctx)),
        _section(ctx, "data_quality", formula=True, example=_quality_example(ctx)),
        _section(ctx, "rounding"),
        _section(ctx, "glossary", table=_glossary(ctx)),
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


# --- audits ------------------------------------------------------------------------------------------------------


def _example_audit(ctx: Context) -> AuditResult | None:
    """The newest final audit with something less than full in it, so that there is something to calculate."""
    final = [a for a in ctx.results.audits if a.status == "final" and a.score is not None]
    return next((a for a in final if a.score is not None and a.score < 100), final[0] if final else None)


def _items(audit: AuditResult) -> Iterable[tuple[DomainResult, ItemResult]]:
    for domain in audit.domains:
        for section in domain.sections:
            for item in section.items:
                yield domain, item


def _audit_link(ctx: Context, audit: str, anchor: str = "") -> Markup:
    return anchored(ctx.href.audit(audit, anchor), ctx.audit_title(ctx.audits[audit]))


def _item_example(ctx: Context, audit: AuditResult | None) -> Iterable[Markup]:
    """One graded and one sampled answer, from the newest audits that have one."""
    if audit is None:
        return
    graded = next(
        (i for _, i in _items(audit) if i.ratio is not None and 0 < i.ratio < 1 and _graded(ctx, audit, i)), None
    )
    if graded:
        yield _answer_line(ctx, audit, graded)
    for other in ctx.results.audits:
        sampled = next((i for _, i in _items(other) if i.ratio is not None and _sampled(ctx, other, i)), None)
        if sampled:
            yield _answer_line(ctx, other, sampled)
            return


def _graded(ctx: Context, audit: AuditResult, item: ItemResult) -> bool:
    answer = ctx.workspace.audits[audit.id].answers.get(item.id)
    return answer is not None and answer.score is not None


def _sampled(ctx: Context, audit: AuditResult, item: ItemResult) -> bool:
    answer = ctx.workspace.audits[audit.id].answers.get(item.id)
    return answer is not None and answer.sample is not None


def _answer_line(ctx: Context, audit: AuditResult, item: ItemResult) -> Markup:
    answer = ctx.workspace.audits[audit.id].answers[item.id]
    checklist = ctx.workspace.checklists[audit.checklist]
    general, ratio = ctx.formats.general, ctx.formats.number(item.ratio, 2)
    if answer.sample:
        sum_ = f"1{LESS}{answer.sample.failed}{DIVIDED}{answer.sample.size}{EQUALS}{ratio}"
    elif checklist.scale.kind == "levels" and isinstance(answer.score, int | float):
        values = [level.value for level in checklist.scale.levels]
        low, high = min(values), max(values)
        sum_ = f"({general(float(answer.score))}{LESS}{low}){DIVIDED}({high}{LESS}{low}){EQUALS}{ratio}"
    else:
        sum_ = f"{answer_words(ctx, answer, checklist)}{EQUALS}{ratio}"
    ask = anchored(ctx.href.audit(audit.id, f"item-{item.id}"), ctx.asks.get((audit.checklist, item.id), item.id))
    return ctx.words.html("method.item.example", ask=ask, answer=answer_words(ctx, answer, checklist), sum=sum_)


def _score_example(ctx: Context, audit: AuditResult | None) -> Iterable[Markup]:
    """A domain from its items, then the audit from its domains: the shown points add up to the score."""
    if audit is None:
        return
    number = ctx.formats.number
    scored = [d for d in audit.domains if d.score is not None]
    section = next(
        (
            s
            for d in scored
            for s in d.sections
            if s.score is not None and s.score < 100 and all(i.ratio is not None for i in s.items)
        ),
        None,
    )
    if section:
        domain = next(d for d in scored if section in d.sections)
        top = PLUS.join(f"{ctx.formats.general(i.weight)}{TIMES}{number(i.ratio, 2)}" for i in section.items)
        weights = PLUS.join(ctx.formats.general(i.weight) for i in section.items)
        sum_ = f"({top}){DIVIDED}({weights}){TIMES}100{EQUALS}{number(section.score, 1)}"
        yield ctx.words.html(
            "method.score.example_section", domain=ctx.domain_name(audit.checklist, domain.id), sum=sum_
        )
    points = PLUS.join(f"{ctx.domain_name(audit.checklist, d.id)} {number(d.contribution, 2)}" for d in scored)
    yield ctx.words.html(
        "method.score.example", audit=_audit_link(ctx, audit.id), sum=f"{points}{EQUALS}{number(audit.score, 2)}"
    )


def _coverage_example(ctx: Context, audit: AuditResult | None) -> Iterable[Markup]:
    if audit is None or audit.coverage is None or audit.na_share is None:
        return
    states = [i.state for _, i in _items(audit)]
    yield ctx.words.html(
        "method.coverage.example",
        audit=_audit_link(ctx, audit.id),
        coverage=ctx.formats.percent(audit.coverage, 1),
        na_share=ctx.formats.percent(audit.na_share, 1),
        scored=states.count("scored"),
        na=states.count("na"),
        missing=states.count("missing"),
    )


def _grades(ctx: Context) -> Table:
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


def _cap_example(ctx: Context) -> Iterable[Markup]:
    for audit in ctx.results.audits:
        for domain in audit.domains:
            if domain.capped_by:
                yield ctx.words.html(
                    "method.caps.example",
                    audit=_audit_link(ctx, audit.id, f"domain-{domain.id}"),
                    domain=ctx.domain_name(audit.checklist, domain.id),
                    score=say.score(ctx, domain.score),
                    grade=domain.grade or "",
                    item=ctx.asks.get((audit.checklist, domain.capped_by[0]), domain.capped_by[0]),
                )
                return
        if audit.passed is False and audit.capped_by:
            yield ctx.words.html(
                "method.caps.example_overall",
                audit=_audit_link(ctx, audit.id),
                score=say.score(ctx, audit.score),
                item=ctx.asks.get((audit.checklist, audit.capped_by[0]), audit.capped_by[0]),
            )
            return


def _comparison_example(ctx: Context) -> Iterable[Markup]:
    for audit in ctx.results.audits:
        c = audit.comparison
        if c and c.comparable and c.change is not None:
            signed = ctx.formats.signed
            parts = " ".join(signed(part, 2) for part in (c.performance, c.weights, c.applicability))
            sum_ = f"{parts}{EQUALS}{signed(c.change, 2)}"
            yield ctx.words.html("method.comparison.example", audit=_audit_link(ctx, audit.id, "comparison"), sum=sum_)
            return


def _agreement_example(ctx: Context) -> Iterable[Markup]:
    for audit in ctx.results.audits:
        for other in audit.agreement:
            if other.kappa is not None:
                yield ctx.words.html(
                    "method.agreement.example",
                    audit=_audit_link(ctx, audit.id, "agreement"),
                    other=_audit_link(ctx, other.audit),
                    n=other.n,
                    kappa=ctx.formats.number(other.kappa, 2),
                    difference=ctx.formats.signed(other.difference, 1),
                )
                return


# --- findings ----------------------------------------------------------------------------------------------------


def _risk_grid(ctx: Context) -> Table:
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


def _statuses(ctx: Context) -> Table:
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


# --- indicators --------------------------------------------------------------------------------------------------


def _points(ctx: Context, *, pooled: bool) -> Iterable[tuple[KpiResult, Series, Point]]:
    """The newest counted points with numerator and denominator."""
    for kpi in ctx.results.kpis:
        for series in kpi.series:
            if (series.team is None) is pooled:
                point = next(
                    (p for p in reversed(series.points) if p.value is not None and p.n is not None and p.of), None
                )
                if point:
                    yield kpi, series, point


def _ratio(ctx: Context, kpi: KpiResult, point: Point) -> str:
    per = ctx.workspace.kpis[kpi.id].per
    times = f"{TIMES}100%" if kpi.unit == "%" else f"{TIMES}{ctx.formats.general(per)}" if per != 1 else ""
    top = f"{ctx.formats.general(point.n)}{DIVIDED}{ctx.formats.general(point.of)}{times}"
    return f"{top}{EQUALS}{say.kpi_value(ctx, kpi, point.value)}"


def _kpi_example(ctx: Context) -> Iterable[Markup]:
    for kpi, series, point in _points(ctx, pooled=False):
        yield ctx.words.html(
            "method.kpi.example",
            kpi=say.kpi_link(ctx, kpi.id),
            team=ctx.team_name(series.team),
            period=ctx.formats.period(point.period),
            sum=_ratio(ctx, kpi, point),
        )
        return


def _pooling_example(ctx: Context) -> Iterable[Markup]:
    for kpi, _, point in _points(ctx, pooled=True):
        parts = [
            p
            for s in kpi.series
            if s.team is not None
            for p in s.points
            if p.period == point.period and p.n is not None and p.of is not None and p.value is not None
        ]
        if len(parts) < 2 or len(parts) > 8:
            continue
        general = ctx.formats.general
        top, bottom = PLUS.join(general(p.n) for p in parts), PLUS.join(general(p.of) for p in parts)
        sum_ = f"({top}){DIVIDED}({bottom}){EQUALS}{_ratio(ctx, kpi, point)}"
        yield ctx.words.html(
            "method.pooling.example", kpi=say.kpi_link(ctx, kpi.id), period=ctx.formats.period(point.period), sum=sum_
        )
        return


def _target_example(ctx: Context) -> Iterable[Markup]:
    for kpi in ctx.kpis.values():
        series = kpi.series[0]
        if (
            series.latest
            and series.previous
            and series.change is not None
            and series.target is not None
            and series.met is not None
        ):
            number = ctx.formats.number
            latest, before = (number(v.value, kpi.decimals) for v in (series.latest, series.previous))
            sum_ = f"{latest}{LESS}{before}{EQUALS}{say.kpi_change(ctx, kpi, series.change)}"
            yield ctx.words.html(
                "method.target.example",
                kpi=say.kpi_link(ctx, kpi.id),
                period=ctx.formats.period(series.latest.period),
                target=say.target_value(ctx, kpi, series.target),
                verdict=ctx.words.t("target.met" if series.met else "target.missed"),
                sum=sum_,
            )
            return


def _map_example(ctx: Context) -> Iterable[Markup]:
    for kpi in ctx.kpis.values():
        mapping = ctx.workspace.kpis[kpi.id].score
        series = kpi.series[0]
        if mapping and series.latest and series.score is not None and 0 < series.score < 100:
            general, value = ctx.formats.general, ctx.formats.number(series.latest.value, max(kpi.decimals, 2))
            zero, full = general(mapping.zero), general(mapping.full)
            share = f"({value}{LESS}{zero}){DIVIDED}({full}{LESS}{zero})"
            sum_ = f"{share}{TIMES}100{EQUALS}{say.score(ctx, series.score)}"
            yield ctx.words.html(
                "method.score_map.example",
                kpi=say.kpi_link(ctx, kpi.id),
                period=ctx.formats.period(series.latest.period),
                sum=sum_,
            )
            return


def _index_example(ctx: Context) -> Iterable[Markup]:
    for index in ctx.indices_by_team.get(None, []):
        latest = index.latest
        parts = [p for p in latest.parts if p.score is not None] if latest else []
        if latest is None or latest.score is None or ctx.workspace.indices[index.id].method != "weighted-mean":
            continue
        top = PLUS.join(f"{ctx.formats.general(p.weight)}{TIMES}{say.score(ctx, p.score)}" for p in parts)
        divisor = f"({top}){DIVIDED}{ctx.formats.general(latest.coverage)}" if latest.coverage < 1 else top
        yield ctx.words.html(
            "method.index.example",
            index=anchored(ctx.href.index(index.id), ctx.index_name(index.id)),
            period=ctx.formats.period(latest.period),
            sum=f"{divisor}{EQUALS}{say.score(ctx, latest.score)}",
        )
        return


# --- actions and data --------------------------------------------------------------------------------------------


def _on_time_example(ctx: Context) -> Iterable[Markup]:
    summary = ctx.action_summaries.get(None)
    if summary and summary.on_time_rate is not None:
        sum_ = f"{summary.on_time}{DIVIDED}{summary.done}{EQUALS}{ctx.formats.percent(summary.on_time_rate, 1)}"
        yield ctx.words.html("method.actions.example", sum=sum_)
    first = next((a for a in ctx.results.actions if a.overdue), None)
    if first:
        yield ctx.words.html(
            "method.actions.example_overdue",
            action=registers.action_link(ctx, first),
            due=ctx.formats.day(first.due),
            as_of=ctx.formats.day(ctx.results.as_of),
            days=ctx.words.n("count.days", first.days_overdue),
        )


def _effect_example(ctx: Context) -> Iterable[Markup]:
    for action in ctx.results.actions:
        effect = action.effect
        if (
            effect is None
            or effect.change is None
            or effect.before is None
            or effect.after is None
            or effect.kpi not in ctx.kpis
        ):
            continue
        decimals = max(ctx.kpis[effect.kpi].decimals, 2)
        before, after = ctx.formats.number(effect.before, decimals), ctx.formats.number(effect.after, decimals)
        rate = ctx.formats.signed_percent(effect.change, 1)
        sum_ = f"({after}{LESS}{before}){DIVIDED}|{before}|{TIMES}100%{EQUALS}{rate}"
        yield ctx.words.html(
            "method.effect.example",
            action=registers.action_link(ctx, action),
            kpi=say.kpi_link(ctx, effect.kpi),
            sum=sum_,
        )
        return


def _quality_example(ctx: Context) -> Iterable[Markup]:
    quality = ctx.results.data_quality
    if quality.completeness is None:
        return
    present, expected = sum(t.present for t in quality.teams), sum(t.expected for t in quality.teams)
    number = ctx.formats.number
    yield ctx.words.html(
        "method.data_quality.example",
        sum=f"{number(present)}{DIVIDED}{number(expected)}{EQUALS}{ctx.formats.percent(quality.completeness, 1)}",
    )


def _glossary(ctx: Context) -> Table:
    t = ctx.words.t
    rows = tuple(
        Row((Cell(t(f"glossary.{key}.zh")), Cell(t(f"glossary.{key}.en")), Cell(t(f"glossary.{key}.meaning"))))
        for key in GLOSSARY
    )
    columns = (Column(t("glossary.head_zh")), Column(t("glossary.head_en")), Column(t("glossary.head_meaning")))
    return Table(t("glossary.caption"), columns, rows, id="glossary-table", filterable=True)
