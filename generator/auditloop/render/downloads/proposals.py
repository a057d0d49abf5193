"""Proposals of the staff, and how every team answers them."""

from __future__ import annotations

from collections.abc import Iterable

from auditloop.render.downloads.table import Definition, flag, line
from auditloop.render.views import before_after
from auditloop.render.views.context import Context


def _proposals(ctx: Context) -> Iterable[str]:
    for r in ctx.results.proposals.records:
        days = [day.isoformat() if day else None for day in (r.submitted, r.answered, r.done, r.proven)]
        title, effect = ctx.plain(ctx.workspace.proposals[r.id].title), r.effect
        yield line(
            *(r.id, title, r.team, ctx.team_name(r.team), r.by, ctx.person_name(r.by), r.status, *days),
            *(r.days_to_answer, r.waiting_days, r.answer_within, flag(r.in_time), r.amount, r.currency),
            *(before_after.name(ctx, effect) if effect else None, before_after.unit(ctx, effect) if effect else None),
            *((effect.before, effect.after, effect.change) if effect else (None,) * 3),
            *(r.outcome, flag(r.contradicted), " ".join(r.actions)),
        )


def _summaries(ctx: Context) -> Iterable[str]:
    for s in ctx.results.proposals.summaries:
        rewards = " ".join(f"{currency}:{amount:g}" for currency, amount in s.rewards.items())
        yield line(
            *(s.team, ctx.team_name(s.team), s.submitted, s.answered, s.adopted, s.declined, s.done, s.proven),
            *(s.waiting, s.median_days_to_answer, s.in_time, s.due, s.in_time_share, s.adopted_share, s.no_effect),
            *(s.people, s.last_year, s.staff, s.per_head, rewards),
        )


TABLES = (
    Definition(
        "proposals",
        "id title team team_name by by_name status submitted answered done proven days_to_answer waiting_days "
        "answer_within in_time amount currency measured unit before after change outcome contradicted actions",
        _proposals,
    ),
    Definition(
        "proposals-by-team",
        "team team_name submitted answered adopted declined done proven waiting median_days_to_answer in_time due "
        "in_time_share adopted_share no_effect people last_year staff per_head rewards",
        _summaries,
    ),
)
