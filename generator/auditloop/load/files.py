"""Which files below a folder are documents, and which entries are mistakes. Looks at names and links, opens nothing."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from auditloop.problems import Bilingual, Place, Problem, problem

EXTENSIONS = (".yml", ".yaml")
_MISTYPED_EXTENSIONS = (".yml.txt", ".yaml.txt", ".ymal", ".yalm", ".yam", ".yl", ".ym", ".ymls", ".yamls")

_NOT_A_FILE = Bilingual("不是普通文件", "it is not an ordinary file")
_REASONS: dict[type[OSError], Bilingual] = {
    FileNotFoundError: Bilingual(
        "它不存在（链接的目标可能已被删除）", "it does not exist; the target of a link may be gone"
    ),
    PermissionError: Bilingual("没有读取权限", "you have no permission to read it"),
}


@dataclass(slots=True)
class FoundFiles:
    """What a walk has found so far. `files`: path relative to the workspace, with forward slashes → where it lies."""

    root: Path
    top: Path
    files: dict[str, Path] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    waiting: list[tuple[str, Path]] = field(default_factory=list)
    seen: set[tuple[int, int]] = field(default_factory=set)

    def note(self, code: str, name: str, **facts: object) -> None:
        self.problems.append(problem(code, Place(name), **facts))  # type: ignore[arg-type]


def find_files(root: Path, folder: str) -> FoundFiles:
    """Every YAML file below `root/folder`. Hidden files and folders are passed over."""
    root = root.resolve()
    found = FoundFiles(root, root / folder)
    mistake = _mistake_of_link(found.top, found) if found.top.is_symlink() else None
    if mistake:
        found.note(mistake, folder)
    elif found.top.is_dir():
        _look_into_later(folder, found.top, found)
    while found.waiting:
        name, path = found.waiting.pop()
        try:
            entries = list(os.scandir(path))
        except OSError as error:
            found.problems.append(unreadable(name, error))
            continue
        for entry in entries:
            if not entry.name.startswith("."):
                try:
                    _sort_in(entry, f"{name}/{entry.name}", found)
                except OSError as error:
                    found.problems.append(unreadable(f"{name}/{entry.name}", error))
    return found


def unreadable(file: str, error: OSError) -> Problem:
    said = error.strerror or str(error)
    return problem("unreadable-file", Place(file), reason=_REASONS.get(type(error)) or Bilingual(said, said))


def _sort_in(entry: os.DirEntry[str], name: str, found: FoundFiles) -> None:
    """Take an entry of a folder for a file to read, a folder to look into, a problem, or nothing of ours."""
    is_yaml = entry.name.lower().endswith(EXTENSIONS)
    if entry.is_symlink():
        if not is_yaml and not Path(entry.path).is_dir():
            return
        mistake = _mistake_of_link(Path(entry.path), found)
        if mistake:
            found.note(mistake, name)
            return
    if entry.is_dir():
        _look_into_later(name, Path(entry.path), found)
    elif is_yaml:
        path = Path(entry.path)
        if entry.is_file() or not path.exists():
            found.files[name] = path
        else:
            found.note("unreadable-file", name, reason=_NOT_A_FILE)
    else:
        proposal = _proposed_name(entry.name)
        if proposal:
            found.note("odd-file-name", name, proposal=proposal)


def _look_into_later(name: str, path: Path, found: FoundFiles) -> None:
    """Once for each folder: what a link inside the workspace leads to is read where it really lies."""
    is_elsewhere = path != found.top and path.is_symlink() and _within(path.resolve(), found.top.resolve())
    about = path.stat()
    identity = about.st_dev, about.st_ino
    if not is_elsewhere and identity not in found.seen:
        found.seen.add(identity)
        found.waiting.append((name, path))


def _mistake_of_link(link: Path, found: FoundFiles) -> str | None:
    """The code of what is wrong with following this link, if anything."""
    try:
        target = link.resolve(strict=True)
    except FileNotFoundError:
        target = link.resolve()
    except (OSError, RuntimeError):
        return "link-loop"
    if not _within(target, found.root):
        return "link-outside"
    return "link-loop" if target in link.parent.resolve().parents or target == link.parent.resolve() else None


def _within(path: Path, folder: Path) -> bool:
    return path == folder or folder in path.parents


def _proposed_name(name: str) -> str | None:
    lower = name.lower()
    for extension in _MISTYPED_EXTENSIONS:
        if lower.endswith(extension):
            return name[: -len(extension)] + ".yml"
    return None
