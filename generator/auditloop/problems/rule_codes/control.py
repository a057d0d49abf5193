"""Problems of how an indicator is charted: its chart, baseline, segments and exclusions."""

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {
    "chart-not-for-data": Entry(
        "error",
        "指标“{kpi}”的数据种类是 {kind}，画不了 {chart} 图。",
        "The indicator “{kpi}” is of the kind {kind}, which has no {chart} chart.",
        "写 chart: auto，或 {fitting} 之一{other}",
        "Write chart: auto, or one of {fitting}{other}",
    ),
    "chart-without-denominators": Entry(
        "warning",
        "指标“{kpi}”要画 {chart} 图，但它的 {total} 个值中有 {plain} 个没有分子和分母，所以不能这样画。",
        "The indicator “{kpi}” asks for a {chart} chart, but {plain} of its {total} values come without numerator and "
        "denominator, so another chart is drawn.",
        "这些值都写成 {{n: 分子, of: 分母}}（第一个在 {file} 第 {line} 行），或写 chart: auto",
        "Write each as {{n: numerator, of: denominator}} (the first is in {file}, line {line}), or write chart: auto",
    ),
    "rules-not-for-runs": Entry(
        "warning",
        "运行图没有控制限，总按 anhoej 规则判断，rules: {rules} 不起作用。",
        "A run chart has no limits and is always judged by the rules anhoej; rules: {rules} has no effect.",
        "删去 rules，或选用有控制限的图，例如 chart: auto",
        "Delete rules, or choose a chart with limits, such as chart: auto",
    ),
    "baseline-beyond-data": Entry(
        "warning",
        "指标“{kpi}”的基线是最初 {points} 个点，但各团队最多只有 {most} 个值。",
        "The baseline of “{kpi}” is the first {points} points, but no team has more than {most} values.",
        "可以等数据齐全；否则减小 points。在此之前用全部的值计算控制限。",
        "Wait for the data, or lower points. Until then limits come from all values.",
    ),
    "baseline-excluded": Entry(
        "warning",
        "指标“{kpi}”的基线是最初 {points} 个点，但团队“{team}”从 {period} 起的这些点几乎都被排除，算不出控制限。",
        "The baseline of “{kpi}” is the first {points} points, but exclude leaves out nearly all of them for the team "
        "“{team}” from {period} on, so there are no limits.",
        "增大 points，或少排除一些期间。",
        "Raise points, or leave out less.",
    ),
    "everything-excluded": Entry(
        "warning",
        "指标“{kpi}”排除了所有有数据的期间（{first} 到 {last}），没有任何值计入。",
        "The indicator “{kpi}” leaves out every period that has data ({first} to {last}), so nothing counts.",
        "只排除确有特殊原因的期间。",
        "Leave out only what had a cause of its own.",
    ),
    "exclusion-without-data": Entry(
        "warning",
        "指标“{kpi}”排除了 {period}，但那个期间没有数据。",
        "The indicator “{kpi}” leaves out {period}, for which there are no data.",
        "改正期间，或删去这一条。",
        "Correct the period, or delete the entry.",
    ),
    "target-base-without-data": Entry(
        "warning",
        "指标“{kpi}”的目标以 {base} 为基期，但数据只有 {first} 到 {last}，所以没有目标。",
        "The target of “{kpi}” is a change on {base}, but its data go from {first} to {last}, so there is no target.",
        "改正 base，或直接写目标值。",
        "Correct base, or write the target as a number.",
    ),
    "segment-without-data": Entry(
        "warning",
        "指标“{kpi}”从 {period} 起分段，但数据只有 {first} 到 {last}。",
        "The indicator “{kpi}” has a segment from {period}, but its data go from {first} to {last}.",
        "改正 from，或删去这一段。",
        "Correct from, or delete the segment.",
    ),
}
