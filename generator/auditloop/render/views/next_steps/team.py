"""A team's own share: its first steps with the reason for each, then the rest as a table."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from auditloop.assess.results import NextStep, TeamRaised
from auditloop.render.i18n.formats import NONE
from auditloop.render.views import registers, say
from auditloop.render.views.common import Link, Table, muted, spaced
from auditloop.render.views.context import Context
from auditloop.render.views.next_steps.table import step_table
from auditloop.render.views.next_steps.words import enough, gives_html, link, steps_of, todo, until

TOP = 5


@dataclass(frozen=True, slots=True)
class Item:
    """A step in the list: what it is, what is to be done, why it stands where it stands."""

    what: Markup
    how: Markup
    why: Markup


@dataclass(frozen=True, slots=True)
class TeamNext:
    sentence: Markup
    """What all of them together would give."""
    top: tuple[Item, ...]
    rest: Table | None
    rest_cut: str
    more: tuple[Link, ...]


def of_team(ctx: Context, team: str) -> TeamNext | None:
    """None where nothing is open."""
    steps = steps_of(ctx, team)
    if not steps:
        return None
    rest = steps[TOP:]
    caption = ctx.words.n("next_steps.rest_caption", len(rest))
    return TeamNext(
        sentence=_together(ctx, team),
        top=tuple(_item(ctx, step) for step in steps[:TOP]),
        rest=step_table(
            ctx,
            rest[: registers.MOST_LISTED],
            caption,
            id="next-table",
            empty="",
            first=TOP + 1,
            team_column=False,
        )
        if rest
        else None,
        rest_cut=registers.cut(ctx, "next_steps.rest_cut", rest),
        more=(
            Link(ctx.words.t("next_steps.rule_link"), ctx.href.method("next-steps")),
            Link(ctx.words.t("next_steps.all_link"), ctx.href.page(ctx.path.next_steps)),
        ),
    )


def _item(ctx: Context, step: NextStep) -> Item:
    risk = say.risk(ctx, step.risk) if step.risk else ""
    age = muted(ctx.words.t("next_steps.age", days=ctx.words.n("count.days", step.age_days)))
    return Item(
        what=spaced(link(ctx, step), muted(step.id)),
        how=spaced(todo(ctx, step), *until(ctx, step), risk, age),
        why=gives_html(ctx, step),
    )


def _together(ctx: Context, team: str) -> Markup:
    """One sentence for each audit that has something to gain."""
    return spaced(*(together(ctx, found) for found in ctx.results.next_steps.teams if found.team == team))


def together(ctx: Context, found: TeamRaised) -> Markup:
    raised = found.audit
    facts = {
        "checklist": ctx.checklist_name(raised.checklist),
        "score_before": say.score(ctx, raised.score_before),
        "score": say.score(ctx, raised.score),
        "grade_before": raised.grade_before or NONE,
        "grade": raised.grade,
        "steps": enough(ctx, found),
    }
    if not found.enough:
        return ctx.words.html("next_steps.together", **facts)
    key = "next_steps.together_grade" if raised.grade != raised.grade_before else "next_steps.together_passed"
    return ctx.words.html(key, **facts)
