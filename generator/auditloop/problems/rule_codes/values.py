"""Problems of measured values and of their periods."""

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {
    "observed-twice": Entry(
        "error",
        "团队“{team}”的指标“{kpi}”在 {period} 已有一个值：{file} 第 {line} 行{more}。",
        "The team “{team}” has a value of “{kpi}” for {period} already: {file}, line {line}{more}.",
        "留下正确的一个，删去另一个；如果是复制来的文件，检查其中的团队和期间改了没有。",
        "Keep the right one and delete the other. In a copied file, check that team and period were changed.",
    ),
    "periods-overlap": Entry(
        "warning",
        "团队“{team}”的指标“{kpi}”在 {period} 有一个值，其中的 {part}{more}又有一个，重复计算。",
        "The team “{team}” has a value of “{kpi}” for {period} and also for {part}{more} within it, so that some time "
        "counts twice.",
        "只留下长的或短的期间。",
        "Keep either the longer period or the shorter ones.",
    ),
    "counts-of-unequal-periods": Entry(
        "warning",
        "团队“{team}”的指标“{kpi}”是次数，{period} 与 {other} 长短不同，不能放在一起比较。",
        "The indicator “{kpi}” is a count, and the team “{team}” has values for {period} and for {other}: counts of "
        "longer and shorter periods cannot be compared.",
        "全部按同样长的期间上报；或改用 kind_of_data: rate 并写出分母。",
        "Report periods of one length, or use kind_of_data: rate with a denominator.",
    ),
    "period-off-frequency": Entry(
        "error",
        "指标“{kpi}”的频率是 {frequency}，期间 {period} 太短。",
        "The indicator “{kpi}” is reported {frequency}; the period {period} is too short.",
        "写成 {example}，或改正指标的 frequency",
        "Write {example}, or correct the indicator's frequency",
    ),
    "period-in-future": Entry(
        "warning",
        "期间 {period} 在 {today} 还没有开始。",
        "The period {period} has not begun on {today}.",
        "改正期间；计划值不要写在这里。",
        "Correct the period; planned values do not belong here.",
    ),
    "n-over-of": Entry(
        "error",
        "指标“{kpi}”的分子 {n} 大于分母 {of}。",
        "The numerator {n} of “{kpi}” is greater than its denominator {of}.",
        "改正 n（分子）或 of（分母）。",
        "Correct n (numerator) or of (denominator).",
    ),
    "of-is-zero": Entry(
        "warning",
        "指标“{kpi}”的分母是 0，这个期间没有值。",
        "The denominator of “{kpi}” is 0, so there is no value for this period.",
        "如果确实没有发生，可以保留；否则改正 of",
        "Keep it if nothing happened in the period; otherwise correct of",
    ),
    "share-not-expected": Entry(
        "error",
        "指标“{kpi}”的数据种类是 {kind}，不能写成 n / of。",
        "The indicator “{kpi}” is of the kind {kind}, which has no n / of.",
        "直接写数值；如果是比例，在指标里写 kind_of_data: proportion",
        "Write the value itself. If it is a share, write kind_of_data: proportion in the indicator",
    ),
    "share-over-whole": Entry(
        "error",
        "指标“{kpi}”是百分比，{found} 超过了 100。",
        "The indicator “{kpi}” is a percentage; {found} is more than 100.",
        "改正数值，或写成 {{n: 分子, of: 分母}}",
        "Correct the value, or write {{n: numerator, of: denominator}}",
    ),
    "share-over-one": Entry(
        "error",
        "指标“{kpi}”是比例，单位“{unit}”不是百分号 %，所以从 0 到 1；{found} 超过了 1。",
        "The indicator “{kpi}” is a proportion with the unit “{unit}”, not %, so it goes from 0 to 1; {found} is more.",
        '如果是百分比，在指标中写 unit: "%"；否则改正数值',
        'If it is a percentage, write unit: "%" in the indicator; otherwise correct the value',
    ),
    "negative-count": Entry(
        "error",
        "指标“{kpi}”的数据种类是 {kind}，不能是负数 {found}。",
        "The indicator “{kpi}” is of the kind {kind} and cannot be {found}.",
        "改正数值。",
        "Correct the value.",
    ),
}
