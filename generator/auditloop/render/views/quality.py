"""The data-quality page: what is missing, late, wrong or not translated, and where to mend it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import escape as html_escape

from auditloop.assess.results import DataQuality, Missing
from auditloop.problems import Problem, Severity
from auditloop.render.views import say
from auditloop.render.views.common import (
    Cell,
    Column,
    Figure,
    Link,
    PagePlan,
    PageView,
    Row,
    Table,
    anchored,
    lines,
)
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame, source_link

MOST = 200
"""Rows shown of one list; the number of all stands above it."""


@dataclass(frozen=True, slots=True)
class QualityView:
    tiles: tuple[Figure, ...]
    problems: Table
    teams: Table
    missing: Table
    translation: Table
    untranslated: Table


def plan(ctx: Context) -> list[PagePlan]:
    return [PagePlan("data-quality.md", lambda: _view(ctx))]


def _view(ctx: Context) -> PageView:
    t = ctx.words.t
    quality = ctx.results.data_quality
    body = QualityView(
        tiles=_tiles(ctx, quality),
        problems=_problems(ctx, ctx.settings.problems),
        teams=_teams(ctx, quality),
        missing=_missing(ctx, quality.missing),
        translation=_translation(ctx, quality),
        untranslated=_untranslated(ctx, quality),
    )
    return PageView(
        "data_quality",
        frame(
            ctx,
            path="data-quality.md",
            kind="data-quality",
            title=t("nav.data-quality"),
            lead=_lead(ctx, quality),
            related=[
                Link(t("nav.downloads"), ctx.href.page("downloads.md")),
                Link(t("method.data_quality.title"), ctx.href.method("data-quality")),
            ],
        ),
        body,
    )


def _lead(ctx: Context, quality: DataQuality) -> str:
    t, n = ctx.words.t, ctx.words.n
    sentences = []
    if quality.completeness is None:
        sentences.append(t("empty.no_values"))
    else:
        sentences.append(n("quality.lead", len(quality.missing), share=ctx.formats.percent(quality.completeness)))
        late = sum(team.late for team in quality.teams)
        sentences.append(n("quality.lead_late", late))
    errors = sum(1 for p in ctx.settings.problems if p.severity == Severity.ERROR)
    warnings = sum(1 for p in ctx.settings.problems if p.severity == Severity.WARNING)
    sentences.append(
        t("quality.lead_problems", errors=errors, warnings=warnings)
        if errors or warnings
        else t("quality.lead_no_problems")
    )
    return ctx.words.sentences(sentences)


def _tiles(ctx: Context, quality: DataQuality) -> tuple[Figure, ...]:
    t = ctx.words.t
    parts = (("completeness", quality.completeness), ("freshness", quality.freshness), ("accuracy", quality.accuracy))
    tiles = [
        Figure(
            t(f"quality.{name}"),
            ctx.formats.percent(share, 1 if share is not None and share < 1 else 0)
            if share is not None
            else say.no_value(ctx, "empty.no_values"),
            note=t(f"quality.{name}_note"),
        )
        for name, share in parts
        if share is not None or name != "accuracy"
    ]
    shares = [(found.share, language) for language, found in quality.translation.items() if found.share is not None]
    if shares:
        counts = (
            f"{_language(ctx, language)} "
            + t("quality.texts", translated=ctx.formats.number(found.translated), texts=ctx.formats.number(found.texts))
            for language, found in quality.translation.items()
        )
        tiles.append(Figure(t("quality.translation"), ctx.formats.percent(min(shares)[0]), note=lines(*counts)))
    return tuple(tiles)


def _language(ctx: Context, code: str) -> str:
    return ctx.words.t(f"language.{code}") if ctx.words.has(f"language.{code}") else code


def _problems(ctx: Context, problems: tuple[Problem, ...]) -> Table:
    t = ctx.words.t
    tones = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.INFO: "common"}
    order = list(tones)
    rows = []
    for p in sorted(problems, key=lambda p: (order.index(p.severity), p.place))[:MOST]:
        place = f"{p.place.file}:{p.place.line}"
        href = ctx.repository.view(p.place.file, p.place.line) if ctx.repository else None
        rows.append(
            Row(
                (
                    Cell(
                        say.judgement(tones[p.severity], t(f"severity.{p.severity.value}")),
                        str(order.index(p.severity)),
                    ),
                    Cell(anchored(href, place)),
                    Cell(p.message.in_language(ctx.lang)),
                    Cell(p.hint.in_language(ctx.lang)),
                    Cell(p.code),
                )
            )
        )
    columns = (
        Column(t("column.severity")),
        Column(t("column.place")),
        Column(t("column.problem")),
        Column(t("column.what_to_do")),
        Column(t("column.code")),
    )
    return Table(
        _caption(ctx, "quality.problems_caption", len(problems)),
        columns,
        tuple(rows),
        t("empty.no_problems"),
        id="problem-table",
        filterable=len(rows) > 8,
    )


def _caption(ctx: Context, key: str, count: int) -> str:
    words = ctx.words.n(key, count)
    return words if count <= MOST else ctx.words.sentences([words, ctx.words.t("quality.first_of", n=MOST)])


def _teams(ctx: Context, quality: DataQuality) -> Table:
    t = ctx.words.t
    rows = []
    for team in sorted(quality.teams, key=lambda q: (q.completeness is None, q.completeness)):
        late = (
            say.judgement("bad", ctx.words.n("quality.late", team.late))
            if team.late
            else say.judgement("good", t("quality.on_time"))
        )
        rows.append(
            Row(
                (
                    Cell(say.team_link(ctx, team.team)),
                    Cell(
                        ctx.formats.percent(team.completeness)
                        if team.completeness is not None
                        else say.no_value(ctx, "empty.no_values"),
                        f"{team.completeness}",
                    ),
                    Cell(ctx.formats.number(team.present)),
                    Cell(ctx.formats.number(team.expected)),
                    Cell(late if team.expected else say.no_value(ctx, "empty.no_values"), str(team.late)),
                    Cell(
                        ctx.formats.short_period(team.last_period)
                        if team.last_period
                        else say.no_value(ctx, "empty.no_values"),
                        team.last_period or "",
                    ),
                    Cell(
                        ctx.formats.day(team.last_audit) if team.last_audit else say.no_value(ctx, "empty.no_audits"),
                        team.last_audit.isoformat() if team.last_audit else "",
                    ),
                )
            )
        )
    columns = (
        Column(t("column.team"), "al-main"),
        Column(t("quality.completeness"), "al-num"),
        Column(t("column.present"), "al-num"),
        Column(t("column.expected"), "al-num"),
        Column(t("column.late")),
        Column(t("column.last_period")),
        Column(t("column.last_audit")),
    )
    return Table(t("quality.teams_caption"), columns, tuple(rows), t("empty.no_teams"), id="team-table")


def _missing(ctx: Context, missing: list[Missing]) -> Table:
    """One row per team and indicator, its missing periods beside it, the newest gap first."""
    t = ctx.words.t
    grouped: dict[tuple[str, str], list[str]] = {}
    for m in missing:
        grouped.setdefault((m.team, m.kpi), []).append(m.period)
    rows = []
    for (team, kpi), periods in sorted(grouped.items(), key=lambda e: (e[1][-1], e[0]), reverse=True)[:MOST]:
        named = ctx.words.listed([ctx.formats.short_period(p) for p in periods[-6:]])
        if len(periods) > 6:
            named = ctx.words.n("quality.and_earlier", len(periods) - 6, periods=named)
        rows.append(
            Row(
                (
                    Cell(say.team_link(ctx, team)),
                    Cell(say.kpi_link(ctx, kpi)),
                    Cell(ctx.formats.number(len(periods))),
                    Cell(named, periods[-1]),
                )
            )
        )
    columns = (
        Column(t("column.team"), "al-main"),
        Column(t("column.kpi")),
        Column(t("column.missing"), "al-num"),
        Column(t("column.periods")),
    )
    return Table(
        _caption(ctx, "quality.missing_caption", len(missing)),
        columns,
        tuple(rows),
        t("empty.nothing_missing"),
        id="missing-table",
        filterable=len(rows) > 8,
    )


def _translation(ctx: Context, quality: DataQuality) -> Table:
    t = ctx.words.t
    rows = [
        Row(
            (
                Cell(_language(ctx, language)),
                Cell(ctx.formats.number(found.texts)),
                Cell(ctx.formats.number(found.translated)),
                Cell(
                    ctx.formats.percent(found.share) if found.share is not None else say.no_value(ctx, "empty.no_texts")
                ),
            )
        )
        for language, found in quality.translation.items()
    ]
    columns = (
        Column(t("column.language")),
        Column(t("column.texts"), "al-num"),
        Column(t("column.translated"), "al-num"),
        Column(t("column.share"), "al-num"),
    )
    return Table(
        t("quality.translation_caption"),
        columns,
        tuple(rows),
        t("empty.no_texts"),
        id="translation-table",
        css="al-table--compact",
    )


def _untranslated(ctx: Context, quality: DataQuality) -> Table:
    t = ctx.words.t
    rows = []
    for text in quality.untranslated[:MOST]:
        kind = text.record.split("/", 1)[0]
        link = source_link(ctx, (kind, text.id))
        rows.append(
            Row(
                (
                    Cell(_language(ctx, text.language)),
                    Cell(text.record),
                    Cell(text.field),
                    Cell(anchored(link.href, link.text) if link else html_escape(t("quality.built_in"))),
                )
            )
        )
    columns = (
        Column(t("column.language")),
        Column(t("column.record")),
        Column(t("column.field")),
        Column(t("column.place")),
    )
    return Table(
        _caption(ctx, "quality.untranslated_caption", len(quality.untranslated)),
        columns,
        tuple(rows),
        t("empty.all_translated"),
        id="untranslated-table",
        filterable=len(rows) > 8,
    )
