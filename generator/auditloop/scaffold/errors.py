"""Why nothing was written: each reason a typed error with a sentence and a hint in both languages.

These speak to the person at the command line; mistakes in YAML are Problems, not errors of this kind."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from auditloop.problems import Bilingual
from auditloop.problems.shown import shown

NAMES = {
    "action": Bilingual("措施", "action"),
    "audit": Bilingual("审核", "audit"),
    "checklist": Bilingual("检查表", "checklist"),
    "commentary": Bilingual("点评", "commentary"),
    "index": Bilingual("指数", "index"),
    "kpi": Bilingual("指标", "indicator"),
    "observations": Bilingual("观测值", "observations"),
    "organisation": Bilingual("组织", "organisation"),
    "owner": Bilingual("人员或团队", "person or team"),
    "risk": Bilingual("风险", "risk"),
    "session": Bilingual("培训", "training"),
    "person": Bilingual("人员", "person"),
    "site": Bilingual("地点", "site"),
    "skill": Bilingual("技能", "skill"),
    "subject": Bilingual("发现、指标或风险", "finding, indicator or risk"),
    "team": Bilingual("团队", "team"),
    "topic": Bilingual("专题", "topic"),
}
"""What the things are called that an id can name."""


_SHOWN = 5
"""How many of many files or ids a sentence lists."""


class ScaffoldError(Exception):
    """Nothing was written. `message` says what was found, `hint` what to do."""

    def __init__(self, message: Bilingual, hint: Bilingual) -> None:
        super().__init__(message.en)
        self.message = message
        self.hint = hint


class FileExists(ScaffoldError):
    """Something already lies where a file was to be written."""

    def __init__(self, paths: Sequence[PurePath]) -> None:
        self.paths = tuple(paths)
        listed = ", ".join(path.as_posix() for path in self.paths[:_SHOWN])
        more = len(self.paths) - _SHOWN
        super().__init__(
            Bilingual(
                f"文件已存在：{listed}" + (f"，另有 {more} 个" if more > 0 else ""),
                f"already there: {listed}" + (f" and {more} more" if more > 0 else ""),
            ),
            Bilingual(
                "已有的文件不会被覆盖，这次什么也没有写。请先移走或改名，或换一个目录、编号。",
                "Existing files are never overwritten; nothing was written. Move them away, or use another folder.",
            ),
        )


class CannotWrite(ScaffoldError):
    """The disk refused."""

    def __init__(self, path: PurePath, reason: str) -> None:
        super().__init__(
            Bilingual(f"无法写入 {path.as_posix()}：{reason}", f"cannot write {path.as_posix()}: {reason}"),
            Bilingual(
                "已撤销这次写入的内容。请检查权限与磁盘空间。",
                "What had been written was removed. Check permissions and space.",
            ),
        )


class FileChanged(ScaffoldError):
    """The file to edit is no longer what was read."""

    def __init__(self, path: PurePath) -> None:
        super().__init__(
            Bilingual(f"{path.as_posix()} 在此期间被改动", f"{path.as_posix()} changed in the meantime"),
            Bilingual("请重新运行命令。", "Run the command again."),
        )


class UnknownName(ScaffoldError):
    """An id that names nothing in the workspace."""

    def __init__(self, what: str, given: str, known: Iterable[str]) -> None:
        self.nearest = tuple(difflib.get_close_matches(given, known := sorted(known), n=3, cutoff=0.5))
        listed = ", ".join(self.nearest or known[:10]) or "—"
        name = NAMES[what]
        super().__init__(
            Bilingual(f"没有这个{name.zh}：{shown(given)}", f"there is no {name.en} {shown(given)!r}"),
            Bilingual(f"你是不是指：{listed}", f"Did you mean: {listed}")
            if self.nearest
            else Bilingual(f"已有的{name.zh}：{listed}", f"Known: {listed}"),
        )


class BadId(ScaffoldError):
    """An id that is not made of lowercase letters, digits and single dashes."""

    def __init__(self, what: str, given: str) -> None:
        name = NAMES[what]
        proposal = re.sub(r"[^a-z0-9]+", "-", given.lower())[:60].strip("-")
        super().__init__(
            Bilingual(f"不能用作{name.zh}编号：{shown(given)}", f"not usable as an id ({name.en}): {shown(given)!r}"),
            Bilingual(f"可以写成：{proposal}", f"Write it like: {proposal}")
            if proposal
            else Bilingual(
                "编号只用小写英文字母、数字和短横线，例如 front-desk；中文名称写在 name 里。",
                "Ids are lowercase letters, digits and dashes, such as front-desk; the name may be in any language.",
            ),
        )


class IdTaken(ScaffoldError):
    """An id that is already in use; ids are permanent and never used twice."""

    def __init__(self, what: str, given: str, file: str | None) -> None:
        name = NAMES[what]
        where = Bilingual(f"（见 {file}）", f" (in {file})") if file else Bilingual("（内置）", " (built in)")
        super().__init__(
            Bilingual(f"{name.zh}编号已被使用：{given}{where.zh}", f"{name.en} id {given!r} is taken{where.en}"),
            Bilingual(
                "编号永久有效、不可重用，请另取一个。", "Ids are permanent and never used twice: choose another."
            ),
        )


class BadChoice(ScaffoldError):
    """A word outside the list it must come from."""

    def __init__(self, option: str, given: str, allowed: Sequence[str]) -> None:
        listed = ", ".join(allowed)
        super().__init__(
            Bilingual(f"{option} 不能是 {shown(given)}", f"{option} cannot be {shown(given)!r}"),
            Bilingual(f"请用其中之一：{listed}", f"Use one of: {listed}"),
        )


class Refused(ScaffoldError):
    """A request whose parts contradict each other; the sentences say how."""


class PasteNeeded(ScaffoldError):
    """A file that cannot be edited safely by machine: `text` is what to add by hand."""

    def __init__(self, file: str, key: str, text: str) -> None:
        self.text = text
        super().__init__(
            Bilingual(
                f"{file} 的写法使程序无法安全地自动添加，文件未改动",
                f"{file} is written in a way that cannot be edited safely; it was not changed",
            ),
            Bilingual(
                f"请自己粘贴到 {key}: 列表的末尾：\n{text}",
                f"Paste this at the end of its list {key}: yourself:\n{text}",
            ),
        )


class LineNeeded(ScaffoldError):
    """A file that cannot be edited safely by machine: `text` is the line to write by hand."""

    def __init__(self, file: str, text: str) -> None:
        super().__init__(
            Bilingual(
                f"{file} 的写法使程序无法安全地自动改动，文件未改动",
                f"{file} is written in a way that cannot be edited safely; it was not changed",
            ),
            Bilingual(f"请自己在文件末尾写上：\n{text}", f"Write this at the end of the file yourself:\n{text}"),
        )


class NotText(ScaffoldError):
    """Characters that no file of a workspace may hold."""

    def __init__(self) -> None:
        super().__init__(
            Bilingual("文字中有控制字符或损坏的字符", "the text holds control characters, or broken ones"),
            Bilingual("请重新键入；终端的编码应为 UTF-8。", "Type it anew; the terminal's encoding should be UTF-8."),
        )
