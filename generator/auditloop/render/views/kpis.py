"""One page per indicator, and the list of them: what it means, how it moves, where the teams stand, what was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup
from markupsafe import escape as html_escape

from auditloop.assess.results import ActionResult, KpiResult, Point, Series
from auditloop.model import Kpi, TargetChange
from auditloop.render.charts import Chart
from auditloop.render.views import figures, registers, say
from auditloop.render.views.common import (
    BLANK,
    Cell,
    ChartBlock,
    Column,
    Fact,
    Link,
    PagePlan,
    PageView,
    Row,
    Table,
    anchored,
    lines,
    muted,
    small,
    spaced,
)
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame
from auditloop.render.views.overview import organisation_series

VALUE_COLUMNS = 6
"""Teams per table of values: seven columns with the period."""


@dataclass(frozen=True, slots=True)
class DimensionView:
    id: str
    name: str
    table: Table


@dataclass(frozen=True, slots=True)
class KpisIndex:
    dimensions: tuple[DimensionView, ...]


@dataclass(frozen=True, slots=True)
class KpiView:
    definition: str
    definition_language: str | None
    facts: tuple[Fact, ...]
    trend: ChartBlock
    teams: ChartBlock | None
    team_table: Table
    values: tuple[Table, ...]
    actions: Table
    history: Table
    notes: Table


def plan(ctx: Context) -> list[PagePlan]:
    plans = [PagePlan("kpis/index.md", lambda: _index(ctx))]
    for kpi in ctx.workspace.kpis.values():
        result = ctx.kpis.get(kpi.id)
        trend, teams = (
            _blocks(ctx, result) if result else (ChartBlock(None, empty=ctx.words.t("empty.no_data_yet")), None)
        )
        charts = tuple(b.chart for b in (trend, teams) if b and b.chart)
        plans.append(PagePlan(ctx.path.kpi(kpi.id), partial(_view, ctx, kpi, result, trend, teams), charts))
    return plans


# --- list --------------------------------------------------------------------------------------------------------


def _index(ctx: Context) -> PageView:
    t = ctx.words.t
    rows: dict[str, list[tuple[KpiResult, Series]]] = {}
    for kpi, series in organisation_series(ctx):
        rows.setdefault(kpi.dimension, []).append((kpi, series))
    alone = {kpi.id for pairs in rows.values() for kpi, _ in pairs}
    for kpi in ctx.results.kpis:
        if kpi.id not in alone:  # not pooled: every team stands for itself on its own page
            rows.setdefault(kpi.dimension, [])
    views = [
        DimensionView(
            name, t(f"dimension.{name}"), registers.kpi_table(ctx, pairs, t(f"dimension.{name}"), anchor=f"kpis-{name}")
        )
        for name, pairs in rows.items()
        if pairs
    ]
    by_team = [kpi for kpi in ctx.results.kpis if kpi.id not in alone]
    if by_team:
        views.append(DimensionView("by-team", t("kpis.by_team"), _by_team_table(ctx, by_team)))
    judged = [s for _, s in organisation_series(ctx) if s.met is not None]
    lead = ctx.words.n("kpis.lead", len(ctx.workspace.kpis), judged=len(judged), met=sum(1 for s in judged if s.met))
    return PageView(
        "kpis",
        frame(
            ctx,
            path="kpis/index.md",
            kind="kpis",
            title=t("nav.kpis"),
            lead=lead,
            related=[Link(t("nav.method"), ctx.href.method("kpi"))],
        ),
        KpisIndex(tuple(views)),
    )


def _by_team_table(ctx: Context, kpis: Sequence[KpiResult]) -> Table:
    """Indicators whose teams cannot be pooled: how many teams meet their target."""
    t = ctx.words.t
    rows = []
    for kpi in kpis:
        judged = [s for s in kpi.series if s.met is not None]
        met = (
            t("teams.met_of", met=sum(1 for s in judged if s.met), all=len(judged))
            if judged
            else say.no_value(ctx, "empty.no_target")
        )
        rows.append(Row((Cell(say.kpi_link(ctx, kpi.id)), Cell(ctx.formats.number(len(kpi.series))), Cell(met))))
    columns = (
        Column(t("column.kpi"), "al-main"),
        Column(t("column.n_teams"), "al-num"),
        Column(t("column.teams_met"), "al-num"),
    )
    return Table(t("kpis.by_team_caption"), columns, tuple(rows))


# --- charts ------------------------------------------------------------------------------------------------------


def _blocks(ctx: Context, kpi: KpiResult) -> tuple[ChartBlock, ChartBlock | None]:
    main = kpi.series[0]
    trend = figures.trend_block(ctx, kpi, main, f"kpi-{kpi.id}")
    teams = [s for s in kpi.series if s.team is not None]
    return trend, _multiples(ctx, kpi, teams) if len(teams) >= 2 else None


def _multiples(ctx: Context, kpi: KpiResult, teams: Sequence[Series]) -> ChartBlock:
    """Small multiples on one scale, the team that has most to do first."""
    t = ctx.words.t
    order = _ranked(kpi, teams)
    points = [
        {
            "team": ctx.team_name(s.team),
            "order": rank,
            "x": figures.first_day(p.period),
            "value": p.value,
            "label": ctx.formats.number(p.value, kpi.decimals),
            "tip": figures.tip(ctx.team_name(s.team), *figures.point_tip(ctx, kpi, p).split("\n")),
            "target": p.target,
            "latest": bool(s.latest and p.period == s.latest.period),
        }
        for rank, s in enumerate(order)
        for p in s.points
    ]
    drawable = any(p["value"] is not None for p in points)
    title, sentence = _teams_words(ctx, kpi, order)
    chart = (
        Chart(
            id=f"kpi-{kpi.id}-teams",
            kind="multiples",
            datasets={"points": points},
            lang=ctx.lang,
            title=title,
            description=sentence,
            words={"y": figures.scale_words(ctx, kpi)},
        )
        if drawable
        else None
    )
    caption = t("kpi.teams_caption", measure=ctx.kpi_name(kpi.id))
    return ChartBlock(chart, title, sentence, caption, None, t("empty.no_data_yet"))


def _ranked(kpi: KpiResult, teams: Sequence[Series]) -> list[Series]:
    """Worst latest value first where one direction is better; else in organisation order. Without a value: last."""
    if kpi.better == "neither":
        return list(teams)
    sign = -1 if kpi.better == "lower" else 1
    return sorted(teams, key=lambda s: (s.latest is None, sign * s.latest.value if s.latest else 0))


def _teams_words(ctx: Context, kpi: KpiResult, order: Sequence[Series]) -> tuple[str, str]:
    t = ctx.words.t
    with_value = [s for s in order if s.latest]
    judged = [s for s in with_value if s.met is not None]
    if judged:
        missed = [s for s in judged if not s.met]
        title = (
            ctx.words.n("kpi.teams_title_missed", len(missed), all=len(judged))
            if missed
            else ctx.words.n("kpi.teams_title_met", len(judged))
        )
    else:
        title = t("kpi.teams_title")
    # Counts of teams of different size say nothing about who is better, and a tie has no best.
    countable = ctx.workspace.kpis[kpi.id].kind_of_data in {"count", "rare-event"}
    ends = [with_value[i].latest for i in (0, 1, -2, -1)] if len(with_value) > 1 else []
    tied = any(a and b and a.value == b.value for a, b in (ends[:2], ends[2:]) if ends) if ends else True
    if tied or countable or kpi.better == "neither":
        return title, t("kpi.teams_sentence_plain", n=len(with_value))
    worst, best = with_value[0], with_value[-1]
    if worst.latest is None or best.latest is None:
        return title, ""
    return title, t(
        "kpi.teams_sentence",
        best=ctx.team_name(best.team),
        best_value=say.kpi_value(ctx, kpi, best.latest.value),
        worst=ctx.team_name(worst.team),
        worst_value=say.kpi_value(ctx, kpi, worst.latest.value),
    )


# --- one indicator -----------------------------------------------------------------------------------------------


def _view(ctx: Context, kpi: Kpi, result: KpiResult | None, trend: ChartBlock, teams: ChartBlock | None) -> PageView:
    t = ctx.words.t
    body = KpiView(
        definition=ctx.plain(kpi.definition),
        definition_language=ctx.fallback_language(kpi.definition),
        facts=_card(ctx, kpi, result),
        trend=trend,
        teams=teams,
        team_table=_team_table(ctx, kpi, result),
        values=_value_tables(ctx, result),
        actions=_action_table(ctx, kpi, result),
        history=_history(ctx, kpi),
        notes=_notes(ctx, kpi, result),
    )
    observed = [
        ("observation", f"{kpi.id}/{s.team}/{s.latest.period}")
        for s in (result.series if result else [])
        if s.team and s.latest
    ]
    return PageView(
        "kpi",
        frame(
            ctx,
            path=ctx.path.kpi(kpi.id),
            kind="kpi",
            title=ctx.kpi_name(kpi.id),
            lead=_lead(ctx, kpi, result),
            name=kpi.name,
            crumbs=[Link(t("nav.kpis"), ctx.href.page("kpis/index.md"))],
            edit=("kpi", kpi.id),
            sources=observed,
            related=_related(ctx, kpi),
        ),
        body,
    )


def _lead(ctx: Context, kpi: Kpi, result: KpiResult | None) -> str:
    if result is None:
        return ctx.words.t("empty.no_data_yet")
    main = result.series[0]
    sentences = [figures.named_sentence(ctx, result, main)]
    teams = [s for s in result.series if s.team is not None]
    if len(teams) >= 2:
        title, words = _teams_words(ctx, result, _ranked(result, teams))
        sentences += [title + ctx.words.t("join.full_stop"), words]
    return ctx.words.sentences(sentences)


def _related(ctx: Context, kpi: Kpi) -> list[Link]:
    shown = {index.id for index in ctx.indices_by_team.get(None, [])}
    links = [
        Link(ctx.index_name(i.id), ctx.href.index(i.id))
        for i in ctx.workspace.indices.values()
        if kpi.id in i.weights and i.id in shown
    ]
    links += [
        Link(ctx.kpi_name(other.id), ctx.href.kpi(other.id))
        for other in ctx.workspace.kpis.values()
        if other.dimension == kpi.dimension and other.id != kpi.id
    ][:5]
    return [*links, Link(ctx.words.t("nav.method"), ctx.href.method("kpi"))]


def _card(ctx: Context, kpi: Kpi, result: KpiResult | None) -> tuple[Fact, ...]:
    t = ctx.words.t
    main = result.series[0] if result else None
    facts = [
        Fact(t("kpi.dimension"), t(f"dimension.{kpi.dimension}")),
        Fact(t("kpi.unit"), say.unit_word(ctx, kpi.unit)),
        Fact(t("kpi.better"), t(f"better.{kpi.better}")),
        Fact(t("kpi.frequency"), t(f"frequency.{kpi.frequency}")),
        Fact(t("kpi.kind_of_data"), t(f"kind_of_data.{kpi.kind_of_data}")),
        Fact(t("kpi.target"), _target_words(ctx, kpi, main)),
    ]
    if kpi.benchmark:
        value = say.with_unit(ctx, ctx.formats.general(kpi.benchmark.value), kpi.unit)
        facts.append(Fact(t("kpi.benchmark"), lines(value, muted(ctx.text(kpi.benchmark.source)))))
    if kpi.source:
        facts.append(Fact(t("kpi.source"), ctx.text(kpi.source)))
    if kpi.customers:
        facts.append(Fact(t("kpi.customers"), ctx.text(kpi.customers)))
    if kpi.score:
        words = t(
            "kpi.score_map",
            zero=say.with_unit(ctx, ctx.formats.general(kpi.score.zero), kpi.unit),
            full=say.with_unit(ctx, ctx.formats.general(kpi.score.full), kpi.unit),
        )
        facts.append(Fact(t("kpi.score"), anchored(ctx.href.method("score-map"), words)))
    if main and main.pooled:
        facts.append(
            Fact(
                t("kpi.pooled"),
                anchored(ctx.href.method("pooling"), t(f"pooled.{main.pooled}")),
            )
        )
    return tuple(facts)


def _target_words(ctx: Context, kpi: Kpi, main: Series | None) -> str:
    t = ctx.words.t
    if kpi.target is None:
        return t("empty.no_target")
    if isinstance(kpi.target, TargetChange):
        return t(
            "kpi.target_change", change=_signed_text(kpi.target.change), base=ctx.formats.period(kpi.target.base.text)
        )
    value = (
        main.target
        if main and main.target is not None
        else kpi.target
        if isinstance(kpi.target, int | float)
        else kpi.target[-1].value
    )
    return say.with_unit(ctx, ctx.formats.general(value), kpi.unit)


def _signed_text(change: str) -> str:
    return change.replace("-", "\u2212")


def _team_table(ctx: Context, kpi: Kpi, result: KpiResult | None) -> Table:
    t = ctx.words.t
    teams = _ranked(result, [s for s in result.series if s.team is not None]) if result else []
    rows = []
    for s in teams if result else []:
        assert result is not None
        rows.append(
            Row(
                (
                    Cell(anchored(ctx.href.team(s.team or "", "kpis"), ctx.team_name(s.team))),
                    registers.latest_value(ctx, result, s, ctx.results.period),
                    Cell(
                        say.target(ctx, result, s.target)
                        if s.target is not None
                        else say.no_value(ctx, "empty.no_target")
                    ),
                    Cell(say.met_mark(ctx, s.met)),
                    say.change_cell(ctx, result, s.change, s.better_than_previous),
                    say.change_cell(ctx, result, s.change_last_year, s.better_than_last_year),
                    Cell(registers.spark(ctx, result, s)),
                )
            )
        )
    columns = (
        Column(t("column.team"), "al-main"),
        Column(t("column.latest"), "al-num"),
        Column(t("column.target"), "al-num"),
        Column(t("column.judgement")),
        Column(t("column.change_previous"), "al-nowrap"),
        Column(t("column.change_last_year"), "al-nowrap"),
        Column(t("column.last_13")),
    )
    caption = t("kpi.team_table_caption", measure=ctx.kpi_name(kpi.id))
    return Table(
        caption,
        columns,
        tuple(rows),
        t("empty.no_data_yet"),
        id="team-table",
        filterable=len(rows) > registers.FILTER_FROM,
    )


def _value_tables(ctx: Context, result: KpiResult | None) -> tuple[Table, ...]:
    """Every value, newest first; more than six columns of teams go into further tables."""
    if result is None:
        return ()
    t = ctx.words.t
    label = figures.with_unit_head(ctx.kpi_name(result.id), say.unit_word(ctx, result.unit))
    tables = []
    for start in range(0, len(result.series), VALUE_COLUMNS):
        some = result.series[start : start + VALUE_COLUMNS]
        points = [{p.period: p for p in s.points} for s in some]
        periods = sorted({p for found in points for p in found}, key=figures.first_day, reverse=True)
        rows = [
            Row(
                (
                    Cell(ctx.formats.short_period(period), period),
                    *(_value_cell(ctx, result, s, found.get(period)) for s, found in zip(some, points, strict=True)),
                )
            )
            for period in periods
        ]
        columns = (Column(t("column.period")), *(Column(ctx.team_name(s.team), "al-num") for s in some))
        tables.append(Table(t("kpi.values_caption", measure=label), columns, tuple(rows), css="al-table--compact"))
    return tuple(tables)


def _value_cell(ctx: Context, kpi: KpiResult, series: Series, point: Point | None) -> Cell:
    if point is None or point.value is None:
        return Cell(say.no_value(ctx, "empty.no_value"), "")
    number: Markup | str = ctx.formats.number(point.value, kpi.decimals)
    origin = (
        ctx.workspace.origins.get(("observation", f"{kpi.id}/{series.team}/{point.period}")) if series.team else None
    )
    href = ctx.repository.view(*origin) if origin and ctx.repository else None
    if href:
        number = anchored(href, number)
    if point.excluded:
        number = Markup(f"({html_escape(number)})")
    return Cell(number, f"{point.value:.10g}")


def _action_table(ctx: Context, kpi: Kpi, result: KpiResult | None) -> Table:
    t = ctx.words.t
    rows = []
    for action in ctx.actions_by_kpi.get(kpi.id, []):
        effect = action.effect if action.effect and action.effect.kpi == kpi.id else None
        cells = [
            Cell(registers.action_link(ctx, action)),
            Cell(say.team_link(ctx, action.team)),
            Cell(say.action_status(ctx, action)),
            Cell(
                lines(
                    _window(ctx, result, effect.before_window, effect.before),
                )
                if effect and result
                else BLANK
            ),
            Cell(_window(ctx, result, effect.after_window, effect.after) if effect and result else BLANK),
            Cell(effect_change(ctx, action) if effect else say.no_value(ctx, "empty.no_effect")),
            Cell(say.verdict(ctx, action.verdict)),
        ]
        rows.append(Row(tuple(cells)))
    columns = (
        Column(t("column.action"), "al-main"),
        Column(t("column.team")),
        Column(t("column.status")),
        Column(t("column.before"), "al-num"),
        Column(t("column.after"), "al-num"),
        Column(t("column.effect"), "al-nowrap"),
        Column(t("column.verdict")),
    )
    return Table(t("kpi.actions_caption"), columns, tuple(rows), t("empty.no_kpi_actions"), id="action-table")


def _window(ctx: Context, kpi: KpiResult | None, window: str, value: float | None) -> Markup:
    if kpi is None:
        return BLANK
    return lines(say.kpi_value_html(ctx, kpi, value), muted(ctx.formats.window(window)))


def effect_change(ctx: Context, action: ActionResult) -> Markup:
    """The improvement rate, with whether it went the right way."""
    effect = action.effect
    if effect is None or effect.change is None:
        return say.no_value(ctx, "empty.no_effect_yet")
    tone = None if effect.better is None else "good" if effect.better else "bad"
    word = "changed" if effect.better is None else "better" if effect.better else "worse"
    number = ctx.formats.signed_percent(effect.change, 1)
    return spaced(say.arrow(number, effect.change * 100, 1, tone), small(ctx.words.t(f"change.{word}")))


def _history(ctx: Context, kpi: Kpi) -> Table:
    """Changes of target and segments, newest first, with the reason where one was given."""
    t = ctx.words.t
    entries: list[tuple[str, str, Markup | str]] = []
    if isinstance(kpi.target, tuple):
        entries += [
            (
                x.from_.text,
                t("kpi.target_from", value=say.with_unit(ctx, ctx.formats.general(x.value), kpi.unit)),
                BLANK,
            )
            for x in kpi.target
        ]
    entries += [(s.from_.text, t("kpi.segment_from"), ctx.text(s.why)) for s in kpi.segments]
    entries.sort(key=lambda e: figures.first_day(e[0]), reverse=True)
    rows = [
        Row((Cell(ctx.formats.short_period(period), period), Cell(what), Cell(why))) for period, what, why in entries
    ]
    columns = (Column(t("column.from")), Column(t("column.what")), Column(t("column.reason")))
    return Table(t("kpi.history_caption"), columns, tuple(rows), t("empty.no_history"), id="history-table")


def _notes(ctx: Context, kpi: Kpi, result: KpiResult | None) -> Table:
    """Periods that are shown but not counted, values with a note, and periods without a value."""
    t = ctx.words.t
    entries: list[tuple[str, str, str, Markup | str]] = [
        (e.period.text, "", t("kpi.excluded_point"), ctx.text(e.why)) for e in kpi.exclude
    ]
    entries += [
        (o.period.text, o.team, t("kpi.note"), ctx.text(o.measured.note)) for o in ctx.observation_notes.get(kpi.id, [])
    ]
    for series in result.series if result else []:
        if series.team is not None:
            entries += [(period, series.team, t("kpi.missing_value"), BLANK) for period in series.missing]
    entries.sort(key=lambda e: (figures.first_day(e[0]), e[1]), reverse=True)
    rows = [
        Row(
            (
                Cell(ctx.formats.short_period(period), period),
                Cell(ctx.team_name(team) if team else t("kpi.all_teams")),
                Cell(what),
                Cell(why),
            )
        )
        for period, team, what, why in entries
    ]
    columns = (
        Column(t("column.period")),
        Column(t("column.team")),
        Column(t("column.what")),
        Column(t("column.reason")),
    )
    return Table(t("kpi.notes_caption"), columns, tuple(rows), t("empty.no_notes"), id="note-table")
