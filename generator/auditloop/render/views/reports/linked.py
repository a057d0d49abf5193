"""Sentences that lead to what they rest on: a name in a sentence of the catalogue becomes a link."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from auditloop.render import escape
from auditloop.render.views.common import anchored
from auditloop.render.views.context import Context

Target = tuple[str, str | None]
"""(words as they stand in the sentence, where they lead; None: nowhere)"""


@dataclass(frozen=True, slots=True)
class Said:
    """One fact in a sentence."""

    html: Markup
    tone: str = "none"
    """good | bad | warn | none: the shape before it."""


def linked(ctx: Context, sentence: str, *targets: Target) -> Markup:
    """The sentence as HTML, with the first place of each name a link. A name that is not in it stands before it."""
    html = str(escape.html(sentence))
    names = {str(escape.html(name)): href for name, href in targets if name and href}
    left = dict(names)

    def link(found: re.Match[str]) -> str:
        href = left.pop(found[0], None)
        return str(anchored(href, escape.marked(found[0]))) if href else found[0]

    if names:
        longest_first = sorted(names, key=lambda name: (-len(name), name))
        html = re.sub("|".join(map(re.escape, longest_first)), link, html)
    before = [anchored(left[name], escape.marked(name)) for name in names if name in left]
    colon = ctx.words.t("join.colon")
    return escape.marked((ctx.words.listed([str(each) for each in before]) + colon if before else "") + html)


def kpis(ctx: Context, ids: Sequence[str]) -> list[Target]:
    return [(ctx.kpi_name(id), ctx.href.kpi(id)) for id in ids]


def teams(ctx: Context, ids: Sequence[str]) -> list[Target]:
    return [(ctx.team_name(id), ctx.href.team(id)) for id in ids]
