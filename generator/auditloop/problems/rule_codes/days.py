"""Problems of days: what comes before what, and what is still to come."""

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {
    "audit-in-future": Entry(
        "error",
        "审核已定稿，日期却是 {found}，晚于 {today}。",
        "The audit is final, but dated {found}, which is after {today}.",
        "改正日期；审核还没做，就写 status: draft",
        "Correct the date, or write status: draft for an audit that is still to come",
    ),
    "due-before-opened": Entry(
        "error",
        "措施“{id}”的期限 {due} 早于立项日期 {opened}。",
        "The action “{id}” is due on {due}, before it was opened on {opened}.",
        "改正 due 或 opened",
        "Correct due or opened",
    ),
    "done-before-opened": Entry(
        "error",
        "措施“{id}”完成于 {done}，早于立项日期 {opened}。",
        "The action “{id}” was done on {done}, before it was opened on {opened}.",
        "改正 done 或 opened",
        "Correct done or opened",
    ),
    "verified-before-done": Entry(
        "error",
        "措施“{id}”验证于 {verified}，早于完成日期 {done}。",
        "The action “{id}” was verified on {verified}, before it was done on {done}.",
        "改正 verification 的 date，或 done",
        "Correct the date of verification, or done",
    ),
    "in-future": Entry(
        "error",
        "{what} {found} 晚于 {today}，还没有到。",
        "The {what} is {found}, after {today}: it has not come yet.",
        "写实际发生的日期；还没有发生就删去。",
        "Write the day it happened, or delete it if it has not.",
    ),
    "log-before-opened": Entry(
        "warning",
        "措施“{id}”的进展记录是 {found} 的，早于立项日期 {opened}。",
        "The action “{id}” has a log entry of {found}, before it was opened on {opened}.",
        "改正记录的日期，或 opened",
        "Correct the date of the entry, or opened",
    ),
    "moves-broken": Entry(
        "error",
        "措施“{id}”的改期记录接不上：上一次改到 {expected}，这一次却从 {found} 改起。",
        "The postponements of “{id}” do not join up: one ends at {expected}, the next begins at {found}.",
        "写 from: {expected}，或补上中间的一次。",
        "Write from: {expected}, or add the one in between.",
    ),
    "due-not-moved": Entry(
        "error",
        "措施“{id}”最后改期到 {moved}，due 却是 {due}。",
        "The last postponement of “{id}” is to {moved}, but due says {due}.",
        "写 due: {moved}，或在 moved 里补上这次改期。",
        "Write due: {moved}, or add the postponement to moved.",
    ),
    "windows-overlap": Entry(
        "error",
        "“{id}”比较效果的两段时间重叠或颠倒：之前 {before}，之后 {after}。",
        "The windows of “{id}” overlap or stand the wrong way round: before {before}, after {after}.",
        "after 要从 before 结束以后开始，例如 before: 2025-12..2026-02，after: 2026-05..2026-07",
        "after begins when before is over, as in before: 2025-12..2026-02, after: 2026-05..2026-07",
    ),
}
