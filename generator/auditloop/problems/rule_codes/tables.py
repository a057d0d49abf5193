"""What can be wrong with a CSV table that a document refers to, and with its cells."""

# ruff: noqa: E501 (a sentence is easier to judge on one line)

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {
    # --- the file
    "table-missing": Entry(
        "error",
        "找不到文件“{file}”。",
        "There is no file “{file}”.",
        "路径相对于这份 YAML 所在的文件夹；检查文件名，并确认文件已提交。{near}",
        "The path is relative to the folder of this YAML file. Check the name, and that the file is committed.{near}",
    ),
    "table-outside": Entry(
        "error",
        "文件“{file}”在工作区之外。",
        "The file “{file}” lies outside of the workspace.",
        "把它放到工作区里，例如就放在这份 YAML 旁边。",
        "Put it into the workspace, beside this YAML file for example.",
    ),
    "table-named-twice": Entry(
        "error",
        "文件“{file}”已由 {other} 引用。",
        "The file “{file}” is named in {other} already.",
        "每个表只引用一次；多半是复制了 YAML 而没有改 file。",
        "Name each table once. Most likely the YAML file is a copy whose `file` was not changed.",
    ),
    "table-too-large": Entry(
        "error",
        "文件“{file}”有 {size} MB，最多 {limit} MB。",
        "The file “{file}” has {size} MB; there may be {limit} MB.",
        "按月份或团队拆成几份，每份配一个 YAML。",
        "Split it by month or team, with a YAML file for each part.",
    ),
    "table-encoding": Entry(
        "error",
        "{what}，从这里起无法读取（字节 {byte}）。",
        "{what}: from here on it cannot be read (byte {byte}).",
        "另存为“CSV UTF-8”，或在 YAML 里写明 encoding: gb18030 或 utf-16",
        "Save it as “CSV UTF-8”, or write encoding: gb18030 or utf-16 in the YAML file",
    ),
    "table-other-encoding": Entry(
        "error",
        "写明的编码是 {declared}，而文件不是。",
        "It is declared to be {declared}, but it is not.",
        "删去 encoding：UTF-8、UTF-16 和写有中文的 GB18030 会自动认出",
        "Delete `encoding`: UTF-8, UTF-16 and GB18030 with Chinese text are recognised",
    ),
    "csv-broken": Entry(
        "error",
        "从这里起无法按 CSV 读取：{reason}。",
        "From here on it cannot be read as CSV: {reason}.",
        '文字里的引号要写两次，整个单元格再用引号括起来："他说""等"""',
        'Inside a quoted cell each quotation mark is written twice: "he said ""wait"""',
    ),
    "csv-row-length": Entry(
        "error",
        "这一行有 {cells} 个单元格，标题行有 {width} 个。",
        "This row has {cells} cells, the headings are {width}.",
        "文字里有逗号或换行时，要用双引号括起来。",
        "Put text that holds a comma or a line break in double quotes.",
    ),
    "csv-more-rows": Entry(
        "error",
        "另有 {count} 行的单元格数不对，最后一行是第 {last} 行。",
        "{count} more rows have the wrong number of cells, the last on line {last}.",
        "多半同出一因：先改前几行，再检查一次。",
        "Most likely they have one cause: see to the first ones, then check again.",
    ),
    "csv-without-rows": Entry(
        "error",
        "这个表里没有数据。",
        "There are no rows in this table.",
        "第一行是标题，从第二行起每行一条；没有数据就删去引用它的 YAML。",
        "The first line holds the headings, each line after it a row. If there are no data, delete the YAML file that refers to it.",
    ),
    "csv-heading-missing": Entry(
        "error",
        "{file} 里没有“{column}”这一列。",
        "{file} has no column “{column}”.",
        "{meant}",
        "{meant}",
    ),
    "csv-heading-twice": Entry(
        "error",
        "有两列都叫“{column}”。",
        "Two columns are called “{column}”.",
        "改掉其中一个的标题。",
        "Change the heading of one of them.",
    ),
    "csv-heading-shared": Entry(
        "error",
        "{field} 与 {other} 都取自“{column}”这一列，两步之间的用时就成了零。",
        "{field} and {other} are both taken from “{column}”, so that no time passes between them.",
        "各写各的列名；没有记录的那一步就不写。",
        "Give each the heading of its own column, and leave out the step that is not recorded.",
    ),
    "csv-column-needed": Entry(
        "error",
        "不知道 {file} 的哪一列是“{field}”。",
        "Nobody knows which column of {file} is “{field}”.",
        "在 columns 里写 {field}: 列名。文件里的列：{there}",
        "Write {field}: heading under `columns`. The file has {there}",
    ),
    # --- cells
    "cell-empty": Entry(
        "error",
        "“{column}”是空的，而每一行都要有。",
        "“{column}” is empty; every row needs one.",
        "补上，或删去这一行。",
        "Fill it in, or delete the row.",
    ),
    "cell-not-id": Entry(
        "error",
        "“{column}”里的“{found}”不能用作编号。",
        "“{found}” under “{column}” cannot be an id.",
        "{hint}",
        "{hint}",
    ),
    "cell-scientific": Entry(
        "error",
        "“{column}”里的“{found}”被表格软件改成了科学计数，后面的数字已经丢失。",
        "“{found}” under “{column}” was turned into scientific notation by a spreadsheet; its last digits are lost.",
        "从系统重新导出；在 Excel 里打开前先把这一列设为“文本”。",
        "Export it again. Before it is opened in Excel, set the column to “Text”.",
    ),
    "cell-lost-zeros": Entry(
        "warning",
        "“{column}”里的“{found}”似乎丢了开头的零，其他行都带零。",
        "“{found}” under “{column}” seems to have lost its leading zeros; other rows have them.",
        "应是“{meant}”吗？从系统重新导出；在 Excel 里打开前先把这一列设为“文本”。",
        "Should it be “{meant}”? Export it again. Before it is opened in Excel, set the column to “Text”.",
    ),
    "cell-not-slug": Entry(
        "error",
        "“{column}”里的“{found}”不是标识。",
        "“{found}” under “{column}” is no id.",
        "在 from_csv 的 values 里写明它对应的标识，例如 {{{found}: waiting-time}}",
        "Say under `values` of from_csv which id it stands for, such as {{{found}: waiting-time}}",
    ),
    "cell-not-one-of": Entry(
        "error",
        "“{column}”不能是“{found}”。",
        "“{column}” cannot be “{found}”.",
        "{proposal}可以写：{known}；其他说法在 from_csv 的 values 里对应。",
        "{proposal}Possible are {known}. Say what other words stand for under `values` of from_csv.",
    ),
    "cell-not-number": Entry(
        "error",
        "“{column}”里的“{found}”不是 {low} 到 {high} 的整数。",
        "“{found}” under “{column}” is no whole number from {low} to {high}.",
        "改成整数；没有就空着。",
        "Write a whole number; leave it empty where there is none.",
    ),
    "cell-not-time": Entry(
        "error",
        "“{column}”里的“{found}”不是时刻。",
        "“{found}” under “{column}” is no time.",
        "写成 2026-03-01T09:12；没有就空着。{hint}",
        "Write it like 2026-03-01T09:12; leave it empty where there is none.{hint}",
    ),
    "cell-without-time": Entry(
        "error",
        "“{column}”里的“{found}”只有日期，没有几点几分。",
        "“{found}” under “{column}” is a day without a time.",
        "从系统导出带时刻的值；在 Excel 里把格式设为 yyyy-mm-dd hh:mm",
        "Export it with the time of day; in Excel, format the column as yyyy-mm-dd hh:mm",
    ),
    "cell-rewritten-time": Entry(
        "warning",
        "“{column}”里的“{found}”像是被表格软件改写过，按 {meant} 读取。",
        "“{found}” under “{column}” looks rewritten by a spreadsheet; it is read as {meant}.",
        "在 Excel 里把这一列设为 yyyy-mm-dd hh:mm 再保存。",
        "In Excel, format the column as yyyy-mm-dd hh:mm before saving.",
    ),
    "cell-serial-time": Entry(
        "error",
        "“{column}”里的“{found}”是表格软件内部的日期数字。",
        "“{found}” under “{column}” is a spreadsheet's own number for a date.",
        "它是 {meant}；在 Excel 里把这一列设为 yyyy-mm-dd hh:mm 再保存。",
        "It is {meant}. In Excel, format the column as yyyy-mm-dd hh:mm before saving.",
    ),
    "cell-ambiguous-time": Entry(
        "error",
        "“{column}”里的“{found}”分不清哪个是月、哪个是日。",
        "“{found}” under “{column}” does not say which number is the month and which the day.",
        "年写在最前面：2026-03-01T09:12",
        "Write the year first: 2026-03-01T09:12",
    ),
    # --- many alike
    "more-alike": Entry(
        "error",
        "“{column}”还有 {count} 处同样的问题，最后一处在第 {last} 行。",
        "The same is wrong in {count} more places of “{column}”, the last on line {last}.",
        "多半同出一因：先改前几处，再检查一次。",
        "Most likely they have one cause: see to the first ones, then check again.",
    ),
    "more-alike-warnings": Entry(
        "warning",
        "“{column}”还有 {count} 处同样的情况，最后一处在第 {last} 行。",
        "It is the same in {count} more places of “{column}”, the last on line {last}.",
        "多半同出一因：先处理前几处，再检查一次。",
        "Most likely they have one cause: see to the first ones, then check again.",
    ),
}
