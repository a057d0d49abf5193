"""The page of what to do next in the whole organisation: in numbers, what is to be gained, and every step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditloop.assess.results import NextStep
from auditloop.render.views import registers
from auditloop.render.views.common import ChartBlock, Figure, Link, PageView, Part, Table
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame
from auditloop.render.views.next_steps.table import step_table
from auditloop.render.views.next_steps.words import title

SERIOUS = ("extreme", "high")


@dataclass(frozen=True, slots=True)
class NextStepsView:
    tiles: tuple[Figure, ...]
    steps: Table
    cut: str
    rules: tuple[str, ...]
    example: str
    """A command that tries the first two; none without steps."""
    gain: ChartBlock
    csv: str


def view(ctx: Context, gain: ChartBlock) -> PageView:
    t = ctx.words.t
    steps = ctx.results.next_steps.steps
    body = NextStepsView(
        tiles=_tiles(ctx),
        steps=step_table(
            ctx,
            steps[: registers.MOST_LISTED],
            t("next_steps.caption"),
            id="step-table",
            empty=t("next_steps.none"),
            team_column=len(ctx.organisation.teams) > 1,
        ),
        cut=registers.cut(ctx, "next_steps.cut", steps),
        rules=tuple(t(f"next_steps.rule.{name}") for name in ("lifts", "risk", "points", "age")),
        example=_example(steps),
        gain=gain,
        csv=ctx.href.page("downloads/next-steps.csv"),
    )
    return PageView(
        "next_steps",
        frame(
            ctx,
            path=ctx.path.next_steps,
            kind="next-steps",
            title=t("nav.next-steps"),
            lead=lead(ctx),
            crumbs=[Link(t("nav.improvement"), ctx.href.page(ctx.path.improvement))],
            related=[
                Link(t("nav.early-warning"), ctx.href.page(ctx.path.early_warning)),
                Link(t("nav.findings"), ctx.href.page("findings/index.md")),
                Link(t("nav.actions"), ctx.href.page("actions/index.md")),
                Link(t("next_steps.rule_link"), ctx.href.method("next-steps")),
            ],
        ),
        body,
    )


def part(ctx: Context) -> Part:
    """Its line on the hub."""
    return Part(ctx.words.t("nav.next-steps"), ctx.path.next_steps, lead(ctx))


def lead(ctx: Context) -> str:
    """How many, what they would lift, how grave they are, and which comes first."""
    steps = ctx.results.next_steps.steps
    if not steps:
        return ctx.words.t("next_steps.none")
    n = ctx.words.n
    lifting, serious = sum(s.lifts is not None for s in steps), sum(s.risk in SERIOUS for s in steps)
    return ctx.words.sentences(
        [
            n("next_steps.lead", len(steps)),
            n("next_steps.lead_lifts", lifting) if lifting else ctx.words.t("next_steps.lead_lifts_none"),
            n("next_steps.lead_serious", serious) if serious else "",
            first_sentence(ctx),
        ]
    )


def first_sentence(ctx: Context) -> str:
    steps = ctx.results.next_steps.steps
    if not steps:
        return ""
    return ctx.words.t("next_steps.lead_first", step=title(ctx, steps[0]), team=ctx.team_name(steps[0].team))


def _example(steps: Sequence[NextStep]) -> str:
    return " ".join(["auditloop assess", *(f"--what-if {step.id}" for step in steps[:2])]) if steps else ""


def _tiles(ctx: Context) -> tuple[Figure, ...]:
    steps = ctx.results.next_steps.steps
    if not steps:
        return ()
    t, number = ctx.words.t, ctx.formats.number
    counts = {
        "steps": len(steps),
        "lifts": sum(s.lifts is not None for s in steps),
        "serious": sum(s.risk in SERIOUS for s in steps),
        "unattended": sum(s.kind == "finding" for s in steps),
    }
    return tuple(
        Figure(t(f"next_steps.tile.{name}"), number(count), note=t(f"next_steps.tile_note.{name}"))
        for name, count in counts.items()
    )
