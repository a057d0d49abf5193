"""What a team's page tells of its training and of its risks: in short, the rest is a link away."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.render.views import risks, training
from auditloop.render.views.common import Link, Table
from auditloop.render.views.context import Context


@dataclass(frozen=True, slots=True)
class TrainingShare:
    sentence: str
    more: Link


@dataclass(frozen=True, slots=True)
class RiskShare:
    table: Table
    more: Link


def training_share(ctx: Context, team: str) -> TrainingShare | None:
    """None of a team without training."""
    sentence = training.sentence_of_team(ctx, team)
    if not sentence:
        return None
    return TrainingShare(sentence, Link(ctx.words.t("training.team_more"), ctx.href.page(ctx.path.training)))


def risk_share(ctx: Context, team: str) -> RiskShare | None:
    """None of a team without risks."""
    table = risks.team_risks(ctx, team)
    return RiskShare(table, Link(ctx.words.t("risks.team_more"), ctx.href.page(ctx.path.risks))) if table else None
