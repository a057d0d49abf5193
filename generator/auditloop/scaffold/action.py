"""A new action against findings or risks or for an indicator, with the next free id of its team and year.

Knows nothing of how actions are judged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from auditloop.model import Text, Workspace
from auditloop.problems import Bilingual
from auditloop.scaffold.errors import Refused
from auditloop.scaffold.files import NewFile
from auditloop.scaffold.lookup import findings, folder, known, modeline, named, next_record_id, one_of, owners, teams
from auditloop.scaffold.yamltext import bilingual, flow_text, quote

ACTION_TYPES = ("containment", "corrective", "preventive", "improvement", "training")
PRIORITIES = ("high", "medium", "low")


def new_action(
    workspace: Workspace,
    *,
    team: str,
    title: Text,
    for_: Sequence[str],
    owner: str,
    due: dt.date,
    today: dt.date,
    type: str = "corrective",
    priority: str = "medium",
) -> NewFile:
    """A planned action, in a file of its own so that pull requests do not collide.

    Raises UnknownName, BadChoice or Refused.
    """
    known("team", team, teams(workspace))
    problems = {id_: finding.problem for id_, finding in findings(workspace).items()}
    subjects = problems | {id_: kpi.name for id_, kpi in workspace.kpis.items()}
    subjects |= {id_: risk.name for id_, risk in workspace.risks.items()}
    subjects |= {id_: proposal.title for id_, proposal in workspace.proposals.items()}
    aims = [(subject, known("subject", subject, subjects)) for subject in for_]
    known("owner", owner, owners(workspace))
    one_of("type", type, ACTION_TYPES)
    one_of("priority", priority, PRIORITIES)
    if due < today:
        raise Refused(
            Bilingual(f"期限 {due} 早于今天 {today}", f"the due date {due} lies before today, {today}"),
            Bilingual("请给出今天或以后的日期。", "Give today or a later date."),
        )
    id_ = next_record_id(f"A-{team}-{today.year}-", workspace.actions)
    place = folder(workspace, "action", f"teams/{team}/actions", lambda a: workspace.action_team[a] == team)
    path = place / f"{id_}.yml"
    purposes = ", ".join(quote(subject) for subject in for_)
    about = "".join(f"# {subject}: {bilingual(words)}\n" for subject, words in aims)
    return NewFile(
        path,
        f"""{modeline(path)}\
# 一项措施，从计划到复核。/ An action, from plan to re-evaluation.
{about}\
kind: actions
format: 1
team: {quote(team)}
actions:
  - id: {id_}
    title: {flow_text(named(title))}
    for: [{purposes}]  # 发现、风险、建议或指标 / findings, risks, proposals, indicators
    type: {type}  # {" | ".join(ACTION_TYPES)}
    owner: {quote(owner)}
    priority: {priority}  # {" | ".join(PRIORITIES)}
    opened: {today}
    due: {due}
    status: planned  # planned | in-progress | blocked | done | verified | cancelled

    # 随着进展，删去行首的“# ”补上 / As it proceeds, delete the leading “# ” and fill in:
    # esia: simplify  # eliminate | simplify | integrate | automate（清除、简化、整合、自动化）
    # progress: 50
    # moved: [{{from: {due}, to: {due + dt.timedelta(days=14)}, reason: {{zh: 延期原因, en: Why it moved}}}}]
    # log: [{{date: {today}, note: {{zh: 做了什么, en: What was done}}}}]
    # done: {due}  # 状态为 done 或 verified 时必填 / needed once the status is done or verified
    # evidence: [https://…]
    # note: {{zh: 补充说明；取消时写明原因, en: A remark; the reason where it is cancelled}}
    # 复核人不能是负责人本人；三个月后用数据说话 / Verified by somebody else than the owner, with data:
    # verification: {{date: {due + dt.timedelta(days=90)}, by: …, result: effective}}
    #   effective | partly | ineffective（有效、部分有效、无效）
    # effect: {{kpi: …, before: 2025-10..2025-12, after: 2026-04..2026-06}}
""",
    )
