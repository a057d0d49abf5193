"""Problems as text and as JSON: exact form, safe for a terminal, counted."""

from __future__ import annotations

import json

import pytest

from auditloop.problems import Bilingual, Place, Problem, Severity
from auditloop.reporters import REPORTERS


def made(
    severity: Severity = Severity.ERROR,
    file: str = "audits/a.yml",
    message: str = "Message.",
    hint: str = "Hint.",
    related: tuple[Place, ...] = (),
) -> Problem:
    return Problem(
        Place(file, 3, 5), "some-code", severity, Bilingual("句子。", message), Bilingual("建议。", hint), related
    )


def test_text_has_place_severity_code_message_hint_and_related_places() -> None:
    """Editors and people read the same lines."""
    problem = made(related=(Place("audits/b.yml", 7, 1),))

    assert REPORTERS["text"].report([problem], lang="en") == (
        "audits/a.yml:3:5: error [some-code] Message.\n    Hint.\n    see also audits/b.yml:7:1\n1 error in 1 file\n"
    )
    assert REPORTERS["text"].report([problem], lang="zh") == (
        "audits/a.yml:3:5: 错误 [some-code] 句子。\n    建议。\n    另见 audits/b.yml:7:1\n1 个文件中有 1 个错误\n"
    )


@pytest.mark.parametrize(
    ("severities", "en", "zh"),
    [
        ([], "No problems.", "没有问题。"),
        (
            [Severity.ERROR] * 3 + [Severity.WARNING],
            "3 errors, 1 warning in 2 files",
            "2 个文件中有 3 个错误、1 个警告",
        ),
        ([Severity.INFO] * 2, "2 info in 2 files", "2 个文件中有 2 个提示"),
    ],
)
def test_the_last_line_counts(severities: list[Severity], en: str, zh: str) -> None:
    """By severity, and how many files they stand in."""
    problems = [made(severity, file=f"audits/{number % 2}.yml") for number, severity in enumerate(severities)]

    assert REPORTERS["text"].report(problems, lang="en").splitlines()[-1] == en
    assert REPORTERS["text"].report(problems, lang="zh-CN").splitlines()[-1] == zh


def test_nothing_invisible_reaches_the_terminal() -> None:
    """Escape sequences, direction marks and line breaks in data or file names are shown, not obeyed."""
    problem = made(file="audits/\x1b[2J\n.yml", message="a\x1b]0;title\x07\u202eb\u200b", hint="one\ntwo\x9b31m")

    assert REPORTERS["text"].report([problem], lang="en") == (
        "audits/\\u001b[2J\\n.yml:3:5: error [some-code] a\\u001b]0;title\\u0007\\u202eb\\u200b\n"
        "    one\n    two\\u009b31m\n1 error in 1 file\n"
    )


def test_emoji_and_chinese_stay_as_they_are() -> None:
    """Only what cannot be seen is escaped."""
    assert "标题 👩‍🔧 ❤️ “x”" in REPORTERS["text"].report([made(message="标题 👩‍🔧 ❤️ “x”")], lang="en")


def test_json_holds_every_fact() -> None:
    """Programs read what people read, with the counts."""
    problem = made(Severity.WARNING, file="audits/caf\udce9.yml", related=(Place("audits/b.yml", 7, 1),))
    found = json.loads(REPORTERS["json"].report([problem], lang="zh"))

    assert found == {
        "format": 1,
        "language": "zh",
        "counts": {"error": 0, "warning": 1, "info": 0},
        "problems": [
            {
                "file": "audits/caf\udce9.yml",
                "line": 3,
                "column": 5,
                "severity": "warning",
                "code": "some-code",
                "message": "句子。",
                "hint": "建议。",
                "related": [{"file": "audits/b.yml", "line": 7, "column": 1}],
            }
        ],
    }
