"""What can be wrong with one document by its schema."""

# ruff: noqa: E501 (a sentence is easier to judge on one line)

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {
    # --- what every document begins with
    "not-a-mapping": Entry(
        "error",
        "文件应由“键: 值”组成，这里却是{found}。",
        "A file is made of lines “key: value”, but this one is {found}.",
        "第一行写 kind: …，可用的有：{kinds}",
        "Begin with a line kind: …; known are {kinds}",
    ),
    "missing-kind": Entry(
        "error",
        "缺少 kind，不知道这是哪一种文档。",
        "There is no kind, so nobody knows what this document is.",
        "{hint}",
        "{hint}",
    ),
    "unknown-kind": Entry(
        "error",
        "没有“{found}”这种文档。",
        "There is no kind of document “{found}”.",
        "{hint}",
        "{hint}",
    ),
    "kind-not-first": Entry(
        "warning",
        "kind 应该是文件的第一个键。",
        "kind should be the first key of the file.",
        "把 kind: {kind} 移到最前面。",
        "Move kind: {kind} to the top.",
    ),
    "newer-format": Entry(
        "error",
        "这个文件的格式版本是 {found}，本程序只认识到 {known}。",
        "This file is in format {found}; this program knows formats up to {known}.",
        "升级程序：pip install --upgrade auditloop；如果是写错了，改为 format: {known}",
        "Upgrade: pip install --upgrade auditloop. If it is a slip, write format: {known}",
    ),
    "older-format": Entry(
        "error",
        "这个文件的格式版本是 {found}，现在是 {known}。",
        "This file is in format {found}; now it is {known}.",
        "运行 auditloop migrate：整个工作区随之更新，注释和顺序不变。",
        "Run auditloop migrate: it brings the whole workspace up and keeps comments and order.",
    ),
    "no-way-from-format": Entry(
        "error",
        "这个文件的格式版本是 {found}，没有通往 {known} 的更新步骤。",
        "This file is in format {found}, from which no migration leads to {known}.",
        "多半是写错了：删去 format 这一行，或改为 format: {known}，再运行 auditloop validate。",
        "Most likely it is a slip: delete the line format, or write format: {known}, then run auditloop validate.",
    ),
    "cannot-migrate": Entry(
        "error",
        "这个文件的写法使程序无法安全地改写，整个工作区都没有改动。",
        "This file is written in a way that cannot be changed safely; nothing in the workspace was changed.",
        "请自己改：{changes}",
        "Change it yourself: {changes}",
    ),
    # --- keys
    "missing-key": Entry(
        "error",
        "这里缺少“{key}”。",
        "“{key}” is missing here.",
        "补上一行 {key}: …{about}",
        "Add a line {key}: …{about}",
    ),
    "unknown-key": Entry(
        "error",
        "这里没有“{key}”这个键。",
        "The key “{key}” is not known here.",
        "{hint}",
        "{hint}",
    ),
    "malformed-key": Entry(
        "error",
        "“{found}”不能用作{where}的键。",
        "“{found}” cannot be a key {where}.",
        "{hint}",
        "{hint}",
    ),
    # --- values
    "wrong-type": Entry(
        "error",
        "{what}应该是{expected}，这里却是{found}。",
        "{what} should be {expected}, but this is {found}.",
        "{hint}",
        "{hint}",
    ),
    "not-one-of": Entry(
        "error",
        "{what}不能是{found}。",
        "{what} cannot be {found}.",
        "{hint}",
        "{hint}",
    ),
    "out-of-range": Entry(
        "error",
        "{what}是 {found}，超出了范围。",
        "{what} is {found}, which is out of range.",
        "写{range} 的数。",
        "Write a number {range}.",
    ),
    "malformed": Entry(
        "error",
        "“{found}”的写法不对，{what}不能这样写。",
        "“{found}” is not how {what} is written.",
        "{hint}",
        "{hint}",
    ),
    "empty-value": Entry(
        "error",
        "{what}是空的。",
        "{what} is empty.",
        "写上内容，或删除这个键。",
        "Fill it in, or delete the key.",
    ),
    "too-long": Entry(
        "error",
        "{what}有 {count} 个字符，最多 {limit} 个。",
        "{what} has {count} characters; there may be {limit}.",
        "缩短它。",
        "Make it shorter.",
    ),
    "too-few": Entry(
        "error",
        "{what}有 {count} 项，至少要有 {limit} 项。",
        "{what} has {count} entries; there must be at least {limit}.",
        "补上缺少的项。",
        "Add what is missing.",
    ),
    "too-many": Entry(
        "error",
        "{what}有 {count} 项，最多 {limit} 项。",
        "{what} has {count} entries; there may be {limit}.",
        "删除多余的项。",
        "Delete what is too much.",
    ),
    "repeated-entry": Entry(
        "error",
        "“{found}”在列表里写了两次。",
        "“{found}” stands in the list twice.",
        "删除其中一个。",
        "Delete one of the two.",
    ),
    "schema-mismatch": Entry(
        "error",
        "{what}不符合这种文档的格式（规则 {rule}）。",
        "{what} does not fit the format of this kind of document (rule {rule}).",
        "{hint}",
        "{hint}",
    ),
    # --- dates and periods
    "impossible-date": Entry(
        "error",
        "日历上没有 {found} 这一天（年份须在 1900 到 2099 之间）。",
        "There is no day {found} in the calendar of the years 1900 to 2099.",
        "检查年、月、日，写成 2026-03-15 这样。",
        "Check year, month and day; write it like 2026-03-15.",
    ),
    "malformed-date": Entry(
        "error",
        "“{found}”不是这里能用的日期写法。",
        "“{found}” is not how a date is written here.",
        "写成四位年-两位月-两位日：{proposal}",
        "Write year, month and day with all their digits: {proposal}",
    ),
    "impossible-period": Entry(
        "error",
        "没有 {found} 这个期间（年份须在 1900 到 2099 之间）。",
        "There is no period {found} in the years 1900 to 2099.",
        "检查年份、月份、季度或周数。",
        "Check the year and the number of the month, quarter or week.",
    ),
    "malformed-period": Entry(
        "error",
        "“{found}”不是这里能用的期间写法。",
        "“{found}” is not how a period is written here.",
        "写成 {proposal}",
        "Write {proposal}",
    ),
    "malformed-window": Entry(
        "error",
        "“{found}”不是这里能用的时间段写法。",
        "“{found}” is not how a stretch of time is written here.",
        "写一个期间（2026-03），或用两个点连接首尾两个期间，先早后晚：2025-12..2026-02",
        "Write one period (2026-03), or the first and the last one with two dots between, the earlier one first: 2025-12..2026-02",
    ),
}
