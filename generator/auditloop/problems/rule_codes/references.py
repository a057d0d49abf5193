"""Problems between documents: ids, references, one audit after another."""

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {
    # --- ids and references
    "organisation-missing": Entry(
        "error",
        "没有组织文件（kind: organisation）。",
        "There is no organisation file (kind: organisation).",
        "写一份，登记组织的名称、团队和人员：auditloop init 会生成一份样本。",
        "Write one with the name, teams and people of the organisation; auditloop init makes one to start from.",
    ),
    "language-without-pages": Entry(
        "warning",
        "语言“{found}”没有页面：目前只能生成 {known} 的页面。",
        "No pages are made in the language “{found}”: they can be made in {known}.",
        "如果只是为将来保留译文，可以留着；否则删去。",
        "Keep it if translations are collected for later; otherwise delete it.",
    ),
    "unknown-timezone": Entry(
        "error",
        "没有“{found}”这个时区。",
        "There is no time zone “{found}”.",
        "是不是想写 {proposal}？时区写成 洲/城市：中国各地都用 Asia/Shanghai",
        "Did you mean {proposal}? Time zones are written as continent/city; all of China is Asia/Shanghai",
    ),
    "organisation-twice": Entry(
        "error",
        "组织文件只能有一份，{file} 第 {line} 行已有一份。",
        "There can be only one organisation file; the other is {file}, line {line}.",
        "把两份合并为一份。",
        "Join the two into one.",
    ),
    "duplicate-id": Entry(
        "error",
        "{what}“{id}”已经有了：{file} 第 {line} 行。",
        "The {what} “{id}” exists already: {file}, line {line}.",
        "换一个没有用过的标识；如果是同一个，就删去一处。",
        "Give one of them an id that was never used; if both are the same, delete one.",
    ),
    "unknown-to-many": Entry(
        "error",
        "没有标识为“{found}”的{what}，却有 {count} 处用到它。",
        "There is no {what} “{found}”, but {count} places name it.",
        "{proposal}多处都用到，多半是定义它的地方写错了标识或被删去了：先检查那里。",
        "{proposal} Where so many agree, the id was most likely changed or deleted where it is defined.",
    ),
    "unknown-reference": Entry(
        "error",
        "没有标识为“{found}”的{what}。",
        "There is no {what} “{found}”.",
        "{proposal}",
        "{proposal}",
    ),
    "edition-not-here": Entry(
        "warning",
        "工作区里没有检查表“{checklist}”的“{edition}”版，这次审核的答案无法核对和计分。",
        "Edition “{edition}” of the checklist “{checklist}” is not at hand, so these answers can be neither checked "
        "nor scored.",
        "现有版本：{known}。改正版本，或把那一版检查表放进工作区。",
        "At hand: {known}. Correct the edition, or add that edition of the checklist to the workspace.",
    ),
    # --- one audit after another
    "previous-of-another-team": Entry(
        "error",
        "上次审核“{previous}”属于团队“{found}”，这次是“{own}”。",
        "The previous audit “{previous}” is of the team “{found}”, this one of “{own}”.",
        "写同一团队的上一次审核，或删去这一行。",
        "Name the previous audit of the same team, or delete the line.",
    ),
    "previous-of-another-checklist": Entry(
        "error",
        "上次审核“{previous}”用的是检查表“{found}”，这次是“{own}”，无法比较。",
        "The previous audit “{previous}” used the checklist “{found}”, this one “{own}”: they cannot be compared.",
        "写用同一检查表的上一次审核，或删去这一行。",
        "Name the previous audit with the same checklist, or delete the line.",
    ),
    "previous-not-earlier": Entry(
        "error",
        "上次审核“{previous}”的日期是 {found}，并不早于这次的 {own}。",
        "The previous audit “{previous}” is dated {found}, which is not before {own}.",
        "改正日期，或写更早的一次审核。",
        "Correct the date, or name an earlier audit.",
    ),
    "repeats-itself": Entry(
        "error",
        "问题“{id}”写成了重复它自己。",
        "The finding “{id}” is said to repeat itself.",
        "写早先那个问题的编号，或删去 repeats",
        "Write the id of the earlier finding, or delete repeats",
    ),
    "repeats-not-earlier": Entry(
        "error",
        "所重复的问题“{id}”出自 {found} 的审核，并不早于这次的 {own}。",
        "The finding “{id}” that this one repeats is from an audit of {found}, which is not before {own}.",
        "写更早的审核中那个问题的编号，或删去 repeats",
        "Write the id of a finding of an earlier audit, or delete repeats",
    ),
}
