"""A new indicator, with everything one can say about it explained on the spot. Knows nothing of its values."""

from __future__ import annotations

from auditloop.charts_for import CHARTS_FOR
from auditloop.model import Text, Workspace
from auditloop.scaffold.files import NewFile
from auditloop.scaffold.lookup import folder, modeline, named, new_id, one_of
from auditloop.scaffold.yamltext import flow_text, quote

DIMENSIONS = (
    "efficiency", "effectiveness", "accuracy", "convenience", "responsiveness", "reliability", "satisfaction", "people",
    "data-quality",
)  # fmt: skip
DIRECTIONS = ("lower", "higher", "neither")
FREQUENCIES = ("daily", "weekly", "monthly", "quarterly", "half-yearly", "yearly")
KINDS_OF_DATA = ("value", "proportion", "count", "rate", "rare-event")


def new_kpi(
    workspace: Workspace,
    *,
    id: str,
    name: Text,
    dimension: str = "effectiveness",
    unit: str = "%",
    better: str = "higher",
    frequency: str = "monthly",
    kind_of_data: str = "value",
) -> NewFile:
    """An indicator to be defined. Raises BadId, IdTaken or BadChoice."""
    new_id(workspace, "kpi", id, workspace.kpis)
    one_of("dimension", dimension, DIMENSIONS)
    one_of("better", better, DIRECTIONS)
    one_of("frequency", frequency, FREQUENCIES)
    one_of("kind_of_data", kind_of_data, KINDS_OF_DATA)
    path = folder(workspace, "kpi", "kpis") / f"{id}.yml"
    return NewFile(
        path,
        f"""{modeline(path)}\
# 一个指标：它量的是什么、怎样算好。数值另写在 observations 文件里。
# An indicator: what it measures and what is good. Its values stand in observations files.
kind: kpi
format: 1
id: {quote(id)}
name: {flow_text(named(name))}
dimension: {dimension}
#   {" | ".join(DIMENSIONS)}
definition:  # 用文字写清分子、分母和不计入的情形 / in words: numerator, denominator, what is left out
  zh: 待填写：分子、分母、不计入的情形
  en: "To be written: numerator, denominator, what is left out"
unit: {quote(unit)}  # 例如 / for example: "%", min, 分
better: {better}  # {" | ".join(DIRECTIONS)}（越低越好、越高越好、都不是）
frequency: {frequency}  # {" | ".join(FREQUENCIES)}
kind_of_data: {kind_of_data}
#   value       平均值等数值 / a mean or another number:                28.4
#   proportion  占比，写分子分母 / a share, as n of all:                 {{n: 412, of: 500}}
#   count       次数 / a number of events:                              12
#   rate        每若干次的次数，配合 per / events per so many, see per:  {{n: 3, of: 1830}}
#   rare-event  极少发生的事件 / an event that hardly ever happens

# 下面各行可选；要用就删去行首的“# ”。/ All of the following is optional: delete the leading “# ” to use it.
# source: {{zh: 数据来自哪个系统, en: Which system the data comes from}}
# customers: {{zh: 涉及哪些客户, en: Which customers it is about}}
# target: 90
# target: [{{from: 2025-01, value: 85}}, {{from: 2026-01, value: 90}}]  # 目标随时间变化 / a target that changes
# target: {{change: -30%, base: 2025}}  # 比基准期下降 30% / 30% less than in a base period
# benchmark: {{value: 88, source: {{zh: 行业报告, en: Industry report}}}}
# score: {{zero: 50, full: 100}}  # 换算成 0–100 分，供综合指数使用 / linear map to 0–100, needed for indices
# per: 1000  # 仅用于 rate：每多少次 / for a rate only: per how many
# decimals: 1  # 显示几位小数 / digits after the point

# 控制图：不写就自动选择。/ The control chart: chosen by itself unless you say otherwise.
# segments: [{{from: 2026-02, why: {{zh: 换了工单系统, en: New ticket system}}}}]
#   过程变了，控制限从此重新计算 / the process changed: limits start anew
# exclude: [{{period: 2026-01, why: {{zh: 台风停业, en: Closed by a typhoon}}}}]  # 显示但不计入 / shown, not counted
# baseline: {{points: 12}}  # 只用每段最初 12 个值计算控制限 / limits from the first 12 values of a segment only
# chart: auto  # auto | {" | ".join(CHARTS_FOR[kind_of_data])}
# rules: nhs  # nhs | nhs-excel | anhoej | wheeler

# 由其他指标算出，则不再填报数值 / computed from other indicators instead of being reported:
# formula: {{of: "a / b * 100", a: …, b: …}}  # + - * / ( )；a、b 写指标的 id / the ids of indicators
""",
    )
