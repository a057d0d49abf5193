"""What can be wrong with trainings: their days, how many took part, and the scores of their tests."""

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {
    "more-than-there-were": Entry(
        "error",
        "培训“{id}”的 {part} 是 {n} 人，多于 {whole} 的 {of} 人。",
        "The training “{id}” has {n} in {part}, more than the {of} in {whole}.",
        "改正 {part} 或 {whole}：后者应当包含前者",
        "Correct {part} or {whole}: the latter holds the former",
    ),
    "training-not-held": Entry(
        "error",
        "培训“{id}”没有举办日期 held，却写了 {key}。",
        "The training “{id}” has {key}, but no day on which it was held.",
        "加上 held: 2026-03-12（举办的日期），或删去 {key}",
        "Add held: 2026-03-12 (the day it was held), or delete {key}",
    ),
    "training-without-numbers": Entry(
        "warning",
        "培训“{id}”已经举办，没有写 {key}：覆盖率无从算起。",
        "The training “{id}” was held, but says nothing of {key}: its coverage cannot be told.",
        "加上 {key}: 人数",
        "Add {key}: how many",
    ),
    "held-and-cancelled": Entry(
        "error",
        "培训“{id}”既写了举办日期 {held}，又写了取消。",
        "The training “{id}” was both held on {held} and cancelled.",
        "删去 held 或 cancelled",
        "Delete held or cancelled",
    ),
    "held-before-planned": Entry(
        "warning",
        "培训“{id}”举办于 {held}，早于计划的 {planned}。",
        "The training “{id}” was held on {held}, before the day it was planned for, {planned}.",
        "检查两个日期；确实提前了，就把 planned 改为 {held}",
        "Check both days; if it was brought forward, write planned: {held}",
    ),
    "pairs-that-do-not-match": Entry(
        "error",
        "培训“{id}”写了 paired，而 before 和 after 不是一样长的两列成绩。",
        "The training “{id}” is paired, but before and after are not two lists of the same length.",
        "两边按同一顺序列出同样的人的成绩；做不到就删去 paired",
        "List the scores of the same people in the same order on both sides, or delete paired",
    ),
    "gain-differs": Entry(
        "error",
        "培训“{id}”的 gain 平均提高 {gain}，而 before 和 after 相差 {found}。",
        "The training “{id}” has a mean gain of {gain}, but after − before comes to {found}.",
        "同样的人，平均提高就是两次平均分之差：检查这三个数",
        "Of the same people, the mean gain is the difference of both means: check the three numbers",
    ),
    "effect-without-kpi": Entry(
        "error",
        "培训“{id}”写了比较哪两段时间，没有写哪个指标。",
        "The training “{id}” says which windows to compare, but not of which indicator.",
        "加上 kpi: 指标的标识，或删去 effect",
        "Add kpi: id of the indicator, or delete effect",
    ),
}
