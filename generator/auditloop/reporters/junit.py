"""Problems as a test report: JUnit XML, in the form that Jenkins, GitLab and most others read.

One test case for each file that was read: it fails where the file has errors. Warnings are its output. The form is
described by junit-10.xsd of Jenkins' xUnit plugin; there is no official one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from xml.etree import ElementTree as ET

from auditloop.problems import Problem, Severity
from auditloop.problems.shown import visible
from auditloop.reporters import wording

_SUITE = "auditloop validate"


def report(problems: Sequence[Problem], *, lang: str, files: Sequence[str] = ()) -> str:
    """In the order of the files' names. Services show one failure of a test case, so that one tells all of a file."""
    of_file: dict[str, list[Problem]] = {file: [] for file in files}
    for file, found in groupby(sorted(problems, key=_file), key=_file):
        of_file[file] = list(found)
    cases = [_case(file, of_file[file], lang) for file in sorted(of_file)]
    failed = sum(case.find("failure") is not None for case in cases)
    sums = {"tests": str(len(cases)), "failures": str(failed), "errors": "0"}
    suites = ET.Element("testsuites", {"name": _SUITE, **sums})
    suite = ET.SubElement(suites, "testsuite", {"name": _SUITE, **sums})
    suite.extend(cases)
    ET.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(suites, encoding="unicode") + "\n"


def _file(problem: Problem) -> str:
    return problem.place.file


def _case(file: str, problems: Sequence[Problem], lang: str) -> ET.Element:
    case = ET.Element("testcase", {"classname": _SUITE, "name": visible(file)})
    text = "\n".join(line for problem in problems for line in _lines(problem, lang))
    first_error = next((problem for problem in problems if problem.severity is Severity.ERROR), None)
    if first_error:
        said = wording.counts(problems).in_language(lang)
        failure = ET.SubElement(case, "failure", {"type": first_error.code, "message": said})
        failure.text = text
    elif problems:
        ET.SubElement(case, "system-out").text = text
    return case


def _lines(problem: Problem, lang: str) -> list[str]:
    first, *more = wording.lines(problem, lang)
    return [wording.headline(problem, lang, first), *(f"    {line}" for line in more)]
