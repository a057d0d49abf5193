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
    lead: str,
    related: Sequence[Link] = (),
    period: str | None = None,
    edit: Record | None = None,
    hide: tuple[str, ...] = (),
) -> Frame:
    """`kind`: of the page, which may be a brief of its report. `period`: in words, where it is not the report's own.

    What people wrote on the period is among the sources.
    """
    id = report.asked.id
    written = [("commentary", c.id) for c in ctx.workspace.commentaries.values() if str(c.period) == id]
    return frame(
        ctx,
        path=ctx.path.report(kind, id),
        kind=f"report-{kind}",
        title=title_of(ctx, report, kind),
        lead=lead,
        crumbs=(Link(ctx.words.t("nav.reports"), ctx.href.page(ctx.path.reports)),),
        edit=edit or (written[0] if written else None),
        sources=written[1:],
        related=[*related, Link(ctx.words.t("nav.reports"), ctx.href.page(ctx.path.reports))],
        period=period or ctx.formats.period(id),
        hide=hide,
    )


def title_of(ctx: Context, report: Report, kind: str | None = None) -> str:
    """`kind`: of the page, where it is not the report's own."""
    asked, kind = report.asked, kind or report.asked.kind
    if kind == "topic":
        return ctx.plain(ctx.workspace.topics[asked.id].title)
    if kind == "satisfaction" and asked.period:
        kind = f"satisfaction_{asked.period.kind}"
    return ctx.words.t(f"reports.title.{kind}", period=ctx.formats.period(asked.id))
