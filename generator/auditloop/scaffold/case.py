"""A new case to be written up, good or bad. Knows nothing of where it will be suggested."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from auditloop.model import Finding, Text, Workspace
from auditloop.scaffold.files import NewFile
from auditloop.scaffold.lookup import findings, folder, known, modeline, named, new_id, one_of, teams
from auditloop.scaffold.yamltext import bilingual, flow_text, quote

EXAMPLES = ("good", "bad")
CAUSES = ("people", "process", "system", "policy", "facility", "supplier", "environment")


def new_case(
    workspace: Workspace,
    *,
    id: str,
    name: Text,
    team: str,
    today: dt.date,
    example: str = "good",
    for_: Sequence[str] = (),
) -> NewFile:
    """A case with everything to be written; item, domain and cause are those of the first finding it comes from.

    Raises BadId, IdTaken, UnknownName or BadChoice.
    """
    new_id(workspace, "case", id, workspace.cases)
    known("team", team, teams(workspace))
    one_of("example", example, EXAMPLES)
    there = findings(workspace)
    sources = {finding: known("finding", finding, there) for finding in for_}
    first = next(iter(sources.values()), None)
    checklist, domain = _place(workspace, first)
    cause = first.cause.category if first and first.cause else "process"
    actions = [action.id for action in workspace.actions.values() if set(action.for_) & set(for_)]
    path = folder(workspace, "case", "cases") / f"{id}.yml"
    about = "".join(f"# {key}: {bilingual(finding.problem)}\n" for key, finding in sources.items())
    return NewFile(
        path,
        f"""{modeline(path)}\
# 一个案例：好的值得照做，不好的值得警惕。/ A case: a good one to copy, a bad one to be warned by.
{about}\
kind: case
format: 1
id: {quote(id)}
name: {flow_text(named(name))}
team: {quote(team)}
example: {example}  # {" | ".join(EXAMPLES)}（好、不好）
date: {today}
checklist: {quote(checklist)}
domain: {quote(domain)}  # 检查表里的领域 / a domain of the checklist
cause: {cause}
#   {" | ".join(CAUSES)}
items: [{quote(first.item) if first else ""}]  # 同一项的问题会最先看到它 / findings of these items see it first
background: {{zh: 待填写：什么服务、什么客户, en: "To be written: which service, which customers"}}
problems: {{zh: 待填写：当时有什么问题, en: "To be written: what was wrong"}}
measures: {{zh: 待填写：做了什么, en: "To be written: what was done"}}
lesson: {{zh: 待填写：别的团队该记住什么, en: "To be written: what other teams should remember"}}
actions: [{", ".join(map(quote, actions))}]
findings: [{", ".join(map(quote, sources))}]

# 前后对比：指标写两段时间，值由程序取；其余写数值和单位。/ Before and after: of an indicator two windows, else numbers
# with their unit.
# results:
#   - {{kpi: …, before: 2025-10..2025-12, after: 2026-03..2026-05}}
#   - {{name: {{zh: 满意度, en: Satisfaction}}, before: 7.5, after: 9.2, unit: {{zh: 分, en: points}}, better: higher}}
# by: …  # 执笔人 / who wrote it up
# 图片放在这份文件旁边：PNG、JPEG、WebP 或 GIF，不超过 2 MB。/ A picture beside this file, 2 MB at most:
# picture: {{file: {id}.png, alt: {{zh: 图上有什么, en: What it shows}}}}
""",
    )


def _place(workspace: Workspace, finding: Finding | None) -> tuple[str, str]:
    """The checklist and the domain of a finding's item; without one, the first there are."""
    for audit in workspace.audits.values():
        if finding is not None and finding in audit.findings:
            for domain in workspace.checklists[audit.checklist].domains:
                if any(item.id == finding.item for item in domain.items()):
                    return audit.checklist, domain.id
    checklist = next(iter(workspace.checklists.values()))
    return checklist.id, checklist.domains[0].id
