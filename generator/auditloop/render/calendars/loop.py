"""When actions are due and can be judged, and when an accepted finding comes up again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from auditloop.assess.actions import is_open as is_running
from auditloop.assess.periods import parse_window
from auditloop.assess.results import ActionResult
from auditloop.render.calendars.due import DueDate, Source
from auditloop.render.views.context import Context


def _actions(ctx: Context) -> Iterator[DueDate]:
    """The day an action is due."""
    for action in ctx.results.actions:
        if not is_running(action):
            continue
        about = [_who(ctx, action), ctx.words.t("calendar.status", status=_status(ctx, action))]
        if action.overdue:
            about.append(ctx.words.n("calendar.overdue", action.days_overdue, date=ctx.formats.date(ctx.results.as_of)))
        if action.moves:
            about.append(ctx.words.n("calendar.moved", action.moves))
        yield _of_action(ctx, action, "overdue" if action.overdue else "action", action.due, about, moves=action.moves)


def _effects(ctx: Context) -> Iterator[DueDate]:
    """The first day on which the data can tell what an action did: the one after its later window."""
    for action in ctx.results.actions:
        effect = action.effect
        if effect is None or not (is_running(action) or action.awaiting_verification):
            continue
        day = parse_window(effect.after_window).last + dt.timedelta(days=1)
        window = ctx.formats.window(effect.after_window)
        told = ctx.words.t("calendar.effect", kpi=ctx.kpi_name(effect.kpi), window=window)
        yield _of_action(ctx, action, "effect", day, [_who(ctx, action), told])


def _acceptances(ctx: Context) -> Iterator[DueDate]:
    """The last day on which a finding is accepted as it is."""
    for audit in ctx.workspace.audits.values():
        for finding in audit.findings:
            result = ctx.findings.get(finding.id)
            if finding.accepted is None or result is None or result.status != "accepted":
                continue
            by = ctx.person_name(finding.accepted.by)
            yield DueDate(
                sort="acceptance",
                record=finding.id,
                day=finding.accepted.until,
                title=ctx.plain(finding.problem),
                about=(
                    ctx.words.t("calendar.accepted", team=ctx.team_name(result.team), by=by),
                    ctx.words.t("calendar.reason", reason=ctx.plain(finding.accepted.reason)),
                ),
                href=ctx.finding_href(finding.id),
                team=result.team,
                owners=(finding.accepted.by,),
            )


SOURCES: tuple[Source, ...] = (_actions, _effects, _acceptances)


def _of_action(
    ctx: Context, action: ActionResult, sort: str, day: dt.date, about: list[str], *, moves: int = 0
) -> DueDate:
    return DueDate(
        sort=sort,
        record=action.id,
        day=day,
        title=ctx.plain(ctx.workspace.actions[action.id].title),
        about=tuple(about),
        href=ctx.action_href(action.id),
        team=action.team,
        owners=(action.owner,),
        moves=moves,
    )


def _who(ctx: Context, action: ActionResult) -> str:
    return ctx.words.t("calendar.who", team=ctx.team_name(action.team), owner=ctx.person_name(action.owner))


def _status(ctx: Context, action: ActionResult) -> str:
    return ctx.words.t(f"action_status.{action.status}")
