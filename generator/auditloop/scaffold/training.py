"""A new training to be held, in a file of its own. Knows nothing of coverage."""

from __future__ import annotations

import datetime as dt

from auditloop.model import Text, Workspace
from auditloop.scaffold.files import NewFile
from auditloop.scaffold.lookup import folder, known, modeline, named, next_record_id, teams
from auditloop.scaffold.yamltext import bilingual, flow_text, quote


def new_training(workspace: Workspace, *, team: str, name: Text, planned: dt.date, skill: str | None = None) -> NewFile:
    """A planned session with the next free number of its team and year. Raises UnknownName or Refused."""
    known("team", team, teams(workspace))
    trained = known("skill", skill, workspace.skills) if skill else None
    id_ = next_record_id(f"TR-{team}-{planned.year}-", workspace.sessions)
    place = folder(workspace, "session", f"teams/{team}/training", lambda s: workspace.session_team[s] == team)
    path = place / f"{id_}.yml"
    of_skill = f"    skill: {quote(trained.id)}  # {bilingual(trained.name)}\n" if trained else ""
    return NewFile(
        path,
        f"""{modeline(path)}\
# 一期培训：计划、实到、考核、效果。/ A training: planned, attended, tested, and what it did.
kind: training
format: 1
team: {quote(team)}
sessions:
  - id: {id_}
    name: {flow_text(named(name))}
{of_skill}\
    planned: {planned}

    # 随着进展，删去行首的“# ”补上 / As it proceeds, delete the leading “# ” and fill in:
    # audience: 24  # 应到人数；覆盖率 = 实到 ÷ 应到 / who should come; coverage = attended ÷ audience
    # held: {planned}
    # attended: 22
    # passed: 20
    # before: {{n: 22, mean: 61.4, sd: 9.8}}  # 测验成绩，0–100 / scores of the test, 0–100
    # after: {{n: 22, mean: 78.2, sd: 8.1}}
    # covers: […]  # 针对的检查项或小节 / items or sections of a checklist that it is about
    # kpi: …  # 想改善的指标 / the indicator it should improve
    # mentor: …  # 带教新员工的人 / who mentors the new staff
    # newcomers: 4
    # cancelled: {{date: {planned}, reason: {{zh: 原因, en: Why}}}}
    # note: {{zh: 补充说明, en: A remark}}

# 新的技能写在这里，各期培训用标识引用。/ New skills stand here; trainings name them by id.
# skills:
#   - {{id: complaint-handling, name: {{zh: 投诉处理, en: Handling complaints}}, covers: […]}}
""",
    )
