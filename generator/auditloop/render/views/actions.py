"""Actions: what is late, what is coming, whether it worked; one page per year with every action at its own anchor."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup
from markupsafe import escape as html_escape

from auditloop.assess.results import ActionResult, ActionSummary
from auditloop.model import Action
from auditloop.render.charts import Chart
from auditloop.render.views import figures, registers, say
from auditloop.render.views.audits import evidence
from auditloop.render.views.common import (
    BLANK,
    Cell,
    ChartBlock,
    Column,
    Fact,
    Figure,
    Link,
    PagePlan,
    PageView,
    Row,
    Table,
    anchored,
    lines,
    muted,
    spaced,
)
from auditloop.render.views.context import Context
from auditloop.render.views.frames import edit_link, frame
from auditloop.render.views.kpis.effects import effect_change

GANTT_ROWS = 24
"""Rows that one timeline shows; the rest stands in the register."""
REGISTER_ABOVE = 200


@dataclass(frozen=True, slots=True)
class ActionsIndex:
    tiles: tuple[Figure, ...]
    register: Table
    register_note: str
    timeline: ChartBlock
    ageing: ChartBlock
    results: Table
    teams: Table
    owners: Table
    years: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ActionView:
    id: str
    heading: str
    language: str | None
    summary: str
    badges: Markup
    facts: tuple[Fact, ...]
    effect: tuple[Fact, ...]
    log: tuple[Fact, ...]
    edit: Link | None


@dataclass(frozen=True, slots=True)
class ActionsYear:
    table: Table
    actions: tuple[ActionView, ...]


def plan(ctx: Context) -> list[PagePlan]:
    timeline, ageing = _timeline(ctx), _ageing(ctx)
    charts = tuple(b.chart for b in (timeline, ageing) if b.chart)
    plans = [PagePlan("actions/index.md", lambda: _index(ctx, timeline, ageing), charts)]
    by_year: dict[int, list[ActionResult]] = {}
    for action in ctx.results.actions:
        by_year.setdefault(action.opened.year, []).append(action)
    for year, actions in sorted(by_year.items(), reverse=True):
        plans.append(PagePlan(ctx.path.actions_of(year), partial(_year, ctx, year, actions)))
    return plans


def _is_running(action: ActionResult) -> bool:
    return action.status in {"planned", "in-progress", "blocked"}


# --- all actions -------------------------------------------------------------------------------------------------


def _index(ctx: Context, timeline: ChartBlock, ageing: ChartBlock) -> PageView:
    t = ctx.words.t
    summary = ctx.action_summaries.get(None)
    actions = ctx.results.actions
    running = [a for a in actions if _is_running(a)]
    split = len(actions) > REGISTER_ABOVE
    years: dict[int, int] = {}
    for action in actions:
        years[action.opened.year] = years.get(action.opened.year, 0) + 1
    body = ActionsIndex(
        tiles=_tiles(ctx, summary),
        register=registers.action_table(
            ctx,
            running if split else actions,
            t("actions.register_caption"),
            anchor="register-table",
            empty=t("empty.no_actions"),
        ),
        register_note=t("actions.register_split") if split else "",
        timeline=timeline,
        ageing=ageing,
        results=_results(ctx),
        teams=_summary_table(ctx, [s for s in ctx.results.action_summaries if s.team is not None]),
        owners=_owners(ctx, actions),
        years=tuple(
            Link(ctx.words.n("actions.year", n, year=year), ctx.href.page(ctx.path.actions_of(year)))
            for year, n in sorted(years.items(), reverse=True)
        ),
    )
    related = [
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


def _timeline(ctx: Context) -> ChartBlock:
    """Gantt: the running actions, overdue first."""
    t = ctx.words.t
    running = [a for a in ctx.results.actions if _is_running(a)]
    if not running:
        return ChartBlock(None, empty=t("empty.no_open_actions") if ctx.results.actions else t("empty.no_actions"))
    shown = running[:GANTT_ROWS]
    bars, marks = [], []
    for order, action in enumerate(shown):
        written = ctx.workspace.actions[action.id]
        state = "overdue" if action.overdue else "open"
        word = t("action_status.overdue") if action.overdue else t(f"action_status.{action.status}")
        title = ctx.plain(written.title)
        bars.append(
            {
                "name": title,
                "order": order,
                "start": action.opened.isoformat(),
                "end": action.due.isoformat(),
                "state": state,
                "state_label": word,
                "tip": figures.tip(
                    title,
                    f"{action.id} · {ctx.team_name(action.team)} · {ctx.person_name(action.owner)}",
                    t("actions.from_to", opened=ctx.formats.date(action.opened), due=ctx.formats.date(action.due)),
                    ctx.words.n("actions.days_overdue", action.days_overdue) if action.overdue else "",
                ),
            }
        )
        marks += [
            {
                "order": order,
                "x": move.from_.isoformat(),
                "kind": "moved",
                "tip": figures.tip(
                    t("actions.moved", moved_from=ctx.formats.date(move.from_), to=ctx.formats.date(move.to)),
                    ctx.plain(move.reason),
                ),
            }
            for move in written.moved
        ]
    overdue = sum(1 for a in running if a.overdue)
    title = (
        ctx.words.n("actions.timeline_title", overdue, all=len(running))
        if overdue
        else t("actions.timeline_title_none")
    )
    moved = sum(1 for a in running if a.moves)
    sentence = ctx.words.n("actions.timeline_sentence", moved, all=len(running))
    caption = ctx.words.n(
        "actions.timeline_caption", len(shown), all=len(running), date=ctx.formats.date(ctx.results.as_of)
    )
    chart = Chart(
        id="actions-timeline",
        kind="timeline",
        datasets={
            "bars": bars,
            "marks": marks,
            "today": [{"x": ctx.results.as_of.isoformat(), "label": t("actions.today")}],
        },
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={"moved": t("actions.key_moved")},
    )
    rows = tuple(
        Row(
            (
                Cell(registers.action_link(ctx, a)),
                Cell(ctx.formats.day(a.opened)),
                Cell(ctx.formats.day(a.due)),
                Cell(ctx.formats.number(a.moves)),
                Cell(say.action_status(ctx, a)),
            )
        )
        for a in shown
    )
    columns = (
        Column(t("column.action"), "al-main"),
        Column(t("column.opened")),
        Column(t("column.due")),
        Column(t("column.moves"), "al-num"),
        Column(t("column.status")),
    )
    return ChartBlock(
        chart,
        title,
        sentence,
        caption,
        Table(t("chart.data_of", what=t("actions.timeline_heading")), columns, rows, css="al-table--compact"),
    )


def _ageing(ctx: Context) -> ChartBlock:
    t = ctx.words.t
    summary = ctx.action_summaries.get(None)
    total = sum(summary.age_buckets.values()) if summary else 0
    if summary is None or not total:
        return ChartBlock(None, empty=t("empty.no_open_actions") if ctx.results.actions else t("empty.no_actions"))
    old = summary.age_buckets.get("90+", 0)
    bars = [
        {
            "name": t(f"age_bucket.{bucket}"),
            "order": order,
            "value": n,
            "label": ctx.formats.number(n),
            "signal": "bad" if bucket == "90+" and n else "common",
            "tip": figures.tip(t(f"age_bucket.{bucket}"), ctx.words.n("count.actions", n)),
        }
        for order, (bucket, n) in enumerate(summary.age_buckets.items())
    ]
    title = ctx.words.n("actions.ageing_title", old) if old else t("actions.ageing_title_none")
    sentence = ctx.words.n("actions.ageing_sentence", total, old=old)
    chart = Chart(
        id="actions-ageing",
        kind="ageing",
        datasets={"bars": bars},
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={"y": t("actions.count_scale")},
    )
    rows = tuple(
        Row((Cell(t(f"age_bucket.{bucket}")), Cell(ctx.formats.number(n)))) for bucket, n in summary.age_buckets.items()
    )
    columns = (Column(t("column.age")), Column(t("column.actions"), "al-num"))
    table = Table(t("chart.data_of", what=t("actions.ageing_heading")), columns, rows, css="al-table--compact")
    return ChartBlock(
        chart, title, sentence, t("actions.ageing_caption", date=ctx.formats.date(ctx.results.as_of)), table
    )


def _results(ctx: Context) -> Table:
    """What people wrote about the effect beside what the indicator did."""
    t = ctx.words.t
    rows = []
    for action in ctx.results.actions:
        effect = action.effect
        if action.verdict is None and (effect is None or effect.change is None):
            continue
        kpi = ctx.kpis.get(effect.kpi) if effect else None
        rows.append(
            Row(
                (
                    Cell(registers.action_link(ctx, action)),
                    Cell(say.team_link(ctx, action.team)),
                    Cell(say.verdict(ctx, action.verdict), action.verdict or ""),
                    Cell(say.kpi_link(ctx, effect.kpi) if effect else say.no_value(ctx, "empty.no_effect")),
                    Cell(say.kpi_value_html(ctx, kpi, effect.before) if effect and kpi else BLANK),
                    Cell(say.kpi_value_html(ctx, kpi, effect.after) if effect and kpi else BLANK),
                    Cell(
                        effect_change(ctx, action) if effect else BLANK,
                        f"{effect.change:.6g}" if effect and effect.change is not None else "",
                    ),
                )
            )
        )
    columns = (
        Column(t("column.action"), "al-main"),
        Column(t("column.team")),
        Column(t("column.verdict")),
        Column(t("column.kpi")),
        Column(t("column.before"), "al-num"),
        Column(t("column.after"), "al-num"),
        Column(t("column.effect"), "al-nowrap"),
    )
    empty = t("empty.none_verified") if ctx.results.actions else t("empty.no_actions")
    return Table(
        t("actions.results_caption"),
        columns,
        tuple(rows),
        empty,
        id="result-table",
        filterable=len(rows) > registers.FILTER_FROM,
    )


def _summary_table(ctx: Context, summaries: Sequence[ActionSummary]) -> Table:
    t, number = ctx.words.t, ctx.formats.number
    rows = [
        Row(
            (
                Cell(anchored(ctx.href.team(s.team or "", "actions"), ctx.team_name(s.team))),
                Cell(number(s.total)),
                Cell(number(s.open)),
                Cell(number(s.overdue)),
                Cell(
                    ctx.formats.percent(s.on_time_rate)
                    if s.on_time_rate is not None
                    else say.no_value(ctx, "empty.none_done"),
                    f"{s.on_time_rate}",
                ),
                Cell(number(s.moves)),
                Cell(
                    ctx.formats.percent(s.effective_share)
                    if s.effective_share is not None
                    else say.no_value(ctx, "empty.none_verified"),
                    f"{s.effective_share}",
                ),
            )
        )
        for s in summaries
        if s.total
    ]
    columns = (
        Column(t("column.team"), "al-main"),
        Column(t("column.total"), "al-num"),
        Column(t("column.open"), "al-num"),
        Column(t("column.overdue"), "al-num"),
        Column(t("column.on_time"), "al-num"),
        Column(t("column.moves"), "al-num"),
        Column(t("column.effective"), "al-num"),
    )
    return Table(t("actions.teams_caption"), columns, tuple(rows), t("empty.no_actions"), id="team-table")


def _owners(ctx: Context, actions: Sequence[ActionResult]) -> Table:
    """Who has what to do: running actions per owner, the nearest due date first."""
    t = ctx.words.t
    by_owner: dict[str, list[ActionResult]] = {}
    for action in actions:
        if _is_running(action):
            by_owner.setdefault(action.owner, []).append(action)
    rows = []
    for owner, own in sorted(
        by_owner.items(), key=lambda e: (-sum(a.overdue for a in e[1]), min(a.due for a in e[1]), e[0])
    ):
        nearest = min(own, key=lambda a: a.due)
        titles = lines(*(spaced(registers.action_link(ctx, a), muted(ctx.formats.day(a.due))) for a in own))
        rows.append(
            Row(
                (
                    Cell(ctx.person_name(owner)),
                    Cell(ctx.formats.number(len(own))),
                    Cell(ctx.formats.number(sum(a.overdue for a in own))),
                    Cell(ctx.formats.day(nearest.due)),
                    Cell(titles),
                ),
                anchor=f"owner-{owner}" if owner.isascii() and owner.replace("-", "").isalnum() else None,
            )
        )
    columns = (
        Column(t("column.owner"), "al-main"),
        Column(t("column.open"), "al-num"),
        Column(t("column.overdue"), "al-num"),
        Column(t("column.next_due")),
        Column(t("column.actions")),
    )
    empty = t("empty.no_open_actions") if actions else t("empty.no_actions")
    return Table(
        t("actions.owners_caption"),
        columns,
        tuple(rows),
        empty,
        id="owner-table",
        filterable=len(rows) > registers.FILTER_FROM,
    )


# --- a year ------------------------------------------------------------------------------------------------------


def _year(ctx: Context, year: int, actions: list[ActionResult]) -> PageView:
    t = ctx.words.t
    running = [a for a in actions if _is_running(a)]
    lead = ctx.words.n(
        "actions.year_lead", len(actions), year=year, open=len(running), overdue=sum(a.overdue for a in actions)
    )
    body = ActionsYear(
        registers.action_table(
            ctx, actions, t("actions.year_caption", year=year), anchor="action-table", empty=t("empty.no_actions")
        ),
        tuple(_action(ctx, a) for a in actions),
    )
    return PageView(
        "actions_year",
        frame(
            ctx,
            path=ctx.path.actions_of(year),
            kind="actions-year",
            title=t("actions.year_title", year=year),
            lead=lead,
            crumbs=[Link(t("nav.actions"), ctx.href.page("actions/index.md"))],
            sources=[("action", a.id) for a in actions],
            related=[Link(t("nav.findings"), ctx.href.page("findings/index.md"))],
            period=str(year),
        ),
        body,
    )


def _action(ctx: Context, result: ActionResult) -> ActionView:
    t = ctx.words.t
    action = ctx.workspace.actions[result.id]
    badges = [say.action_status(ctx, result)]
    if action.priority == "high":
        badges.append(say.badge("minor", t("priority.high")))
    if action.innovation:
        badges.append(say.badge("opportunity", t("actions.innovation")))
    summary = t(
        "action.summary",
        id=result.id,
        team=ctx.team_name(result.team),
        owner=ctx.person_name(result.owner),
        due=ctx.formats.date(result.due),
        status=t("action_status.overdue" if result.overdue else f"action_status.{result.status}"),
    )
    return ActionView(
        id=result.id,
        heading=ctx.plain(action.title),
        language=ctx.fallback_language(action.title),
        summary=summary,
        badges=Markup(" ").join(badges),
        facts=_facts(ctx, action, result),
        effect=_effect(ctx, result),
        log=tuple(Fact(ctx.formats.day(day), words) for day, words in _log(ctx, action)),
        edit=edit_link(ctx, ("action", result.id)),
    )


def _facts(ctx: Context, action: Action, result: ActionResult) -> tuple[Fact, ...]:
    t = ctx.words.t
    facts = [
        Fact(
            t("action.for"), ctx.words.listed_html([_purpose(ctx, key) for key in result.for_]) or t("empty.not_stated")
        )
    ]
    kind = t(f"action_type.{action.type}")
    facts.append(Fact(t("column.type"), f"{kind} · {t(f'esia.{action.esia}')}" if action.esia else kind))
    facts.append(Fact(t("column.owner"), ctx.person_name(action.owner)))
    facts.append(Fact(t("column.opened"), ctx.formats.day(action.opened)))
    late = ctx.words.n("actions.days_overdue", result.days_overdue) if result.overdue else ""
    facts.append(Fact(t("column.due"), lines(ctx.formats.day(action.due), muted(late) if late else BLANK)))
    if action.done:
        on_time = t("actions.done_on_time" if result.on_time else "actions.done_late")
        facts.append(Fact(t("column.done"), lines(ctx.formats.day(action.done), muted(on_time))))
    elif action.progress is not None:
        facts.append(Fact(t("column.progress"), f"{ctx.formats.general(action.progress)}%"))
    if action.verification:
        v = action.verification
        words = t("action.verified_by", by=ctx.person_name(v.by), date=ctx.formats.date(v.date))
        note = ctx.prose(v.note) if v.note else BLANK
        facts.append(Fact(t("column.verdict"), lines(say.verdict(ctx, v.result), muted(words), note)))
    elif result.awaiting_verification:
        facts.append(Fact(t("column.verdict"), t("empty.not_verified")))
    if action.evidence:
        facts.append(Fact(t("audit.evidence"), lines(*(evidence(e) for e in action.evidence))))
    if action.note:
        facts.append(Fact(t("column.notes"), ctx.prose(action.note)))
    return tuple(facts)


def _purpose(ctx: Context, key: str) -> Markup:
    """What an action is for: a finding, an indicator, or a record that this version does not show."""
    if key in ctx.workspace.kpis:
        return say.kpi_link(ctx, key)
    if key in ctx.findings:
        return registers.finding_link(ctx, ctx.findings[key]) + Markup(" ") + muted(key)
    return html_escape(key)


def _effect(ctx: Context, result: ActionResult) -> tuple[Fact, ...]:
    effect = result.effect
    kpi = ctx.kpis.get(effect.kpi) if effect else None
    if effect is None or kpi is None:
        return ()
    t = ctx.words.t
    facts = [
        Fact(t("column.kpi"), say.kpi_link(ctx, effect.kpi)),
        Fact(
            t("column.before"),
            _window(ctx, effect.before_window, say.kpi_value(ctx, kpi, effect.before), effect.n_before),
        ),
        Fact(
            t("column.after"), _window(ctx, effect.after_window, say.kpi_value(ctx, kpi, effect.after), effect.n_after)
        ),
        Fact(t("column.effect"), effect_change(ctx, result)),
    ]
    if effect.target is not None:
        facts.append(
            Fact(
                t("column.target"),
                lines(
                    say.kpi_value(ctx, kpi, effect.target),
                    say.met_mark(ctx, effect.target_met) if effect.target_met is not None else BLANK,
                ),
            )
        )
    return tuple(facts)


def _window(ctx: Context, window: str, value: str, n: int) -> Markup:
    return lines(value, muted(f"{ctx.formats.window(window)} · {ctx.words.n('count.values', n)}"))


def _log(ctx: Context, action: Action) -> list[tuple[dt.date, Markup | str]]:
    """Opened, log entries, postponements, done, verified: one line of time, oldest first."""
    t = ctx.words.t
    entries: list[tuple[dt.date, int, Markup | str]] = [(action.opened, 0, t("action.log_opened"))]
    entries += [(entry.date, 1, ctx.prose(entry.note)) for entry in action.log]
    if action.done:
        entries.append((action.done, 2, t("action.log_done")))
    if action.verification:
        entries.append(
            (action.verification.date, 3, t("action.log_verified", result=t(f"verdict.{action.verification.result}")))
        )
    entries.sort(key=lambda e: (e[0], e[1]))
    listed = [(day, words) for day, _, words in entries]
    moves = [
        (
            move.from_,
            lines(
                t("actions.moved", moved_from=ctx.formats.day(move.from_), to=ctx.formats.day(move.to)),
                ctx.prose(move.reason),
            ),
        )
        for move in action.moved
    ]
    # A postponement carries no date of its own: it stands where the date it gave up stood.
    return sorted([*listed, *moves], key=lambda e: e[0])
