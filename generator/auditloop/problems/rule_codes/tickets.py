"""What can be wrong with tickets, service standards, and indicators that are computed from tickets."""

# ruff: noqa: E501 (a sentence is easier to judge on one line)

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {
    # --- said by the schema
    "tickets-and-csv": Entry(
        "error",
        "tickets 与 from_csv 不能同时写。",
        "tickets and from_csv cannot stand together.",
        "工单要么逐条写，要么取自 CSV；两种都有就分成两个文件。",
        "Write the tickets one by one or take them from a CSV file; for both, use two files.",
    ),
    "neither-tickets-nor-csv": Entry(
        "error",
        "没有写工单从哪里来。",
        "It does not say where the tickets are.",
        "写 tickets: […]，或 from_csv: {{file: 文件名.csv}}",
        "Write tickets: […] or from_csv: {{file: name.csv}}",
    ),
    "to-and-met": Entry(
        "error",
        "to 与 met 不能同时写。",
        "to and met cannot stand together.",
        "时限写 to 和 within；应占的比例写 met",
        "For a limit write `to` and `within`; for a share write `met`",
    ),
    "neither-to-nor-met": Entry(
        "error",
        "没有写这项标准怎样才算达到。",
        "It does not say what it takes to keep this standard.",
        "时限写 to 和 within，例如 to: first_response 与 within: 30min；应占的比例写 met",
        "For a limit write `to` and `within`, such as to: first_response and within: 30min; for a share write `met`",
    ),
    "limit-without-to": Entry(
        "error",
        "有时限 within，却没有写到哪一步为止。",
        "There is a limit `within`, but not what it is a limit for.",
        "补上 to，例如 to: first_response",
        "Add `to`, such as to: first_response",
    ),
    "malformed-time": Entry(
        "error",
        "“{found}”不是这里能用的时刻写法。",
        "“{found}” is not how a time is written here.",
        "写成 2026-03-01T09:12",
        "Write it like 2026-03-01T09:12",
    ),
    "impossible-time": Entry(
        "error",
        "没有 {found} 这个时刻（年份须在 1900 到 2099 之间）。",
        "There is no time {found} in the years 1900 to 2099.",
        "检查年、月、日、时、分。",
        "Check year, month, day, hour and minute.",
    ),
    # --- tickets
    "ticket-twice": Entry(
        "error",
        "工单号“{id}”已经用过：{file} 第 {line} 行。",
        "There is a ticket “{id}” already: {file}, line {line}.",
        "留下一条，删去另一条；如果是两张不同的工单，改其中一个的编号。",
        "Keep one and delete the other; if they are different tickets, change the id of one.",
    ),
    "repeat-of-unknown": Entry(
        "warning",
        "没有工单“{found}”，“{column}”却指向它。",
        "“{column}” names “{found}”, but there is no such ticket.",
        "检查编号；如果那张工单早于现有记录，可以不管。",
        "Check the id. If that ticket is older than the logs, leave it.",
    ),
    "repeat-of-later": Entry(
        "error",
        "工单“{id}”重复的“{found}”不比它早。",
        "The ticket “{id}” repeats “{found}”, which is no earlier one.",
        "后一张指向前一张：把两者对调。",
        "The later ticket names the earlier one: swap them.",
    ),
    "unknown-ticket-channel": Entry(
        "error",
        "没有渠道“{found}”。",
        "There is no channel “{found}”.",
        "{proposal}",
        "{proposal}",
    ),
    "unknown-ticket-category": Entry(
        "error",
        "没有类别“{found}”。",
        "There is no category “{found}”.",
        "{proposal}",
        "{proposal}",
    ),
    "steps-out-of-order": Entry(
        "error",
        "工单“{id}”的“{column}”在 {time}，早于前一步的 {earlier}。",
        "“{column}” of ticket “{id}” was at {time}, before the step that comes before it ({earlier}).",
        "检查两个时刻；时区不同的系统要统一，或带上时差：2026-03-01T09:12+08:00",
        "Check both times. Where systems run in different zones, add the offset: 2026-03-01T09:12+08:00",
    ),
    "step-after-the-end": Entry(
        "error",
        "“{column}”在 {time}，而工单 {end} 已经解决。",
        "“{column}” was at {time}, but the ticket had been solved at {end}.",
        "检查两个时刻；解决以后只有回访 followed_up",
        "Check both times; only the follow-up comes after the end",
    ),
    "ticket-in-future": Entry(
        "error",
        "“{column}”是 {time}，还没有到（今天是 {today}）。",
        "“{column}” is {time}, which is still to come (today is {today}).",
        "检查日期；还没有发生的步骤空着。",
        "Check the date; leave steps empty that have not happened.",
    ),
    "ticket-outside-period": Entry(
        "error",
        "工单在 {time} 收到，不在 {period} 里。",
        "The ticket was received at {time}, which is not in {period}.",
        "检查 period；导出的是不是另一个月？",
        "Check `period`: was another month exported?",
    ),
    # --- standards, and indicators from tickets
    "unknown-country": Entry(
        "error",
        "不知道“{found}”的法定节假日。",
        "The public holidays of “{found}” are not known.",
        "写两个字母的国家代码，例如 CN、GB；不计节假日就删去 country",
        "Write the two-letter code of a country, such as CN or GB; without `country` there are no public holidays",
    ),
    "no-business-hours": Entry(
        "error",
        "按工作时间计时，而组织文件里没有 business_hours。",
        "This runs on business time, but the organisation file has no business_hours.",
        '在组织文件里写：business_hours: {{country: CN, days: mon-fri, hours: "09:00-18:00"}}',
        'Write in the organisation file: business_hours: {{country: CN, days: mon-fri, hours: "09:00-18:00"}}',
    ),
    "same-step": Entry(
        "error",
        "起止都是“{step}”，用时永远是零。",
        "It begins and ends with “{step}”, so that no time ever passes.",
        "改掉 from 或 to",
        "Change `from` or `to`",
    ),
    "formula-and-tickets": Entry(
        "error",
        "指标“{kpi}”既有 formula 又有 from_tickets。",
        "The indicator “{kpi}” has a formula and from_tickets.",
        "留下一个。",
        "Keep one of them.",
    ),
    "measure-lacks": Entry(
        "error",
        "“{measure}”还要写 {key}。",
        "“{measure}” needs `{key}`.",
        "在 from_tickets 里补上 {key}",
        "Add `{key}` to from_tickets",
    ),
    "measure-unused-key": Entry(
        "error",
        "“{measure}”用不到 {key}。",
        "“{measure}” makes no use of `{key}`.",
        "删去这一行，或换一个 measure",
        "Delete this line, or choose another measure",
    ),
    "measure-kind": Entry(
        "error",
        "“{measure}”得出的是 {fits}，而 kind_of_data 是 {kind}。",
        "“{measure}” gives a {fits}, but kind_of_data is {kind}.",
        "写 kind_of_data: {fits}",
        "Write kind_of_data: {fits}",
    ),
    "measure-unit": Entry(
        "error",
        "用时不能以“{found}”为单位。",
        "A time cannot be told in “{found}”.",
        "可以写：{known}",
        "Possible are {known}",
    ),
    "typed-and-computed": Entry(
        "error",
        "指标“{kpi}”在 {period} 填的是 {typed}，由工单算出的是 {computed}。",
        "“{kpi}” was reported as {typed} for {period}; the tickets say {computed}.",
        "删去填报的数值，或查明工单缺了什么。",
        "Delete the reported value, or find out what the tickets lack.",
    ),
}
