"""One action as it is written and as it stands: purpose, dates, effect, log."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from markupsafe import Markup
from markupsafe import escape as html_escape

from auditloop.assess.results import ActionResult
from auditloop.model import Action
from auditloop.render.views import proposals, registers, say
from auditloop.render.views.actions.effect import effect_facts
from auditloop.render.views.audits import evidence
from auditloop.render.views.common import BLANK, Fact, Link, lines, muted
from auditloop.render.views.context import Context
from auditloop.render.views.frames import edit_link
from auditloop.render.views.risks.tables import risk_link


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


def action_view(ctx: Context, result: ActionResult) -> ActionView:
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
        effect=effect_facts(ctx, result),
        log=tuple(Fact(ctx.formats.day(day), words) for day, words in _log(ctx, action)),
        edit=edit_link(ctx, ("action", result.id)),
    )


def _facts(ctx: Context, action: Action, result: ActionResult) -> tuple[Fact, ...]:
    t = ctx.words.t
    facts = [
        Fact(
            t("action.for"),
            ctx.words.listed_html([_purpose(ctx, key) for key in _purposes(ctx, result)]) or t("empty.not_stated"),
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


def _purposes(ctx: Context, result: ActionResult) -> list[str]:
    """What it names, and the risks that name it."""
    return list(dict.fromkeys([*result.for_, *ctx.risks_of_action.get(result.id, ())]))


def _purpose(ctx: Context, key: str) -> Markup:
    """What an action is for: a finding, an indicator, a risk, or a record that this version does not show."""
    if key in ctx.workspace.kpis:
        return say.kpi_link(ctx, key)
    if key in ctx.workspace.proposals:
        return proposals.link(ctx, key) + Markup(" ") + muted(key)
    if key in ctx.findings:
        return registers.finding_link(ctx, ctx.findings[key]) + Markup(" ") + muted(key)
    if key in ctx.workspace.risks:
        return risk_link(ctx, key) + Markup(" ") + muted(key)
    return html_escape(key)


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
