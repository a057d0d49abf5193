"""Recognition in words: one fact has one wording on the page of all teams and on each team's own."""

from __future__ import annotations

from markupsafe import Markup

from auditloop.assess.results import ProblemAgain, StarPeriod, TeamRecognition
from auditloop.render.views import registers
from auditloop.render.views.common import Fact, anchored, lines, muted, spaced, span
from auditloop.render.views.context import Context


def of_team(ctx: Context, team: str) -> TeamRecognition | None:
    return next((found for found in ctx.results.recognition.teams if found.team == team), None)


def zero_months(ctx: Context, found: TeamRecognition) -> str:
    """`2 of 10 months: March and April 2026`, or why none can be told."""
    if ctx.organisation.recognition.zero_complaint_month == "off":
        return ctx.words.t("recognition.off")
    if not found.months:
        return ctx.words.t("recognition.zero_too_few")
    if not found.zero_complaint_months:
        return ctx.words.n("recognition.zero_none", found.months)
    names = ctx.words.listed([ctx.formats.short_period(period) for period in found.zero_complaint_months])
    return ctx.words.n("recognition.zero", len(found.zero_complaint_months), all=found.months, names=names)


def stars(ctx: Context, found: TeamRecognition) -> Markup | str:
    if ctx.organisation.recognition.service_star == "off":
        return ctx.words.t("recognition.off")
    if not found.stars:
        return ctx.words.t("recognition.no_star")
    return lines(*(span("al-nowrap", ctx.formats.short_period(period)) for period in found.stars))


def points(ctx: Context, found: TeamRecognition) -> Markup | str:
    """Points lost, and for what."""
    if ctx.organisation.recognition.repeated_problem == "off":
        return ctx.words.t("recognition.off")
    if not found.problems_again:
        return ctx.words.t("recognition.none_again")
    return lines(*(problem(ctx, again) for again in found.problems_again))


def problem(ctx: Context, again: ProblemAgain) -> Markup:
    if again.exempt:
        cost = ctx.words.t("recognition.exempt", action=again.exempt)
    else:
        cost = ctx.words.n("recognition.points", again.points, n=ctx.formats.general(again.points))
    return spaced(registers.finding_link(ctx, ctx.findings[again.finding]), muted(cost))


def innovations(ctx: Context, found: TeamRecognition) -> Markup | str:
    """What was tried, and that it costs nothing where it failed."""
    if not found.innovations:
        return ctx.words.t("recognition.no_innovation")
    failed = set(found.innovations_failed)
    return lines(
        *(
            spaced(
                registers.action_link(ctx, ctx.actions[id]),
                muted(ctx.words.t("recognition.failed")) if id in failed else "",
            )
            for id in found.innovations
        )
    )


def facts(ctx: Context, team: str) -> tuple[Fact, ...]:
    """A team's own, for its page."""
    found = of_team(ctx, team)
    if found is None:
        return ()
    t = ctx.words.t
    return (
        Fact(t("recognition.zero_heading"), zero_months(ctx, found)),
        Fact(t("recognition.star_heading"), stars(ctx, found)),
        Fact(t("recognition.again_heading"), points(ctx, found)),
        Fact(t("recognition.innovation_heading"), innovations(ctx, found)),
    )


def star_reason(ctx: Context, star: StarPeriod) -> str:
    """Why the best team of a period is the star, or why it is not."""
    if star.interval is None or star.best is None or star.next is None:
        limits = ctx.organisation.recognition.service_star
        least = 0 if limits == "off" else limits.answers
        return ctx.words.n("recognition.star_too_few", least)
    return ctx.words.t(
        f"recognition.star_{star.why.replace('-', '_')}",
        low=ctx.formats.percent(star.interval[0], 1),
        next=ctx.team_name(star.next),
        csat=ctx.formats.percent(star.next_csat, 1),
    )


def team_link(ctx: Context, team: str) -> Markup:
    return anchored(ctx.href.team(team, "recognition"), ctx.team_name(team))
