"""Problems of what staff propose: states, days, figures."""

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {
    "reward-without-currency": Entry(
        "error",
        "奖励写了金额，没有写币种。",
        "The reward has an amount without a currency.",
        "加上 currency，例如 currency: CNY",
        "Add currency, as in currency: CNY",
    ),
    "proposal-without-day": Entry(
        "error",
        "建议“{id}”的状态是 {status}，却没有{what}。",
        "The proposal “{id}” has the status {status}, but no {what}.",
        "加上 {key}: 2026-03-15（实际的日期），或改正 status",
        "Add {key}: 2026-03-15 (the real day), or correct status",
    ),
    "proposal-day-too-early": Entry(
        "error",
        "建议“{id}”写了 {key}，状态却还是 {status}。",
        "The proposal “{id}” has {key}, but its status is {status}.",
        "改正 status，或删去 {key}",
        "Correct status, or delete {key}",
    ),
    "proposal-days-crossed": Entry(
        "error",
        "建议“{id}”的{later} {found} 早于{earlier} {before}。",
        "Of the proposal “{id}” the {later}, {found}, comes before the {earlier}, {before}.",
        "改正其中一个日期",
        "Correct one of the two",
    ),
    "proven-without-figures": Entry(
        "error",
        "建议“{id}”说是见效了，却没有数字。",
        "The proposal “{id}” is said to be proven, but has no figures.",
        "加上 effect：指标与两段时间，或前后数值与单位；没有数字就写 status: done",
        "Add effect: an indicator with two windows, or numbers with their unit; without figures write status: done",
    ),
    "declined-without-reason": Entry(
        "warning",
        "建议“{id}”没有采纳，也没有说明为什么。",
        "The proposal “{id}” was declined, and nothing says why.",
        "加上 answer: 不采纳的原因，提的人看得到",
        "Add answer: why it was declined; whoever submitted it reads it",
    ),
}
