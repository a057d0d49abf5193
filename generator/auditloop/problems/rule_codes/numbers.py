"""Problems of numbers that belong together: weights, levels, grades, scores, targets."""

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {
    "weights-too-little": Entry(
        "error",
        "权重合计 {total}，比 {whole} 少 {difference}。",
        "The weights add up to {total}, which is {difference} less than {whole}.",
        "调整权重，使合计为 1（或 100）。",
        "Change the weights so that they add up to 1 (or to 100).",
    ),
    "weights-too-much": Entry(
        "error",
        "权重合计 {total}，比 {whole} 多 {difference}。",
        "The weights add up to {total}, which is {difference} more than {whole}.",
        "调整权重，使合计为 1（或 100）。",
        "Change the weights so that they add up to 1 (or to 100).",
    ),
    "levels-order": Entry(
        "error",
        "等级 {found} 排在 {before} 之后：等级须从低到高，各不相同。",
        "The level {found} stands after {before}: levels go upwards, each higher than the one before.",
        "按从低到高排列，例如 0、1、2、3、4",
        "Put them in order, lowest first, such as 0, 1, 2, 3, 4",
    ),
    "guidance-off-scale": Entry(
        "error",
        "检查表的尺度里没有“{found}”这一级。",
        "The scale of the checklist has no level “{found}”.",
        "可以写：{allowed}",
        "Possible are: {allowed}",
    ),
    "grades-order": Entry(
        "error",
        "评级“{grade}”从 {found} 分起，没有低于它上面的“{above}”（{limit} 分起）。",
        "The grade “{grade}” begins at {found}, which is not below “{above}” above it ({limit}).",
        "评级从高到低排列，起点逐级降低。",
        "Put the grades in order, highest first, each beginning lower than the one before.",
    ),
    "grades-from-zero": Entry(
        "error",
        "最低的评级“{grade}”从 {found} 分起，更低的分数没有评级。",
        "The lowest grade “{grade}” begins at {found}, so lower scores have no grade.",
        "最后一级写 from: 0",
        "Write from: 0 for the last grade",
    ),
    "not-in-time-order": Entry(
        "error",
        "{list} 里 {found} 排在 {before} 之后，但并不更晚。",
        "In {list}, {found} stands after {before} but is not later.",
        "按时间先后排列，每个期间只写一次。",
        "Put them in order of time, each period once.",
    ),
    "score-flat": Entry(
        "error",
        "得 0 分和得 100 分的值都是 {value}，无法计分。",
        "The value that gives 0 and the one that gives 100 are both {value}: nothing can be scored.",
        "zero 写得 0 分的值，full 写得 100 分的值。",
        "zero is the value that gives 0, full the value that gives 100.",
    ),
    "score-against-direction": Entry(
        "warning",
        "指标的方向是 better: {better}，但计分从 {zero}（0 分）到 {full}（100 分），正好相反。",
        "The indicator says better: {better}, but its score goes from {zero} (0) to {full} (100), the other way round.",
        "对调 zero 和 full，或改正 better",
        "Swap zero and full, or correct better",
    ),
    "target-without-direction": Entry(
        "warning",
        "指标没有好坏方向（better: neither），目标无法判断是否达到。",
        "The indicator has no direction (better: neither), so nobody can say whether the target is met.",
        "把 better 改为 lower 或 higher，或删去 target",
        "Write better: lower or better: higher, or delete target",
    ),
}
