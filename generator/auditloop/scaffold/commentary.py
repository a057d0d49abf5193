"""A new commentary on a period, or a new topic: to be written by people. Knows no figures."""

from __future__ import annotations

from auditloop.model import Period, Text, Workspace
from auditloop.problems import Bilingual
from auditloop.scaffold.errors import IdTaken, Refused
from auditloop.scaffold.files import NewFile
from auditloop.scaffold.lookup import folder, known, modeline, named, new_id, people, teams
from auditloop.scaffold.yamltext import flow_text, quote

_KINDS = ("month", "quarter", "half")


def new_commentary(workspace: Workspace, *, period: str, by: str, team: str | None = None) -> NewFile:
    """What somebody says about a month, quarter or half-year. Raises UnknownName, IdTaken or Refused."""
    known("person", by, people(workspace))
    if team is not None:
        known("team", team, teams(workspace))
    id = f"{_period(period)}/{team}" if team else str(_period(period))
    if id in workspace.commentaries:
        origin = workspace.origins.get(("commentary", id))
        raise IdTaken("commentary", id, origin.file if origin else None)
    path = folder(workspace, "commentary", "reports") / f"{id.replace('/', '-')}.yml"
    of_team = (
        f"team: {quote(team)}\n" if team else "# team: …  # 团队的话写上团队；省略即整个组织 / of a team; else of all\n"
    )
    return NewFile(
        path,
        f"""{modeline(path)}\
# 人对一个期间的话，放在该期间的报告里。/ What people say about a period; it stands in that period's report.
kind: commentary
format: 1
period: {period}
{of_team}\
headline: {{zh: 待填写：这个期间最要紧的一句话, en: "To be written: what mattered most, in one sentence"}}
# 分段空一行；可用 - 清单、**加重**、[链接](https://…)，不用 HTML / Paragraphs, lists, **stress**, links; no HTML:
# text:
#   zh: |-
#     …
#   en: |-
#     …
decisions: []
#  - {{text: {{zh: …, en: …}}, owner: {quote(by)}, due: 2026-01-31}}  # 或 action: A-… / or the action that does it
next_dates: []
#  - {{date: 2026-01-20, what: {{zh: 改进组例会, en: Meeting of the improvement group}}}}
by: {quote(by)}
""",
    )


def _period(text: str) -> Period:
    try:
        period = Period.parse(text)
    except ValueError:
        period = None
    if period is None or period.kind not in _KINDS:
        raise Refused(
            Bilingual(f"“{text}”不是报告的期间", f"“{text}” is no period of a report"),
            Bilingual(
                "写成 2026-03、2026-Q1 或 2026-H1。",
                "Write a month (2026-03), a quarter (2026-Q1) or a half (2026-H1).",
            ),
        )
    return period


def new_topic(workspace: Workspace, *, id: str, title: Text, by: str, first: str, last: str) -> NewFile:
    """A special report on one question. Raises BadId, IdTaken, UnknownName or Refused."""
    new_id(workspace, "topic", id, workspace.topics)
    known("person", by, people(workspace))
    path = folder(workspace, "topic", "reports") / f"{id}.yml"
    return NewFile(
        path,
        f"""{modeline(path)}\
# 专题报告：一个问题，和说明它的数据。/ A special report: one question, and the data that tell of it.
kind: topic
format: 1
id: {quote(id)}
title: {flow_text(named(title))}
from: {first}
to: {last}  # 报告的数据截至该期间末 / the report's data are those of its end
# team: …  # 只说一个团队时写上 / where it is about one team
question: {{zh: 待填写：要回答的问题, en: "To be written: the question to be answered"}}
# 它汇集的记录，各写标识或编号 / what it gathers, by id:
# kpis: [first-response-time]
# findings: [F-…]
# actions: [A-…]
# categories: [waiting-time]  # 投诉类别 / of complaints
# standards: [complaint-first-response]
# dimensions: [solved-first-time]  # 调查维度 / of surveys
# 人写的部分，可分段、列清单 / what people write, in paragraphs and lists:
# background: {{zh: …, en: …}}
# analysis: {{zh: …, en: …}}
# conclusion: {{zh: …, en: …}}
decisions: []
by: {quote(by)}
""",
    )
