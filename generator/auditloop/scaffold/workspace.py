"""A whole new workspace: small, complete, without problems, and full of examples to replace.

Knows nothing of what the site will make of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from auditloop.load.read import read_document
from auditloop.model import Audit, Checklist, Period, Text
from auditloop.model.build import build_document
from auditloop.scaffold.audit import audit_text
from auditloop.scaffold.errors import BadId
from auditloop.scaffold.files import NewFile, fill, write_new
from auditloop.scaffold.lookup import SLUG, modeline, named, one_of
from auditloop.scaffold.yamltext import flow_text, quote

LANGUAGES = ("zh", "en")
TEAM = "front-desk"
_FIRST_ANSWERS = (
    "3",
    '{score: 2, note: {zh: 示例：只有主要渠道有流程图, en: "Example: only the main channels have a flow chart"}}',
    "3",
    '{score: 1, note: {zh: 示例：没有分步计时, en: "Example: steps are not timed"}}',
)
"""How the example audit begins: enough to show both ways of writing an answer."""

_PLACES = {
    "dot-gitignore": ".gitignore",
    "dot-vscode/auditloop.code-snippets": ".vscode/auditloop.code-snippets",
    "dot-vscode/extensions.json": ".vscode/extensions.json",
    "dot-vscode/settings.json": ".vscode/settings.json",
    f"audits/teams/{TEAM}/actions/example.yml": f"audits/teams/{TEAM}/actions/A-{TEAM}-@{{year}}-001.yml",
    f"audits/teams/{TEAM}/observations/latest.yml": f"audits/teams/{TEAM}/observations/@{{month_1}}.yml",
}
"""Starter files that are called something else in a workspace; dots would hide them from packaging tools."""


_NO_NAME_YET = {"zh": "示例组织", "en": "Example organisation"}


def init_workspace(
    directory: Path,
    *,
    organisation_id: str,
    name_zh: str | None,
    name_en: str | None,
    languages: Sequence[str],
    today: dt.date,
    starter: Path,
    schemas: Path,
    checklist: Path,
    timezone: str = "Asia/Shanghai",
    beside: Sequence[NewFile] = (),
) -> list[Path]:
    """Write a working starter into `directory`; gives the paths written.

    A language without a name goes without one; with neither, an example name stands until somebody changes it.
    `starter` and `schemas` are the shipped folders, `checklist` is the built-in one that the example audit uses, and
    `beside` are files that go along.
    Raises BadId, BadChoice, FileExists or CannotWrite, and then nothing was written.
    """
    if not SLUG.fullmatch(organisation_id):
        raise BadId("organisation", organisation_id)
    for language in languages:
        one_of("languages", language, LANGUAGES)
    given = {language: words for language, words in (("zh", name_zh), ("en", name_en)) if words is not None}
    name = named(given or _NO_NAME_YET)
    facts = {
        "organisation_id": quote(organisation_id),
        "organisation_name": flow_text(name),
        "site_name": quote(_site_name(name, languages[0])),
        "title": _markdown(_site_name(name, languages[0])),
        "languages": ", ".join(languages),
        "language": languages[0],
        "timezone": quote(timezone),
        **_dates(today),
    }
    return write_new(
        directory,
        [
            *_starter(starter, facts),
            _example_audit(_read_checklist(checklist), languages[0], today),
            *_copies(schemas, PurePosixPath("schema")),
            NewFile(PurePosixPath("docs/.gitkeep"), ""),
            *beside,
        ],
    )


def _starter(folder: Path, facts: Mapping[str, str]) -> list[NewFile]:
    files = []
    for template in sorted(path for path in folder.rglob("*") if path.is_file()):
        source = template.relative_to(folder).as_posix()
        path = PurePosixPath(fill(_PLACES.get(source, source), facts))
        text = fill(template.read_text(encoding="utf-8"), facts)
        files.append(NewFile(path, modeline(path) + text if path.parts[0] == "audits" else text))
    return files


def _copies(folder: Path, to: PurePosixPath) -> list[NewFile]:
    """The schemas go along, so that editors can use them without a network."""
    return [
        NewFile(to / path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    ]


def _read_checklist(path: Path) -> Checklist:
    document, problems = read_document(path.read_bytes(), path.name)
    checklist = build_document(document.data) if document and not problems else None
    if not isinstance(checklist, Checklist):
        raise RuntimeError(f"the built-in checklist {path.name} is damaged; install auditloop again")
    return checklist


def _example_audit(checklist: Checklist, language: str, today: dt.date) -> NewFile:
    path = PurePosixPath(f"audits/teams/{TEAM}/audits/{today}.yml")
    audit = Audit(
        id=f"{TEAM}-{today}",
        team=TEAM,
        checklist=checklist.id,
        edition=checklist.edition,
        date=today,
        type="self",
        status="draft",
    )
    answers = {item.id: answer for item, answer in zip(checklist.items(), _FIRST_ANSWERS, strict=False)}
    text = audit_text(
        path, audit, checklist, language=language, previous=None, answers=answers,
        people=[f"{TEAM}-lead"], finding_id=f"F-{TEAM}-{today.year}-001",
    )  # fmt: skip
    return NewFile(path, text)


def _dates(today: dt.date) -> dict[str, str]:
    """`month_1` is the last full month, `month_6` the fifth before it."""
    facts = {"today": str(today), "year": str(today.year)}
    facts |= {f"in_{days}_days": str(today + dt.timedelta(days=days)) for days in (30, 120)}
    month = Period.containing(today, "month")
    for back in range(1, 7):
        month = month.previous
        facts[f"month_{back}"] = str(month)
    return facts


def _site_name(name: Text, language: str) -> str:
    assert isinstance(name, dict)
    words = name.get(language) or next(iter(name.values()))
    return f"{words} · {'服务质量' if language == 'zh' else 'Service quality'}"


def _markdown(text: str) -> str:
    """The text as itself in Markdown, on one line."""
    return re.sub(r"([\\`*_{}\[\]<>()#+\-.!|&~])", r"\\\1", " ".join(text.split()))
