"""The frame around a report: its period, the day it is frozen to, who else wrote on it."""

from __future__ import annotations

from collections.abc import Sequence

from auditloop.assess.reports import Report
from auditloop.render.views.common import Frame, Link
from auditloop.render.views.context import Context
from auditloop.render.views.frames import Record, frame


def report_frame(
    ctx: Context,
    report: Report,
    *,
    kind: str,
    title: str,
    lead: str,
    related: Sequence[Link] = (),
    period: str | None = None,
    edit: Record | None = None,
    hide: tuple[str, ...] = (),
) -> Frame:
    """`period`: in words, where it is not the report's own. What people wrote on the period is among the sources."""
    id = report.asked.id
    written = [("commentary", c.id) for c in ctx.workspace.commentaries.values() if str(c.period) == id]
    return frame(
        ctx,
        path=ctx.path.report(kind, id),
        kind=f"report-{kind}",
        title=title,
        lead=lead,
        crumbs=(Link(ctx.words.t("nav.reports"), ctx.href.page(ctx.path.reports)),),
        edit=edit or (written[0] if written else None),
        sources=written[1:],
        related=[*related, Link(ctx.words.t("nav.reports"), ctx.href.page(ctx.path.reports))],
        period=period or ctx.formats.period(id),
        hide=hide,
    )
