"""Training and risks."""

from __future__ import annotations

from collections.abc import Iterable

from auditloop.render.downloads.table import Definition, Value, line
from auditloop.render.views.context import Context


def _training(ctx: Context) -> Iterable[str]:
    for s in ctx.results.training.sessions:
        name = ctx.plain(ctx.workspace.sessions[s.id].name)
        scores, effect = s.scores, s.effect
        means = (scores.n_before, scores.n_after, scores.before, scores.after) if scores else (None,) * 4
        gain = (scores.difference, *_ends(scores.interval), scores.method) if scores else (None,) * 4
        found = (effect.before, effect.after, effect.change, effect.verdict) if effect else (None,) * 4
        yield line(
            *(s.id, s.team, ctx.team_name(s.team), name, s.skill, s.status, s.planned.isoformat()),
            *(s.held.isoformat() if s.held else None, s.expected, s.attended, s.coverage, s.passed, s.pass_rate),
            *(*_ends(s.pass_interval), *means, *gain, s.kpi, *found, s.mentor, s.newcomers),
        )


def _gaps(ctx: Context) -> Iterable[str]:
    for gap in ctx.results.training.gaps:
        item = ctx.items.get((gap.checklist, gap.item))
        yield line(
            *(gap.team, ctx.team_name(gap.team), gap.audit, gap.checklist, gap.domain, gap.section, gap.item),
            *(ctx.plain(item.ask) if item else None, gap.ratio, gap.state, " ".join(gap.skills)),
            " ".join(gap.sessions),
        )


def _risks(ctx: Context) -> Iterable[str]:
    for r in ctx.results.risks.risks:
        found = (r.incidents.since_assessed, r.incidents.year) if r.incidents else (None, None)
        yield line(
            *(r.id, r.team, ctx.team_name(r.team), ctx.plain(ctx.workspace.risks[r.id].name), r.category, r.owner),
            *(ctx.person_name(r.owner), r.likelihood, r.impact, r.level, r.assessed.isoformat(), r.trend),
            *("yes" if r.has_plan else "no", r.review.isoformat() if r.review else None, r.days_review_overdue),
            *(r.drills, r.last_drill.isoformat() if r.last_drill else None, r.drill_result),
            *(r.next_drill.isoformat() if r.next_drill else None, r.days_drill_overdue, *found),
            *(" ".join(r.actions), r.closed.isoformat() if r.closed else None),
        )


def _ends(interval: list[float] | None) -> tuple[Value, Value]:
    return (interval[0], interval[1]) if interval else (None, None)


TABLES = (
    Definition(
        "training",
        "id team team_name name skill status planned held expected attended coverage passed pass_rate pass_low "
        "pass_high n_before n_after score_before score_after gain gain_low gain_high gain_method kpi effect_before "
        "effect_after effect_change effect_verdict mentor newcomers",
        _training,
    ),
    Definition(
        "training-gaps",
        "team team_name audit checklist domain section item question ratio state skills trainings",
        _gaps,
    ),
    Definition(
        "risks",
        "id team team_name name category owner owner_name likelihood impact level assessed trend has_plan review "
        "days_review_overdue drills last_drill drill_result next_drill days_drill_overdue incidents_since_assessed "
        "incidents_in_a_year actions closed",
        _risks,
    ),
)
