"""What people wrote themselves: their words on a period, their decisions. Marked as theirs wherever it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from auditloop.model import Commentary, Decision, Text, in_language
from auditloop.render.escape import marked
from auditloop.render.prose import prose
from auditloop.render.views.common import Cell, Column, Row, Table, anchored, lines, muted
from auditloop.render.views.context import Context


@dataclass(frozen=True, slots=True)
class Words:
    """`who`: the person, and for whom they speak."""

    who: str
    headline: Markup
    text: Markup


def written(ctx: Context, text: Text | None) -> Markup:
    """Markdown of people as HTML; what stands in another language says so."""
    words = in_language(text, ctx.lang)
    if not words.text.strip():
        return Markup("")
    inner = prose(words.text)
    if not words.is_fallback:
        return marked(f'<div class="al-prose">\n{inner}\n</div>')
    note = ctx.words.t("fallback.title")
    return marked(
        f'<div class="al-prose al-fallback" lang="{words.language}" title="{Markup.escape(note)}">\n{inner}\n</div>'
    )


def commentaries_on(ctx: Context, period: str) -> list[Commentary]:
    """The organisation's first, then teams' in its order."""
    found = {c.team: c for c in ctx.workspace.commentaries.values() if str(c.period) == period}
    order = (None, *(team.id for team in ctx.organisation.teams))
    return [found[team] for team in order if team in found]


def words_of(ctx: Context, commentary: Commentary) -> Words:
    who = ctx.words.t("reports.people.who", person=ctx.person_name(commentary.by), scope=ctx.team_name(commentary.team))
    return Words(who, ctx.text(commentary.headline), written(ctx, commentary.text))


def decided(ctx: Context, commentaries: Sequence[Commentary], most: int | None = None) -> Table | None:
    """What commentaries tell was decided, the first `most` of it."""
    return decision_table(ctx, [decision for each in commentaries for decision in each.decisions][:most])


def decision_table(ctx: Context, decisions: Sequence[Decision]) -> Table | None:
    """In the order written: what, who, by when; None where nothing was decided."""
    if not decisions:
        return None
    t = ctx.words.t
    rows = []
    for decision in decisions:
        action = ctx.actions.get(decision.action or "")
        link = anchored(ctx.action_href(action.id), muted(action.id)) if action else ""
        owner = decision.owner or (action.owner if action else None)
        due = decision.due or (action.due if action else None)
        rows.append(
            Row(
                (
                    Cell(lines(ctx.text(decision.text), link)),
                    Cell(ctx.person_name(owner) if owner else muted(t("reports.people.nobody"))),
                    Cell(ctx.formats.day(due) if due else muted(t("reports.people.no_day"))),
                )
            )
        )
    columns = (
        Column(t("column.decision"), "al-main al-wide"),
        Column(t("column.owner")),
        Column(t("column.due"), "al-nowrap"),
    )
    caption = t("reports.people.decisions_caption")
    return Table(caption, columns, tuple(rows), id="decision-table", css="al-table--decisions")
