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
    # --- all of them
    "more-warnings": Entry(
        "warning",
        "这个文件的警告超过 {limit} 个，其余的暂不列出。",
        "There are more than {limit} warnings in this file; the others are not listed.",
        "先处理列出的警告，它们多半同出一因；再检查一次。",
        "See to these first, most likely they have one cause; then check again.",
    ),
}
