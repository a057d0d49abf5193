"""Pictures that documents show: found beside the document, inside the workspace only, and really what they claim to be.

No SVG: it may carry scripts, styles and links to elsewhere, and who reviews a change sees none of them in a picture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from auditloop.load.beside import Nowhere, Outside, named_content, place_of
from auditloop.load.content import TooLarge
from auditloop.load.document import Document
from auditloop.load.files import unreadable
from auditloop.load.limits import Limits
from auditloop.problems import Bilingual, Place, Problem, problem
from auditloop.problems.shown import shown

SUFFIXES = {".png": "png", ".jpg": "jpg", ".jpeg": "jpg", ".webp": "webp", ".gif": "gif"}
"""Extension of a file → that of its kind."""
_SVG = Bilingual("SVG 可以带脚本，不收", "SVG may carry scripts and is not taken")
_NO_SUFFIX = Bilingual("扩展名不是 .png、.jpg、.webp 或 .gif", "its name does not end in .png, .jpg, .webp or .gif")
_OTHER = Bilingual("内容与扩展名不符", "its content is not what its name says")


@dataclass(frozen=True, slots=True)
class Picture:
    """`file` is relative to the workspace root; `suffix` is png, jpg, webp or gif."""

    file: str
    suffix: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Pictures:
    """`of`: file of a document → its picture; one that cannot be shown has a problem instead."""

    of: Mapping[str, Picture]
    problems: tuple[Problem, ...]


def read_pictures(
    root: Path, documents: Iterable[Document], limits: Limits, seen: Callable[[str, bytes], None]
) -> Pictures:
    """`seen` is told the file and the content of each picture."""
    found: dict[str, Picture] = {}
    problems: list[Problem] = []
    for document, name in _references(documents):
        read = _read(root.resolve(), document.file, name, document.places.value(("picture", "file")), limits)
        if isinstance(read, Problem):
            problems.append(read)
        else:
            seen(read.file, read.content)
            found[document.file] = read
    return Pictures(found, tuple(problems))


def _references(documents: Iterable[Document]) -> Iterator[tuple[Document, str]]:
    for document in documents:
        if isinstance(document.data, dict) and document.data.get("kind") == "case":
            picture = document.data.get("picture")
            if isinstance(picture, dict) and isinstance(picture.get("file"), str) and picture["file"]:
                yield document, picture["file"]


def _read(root: Path, document: str, name: str, at: Place, limits: Limits) -> Picture | Problem:
    file = name
    try:
        file = place_of(root, document, name)
        return _picture(root, file, name, at, limits)
    except Nowhere:
        return problem("picture-missing", at, file=shown(name))
    except Outside:
        return problem("picture-outside", at, file=shown(name))
    except TooLarge as large:
        size, most = f"{large.size / 1e6:.1f}", limits.picture_bytes // 1_000_000
        return problem("picture-too-large", at, file=shown(name), size=size, limit=most)
    except OSError as error:
        return unreadable(file, error)


def _picture(root: Path, file: str, name: str, at: Place, limits: Limits) -> Picture | Problem:
    """By its name before anything is read. Raises as `named_content`."""
    extension = PurePosixPath(name).suffix.lower()
    suffix = SUFFIXES.get(extension)
    if suffix is None:
        what = _SVG if extension in (".svg", ".svgz") else _NO_SUFFIX
        return problem("picture-of-no-type", at, file=shown(name), what=what)
    content = named_content(root, file, limits.picture_bytes)
    if kind_of(content) != suffix:
        return problem("picture-of-no-type", at, file=shown(name), what=_OTHER)
    return Picture(file, suffix, content)


def kind_of(content: bytes) -> str | None:
    """png, jpg, webp or gif by the first bytes; None for everything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if content.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    return "webp" if content[:4] == b"RIFF" and content[8:12] == b"WEBP" else None
