"""The indices: sentence, tile, chart, and the table of parts that add up to the score."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.assess.results import IndexResult
from auditloop.render.i18n.formats import vanishes
from auditloop.render.views import figures, say
from auditloop.render.views.common import BLANK, Cell, ChartBlock, Column, Figure, Row, Table, lines, muted
from auditloop.render.views.context import Context


@dataclass(frozen=True, slots=True)
class IndexView:
    id: str
    name: str
    note: str
    """What to know before adding up; nothing where every part has a value."""
    table: Table
    moved: ChartBlock | None
    """What moved it since the period before."""


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
        key = "index.same" if vanishes(index.change, 1) else "index.up" if index.change > 0 else "index.down"
        parts.append(t(key, amount=size))
    if index.change and not vanishes(index.change, 1):
        driver = next((m for m in index.moved_by if m.points * index.change > 0), None)
        if driver:
            key = "index.driver" if len(index.moved_by) > 1 else "index.driver_alone"
            parts.append(t(key, part=ctx.kpi_name(driver.id), points=ctx.formats.signed(driver.points, 1)))
    if index.change_last_year is not None:
        size = say.score(ctx, abs(index.change_last_year))
        flat = vanishes(index.change_last_year, 1)
        key = "index.same_year" if flat else "index.up_year" if index.change_last_year > 0 else "index.down_year"
        parts.append(t(key, amount=size))
    return ctx.words.clauses(parts) + t("join.full_stop")


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


def index_chart(ctx: Context, indices: list[IndexResult]) -> ChartBlock | None:
    drawn = [i for i in indices if i.latest and i.latest.score is not None]
    if not drawn:
        return None
    first = drawn[0]
    name = ctx.index_name(first.id)
    change = first.change_last_year
    if change is None or vanishes(change, 1):
        title = ctx.words.t("index.title_plain", index=name)
    else:
        title = ctx.words.t("index.title_up" if change > 0 else "index.title_down", index=name)
    sentence = index_sentence(ctx, first)
    return figures.index_block(ctx, drawn, "overview-indices", title, sentence)


def index_view(ctx: Context, index: IndexResult, moved: ChartBlock | None) -> IndexView:
    """What the index is made of: weight × score = contribution, per part, so that it can be added up."""
    t = ctx.words.t
    points = {m.id: m.points for m in index.moved_by}
    parts = sorted(index.latest.parts, key=lambda p: -p.weight) if index.latest else []
    missing = say.no_value(ctx, "empty.no_value")
    rows = [
        Row(
            (
                Cell(say.kpi_link(ctx, p.id)),
                Cell(ctx.formats.percent(p.weight, 1), f"{p.weight}"),
                Cell(say.score(ctx, p.score) if p.score is not None else missing),
                Cell(ctx.formats.number(p.contribution, 2) if p.contribution is not None else missing),
                Cell(
                    ctx.formats.signed(points[p.id], 2) if p.id in points else say.no_value(ctx, "empty.no_comparison")
                ),
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
    notes = []
    if index.latest is not None and index.latest.coverage < 1:
        notes.append(t("index.parts_partial", share=ctx.formats.percent(index.latest.coverage)))
    if ctx.workspace.indices[index.id].method == "geometric":
        notes.append(t("index.parts_geometric"))
    caption = t(
        "index.parts_caption",
        index=ctx.index_name(index.id),
        period=ctx.formats.period(index.latest.period if index.latest else None),
    )
    return IndexView(
        index.id,
        ctx.index_name(index.id),
        ctx.words.sentences(notes),
        Table(caption, columns, tuple(rows), t("empty.not_scored")),
        moved,
    )
