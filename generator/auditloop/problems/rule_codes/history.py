"""What a change may not do to what was recorded before: told of a base and a head."""

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {
    "illegal-transition": Entry(
        "error",
        "{what}“{id}”的状态从 {before} 变成了 {after}，这一步不允许。",
        "The {what} “{id}” went from {before} to {after}, which it may not.",
        "从 {before} 只能变为：{allowed}",
        "From {before} it may become: {allowed}",
    ),
    "closed-record-edited": Entry(
        "error",
        "{what}“{id}”已经是 {status}，却被改动了：{keys}。",
        "The {what} “{id}” was {status} already, and was edited: {keys}.",
        "恢复原样；要继续改进，就新开一项措施",
        "Put it back as it was; open a new action for what is still to be done",
    ),
    "record-removed": Entry(
        "error",
        "{what}“{id}”被删除了（原在 {base} 的这一处）。",
        "The {what} “{id}” was deleted (it stood here in {base}).",
        "恢复它：编号是永久的网址。不再需要的措施写 status: cancelled",
        "Put it back: ids are addresses that last. Write status: cancelled for an action that is no longer wanted",
    ),
    "id-reused": Entry(
        "error",
        "{what}“{id}”现在说的是另一件事：{keys} 变了。",
        "The {what} “{id}” is now about something else: {keys} changed.",
        "恢复原来的记录，新的记录用新编号",
        "Put the record back, and give the new one a new id",
    ),
    "due-moved-silently": Entry(
        "error",
        "{what}“{id}”的期限从 {before} 改到 {after}，没有改期记录。",
        "The due date of the {what} “{id}” moved from {before} to {after}, and no entry says so.",
        "加上 moved: [{{from: {before}, to: {after}, reason: 原因}}]",
        "Add moved: [{{from: {before}, to: {after}, reason: why}}]",
    ),
    "history-rewritten": Entry(
        "error",
        "{what}“{id}”的 {key} 里，已有的记录被改动或删除了。",
        "Entries of {key} of the {what} “{id}” were changed or deleted.",
        "恢复已有的记录，新的写在后面",
        "Put them back, and write new ones below them",
    ),
    "completion-backdated": Entry(
        "warning",
        "{what}“{id}”写的完成日期是 {done}，而 {known} 时的记录还是 {status}。",
        "The {what} “{id}” claims to be done on {done}, while the record of {known} still says {status}.",
        "写实际完成的日期",
        "Write the day it was really done",
    ),
    "final-audit-changed": Entry(
        "error",
        "{what}“{id}”已经定稿，却被改动了：{keys}，没有更正说明。",
        "The {what} “{id}” was final already, and was changed without a correction note: {keys}.",
        "恢复原样，或加上 corrections: [{{date: 2026-03-15, by: 更正人, note: 改了什么、为什么}}]",
        "Put it back as it was, or add corrections: [{{date: 2026-03-15, by: person, note: what changed, and why}}]",
    ),
    "published-restated": Entry(
        "error",
        "{kpi}（{team}）已公布的 {period} 数值从 {before} 改成了 {after}，没有说明。",
        "The published value of {kpi} ({team}) for {period} was restated from {before} to {after} without a note.",
        "恢复原值，或写 {{value: {after}, note: 为什么改}}",
        "Put it back, or write {{value: {after}, note: why it was restated}}",
    ),
    "published-removed": Entry(
        "error",
        "{kpi}（{team}）已公布的 {period} 数值 {before} 被删去了。",
        "The published value of {kpi} ({team}) for {period}, {before}, was deleted.",
        "恢复原值；不应计入的，在指标的 exclude 里写明原因",
        "Put it back; say in exclude of the indicator why a value should not count",
    ),
    "policy-loosened": Entry(
        "warning",
        "规则被放宽：{what}由“{before}”变为“{after}”。",
        "The policy was loosened: {what} went from “{before}” to “{after}”.",
        "请确认这是有意的决定",
        "Make sure that this was decided",
    ),
    "exception-used": Entry(
        "info",
        "{message}（例外：{reason}，{by}，{date}）",
        "{message} (Exception: {reason}, {by}, {date})",
        "记录在规则文件的 exceptions 中",
        "Recorded in exceptions of the policy",
    ),
}
