"""Charts as small inline SVG: drawn by vl-convert, then made deterministic, compact and theme-aware.

Knows SVG only; what is drawn is decided in the kinds' modules.
"""

from __future__ import annotations

import re
from collections import Counter
from xml.etree import ElementTree as ET

from auditloop.render.charts.chart import Chart
from auditloop.render.charts.layout import tip
from auditloop.render.charts.measuring import measuring_font
from auditloop.render.charts.palette import LIGHT
from auditloop.render.charts.spec import spec
from auditloop.render.escape import one_line

FONTS = "'Noto Sans SC','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',system-ui,sans-serif"

_NS = "{http://www.w3.org/2000/svg}"
_DROPPED = {
    "class",
    "role",
    "pointer-events",
    "font-family",
    "version",
    "width",
    "height",
    "aria-hidden",
    "aria-label",
    "aria-roledescription",
    "cursor",
}
_PLAIN = {
    ("opacity", "1"),
    ("stroke-width", "1"),
    ("stroke-dasharray", "1,0"),
    ("stroke-opacity", "1"),
    ("fill-opacity", "1"),
    ("transform", "translate(0,0)"),
    ("font-weight", "normal"),
    ("x2", "0"),
    ("y2", "0"),
    ("stroke-linecap", "butt"),
}
_INHERITED = (
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "font-size",
    "font-weight",
    "text-anchor",
)
_GEOMETRY = {
    "d",
    "transform",
    "x",
    "y",
    "x1",
    "y1",
    "x2",
    "y2",
    "width",
    "height",
    "cx",
    "cy",
    "r",
    "dy",
    "dx",
    "stroke-width",
}
_NUMBER = re.compile(r"-?\d*\.\d+(?:e-?\d+)?|-?\d+e-?\d+")
_CIRCLE = re.compile(r"M(-?[\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0(?:Z)?")
_TRANSLATE = re.compile(r"translate\((-?[\d.]+),(-?[\d.]+)\)")
_INVISIBLE = {"transparent", "none"}
_VARIABLE = re.compile(r"var\((--[a-z0-9-]+)\)")


def draw(chart: Chart) -> str:
    """The chart as inline SVG: scales with its container, colours are CSS variables, ids begin with the chart's id."""
    import vl_convert

    whole = spec(chart)
    whole["config"] = {**whole["config"], "font": measuring_font()}
    drawn = vl_convert.vegalite_to_svg(whole, vl_version=vega_lite_version(whole["$schema"]), allowed_base_urls=[])
    return _tidy(drawn, chart)


def vega_lite_version(schema: str) -> str:
    """The newest Vega-Lite that vl-convert has of the major version Altair checked the specs against."""
    import vl_convert

    found = re.search(r"/v(\d+)\.", schema)
    same = [v for v in vl_convert.get_vegalite_versions() if found and v.split(".")[0] == found[1]]
    if not same:
        raise RuntimeError(f"vl-convert has no Vega-Lite for {schema}")
    return str(max(same, key=lambda version: [int(part) for part in version.split(".")]))


def standalone(svg: str) -> str:
    """The inline SVG as a file of its own: light palette, white ground, a font family."""
    coloured = _VARIABLE.sub(lambda found: LIGHT[found[1]], svg)
    root, rest = coloured.split(">", 1)
    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', root)
    if size is None:
        raise ValueError("not an SVG drawn here")
    sized = f'{root} width="{size[1]}" height="{size[2]}" font-family="{FONTS}"'
    return f'{sized}><rect width="100%" height="100%" fill="#ffffff"/>{rest}\n'


def _tidy(drawn: str, chart: Chart) -> str:
    root = ET.fromstring(drawn)
    for child in [c for c in root if c.tag == _NS + "rect"]:
        root.remove(child)  # the ground; the page has its own
    _rename_ids(root, chart.id)
    _clean(root)
    _shorten(root)
    view = root.attrib.pop("viewBox")
    root.attrib = {
        "viewBox": view,
        "role": "img",
        "aria-labelledby": f"{chart.id}-title {chart.id}-desc",
        "fill": "none",
    }
    for index, (tag, text) in enumerate((("title", chart.title), ("desc", chart.description))):
        element = ET.Element(_NS + tag, {"id": f"{chart.id}-{tag}"})
        element.text = one_line(tip(text))
        root.insert(index, element)
    ET.register_namespace("", _NS[1:-1])
    return ET.tostring(root, encoding="unicode")


def _rename_ids(root: ET.Element, prefix: str) -> None:
    """vl-convert counts gradient and clip ids through the whole process: count them per drawing instead."""
    names: dict[str, str] = {}
    for element in root.iter():
        if "id" in element.attrib:
            old = element.attrib["id"]
            names.setdefault(old, f"{prefix}-{len(names) + 1}")
            element.attrib["id"] = names[old]
    if names:
        for element in root.iter():
            for name, value in element.attrib.items():
                if "#" in value:
                    element.attrib[name] = re.sub(
                        r"#([\w-]+)", lambda found: "#" + names.get(found[1], found[1]), value
                    )


def _clean(element: ET.Element) -> None:
    """Drop what draws nothing, round coordinates, write circles as circles."""
    for child in list(element):
        if _draws_nothing(child):
            element.remove(child)
            continue
        _clean(child)
        keep = {"width", "height"} if child.tag in (_NS + "rect", _NS + "clipPath") else set()
        made = {
            name: _NUMBER.sub(_rounded, value) if name in _GEOMETRY else value
            for name, value in child.attrib.items()
            if name not in _DROPPED - keep
        }
        child.attrib = {name: value for name, value in made.items() if (name, value) not in _PLAIN}
        child.attrib.pop("font-size", None) if child.tag == _NS + "tspan" else None
        if "font-size" in child.attrib:
            child.attrib["font-size"] = child.attrib["font-size"].removesuffix("px")
        _circle(child)
        if child.tag == _NS + "g" and not len(child):
            element.remove(child)


def _draws_nothing(element: ET.Element) -> bool:
    get = element.attrib.get
    if get("opacity") == "0" or get("display") == "none":
        return True
    if element.tag == _NS + "path":
        bare = get("fill", "none") in _INVISIBLE and get("stroke", "none") in _INVISIBLE
        return get("d", "") in ("", "M0,0h0v0h0Z") or (bare and get("class") in ("background", "foreground"))
    if element.tag == _NS + "text":
        return not "".join(element.itertext()).strip()
    return element.tag == _NS + "tspan" and not (element.text or "").strip()


def _circle(element: ET.Element) -> None:
    found = _CIRCLE.fullmatch(element.attrib.get("d", "")) if element.tag == _NS + "path" else None
    place = _TRANSLATE.fullmatch(element.attrib.get("transform", "")) if found else None
    if found and place:
        rest = {k: v for k, v in element.attrib.items() if k not in ("d", "transform")}
        element.tag = _NS + "circle"
        element.attrib = {"cx": place[1], "cy": place[2], "r": found[1], **rest}


def _shorten(element: ET.Element) -> None:
    """Unwrap groups that say nothing and move attributes that siblings share up to their group."""
    for child in element:
        _shorten(child)
    flat: list[ET.Element] = []
    for child in element:
        flat.extend(child if child.tag == _NS + "g" and not child.attrib else [child])
    element[:] = flat
    if element.tag != _NS + "g" or not len(element):
        return
    if len(element) == 1 and element[0].tag == _NS + "g" and not element.attrib.keys() & element[0].attrib.keys():
        only = element[0]
        element.attrib |= only.attrib
        element[:] = list(only)
    for name in _INHERITED:
        values = [child.attrib.get(name) for child in element]
        if None in values:
            continue
        (common, _), *_rest = Counter(values).most_common(1)
        element.attrib[name] = str(common)
        for child in element:
            if child.attrib[name] == common:
                del child.attrib[name]


def _rounded(found: re.Match[str]) -> str:
    text = f"{float(found[0]):.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
