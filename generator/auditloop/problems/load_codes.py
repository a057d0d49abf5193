"""What can be wrong with the files of a workspace and with how they are written, before their meaning counts."""

# ruff: noqa: E501 (a sentence is easier to judge on one line)

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {
    # --- the folder and its files
    "no-workspace": Entry(
        "error",
        "这里没有 {folder}/ 文件夹，或者里面没有 YAML 文件。",
        "There is no folder {folder}/ here, or it holds no YAML file.",
        "在放有 {folder}/ 的文件夹里运行，或用 auditloop -C 文件夹 … 指定；新建一个请运行：auditloop init 文件夹",
        "Run the command in the folder that holds {folder}/, or name it with auditloop -C FOLDER …. To make a new one, "
        "type: auditloop init FOLDER",
    ),
    "unreadable-file": Entry(
        "error",
        "无法读取这个文件或文件夹：{reason}。",
        "This file or folder cannot be read: {reason}.",
        "检查它是否存在、是不是普通文件，以及你是否有读取权限。",
        "Check that it exists, is an ordinary file, and that you may read it.",
    ),
    "file-too-large": Entry(
        "error",
        "文件有 {size} MB，超过上限 {limit} MB，未读取。",
        "The file has {size} MB, more than the {limit} MB that are read from one file.",
        "把内容按团队或期间拆成几个文件；附件不要放进 YAML，改用链接。",
        "Split it by team or period. Attachments do not belong in YAML: link to them.",
    ),
    "link-outside": Entry(
        "error",
        "这个链接指向工作区以外，未读取。",
        "This link leads out of the workspace and was not followed.",
        "把文件本身复制到工作区里，代替这个链接。",
        "Put the file itself into the workspace in place of the link.",
    ),
    "link-loop": Entry(
        "error",
        "这个链接绕成了圈，跟着它永远读不完。",
        "This link leads in a circle; following it would never end.",
        "删除这个链接。",
        "Delete the link.",
    ),
    "odd-file-name": Entry(
        "error",
        "文件名看起来像 YAML，但扩展名不是 .yml 或 .yaml，未读取。",
        "The name looks like YAML but does not end in .yml or .yaml, so the file was not read.",
        "改名为 {proposal}；不要了就删除，或移出这个文件夹。",
        "Rename it to {proposal}. If it is not meant to be read, delete it or move it out of this folder.",
    ),
    "empty-file": Entry(
        "error",
        "文件是空的，或者只有注释。",
        "The file is empty or holds nothing but comments.",
        "写上内容，第一行是 kind: …（例如 kind: audit）；不需要就删除。用 auditloop new 可以生成一个有说明的样本。",
        "Fill it, beginning with kind: … (for example kind: audit), or delete it. auditloop new writes a commented one.",
    ),
    "more-problems": Entry(
        "error",
        "这个文件的问题超过 {limit} 个，其余的暂不列出。",
        "There are more than {limit} problems in this file; the others are not listed.",
        "先改正列出的问题，它们多半同出一因；再检查一次。",
        "Solve these first, most likely they have one cause; then check again.",
    ),
    # --- bytes and characters
    "not-utf8": Entry(
        "error",
        "文件不是 UTF-8 编码：从这里起的字节 0x{byte} 无法读取。{guess}",
        "The file is not UTF-8: the byte 0x{byte} here cannot be read.{guess}",
        "用编辑器打开，另存为 UTF-8。VS Code：点右下角的编码名称，“通过编码重新打开”选原编码，再“通过编码保存”选 UTF-8；"
        "记事本：另存为，编码选 UTF-8。",
        "Open it in an editor and save it as UTF-8. VS Code: click the encoding's name at the bottom right, “Reopen with "
        "Encoding” and choose the old one, then “Save with Encoding” UTF-8. Notepad: Save as, Encoding UTF-8.",
    ),
    "utf-16": Entry(
        "error",
        "文件是 UTF-16 编码（记事本里叫“Unicode”）。",
        "The file is UTF-16 (what Notepad calls “Unicode”).",
        "用编辑器打开，另存为 UTF-8。",
        "Open it in an editor and save it as UTF-8.",
    ),
    "bom": Entry(
        "warning",
        "文件开头有看不见的字节顺序标记（BOM），已忽略。",
        "The file begins with an invisible byte order mark (BOM), which was passed over.",
        "另存为“UTF-8”，不要选“UTF-8 with BOM”（带 BOM 的 UTF-8）。",
        "Save it as “UTF-8”, not as “UTF-8 with BOM”.",
    ),
    "control-character": Entry(
        "error",
        "文字里有看不见的控制字符 {character}（共 {count} 个）。",
        "There is an invisible control character here: {character} ({count} in all).",
        "删除它后重新输入这段文字；它多半是从别处粘贴来的。",
        "Delete it and type the text again; it most likely came from pasting.",
    ),
    "conflict-markers": Entry(
        "error",
        "文件里还留有 Git 合并冲突的标记“{marker}”。",
        "A Git merge conflict was left in the file: “{marker}”.",
        "从两个版本中选定要保留的内容，删掉每一行标记（<<<<<<<、=======、>>>>>>>），再提交。",
        "Keep what is right of the two versions, delete every marker line (<<<<<<<, =======, >>>>>>>), then commit again.",
    ),
    # --- YAML that can be read but is not taken
    "duplicate-key": Entry(
        "error",
        "键“{key}”写了两次，第一次在第 {line} 行。",
        "The key “{key}” stands here twice; the first one is on line {line}.",
        "两处合并为一处，或给其中一处换成正确的键。",
        "Join the two, or give one of them its right key.",
    ),
    "merge-key": Entry(
        "error",
        "这里不能用合并键“<<”：读的人看不出哪些内容被带了进来。",
        "The merge key “<<” is not taken here: it hides what a record says.",
        "把要用的键逐个写出来。",
        "Write out the keys you need.",
    ),
    "tag": Entry(
        "error",
        "不能使用 YAML 标签“{tag}”。",
        "The YAML tag “{tag}” is not taken.",
        '删掉它。要当作文字就加引号，例如 "2026"；文字本身以 ! 开头时也要加引号。',
        'Delete it. To make something text, put it in quotes: "2026". Text that begins with ! needs quotes too.',
    ),
    "key-not-text": Entry(
        "error",
        "键必须是简单的文字，这里却是一个列表或一组键值。",
        "A key must be plain text, but here it is a list or a group of keys.",
        '以 {{ 或 [ 开头的文字要加引号，例如 note: "{{{{name}}}}"；列表要写在冒号后面。',
        'Text that begins with {{ or [ needs quotes, as in note: "{{{{name}}}}". A list stands after the colon.',
    ),
    "empty-key": Entry(
        "error",
        "冒号前面没有键。",
        "There is no key before the colon.",
        "在冒号前写上键；如果冒号是文字的开头，请给文字加引号。",
        "Write the key before the colon. If the colon begins a text, put the text in quotes.",
    ),
    "unknown-alias": Entry(
        "error",
        "“*{name}”引用的“&{name}”在前面没有定义。",
        "“*{name}” refers to “&{name}”, which is not defined above.",
        '如果 * 是文字的一部分，请给整段文字加引号："*{name}…"',
        'If the * is part of the text, put the whole text in quotes: "*{name}…"',
    ),
    "too-many-aliases": Entry(
        "error",
        "引用（*名称）展开后超过 {limit} 项，未继续读取。",
        "The references (*name) repeat more than {limit} entries; reading stopped here.",
        "把内容直接写出来，不要层层引用。",
        "Write the content out instead of referring to references.",
    ),
    "too-deep": Entry(
        "error",
        "嵌套超过 {limit} 层，未继续读取。",
        "There are more than {limit} levels inside each other; reading stopped here.",
        "检查是否有没关闭的 [ 或 {{；任何一种文件都用不到这么多层。",
        "Look for a [ or {{ that is never closed; no kind of file needs that many levels.",
    ),
    "several-documents": Entry(
        "error",
        "一个文件只能写一份内容，这里的“---”开始了第二份，后面的未读取。",
        "One file holds one document; the “---” here begins a second one, which was not read.",
        "把第二份放到单独的文件里；如果“---”是多余的，就删除它。",
        "Put the second one into a file of its own, or delete the “---” if it was not meant.",
    ),
    "comment-in-text": Entry(
        "warning",
        "“{found}”前面有空格，被当作注释，不算文字的一部分。",
        "“{found}” follows a space, so that YAML takes it for a comment and not for a part of the text.",
        "要作为文字就给整段加引号：{fixed}；如果确实是注释，在 # 后面加一个空格。",
        "If it belongs to the text, put all of it in quotes: {fixed}. If it is a comment, type a space after the #.",
    ),
    "not-a-number": Entry(
        "error",
        "“{found}”不能作为数值使用。",
        "“{found}” is not a usable number.",
        '写一个普通的数；没有数值就不要写这一项；如果是编号之类的文字，请加引号："{found}"',
        "Write an ordinary number, or leave the entry out where there is none. If it is text, such as an account number, "
        'put it in quotes: "{found}"',
    ),
}
