"""A new risk on a team's register, in a file of its own. Knows nothing of levels."""

from __future__ import annotations

import datetime as dt

from auditloop.model import Text, Workspace
from auditloop.scaffold.files import NewFile
from auditloop.scaffold.lookup import folder, known, modeline, named, next_record_id, one_of, owners, teams
from auditloop.scaffold.yamltext import flow_text, quote

CATEGORIES = ("people", "process", "system", "policy", "facility", "supplier", "environment")
_HALF_YEAR = dt.timedelta(days=182)


def new_risk(
    workspace: Workspace,
    *,
    team: str,
    name: Text,
    owner: str,
    today: dt.date,
    category: str = "process",
    likelihood: int = 3,
    impact: int = 3,
) -> NewFile:
    """A risk assessed today, to be assessed again in half a year. Raises UnknownName, BadChoice or Refused."""
    known("team", team, teams(workspace))
    known("owner", owner, owners(workspace))
    one_of("category", category, CATEGORIES)
    for option, given in (("likelihood", likelihood), ("impact", impact)):
        one_of(option, str(given), ("1", "2", "3", "4", "5"))
    id_ = next_record_id(f"R-{team}-{today.year}-", workspace.risks)
    place = folder(workspace, "risk", f"teams/{team}/risks", lambda r: workspace.risk_team[r] == team)
    path = place / f"{id_}.yml"
    return NewFile(
        path,
        f"""{modeline(path)}\
# 一项风险：多可能、多严重，怎样预防，一旦发生怎么办。/ A risk: how likely, how bad, how prevented, and what then.
kind: risks
format: 1
team: {quote(team)}
risks:
  - id: {id_}
    name: {flow_text(named(name))}
    category: {category}  # {" | ".join(CATEGORIES)}
    likelihood: {likelihood}  # 1（罕见）到 5（几乎必然）/ 1 (rare) to 5 (almost certain)
    impact: {impact}  # 1（轻微）到 5（严重）/ 1 (slight) to 5 (severe)
    assessed: {today}
    owner: {quote(owner)}
    review: {today + _HALF_YEAR}  # 最迟何时重新评估 / by when it is assessed again

    # 补上并删去行首的“# ”；没有预案的高风险会预警 / Fill in and delete the leading “# ”; a serious risk without a plan
    # raises an early warning:
    # prevention: {{zh: 平时怎样预防, en: What keeps it from happening}}
    # plan: {{zh: 谁拍板，先做什么，找谁, en: "Who decides, what comes first, who is called"}}
    # drills: [{{date: {today}, result: passed, note: {{zh: 发现了什么, en: What was found}}}}]
    #   passed | partly | failed（通过、部分通过、未通过）
    # next_drill: {today + _HALF_YEAR}
    # where: {{type: complaint, category: waiting-time}}  # 哪些工单算作它发生了 / tickets that tell of it
    # 重新评估时，把上一次移到这里 / When it is assessed again, move the last assessment here:
    # history: [{{date: {today - _HALF_YEAR}, likelihood: 4, impact: 3}}]
    # closed: {{date: {today}, reason: {{zh: 为什么不再存在, en: Why it is no more}}}}
""",
    )
