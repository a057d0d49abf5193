"""What may stand in a column, by its kind: for the sheet that explains a workbook."""

# ruff: noqa: E501 (a sentence is easier to judge on one line)

from __future__ import annotations

from auditloop.problems import Bilingual

GUIDE: dict[str, Bilingual] = {
    "id": Bilingual("工作区中的标识；团队和指标也可以写名称", "An id of the workspace; of teams and indicators the name will do"),
    "info": Bilingual("只供阅读，导入时不看", "For reading only; not looked at by the import"),
    "text": Bilingual("文字；每种语言一列，不分语言的写在没有语言的那一列", "Text, in a column for each language; in the one without a language where it is for all"),
    "number": Bilingual("数，不带单位；没有数据就空着，不要写 0", "A number without its unit; empty where there are no data, not 0"),
    "whole": Bilingual("整数", "A whole number"),
    "date": Bilingual("日期，例如 2026-03-15", "A day, such as 2026-03-15"),
    "period": Bilingual("期间：2026、2026-H1、2026-Q1、2026-03、2026-W12 或 2026-03-15", "A period: 2026, 2026-H1, 2026-Q1, 2026-03, 2026-W12 or 2026-03-15"),
    "window": Bilingual("一段时间，例如 2025-12..2026-02", "A stretch of time, such as 2025-12..2026-02"),
    "flag": Bilingual("TRUE 或 FALSE", "TRUE or FALSE"),
    "choice": Bilingual("从列表中选", "One of the list"),
    "ids": Bilingual("一个或几个标识，用空格或逗号隔开", "One id or several, with spaces or commas between them"),
    "links": Bilingual("链接，每行一个", "Links, one to a line"),
    "entries": Bilingual("每行一条，写法同 YAML：{date: 2026-03-15, note: …}", "One entry to a line, written as in YAML: {date: 2026-03-15, note: …}"),
    "score": Bilingual("等级值，或 yes、partial、no：以检查表的尺度为准", "A level, or yes, partial, no: as the scale of the checklist has it"),
}  # fmt: skip
