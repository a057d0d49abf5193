"""Problems that any document can have: personal data, and more warnings than are shown."""

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {
    # --- privacy
    "personal-data": Entry(
        "error",
        "文字里有{what}：{found}。这些页面会公开，个人信息不得写入。",
        "The text holds {what}: {found}. Pages are published; personal data have no place here.",
        "删去它，改用不指向个人的编号；它已进入版本历史，请告知管理员。",
        "Delete it and use a number that points to nobody. It is in the version history now: tell the administrator.",
    ),
    "person-named": Entry(
        "warning",
        "文字里似乎写了一个人的姓名：{found}。顾客和员工都不应在这里出现。",
        "The text seems to name a person: {found}. Neither customers nor staff should be named here.",
        "改成“一位顾客”“一位员工”；不是人名就不用管。",
        "Write “a customer” or “a colleague”; leave it if it is no name.",
    ),
    "column-of-persons": Entry(
        "warning",
        "“{column}”这一列看来记的是顾客的姓名或联系方式。",
        "The column “{column}” looks made for names or addresses of customers.",
        "导出时去掉这一列：用不到它，而这个文件在仓库里。",
        "Export without it: nothing needs it, and the file is in the repository.",
    ),
    # --- all of them
    "more-warnings": Entry(
        "warning",
        "这个文件的警告超过 {limit} 个，其余的暂不列出。",
        "There are more than {limit} warnings in this file; the others are not listed.",
        "先处理列出的警告，它们多半同出一因；再检查一次。",
        "See to these first, most likely they have one cause; then check again.",
    ),
}
