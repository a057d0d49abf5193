"""What can be wrong with what people write for reports."""

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {
    "commentary-twice": Entry(
        "error",
        "{period} 的点评在 {file}:{line} 已经写过。",
        "The commentary on {period} already stands in {file}:{line}.",
        "把两份合并为一份；是某个团队的话，就写上 team",
        "Join the two; give it a team if it is a team that speaks",
    ),
    "topic-backwards": Entry(
        "error",
        "专题“{id}”止于 {ends}，早于开始的 {begins}。",
        "The topic “{id}” ends with {ends}, before it begins with {begins}.",
        "改正 from 或 to",
        "Correct from or to",
    ),
}
