"""Problems for GitHub Actions: workflow commands that the host shows beside the lines, and a table for the step's page.

The host shows ten errors, ten warnings and ten notices of a step and drops the others without a word, so those beyond
are told in a folded group of the log and on the page of the step.

Limits: https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations
Commands and escapes: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from auditloop.problems import Bilingual, Problem, Severity
from auditloop.problems.shown import visible
from auditloop.reporters import wording

SHOWN_OF_EACH = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MORE = Bilingual(
    "另有 {count} 个：超出平台在文件旁显示的数量",
    "{count} more than the host shows beside the files",
)
_HEADINGS = (Bilingual("位置", "Place"), Bilingual("程度", "Severity"), Bilingual("问题", "Problem"))
_CUT = Bilingual("还有 {count} 个，见日志。", "{count} more stand in the log.")


def report(problems: Sequence[Problem], *, lang: str, files: Sequence[str] = ()) -> str:
    """Commands for what the host shows, most severe first; a folded group with the others; the sum at the end.

    What the data says can neither end a command nor begin one.
    """
    shown, others = _by_what_is_shown(problems)
    lines = [_command(problem, lang) for problem in shown]
    if others:
        lines.append(f"::group::{_data(_more(others, lang))}")
        lines.extend(line for problem in others for line in _plain(problem, lang))
        lines.append("::endgroup::")
    return "\n".join([*lines, wording.total(problems).in_language(lang)]) + "\n"


def summary(problems: Sequence[Problem], *, lang: str, room: int) -> str:
    """Markdown with a table of those that the host does not show beside the files; empty where it shows all."""
    _, others = _by_what_is_shown(problems)
    if not others:
        return ""
    headings = "".join(f"<th>{heading.in_language(lang)}</th>" for heading in _HEADINGS)
    title = f"### Auditloop · {wording.total(problems).in_language(lang)}\n\n{_more(others, lang)}\n\n"
    begin, end = f"{title}<table>\n<tr>{headings}</tr>\n", "</table>\n\n"
    longest_cut = _cut(len(others), lang)
    left = room - sum(len(part.encode()) for part in (begin, end, longest_cut))
    if left < 0:
        return ""
    rows: list[str] = []
    for row in (_row(problem, lang) for problem in others):
        left -= len(row.encode())
        if left < 0:
            break
        rows.append(row)
    cut = _cut(len(others) - len(rows), lang) if len(rows) < len(others) else ""
    return "".join([begin, *rows, end, cut])


def _by_what_is_shown(problems: Sequence[Problem]) -> tuple[list[Problem], list[Problem]]:
    shown: list[Problem] = []
    others: list[Problem] = []
    for severity in Severity:
        of_it = [problem for problem in problems if problem.severity is severity]
        shown.extend(of_it[:SHOWN_OF_EACH])
        others.extend(of_it[SHOWN_OF_EACH:])
    return shown, others


def _command(problem: Problem, lang: str) -> str:
    """The place is in the text, too: the log shows nothing but the text."""
    where = problem.place
    properties = {"file": visible(where.file), "line": where.line, "col": where.column, "title": problem.code}
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    first, *more = wording.lines(problem, lang)
    text = "\n".join([f"{wording.place(where)}: {first}", *more])
    return f"::{_COMMANDS[problem.severity]} {told}::{_data(text)}"


def _plain(problem: Problem, lang: str) -> Iterator[str]:
    first, *more = wording.lines(problem, lang)
    yield _no_command(wording.headline(problem, lang, first))
    yield from (f"    {_no_command(line)}" for line in more)


def _no_command(line: str) -> str:
    """The runner obeys `::…::` at the start of a line, and the older form `##[…]` anywhere in it."""
    return line.replace("::", ": :").replace("##[", "## [")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _more(others: Sequence[Problem], lang: str) -> str:
    return _MORE.in_language(lang).format(count=len(others))


def _cut(count: int, lang: str) -> str:
    return _CUT.in_language(lang).format(count=count) + "\n"


def _row(problem: Problem, lang: str) -> str:
    """One line of HTML, in which nothing is read as Markdown."""
    text = "<br>".join(escape(line) for line in wording.lines(problem, lang))
    severity = wording.SEVERITIES[problem.severity].in_language(lang)
    place = f"<code>{escape(wording.place(problem.place))}</code>"
    return f"<tr><td>{place}</td><td>{severity}</td><td>{text} <code>{escape(problem.code)}</code></td></tr>\n"
