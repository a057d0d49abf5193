"""Problems of an action's state and of what proves it."""

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {
    "done-without-date": Entry(
        "error",
        "措施“{id}”的状态是 {status}，却没有完成日期。",
        "The action “{id}” has the status {status}, but no date on which it was done.",
        "加上 done: 2026-03-15（实际完成的日期），或改正 status",
        "Add done: 2026-03-15 (the day it was done), or correct status",
    ),
    "date-without-done": Entry(
        "warning",
        "措施“{id}”写了完成日期 {done}，状态却还是 {status}。",
        "The action “{id}” was done on {done}, but its status is still {status}.",
        "改为 status: done，或删去 done",
        "Write status: done, or delete done",
    ),
    "done-with-progress": Entry(
        "warning",
        "措施“{id}”已完成，进度却是 {progress} %。",
        "The action “{id}” is done, but its progress is {progress} %.",
        "删去 progress，或写 progress: 100",
        "Delete progress, or write progress: 100",
    ),
    "done-without-evidence": Entry(
        "warning",
        "措施“{id}”已完成，却没有证据。",
        "The action “{id}” is done, but nothing shows it.",
        "加上 evidence: [https://…]",
        "Add evidence: [https://…]",
    ),
    "cancelled-without-reason": Entry(
        "warning",
        "措施“{id}”取消了，没有说明为什么。",
        "The action “{id}” was cancelled, and nothing says why.",
        "加上 note: 取消的原因",
        "Add note: why it was cancelled",
    ),
    "verified-without-verification": Entry(
        "error",
        "措施“{id}”的状态是 verified，却没有验证记录。",
        "The action “{id}” has the status verified, but no verification.",
        "加上 verification: {{date: 2026-06-30, by: 验证人, result: effective}}，或改为 status: done",
        "Add verification: {{date: 2026-06-30, by: person, result: effective}}, or write status: done",
    ),
    "verification-without-status": Entry(
        "error",
        "措施“{id}”有验证记录，状态却是 {status}。",
        "The action “{id}” has a verification, but the status {status}.",
        "改为 status: verified（并写 done 日期），或删去 verification",
        "Write status: verified (with the date done), or delete verification",
    ),
    "verifier-is-owner": Entry(
        "error",
        "措施“{id}”由负责人“{person}”自己验证。",
        "The action “{id}” is verified by its own owner, “{person}”.",
        "请另一个人验证，写在 by",
        "Let somebody else verify it, and write them in by",
    ),
}
