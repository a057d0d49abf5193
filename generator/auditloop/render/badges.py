"""Badges: the latest score of every index in one line, for a README, a wiki or a start page.

Each as the JSON that shields.io's endpoint badge reads (schemaVersion 1) and as an SVG of our own, for networks without
internet. Colour says where the grade stands in the organisation's table, and the grade says it in a letter.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from auditloop.assess.grades import grade_of, grade_table
from auditloop.assess.results import IndexResult
from auditloop.model import Grade
from auditloop.render.charts.palette import LIGHT
from auditloop.render.escape import attribute, one_line, xml_text
from auditloop.render.values import Asset
from auditloop.render.views import say
from auditloop.render.views.context import Context
from auditloop.render.views.paths import slug_file

_LABEL, _BEST, _BETWEEN, _WORST = LIGHT["--al-series"], LIGHT["--al-good"], LIGHT["--al-ink-3"], LIGHT["--al-bad-text"]
"""All hold 4.5:1 under white text."""
_CACHE_SECONDS = 3600
_FONTS = "'Noto Sans SC','PingFang SC','Microsoft YaHei',system-ui,sans-serif"
_HEIGHT, _PAD, _WIDE = 20, 6, 11
_WIDTHS = {**dict.fromkeys(" .,:;·'|ijlI()", 4.0), **dict.fromkeys("mwMW%@", 9.5)}
"""Of characters of 11 px, about; the drawing tells the browser how long each text is to be, so no font breaks it."""
_LATIN, _CAPITAL = 6.5, 7.6


@dataclass(frozen=True, slots=True)
class Badge:
    index: str
    team: str | None
    path: str
    """Without its ending."""
    label: str
    message: str
    colour: str
    title: str
    """All of it with the period, for whoever points at it or listens."""


def badges(ctx: Context) -> tuple[Badge, ...]:
    """In the order of the results: of each index the organisation's first, then the teams'."""
    grades = grade_table(ctx.organisation.grades)
    return ctx.once(("badges",), lambda: tuple(_badge(ctx, index, grades) for index in ctx.results.indices))


def _badge(ctx: Context, index: IndexResult, grades: Sequence[Grade]) -> Badge:
    t, team, latest = ctx.words.t, index.scope.team, index.latest
    name = ctx.index_name(index.id)
    label = t("badge.of_team", index=name, team=ctx.team_name(team)) if team else name
    score = latest.score if latest else None
    if latest is None or score is None:
        message, colour, when = t("badge.none"), _BETWEEN, t("badge.none")
    else:
        grade = grade_of(score, grades)
        message = " · ".join(filter(None, (say.score(ctx, score), grade, t("badge.partial") if latest.partial else "")))
        colour = _colour(grade, grades)
        when = t("badge.title", message=message, period=ctx.formats.period(latest.period))
    path = f"badges/{slug_file(index.id)}{f'_{slug_file(team)}' if team else ''}"
    title = t("badge.whole", label=label, message=when)
    return Badge(index.id, team, path, one_line(label), one_line(message), colour, one_line(title))


def _colour(grade: str | None, grades: Sequence[Grade]) -> str:
    """The best grade, the worst (or below every one), and those between."""
    names = [each.grade for each in grades]
    if grade == names[0]:
        return _BEST
    return _BETWEEN if grade in names[1:-1] else _WORST


def badge_assets(ctx: Context) -> Iterator[Asset]:
    for badge in badges(ctx):
        yield Asset(f"{badge.path}.json", _endpoint(badge))
        yield Asset(f"{badge.path}.svg", _svg(ctx, badge))


def _endpoint(badge: Badge) -> str:
    """https://shields.io/badges/endpoint-badge: no other key is allowed there."""
    return (
        json.dumps(
            {
                "schemaVersion": 1,
                "label": badge.label,
                "message": badge.message,
                "color": badge.colour,
                "labelColor": _LABEL,
                "cacheSeconds": _CACHE_SECONDS,
            },
            ensure_ascii=False,
        )
        + "\n"
    )


def _svg(ctx: Context, badge: Badge) -> str:
    left, right = _width(badge.label), _width(badge.message)
    split, whole = left + 2 * _PAD, left + right + 4 * _PAD
    title = attribute(xml_text(badge.title))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{whole:g}" height="{_HEIGHT}" role="img" '
        f'aria-label="{title}" xml:lang="{ctx.lang}"><title>{title}</title>'
        f'<path d="M3 0h{split - 3:g}v{_HEIGHT}H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z" fill="{_LABEL}"/>'
        f'<path d="M{split:g} 0h{whole - split - 3:g}a3 3 0 0 1 3 3v{_HEIGHT - 6}a3 3 0 0 1-3 3H{split:g}z" '
        f'fill="{badge.colour}"/><g fill="#fff" font-family="{_FONTS}" font-size="11" aria-hidden="true">'
        f"{_text(badge.label, _PAD, left)}{_text(badge.message, split + _PAD, right)}</g></svg>\n"
    )


def _text(text: str, x: float, length: float) -> str:
    words = attribute(xml_text(text))
    return f'<text x="{x:g}" y="14" textLength="{length:g}" lengthAdjust="spacingAndGlyphs">{words}</text>'


def _width(text: str) -> float:
    return round(sum(_WIDE if east_asian_width(c) in "WF" else _width_of(c) for c in text), 1)


def _width_of(character: str) -> float:
    return _WIDTHS.get(character, _CAPITAL if character.isupper() else _LATIN)
