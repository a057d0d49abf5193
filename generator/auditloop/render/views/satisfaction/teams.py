"""Teams beside each other in the organisation's latest survey, in the organisation's own order: noise ranks nobody."""

from __future__ import annotations

from collections.abc import Sequence

from auditloop.assess.results import SurveyResult
from auditloop.render.charts import Chart
from auditloop.render.views import say
from auditloop.render.views.common import Cell, ChartBlock, Column, Row, Table, anchored, lines, muted, small, span
from auditloop.render.views.context import Context
from auditloop.render.views.figures import tip
from auditloop.render.views.registers import FILTER_FROM
from auditloop.render.views.satisfaction import wording
from auditloop.render.views.satisfaction.scope import Scope, scope_of


def teams_block(ctx: Context, scope: Scope) -> ChartBlock | None:
    """None on a team's own page, and where there is nobody to compare."""
    t, whole = ctx.words.t, scope.latest
    found = compared_teams(ctx, scope)
    if whole is None or len(found) < 2:
        return None
    title, sentence = _title(ctx, found), teams_sentence(ctx, found)
    rows = [_datum(ctx, each, order) for order, each in enumerate(found)]
    centre = [
        {
            "value": 100 * whole.csat.value,
            "label": t("satisfaction.teams.centre", value=wording.csat(ctx, whole.csat)),
        }
        for _ in range(1)
        if whole.csat
    ]
    chart = Chart(
        id=f"{scope.key}-teams",
        kind="intervals",
        datasets={"rows": rows, "centre": centre},
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={
            "y": t("satisfaction.teams.scale"),
            **{name: t(f"satisfaction.teams.{name}") for name in ("good", "bad", "common")},
        },
        columns=tuple((name, name) for name in ("team", "name", "n", "value", "low", "high")),
    )
    caption = t(
        "satisfaction.teams.chart_caption",
        period=ctx.formats.short_period(whole.period),
        confidence=ctx.formats.percent(found[0].others.confidence if found[0].others else None, 1),
    )
    return ChartBlock(chart, title, sentence, caption, _table(ctx, found))


def compared_teams(ctx: Context, scope: Scope) -> list[SurveyResult]:
    """Surveys of the teams in the same period, with a share of the satisfied that may be shown."""
    if scope.team is not None or scope.latest is None:
        return []
    period = scope.latest.period
    listed = [each for team in ctx.organisation.teams for each in ctx.surveys_by_team.get(team.id, [])]
    return [each for each in listed if each.period == period and each.csat]


def teams_sentence(ctx: Context, found: Sequence[SurveyResult]) -> str:
    """Which teams differ from all others together by more than chance."""
    names = {tone: [ctx.team_name(e.team) for e in found if team_tone(e) == tone] for tone in ("good", "bad")}
    if not names["good"] and not names["bad"]:
        return ctx.words.t("satisfaction.teams.none_differ")
    parts = [
        ctx.words.n(f"satisfaction.teams.{tone}_sentence", len(listed), names=ctx.words.listed(listed))
        for tone, listed in names.items()
        if listed
    ]
    rest = len(found) - len(names["good"]) - len(names["bad"])
    if rest:
        parts.append(ctx.words.n("satisfaction.teams.rest", rest))
    return ctx.words.sentences(parts)


def team_table(ctx: Context, scope: Scope) -> Table:
    """Every team that was ever asked: its latest survey, also where the organisation's latest is later."""
    t = ctx.words.t
    rows = []
    for team in ctx.organisation.teams:
        surveys = ctx.surveys_by_team.get(team.id)
        if surveys:
            rows.append(_row(ctx, scope_of(ctx, team.id), scope.latest.period if scope.latest else ""))
    columns = (
        Column(t("column.team"), "al-main"),
        Column(t("column.period")),
        Column(t("satisfaction.column.csat"), "al-num"),
        Column(t("satisfaction.column.change_pp"), "al-num"),
        Column(t("satisfaction.column.nps"), "al-num"),
        Column(t("satisfaction.column.csi"), "al-num"),
        Column(t("satisfaction.column.against_others"), "al-num"),
    )
    return Table(
        t("satisfaction.teams.caption"),
        columns,
        tuple(rows),
        t("empty.no_surveys"),
        id="team-table",
        filterable=len(rows) > FILTER_FROM,
        css="al-table--short",
    )


def _row(ctx: Context, scope: Scope, period: str) -> Row:
    name = Cell(anchored(ctx.href.satisfaction(scope.team), ctx.team_name(scope.team)))
    latest = scope.latest
    if latest is None:
        nothing = Cell(say.no_value(ctx, "empty.fewer_than_five"), "")
        last = scope.surveys[-1].period
        return Row((name, Cell(ctx.formats.short_period(last), last), *[nothing] * 5))
    previous = latest.previous
    csat = nps = csi = Cell(say.no_value(ctx, "empty.not_asked"), "")
    if latest.csat:
        csat = wording.interval_cell(
            ctx, wording.csat(ctx, latest.csat), latest.csat.interval, shares=True, sort=latest.csat.value
        )
    if latest.nps:
        nps = wording.interval_cell(
            ctx, wording.points(ctx, latest.nps.value), latest.nps.interval, shares=False, sort=latest.nps.value
        )
    if latest.csi:
        csi = wording.interval_cell(
            ctx, wording.points(ctx, latest.csi.value), latest.csi.interval, shares=False, sort=latest.csi.value
        )
    when = span("al-nowrap", ctx.formats.short_period(latest.period))
    if latest.period != period:
        when = lines(when, small(muted(ctx.words.t("satisfaction.teams.earlier"))))
    shown = Cell(when, latest.period)
    return Row(
        (
            name,
            shown,
            csat,
            wording.change_cell(ctx, previous.csat if previous else None, shares=True),
            nps,
            csi,
            _against(ctx, latest),
        )
    )


def _against(ctx: Context, each: SurveyResult) -> Cell:
    """How much above or below the others, and whether chance explains it."""
    others = each.others.csat if each.others else None
    if others is None:
        return Cell(say.no_value(ctx, "empty.no_comparison"), "")
    judged = say.judgement(team_tone(each), ctx.words.t(f"satisfaction.teams.{team_tone(each)}"))
    return Cell(lines(ctx.formats.signed(100 * others.value, 1), small(judged)), f"{others.value:.6g}")


def team_tone(each: SurveyResult) -> str:
    """good, bad or common, against all others together."""
    return wording.tone(each.others.csat if each.others else None)


def _title(ctx: Context, found: Sequence[SurveyResult]) -> str:
    differ = sum(team_tone(each) != "common" for each in found)
    if not differ:
        return ctx.words.n("satisfaction.teams.title_none", len(found))
    return ctx.words.n("satisfaction.teams.title", differ, all=len(found))


def _datum(ctx: Context, each: SurveyResult, order: int) -> dict[str, object]:
    found = each.csat
    assert found is not None
    name = ctx.team_name(each.team)
    n = ctx.words.n("satisfaction.answers", found.of, n=ctx.formats.number(found.of))
    return {
        "team": each.team,
        "name": name,
        "order": order,
        "n": found.of,
        "value": 100 * found.value,
        "low": 100 * found.interval[0],
        "high": 100 * found.interval[1],
        "label": wording.csat(ctx, found),
        "signal": team_tone(each),
        "tip": tip(
            ctx.words.t("spc.tip_value", period=name, value=wording.csat(ctx, found)),
            ctx.words.t("satisfaction.interval", range=wording.share_between(ctx, found.interval)),
            n,
            ctx.words.t(f"satisfaction.teams.{team_tone(each)}"),
        ),
    }


def _table(ctx: Context, found: Sequence[SurveyResult]) -> Table:
    t = ctx.words.t
    rows = []
    for each in found:
        if each.csat is None:
            continue
        others = each.others.csat if each.others else None
        against = Cell(say.no_value(ctx, "empty.no_comparison"))
        if others is not None and others.interval is not None:
            ends = wording.change_between(ctx, others, shares=True)
            against = Cell(lines(ctx.formats.signed(100 * others.value, 1), small(muted(ends))))
        rows.append(
            Row(
                (
                    Cell(say.team_link(ctx, each.team or "")),
                    Cell(ctx.formats.number(each.csat.of)),
                    Cell(wording.csat(ctx, each.csat)),
                    Cell(wording.share_between(ctx, each.csat.interval)),
                    against,
                    Cell(say.judgement(team_tone(each), t(f"satisfaction.teams.{team_tone(each)}"))),
                )
            )
        )
    columns = (
        Column(t("column.team"), "al-main"),
        Column(t("satisfaction.column.n"), "al-num"),
        Column(t("satisfaction.column.csat"), "al-num"),
        Column(t("satisfaction.column.interval"), "al-num"),
        Column(t("satisfaction.column.against_others"), "al-num"),
        Column(t("column.judgement")),
    )
    what = t("satisfaction.teams.heading")
    return Table(t("chart.data_of", what=what), columns, tuple(rows), css="al-table--compact")
