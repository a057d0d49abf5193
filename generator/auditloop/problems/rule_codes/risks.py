"""What can be wrong with a register of risks: days, drills without a plan, tickets that are not there."""

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {
    "risk-days-out-of-order": Entry(
        "error",
        "风险“{id}”的{what} {found} 不晚于前一次的 {earlier}。",
        "The {what} of “{id}” is {found}, which is not after the one before, {earlier}.",
        "由早到晚写；最近一次评估写在 assessed，更早的写在 history",
        "Write them oldest first; the latest assessment stands in assessed, earlier ones in history",
    ),
    "next-before-last": Entry(
        "warning",
        "风险“{id}”的 {key} 是 {found}，不晚于最近一次的 {last}。",
        "{key} of “{id}” is {found}, which is not after the last time, {last}.",
        "写下一次的期限，或删去 {key}",
        "Write by when it is due next, or delete {key}",
    ),
    "drill-without-plan": Entry(
        "warning",
        "风险“{id}”有演练，却没有应急预案。",
        "The risk “{id}” has drills, but no response plan.",
        "加上 plan: 演练的是什么预案",
        "Add plan: what the drills try out",
    ),
    "ticket-not-there": Entry(
        "warning",
        "风险“{id}”提到工单“{found}”，工单里没有它。",
        "The risk “{id}” names the ticket “{found}”, but there is no such ticket.",
        "检查编号；如果那张工单早于现有记录，可以不管。",
        "Check the id. If that ticket is older than the logs, leave it.",
    ),
}
