"""Problems of the organisation's own rules, its gates and waivers."""

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {
    "policy-twice": Entry(
        "error",
        "规则文件只能有一份，{file} 第 {line} 行已有一份。",
        "There can be one policy, and there is one in {file}, line {line}.",
        "并入那一份，删去这一份",
        "Merge it into that one, and delete this one",
    ),
    "gate-key-unused": Entry(
        "error",
        "门槛“{id}”写了 {key}，但 {measure} 用不到它。",
        "The gate “{id}” has {key}, which {measure} does not look at.",
        "删去 {key}，或改正 measure",
        "Delete {key}, or correct measure",
    ),
    "gate-without-organisation": Entry(
        "error",
        "门槛“{id}”要看整个组织，但 {measure} 只有各团队的数值。",
        "The gate “{id}” looks at the organisation, but {measure} is told of teams only.",
        "删去 scope，或改用 measure: index",
        "Delete scope, or use measure: index",
    ),
    "waiver-of-no-gate": Entry(
        "error",
        "豁免所说的门槛“{gate}”不存在。",
        "The waiver is of “{gate}”, and there is no such gate.",
        "已有的门槛：{known}",
        "The gates are: {known}",
    ),
    "waiver-over": Entry(
        "warning",
        "门槛“{gate}”的豁免到 {until} 为止，已经过期。",
        "The waiver of “{gate}” ran until {until}, which is over.",
        "删去它；仍有必要的，写明新的 until 和理由",
        "Delete it; where it is still needed, decide again with a new until and its reason",
    ),
}
