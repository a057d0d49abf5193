"""Problems of tiers of customers."""

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {
    "segments-twice": Entry(
        "error",
        "{period} 的客户分层已经写过：{file} 第 {line} 行。",
        "The tiers of {period} are written already: {file}, line {line}.",
        "合成一份；若属于某个团队，写上 team",
        "Keep one of the two; if it is one team's, add team",
    ),
}
