"""Worked examples of standards and tickets: attainment, times, the clock, hot spots."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from auditloop.assess.results import StandardSummary
from auditloop.render.views import clocks
from auditloop.render.views.common import anchored
from auditloop.render.views.context import Context
from auditloop.render.views.signs import DIVIDED, EQUALS, LESS, PLUS, TIMES
from auditloop.render.views.standards.example import minutes, sum_of


def _summaries(ctx: Context) -> Iterable[StandardSummary]:
    return (s for s in ctx.results.standard_summaries if s.team is None)


def _link(ctx: Context, summary: StandardSummary) -> Markup:
    return anchored(ctx.href.standard(summary.id), ctx.standard_name(summary.id))


def attainment_example(ctx: Context) -> Iterable[Markup]:
    """Of a standard that is neither always nor never kept."""
    for summary in _summaries(ctx):
        if summary.attainment is not None and 0 < summary.attainment < 1:
            number, share = ctx.formats.number, ctx.formats.number(summary.attainment, 4)
            n = number(summary.due)
            z = number(1.96, 2)
            root = f"√({share}{TIMES}(1{LESS}{share}){DIVIDED}{n}{PLUS}{z}²{DIVIDED}(4{TIMES}{n}²))"
            middle = f"{share}{PLUS}{z}²{DIVIDED}(2{TIMES}{n})"
            whole = f"({middle} ± {z}{TIMES}{root}){DIVIDED}(1{PLUS}{z}²{DIVIDED}{n})"
            yield ctx.words.html(
                "method.standard.example",
                standard=_link(ctx, summary),
                window=ctx.formats.window(summary.window),
                sum=f"{number(summary.kept)}{DIVIDED}{n}{EQUALS}{ctx.formats.percent(summary.attainment, 1)}",
                interval=f"{whole}{EQUALS}{clocks.interval(ctx, summary.interval)}",
            )
            return


def times_example(ctx: Context) -> Iterable[Markup]:
    """Where the tickets stand that median and 90th percentile are read from."""
    for summary in _summaries(ctx):
        if summary.n > 1:
            clock, n = ctx.workspace.standards[summary.id].clock, ctx.formats.number(summary.n)
            places = [
                f"1{PLUS}{ctx.formats.general(share)}{TIMES}({n}{LESS}1){EQUALS}"
                f"{ctx.formats.general(round(1 + share * (summary.n - 1), 1))}"
                for share in (0.5, 0.9)
            ]
            yield ctx.words.html(
                "method.times.example",
                standard=_link(ctx, summary),
                median_place=places[0],
                median=clocks.duration(ctx, summary.median, clock),
                p90_place=places[1],
                p90=clocks.duration(ctx, summary.p90, clock),
            )
            return


def clock_example(ctx: Context) -> Iterable[Markup]:
    """The ticket with most pauses, of a standard on business time."""
    told = [s for s in _summaries(ctx) if s.example and ctx.workspace.standards[s.id].clock == "business"]
    if told:
        summary = max(told, key=lambda s: (len(s.example.spans) if s.example else 0, s.id))
        assert summary.example is not None
        spans = summary.example.spans
        yield ctx.words.html(
            "method.clock.example",
            standard=anchored(ctx.href.standard(summary.id, "clock"), ctx.standard_name(summary.id)),
            id=summary.example.id,
            start=spans[0].start.replace("T", " "),
            end=spans[-1].end.replace("T", " "),
            rule=clocks.clock_rule(ctx, "business"),
            sum=sum_of(ctx, summary),
            limit=minutes(ctx, summary.limit),
        )


def hot_spot_example(ctx: Context) -> Iterable[Markup]:
    """The most frequent combination that is one."""
    result = ctx.tickets.get(None)
    cell = next((cell for cell in result.cross if cell.hot), None) if result else None
    if result is None or cell is None or cell.residual is None:
        return
    number = ctx.formats.number
    total = sum(each.n for each in result.cross)
    of_channel = sum(each.n for each in result.cross if each.channel == cell.channel)
    of_category = sum(each.n for each in result.cross if each.category == cell.category)
    expected = number(cell.expected, 1)
    shares = [f"(1{LESS}{number(n)}{DIVIDED}{number(total)})" for n in (of_channel, of_category)]
    root = f"√({expected}{TIMES}{TIMES.join(shares)})"
    yield ctx.words.html(
        "method.hot_spot.example",
        category=ctx.category_name(cell.category),
        channel=ctx.channel_name(cell.channel),
        window=ctx.formats.window(result.window),
        expected=f"{number(of_channel)}{TIMES}{number(of_category)}{DIVIDED}{number(total)}{EQUALS}{expected}",
        sum=f"({number(cell.n)}{LESS}{expected}){DIVIDED}{root}{EQUALS}{number(cell.residual, 1)}",
    )
