"""The figures of the latest survey, at the top of the satisfaction pages and on the page of the team."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from auditloop.assess.results import SurveyDifference, SurveyResult
from auditloop.render.views.common import BLANK, Figure, Link, lines, muted, small, spaced
from auditloop.render.views.context import Context
from auditloop.render.views.satisfaction import wording
from auditloop.render.views.satisfaction.lead import verdict
from auditloop.render.views.satisfaction.scope import Scope, scope_of


@dataclass(frozen=True, slots=True)
class Summary:
    """A team's share of its own page."""

    sentence: str
    tiles: tuple[Figure, ...]
    more: Link


def summary(ctx: Context, team: str) -> Summary | None:
    """None where the team was never surveyed."""
    scope = scope_of(ctx, team)
    if not scope.surveys:
        return None
    more = Link(ctx.words.t("satisfaction.more"), ctx.href.satisfaction(team))
    if scope.latest is None:
        return Summary(ctx.words.t("empty.all_surveys_hidden"), (), more)
    return Summary(ctx.words.sentences(verdict(ctx, scope.latest)), tiles(ctx, scope), more)


def tiles(ctx: Context, scope: Scope) -> tuple[Figure, ...]:
    """CSAT, NPS and CSI, each with interval and change."""
    t, latest = ctx.words.t, scope.latest
    if latest is None:
        return ()
    previous = latest.previous
    found = []
    if latest.csat:
        ends = wording.share_between(ctx, latest.csat.interval)
        found.append(
            Figure(
                t("satisfaction.tile_csat"),
                wording.csat(ctx, latest.csat),
                _note(ctx, latest, ends, previous.csat if previous else None, shares=True),
            )
        )
    if latest.nps:
        ends = wording.points_between(ctx, latest.nps.interval) if latest.nps.interval else ""
        found.append(
            Figure(
                t("satisfaction.tile_nps"),
                wording.points(ctx, latest.nps.value),
                _note(ctx, latest, ends, previous.nps if previous else None, shares=False),
            )
        )
    if latest.csi:
        ends = wording.points_between(ctx, latest.csi.interval) if latest.csi.interval else ""
        found.append(
            Figure(
                t("satisfaction.tile_csi"),
                wording.points(ctx, latest.csi.value),
                _note(ctx, latest, ends, previous.csi if previous else None, shares=False),
            )
        )
    return tuple(found)


def response_tile(ctx: Context, scope: Scope) -> tuple[Figure, ...]:
    """How many of those invited answered, where that is known."""
    latest = scope.latest
    if latest is None or latest.response_rate is None:
        return ()
    asked = ctx.words.t("kpi.n_of", n=ctx.formats.number(latest.n), of=ctx.formats.number(latest.sent))
    note = lines(muted(asked), muted(ctx.formats.short_period(latest.period)))
    return (Figure(ctx.words.t("satisfaction.tile_response"), wording.share(ctx, latest.response_rate), note),)


def _note(ctx: Context, latest: SurveyResult, ends: str, change: SurveyDifference | None, *, shares: bool) -> Markup:
    """The change and what chance has to do with it; the interval; since when."""
    moved = BLANK
    if change is not None and latest.previous is not None:
        words = wording.change_of_share(ctx, change.value) if shares else wording.change_of_points(ctx, change.value)
        moved = lines(
            spaced(words, small(wording.mark(ctx, change))),
            muted(ctx.words.t("satisfaction.since", period=ctx.formats.short_period(latest.previous.period))),
        )
    interval = muted(ctx.words.t("satisfaction.interval", range=ends)) if ends else BLANK
    return lines(interval, moved)
