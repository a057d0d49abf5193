"""A new audit: every item of the checklist with its question, to be answered, or carried over from the audit before.

Knows nothing of scores."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from auditloop.model import Answer, Audit, Checklist, Item, Workspace, in_language
from auditloop.problems import Bilingual
from auditloop.scaffold.answers import carried, fits, is_given, remembered
from auditloop.scaffold.errors import Refused
from auditloop.scaffold.files import NewFile
from auditloop.scaffold.lookup import (
    findings,
    first_free,
    folder,
    free_path,
    known,
    modeline,
    next_record_id,
    one_of,
    teams,
)
from auditloop.scaffold.yamltext import bilingual, comment, number, quote

AUDIT_TYPES = ("self", "internal", "third-party", "mystery-shopper", "re-audit")
_WAYS = "document-review, data-analysis, observation, customer-interview, staff-interview"


def new_audit(
    workspace: Workspace,
    *,
    team: str,
    checklist: str,
    date: dt.date,
    type: str = "self",
    previous: str | None = None,
    answers: Mapping[str, str] = {},
) -> NewFile:
    """A draft audit. With `previous`, its answers are carried over, each to be confirmed or corrected.

    `answers` are given ones, as YAML source by item id. Raises UnknownName, BadChoice or Refused.
    """
    known("team", team, teams(workspace))
    asked = known("checklist", checklist, workspace.checklists)
    one_of("type", type, AUDIT_TYPES)
    before = _before(workspace, previous, team, checklist, date) if previous else None
    id_ = first_free(f"{team[:85].rstrip('-')}-{date}", workspace.audits)
    place = folder(workspace, "audit", f"teams/{team}/audits", lambda audit: workspace.audits[audit].team == team)
    path = free_path(workspace, place, team, id_.removeprefix(f"{team}-"))
    text = audit_text(
        path,
        Audit(id=id_, team=team, checklist=checklist, edition=asked.edition, date=date, type=type, status="draft"),
        asked,
        language=workspace.organisation.languages[0],
        previous=before,
        answers=answers,
        people=[person.id for person in workspace.organisation.people if person.team in (team, None)],
        finding_id=next_record_id(f"F-{team}-{date.year}-", findings(workspace)),
    )
    return NewFile(path, text)


def _before(workspace: Workspace, previous: str, team: str, checklist: str, date: dt.date) -> Audit:
    """The audit to carry over from, if one can."""
    before = known("audit", previous, workspace.audits)
    if before.team != team or before.checklist != checklist:
        raise Refused(
            Bilingual(
                f"审核 {previous} 属于团队 {before.team}、检查表 {before.checklist}，不能作为这次审核的上一次",
                f"audit {previous} is of team {before.team} with checklist {before.checklist}, unlike this one",
            ),
            Bilingual(
                "请选择同一团队、同一检查表的审核。", "Choose an audit of the same team with the same checklist."
            ),
        )
    if before.date >= date:
        raise Refused(
            Bilingual(
                f"审核 {previous} 的日期是 {before.date}，不早于 {date}",
                f"audit {previous} is of {before.date}, not before {date}",
            ),
            Bilingual("请选择更早的审核，或改正日期。", "Choose an earlier audit, or correct the date."),
        )
    return before


def audit_text(
    path: PurePosixPath,
    audit: Audit,
    checklist: Checklist,
    *,
    language: str,
    previous: Audit | None,
    answers: Mapping[str, str],
    people: list[str],
    finding_id: str,
) -> str:
    """The whole file."""
    return "\n".join(
        [
            modeline(path).rstrip(),
            *_header(checklist, previous),
            "kind: audit",
            "format: 1",
            f"id: {quote(audit.id)}",
            f"team: {quote(audit.team)}",
            f"checklist: {quote(audit.checklist)}",
            f"edition: {quote(checklist.edition)}",
            f"date: {audit.date}",
            f"type: {audit.type}  # {' | '.join(AUDIT_TYPES)}",
            "status: draft  # 全部填完、确认后改为 final / change to final when everything is answered and confirmed",
            *([f"previous: {quote(previous.id)}"] if previous else []),
            f"# auditors: [{', '.join(quote(person) for person in people)}]  # 谁做的审核 / who audits",
            f"# methods: [{_WAYS}]  # 留下用到的 / keep those used",
            "# summary: {zh: …, en: …}  # 两三句话的结论 / the conclusion in two or three sentences",
            "",
            "answers:",
            *_answers(checklist, language, previous, answers),
            *_gone(checklist, previous),
            *_findings(checklist, previous, finding_id),
            "",
        ]
    )


def _header(checklist: Checklist, previous: Audit | None) -> Iterator[str]:
    yield f"# {bilingual(checklist.name)} · {comment(checklist.edition)}"
    yield "#"
    yield "# 怎样填写：在每个冒号后面空一格，写上答案。没填的可以先空着，分几次完成。"
    yield "# How to fill in: after each colon type a space and the answer. Leave the rest empty until you get to it."
    yield "#"
    if checklist.scale.kind == "levels":
        for level in checklist.scale.levels:
            yield f"#   {number(level.value)}  {bilingual(level.label)}"
        example = number(checklist.scale.levels[len(checklist.scale.levels) // 2].value)
    else:
        yield "#   yes      是 / yes"
        yield "#   partial  部分做到 / partly"
        yield "#   no       否 / no"
        example = "partial"
    yield "#"
    yield "# 也可以这样写 / Other ways to answer:"
    yield f"#   {{score: {example}, note: 说明 / why, evidence: [https://…]}}   附说明、证据 / note, evidence"
    yield "#   {sample: {size: 20, failed: 3}}   抽查 20 次，3 次不合格 / sampled: 3 of 20 failed"
    yield "#   {na: 原因 / the reason}           不适用，须写原因 / not applicable, with the reason"
    if previous:
        yield "#"
        yield f"# 答案来自上一次审核 {previous.id}。请逐条核实：仍然如此就删去“, confirm: true”，"
        yield "# 否则改正。证据请重新收集。"
        yield f"# Answers are carried over from {previous.id}. Check each one: where it still holds,"
        yield "# delete “, confirm: true”, else correct it. Collect the evidence anew."
    yield ""


def _answers(checklist: Checklist, language: str, previous: Audit | None, answers: Mapping[str, str]) -> Iterator[str]:
    earlier = previous.answers if previous else {}
    for domain in checklist.domains:
        yield f"  # ════ {comment(in_language(domain.name, language).text)} ════"
        for section in domain.sections:
            yield f"  # ── {comment(in_language(section.name, language).text)}"
            for item in section.items:
                yield f"  # {comment(in_language(item.ask, language).text)}{_remarks(item, language)}"
                yield f"  {quote(item.id)}:{_answer(item, checklist, answers.get(item.id), earlier.get(item.id))}"
            yield ""


def _answer(item: Item, checklist: Checklist, given: str | None, earlier: Answer | None) -> str:
    if given is not None:
        return f" {given}"
    if earlier is None or not is_given(earlier):
        return ""
    return f" {carried(earlier)}" if fits(earlier, item, checklist) else f"  # 上次 / last time: {remembered(earlier)}"


def _remarks(item: Item, language: str) -> str:
    """What a person must know of the item before answering, in brackets after the question."""
    remarks = [
        *([_CRITICAL[item.critical]] if item.critical in _CRITICAL else []),
        *([] if item.na_allowed else [Bilingual("必答", "always applies")]),
        *([Bilingual("须附证据", "evidence needed")] if item.evidence == "always" else []),
    ]
    if not remarks:
        return ""
    if language == "zh":
        return f"〔{'；'.join(remark.zh for remark in remarks)}〕"
    return f" [{'; '.join(remark.en for remark in remarks)}]"


_CRITICAL = {
    "domain": Bilingual("关键项：不合格则本领域等级封顶", "critical: failing it caps the domain's grade"),
    "overall": Bilingual("关键项：不合格则总评等级封顶", "critical: failing it caps the overall grade"),
}


def _gone(checklist: Checklist, previous: Audit | None) -> Iterator[str]:
    items = {item.id for item in checklist.items()}
    gone = {i: a for i, a in previous.answers.items() if i not in items and is_given(a)} if previous else {}
    if gone:
        yield "  # 上一次有、现在的检查表已没有的条目 / Answered last time, no longer in the checklist:"
        for item, answer in gone.items():
            yield f"  #   {quote(item)}: {remembered(answer)}"
        yield ""


def _findings(checklist: Checklist, previous: Audit | None, finding_id: str) -> Iterator[str]:
    yield "# 发现的问题：删去各行行首的“# ”，改成自己的内容。/ Findings: delete the leading “# ” and put in your own."
    if previous and previous.findings:
        yield "# 上一次的发现，再次出现时写在 repeats: / Findings of last time, for repeats: where they come back:"
        for finding in previous.findings:
            yield f"#   {finding.id} ({finding.item}): {bilingual(finding.problem)}"
    first = next(checklist.items(), None)
    yield "# findings:"
    yield f"#   - id: {finding_id}"
    yield f"#     item: {quote(first.id) if first else '…'}  # 上面的条目编号 / an item id from above"
    yield "#     class: minor  # major | minor | observation | opportunity | good-practice"
    yield "#     problem: {zh: 看到了什么, en: What was seen}"
    yield "#     cause: {category: process, summary: {zh: 根本原因, en: The root cause}}"
    yield "#     #      people | process | system | policy | facility | supplier | environment"
    yield "#     likelihood: 3  # 1–5"
    yield "#     impact: 3  # 1–5"
