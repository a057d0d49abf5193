"""Proposals of the staff: how far each came, how long they waited for an answer, what they gave."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from auditloop.assess.actions import AGE_BUCKETS, OLDEST, age_bucket
from auditloop.assess.arithmetic import median, share
from auditloop.assess.improving.figures import assess_figure
from auditloop.assess.measuring import Measurements
from auditloop.assess.results import FigureResult, ProposalResult, ProposalsResult, ProposalSummary
from auditloop.model import Proposal, Workspace

STAGES = ("submitted", "adopted", "done", "proven")
WORKED, NO_EFFECT = "worked", "no-effect"
_YEAR = dt.timedelta(days=365)


def assess_proposals(workspace: Workspace, measured: Measurements, as_of: dt.date) -> ProposalsResult:
    """Every proposal as it stands on the day, and sums per team and over all. Nothing without proposals."""
    records = [_record(proposal, workspace, measured, as_of) for proposal in workspace.proposals.values()]
    if not records:
        return ProposalsResult()
    teams = [team.id for team in workspace.organisation.teams]
    by_team = {team: found for team in teams if (found := [r for r in records if r.team == team])}
    staff = {team.id: team.staff for team in workspace.organisation.teams}
    every = [staff[team] for team in by_team]
    whole = sum(n or 0 for n in every) if all(every) else None
    return ProposalsResult(
        records=sorted(records, key=_urgency),
        summaries=[
            _summary(None, records, whole, as_of),
            *(_summary(team, theirs, staff[team], as_of) for team, theirs in by_team.items()),
        ],
    )


def reached(record: ProposalResult, stage: str) -> bool:
    """Whether it came as far as the stage, or further; a declined one was submitted and no more."""
    at = 0 if record.status == "declined" else STAGES.index(record.status)
    return at >= STAGES.index(stage)


def _record(proposal: Proposal, workspace: Workspace, measured: Measurements, as_of: dt.date) -> ProposalResult:
    team = workspace.proposal_team[proposal.id]
    within = workspace.answer_within.get(proposal.id)
    took = (proposal.answered - proposal.submitted).days if proposal.answered else None
    waits = max(0, (as_of - proposal.submitted).days) if proposal.answered is None else None
    effect = assess_figure(proposal.effect, team, workspace, measured) if proposal.effect else None
    outcome = _outcome(proposal, effect, workspace)
    return ProposalResult(
        id=proposal.id,
        team=team,
        by=proposal.by,
        status=proposal.status,
        submitted=proposal.submitted,
        answered=proposal.answered,
        done=proposal.done,
        proven=proposal.proven,
        days_to_answer=took,
        waiting_days=waits,
        age_bucket=None if waits is None else age_bucket(waits),
        answer_within=within,
        in_time=_in_time(took, waits, within),
        effect=effect,
        outcome=outcome,
        contradicted=proposal.status == "proven" and outcome == NO_EFFECT,
        amount=proposal.reward.amount if proposal.reward else None,
        currency=proposal.reward.currency if proposal.reward else None,
        actions=_actions(proposal, workspace),
    )


def _actions(proposal: Proposal, workspace: Workspace) -> list[str]:
    """Those it names and those that name it, by id."""
    naming = [action.id for action in workspace.actions.values() if proposal.id in action.for_]
    return sorted({*(action for action in proposal.actions if action in workspace.actions), *naming})


def _in_time(took: int | None, waits: int | None, within: int | None) -> bool | None:
    if within is None:
        return None
    if took is not None:
        return took <= within
    return False if waits is not None and waits > within else None


def _outcome(proposal: Proposal, effect: FigureResult | None, workspace: Workspace) -> str | None:
    if proposal.done is None:
        return None
    if effect is not None and effect.difference is not None:
        if effect.better is False or effect.difference == 0:
            return NO_EFFECT
        return WORKED if effect.better and effect.beyond_chance is not False else None
    verified = [workspace.actions[id].verification for id in _actions(proposal, workspace)]
    results = {verification.result for verification in verified if verification}
    return NO_EFFECT if results == {"ineffective"} else None


def _urgency(record: ProposalResult) -> tuple[bool, int, str]:
    if record.waiting_days is not None:
        return False, -record.waiting_days, record.id
    return True, -record.submitted.toordinal(), record.id


def _summary(team: str | None, records: Sequence[ProposalResult], staff: int | None, as_of: dt.date) -> ProposalSummary:
    answered = [r for r in records if r.days_to_answer is not None]
    ages = [r.age_bucket for r in records]
    judged = [r.in_time for r in records if r.in_time is not None]
    last_year = sum(as_of - _YEAR < r.submitted <= as_of for r in records)
    adopted = sum(reached(r, "adopted") for r in records)
    rewards: dict[str, float] = {}
    for r in records:
        if r.amount is not None and r.currency is not None:
            rewards[r.currency] = rewards.get(r.currency, 0) + r.amount
    return ProposalSummary(
        team=team,
        submitted=len(records),
        answered=len(answered),
        adopted=adopted,
        declined=sum(r.status == "declined" for r in records),
        done=sum(reached(r, "done") for r in records),
        proven=sum(reached(r, "proven") for r in records),
        waiting=len(records) - len(answered),
        age_buckets={bucket: ages.count(bucket) for bucket in (*(name for name, _ in AGE_BUCKETS), OLDEST)},
        median_days_to_answer=median([r.days_to_answer for r in answered if r.days_to_answer is not None]),
        due=len(judged),
        in_time=sum(judged),
        in_time_share=share(sum(judged), len(judged)),
        adopted_share=share(adopted, len(answered)),
        no_effect=sum(r.outcome == NO_EFFECT for r in records),
        people=len({r.by for r in records}),
        last_year=last_year,
        staff=staff,
        per_head=share(last_year, staff) if staff else None,
        rewards=dict(sorted(rewards.items())),
    )
