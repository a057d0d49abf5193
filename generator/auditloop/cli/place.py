"""Where published versions are kept, as the commands that deal with them are told; and why they refuse, in words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditloop.cli.context import Failure, UsageFailure
from auditloop.cli.words import say
from auditloop.problems.shown import visible

if TYPE_CHECKING:
    from auditloop.publish.versions import Refused

Folder = Annotated[
    Path | None,
    typer.Option("--to", metavar="DIR", help="A folder instead of a branch, for any web server; needs no git."),
]
Branch = Annotated[str, typer.Option(metavar="NAME", help="The branch that holds the published site.")]
Push = Annotated[bool, typer.Option("--push", help="Fetch the branch before, and push it after.")]
Remote = Annotated[str, typer.Option(metavar="NAME", help="Where --push pushes to.")]

BRANCH, REMOTE = "gh-pages", "origin"

REASONS = {
    "version-name": {
        "zh": "“{name}”不能用作版本名或别名：只用字母、数字、点、横线和下划线，例如 2026-10。",
        "en": "“{name}” cannot name a version or alias: use letters, digits, dots, dashes and underscores only, "
        "such as 2026-10.",
    },
    "version-alias-same": {
        "zh": "别名“{name}”与版本同名：换一个别名，例如 latest。",
        "en": "The alias “{name}” is the version itself: choose another alias, such as latest.",
    },
    "version-is-alias": {
        "zh": "“{name}”已经是版本 {version} 的别名，不能再作版本名：换一个版本名，"
        "或先用 auditloop versions --delete {name} 去掉别名。",
        "en": "“{name}” is an alias of version {version} already: choose another version, or take the alias away first "
        "with `auditloop versions --delete {name}`.",
    },
    "alias-is-version": {
        "zh": "“{name}”已经是一个版本，不能再作别名：换一个别名。",
        "en": "“{name}” is a version already and cannot be an alias: choose another alias.",
    },
    "version-exists": {
        "zh": "版本 {name} 已经以不同的内容发布过，保持不变。换一个版本名；确实要覆盖时加 --replace。",
        "en": "Version {name} is published already with other content, and stays as it is. Choose another version; "
        "to overwrite it all the same, add --replace.",
    },
    "version-unknown": {
        "zh": "没有名为“{name}”的版本或别名。已有：{known}",
        "en": "There is no version or alias “{name}”. There are: {known}",
    },
    "versions-unreadable": {
        "zh": "{path} 不是有效的版本列表（{error}）：修好它再发布。",
        "en": "{path} is no valid list of versions ({error}): mend it before you publish.",
    },
    "results-unreadable": {
        "zh": "上一个版本 {name} 的 results.json 读不出来（{error}）：修好或撤下该版本后再发布。",
        "en": "The results.json of the version before, {name}, cannot be read ({error}): mend or withdraw that "
        "version, then publish again.",
    },
    "store-busy": {
        "zh": "另一个发布在 {where} 里太久没有结束：结束它再试。",
        "en": "Another publisher has been at work in {where} for too long: end it and try again.",
    },
    "no-git": {
        "zh": "找不到 git：安装 git，或用 --to 发布到文件夹。",
        "en": "There is no git here: install it, or publish to a folder with --to.",
    },
    "no-repository": {
        "zh": "这里不是 git 仓库：先运行 git init，或用 --to 发布到文件夹。",
        "en": "This is no git repository: run `git init` first, or publish to a folder with --to.",
    },
    "no-committer": {
        "zh": "git 不知道是谁在提交：先运行 git config user.name 和 git config user.email。",
        "en": "git does not know who commits: set `git config user.name` and `git config user.email` first.",
    },
    "branch-name": {"zh": "“{branch}”不能用作分支名。", "en": "“{branch}” cannot name a branch."},
    "branch-in-use": {
        "zh": "分支 {branch} 正被检出，不能在它上面发布：换到别的分支，或用 --branch 指定另一个。",
        "en": "The branch {branch} is checked out, so nothing can be published on it: switch to another one, or name "
        "another with --branch.",
    },
    "branch-diverged": {
        "zh": "本地分支 {branch} 与 {remote} 上的各有对方没有的提交："
        "先把本地的并入或删去（git branch -D {branch}）再发布。",
        "en": "The branch {branch} here and the one on {remote} each have commits that the other lacks: merge or "
        "remove the local one (`git branch -D {branch}`), then publish again.",
    },
    "fetch-failed": {
        "zh": "不能从 {remote} 取得分支：{error}",
        "en": "The branch cannot be fetched from {remote}: {error}",
    },
    "push-failed": {
        "zh": "不能推送到 {remote}，本地的发布分支已恢复原样：{error}",
        "en": "It cannot be pushed to {remote}; the branch here is as it was: {error}",
    },
    "git-failed": {"zh": "git 没有成功：{error}", "en": "git did not succeed: {error}"},
}


def refused(refusal: Refused, lang: str) -> Failure:
    """The failure to raise for what a store or a plan refused."""
    text = REASONS[refusal.reason]["zh" if lang == "zh" else "en"]
    said = text.format_map({name: visible(str(fact)) for name, fact in refusal.facts.items()})
    return UsageFailure(said) if refusal.usage else Failure(said)


def place(folder: Path | None, branch: str, remote: str | None, lang: str) -> str:
    """What the place of the versions is called in messages."""
    if folder:
        return str(folder)
    return say("place-pushed", lang, name=branch, remote=remote) if remote else say("place-branch", lang, name=branch)
