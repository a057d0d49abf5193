"""The first page: are we getting better, where not, what must we decide, is the data complete."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.assess.results import IndexResult, KpiResult, Series
from auditloop.problems import Severity
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

TOP = 8
MOST_DOMAINS = 6


@dataclass(frozen=True, slots=True)
class IndexView:
    id: str
    name: str
    sentence: str
    table: Table


@dataclass(frozen=True, slots=True)
class Overview:
    answers: tuple[Fact, ...]
    banner: tuple[str, bool] | None
    """What is wrong with the data, and whether it is bad or merely worth a word."""
    tiles: tuple[Figure, ...]
    index_chart: ChartBlock | None
    indices: tuple[IndexView, ...]
    kpis: Table
    score_tables: tuple[Table, ...]
    findings: Table
    actions: Table


def plan(ctx: Context) -> list[PagePlan]:
    indices = ctx.indices_by_team.get(None, [])
    chart = _index_chart(ctx, indices)
    charts = (chart.chart,) if chart and chart.chart else ()
    return [PagePlan("index.md", lambda: _view(ctx, indices, chart), charts)]


def _view(ctx: Context, indices: list[IndexResult], chart: ChartBlock | None) -> PageView:
    t = ctx.words.t
    answers = [
        Fact(t("overview.q_better"), _better(ctx, indices)),
        Fact(t("overview.q_where_not"), _where_not(ctx)),
        Fact(t("overview.q_decide"), _decide(ctx)),
        Fact(t("overview.q_data"), _data(ctx)),
    ]
    body = Overview(
        answers=tuple(answers),
        banner=_banner(ctx),
        tiles=_tiles(ctx, indices),
        index_chart=chart,
        indices=tuple(_index_view(ctx, index) for index in indices),
        kpis=registers.kpi_table(ctx, organisation_series(ctx), t("overview.kpis_caption"), anchor="kpi-table"),
        score_tables=tuple(table for c in ctx.results.checklists if c.audits for table in _score_tables(ctx, c.id)),
        findings=registers.finding_table(
            ctx,
            [f for f in ctx.results.findings if is_open(f.status) and f.class_ != "good-practice"][:TOP],
            t("overview.findings_caption"),
            anchor="top-findings",
            empty=t("empty.no_open_findings"),
        ),
        actions=registers.action_table(
            ctx,
            [a for a in ctx.results.actions if a.overdue or a.due_soon][: 2 * TOP],
            t("overview.actions_caption"),
            anchor="due-actions",
            empty=t("empty.nothing_due"),
        ),
    )
    lead = ctx.words.sentences([str(answer.html) for answer in answers])
    return PageView(
        "overview",
        frame(
            ctx,
            path="index.md",
            kind="overview",
            title=t("overview.title", organisation=ctx.organisation_name),
            lead=lead,
            name=ctx.organisation.name,
            edit=("organisation", ctx.organisation.id),
            related=[
                Link(t(f"nav.{name}"), ctx.href.page(path))
                for name, path in (
                    ("teams", "teams/index.md"),
                    ("kpis", "kpis/index.md"),
                    ("findings", "findings/index.md"),
                    ("actions", "actions/index.md"),
                    ("method", "method.md"),
                )
            ],
        ),
        body,
    )


def is_open(status: str) -> bool:
    return status not in {"closed", "accepted"}


def organisation_series(ctx: Context) -> list[tuple[KpiResult, Series]]:
    """The pooled series of each indicator; of one that only a single team reports, that team's."""
    found = []
    for kpi in ctx.results.kpis:
        pooled = [s for s in kpi.series if s.team is None]
        if pooled or len(kpi.series) == 1:
            found.append((kpi, (pooled or kpi.series)[0]))
    return found


# --- the four answers --------------------------------------------------------------------------------------------


def _better(ctx: Context, indices: list[IndexResult]) -> str:
    sentences = [sentence for index in indices[:2] if (sentence := index_sentence(ctx, index))]
    if sentences:
        return ctx.words.sentences(sentences)
    judged = [s for _, s in organisation_series(ctx) if s.better_than_last_year is not None]
    if not judged:
        return ctx.words.t("overview.no_trend")
    better = sum(1 for s in judged if s.better_than_last_year)
    return ctx.words.n("overview.better_than_last_year", better, all=len(judged))


def index_sentence(ctx: Context, index: IndexResult) -> str:
    """`In June 2026 the composite score was 82.4 points, 1.3 more than in May; most of it came from …`"""
    if index.latest is None or index.latest.score is None:
        return ""
    t = ctx.words.t
    parts = [
        t(
            "index.latest",
            index=ctx.index_name(index.id),
            period=ctx.formats.period(index.latest.period),
            score=say.score(ctx, index.latest.score),
        )
    ]
    if index.change is not None and index.previous is not None:
        size = say.score(ctx, abs(index.change))
        key = "index.same" if not round(index.change, 1) else "index.up" if index.change > 0 else "index.down"
        parts.append(t(key, amount=size))
    if index.change and round(index.change, 1):
        driver = next((m for m in index.moved_by if m.points * index.change > 0), None)
        if driver:
            parts.append(t("index.driver", part=ctx.kpi_name(driver.id), points=ctx.formats.signed(driver.points, 1)))
    if index.change_last_year is not None:
        size = say.score(ctx, abs(index.change_last_year))
        flat = not round(index.change_last_year, 1)
        key = "index.same_year" if flat else "index.up_year" if index.change_last_year > 0 else "index.down_year"
        parts.append(t(key, amount=size))
    return ctx.words.clauses(parts) + t("join.full_stop")


def _where_not(ctx: Context) -> str:
    t = ctx.words.t
    judged = [(k, s) for k, s in organisation_series(ctx) if s.met is not None]
    sentences = []
    if judged:
        missed = sorted((p for p in judged if not p[1].met), key=lambda p: -p[1].targets_missed_in_a_row)
        if missed:
            names = ctx.words.listed([ctx.kpi_name(k.id) for k, _ in missed[:3]])
            key = "overview.missed_some" if len(missed) > 3 else "overview.missed_all"
            sentences.append(t(key, missed=len(missed), all=len(judged), names=names))
        else:
            sentences.append(ctx.words.n("overview.none_missed", len(judged)))
    weakest = _weakest_domain(ctx)
    if weakest:
        sentences.append(weakest)
    return ctx.words.sentences(sentences) or t("overview.nothing_judged")


def _weakest_domain(ctx: Context) -> str:
    medians = {
        (d.checklist, d.domain): (d.median, d.n)
        for team in ctx.results.teams
        for d in team.domains
        if d.median is not None and d.n >= 2
    }
    if not medians:
        return ""
    (checklist, domain), (median, n) = min(medians.items(), key=lambda entry: (entry[1][0], entry[0]))
    return ctx.words.t(
        "overview.weakest_domain",
        domain=ctx.domain_name(checklist, domain),
        checklist=ctx.checklist_name(checklist),
        median=say.score(ctx, median),
        n=n,
    )


def _decide(ctx: Context) -> str:
    actions, findings = ctx.action_summaries.get(None), ctx.finding_summaries.get(None)
    if (actions is None or not actions.total) and (findings is None or not findings.total):
        return ctx.words.t("overview.nothing_recorded")
    sentences = []
    if findings:
        serious = findings.by_risk.get("extreme", 0) + findings.by_risk.get("high", 0)
        sentences.append(
            ctx.words.n("overview.serious_findings", serious, open=findings.open)
            if serious
            else ctx.words.n("overview.no_serious_findings", findings.open)
        )
    if actions:
        if actions.overdue:
            longest = ctx.results.actions[0]
            sentences.append(
                ctx.words.n(
                    "overview.overdue_actions",
                    actions.overdue,
                    days=ctx.words.n("count.days", longest.days_overdue),
                    team=ctx.team_name(longest.team),
                )
            )
        else:
            sentences.append(ctx.words.n("overview.no_overdue_actions", actions.open))
    return ctx.words.sentences(sentences)


def _data(ctx: Context) -> str:
    quality = ctx.results.data_quality
    t = ctx.words.t
    if quality.completeness is None:
        return t("overview.no_values")
    if not quality.missing:
        return t("overview.data_complete")
    teams: dict[str, int] = {}
    for missing in quality.missing:
        teams[missing.team] = teams.get(missing.team, 0) + 1
    most = max(teams, key=lambda team: (teams[team], team))
    return ctx.words.n(
        "overview.data_missing",
        len(quality.missing),
        share=ctx.formats.percent(quality.completeness),
        team=ctx.team_name(most),
        most=teams[most],
    )


def _banner(ctx: Context) -> tuple[str, bool] | None:
    """Only what changes how far the page can be trusted."""
    errors = sum(1 for p in ctx.settings.problems if p.severity == Severity.ERROR)
    if errors:
        return ctx.words.n("overview.banner_errors", errors), True
    quality = ctx.results.data_quality
    late = [team for team in quality.teams if team.late]
    if late:
        names = ctx.words.listed([ctx.team_name(team.team) for team in late[:4]])
        return ctx.words.n("overview.banner_late", sum(team.late for team in late), teams=names), False
    return None


# --- blocks ------------------------------------------------------------------------------------------------------


def _tiles(ctx: Context, indices: list[IndexResult]) -> tuple[Figure, ...]:
    t = ctx.words.t
    tiles = [index_tile(ctx, index) for index in indices[:2]]
    judged = [s for _, s in organisation_series(ctx) if s.met is not None]
    if judged:
        tiles.append(
            Figure(
                t("overview.tile_met"),
                with_small(sum(1 for s in judged if s.met), t("overview.of", n=len(judged))),
                note=t("overview.tile_met_note"),
                href="#kpis",
            )
        )
    findings, actions = ctx.finding_summaries.get(None), ctx.action_summaries.get(None)
    if findings and findings.total:
        serious = findings.by_risk.get("extreme", 0) + findings.by_risk.get("high", 0)
        late = muted(ctx.words.n("count.overdue_actions", actions.overdue)) if actions else BLANK
        note = lines(muted(ctx.words.n("count.open_findings", findings.open)), late)
        tiles.append(Figure(t("overview.tile_serious"), ctx.formats.number(serious), note=note, href="#findings"))
    return tuple(tiles)


def index_tile(ctx: Context, index: IndexResult, href: str | None = None) -> Figure:
    latest = index.latest
    name = ctx.index_name(index.id)
    if latest is None or latest.score is None:
        return Figure(name, say.no_value(ctx, "empty.not_scored"))
    note = (
        ctx.words.t("index.partial_note", share=ctx.formats.percent(latest.coverage))
        if latest.partial
        else ctx.formats.period(latest.period)
    )
    return Figure(
        name,
        say.score(ctx, latest.score),
        note=lines(say.score_change(ctx, index.change), muted(note)),
        href=href or f"#index-{index.id}",
    )


def _index_chart(ctx: Context, indices: list[IndexResult]) -> ChartBlock | None:
    drawn = [i for i in indices if i.latest and i.latest.score is not None]
    if not drawn:
        return None
    first = drawn[0]
    name = ctx.index_name(first.id)
    change = first.change_last_year
    if change is None or not round(change, 1):
        title = ctx.words.t("index.title_plain", index=name)
    else:
        title = ctx.words.t("index.title_up" if change > 0 else "index.title_down", index=name)
    sentence = index_sentence(ctx, first)
    return figures.index_block(ctx, drawn, "overview-indices", title, sentence)


def _index_view(ctx: Context, index: IndexResult) -> IndexView:
    """What the index is made of: weight × score = contribution, per part, so that it can be added up."""
    t = ctx.words.t
    moved = {m.id: m.points for m in index.moved_by}
    parts = sorted(index.latest.parts, key=lambda p: -p.weight) if index.latest else []
    missing = say.no_value(ctx, "empty.no_value")
    rows = [
        Row(
            (
                Cell(say.kpi_link(ctx, p.id)),
                Cell(ctx.formats.percent(p.weight, 1), f"{p.weight}"),
                Cell(say.score(ctx, p.score) if p.score is not None else missing),
                Cell(ctx.formats.number(p.contribution, 2) if p.contribution is not None else missing),
                Cell(ctx.formats.signed(moved[p.id], 2) if p.id in moved else say.no_value(ctx, "empty.no_comparison")),
            )
        )
        for p in parts
    ]
    if rows and index.latest:
        total = [Cell(t("index.total")), Cell(ctx.formats.percent(index.latest.coverage)), Cell(BLANK)]
        total += [Cell(say.score(ctx, index.latest.score)), Cell(ctx.formats.signed(index.change, 2))]
        rows.append(Row(tuple(total), css="al-total"))
    columns: tuple[Column, ...] = (
        Column(t("column.part"), "al-main"),
        Column(t("column.weight"), "al-num"),
        Column(t("column.score"), "al-num"),
        Column(t("column.contribution"), "al-num"),
        Column(t("column.moved_by"), "al-num"),
    )
    caption = t(
        "index.parts_caption",
        index=ctx.index_name(index.id),
        period=ctx.formats.period(index.latest.period if index.latest else None),
    )
    return IndexView(
        index.id,
        ctx.index_name(index.id),
        index_sentence(ctx, index),
        Table(caption, columns, tuple(rows), t("empty.not_scored")),
    )


def heat(ctx: Context, score: float | None, grade: str | None) -> str:
    """Background by grade, so that colour says what the letter says; the number stands in it."""
    letters = say.grade_letters(ctx)
    if score is None or grade not in letters:
        return "al-heat al-heat--none"
    return f"al-heat al-heat--{max(1, 5 - letters.index(grade))}"


def _score_tables(ctx: Context, checklist: str) -> list[Table]:
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
        anchored(ctx.href.audit(audit, f"domain-{domain}"), say.score(ctx, score)), f"{score}", heat(ctx, score, grade)
    )
