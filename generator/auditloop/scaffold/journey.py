"""A new customer journey map to fill with touchpoints and steps. Knows nothing of what becomes of its times."""

from __future__ import annotations

import datetime as dt

from auditloop.model import Text, Workspace
from auditloop.scaffold.files import NewFile
from auditloop.scaffold.lookup import folder, known, modeline, named, new_id, teams
from auditloop.scaffold.yamltext import flow_text, quote


def new_journey(workspace: Workspace, *, id: str, name: Text, today: dt.date, team: str | None = None) -> NewFile:
    """A map with one step to go on from. Raises BadId, IdTaken or UnknownName."""
    new_id(workspace, "journey", id, workspace.journeys)
    if team is not None:
        known("team", team, teams(workspace))
    default = "journeys" if team is None else f"teams/{team}/journeys"
    path = folder(workspace, "journey", default, lambda each: workspace.journeys[each].team == team) / f"{id}.yml"
    channel = next((channel.id for channel in workspace.organisation.channels), "app")
    filed = f"team: {quote(team)}" if team else "# team: …  # 不写就是跨团队的旅程 / without it: it crosses teams"
    return NewFile(
        path,
        f"""{modeline(path)}\
# 客户旅程地图：客户一步步经历什么，用时多少，感受如何，怎样更好。
# A customer journey map: what customers go through step by step, how long it takes, how it feels, what would help.
kind: journey
format: 1
id: {quote(id)}
name: {flow_text(named(name))}
{filed}
date: {today}  # 用时测到哪天为止 / times were measured by then
# customers: {{zh: 哪些客户, en: Which customers}}
# source: {{zh: 用时与体验从哪里来, en: Where times and experience come from}}
# channels: [{quote(channel)}]

touchpoints:  # 客户与组织相遇的地方，按先后 / where customer and organisation meet, in order
  - id: asking
    name: {{zh: 提出请求, en: Asking}}
    steps:
      - id: request-made
        name: {{zh: 说明需要什么, en: Says what is needed}}
        actor: customer  # customer | staff | system | supplier
        minutes: 1  # 平均用时 / average minutes
        adds_value: true  # 客户愿意为它花时间吗 / would the customer want it done?
        experience: 3  # 1（很差 / very bad）… 5（很好 / very good）

# 每一步还可以写（加在步骤里，删去行首的“# ”）。/ More for a step (put it there, without the leading “# ”):
#         channel: {quote(channel)}  # 只有这个渠道才有 / only customers of this channel take it
#         standard_minutes: 5
#         waiting: true  # 只是等待；那么 adds_value: false / mere waiting; then adds_value: false
#         pain: {{zh: 客户在这里受什么苦, en: What customers suffer here}}
#         esia: {{kind: simplify, proposal: {{zh: 怎样改进, en: How to improve it}}, saves_minutes: 1}}
#         #   eliminate | simplify | integrate | automate（清除、简化、整合、自动化）
#         action: A-…  # 改进它的措施 / the action that improves it
#         after: {{minutes: 1, experience: 4, date: {today}}}  # 措施完成以后的实测 / measured once the action is done
""",
    )
