"""What happened on which day, as the data say: audits, findings, actions. One function per sort."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from auditloop.assess.results import ActionResult, FindingResult
from auditloop.render.feeds.atom import Entry
from auditloop.render.i18n.formats import NONE
from auditloop.render.views import say
from auditloop.render.views.context import Context
from auditloop.render.views.selection import is_problem


def events(ctx: Context) -> Iterator[Entry]:
    for source in SOURCES:
        yield from source(ctx)


def _audits(ctx: Context) -> Iterator[Entry]:
    t = ctx.words.t
    for audit in ctx.results.audits:
        if audit.status != "final":
            continue
        score = (
            ""
            if audit.score is None
            else t("events.score", score=say.score(ctx, audit.score), grade=audit.grade or NONE)
        )
        found = ctx.words.n("events.findings", len(audit.findings))
        yield Entry(
            name=f"audit/{audit.id}",
            day=audit.date,
            title=t("events.audit", audit=ctx.audit_title(audit)),
            summary=ctx.words.sentences([score, found]),
            href=ctx.href.audit(audit.id),
            categories=(("audit", t("events.sort.audit")),),
        )


def _findings(ctx: Context) -> Iterator[Entry]:
    for finding in filter(is_problem, ctx.results.findings):
        yield _of_finding(ctx, finding, "found", finding.date)
        if finding.status == "closed" and (day := _closed_on(ctx, finding)):
            yield _of_finding(ctx, finding, "closed", day)


def _closed_on(ctx: Context, finding: FindingResult) -> dt.date | None:
    """The day of the last step of its actions."""
    steps = []
    for action in (ctx.workspace.actions[each] for each in finding.actions):
        steps += [day for day in (action.done, action.verification and action.verification.date) if day]
    return max(steps, default=None)


def _of_finding(ctx: Context, finding: FindingResult, sort: str, day: dt.date) -> Entry:
    t = ctx.words.t
    about = t("events.class", team=ctx.team_name(finding.team), word=t(f"finding_class.{finding.class_effective}"))
    risk = t("events.risk", risk=t(f"risk.{finding.risk}")) if finding.risk else ""
    return Entry(
        name=f"finding/{finding.id}/{sort}",
        day=day,
        title=t(f"events.{sort}", problem=ctx.plain(ctx.finding_texts.get(finding.id)), id=finding.id),
        summary=ctx.words.sentences([about, risk]),
        href=ctx.finding_href(finding.id) or "",
        categories=((sort, t(f"events.sort.{sort}")),),
    )


def _actions(ctx: Context) -> Iterator[Entry]:
    for action in ctx.results.actions:
        verification = ctx.workspace.actions[action.id].verification
        yield _of_action(ctx, action, "opened", action.opened)
        if action.done:
            yield _of_action(ctx, action, "done", action.done)
        if verification:
            yield _of_action(ctx, action, "verified", verification.date)


def _of_action(ctx: Context, action: ActionResult, sort: str, day: dt.date) -> Entry:
    t = ctx.words.t
    who = t("calendar.who", team=ctx.team_name(action.team), owner=ctx.person_name(action.owner))
    more = {
        "opened": t("events.due", date=ctx.formats.date(action.due)),
        "done": "" if action.on_time is not False else t("events.late", date=ctx.formats.date(action.due)),
        "verified": t("events.verdict", verdict=t(f"verdict.{action.verdict}")) if action.verdict else "",
    }
    return Entry(
        name=f"action/{action.id}/{sort}",
        day=day,
        title=t(f"events.{sort}", title=ctx.plain(ctx.workspace.actions[action.id].title), id=action.id),
        summary=ctx.words.sentences([who, more[sort]]),
        href=ctx.action_href(action.id) or "",
        categories=((sort, t(f"events.sort.{sort}")),),
    )


SOURCES: tuple[Callable[[Context], Iterator[Entry]], ...] = (_audits, _findings, _actions)
