"""Why a text is no YAML, told to somebody who made the slip: PyYAML's error → our Problem, with what to type."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple, TypeGuard

import yaml

from auditloop.load.lines import lines
from auditloop.problems import Place, Problem, problem
from auditloop.problems.shown import shown

_TAB_INDENT = re.compile(r" *\t")
_START = r"^(?P<before>\s*(?:- +)*)"
_FULLWIDTH_COLON = re.compile(_START + r"(?P<key>[^\s:：#\"'\[\]{}，。]{1,40})：")
_NO_SPACE = re.compile(_START + r"(?P<key>(?:[A-Za-z_]|\d{4}(?=[-:]))[\w.-]{0,40}):(?=[^\s/])")
_VALUE = re.compile(r"^\s*(?:- +)*(?:[^\s:#\"'\[\]{}][^:#]*:\s+)?(?P<value>\S.*)$")
_PLAIN_ENTRY = re.compile(_START + r"(?P<key>[^\s:#\"'\[\]{}][^:#]*):\s+(?P<value>\S.*)$")


_KEYS_WITHOUT_BRACES = re.compile(r"[a-z_]{1,20}: +[^\s:,][^:,]*(?:, *[a-z_]{1,20}: +[^\s:,][^:,]*)+")
"""A value begins with something visible: were its first space either side's, each entry would double the tries."""
_COMMENT = re.compile(r"\s(#[^\s#].*)")
_FULLWIDTH = re.compile(r"(?:^|[:,\[{])\s*([｛［“”])|(，)\s*[\w.-]{1,40}:\s")
_PLAIN = {"｛": "{", "［": "[", "“": '"', "”": '"', "，": ","}

_LONGEST = 10_000
"""Further into a line nobody looks."""

_LINES_BACK = 100


class _Error(NamedTuple):
    """Everything there is to judge by. Lines and columns from 0; `context` is where the broken construct began."""

    file: str
    lines: list[str]
    said: str
    doing: str
    line: int
    column: int
    context_line: int
    context_column: int
    last: Any

    def at(self, line: int, column: int) -> Place:
        return Place(self.file, line + 1, column + 1)

    @property
    def here(self) -> Place:
        return self.at(self.line, self.column)

    @property
    def opening(self) -> Place:
        return self.at(self.context_line, self.context_column)

    def text(self, line: int) -> str:
        return self.lines[line][:_LONGEST] if 0 <= line < len(self.lines) else ""

    def rest(self, line: int, column: int) -> str:
        return self.text(line)[column:].strip()


def explain_syntax_error(error: Any, source: bytes, file: str, last_event: Any) -> Problem:
    """The one problem a text that is no YAML has: `error` is PyYAML's, `last_event` what it gave before it stopped."""
    written = lines(source.decode("utf-8", errors="replace"))
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return problem("yaml-syntax", Place(file), found=shown(written[0]))
    context = error.context_mark or mark
    facts = _Error(
        file=file,
        lines=written,
        said=error.problem or "",
        doing=error.context or "",
        line=mark.line,
        column=mark.column,
        context_line=context.line,
        context_column=context.column,
        last=last_event,
    )
    for explain in _EXPLANATIONS:
        found = explain(facts)
        if found is not None:
            return found
    return problem("yaml-syntax", facts.here, found=shown(facts.text(facts.line).strip()))


def too_deep_to_scan(error: yaml.YAMLError) -> TypeGuard[yaml.MarkedYAMLError]:
    """Whether libyaml stopped at a limit of its own (1,000 levels, since 0.2.6) and not at a mistake."""
    return isinstance(error, yaml.MarkedYAMLError) and "maximum nesting depth" in (error.problem or "")


def _rest_of_conflict(e: _Error) -> Problem | None:
    """Of Git's three marker lines the outer ones were deleted, and the one between the two versions was not."""
    for line in dict.fromkeys((e.line, e.context_line, e.line - 1)):
        if e.text(line).rstrip() == "=======":
            return problem("conflict-markers", e.at(line, 0), marker="=======")
    return None


def _tab(e: _Error) -> Problem | None:
    """A line indented with a tab: YAML counts spaces only."""
    for line in range(max(e.context_line, e.line - 1), e.line + 1):
        tab = _TAB_INDENT.match(e.text(line))
        if tab:
            return problem("yaml-tab", e.at(line, tab.end() - 1))
    if e.text(e.line)[e.column : e.column + 1] == "\t":
        return problem("yaml-tab", e.here)
    return None


def _quotes(e: _Error) -> Problem | None:
    if "quoted scalar" in e.doing:
        if "end of stream" in e.said or "document" in e.said:
            quote = e.text(e.context_line)[e.context_column : e.context_column + 1]
            return problem("yaml-unclosed-quote", e.opening, quote=quote)
        column = max(0, e.text(e.line).rfind("\\", 0, e.column + 1))
        return problem("yaml-escape", e.at(e.line, column), found=shown(e.rest(e.line, column)[:2]))
    last = e.last
    if getattr(last, "style", None) in ("'", '"') and last.end_mark.line == e.line:
        if last.start_mark.line < last.end_mark.line:
            # Its end is the opening quote of another text further down.
            return problem("yaml-unclosed-quote", e.at(last.start_mark.line, last.start_mark.column), quote=last.style)
        whole = e.rest(e.line, last.start_mark.column)
        return problem(
            "yaml-after-quote", e.at(e.line, last.end_mark.column), found=shown(last.value), fixed=_single(whole)
        )
    return None


def _colon(e: _Error) -> Problem | None:
    """A colon that is full-width, stands without its space, or is missing."""
    if not any(
        said in e.said
        for said in ("expected ':'", "expected key", "<block end>", "values are not allowed", "<document start>")
    ):
        return None
    first = min(e.context_line, e.line - 1) if "expected ':'" in e.said else e.line - 1
    for line in range(e.line, max(-1, first - 1), -1):
        text = e.text(line)
        if text.lstrip().startswith(": "):
            return problem("empty-key", e.at(line, len(text) - len(text.lstrip())))
        wide = _FULLWIDTH_COLON.match(text)
        if wide and ": " not in wide[0]:
            return problem("yaml-fullwidth-colon", e.at(line, wide.end() - 1), key=shown(wide["key"]))
        tight = _NO_SPACE.match(text)
        if tight:
            fixed = f"{tight['key']}: {text[tight.end() :].strip()}"
            return problem("yaml-colon-space", e.at(line, tight.end() - 1), fixed=shown(fixed))
    if "expected ':'" in e.said:
        return problem(
            "yaml-no-colon",
            e.at(e.context_line, e.context_column),
            found=shown(e.rest(e.context_line, e.context_column)),
        )
    return None


def _colon_in_text(e: _Error) -> Problem | None:
    if "values are not allowed" not in e.said:
        return None
    entry = _PLAIN_ENTRY.match(e.text(e.line))
    if entry and entry.start("value") <= e.column:
        value = entry["value"].strip()
        fixed = f"{entry['key']}: {_quoted(value)}"
        if _KEYS_WITHOUT_BRACES.fullmatch(value):
            return problem("yaml-braces-missing", e.here, fixed=shown(f"{entry['key']}: {{{value}}}", 100))
        return problem("yaml-colon-in-text", e.here, fixed=shown(fixed, 100))
    return None


def _start_of_text(e: _Error) -> Problem | None:
    """A character that means something to YAML where text was meant to begin."""
    if "cannot start any token" in e.said or "node content" in e.said:
        line, column = e.line, e.column
    elif any(word in e.doing for word in ("anchor", "alias", "tag", "directive", "block scalar")):
        line, column = e.context_line, e.context_column
    else:
        return None
    character = e.text(line)[column : column + 1]
    if not character.strip():
        return None
    return problem(
        "yaml-special-start",
        e.at(line, column),
        character=shown(character),
        fixed=shown(_quoted(e.rest(line, column)), 100),
    )


def _typographic(e: _Error) -> Problem | None:
    """Characters of a Chinese keyboard, or of a word processor, where YAML wants the plain ones."""
    if not any(said in e.said for said in ("',' or", "values are not allowed", "expected ':'")):
        return None
    for line in dict.fromkeys((e.line, e.context_line)):
        wide = _FULLWIDTH.search(e.text(line))
        if wide:
            at = next(number for number, group in enumerate(wide.groups(), start=1) if group)
            plain = _PLAIN[wide[at]]
            return problem("yaml-typographic", e.at(line, wide.start(at)), found=wide[at], plain=plain)
    return None


def _bracket(e: _Error) -> Problem | None:
    if "',' or" in e.said:
        line, column = e.context_line, e.context_column
    elif "node content" in e.said and not e.rest(e.line, e.column):
        line, column = _last_opened(e)
    else:
        return None
    opened = e.text(line)[column : column + 1]
    comment = _COMMENT.search(e.text(line), column)
    if comment:
        return problem("yaml-comment-in-bracket", e.at(line, comment.start(1)), found=shown(comment[1]), opened=opened)
    until = max((number for number in range(line, e.line + 1) if e.text(number).strip()), default=line)
    closing = "}" if opened == "{" else "]"
    return problem("yaml-bracket", e.at(line, column), opened=opened or "[", closing=closing, line=until + 1)


def _last_opened(e: _Error) -> tuple[int, int]:
    """Where the last bracket stands that nothing closes before the error; quotes are not looked at."""
    closed = 0
    for line in range(e.line, max(-1, e.line - _LINES_BACK), -1):
        text = e.text(line)
        for column in range(len(text) - 1, -1, -1):
            if text[column] in "]}":
                closed += 1
            elif text[column] in "[{":
                if not closed:
                    return line, column
                closed -= 1
    return e.line, e.column


def _after_bracket(e: _Error) -> Problem | None:
    """`note: [urgent] call back`: text that was taken for a list because it begins like one."""
    if not _is_end(e.last) or e.last.end_mark.line != e.line:
        return None
    text = _VALUE.match(e.text(e.line))
    if not text or text["value"][0] not in "[{" or e.last.end_mark.column <= text.start("value"):
        return None
    rest = e.rest(e.line, e.last.end_mark.column)
    if not rest.strip(" ,;.，；。、"):
        return problem("yaml-after-bracket", e.at(e.line, e.last.end_mark.column), found=shown(rest))
    fixed = shown(_quoted(text["value"].strip()), 100)
    return problem("yaml-special-start", e.at(e.line, text.start("value")), character=text["value"][0], fixed=fixed)


def _is_end(event: object) -> bool:
    return isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent))


def _dash(e: _Error) -> Problem | None:
    if "entries are not allowed" in e.said and re.search(r":\s+-(\s|$)", e.text(e.line)):
        return problem("yaml-dash", e.here)
    return None


def _indent(e: _Error) -> Problem | None:
    if re.search(r"not allowed|expected '-'|expected key|<block end>|document start", e.said):
        text = e.text(e.line)
        return problem("yaml-indent", e.at(e.line, len(text) - len(text.lstrip())), found=shown(text.strip()))
    return None


def _single(text: str) -> str:
    """`"He said "no" twice"` → `'He said "no" twice'`"""
    inner = text[1:-1] if len(text) > 1 and text[0] == text[-1] else text
    return shown("'" + inner.replace("'", "''") + "'", 100)


def _quoted(text: str) -> str:
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"


_EXPLANATIONS: tuple[Callable[[_Error], Problem | None], ...] = (
    _rest_of_conflict,
    _tab, _quotes, _colon, _typographic, _colon_in_text, _start_of_text, _bracket, _after_bracket, _dash, _indent,
)  # fmt: skip
