"""Worked examples of early warning and recognition, which a reader can check by hand."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from auditloop.assess.results import StandardBroken
from auditloop.render.views import say
from auditloop.render.views.context import Context
from auditloop.render.views.signs import DIVIDED, EQUALS


def breach_example(ctx: Context) -> Iterable[Markup]:
    for alert in ctx.results.alerts:
        what = alert.what
        if isinstance(what, StandardBroken) and alert.team:
            kept = ctx.formats.number(what.due - what.broken)
            yield ctx.words.html(
                "method.early_warning.example",
                standard=ctx.standard_name(what.standard),
                team=say.team_link(ctx, alert.team),
                period=ctx.formats.period(what.period),
                sum=f"{kept}{DIVIDED}{ctx.formats.number(what.due)}{EQUALS}{ctx.formats.percent(what.attainment, 1)}",
                low=ctx.formats.percent(what.interval[0], 1),
                high=ctx.formats.percent(what.interval[1], 1),
                target=ctx.formats.percent(what.target),
                verdict=ctx.words.t(f"method.early_warning.example_{'act' if alert.severity == 'high' else 'look'}"),
            )
            return


def star_example(ctx: Context) -> Iterable[Markup]:
    """The latest period with two teams to compare."""
    for star in reversed(ctx.results.recognition.star_periods):
        if star.best and star.next and star.interval:
            best = ctx.team_name(star.best)
            verdict = (
                ctx.words.t("method.recognition.example_star", team=best)
                if star.team
                else ctx.words.t("method.recognition.example_no_star")
            )
            yield ctx.words.html(
                "method.recognition.example",
                period=ctx.formats.period(star.period),
                best=say.team_link(ctx, star.best),
                csat=ctx.formats.percent(star.csat, 1),
                n=ctx.formats.number(star.n),
                low=ctx.formats.percent(star.interval[0], 1),
                high=ctx.formats.percent(star.interval[1], 1),
                next=say.team_link(ctx, star.next),
                next_csat=ctx.formats.percent(star.next_csat, 1),
                verdict=verdict,
            )
            return
