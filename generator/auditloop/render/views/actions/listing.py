"""The page of all actions: what is overdue, what is running, what worked."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.assess.actions import is_open as is_running
from auditloop.assess.results import ActionResult, ActionSummary
from auditloop.render.calendars import offered
from auditloop.render.views import registers, say
from auditloop.render.views.actions.effect import results, tally
from auditloop.render.views.actions.tables import by_owner, has_result, owners, summary_table
from auditloop.render.views.common import ChartBlock, Figure, Link, PageView, Part, Table, anchored, lines
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame

MOST_COMPLETE = 80
"""Actions that one register shows in full; of more only those under way."""


@dataclass(frozen=True, slots=True)
class ActionsIndex:
    tiles: tuple[Figure, ...]
    register: Table
    register_note: str
    """What is not listed, and where it is; nothing where everything is."""
    timeline: ChartBlock
    ageing: ChartBlock
    results: Table
    results_note: str
    teams: Table
    owners: Table
    owners_note: str
    years: tuple[Link, ...]
    calendar: str | None
    """Where the dates of all are."""


def index(ctx: Context, timeline: ChartBlock, ageing: ChartBlock) -> PageView:
    t = ctx.words.t
    summary = ctx.action_summaries.get(None)
    actions = ctx.results.actions
    running = [a for a in actions if is_running(a)]
    split = len(actions) > MOST_COMPLETE
    ended = [a for a in actions if has_result(a)]
    owned = by_owner(running)
    body = ActionsIndex(
        tiles=_tiles(ctx, summary),
        register=registers.action_table(
            ctx,
            running[: registers.MOST_LISTED] if split else actions,
            t("actions.register_caption"),
            anchor="register-table",
            empty=t("empty.no_actions"),
        ),
        register_note=(registers.cut(ctx, "actions.register_cut", running) or t("actions.register_split"))
        if split
        else "",
        timeline=timeline,
        ageing=ageing,
        results=results(ctx, sorted(ended, key=_newest)[: registers.MOST_BESIDE]),
        results_note=ctx.words.sentences(
            [tally(ctx, actions), registers.cut(ctx, "actions.results_cut", ended, registers.MOST_BESIDE)]
        ),
        teams=summary_table(ctx, [s for s in ctx.results.action_summaries if s.team is not None]),
        owners=owners(ctx, owned[: registers.MOST_LISTED]),
        owners_note=registers.cut(ctx, "actions.owners_cut", owned),
        years=tuple(
            Link(ctx.words.n("actions.year", len(year.records), year=year.year), ctx.href.page(year.path))
            for year in ctx.action_years
        ),
        calendar=offered(ctx),
    )
    related = [
        Link(t("nav.next-steps"), ctx.href.page(ctx.path.next_steps)),
        Link(t("nav.findings"), ctx.href.page("findings/index.md")),
        Link(t("method.actions.title"), ctx.href.method("actions")),
    ]
    return PageView(
        "actions",
        frame(
            ctx,
            path="actions/index.md",
            kind="actions",
            title=t("nav.actions"),
            lead=_lead(ctx, summary),
            related=related,
        ),
        body,
    )


def part(ctx: Context) -> Part:
    return Part(ctx.words.t("nav.actions"), "actions/index.md", _lead(ctx, ctx.action_summaries.get(None)))


def _newest(action: ActionResult) -> tuple[int, str]:
    return -(action.done or action.opened).toordinal(), action.id


def _lead(ctx: Context, summary: ActionSummary | None) -> str:
    if summary is None or not summary.total:
        return ctx.words.t("empty.no_actions")
    n = ctx.words.n
    sentences = [ctx.words.t("actions.lead", total=summary.total, open=summary.open)]
    sentences.append(n("actions.lead_overdue", summary.overdue))
    sentences.append(n("actions.lead_due_soon", summary.due_soon) if summary.due_soon else "")
    if summary.on_time_rate is not None:
        sentences.append(
            ctx.words.t(
                "actions.lead_on_time",
                share=ctx.formats.percent(summary.on_time_rate),
                on_time=summary.on_time,
                done=summary.done,
            )
        )
    if summary.effective_share is not None:
        sentences.append(
            ctx.words.t(
                "actions.lead_effective",
                share=ctx.formats.percent(summary.effective_share),
                effective=summary.effective,
                judged=summary.judged,
            )
        )
    return ctx.words.sentences(sentences)


def _tiles(ctx: Context, summary: ActionSummary | None) -> tuple[Figure, ...]:
    if summary is None or not summary.total:
        return ()
    t, number, percent = ctx.words.t, ctx.formats.number, ctx.formats.percent
    days = summary.median_days_to_done
    median = "" if days is None else t("actions.tile_days", days=number(days, 1 if days % 1 else 0))
    rate = anchored(ctx.href.method("actions"), t("method.how"))
    return (
        Figure(
            t("actions.tile_open"), number(summary.open), note=ctx.words.n("actions.tile_due_soon", summary.due_soon)
        ),
        Figure(t("actions.tile_overdue"), number(summary.overdue), note=_longest(ctx)),
        Figure(
            t("actions.tile_on_time"),
            percent(summary.on_time_rate) if summary.on_time_rate is not None else say.no_value(ctx, "empty.none_done"),
            note=lines(t("actions.tile_on_time_note", on_time=summary.on_time, done=summary.done), median, rate),
        ),
        Figure(
            t("actions.tile_effective"),
            percent(summary.effective_share)
            if summary.effective_share is not None
            else say.no_value(ctx, "empty.none_verified"),
            note=t("actions.tile_verified", n=summary.judged, effective=summary.effective),
        ),
    )


def _longest(ctx: Context) -> str:
    first = ctx.results.actions[0] if ctx.results.actions else None
    return ctx.words.n("actions.tile_longest", first.days_overdue) if first and first.overdue else ""
