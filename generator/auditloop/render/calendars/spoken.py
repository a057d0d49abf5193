"""What people decided, and the days they announced, in commentaries and special reports."""

from __future__ import annotations

from collections.abc import Iterator

from auditloop.render.calendars.due import DueDate, Source
from auditloop.render.views.context import Context


def _decisions(ctx: Context) -> Iterator[DueDate]:
    """One that an action carries out is due with it."""
    t = ctx.words.t
    for decision in ctx.results.decisions:
        if decision.status not in ("open", "overdue") or decision.due is None or decision.action is not None:
            continue
        holder = ctx.spoken(decision.record)
        yield DueDate(
            sort="decision",
            record=f"{decision.record}/{decision.position}",
            day=decision.due,
            title=ctx.plain(holder.decisions[decision.position].text),
            about=(
                t("calendar.who", team=ctx.team_name(holder.team), owner=ctx.person_name(decision.owner))
                if decision.owner
                else t("calendar.team", team=ctx.team_name(holder.team)),
            ),
            href=ctx.href.page(ctx.path.reports),
            team=holder.team,
            owners=(decision.owner,) if decision.owner else (),
        )


def _announced(ctx: Context) -> Iterator[DueDate]:
    """Days still to come on the day of the results; an announced day that is over is nothing to be done."""
    records = [f"commentary/{id}" for id in ctx.workspace.commentaries] + [f"topic/{id}" for id in ctx.workspace.topics]
    for record in records:
        holder = ctx.spoken(record)
        for position, announced in enumerate(holder.next_dates):
            if announced.date >= ctx.results.as_of:
                yield DueDate(
                    sort="announced",
                    record=f"{record}/{position}",
                    day=announced.date,
                    title=ctx.plain(announced.what),
                    about=(ctx.words.t("calendar.team", team=ctx.team_name(holder.team)),),
                    href=ctx.href.page(ctx.path.reports),
                    team=holder.team,
                    owners=(),
                )


SOURCES: tuple[Source, ...] = (_decisions, _announced)
