"""One page per team, and the list of them: its scores over time, its domains against the others, what is open."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from auditloop.assess.results import AuditMark, TeamDomain, TeamResult
from auditloop.model import Team
from auditloop.render.charts import Chart
from auditloop.render.views import figures, registers, say
from auditloop.render.views.common import (
    BLANK,
    Cell,
    ChartBlock,
    Column,
    Fact,
    Figure,
    Link,
    PagePlan,
    PageView,
    Row,
    Table,
    anchored,
    lines,
    muted,
    spaced,
    with_small,
)
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame
from auditloop.render.views.overview.indices import index_sentence, index_tile
from auditloop.render.views.selection import is_open


@dataclass(frozen=True, slots=True)
class TeamsIndex:
    table: Table


@dataclass(frozen=True, slots=True)
class TeamView:
    facts: tuple[Fact, ...]
    tiles: tuple[Figure, ...]
    history: ChartBlock
    domains: tuple[ChartBlock, ...]
    kpis: Table
    index_chart: ChartBlock | None
    audits: Table
    findings: Table
    actions: Table


def plan(ctx: Context) -> list[PagePlan]:
    plans = [PagePlan("teams/index.md", lambda: _index(ctx))]
    for team in ctx.organisation.teams:
        result = ctx.team_results.get(team.id)
        history = _history(ctx, team, result)
        domains = _domain_blocks(ctx, team, result)
        index_chart = _index_chart(ctx, team)
        charts = [b.chart for b in (history, *domains, index_chart) if b and b.chart]
        plans.append(
            PagePlan(
                ctx.path.team(team.id),
                partial(_view, ctx, team, history, domains, index_chart),
                tuple(charts),
            )
        )
    return plans


# --- list --------------------------------------------------------------------------------------------------------


def _index(ctx: Context) -> PageView:
    t = ctx.words.t
    rows = []
    for team in ctx.organisation.teams:
        result = ctx.team_results.get(team.id)
        latest = max(result.latest, key=lambda m: m.date) if result and result.latest else None
        actions, findings = ctx.action_summaries.get(team.id), ctx.finding_summaries.get(team.id)
        rows.append(
            Row(
                (
                    Cell(lines(say.team_link(ctx, team.id), muted(_place(ctx, team)))),
                    Cell(
                        anchored(ctx.href.audit(latest.audit), say.score(ctx, latest.score))
                        if latest
                        else say.no_value(ctx, "empty.no_audits")
                    ),
                    Cell(say.grade(ctx, latest.grade) if latest else say.no_value(ctx, "empty.no_audits")),
                    Cell(ctx.formats.day(latest.date) if latest else say.no_value(ctx, "empty.no_audits")),
                    Cell(_met_of(ctx, result)),
                    Cell(ctx.formats.number(findings.open) if findings else BLANK),
                    Cell(ctx.formats.number(actions.overdue) if actions else BLANK),
                )
            )
        )
    columns = (
        Column(t("column.team"), "al-main"),
        Column(t("column.latest_score"), "al-num"),
        Column(t("column.grade")),
        Column(t("column.audited")),
        Column(t("column.kpis_met"), "al-num"),
        Column(t("column.open_findings"), "al-num"),
        Column(t("column.overdue"), "al-num"),
    )
    lead = ctx.words.n("teams.lead", len(rows), organisation=ctx.organisation_name, sites=len(ctx.organisation.sites))
    return PageView(
        "teams",
        frame(
            ctx,
            path="teams/index.md",
            kind="teams",
            title=t("nav.teams"),
            lead=lead,
            edit=("organisation", ctx.organisation.id),
        ),
        TeamsIndex(
            Table(
                t("teams.caption"), columns, tuple(rows), t("empty.no_teams"), id="team-table", filterable=len(rows) > 8
            )
        ),
    )


def _place(ctx: Context, team: Team) -> str:
    site = next((ctx.plain(s.name) for s in ctx.organisation.sites if s.id == team.site), "")
    return " · ".join(part for part in (site, ctx.plain(team.department)) if part)


def _met_of(ctx: Context, result: TeamResult | None) -> Markup | str:
    if result is None or not result.kpis_with_target:
        return say.no_value(ctx, "empty.no_target")
    return ctx.words.t("teams.met_of", met=result.kpis_met, all=result.kpis_with_target)


# --- one team ----------------------------------------------------------------------------------------------------


def _view(
    ctx: Context, team: Team, history: ChartBlock, domains: tuple[ChartBlock, ...], index_chart: ChartBlock | None
) -> PageView:
    t = ctx.words.t
    result = ctx.team_results.get(team.id)
    audits = ctx.audits_by_team.get(team.id, [])
    findings = ctx.findings_by_team.get(team.id, [])
    actions = ctx.actions_by_team.get(team.id, [])
    body = TeamView(
        facts=_facts(ctx, team),
        tiles=_tiles(ctx, team, result),
        history=history,
        domains=domains,
        kpis=registers.kpi_table(ctx, ctx.series_by_team.get(team.id, []), t("team.kpis_caption"), anchor="kpi-table"),
        index_chart=index_chart,
        audits=registers.audit_table(
            ctx, audits, t("team.audits_caption"), anchor="audit-table", empty=t("empty.no_audits"), team_column=False
        ),
        findings=registers.finding_table(
            ctx,
            [f for f in findings if is_open(f.status) and f.class_ != "good-practice"],
            t("team.findings_caption"),
            anchor="finding-table",
            empty=t("empty.no_open_findings") if findings or audits else t("empty.no_audits"),
            team_column=False,
        ),
        actions=registers.action_table(
            ctx,
            [a for a in actions if a.done is None and a.status != "cancelled"],
            t("team.actions_caption"),
            anchor="action-table",
            empty=t("empty.no_open_actions") if actions else t("empty.no_actions"),
            team_column=False,
        ),
    )
    return PageView(
        "team",
        frame(
            ctx,
            path=ctx.path.team(team.id),
            kind="team",
            title=ctx.team_name(team.id),
            lead=lead(ctx, team, result),
            name=team.name,
            crumbs=[Link(t("nav.teams"), ctx.href.page("teams/index.md"))],
            edit=("team", team.id),
            sources=[("audit", a.id) for a in audits[:3]] + [("action", a.id) for a in actions[:3]],
            related=_related(ctx, team, result),
        ),
        body,
    )


def lead(ctx: Context, team: Team, result: TeamResult | None) -> str:
    t = ctx.words.t
    sentences = []
    latest = max(result.latest, key=lambda m: m.date) if result and result.latest else None
    if latest is None or latest.score is None:
        sentences.append(t("team.never_audited", team=ctx.team_name(team.id)))
    else:
        audit = ctx.audits[latest.audit]
        key = "team.latest_audit" if latest.grade else "team.latest_audit_no_grade"
        sentences.append(
            t(
                key,
                date=ctx.formats.date(latest.date),
                type=t(f"audit_type.{latest.type}"),
                checklist=ctx.checklist_name(latest.checklist),
                score=say.score(ctx, latest.score),
                grade=latest.grade,
            )
        )
        if audit.comparison and audit.comparison.change is not None:
            sentences.append(change_sentence(ctx, audit.comparison.change))
    worst = _worst(result)
    if worst and worst.difference is not None:
        sentences.append(
            t(
                "team.weakest" if worst.difference < 0 else "team.weakest_above",
                domain=ctx.domain_name(worst.checklist, worst.domain),
                score=say.score(ctx, worst.score),
                difference=say.score(ctx, abs(worst.difference)),
                n=worst.n,
            )
        )
    if result and result.kpis_with_target:
        sentences.append(ctx.words.n("team.kpis_met", result.kpis_with_target, met=result.kpis_met))
    findings, actions = ctx.finding_summaries.get(team.id), ctx.action_summaries.get(team.id)
    if findings and actions and (findings.total or actions.total):
        open_findings = ctx.words.n("count.open_findings", findings.open)
        overdue = ctx.words.n("count.overdue_actions", actions.overdue)
        sentences.append(t("team.open", findings=open_findings, actions=overdue))
    return ctx.words.sentences(sentences)


def change_sentence(ctx: Context, change: float) -> str:
    if not round(change, 1):
        return ctx.words.t("audit.change_none")
    return ctx.words.t("audit.change_up" if change > 0 else "audit.change_down", amount=say.score(ctx, abs(change)))


def _worst(result: TeamResult | None) -> TeamDomain | None:
    judged = (
        [d for d in result.domains if d.difference is not None and d.score is not None and d.n >= 2] if result else []
    )
    return min(judged, key=lambda d: (d.difference, d.domain)) if judged else None


def _facts(ctx: Context, team: Team) -> tuple[Fact, ...]:
    t = ctx.words.t
    site = next((s for s in ctx.organisation.sites if s.id == team.site), None)
    people = [p for p in ctx.organisation.people if p.team == team.id]
    facts = [
        Fact(t("team.site"), ctx.text(site.name)) if site else None,
        Fact(t("team.department"), ctx.text(team.department)) if team.department else None,
        Fact(t("team.people"), lines(*(_person(ctx, p.name, p.role) for p in people))) if people else None,
    ]
    return tuple(fact for fact in facts if fact)


def _person(ctx: Context, name: object, role: object) -> Markup:
    words = ctx.text(name)  # type: ignore[arg-type]
    return spaced(words, muted(ctx.text(role))) if role else words  # type: ignore[arg-type]


def _tiles(ctx: Context, team: Team, result: TeamResult | None) -> tuple[Figure, ...]:
    t = ctx.words.t
    tiles = []
    for mark in result.latest if result else []:
        audit = ctx.audits[mark.audit]
        change = audit.comparison.change if audit.comparison else None
        tiles.append(
            Figure(
                ctx.checklist_name(mark.checklist),
                say.score(ctx, mark.score),
                note=lines(
                    spaced(say.grade(ctx, mark.grade), say.score_change(ctx, change)), muted(ctx.formats.day(mark.date))
                ),
                href=ctx.href.audit(mark.audit),
            )
        )
    tiles += [index_tile(ctx, index, "#indices") for index in ctx.indices_by_team.get(team.id, [])[:2]]
    if result and result.kpis_with_target:
        tiles.append(
            Figure(
                t("overview.tile_met"),
                with_small(result.kpis_met, t("overview.of", n=result.kpis_with_target)),
                href="#kpis",
            )
        )
    return tuple(tiles)


def _related(ctx: Context, team: Team, result: TeamResult | None) -> list[Link]:
    t = ctx.words.t
    links = [
        Link(ctx.checklist_name(m.checklist), ctx.href.checklist(m.checklist))
        for m in (result.latest if result else [])
    ]
    links += [
        Link(t("nav.findings"), ctx.href.page("findings/index.md")),
        Link(t("nav.actions"), ctx.href.page("actions/index.md")),
    ]
    return links


# --- charts ------------------------------------------------------------------------------------------------------


def _history(ctx: Context, team: Team, result: TeamResult | None) -> ChartBlock:
    """Scores of final audits; one line per checklist edition, because editions are not compared."""
    t = ctx.words.t
    marks = [m for m in result.history if m.score is not None] if result else []
    if not marks:
        return ChartBlock(None, empty=t("empty.no_audits"))
    editions = {(m.checklist, m.edition) for m in marks}
    several = {c for c, _ in editions if sum(1 for other, _ in editions if other == c) > 1}
    newest = {(m.checklist, m.edition): m.audit for m in marks}
    points = [
        {
            "series": _series_name(ctx, m, several),
            "x": m.date.isoformat(),
            "value": m.score,
            "label": say.score(ctx, m.score),
            "tip": figures.tip(
                f"{ctx.formats.date(m.date)}: {say.score(ctx, m.score)}" + (f" · {m.grade}" if m.grade else ""),
                f"{ctx.checklist_name(m.checklist)} {m.edition}",
                t(f"audit_type.{m.type}"),
                t("audit.not_passed") if m.passed is False else "",
            ),
            "shape": m.type,
            "shape_label": t(f"audit_type.{m.type}"),
            "latest": newest[m.checklist, m.edition] == m.audit,
        }
        for m in marks
    ]
    title, sentence = _history_words(ctx, marks)
    chart = Chart(
        id=f"team-{team.id}-history",
        kind="score-history",
        datasets={"points": points, "bands": _bands(ctx)},
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={"y": t("team.history_scale")},
    )
    caption = ctx.words.n("team.history_caption", len(marks), team=ctx.team_name(team.id))
    return ChartBlock(chart, title, sentence, caption, _history_table(ctx, marks))


def _series_name(ctx: Context, mark: AuditMark, several: set[str]) -> str:
    name = ctx.checklist_name(mark.checklist)
    return f"{name} {mark.edition}" if mark.checklist in several else name


def _bands(ctx: Context) -> list[dict[str, object]]:
    grades = sorted(ctx.organisation.grades, key=lambda g: -g.from_)
    limits = [(g.grade, g.from_) for g in grades] or [("A", 90.0), ("B", 80.0), ("C", 70.0), ("D", 0.0)]
    uppers = [100.0, *(lower for _, lower in limits[:-1])]
    return [
        {"lower": lower, "upper": upper, "label": name} for (name, lower), upper in zip(limits, uppers, strict=True)
    ]


def _history_words(ctx: Context, marks: list[AuditMark]) -> tuple[str, str]:
    """About the checklist with most audits: from the first to the latest."""
    t = ctx.words.t
    by_checklist: dict[tuple[str, str], list[AuditMark]] = {}
    for mark in marks:
        by_checklist.setdefault((mark.checklist, mark.edition), []).append(mark)
    main = max(by_checklist.values(), key=lambda found: (len(found), found[-1].date))
    first, last = main[0], main[-1]
    name = ctx.checklist_name(last.checklist)
    if first is last or first.score is None or last.score is None:
        return t("team.history_one", checklist=name), t(
            "team.history_one_sentence", score=say.score(ctx, last.score), date=ctx.formats.date(last.date)
        )
    change = last.score - first.score
    key = "same" if not round(change, 1) else "up" if change > 0 else "down"
    sentence = t(
        "team.history_sentence",
        checklist=name,
        first=say.score(ctx, first.score),
        first_date=ctx.formats.date(first.date),
        last=say.score(ctx, last.score),
        last_date=ctx.formats.date(last.date),
    )
    return t(f"team.history_{key}", checklist=name), sentence


def _history_table(ctx: Context, marks: list[AuditMark]) -> Table:
    t = ctx.words.t
    rows = [
        Row(
            (
                Cell(anchored(ctx.href.audit(m.audit), ctx.formats.day(m.date)), m.date.isoformat()),
                Cell(f"{ctx.checklist_name(m.checklist)} {m.edition}"),
                Cell(t(f"audit_type.{m.type}")),
                Cell(say.score(ctx, m.score), f"{m.score}"),
                Cell(say.grade(ctx, m.grade)),
            )
        )
        for m in reversed(marks)
    ]
    columns = (
        Column(t("column.date")),
        Column(t("column.checklist")),
        Column(t("column.type")),
        Column(t("column.score"), "al-num"),
        Column(t("column.grade")),
    )
    return Table(t("team.history_table"), columns, tuple(rows), css="al-table--compact")


def _domain_blocks(ctx: Context, team: Team, result: TeamResult | None) -> tuple[ChartBlock, ...]:
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


def _index_chart(ctx: Context, team: Team) -> ChartBlock | None:
    drawn = [i for i in ctx.indices_by_team.get(team.id, []) if i.latest and i.latest.score is not None]
    if not drawn:
        return None
    first = drawn[0]
    name = ctx.index_name(first.id)
    change = first.change_last_year
    flat = change is None or not round(change, 1)
    title = ctx.words.t(f"index.title_{'plain' if flat else 'up' if (change or 0) > 0 else 'down'}", index=name)
    return figures.index_block(ctx, drawn, f"team-{team.id}-indices", title, index_sentence(ctx, first))
