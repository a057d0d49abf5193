"""What a preview remembers from one save to the next shows on no page: with and without it the site is the same."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TypeVar

import pytest

from auditloop import pipeline
from auditloop.assess.results import AuditResult
from auditloop.load import known as load_known
from auditloop.render.site import Site, render_site
from auditloop.render.views.audits import page
from rendered import no_drawing, settings

T = TypeVar("T")
GOLDEN = Path(__file__).parent / "golden" / "workspace"
SAVES = [
    ("audit-2026-08.yml", "kind: audit", "# Every line of this file moves.\nkind: audit"),
    ("audit-2026-08.yml", "score: partial", 'score: "yes"'),
    ("audit-2026-08.yml", "Still long on Sundays", "Much shorter"),
    ("audit-2026-08.yml", "class: minor", "class: major"),
    ("audit-2026-03.yml", "type: ", "type: self # "),
    ("organisation.yml", "en: Front desk", "en: Reception"),
    ("checklist.yml", "Is the lobby clean?", "Is the lobby spotless?"),
    ("actions.yml", "result: partly", "result: effective"),
    ("kpi-waiting-time.yml", "Average waiting time", "Waiting time"),
    ("waiting-time.yml", "9.5", "9.6"),
]
"""One after the other: file, what stood there, what is saved instead."""


def built(root: Path, known: pipeline.Memory | None) -> Site:
    config = pipeline.read_config(root)
    assessed = pipeline.assess(config, known=known)
    asked = settings("en", problems=assessed.checked.problems)
    pages = known.pages["en"] if known else None
    return render_site(assessed.workspace, assessed.results, asked, no_drawing, pages)


def test_a_preview_shows_what_a_fresh_build_shows(tmp_path: Path) -> None:
    """After every save, whatever it changed, and after the last one is taken back."""
    root = tmp_path / "workspace"
    shutil.copytree(GOLDEN, root)
    known = pipeline.memory()
    assert built(root, known) == built(root, None)

    for name, old, new in SAVES:
        file = root / "audits" / name
        text = file.read_text(encoding="utf-8")
        assert old in text, (name, old)
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        assert built(root, known) == built(root, None), (name, new)

    file.write_text(text, encoding="utf-8")
    assert built(root, known) == built(root, None)


def test_a_save_reads_and_makes_only_what_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The saved file is read and the page of its audit made; the other audit's page is the one from before."""
    root = tmp_path / "workspace"
    shutil.copytree(GOLDEN, root)
    known = pipeline.memory()
    built(root, known)
    read: list[str] = []
    made: list[AuditResult] = []
    read_document, view = load_known.read_document, page.view
    monkeypatch.setattr(
        load_known, "read_document", lambda raw, file, limits: read_document(raw, _add(read, file), limits)
    )
    monkeypatch.setattr(page, "view", lambda ctx, result: view(ctx, _add(made, result)))

    file = root / "audits" / "audit-2026-08.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("Still long", "Too long"), encoding="utf-8")
    built(root, known)

    assert read == ["audits/audit-2026-08.yml"]
    assert [result.id for result in made] == ["front-desk-2026-08"]


def _add(to: list[T], value: T) -> T:
    to.append(value)
    return value
