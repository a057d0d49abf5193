"""Badges are what shields.io's endpoint asks for and pictures that stand on their own; colour and letter agree."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

import pytest

from auditloop.render.charts.palette import LIGHT
from rendered import demo, dom, empty, nasty, render_documents

SVG = "{http://www.w3.org/2000/svg}"
BEST, BETWEEN, WORST = LIGHT["--al-good"], LIGHT["--al-ink-3"], LIGHT["--al-bad-text"]


def found(site: Any) -> dict[str, Any]:
    """Path without its ending → the badge's JSON and its SVG."""
    texts = {asset.path: asset.content for asset in site.assets if asset.path.startswith("badges/")}
    names = {path.rsplit(".", 1)[0] for path in texts}
    return {n: (json.loads(texts[f"{n}.json"]), ElementTree.fromstring(texts[f"{n}.svg"])) for n in sorted(names)}


def scored(value: float, **more: Any) -> dict[str, Any]:
    """The badges of an index that is worth `value`, of one team and of the whole."""
    documents = [
        {"kind": "organisation", "id": "o", "name": "O", "teams": [{"id": "a", "name": "A"}], **more},
        {
            "kind": "kpi",
            "id": "k",
            "name": "K",
            "unit": "%",
            "better": "higher",
            "dimension": "effectiveness",
            "definition": "D",
            "frequency": "monthly",
            "score": {"zero": 0, "full": 100},
        },
        {"kind": "index", "id": "sqs", "name": "Quality", "weights": {"k": 1}},
        {"kind": "observations", "kpi": "k", "team": "a", "values": {"2026-10": value}},
    ]
    return found(render_documents(documents, "en"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_is_an_endpoint_of_shields_io(lang: str) -> None:
    """Its keys and no other, whatever the data say; a picture beside each."""
    for site in (demo(lang), nasty(lang)):
        assert found(site)
        for endpoint, picture in found(site).values():
            assert set(endpoint) == {"schemaVersion", "label", "message", "color", "labelColor", "cacheSeconds"}
            assert endpoint["schemaVersion"] == 1
            assert endpoint["label"] and endpoint["message"]
            assert [text.text for text in picture.iter(f"{SVG}text")] == [endpoint["label"], endpoint["message"]]
    assert found(empty(lang)) == {}


def test_every_index_has_one_for_the_whole_and_each_team() -> None:
    """Under names that stay."""
    site = demo("en")

    assert {"badges/sqs", "badges/sqs_front-desk"} <= set(found(site))
    assert len(found(site)) == len({(b.path) for b in site.assets if b.path.startswith("badges/")}) / 2


@pytest.mark.parametrize(
    ("value", "message", "colour"),
    [(90, "90.0 · A", BEST), (89.9, "89.9 · B", BETWEEN), (70, "70.0 · C", BETWEEN), (69.9, "69.9 · D", WORST)],
)
def test_colour_and_letter_follow_the_grades(value: float, message: str, colour: str) -> None:
    """The best grade, the worst, and those between, on both sides of each edge."""
    endpoint, picture = scored(value)["badges/sqs_a"]

    assert (endpoint["label"], endpoint["message"], endpoint["color"]) == ("Quality (A)", message, colour)
    assert picture.get("aria-label") == f"Quality (A): {message}, October 2026"
    assert colour in [path.get("fill") for path in picture.iter(f"{SVG}path")]


def test_the_organisations_own_grades_count() -> None:
    """Below every grade is the worst."""
    endpoint, _ = scored(55, grades=[{"grade": "pass", "from": 60}, {"grade": "poor", "from": 50}])["badges/sqs_a"]

    assert (endpoint["message"], endpoint["color"]) == ("55.0 · poor", WORST)
    assert scored(40, grades=[{"grade": "pass", "from": 60}])["badges/sqs_a"][0]["message"] == "40.0"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_picture_needs_nothing_else(lang: str) -> None:
    """No style, script, font or address of anywhere; texts are as wide as their boxes."""
    for _, picture in found(demo(lang)).values():
        assert {element.tag for element in picture.iter()} == {
            SVG + each for each in ("svg", "title", "path", "g", "text")
        }
        assert not [key for element in picture.iter() for key in element.attrib if "href" in key or key == "style"]
        ends = [float(t.get("x", 0)) + float(t.get("textLength", 0)) for t in picture.iter(f"{SVG}text")]
        assert ends == sorted(ends) and ends[-1] < float(picture.get("width", 0))


def test_the_page_shows_them_and_says_how_to_use_them() -> None:
    """Each with its name for those who do not see it, and Markdown to copy."""
    page = dom("demo", "en", "downloads.md")
    pictures = [attrs for tag, attrs in page.elements if tag == "img"]

    assert {"badges/sqs.svg"} <= {str(picture["src"]) for picture in pictures}
    assert all(picture["alt"] for picture in pictures)
    assert "/badges/" in page.words and "[![" in page.words
