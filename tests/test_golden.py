"""The golden site: everything generated from one small workspace, byte for byte.

`make golden` (`pytest tests/test_golden.py --accept-golden`) accepts it as it is now; review the diff like code.

Left out, because it says nothing about this workspace: style, scripts, schemas and the pages of built-in checklists;
and the workbook of the registers, which nobody reads as a diff and a test of its own holds.
Drawings are held by shape only: another release of vl-convert may draw them otherwise.
"""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from auditloop.publish.generated import Generated
from auditloop.publish.tree import write_tree
from auditloop.resources import built_in_checklists
from building import GOLDEN, differing, files_of, generate_here, make_workspace

LEFT_OUT = ("assets/auditloop/", "downloads/schema/", "downloads/results.json", "downloads/registers.xlsx")
DRAWING = re.compile(r"<svg(?![^>]*al-spark)[^>]*>.*?</svg>", re.DOTALL)
MASK = "<svg><!-- drawn --></svg>"


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Generated]:
    """The small workspace, rendered once."""
    return {made.lang: made for made in generate_here(make_workspace(tmp_path_factory.mktemp("golden")))}


def expected_form(made: Generated) -> dict[str, bytes]:
    """What is compared: pages without drawings, tables, chart specs, the navigation."""
    built_in = {f"checklists/{prefix}{path.stem}.md" for path in built_in_checklists() for prefix in ("", "form_")}
    files = {"nav.json": readable(made.nav)}
    for path, content in files_of(made.docs_dir).items():
        if path.startswith(LEFT_OUT) or path in built_in or path.endswith((".svg", ".json")):
            continue
        files[path] = DRAWING.sub(MASK, content.decode()).encode() if path.endswith(".md") else content
    return files


def readable(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_site_is_the_golden_one(generated: dict[str, Generated], lang: str, accept_golden: bool) -> None:
    """Every page, table, chart and number of a small organisation stays as it was accepted."""
    found = expected_form(generated[lang])
    folder = GOLDEN / "expected" / lang
    if accept_golden:
        write_tree(folder, found)

    expected = files_of(folder)

    assert differing(found, expected) == []
    for path in expected:
        assert found[path].decode() == expected[path].decode(), path


def test_the_results_are_the_golden_ones(generated: dict[str, Generated], accept_golden: bool) -> None:
    """results.json, indented for people here, is the same file in both languages."""
    chinese, english = ((generated[lang].docs_dir / "downloads" / "results.json").read_bytes() for lang in ("zh", "en"))
    found = readable(json.loads(chinese)).decode()
    file = GOLDEN / "expected" / "results.json"
    if accept_golden:
        file.write_text(found, encoding="utf-8")

    assert chinese == english
    assert found == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_chart_is_drawn(generated: dict[str, Generated], lang: str) -> None:
    """Beside each chart's spec lies its drawing, whole and with marks in it, and pages show them all."""
    charts = generated[lang].docs_dir / "assets" / "charts"
    specs = {path.stem for path in charts.glob("*.js")}

    assert specs
    for name in specs:
        drawing = (charts / f"{name}.svg").read_text(encoding="utf-8")
        assert drawing.startswith("<svg")
        assert drawing.rstrip().endswith("</svg>")
        assert "<path" in drawing or "<circle" in drawing
    pages = "".join(page.read_text(encoding="utf-8") for page in generated[lang].docs_dir.rglob("*.md"))
    assert len(DRAWING.findall(pages)) >= len(specs)


def test_both_languages_have_the_same_pages_and_charts(generated: dict[str, Generated]) -> None:
    """The language switch stays on the same page, so each page and file exists in each language."""
    chinese, english = (set(files_of(generated[lang].docs_dir)) for lang in ("zh", "en"))

    assert chinese == english
