"""Problems of what audits say: answers, evidence, findings."""

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {
    # --- sign-off
    "auditor-leads-team": Entry(
        "error",
        "“{person}”是被审核团队“{team}”的负责人，不能审核自己的团队。",
        "“{person}” leads the audited team “{team}”, and cannot audit it.",
        "换一位审核员；如果是团队自查，写 type: self",
        "Name another auditor; if the team audits itself, write type: self",
    ),
    "approval-of-draft": Entry(
        "error",
        "草稿不能批准。",
        "A draft cannot be approved.",
        "先写 status: final 并再次批准，或删去 approval",
        "Write status: final first and approve it again, or delete approval",
    ),
    "approver-is-auditor": Entry(
        "error",
        "“{person}”是这次审核的审核员，不能批准自己的审核。",
        "“{person}” is an auditor of this audit, and cannot approve it.",
        "请另一个人批准：auditloop approve",
        "Have somebody else approve it: auditloop approve",
    ),
    "approval-before-audit": Entry(
        "error",
        "批准日期 {found} 早于审核日期 {date}。",
        "It was approved on {found}, before the audit of {date}.",
        "改正其中一个日期。",
        "Correct one of the two dates.",
    ),
    "approval-stale": Entry(
        "warning",
        "“{person}”批准之后，这次审核有改动，批准不再有效。",
        "The audit was changed after “{person}” approved it, so the approval no longer holds.",
        "重新批准：auditloop approve {id} --by 批准人",
        "Have it approved again: auditloop approve {id} --by PERSON",
    ),
    # --- answers
    "answer-off-scale": Entry(
        "error",
        "答案 {found} 不在检查表“{checklist}”的尺度内。",
        "The answer {found} is not on the scale of the checklist “{checklist}”.",
        "可以写：{allowed}；不适用时写 {{na: 理由}}",
        "Possible are: {allowed}; where the item does not apply, {{na: reason}}",
    ),
    "sample-failed-over-size": Entry(
        "error",
        "抽查了 {size} 次，却有 {failed} 次不合格。",
        "{failed} failed of a sample of only {size}.",
        "改正 size（抽查次数）或 failed（不合格次数）。",
        "Correct size (how many were seen) or failed (how many of them failed).",
    ),
    "na-not-allowed": Entry(
        "error",
        "检查项“{item}”不能答“不适用”。",
        "The item “{item}” cannot be answered as not applicable.",
        "给它评分；确实不适用，请检查表的负责人改 na_allowed",
        "Score it. If it truly does not apply, ask the checklist's owner to change na_allowed",
    ),
    "final-unanswered": Entry(
        "error",
        "审核已定稿，{total} 个检查项中还有 {count} 个没有答：{items}。",
        "The audit is final, but {count} of {total} items have no answer: {items}.",
        "补上答案，不适用的写 {{na: 理由}}；还没审完就写 status: draft",
        "Answer them, with {{na: reason}} where one does not apply. If the audit goes on, write status: draft",
    ),
    "final-unconfirmed": Entry(
        "error",
        "审核已定稿，还有 {count} 个从上次带来的答案没有确认：{items}。",
        "The audit is final, but {count} answers carried over from the last one are not confirmed: {items}.",
        "逐个核实后删去 confirm: true；还没审完就写 status: draft",
        "Check each and delete its confirm: true. If the audit goes on, write status: draft",
    ),
    "many-not-applicable": Entry(
        "warning",
        "{total} 个检查项中有 {count} 个（{share}）答“不适用”，分数只反映其余部分。",
        "{count} of {total} items ({share}) are answered as not applicable; the score speaks of the rest only.",
        "核实这些检查项是否确实不适用，或换一份更合适的检查表。",
        "Make sure that they truly do not apply, or use a checklist that fits better.",
    ),
    "evidence-missing": Entry(
        "warning",
        "检查项“{item}”须附证据，这里没有。",
        "The item “{item}” asks for evidence, and there is none.",
        "加上链接：{{score: …, evidence: [https://…]}}",
        "Add a link: {{score: …, evidence: [https://…]}}",
    ),
    "evidence-missing-on-fail": Entry(
        "warning",
        "检查项“{item}”不合格，须附证据，这里没有。",
        "The item “{item}” failed, which asks for evidence, and there is none.",
        "加上链接：{{score: …, evidence: [https://…]}}，或写在对应的问题里。",
        "Add a link: {{score: …, evidence: [https://…]}}, or add it to the finding.",
    ),
    "failed-without-finding": Entry(
        "warning",
        "检查项“{item}”不合格，却没有记为问题，不会有人跟进。",
        "The item “{item}” failed, but no finding says so, and nobody will follow it up.",
        "在 findings 里加一条，写 item: {item}",
        "Add one to findings with item: {item}",
    ),
    # --- findings
    "major-without-cause": Entry(
        "warning",
        "严重不符合“{id}”没有写原因。",
        "The major finding “{id}” has no cause.",
        "加上 cause: {{category: process, summary: …}}；没有原因，这个问题就不能关闭。",
        "Add cause: {{category: process, summary: …}}; without a cause the finding cannot close.",
    ),
    "acceptance-over": Entry(
        "warning",
        "问题“{id}”只接受到 {until}，已经过期。",
        "The finding “{id}” was accepted until {until}, which is over.",
        "重新决定：延长 until 并说明理由，或删去 accepted 并采取措施。",
        "Decide again: a later until with its reason, or delete accepted and act.",
    ),
}
