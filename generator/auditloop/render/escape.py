"""Makes untrusted text harmless for the sink it goes to: HTML, Markdown, URL, YAML front matter, CSV.

Knows nothing of pages; every function is text in, safe text out.
"""

from __future__ import annotations

import json
import re
from urllib.parse import urlsplit

from markupsafe import Markup
from markupsafe import escape as html_escape

_ISOLATES = "\u2066\u2067\u2068\u2069"
_CONTROLS = {
    # Explicit bidi controls reorder what stands around them: shown as their name, so that a reader sees they are there.
    **{ord(c): f"[U+{ord(c):04X}]" for c in "\u202a\u202b\u202c\u202d\u202e" + _ISOLATES},
    # Invisible marks carry no content; a NUL or another C0 control breaks parsers.
    **{ord(c): "" for c in "\u200e\u200f\u061c\ufeff"},
    **dict.fromkeys((*range(0, 9), 11, 12, *range(14, 32), *range(127, 160)), "�"),
    **dict.fromkeys(range(55296, 57344), "�"),  # lone surrogates cannot be written as UTF-8
}
_CONTROL = re.compile("[" + "".join(map(re.escape, map(chr, _CONTROLS))) + "]")
_NOT_XML = re.compile("[\ufffe\uffff]")
"""Beside control characters, which `plain` takes out."""
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")

_UNBROKEN = re.compile(r"[^\s\u2e80-\u9fff\uff00-\uffef]{48,}")
"""Runs without a place to break; Chinese and Japanese break anywhere."""

_MARKDOWN = {ord(c): f"&#{ord(c)};" for c in "\\`*_{}[]()<>#+-.!|~:=^$\"'@/"} | {ord("&"): "&amp;"}
"""Everything core Python-Markdown or a common extension could read as markup, `://` and `@` of autolinks included."""

_SPECIAL = re.compile("[&<>\"']")
_CARE = re.compile("[&<>\"'" + _RTL.pattern[1:])
"""What printable text may contain that HTML, or a reader from left to right, would take for something else."""
_LONG = 48

_SPACE = re.compile(r"\s+")
_USUAL_URL = re.compile(r"(?:https?://[a-z0-9.-]+)?(?:/?[A-Za-z0-9_.~%-]+)(?:/[A-Za-z0-9_.~%-]*)*", re.ASCII)
"""Most links: no scheme but http, no port, no query; nothing in them needs a closer look."""
_SCHEMES = {"http", "https", "mailto"}
_HARMLESS_CELL = re.compile(r"[A-Za-z0-9\u4e00-\u9fff][\w .:/()\u4e00-\u9fff-]*", re.ASCII)
"""Most cells: nothing in them that a CSV reader or a spreadsheet could take for more than text."""
_NUMBER = re.compile(r"^[+\-\u2212]?\d[\d,.\u202f ]*(e[+-]?\d+)?%?$", re.IGNORECASE)


def plain(text: str) -> str:
    """The same words without control characters; line breaks stay."""
    return _CONTROL.sub(lambda m: _CONTROLS[ord(m[0])], text) if _CONTROL.search(text) else text


def one_line(text: str) -> str:
    """All white space, line breaks included, becomes single spaces."""
    return " ".join(plain(text).split())


def xml_text(text: str) -> str:
    """On one line, and only characters that XML 1.0 allows; whoever writes the XML escapes it."""
    return _NOT_XML.sub("\ufffd", one_line(text))


def marked(safe: str) -> Markup:
    """Markup(safe), which looks for other things than text first and takes three times as long."""
    return str.__new__(Markup, safe)


def safe(words: object) -> str:
    """What `markupsafe.escape` gives, as plain text to build on: several times faster for what needs no escape."""
    if isinstance(words, Markup):
        return words
    text = words if isinstance(words, str) else str(words)
    return html_escape(text) if _SPECIAL.search(text) else text


def html(text: str) -> Markup:
    """Text for the inside of an HTML element: on one line, long runs may break, right-to-left text is isolated."""
    if _is_ordinary(text):
        return marked(text)
    words = one_line(text)
    if _UNBROKEN.search(words):
        safe = "<wbr>".join([html_escape(piece) for piece in _pieces(words)])
    else:
        safe = html_escape(words)
    return marked(f"<bdi>{safe}</bdi>" if _RTL.search(words) else safe)


def _is_ordinary(text: str) -> bool:
    """Whether text is the same as HTML, as nearly all is: one look instead of one for each danger."""
    return (
        text.isprintable()
        and not _CARE.search(text)
        and "  " not in text
        and text[:1] != " "
        and text[-1:] != " "
        and (len(text) < _LONG or not _UNBROKEN.search(text))
    )


def paragraphs(text: str) -> Markup:
    """Text whose line breaks carry meaning (notes, guidance): breaks become `<br>`."""
    if _is_ordinary(text):
        return marked(text)
    return marked("<br>".join([html(line) for line in plain(text).split("\n") if line.strip()]))


def attribute(text: str) -> Markup:
    """Text for a quoted HTML attribute."""
    return html_escape(one_line(text))


def markdown(text: str) -> Markup:
    """Text for a Markdown heading or paragraph: shown literally by Python-Markdown, whatever it contains."""
    return Markup(one_line(text).translate(_MARKDOWN))


def comment(text: str) -> str:
    """Text for a comment on a code host: shown literally, and nobody is mentioned, nothing is linked or closed by it.

    Hosts look for mentions and references after Markdown is done, so a backslash does not stop them; a zero-width
    space between the sign and the name does.
    """
    words = _COMMENT.sub(lambda m: _COMMENT_ESCAPES[m[0]], one_line(text))
    words = _LINK.sub(lambda m: m[0][0] + _ZERO_WIDTH + m[0][1:] if m[0] == "://" else m[0] + _ZERO_WIDTH, words)
    return _BLOCK.sub(lambda m: f"{m[1]}\\{m[2]}", words)


def comment_code(text: str) -> str:
    """An id or a revision in such a comment, as code; as text where something in it could end the code."""
    return f"`{text}`" if _CODE.fullmatch(text) else comment(text)


_ZERO_WIDTH = "&#8203;"
_COMMENT_ESCAPES = {
    **{c: f"\\{c}" for c in "\\`*_[]|"},
    **{c: f"\\{c}{_ZERO_WIDTH}" for c in "#!$~^"},
    **{"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": f"@{_ZERO_WIDTH}"},
}
_COMMENT = re.compile("[" + "".join(map(re.escape, _COMMENT_ESCAPES)) + "]")
_LINK = re.compile(r"://|\bwww(?=\.)|\bGH(?=-\d)|%(?=[\w\"])", re.IGNORECASE)
_BLOCK = re.compile(r"^(\d*)([-+=.)/])")
_CODE = re.compile(r"[\w.:/~^{}@+-]+(?:[\w.:/~^{}@+ -]*[\w.:/~^{}@+-])?", re.ASCII)


def url(target: str) -> str | None:
    """The target when it may stand in `href` (http, https, mailto or relative), else None: show it as text."""
    if _USUAL_URL.fullmatch(target):
        return target
    cleaned = target.strip()
    if not cleaned or _CONTROL.search(cleaned) or _SPACE.search(cleaned) or "\\" in cleaned:
        return None
    try:
        parts = urlsplit(cleaned)
    except ValueError:
        return None
    if parts.scheme:
        has_target = bool(parts.netloc) if parts.scheme.lower() != "mailto" else "@" in parts.path
        return cleaned if parts.scheme.lower() in _SCHEMES and has_target else None
    # `//host` leaves the site while looking relative, and a colon in the first segment is a scheme to some parsers.
    return None if cleaned.startswith("//") or ":" in cleaned.split("/", 1)[0] else cleaned


def themed(text: str) -> str:
    """Text that a theme puts into HTML unescaped: titles, descriptions, the site's name, the navigation.

    The word joiner after each `<` keeps text text even where a theme unescapes entities again.
    """
    return str(html_escape(one_line(text))).replace("&lt;", "&lt;\u2060")


def front_matter(text: str) -> str:
    """A quoted YAML scalar for the theme."""
    return json.dumps(themed(text), ensure_ascii=False)


def csv_cell(value: str | float | None) -> str:
    """A cell that no spreadsheet takes for a formula; numbers stay numbers, text keeps its line breaks as spaces."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return repr(value)
    if _HARMLESS_CELL.fullmatch(value):
        return value
    text = plain(value).replace("\r\n", "\n").replace("\r", "\n").replace("\n", " ").replace("\t", " ")
    if (
        text.lstrip()[:1] in tuple("=+-@\uff1d\uff0b\uff0d\uff20|%")
        and text.lstrip()
        and not _NUMBER.match(text.strip())
    ):
        text = "'" + text
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in ',"\n;') else text


def _pieces(words: str) -> list[str]:
    """Cut runs longer than 48 characters so that a page never becomes wider than its screen."""
    pieces: list[str] = []
    at = 0
    for run in _UNBROKEN.finditer(words):
        start = run.start()
        pieces.append(words[at:start] + words[start : start + 24])
        pieces.extend(words[i : min(i + 24, run.end())] for i in range(start + 24, run.end(), 24))
        at = run.end()
    if at < len(words):
        pieces[-1:] = [*pieces[-1:], words[at:]] if pieces else [words[at:]]
    return pieces
