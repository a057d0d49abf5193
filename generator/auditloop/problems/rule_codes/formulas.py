"""What can be wrong with the formula of a derived indicator."""

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {
    # said by the schema
    "not-a-name-in-formula": Entry(
        "error",
        "“{found}”不能用作公式中的名称。",
        "“{found}” cannot be a name in a formula.",
        "用字母、数字和下划线，以字母开头，例如 a 或 solved",
        "Use letters, digits and underscores, beginning with a letter, such as a or solved",
    ),
    "formula-syntax": Entry(
        "error",
        "公式“{formula}”读不懂：{what}。",
        "The formula “{formula}” cannot be read: {what}.",
        "只用数字、名称、+ - * / 和括号，例如 a / b * 100{instead}",
        "Use numbers, names, + - * / and parentheses only, such as a / b * 100{instead}",
    ),
    "formula-unknown-name": Entry(
        "error",
        "公式里的“{name}”没有说明是哪个指标。",
        "The formula does not say which indicator “{name}” is.",
        "{remedy}",
        "{remedy}",
    ),
    "formula-unused-name": Entry(
        "error",
        "公式“{formula}”没有用到“{name}”。",
        "The formula “{formula}” does not use “{name}”.",
        "在 of 中用上它，或删去这一行",
        "Use it in `of`, or delete this line",
    ),
    "formula-without-indicator": Entry(
        "error",
        "公式“{formula}”里没有指标，结果永远是同一个数。",
        "The formula “{formula}” names no indicator, so that it is always the same number.",
        "写出由哪些指标算出，例如 {{of: a / b * 100, a: 指标的标识, b: 指标的标识}}",
        "Write which indicators it is computed from, such as {{of: a / b * 100, a: id, b: id}}",
    ),
    "formula-cycle": Entry(
        "error",
        "指标“{kpi}”由自己算出：{path}。",
        "The indicator “{kpi}” is computed from itself: {path}.",
        "改用直接上报的指标，断开这个圈。",
        "Break the circle with an indicator that is reported.",
    ),
    "formula-chain": Entry(
        "error",
        "指标“{kpi}”由公式算出，其中的指标又由公式算出，超过 {limit} 层。",
        "The indicator “{kpi}” is computed from computed indicators, more than {limit} formulas deep.",
        "改用更接近上报数据的指标。",
        "Use indicators that are nearer to what is reported.",
    ),
    "formula-frequency": Entry(
        "error",
        "指标“{kpi}”的频率是 {frequency}，而“{operand}”是 {other}：两者没有相同的期间。",
        "The indicator “{kpi}” is {frequency} and “{operand}” {other}: they have no periods in common.",
        "使公式及其各指标的 frequency 一致。",
        "Give the derived indicator and those in its formula the same frequency.",
    ),
    "derived-observed": Entry(
        "error",
        "指标“{kpi}”由公式算出，不能再上报数值。",
        "The indicator “{kpi}” is computed by a formula, so no value of it can be reported.",
        "删去这些数值，或删去 {file}:{line} 的 formula",
        "Delete these values, or the formula at {file}:{line}",
    ),
}
