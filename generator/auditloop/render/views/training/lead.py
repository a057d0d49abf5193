"""What training says first: coverage, who passed, what is late, and which weak points nobody trains."""

from __future__ import annotations

from auditloop.assess.improving.gaps import OPEN
from auditloop.assess.results import TrainingSums
from auditloop.render.views.common import Part
from auditloop.render.views.context import Context


def sums_of(ctx: Context, team: str | None = None) -> TrainingSums | None:
    """None where there is no training at all."""
    return next((sums for sums in ctx.results.training.summaries if sums.team == team), None)


def least(ctx: Context) -> float | None:
    """The coverage below which the organisation wants to be warned, 0–1; None where it does not."""
    limits = ctx.organisation.early_warning.training_coverage
    return None if limits == "off" else limits.percent / 100


def open_gaps(ctx: Context, team: str | None = None) -> int:
    return sum(gap.state in OPEN for gap in ctx.results.training.gaps if team in (None, gap.team))


def lead(ctx: Context) -> str:
    sums = sums_of(ctx)
    if sums is None:
        return ctx.words.t("training.none")
    gaps = open_gaps(ctx)
    return ctx.words.sentences(
        [
            *_of_year(ctx, sums),
            ctx.words.n("training.lead_gaps", gaps) if gaps else ctx.words.t("training.lead_no_gaps"),
        ]
    )


def sentence_of_team(ctx: Context, team: str) -> str:
    """Nothing of a team without training."""
    sums = sums_of(ctx, team)
    if sums is None:
        return ""
    gaps = open_gaps(ctx, team)
    return ctx.words.sentences([*_of_year(ctx, sums), ctx.words.n("training.lead_gaps", gaps) if gaps else ""])


def part(ctx: Context) -> Part:
    return Part(ctx.words.t("nav.training"), ctx.path.training, lead(ctx))


def _of_year(ctx: Context, sums: TrainingSums) -> list[str]:
    n, number, percent = ctx.words.n, ctx.formats.number, ctx.formats.percent
    found = [n("training.lead_held", sums.held) if sums.held else ctx.words.t("training.lead_none_held")]
    if sums.coverage is not None:
        facts = {"attended": number(sums.attended), "expected": number(sums.expected)}
        found.append(ctx.words.t("training.lead_coverage", share=percent(sums.coverage), **facts))
    if sums.pass_rate is not None:
        found.append(n("training.lead_passed", sums.tested, n=number(sums.tested), share=percent(sums.pass_rate)))
    found.append(n("training.lead_late", sums.late) if sums.late else "")
    return found
