"""A new proposal of somebody on the staff, with the next free id of its team and year."""

from __future__ import annotations

import datetime as dt

from auditloop.model import Text, Workspace
from auditloop.scaffold.files import NewFile
from auditloop.scaffold.lookup import folder, known, modeline, named, next_record_id, owners, teams
from auditloop.scaffold.yamltext import flow_text, quote


def new_proposal(workspace: Workspace, *, team: str, title: Text, by: str, today: dt.date) -> NewFile:
    """A proposal that waits for an answer, in a file of its own so that pull requests do not collide.

    Raises UnknownName or Refused.
    """
    known("team", team, teams(workspace))
    known("owner", by, owners(workspace))
    id_ = next_record_id(f"P-{team}-{today.year}-", workspace.proposals)
    place = folder(workspace, "proposal", f"teams/{team}/proposals", lambda p: workspace.proposal_team[p] == team)
    path = place / f"{id_}.yml"
    return NewFile(
        path,
        f"""{modeline(path)}\
# 一条合理化建议，从提出到见效。/ A proposal, from submitted to proven.
kind: proposals
format: 1
team: {quote(team)}
# answer_within: 14  # 承诺几天之内答复 / an answer is promised within so many days
proposals:
  - id: {id_}
    title: {flow_text(named(title))}
    # text: {{zh: 为什么、怎么做, en: Why and how}}
    by: {quote(by)}  # 提出的人或团队 / the person or team that submits it
    submitted: {today}
    status: submitted  # submitted | adopted | declined | done | proven（提出、采纳、未采纳、实施、见效）

    # 随着进展，删去行首的“# ”补上 / As it proceeds, delete the leading “# ” and fill in:
    # answered: {today + dt.timedelta(days=7)}
    # answer: {{zh: 怎么办，或为什么不采纳, en: "What will be done, or why it was declined"}}
    # actions: [A-…]  # 落实它的措施 / the actions that carry it out
    # done: {today + dt.timedelta(days=30)}
    # reward: {{amount: 300, currency: CNY}}
    # proven: {today + dt.timedelta(days=120)}  # 见效要有数字 / what is proven has figures:
    # effect: {{kpi: …, before: 2025-10..2025-12, after: 2026-03..2026-05}}
    # effect: {{name: {{zh: 每单用时, en: Time per case}}, before: 10, after: 6, unit: min, better: lower}}
""",
    )
