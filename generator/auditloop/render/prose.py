"""The small part of Markdown that people may use in longer texts, as safe HTML: paragraphs, lists, stress, links.

Everything else, HTML above all, is shown as it was typed. CommonMark is read by markdown-it with every other rule off.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from auditloop.render import escape

_RULES = ["list", "emphasis", "link", "image", "escape", "newline"]
"""Images are read so that they can be shown as typed; otherwise `![plan](https://…)` would be a mark and a link."""
_TARGET = re.compile(r"https?://|mailto:|[\w./-]+\.html(#[\w.-]*)?$", re.IGNORECASE)
_CHINESE = re.compile("[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]")


class _Reader(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 - as markdown-it calls it
        """To the web, to a mailbox, or to a page of the site."""
        return escape.url(url) is not None and bool(_TARGET.match(url))


def prose(text: str) -> Markup:
    """Blocks of HTML, each on lines of its own."""
    return escape.marked(_reader().render(escape.plain(text)))


@cache
def _reader() -> MarkdownIt:
    reader = _Reader("zero", {"html": False}).enable(_RULES)
    reader.add_render_rule("text", _text)
    reader.add_render_rule("softbreak", _soft_break)
    reader.add_render_rule("image", _image)
    return reader


def _text(self: Any, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    """As any text of the data; the spaces that part it from its neighbours stay."""
    words = tokens[at].content
    before = " " if words[:1].isspace() else ""
    after = " " if words[-1:].isspace() and words.strip() else ""
    return f"{before}{escape.html(words.strip())}{after}"


def _image(self: Any, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    """Pictures belong to cases, which say what is on them; here one is the text that was typed for it."""
    return escape.html(f"![{tokens[at].content}]({tokens[at].attrGet('src')})")


def _soft_break(self: Any, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    """A line that goes on in the next: a space, and none between Chinese characters."""
    before = next((token.content[-1] for token in reversed(tokens[:at]) if token.content), "")
    after = next((token.content[0] for token in tokens[at + 1 :] if token.content), "")
    return "" if _CHINESE.match(before) and _CHINESE.match(after) else "\n"
