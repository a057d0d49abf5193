"""A new improvement plan to fill with goals and milestones. Knows nothing of how they are measured."""

from __future__ import annotations

import datetime as dt

from auditloop.model import Text, Workspace
from auditloop.scaffold.files import NewFile
from auditloop.scaffold.lookup import folder, known, modeline, named, new_id, one_of, teams
from auditloop.scaffold.yamltext import flow_text, quote

HORIZONS = ("short", "long")
_YEARS = 3


def new_plan(
    workspace: Workspace,
    *,
    id: str,
    name: Text,
    today: dt.date,
    team: str | None = None,
    horizon: str = "short",
) -> NewFile:
    """A plan for this year, or for three, whose goals and milestones are to be written.

    Raises BadId, IdTaken, UnknownName or BadChoice.
    """
    new_id(workspace, "plan", id, workspace.plans)
    one_of("horizon", horizon, HORIZONS)
    if team is not None:
        known("team", team, teams(workspace))
    default = "plans" if team is None else f"teams/{team}/plans"
    path = folder(workspace, "plan", default, lambda plan: workspace.plans[plan].team == team) / f"{id}.yml"
    last = today.year if horizon == "short" else today.year + _YEARS - 1
    kpi = next(iter(workspace.kpis), "first-response-time")
    start, end = (70, 85) if kpi in workspace.kpis and workspace.kpis[kpi].better == "higher" else (38, 25)
    filed = (
        f"team: {quote(team)}" if team else "# team: …  # 不写就是整个组织的计划 / without it: the whole organisation's"
    )
    return NewFile(
        path,
        f"""{modeline(path)}\
# 改进计划：目标对应指标，里程碑通向目标。走到了哪里由数据算出，不写在这里。
# An improvement plan: goals tied to indicators, milestones on the way. How far they have come is computed.
kind: plan
format: 1
id: {quote(id)}
name: {flow_text(named(name))}
{filed}
horizon: {horizon}  # {" | ".join(HORIZONS)}（短期：一季到一年；长期：约三年 / a quarter to a year; about three years）
from: {today.year}  # 2026、2026-Q1、2026-03
to: {last}
# aim: {{zh: 为什么要有这份计划, en: What the plan is for}}
# owner: …  # 人员或团队 / a person or a team

goals: []  # 用下面的样子代替 []，删去行首的“# ” / replace [] with entries like this one, without the leading “# ”:
#   - id: faster-answers  # 全工作区唯一 / unique in the workspace
#     name: {{zh: 要达到什么, en: What is to be reached}}
#     kpi: {quote(kpi)}
#     from: {start}  # 起点，用指标的单位 / where it starts, in the indicator's unit
#     to: {end}  # 终点 / where it ends
#     by: {last}-12-31

milestones: []  # 同样 / likewise:
#   - id: everybody-trained
#     name: {{zh: 做成什么, en: What is done then}}
#     goal: faster-answers  # 为了哪个目标 / the goal it serves
#     start: {today}  # 写了就有横条 / with it the chart has a bar
#     due: {last}-12-31
#     needs: []  # 先要做成的里程碑或措施 / milestones or actions that have to be done before
#     measured_by: {{zh: 怎样算做成, en: How one can tell}}
#     done: {today}  # 做成以后再写 / once it is done
""",
    )
