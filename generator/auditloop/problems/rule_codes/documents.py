"""What can be wrong within one document, said by its schema.

The keyword `x-problem` in `schema/*.json` names these entries: they replace the general sentence of a schema error
where a better one is known."""

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {
    "na-without-reason": Entry(
        "error",
        "“不适用”没有写理由。",
        "“Not applicable” is said without a reason.",
        "写明理由，例如 {{na: 没有公共区域}}",
        "Write why, for example {{na: no public area}}",
    ),
    "not-an-answer": Entry(
        "error",
        "“{found}”不是一个答案。",
        "“{found}” is no answer.",
        "写等级值（例如 3），或 yes、partial、no；不适用时写 {{na: 理由}}",
        "Write a level (such as 3), or yes, partial, no; where the item does not apply, {{na: reason}}",
    ),
    "answer-without-score": Entry(
        "error",
        "这个答案没有评分。",
        "This answer has no score.",
        "加上 score: …（评分）、sample: {{size: …, failed: …}}（抽查）或 na: 理由（不适用）",
        "Add score: …, or sample: {{size: …, failed: …}}, or na: reason",
    ),
    "answer-twofold": Entry(
        "error",
        "评分（score）、抽查（sample）、不适用（na）只能写一个。",
        "Only one of score, sample and na can be given.",
        "留下符合实际的那一个，删去另一个。",
        "Keep the one that is true and delete the other.",
    ),
    "levels-without-scale": Entry(
        "error",
        "尺度是 yes-partial-no，没有等级可列。",
        "The scale is yes-partial-no, which has no levels.",
        "删去 levels，或把 kind 改为 levels",
        "Delete levels, or write kind: levels",
    ),
    "not-a-level": Entry(
        "error",
        "“{found}”不是等级值。",
        "“{found}” is no level.",
        '用加引号的等级值（例如 "0"），或 yes、partial、no',
        'Use the value of a level in quotes (such as "0"), or yes, partial, no',
    ),
    "not-a-language": Entry(
        "error",
        "“{found}”不是语言代码。",
        "“{found}” is no language code.",
        "语言写 zh（中文）或 en（英文），不加地区。文字要么直接写，要么按语言分写：{{zh: …, en: …}}",
        "Languages are zh (Chinese) and en (English), without a country. Write the text itself, or one per language: "
        "{{zh: …, en: …}}",
    ),
    "not-a-link": Entry(
        "error",
        "“{found}”不是可用的链接。",
        "“{found}” is not a link that can be used.",
        "以 https://、http:// 或 mailto: 开头，或写相对路径，例如 evidence/2026-03/queue.pdf",
        "Begin with https://, http:// or mailto:, or write a relative path such as evidence/2026-03/queue.pdf",
    ),
    "value-and-share": Entry(
        "error",
        "value 和 of 不能同时写。",
        "value and of cannot stand together.",
        "数值写 {{value: …, n: 样本量}}；比例写 {{n: 分子, of: 分母}}",
        "A value is {{value: …, n: sample size}}; a share is {{n: numerator, of: denominator}}",
    ),
    "share-without-count": Entry(
        "error",
        "有分母（of），没有分子（n）。",
        "There is a denominator (of) without a numerator (n).",
        "写成 {{n: 412, of: 500}}",
        "Write it like {{n: 412, of: 500}}",
    ),
    "measured-without-value": Entry(
        "error",
        "这里没有数值。",
        "There is no value here.",
        "写成 28.4、{{value: 28.4}} 或 {{n: 412, of: 500}}；没有数据就空着。",
        "Write 28.4, {{value: 28.4}} or {{n: 412, of: 500}}; leave it empty where there are no data.",
    ),
    "period-and-kpi": Entry(
        "error",
        "period 和 kpi 不能同时写。",
        "period and kpi cannot stand together.",
        "一个期间的多个指标：只写 period；一个指标的多个期间：只写 kpi",
        "Many indicators of one period: period only. Many periods of one indicator: kpi only",
    ),
    "neither-period-nor-kpi": Entry(
        "error",
        "既没有 period，也没有 kpi。",
        "There is neither period nor kpi.",
        "加上 period: 2026-03（values 里写各指标），或 kpi: 指标标识（values 里写各期间）",
        "Add period: 2026-03 (values then lists indicators), or kpi: its id (values then lists periods)",
    ),
}
