"""What makes a file unreadable as YAML: the slips people make while typing, and what to type instead."""

# ruff: noqa: E501 (a sentence is easier to judge on one line)

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {
    "yaml-tab": Entry(
        "error",
        "这一行用制表符（Tab）缩进，YAML 只认空格。",
        "This line is indented with a tab; YAML counts spaces only.",
        "把缩进的 Tab 换成空格，每级两个空格。多数编辑器可一次替换全文（VS Code：命令“将缩进转换为空格”）。",
        "Replace the tabs at the start of the lines by spaces, two for each level. Most editors do it for the whole file "
        "(VS Code: command “Convert Indentation to Spaces”).",
    ),
    "yaml-unclosed-quote": Entry(
        "error",
        "这里开始的引号 {quote} 没有正确结束。",
        "The quotation mark {quote} that opens here is not closed where the text ends.",
        "在文字末尾补上 {quote}。文字里本身有 {quote} 时，外面改用另一种引号。",
        "Type {quote} at the end of the text. Where the text itself holds {quote}, use the other kind of quotes around it.",
    ),
    "yaml-after-quote": Entry(
        "error",
        "引号在“{found}”之后已经结束，后面却还有文字。",
        "The quotes end after “{found}”, but more text follows.",
        "整段文字用单引号括起来：{fixed}",
        "Put single quotes around the whole text: {fixed}",
    ),
    "yaml-escape": Entry(
        "error",
        "双引号里的“{found}”不是可用的转义：双引号中反斜杠 \\ 有特殊含义。",
        "“{found}” means nothing inside double quotes, where the backslash \\ is special.",
        "改用单引号，或把 \\ 写成 \\\\。",
        "Use single quotes around the text, or write \\\\ for \\.",
    ),
    "yaml-fullwidth-colon": Entry(
        "error",
        "“{key}”后面用了全角冒号“：”。",
        "The colon after “{key}” is a full-width one (：).",
        "改成半角冒号加一个空格：{key}: …",
        "Type a plain colon and a space: {key}: …",
    ),
    "yaml-colon-space": Entry(
        "error",
        "冒号后面缺少空格。",
        "The space after the colon is missing.",
        "写成：{fixed}",
        "Write: {fixed}",
    ),
    "yaml-no-colon": Entry(
        "error",
        "这里应该是“键: 值”，但“{found}”没有冒号。",
        "A line “key: value” is expected here, but “{found}” has no colon.",
        "补上冒号和空格；如果它是上一行文字的延续，请比上一行的键多缩进两个空格。",
        "Add a colon and a space. If it continues the text above, indent it two spaces deeper than the key above.",
    ),
    "yaml-colon-in-text": Entry(
        "error",
        "文字里有冒号加空格，YAML 会把它当成新的“键: 值”。",
        "The text holds a colon and a space, which YAML takes for another “key: value”.",
        "给整段文字加上引号：{fixed}",
        "Put the whole text in quotes: {fixed}",
    ),
    "yaml-comma-in-text": Entry(
        "error",
        "花括号里的文字含有逗号，YAML 会把逗号后面的当成新的键。",
        "The text in {{ }} holds a comma, and YAML takes what follows it for a new key.",
        "给整段文字加上引号：{fixed}",
        "Put the whole text in quotes: {fixed}",
    ),
    "yaml-special-start": Entry(
        "error",
        "不加引号的文字不能以“{character}”开头，这个符号在 YAML 里另有含义。",
        "Text without quotes cannot begin with “{character}” here: the character means something else to YAML.",
        "加上引号：{fixed}",
        "Put the text in quotes: {fixed}",
    ),
    "yaml-bracket": Entry(
        "error",
        "这里打开的“{opened}”在第 {line} 行之前没有正确关闭。",
        "The bracket “{opened}” that opens here is not continued or closed properly up to line {line}.",
        "各项之间用半角逗号“,”分开，末尾加半角“{closing}”。文字中含有 , : [ ] {{ }} 时加引号。",
        "Separate the entries with “,” and close with “{closing}”. Put text that holds , : [ ] {{ }} in quotes.",
    ),
    "yaml-after-bracket": Entry(
        "error",
        "括号已经关闭，后面多了“{found}”。",
        "The bracket is closed already, but “{found}” follows it.",
        "删去“{found}”。",
        "Delete “{found}”.",
    ),
    "yaml-typographic": Entry(
        "error",
        "这里的符号 {found} 是全角的或弯的，YAML 只认半角的直符号。",
        "The character {found} here is a full-width or curly one; YAML knows plain ones only.",
        "切换到英文输入法，改成 {plain} ；如果是成对的，另一个也要改。",
        "Type {plain} in its place. If it has a partner at the other end, replace that one, too.",
    ),
    "yaml-braces-missing": Entry(
        "error",
        "一行里有几个“键: 值”，却没有花括号。",
        "There are several “key: value” on one line without braces around them.",
        "写成：{fixed}",
        "Write: {fixed}",
    ),
    "yaml-comment-in-bracket": Entry(
        "error",
        "“{found}”前面有空格，被当作注释，括号“{opened}”因此没有关闭。",
        "“{found}” follows a space, so that YAML takes it for a comment, and the bracket “{opened}” is never closed.",
        "给含有 # 的文字加引号。",
        "Put the text that holds # in quotes.",
    ),
    "yaml-dash": Entry(
        "error",
        "列表项“-”不能和它的键写在同一行。",
        "A list entry “- …” cannot stand on the line of its key.",
        "另起一行并缩进两个空格再写“- …”，或写成 [一, 二]。",
        "Begin a new line, indented two spaces, with “- …”, or write [one, two].",
    ),
    "yaml-indent": Entry(
        "error",
        "“{found}”的缩进与上面的行对不上。",
        "The indentation of “{found}” does not fit the lines above.",
        "同一级的行要从同一列开始；下一级多缩进两个空格；键的后面已有值时，下面不能再缩进写别的键。",
        "Lines of one level begin in the same column, the next level two spaces further in. Below a key that already has "
        "a value on its line nothing may be indented deeper.",
    ),
    "yaml-syntax": Entry(
        "error",
        "从这里起无法按 YAML 读取：“{found}”。",
        "From here on the file cannot be read as YAML: “{found}”.",
        "检查这一行和上一行的缩进、冒号后的空格、引号和括号；有特殊符号的文字加引号。",
        "Check the indentation of this line and the one above, the space after the colon, quotes and brackets. Put text "
        "with special characters in quotes.",
    ),
}
