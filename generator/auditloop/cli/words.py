"""The command line's own few sentences in both languages."""

from __future__ import annotations

from auditloop.problems.shown import visible

WORDS = {
    "no-problems": {"zh": "没有问题：{files} 个文件。", "en": "No problems. Files checked: {files}"},
    "stopped": {"zh": "数据有错误，没有生成任何内容。", "en": "The data has errors, so nothing was made."},
    "built": {
        "zh": "{lang}：{pages} 页（其中 {reused} 页未变，直接沿用）",
        "en": "{lang}: {pages} pages ({reused} unchanged ones kept)",
    },
    "site-at": {"zh": "网站在 {path}（用时 {seconds} 秒）", "en": "The site is at {path} ({seconds} s)"},
    "rendered": {"zh": "{lang}：{pages} 页 Markdown 在 {path}", "en": "{lang}: {pages} Markdown pages in {path}"},
    "no-mkdocs": {
        "zh": "这里没有 mkdocs.yml：在新工作区里先运行 `auditloop init`，或用 -C 指定工作区。",
        "en": "There is no mkdocs.yml here: run `auditloop init` for a new workspace, or name the workspace with -C.",
    },
    "inside-workspace": {
        "zh": "这个文件夹在工作区 {path} 里面：请到那里运行，或写 auditloop -C {path} …",
        "en": "This folder lies inside the workspace {path}: run the command there, or type auditloop -C {path} …",
    },
    "serving": {
        "zh": "预览 {url}（保存 YAML 后自动更新，Ctrl+C 结束）",
        "en": "Preview at {url} (updates when YAML is saved; Ctrl+C ends it)",
    },
    "port-taken": {
        "zh": "不能在 {address} 上提供预览：用 --port 换一个端口",
        "en": "Cannot listen on {address}: choose another port with --port",
    },
    "rebuilt": {"zh": "已更新（{seconds} 秒）", "en": "Updated ({seconds} s)"},
    "kept-last": {
        "zh": "数据有错误，页面保持上一次的样子。",
        "en": "The data has errors; the pages stay as they were.",
    },
    "written": {"zh": "已写入 {path}", "en": "Wrote {path}"},
    "not-written": {
        "zh": "照这些参数写出的 {path} 会有上面的错误，所以没有写。",
        "en": "With these arguments {path} would have the errors above, so it was not written.",
    },
    "next-init": {
        "zh": "接下来：cd {path} && auditloop build",
        "en": "Next: cd {path} && auditloop build",
    },
}


def say(key: str, lang: str, /, **facts: object) -> str:
    """One sentence. A fact may be what somebody typed or named a file: nothing invisible of it reaches the terminal."""
    safe = {name: visible(str(fact)) for name, fact in facts.items()}
    return WORDS[key]["zh" if lang == "zh" else "en"].format(**safe)
