"""The files that somebody names on the command line, of all that a workspace has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from auditloop.cli.context import UsageFailure
from auditloop.config import Config
from auditloop.pipeline import Checked
from auditloop.problems import Problem


@dataclass(frozen=True, slots=True)
class Chosen:
    """Names as problems have them: of files, and of folders with a slash at the end; the whole is the empty name."""

    files: frozenset[str]
    folders: tuple[str, ...]

    def hold(self, file: str) -> bool:
        return file in self.files or file.startswith(self.folders)

    def concern(self, problem: Problem) -> bool:
        """Also a problem that is told elsewhere but has its other half here: the second of two equal ids."""
        return any(self.hold(place.file) for place in (problem.place, *problem.related))

    def with_tables(self, checked: Checked) -> Chosen:
        """A document and its table are one: who changes the table may have to change what the document says of it."""
        pairs = {(document, table.file) for document, table in checked.tables.items()}
        joined = {name for pair in pairs if any(self.hold(name) for name in pair) for name in pair}
        return Chosen(self.files | joined, self.folders)


def chosen(paths: Iterable[Path], config: Config) -> Chosen:
    """Paths from where the command runs. Raises UsageFailure for one that is not there or lies elsewhere."""
    files, folders = set(), set()
    for path in paths:
        if not path.exists():
            raise UsageFailure(f"{path}: no such file")
        found = path.parent.resolve() / path.name if path.name not in ("", "..") else path.resolve()
        if (config.root / "audits").is_relative_to(found):
            folders.add("")
            continue
        if not found.is_relative_to(config.root / "audits"):
            raise UsageFailure(f"{path}: not in the audits/ of {config.root}; name the workspace with -C")
        name = found.relative_to(config.root).as_posix()
        if path.is_dir():
            folders.add(f"{name}/")
        else:
            files.add(name)
    return Chosen(frozenset(files), tuple(sorted(folders)))
