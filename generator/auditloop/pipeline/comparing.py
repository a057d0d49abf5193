"""load → validate → model → assess, for two states of a workspace alike: what the one has that the other had not."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from auditloop import __version__
from auditloop.config import Config
from auditloop.pipeline.assessing import assess_checked
from auditloop.pipeline.checking import Checked, check
from auditloop.pipeline.outcomes import Progress, Stop, silent
from auditloop.problems import Problem

if TYPE_CHECKING:
    from auditloop.assess import Results
    from auditloop.assess.changes import Changes, Noticed
    from auditloop.assess.gates import GateReport
    from auditloop.load.revisions import Revision
    from auditloop.model import Workspace
    from auditloop.model.names import Names

_MOST_BYTES = 500_000_000


class CannotCompare(Exception):
    """One of the two states cannot be had: `why` is one of WHYS or of `load.revisions.WHYS`, `facts` say which."""

    def __init__(self, why: str, **facts: object) -> None:
        self.why, self.facts = why, facts
        super().__init__(f"{why}: {facts}")


WHYS = (
    "no-workspace-there",
    "no-file",
    "too-large",
    "newer-format",
    "not-json",
    "not-results",
    "other-day",
    "no-history",
)


class StateHasErrors(Stop):
    """One of the two states has errors, so there are no numbers to compare; `name` says which."""

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.name = name


@dataclass(frozen=True, slots=True)
class Compared:
    changes: Changes
    names: Names


@dataclass(frozen=True, slots=True)
class _Source:
    """Where one state is to be had: a folder, a revision, or a results file already read."""

    name: str
    folder: Path | None = None
    revision: Revision | None = None
    results: Results | None = None


def compare(
    config: Config,
    base: str,
    head: str | None = None,
    progress: Progress = silent,
    *,
    day_is_given: bool = False,
) -> Compared:
    """What changed from `base` to `head` (None: the workspace as it is), both as of one day.

    Each is a folder, a results.json, or a git revision. A results file was made for a day of its own: the other side is
    assessed for that day, unless a day was asked for (`day_is_given`) and is another one. Two results files keep their
    days. Raises CannotCompare, StateHasErrors, OSError.
    """
    from auditloop.assess.changes import compare_results
    from auditloop.model.names import names_of

    sources = [_source(config, base), _source(config, head) if head is not None else _Source("", folder=config.root)]
    day = _day(config, sources, day_is_given)
    states: list[Noticed] = []
    workspaces: list[Workspace] = []
    for source in sources:
        state, workspace = _state(config, source, day, progress)
        states.append(state)
        if workspace:
            workspaces.insert(0, workspace)
    changes = compare_results(states[0], states[1], f"auditloop {__version__}")
    return Compared(changes, names_of(*workspaces))


@dataclass(frozen=True, slots=True)
class Gated:
    """`report` is None where the workspace has no gates."""

    report: GateReport | None
    names: Names
    problems: tuple[Problem, ...]


def gate(
    config: Config,
    base: str | None = None,
    progress: Progress = silent,
    *,
    day_is_given: bool = False,
) -> Gated:
    """The gates of the workspace's policy, on the workspace as it is, against `base` where one is named.

    Raises CannotCompare, StateHasErrors, OSError; days as in `compare`.
    """
    from auditloop.assess.gates import judge
    from auditloop.model.names import names_of

    head = _Source("", folder=config.root)
    sources = [head, *([_source(config, base)] if base is not None else [])]
    day = _day(config, sources, day_is_given)
    state, workspace = _state(config, head, day, progress)
    assert workspace is not None
    problems = tuple(state.problems or ())
    if workspace.policy is None or not workspace.policy.gates:
        return Gated(None, {}, problems)
    before = _state(config, sources[1], day, progress)[0] if base is not None else None
    report = judge(workspace.policy, state, before, f"auditloop {__version__}")
    return Gated(report, names_of(workspace), problems)


def breaches(config: Config, head: Checked, base: str, progress: Progress = silent) -> list[Problem]:
    """What the head does to the recorded history that it may not: problems with places. Raises CannotCompare, OSError.

    The base is a revision or a folder. What is wrong with its files is not asked again: its valid documents count. The
    head must be without errors, else what only cannot be read would look deleted.
    """
    from auditloop.validate import history

    source = _source(config, base)
    if source.results:
        raise CannotCompare("no-history", file=base)
    with _folder(config, source) as folder:
        checked = check(replace(config, root=folder), progress)
    committed = source.revision.committed if source.revision else None
    return history.check(checked.documents, head.documents, history.Moment(config.judged_on, base, committed))


def _source(config: Config, name: str) -> _Source:
    from auditloop.load.revisions import RevisionError, resolve

    if not name.strip():  # a variable that is not set must not compare the workspace with itself
        raise CannotCompare("no-revision", name=name)
    path = config.root / name
    if path.is_file():
        return _Source(name, results=_results(path, name))
    if (path / "audits").is_dir():
        return _Source(name, folder=path)
    try:
        return _Source(name, revision=resolve(config.root, name))
    except RevisionError as error:
        if path.is_dir():
            raise CannotCompare("no-workspace-there", folder=name) from None
        if name.endswith(".json"):
            raise CannotCompare("no-file", file=name) from None
        raise CannotCompare(error.why, **error.facts) from None


def _results(path: Path, name: str) -> Results:
    from auditloop.assess import ResultsError, decode

    if path.stat().st_size > _MOST_BYTES:
        raise CannotCompare("too-large", file=name)
    try:
        return decode(path.read_bytes())
    except ResultsError as error:
        raise CannotCompare(error.why, file=name, **error.facts) from None


def _day(config: Config, sources: list[_Source], is_given: bool) -> dt.date:
    days = {source.results.as_of: source.name for source in sources if source.results}
    if not days or len(days) > 1:
        return config.as_of
    day, name = next(iter(days.items()))
    both_are_files = all(source.results for source in sources)
    if is_given and day != config.as_of and not both_are_files:
        raise CannotCompare("other-day", file=name, day=day, asked=config.as_of)
    return day


def _state(config: Config, source: _Source, day: dt.date, progress: Progress) -> tuple[Noticed, Workspace | None]:
    from auditloop.assess.changes import Noticed

    if source.results:
        return Noticed(source.results, source.name), None
    with _folder(config, source) as folder:
        here = replace(config, root=folder, as_of=day)
        checked = check(here, progress)
        if checked.has_errors:
            raise StateHasErrors(source.name, checked.problems)
        assessed = assess_checked(here, checked, progress)
    commit = source.revision.commit if source.revision else None
    return Noticed(assessed.results, source.name, commit, checked.problems), assessed.workspace


@contextmanager
def _folder(config: Config, source: _Source) -> Iterator[Path]:
    """Where the state's files lie; a revision's are laid out for as long as it takes."""
    from auditloop.load.revisions import RevisionError, lay_out

    if source.revision is None:
        assert source.folder is not None
        yield source.folder.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="auditloop-") as name:
        folder = Path(name).resolve()
        try:
            lay_out(config.root, source.revision, folder)
        except RevisionError as error:
            raise CannotCompare(error.why, **error.facts) from None
        yield folder
