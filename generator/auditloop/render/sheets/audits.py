"""The register of audits."""

from __future__ import annotations

from collections.abc import Iterable

from auditloop.render.sheets.sheet import Definition, Line, columns, yes_no
from auditloop.render.views.context import Context


def _audits(ctx: Context) -> Iterable[Line]:
    t = ctx.words.t
    for a in ctx.results.audits:
        approval = a.approval
        cells = (
            *(a.id, ctx.team_name(a.team), a.date, ctx.checklist_name(a.checklist), a.edition),
            *(t(f"audit_type.{a.type}"), t(f"audit_status.{a.status}"), a.score, a.grade, yes_no(ctx, a.passed)),
            *(a.comparison.change if a.comparison else None, a.coverage, a.na_share, len(a.findings)),
            *(ctx.person_name(approval.by) if approval else None, approval.date if approval else None),
        )
        yield Line(a.team, ctx.href.audit(a.id), cells)


SHEETS = (
    Definition(
        "audits",
        columns(
            "id:id team:word date:day checklist:word edition:id type:word status:word score:points grade:word "
            "passed:word change_audit:change coverage:share na_share:share findings:count approved_by:word "
            "approved:day"
        ),
        _audits,
    ),
)
