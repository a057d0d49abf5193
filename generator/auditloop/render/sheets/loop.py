"""The registers of findings and actions."""

from __future__ import annotations

from collections.abc import Iterable

from auditloop.model import Finding
from auditloop.render.sheets.sheet import Definition, Line, columns, yes_no
from auditloop.render.views.context import Context


def _findings(ctx: Context) -> Iterable[Line]:
    t = ctx.words.t
    written: dict[str, Finding] = {f.id: f for audit in ctx.workspace.audits.values() for f in audit.findings}
    for f in ctx.results.findings:
        own = written[f.id]
        item = ctx.items.get((f.checklist, f.item))
        cells = (
            *(f.id, ctx.team_name(f.team), f.date, ctx.plain(own.problem), t(f"finding_status.{f.status}")),
            *(t(f"risk.{f.risk}") if f.risk else None, f.likelihood, f.impact),
            *(t(f"finding_class.{f.class_}"), t(f"finding_class.{f.class_effective}")),
            *(f.audit, ctx.checklist_name(f.checklist), ctx.domain_name(f.checklist, f.domain), f.item),
            *(ctx.plain(item.ask) if item else None, t(f"cause.{f.cause}") if f.cause else None),
            *(
                ctx.plain(own.cause.summary) if own.cause else None,
                f.recurrences,
                " ".join(f.actions) or None,
                f.age_days,
            ),
            own.accepted.until if own.accepted else None,
        )
        yield Line(f.team, ctx.finding_href(f.id), cells)


def _actions(ctx: Context) -> Iterable[Line]:
    t = ctx.words.t
    for a in ctx.results.actions:
        own = ctx.workspace.actions[a.id]
        effect: tuple[str | float | None, ...] = (None,) * 5
        if e := a.effect:
            effect = (ctx.kpi_name(e.kpi), e.before, e.after, e.change, t(f"effect.verdict.{e.verdict or 'none'}"))
        cells = (
            *(a.id, ctx.plain(own.title), ctx.team_name(a.team), ctx.person_name(a.owner)),
            *(t(f"action_status.{a.status}"), t(f"sheet.priorities.{own.priority}"), t(f"action_type.{own.type}")),
            *(
                " ".join(a.for_) or None,
                a.opened,
                a.due,
                a.done,
                a.days_overdue,
                a.age_days,
                a.moves,
                yes_no(ctx, a.on_time),
            ),
            *(None if own.progress is None else own.progress / 100, t(f"verdict.{a.verdict}") if a.verdict else None),
            *effect,
        )
        yield Line(a.team, ctx.action_href(a.id), cells)


SHEETS = (
    Definition(
        "findings",
        columns(
            "id:id team:word date:day problem:text status:word risk:word likelihood:count impact:count "
            "class:word class_effective:word audit:id checklist:word domain:word item:id question:text cause:word "
            "cause_summary:text recurrences:count actions:id age_days:count accepted_until:day"
        ),
        _findings,
    ),
    Definition(
        "actions",
        columns(
            "id:id action:text team:word owner:word status:word priority:word type:word for:id opened:day due:day "
            "done:day days_overdue:count age_days:count moves:count on_time:word progress:share verdict:word "
            "kpi:word before:value after:value effect:share by_data:word"
        ),
        _actions,
    ),
)
