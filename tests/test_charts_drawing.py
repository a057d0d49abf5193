"""Drawings are deterministic, small, self-contained, follow the theme, and are made only once."""

from __future__ import annotations

import json
import locale
import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from auditloop.publish import drawing
from auditloop.publish.drawing import draw_all, forget_unused
from auditloop.render.charts import KINDS, Chart, chart_script, draw, overlay, spec, standalone
from auditloop.render.charts.palette import LIGHT
from building import environment
from charts_samples import MONTHS, sample

HOSTILE = [
    "<script>alert(1)</script>",
    "\"quoted\" 'text' & more</title>",
    "\u202eright to left \u200f\u05d0\u05d1",
    "👩🏽‍🚒 emoji 🏁",
    "a\u0000b\u0008c\ud800d",
    "]]> {{ x }} ${y} `z`\u2028\u2029",
]


@cache
def drawing_of(kind: str) -> str:
    return draw(sample(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_draws_and_names_its_marks(kind: str) -> None:
    """A drawing scales with its container and says to assistive technology what it shows."""
    root = ET.fromstring(drawing_of(kind))

    assert root.attrib["role"] == "img"
    assert "width" not in root.attrib and root.attrib["viewBox"].startswith("0 0 ")
    ids = {element.attrib["id"] for element in root.iter() if "id" in element.attrib}
    assert set(root.attrib["aria-labelledby"].split()) <= ids
    assert all(i.startswith(f"sample-{kind}-") for i in ids)


def test_the_same_chart_is_the_same_bytes_whatever_was_drawn_before() -> None:
    """Ids that vl-convert counts through the process do not show."""
    first = draw(sample("risk-grid"))
    for kind in ("trend", "multiples", "risk-grid"):
        draw(sample(kind))

    assert draw(sample("risk-grid")) == first


def test_another_process_draws_the_same_bytes() -> None:
    """Neither the order of hashes nor the time zone nor the locale leaves a trace in a drawing of any kind."""
    code = (
        "import json; from charts_samples import sample; from auditloop.render.charts import KINDS, draw;"
        "print(json.dumps({kind: draw(sample(kind)) for kind in KINDS}))"
    )
    chinese = "zh_CN.UTF-8" if "zh_CN.UTF-8" in locale.locale_alias.values() else "C.UTF-8"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment(TZ="Pacific/Kiritimati", PYTHONHASHSEED="2", LC_ALL=chinese),
        capture_output=True,
        encoding="utf-8",
        cwd=Path(__file__).parent,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert [kind for kind, svg in json.loads(done.stdout).items() if svg != drawing_of(kind)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_colours_are_tokens_of_the_theme(kind: str) -> None:
    """Every colour is a CSS variable that the light palette knows; the file of its own has none left."""
    svg = drawing_of(kind)

    used = set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg)) - {"none", "transparent"}
    assert used and all(re.fullmatch(r"var\(--[a-z0-9-]+\)", colour) for colour in used), used
    assert {colour[4:-1] for colour in used} <= LIGHT.keys()
    assert "var(" not in standalone(svg)
    ET.fromstring(standalone(svg))


@pytest.mark.parametrize("kind", KINDS)
def test_no_address_outside_the_site(kind: str) -> None:
    """Neither the drawing nor the chart's script names any host; XML namespaces are not requests."""
    svg = drawing_of(kind).replace("http://www.w3.org/2000/svg", "")

    assert "http" not in svg and "//" not in svg and "url(" not in svg
    assert "http" not in chart_script(sample(kind))


def test_a_trend_of_24_points_is_small() -> None:
    """With target, benchmark, flags and limits it stays below 12 KB."""
    assert len(drawing_of("trend").encode()) < 12_000


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", KINDS)
def test_text_stays_text_in_spec_and_script(kind: str, text: str) -> None:
    """Nothing closes a script element or ends a string; the script is one call with JSON."""
    script = chart_script(sample(kind, text))

    assert "<" not in script and "\u2028" not in script and "\u2029" not in script
    body = script.removeprefix(f'Auditloop.chart("sample-{kind}",').removesuffix(");\n")
    assert json.loads(body)["kind"] == kind
    script.encode("utf-8")


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", ["trend", "waterfall", "timeline"])
def test_text_stays_text_in_the_drawing(kind: str, text: str) -> None:
    """The drawing is well-formed and holds no element or attribute that a text smuggled in."""
    root = ET.fromstring(draw(sample(kind, text)))

    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= {"svg", "g", "path", "line", "rect", "circle", "text", "tspan", "title", "desc"}
    assert not any(name.startswith("on") for element in root.iter() for name in element.attrib)


@pytest.mark.parametrize("kind", KINDS)
def test_labels_of_ten_thousand_characters_are_cut(kind: str) -> None:
    """An ellipsis shows that a label goes on; no text in the drawing is longer than a line."""
    root = ET.fromstring(draw(sample(kind, "长" * 10_000)))
    texts = [
        "".join(element.itertext())
        for element in root.iter()
        if element.tag.endswith("}text") or element.tag.endswith("}tspan")
    ]

    assert max(map(len, texts)) < 100
    assert len(chart_script(sample(kind, "长" * 10_000))) < 200_000


def test_numbers_that_are_not_finite_are_gaps() -> None:
    """NaN and infinity neither break the JSON nor move the scale."""
    rows = [
        {"x": x, "value": v, "label": "", "tip": ""}
        for x, v in zip(MONTHS, (1.0, float("nan"), 3.0, float("inf")), strict=False)
    ]
    chart = Chart(id="odd", kind="trend", datasets={"points": rows}, lang="en", title="t", description="d")

    assert [r["value"] for r in overlay(chart)["datasets"]["points"]] == [1.0, None, 3.0, None]
    assert "NaN" not in chart_script(chart)
    draw(chart)


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("kind", ["trend", "index-trend", "multiples"])
def test_series_of_one_or_two_points_draw(kind: str, count: int) -> None:
    """A new indicator has a chart from its first value on."""
    points = [
        {"x": x, "value": 5, "label": "5", "series": "a", "team": "a", "order": 0, "latest": True, "tip": "x"}
        for x in MONTHS[:count]
    ]
    chart = Chart(id="new", kind=kind, datasets={"points": points}, lang="en", title="t", description="d")

    assert "NaN" not in draw(chart)


def test_specs_share_one_template_per_kind() -> None:
    """Only rows, parameters and sizes differ between charts of a kind."""
    one, two = spec(sample("trend", "a")), spec(sample("trend", "b"))

    assert one["layer"] is two["layer"]
    assert one["datasets"] != two["datasets"]


def test_drawing_does_not_load_altair_and_drawn_charts_no_library_at_all(tmp_path: Path) -> None:
    """Altair has made the templates before; with a warm cache a build does not import vl-convert either."""
    code = (
        "import sys; from pathlib import Path; from charts_samples import sample;"
        "from auditloop.publish.drawing import draw_all, forget_unused;"
        "from auditloop.render.charts import chart_script;"
        "chart = sample('waterfall'); svg = draw_all([chart], Path(sys.argv[1])); chart_script(chart);"
        "print(len(svg[chart.id]), *(name for name in ('altair', 'vl_convert') if name in sys.modules))"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "charts")]

    def run() -> list[str]:
        here = Path(__file__).parent
        done = subprocess.run(command, capture_output=True, text=True, cwd=here, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout.split()

    length, *loaded = run()
    assert loaded == ["vl_convert"]
    assert run() == [length]


def test_only_missing_and_damaged_drawings_are_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A truncated or foreign cache file is noticed and replaced."""
    charts = [sample("waterfall"), sample("pareto")]
    fresh = draw_all(charts, tmp_path)
    drawn: list[str] = []
    original = drawing.room.draw
    monkeypatch.setattr(drawing.room, "draw", lambda chart: drawn.append(chart.id) or original(chart))

    assert draw_all(charts, tmp_path) == fresh and drawn == []

    one, two = sorted(tmp_path.rglob("*.svg"))
    one.write_bytes(one.read_bytes()[:300])
    two.write_bytes(b"\xff\xfe nonsense")
    steps: list[tuple[int, int]] = []
    assert draw_all(charts, tmp_path, lambda done, all_: steps.append((done, all_))) == fresh
    assert sorted(drawn) == ["sample-pareto", "sample-waterfall"] and steps == [(1, 2), (2, 2)]
    assert not [p for p in tmp_path.rglob("*") if p.is_file() and p.suffix != ".svg"]


def test_drawings_that_no_language_uses_leave_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a language has used before and uses no more is removed, and nothing of the others."""
    monkeypatch.setattr(drawing.room, "draw", lambda chart: f"<svg>{chart.lang} {chart.id}</svg>")
    old, new = sample("waterfall"), sample("pareto")
    other = replace(old, lang="en" if old.lang == "zh" else "zh", title="The same in another language")

    draw_all([old], tmp_path, complete=True)
    draw_all([other], tmp_path, complete=True)
    draw_all([new], tmp_path, complete=True)
    forget_unused(tmp_path)

    kept = {path.read_bytes().partition(b"\n")[2].decode() for path in tmp_path.rglob("*.svg")}
    assert kept == {f"<svg>{new.lang} sample-pareto</svg>", f"<svg>{other.lang} sample-waterfall</svg>"}


def test_ids_must_be_slugs() -> None:
    """An id is an anchor, a file name and a prefix: nothing else is let in."""
    for bad in ("", "A", "a b", "../x", "é", 'x"y', "a--"):
        with pytest.raises(ValueError, match="slug"):
            Chart(id=bad, kind="trend", datasets={}, lang="en", title="t", description="d")
