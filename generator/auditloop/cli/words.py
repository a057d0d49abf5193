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
    "state-has-errors": {
        "zh": "{name} 的数据有错误，没有得分可比。",
        "en": "The data of {name} has errors, so there are no numbers to compare.",
    },
    "no-gates": {
        "zh": "没有门槛：在 kind: policy 的文件里写 gates。",
        "en": "There are no gates: write them in gates of a file of kind: policy.",
    },
    "workspace": {"zh": "当前工作区", "en": "the workspace as it is"},
    "compare-no-git": {
        "zh": "没有安装 git，不能读取版本。",
        "en": "git is not installed, so no revision can be read.",
    },
    "compare-no-repository": {
        "zh": "{folder} 不在 git 仓库里，没有版本可比：请写一个文件夹或 results.json。",
        "en": "{folder} is not in a git repository, so there are no revisions: name a folder or a results.json.",
    },
    "compare-git-refuses": {
        "zh": "git 不能读取 {folder}：{said}",
        "en": "git cannot read {folder}: {said}",
    },
    "compare-no-revision": {
        "zh": "没有版本“{name}”：请写分支、标签或提交，如 origin/main（先运行 `git fetch`）。",
        "en": "There is no revision “{name}”: name a branch, tag or commit, such as origin/main (`git fetch` first).",
    },
    "compare-shallow": {
        "zh": "这是浅克隆，里面没有“{name}”：先运行 `git fetch --unshallow`；在 CI 里取全部历史（fetch-depth: 0）。",
        "en": "This is a shallow clone without “{name}”: run `git fetch --unshallow` first; in CI fetch the whole "
        "history (fetch-depth: 0).",
    },
    "compare-no-workspace-then": {
        "zh": "版本“{name}”里没有文件夹 {folder}：那时还没有这个工作区。",
        "en": "The revision “{name}” has no folder {folder}: the workspace was not there yet.",
    },
    "compare-incomplete-clone": {
        "zh": "版本“{name}”的一部分内容不在这个克隆里（部分克隆，或仓库损坏）：请先取回完整的历史。",
        "en": "Parts of the revision “{name}” are not in this clone (a partial or damaged one): fetch all of it first.",
    },
    "compare-unsafe-path": {
        "zh": "版本“{name}”里有不安全的路径“{path}”。",
        "en": "The revision “{name}” holds an unsafe path, “{path}”.",
    },
    "compare-too-much": {
        "zh": "版本“{name}”里的文件多得或大得不像一个工作区：没有读取。",
        "en": "The revision “{name}” holds more files, or larger ones, than a workspace does: it is not read.",
    },
    "compare-no-workspace-there": {
        "zh": "文件夹 {folder} 里没有 audits/，不是工作区。",
        "en": "The folder {folder} has no audits/ in it: it is no workspace.",
    },
    "compare-no-file": {"zh": "没有文件 {file}。", "en": "There is no file {file}."},
    "compare-too-large": {"zh": "{file} 太大。", "en": "{file} is too large."},
    "compare-newer-format": {
        "zh": "{file} 的格式是 {found}（由 {generator} 写成），本程序只认识到格式 {known}：请更新 auditloop。",
        "en": "{file} has format {found} (written by {generator}); this program knows formats up to {known}: update "
        "auditloop.",
    },
    "compare-not-json": {
        "zh": "{file} 不是 JSON（{reason}）：需要 `auditloop assess --format json` 的输出。",
        "en": "{file} is not JSON ({reason}): it must be what `auditloop assess --format json` prints.",
    },
    "compare-not-results": {
        "zh": "{file} 不是结果文件，或由不兼容的版本写成（{reason}）：需要 `auditloop assess --format json` 的输出。",
        "en": "{file} is no results file, or one of another version ({reason}): it must be what "
        "`auditloop assess --format json` prints.",
    },
    "compare-no-history": {
        "zh": "{file} 是结果文件，里面没有记录本身：请写版本或文件夹。",
        "en": "{file} is a results file, which does not hold the records themselves: name a revision or a folder.",
    },
    "history-not-judged": {
        "zh": "数据有错误，没有与 {base} 对照历史。",
        "en": "The data has errors, so its history was not compared with {base}.",
    },
    "compare-other-day": {
        "zh": "{file} 是 {day} 的结果，不能和 {asked} 的相比：去掉 --as-of，或用版本、文件夹代替文件。",
        "en": "{file} holds the results of {day}, which cannot be compared with those of {asked}: leave out --as-of, "
        "or name a revision or folder in place of the file.",
    },
    "what-if-form": {
        "zh": "看不懂“{text}”。可以写：措施或问题的编号；审核/检查项=答案；指标/团队=下一个值；指标/团队/周期=值。",
        "en": "“{text}” is not understood. Write the id of an action or a finding, audit/item=answer, "
        "indicator/team=next value, or indicator/team/period=value.",
    },
    "what-if-unknown": {
        "zh": "没有标识为“{id}”的记录。",
        "en": "Nothing has the id “{id}”.",
    },
    "what-if-unknown-near": {
        "zh": "没有标识为“{id}”的记录：是不是想写 {near}？",
        "en": "Nothing has the id “{id}”. Did you mean {near}?",
    },
    "what-if-verdict": {
        "zh": "“{text}”：{value} 不是验证结论，可以写：{known}。",
        "en": "“{text}”: {value} is no verdict of a verification. Possible: {known}.",
    },
    "what-if-no-edition": {
        "zh": "审核 {audit} 所用的检查表版本 {edition} 不在工作区里，不能计分。",
        "en": "The audit {audit} was made with edition {edition} of its checklist, which is not in the workspace: it "
        "has no score.",
    },
    "what-if-item": {
        "zh": "审核 {audit} 的检查表里没有检查项“{id}”。",
        "en": "The checklist of {audit} has no item “{id}”.",
    },
    "what-if-item-near": {
        "zh": "审核 {audit} 的检查表里没有检查项“{id}”：是不是想写 {near}？",
        "en": "The checklist of {audit} has no item “{id}”. Did you mean {near}?",
    },
    "what-if-answer": {
        "zh": "“{value}”不是检查项 {item} 的答案：可以写 {allowed}、na，或抽样结果如 2/20（20 个中 2 个不合格）。",
        "en": "“{value}” is no answer to {item}: write {allowed}, na, or a sample such as 2/20 (two of twenty failed).",
    },
    "what-if-na": {
        "zh": "检查项 {item} 不允许答“不适用”。",
        "en": "The item {item} cannot be answered as not applicable.",
    },
    "what-if-team": {"zh": "没有团队“{id}”。", "en": "There is no team “{id}”."},
    "what-if-team-near": {
        "zh": "没有团队“{id}”：是不是想写 {near}？",
        "en": "There is no team “{id}”. Did you mean {near}?",
    },
    "what-if-computed": {
        "zh": "指标 {kpi} 由其他数据算出，不能直接假设：请改写它所依据的数据。",
        "en": "The indicator {kpi} is computed from other data; suppose something of these instead.",
    },
    "what-if-number": {
        "zh": "“{value}”不是数：请写指标 {kpi} 的值，如 28.4；比例和比率也可写 412/500。",
        "en": "“{value}” is no number: write a value of {kpi} such as 28.4; of shares and rates also 412/500.",
    },
    "what-if-share": {
        "zh": "“{value}”不能是指标 {kpi} 的值：分子不能为负，也不能大于分母；只有比例和比率能写成分数。",
        "en": "“{value}” cannot be a value of {kpi}: a part is not negative and not more than the whole, and only "
        "shares and rates have parts.",
    },
    "what-if-period": {
        "zh": "指标 {kpi} 没有“{value}”这样的周期：请照 {example} 这样写。",
        "en": "{kpi} has no period like “{value}”: write one like {example}.",
    },
    "what-if-later": {
        "zh": "{period} 在 {day} 还没有开始：加上 --as-of {first} 或更晚的日期。",
        "en": "{period} has not begun on {day}: add --as-of {first} or a later day.",
    },
    "what-if-no-values": {
        "zh": "{team} 的指标 {kpi} 还没有数值，不知道下一期是哪一期：请写成 {kpi}/{team}/周期=值。",
        "en": "{kpi} has no value of {team} yet, so nobody knows which is next: write {kpi}/{team}/PERIOD=VALUE.",
    },
    "shown": {
        "zh": "打开的 {pages} 页已更新（{seconds} 秒），其余页面正在生成……",
        "en": "Updated what is open: {pages} page(s) ({seconds} s); the rest is on its way",
    },
    "rebuilt": {"zh": "已更新（{seconds} 秒）", "en": "Updated ({seconds} s)"},
    "kept-last": {
        "zh": "数据有错误，页面保持上一次的样子。",
        "en": "The data has errors; the pages stay as they were.",
    },
    "published": {"zh": "已发布 {version} 到 {where}", "en": "Published {version} to {where}"},
    "published-already": {
        "zh": "{version} 已经以同样的内容发布过，没有改动。",
        "en": "{version} is published with the same content already; nothing was changed.",
    },
    "withdrawn": {"zh": "已撤下 {names}", "en": "Withdrew {names}"},
    "no-versions": {"zh": "还没有发布过版本。", "en": "No version has been published yet."},
    "place-branch": {"zh": "分支 {name}", "en": "branch {name}"},
    "place-pushed": {"zh": "分支 {name}，并推送到 {remote}", "en": "branch {name}, pushed to {remote}"},
    "no-such-audit": {"zh": "没有标识为“{id}”的审核。", "en": "There is no audit with the id “{id}”."},
    "not-approved": {
        "zh": "审核 {id} 不能这样批准，文件未改动。",
        "en": "The audit {id} cannot be approved like this; its file was not changed.",
    },
    "approved": {"zh": "{by} 已批准审核 {id}（{file}）", "en": "{by} approved the audit {id} ({file})"},
    "written": {"zh": "已写入 {path}", "en": "Wrote {path}"},
    "not-written": {
        "zh": "照这些参数写出的 {path} 会有上面的错误，所以没有写。",
        "en": "With these arguments {path} would have the errors above, so it was not written.",
    },
    "migrate-nothing": {
        "zh": "全部 {files} 个文件已是格式 {format}，没有要改的。",
        "en": "Nothing to change: everything is in format {format}. Files looked at: {files}",
    },
    "migrate-file": {"zh": "{path}：格式 {before} → {after}", "en": "{path}: format {before} → {after}"},
    "migrate-would": {
        "zh": "{files} 个文件要改；去掉 --check 即写入。",
        "en": "Files that would change: {files}. Run it without --check to write them.",
    },
    "migrated": {
        "zh": "已改写 {files} 个文件。接下来：auditloop validate",
        "en": "Files changed: {files}. Next: auditloop validate",
    },
    "exported": {"zh": "已写出 {path}：{rows} 行", "en": "Wrote {path}. Rows: {rows}"},
    "exported-to": {"zh": "已写出 {path}", "en": "Wrote {path}"},
    "no-browser": {
        "zh": "没有找到浏览器：请安装 Chromium、Chrome 或 Edge（如 Debian、Ubuntu：apt install chromium），"
        "或用 --browser（或环境变量 CHROME）指定。",
        "en": "No browser was found: install Chromium, Chrome or Edge (on Debian and Ubuntu: apt install chromium), or "
        "name one with --browser or in $CHROME.",
    },
    "no-such-browser": {
        "zh": "没有浏览器 {browser}：请检查 --browser 或环境变量 CHROME。",
        "en": "There is no browser {browser}: check --browser or $CHROME.",
    },
    "no-page": {"zh": "网站里没有页面 {page}。", "en": "The site has no page {page}."},
    "no-page-near": {
        "zh": "网站里没有页面 {page}；相近的有：{near}",
        "en": "The site has no page {page}; near it are: {near}",
    },
    "print-failed": {
        "zh": "浏览器没能打印（需要 131 或更新版本的 Chromium、Chrome 或 Edge）：{said}",
        "en": "The browser could not print (Chromium, Chrome or Edge 131 or newer is needed): {said}",
    },
    "export-exists": {
        "zh": "{path} 已存在：换一个文件名，或加上 --force 覆盖它。",
        "en": "{path} is there already: choose another name, or add --force to replace it.",
    },
    "export-nothing": {"zh": "没有符合条件的记录：{asked}", "en": "There are no records of {asked}."},
    "export-too-long": {
        "zh": "Excel 的单元格放不下这段文字，会截断它：“{text}…”。请导出为 .csv。",
        "en": "A cell of Excel cannot hold this text and would cut it: “{text}…”. Export a .csv file.",
    },
    "no-team": {"zh": "--team {team}：没有这个团队", "en": "--team {team}: there is no such team"},
    "sheet-of-csv": {
        "zh": "{file} 是 CSV，没有工作表：去掉 --sheet",
        "en": "{file} is CSV and has no sheets: leave out --sheet",
    },
    "import-stopped": {"zh": "什么也没有写。", "en": "Nothing was written."},
    "import-change": {"zh": "{file}：{what}：{old} → {new}", "en": "{file}: {what}: {old} → {new}"},
    "import-added": {"zh": "{file}：新增 {count} 项", "en": "{file}: added {count}"},
    "imported": {"zh": "已写入 {files} 个文件", "en": "Files written: {files}"},
    "import-nothing": {
        "zh": "表里的内容文件里都有，没有要改的。",
        "en": "The files say all of it already; nothing to change.",
    },
    "migrate-stopped": {"zh": "没有改动任何文件。", "en": "No file was changed."},
    "next-init": {
        "zh": "接下来：cd {path} && auditloop build",
        "en": "Next: cd {path} && auditloop build",
    },
}


def say(key: str, lang: str, /, **facts: object) -> str:
    """One sentence. A fact may be what somebody typed or named a file: nothing invisible of it reaches the terminal."""
    safe = {name: visible(str(fact)) for name, fact in facts.items()}
    return WORDS[key]["zh" if lang == "zh" else "en"].format(**safe)
