"""Problems of cases: figures before and after, and pictures."""

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {
    "figure-without-unit": Entry(
        "error",
        "前后对比的数值没有单位。",
        "The numbers before and after have no unit.",
        "加上 unit，例如 unit: min；取自指标的写 kpi，前后写时间窗",
        "Add unit, as in unit: min; for an indicator write kpi, with windows before and after",
    ),
    "figure-without-name": Entry(
        "error",
        "前后对比没有说明量的是什么。",
        "Nothing says what was measured before and after.",
        "加上 name，例如 name: {{zh: 等候时间}}",
        "Add name, as in name: {{en: Waiting time}}",
    ),
    "figure-twofold": Entry(
        "error",
        "写了 kpi 就不写 {key}：指标自己有。",
        "With kpi there is no {key}: the indicator has its own.",
        "删去 {key}，或删去 kpi 并写数值",
        "Delete {key}, or delete kpi and write numbers",
    ),
    "figure-windows-overlap": Entry(
        "error",
        "前后对比的两段时间重叠或颠倒：之前 {before}，之后 {after}。",
        "The two windows overlap or stand the wrong way round: before {before}, after {after}.",
        "after 要从 before 结束以后开始",
        "after begins when before is over",
    ),
    "picture-missing": Entry(
        "error",
        "找不到图片“{file}”。",
        "There is no picture “{file}”.",
        "路径相对于这份 YAML 所在的文件夹；检查文件名和大小写，并确认文件已提交",
        "The path is relative to the folder of this YAML file. Check the name, and that the file is committed",
    ),
    "picture-outside": Entry(
        "error",
        "图片“{file}”在工作区之外。",
        "The picture “{file}” lies outside of the workspace.",
        "把它放到工作区里，例如就放在这份 YAML 旁边；不用绝对路径，也不用通往外面的链接",
        "Put it into the workspace, beside this YAML file for example; no absolute path, no link that leads out",
    ),
    "picture-too-large": Entry(
        "error",
        "图片“{file}”有 {size} MB，最多 {limit} MB。",
        "The picture “{file}” has {size} MB; there may be {limit} MB.",
        "缩小到页面上够用的大小，宽 1600 像素足矣",
        "Make it smaller: a width of 1600 pixels is enough for a page",
    ),
    "picture-of-no-type": Entry(
        "error",
        "“{file}”不是可用的图片：{what}。",
        "“{file}” is no picture that can be shown: {what}.",
        "存成 PNG、JPEG、WebP 或 GIF，扩展名与内容一致",
        "Save it as PNG, JPEG, WebP or GIF, with the extension of what it is",
    ),
}
