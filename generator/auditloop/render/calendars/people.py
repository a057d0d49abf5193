"""When risks are to be looked at again and their plans drilled, and which training is to come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from auditloop.assess.results.risks import RiskResult
from auditloop.render.calendars.due import DueDate, Source
from auditloop.render.views.context import Context


def _reviews(ctx: Context) -> Iterator[DueDate]:
    for risk in ctx.results.risks.risks:
        if risk.review and risk.closed is None:
            yield _of_risk(ctx, risk, "review", risk.review)


def _drills(ctx: Context) -> Iterator[DueDate]:
    for risk in ctx.results.risks.risks:
        if risk.next_drill and risk.closed is None:
            yield _of_risk(ctx, risk, "drill", risk.next_drill)


def _of_risk(ctx: Context, risk: RiskResult, sort: str, day: dt.date) -> DueDate:
    t = ctx.words.t
    return DueDate(
        sort=sort,
        record=risk.id,
        day=day,
        title=ctx.plain(ctx.workspace.risks[risk.id].name),
        about=(
            t("calendar.who", team=ctx.team_name(risk.team), owner=ctx.person_name(risk.owner)),
            t("events.risk", risk=t(f"risk.{risk.level}")),
        ),
        href=ctx.href.page(ctx.path.risks, risk.id),
        team=risk.team,
        owners=(risk.owner,),
    )


def _training(ctx: Context) -> Iterator[DueDate]:
    t = ctx.words.t
    for session in ctx.results.training.sessions:
        if session.status not in ("planned", "late"):
            continue
        mentor = t("calendar.mentor", mentor=ctx.person_name(session.mentor)) if session.mentor else ""
        status = t("calendar.status", status=t(f"training.status.{session.status}"))
        yield DueDate(
            sort="training",
            record=session.id,
            day=session.planned,
            title=ctx.plain(ctx.workspace.sessions[session.id].name),
            about=tuple(filter(None, (t("calendar.team", team=ctx.team_name(session.team)), mentor, status))),
            href=ctx.href.page(ctx.path.training, session.id),
            team=session.team,
            owners=(session.mentor,) if session.mentor else (),
        )


SOURCES: tuple[Source, ...] = (_reviews, _drills, _training)
