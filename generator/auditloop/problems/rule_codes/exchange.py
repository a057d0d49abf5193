"""What can be wrong with a table or workbook that is imported, and with its cells."""

# ruff: noqa: E501 (a sentence is easier to judge on one line)

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {
    # --- the workbook
    "workbook-unreadable": Entry(
        "error",
        "不能当作 Excel 工作簿来读：{reason}。",
        "It cannot be read as an Excel workbook: {reason}.",
        "在 Excel 或 WPS 里另存为“Excel 工作簿 (.xlsx)”，不设密码；或另存为“CSV UTF-8”。",
        "Save it as “Excel Workbook (.xlsx)” without a password, or as “CSV UTF-8”.",
    ),
    "workbook-macros": Entry(
        "error",
        "工作簿里有宏。",
        "The workbook has macros in it.",
        "另存为不带宏的“Excel 工作簿 (.xlsx)”；这里从不运行宏。",
        "Save it as “Excel Workbook (.xlsx)”, without macros; none is ever run here.",
    ),
    "workbook-too-large": Entry(
        "error",
        "工作簿太大：{size}，最多 {limit}。",
        "The workbook is too large: {size}; there may be {limit}.",
        "删去用不到的工作表、图片和空行，或拆成几份。",
        "Delete sheets, pictures and rows that are not needed, or split it.",
    ),
    "workbook-no-sheet": Entry(
        "error",
        "没有可见的工作表“{found}”。",
        "There is no visible sheet “{found}”.",
        "可用的有：{there}",
        "There are {there}",
    ),
    "cell-not-computed": Entry(
        "error",
        "这个公式没有存下结果：{found}",
        "This formula has no value saved with it: {found}",
        "在 Excel 里打开，算好后再保存；或把公式换成数值（复制，选择性粘贴为“值”）。",
        "Open and save it in Excel, which computes it; or replace formulas by values (copy, then paste as values).",
    ),
    "cell-external": Entry(
        "error",
        "这个公式从另一个文件取值，不知道是否还有效：{found}",
        "This formula takes its value from another file, and nobody knows whether it still holds: {found}",
        "把公式换成数值（复制，选择性粘贴为“值”）。",
        "Replace it by its value (copy, then paste as values).",
    ),
    "cell-error-value": Entry(
        "error",
        "这个单元格里是错误值“{found}”。",
        "This cell holds the error “{found}”.",
        "改好公式，或清空这一格。",
        "Mend its formula, or empty the cell.",
    ),
    # --- headings
    "import-no-rows": Entry(
        "error",
        "这个表里没有可以导入的数据。",
        "There is nothing in this table to import.",
        "第一行是标题，从第二行起每行一条；标题见 auditloop export --template 写出的模板。",
        "The first row holds the headings, each row below it a record; `auditloop export … --template` writes an empty table.",
    ),
    "import-heading-unknown": Entry(
        "warning",
        "不认识“{column}”这一列，没有读它。",
        "Nobody knows the column “{column}”; it was not read.",
        "{hint}",
        "{hint}",
    ),
    "import-column-needed": Entry(
        "error",
        "缺少“{title}”（{field}）这一列。",
        "There is no column “{title}” ({field}).",
        "加上这一列{else_}。现有的列：{there}",
        "Add it{else_}. The table has {there}",
    ),
    # --- cells
    "import-unknown-id": Entry(
        "error",
        "“{column}”里的“{found}”不在工作区里。",
        "“{found}” under “{column}” is not in the workspace.",
        "{proposal}",
        "{proposal}",
    ),
    "import-not-number": Entry(
        "error",
        "“{column}”里的“{found}”不是数。",
        "“{found}” under “{column}” is no number.",
        "{hint}",
        "{hint}",
    ),
    "import-not-whole": Entry(
        "error",
        "“{column}”里的“{found}”不是整数。",
        "“{found}” under “{column}” is no whole number.",
        "写整数，例如 20。",
        "Write a whole number, such as 20.",
    ),
    "import-not-date": Entry(
        "error",
        "“{column}”里的“{found}”不是日期，或看不出哪个是月、哪个是日。",
        "“{found}” under “{column}” is no day, or nobody can tell its month from its day.",
        "写成 2026-03-15；在 Excel 里也可以用日期格式的单元格。",
        "Write it like 2026-03-15; in Excel a cell in a date format will do.",
    ),
    "import-not-period": Entry(
        "error",
        "“{column}”里的“{found}”不是期间。",
        "“{found}” under “{column}” is no period.",
        "写成 2026-03、2026-Q1、2026-H1、2026、2026-W12 或 2026-03-15；在 Excel 里先把这一列设为“文本”。",
        "Write 2026-03, 2026-Q1, 2026-H1, 2026, 2026-W12 or 2026-03-15; in Excel set the column to “Text” first.",
    ),
    "import-not-flag": Entry(
        "error",
        "“{column}”里的“{found}”既不是“是”也不是“否”。",
        "“{found}” under “{column}” says neither yes nor no.",
        "写 TRUE 或 FALSE，或空着。",
        "Write TRUE or FALSE, or leave it empty.",
    ),
    "import-not-choice": Entry(
        "error",
        "“{column}”不能是“{found}”。",
        "“{column}” cannot be “{found}”.",
        "可以写：{known}",
        "Possible are {known}",
    ),
    "import-not-entry": Entry(
        "error",
        "“{column}”里的这一行读不懂：“{found}”。",
        "This line under “{column}” cannot be read: “{found}”.",
        "每行一条，写法同 YAML：{{date: 2026-03-15, note: 做了什么}}",
        "One entry to a line, written as in YAML: {{date: 2026-03-15, note: what was done}}",
    ),
    "import-text-twofold": Entry(
        "error",
        "“{column}”同时有分语言的和不分语言的文字。",
        "“{column}” has a text for all languages and one for a language.",
        "只留一种：要么不分语言，要么每种语言一列。",
        "Keep one: a text for all, or a column for each language.",
    ),
    # --- rows
    "import-row-twice": Entry(
        "error",
        "“{what}”在第 {line} 行已经有了。",
        "“{what}” stands on line {line} already.",
        "只留一行。",
        "Keep one of the rows.",
    ),
    "import-differs": Entry(
        "error",
        "“{what}”在 {file} 里是 {old}，表里是 {new}。",
        "“{what}” is {old} in {file} and {new} in the table.",
        "确定要以表为准，就加上 --overwrite；否则改表。",
        "Add --overwrite where the table is right; else change the table.",
    ),
    "import-other-team": Entry(
        "error",
        "措施 {id} 属于团队“{team}”，表里写的是“{found}”。",
        "The action {id} is filed under the team “{team}”, and the table says “{found}”.",
        "改表；要换团队，请在 YAML 里移动它。",
        "Change the table; to move an action to another team, move it in the YAML files.",
    ),
    "import-without-team": Entry(
        "error",
        "新措施 {id} 没有写团队。",
        "The new action {id} has no team.",
        "填上“团队”这一列，或加上 --team。",
        "Fill in the column “Team”, or add --team.",
    ),
    "import-cannot-edit": Entry(
        "error",
        "这个文件的写法使程序无法安全地改写。",
        "This file is written in a way that cannot be changed safely.",
        "请自己改：{changes}",
        "Change it yourself: {changes}",
    ),
}
