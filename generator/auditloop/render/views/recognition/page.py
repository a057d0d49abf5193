"""The page of recognition: teams of the year, the service star of every survey period, the rules."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.render.views import say
from auditloop.render.views.common import Cell, Column, Link, PageView, Row, Table
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame
from auditloop.render.views.recognition.words import (
    innovations,
    points,
    star_reason,
    stars,
    team_link,
    zero_months,
)


@dataclass(frozen=True, slots=True)
class RecognitionView:
    teams: Table
    stars: Table
    rules: tuple[str, ...]


def view(ctx: Context) -> PageView:
    t = ctx.words.t
    body = RecognitionView(teams=_teams(ctx), stars=_stars(ctx), rules=_rules(ctx))
    return PageView(
        "recognition",
        frame(
            ctx,
            path=ctx.path.recognition,
            kind="recognition",
            title=t("nav.recognition"),
            lead=_lead(ctx),
            period=str(ctx.results.recognition.year),
            edit=("organisation", ctx.organisation.id),
            related=[
                Link(t("nav.early-warning"), ctx.href.page(ctx.path.early_warning)),
                Link(t("nav.teams"), ctx.href.page("teams/index.md")),
                Link(t("method.recognition.title"), ctx.href.method("recognition")),
            ],
        ),
        body,
    )


def _lead(ctx: Context) -> str:
    """The latest star, months without a complaint, and what came back."""
    found = ctx.results.recognition
    sentences = []
    if found.star_periods:
        latest = found.star_periods[-1]
        key = "recognition.lead_star" if latest.team else "recognition.lead_no_star"
        period = ctx.formats.period(latest.period)
        sentences.append(ctx.words.t(key, period=period, team=ctx.team_name(latest.team)))
    months = sum(len(team.zero_complaint_months) for team in found.teams)
    counted = sum(team.months for team in found.teams)
    if counted:
        sentences.append(
            ctx.words.n("recognition.lead_zero", months, year=found.year)
            if months
            else ctx.words.t("recognition.lead_none_zero", year=found.year)
        )
    again = sum(len(team.problems_again) for team in found.teams)
    sentences.append(
        ctx.words.n("recognition.lead_again", again, year=found.year)
        if again
        else ctx.words.t("recognition.lead_none_again", year=found.year)
    )
    return ctx.words.sentences(sentences)


def _teams(ctx: Context) -> Table:
    t = ctx.words.t
    found = ctx.results.recognition
    rows = [
        Row(
            (
                Cell(team_link(ctx, team.team)),
                Cell(zero_months(ctx, team)),
                Cell(stars(ctx, team)),
                Cell(points(ctx, team)),
                Cell(ctx.formats.general(team.points_lost)),
                Cell(innovations(ctx, team)),
            )
        )
        for team in sorted(found.teams, key=lambda team: (team.points_lost, -len(team.stars)))
    ]
    columns = (
        Column(t("column.team"), "al-main"),
        Column(t("recognition.zero_heading")),
        Column(t("recognition.star_heading")),
        Column(t("recognition.again_heading")),
        Column(t("column.points_lost"), "al-num"),
        Column(t("recognition.innovation_heading")),
    )
    caption = t("recognition.caption", year=found.year)
    return Table(caption, columns, tuple(rows), t("empty.no_teams"), id="team-table", css="al-table--recognition")


def _stars(ctx: Context) -> Table:
    t = ctx.words.t
    rows = [
        Row(
            (
                Cell(ctx.formats.period(star.period), star.period),
                Cell(say.team_link(ctx, star.team) if star.team else say.no_value(ctx, "empty.no_star")),
                Cell(say.team_link(ctx, star.best) if star.best else say.no_value(ctx, "empty.no_star")),
                Cell(ctx.formats.percent(star.csat, 1)),
                Cell(ctx.formats.number(star.n) if star.n is not None else "–"),
                Cell(star_reason(ctx, star)),
            )
        )
        for star in reversed(ctx.results.recognition.star_periods)
    ]
    columns = (
        Column(t("column.period"), "al-main"),
        Column(t("recognition.star_heading")),
        Column(t("recognition.best")),
        Column(t("recognition.csat"), "al-num"),
        Column(t("recognition.answers"), "al-num"),
        Column(t("column.reason"), "al-wide"),
    )
    off = ctx.organisation.recognition.service_star == "off"
    empty = t("recognition.off") if off else t("recognition.no_surveys")
    return Table(t("recognition.stars_caption"), columns, tuple(rows), empty, id="star-table", css="al-table--alerts")


def _rules(ctx: Context) -> tuple[str, ...]:
    """Each rule with the organisation's own smallest numbers; one that is off is not there."""
    rules = ctx.organisation.recognition
    n = ctx.words.n
    found = []
    if rules.zero_complaint_month != "off":
        found.append(n("recognition.rule_zero", rules.zero_complaint_month.tickets))
    if rules.service_star != "off":
        found.append(n("recognition.rule_star", rules.service_star.answers))
    if rules.repeated_problem != "off":
        points = rules.repeated_problem.points
        found.append(n("recognition.rule_again", points, n=ctx.formats.general(points)))
    found.append(ctx.words.t("recognition.rule_innovation"))
    return tuple(found)
