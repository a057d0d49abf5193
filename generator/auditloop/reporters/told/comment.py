"""As a comment on a pull request: GitHub, GitLab, Gitea and Gitee understand it, and none takes it for more.

The hidden first line lets whoever posts it find the comment and replace it, so that there is one and it is current.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from auditloop.render.escape import comment, comment_code
from auditloop.render.i18n import Words
from auditloop.render.told import Entry, Told, left_out

MOST = 65_536
"""Characters that GitHub takes in one comment, the least of all hosts; counted as UTF-16 counts, to be on the safe
side."""
_RESERVE = 400
"""For what closes the comment."""
_MARKS = {"concern": "⚠️", "improvement": "✅", "failed": "❌", "warned": "⚠️", "passed": "✅"}
_FOLDED = ("neutral", "unknown", "passed")
"""Groups that stay closed until somebody opens them."""


class Comment:
    """Text stays text, and nobody is mentioned."""

    def text(self, text: str) -> str:
        return comment(text)

    def code(self, text: str) -> str:
        return comment_code(text)


def laid_out_as_comment(told: Told, marker: str, organisation: str, words: Words) -> str:
    """At most MOST characters: entries are left out whole, the least important ones, and how many is said.

    The hidden first line is made of `marker` and the organisation's id, since one repository may hold several.
    """
    head = [f"<!-- {marker}:{_hidden(organisation)} -->", f"### {told.title}", "", f"**{told.lead}**", "", told.sides]
    head += [line for note in told.notes for line in ("", note)]
    budget = MOST - _RESERVE - _size("\n".join(head)) - sum(_size(_frame(group, "")) for group in told.groups)
    kept = list(_kept(told, budget))
    body = [_frame(group, "\n".join(items)) for group, items in kept if items]
    left = sum(len(group[2]) - len(items) for group, items in kept)
    foot = ["", left_out(words, left)] if left else []
    return "\n".join([*head, *body, *foot]) + "\n"


Group = tuple[str, str, tuple[Entry, ...]]


def _kept(told: Told, budget: int) -> Iterator[tuple[Group, list[str]]]:
    """As many entries of each group, as one Markdown list item each, as fit; after the first that does not, none."""
    for group in told.groups:
        items = [_item(entry) for entry in group[2]]
        sizes = list(accumulate(_size(item) + 1 for item in items))
        fit = sum(size <= budget for size in sizes)
        yield group, items[:fit]
        budget = budget - sizes[fit - 1] if fit else budget
        if fit < len(items):
            budget = 0


def _item(entry: Entry) -> str:
    return "\n".join([f"- {entry.sentence}", *(f"  - {detail}" for detail in entry.details)])


def _frame(group: Group, items: str) -> str:
    key, heading, entries = group
    title = f"{_MARKS.get(key, '')} {heading} ({len(entries)})".strip()
    if key in _FOLDED:
        return f"\n<details><summary>{title}</summary>\n\n{items}\n\n</details>"
    return f"\n#### {title}\n\n{items}"


def _hidden(id_: str) -> str:
    """Nothing in it ends the hidden line."""
    return re.sub("[^A-Za-z0-9]+", "-", id_)


def _size(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
