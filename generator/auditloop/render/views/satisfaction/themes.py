"""Themes of the open comments, in each language by itself, with the sentences that they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from auditloop.assess.results import SurveyTheme
from auditloop.render import escape
from auditloop.render.escape import marked
from auditloop.render.views import say
from auditloop.render.views.common import Cell, Column, Row, Table, lines, spaced
from auditloop.render.views.context import Context
from auditloop.render.views.satisfaction.scope import Scope

_ORDER = ("complaint", "mixed", "praise", None)
"""What to do something about comes first."""
_MOST = 3
_TONES = {"complaint": "bad", "mixed": "common", "praise": "good", None: "none"}


@dataclass(frozen=True, slots=True)
class Themes:
    """Of one language."""

    sentence: str
    table: Table


def theme_tables(ctx: Context, scope: Scope) -> tuple[Themes, ...]:
    """The page's own language first. Nothing where no word is used in two comments."""
    latest = scope.latest
    if latest is None:
        return ()
    by_tone = sorted(latest.themes, key=lambda theme: _ORDER.index(theme.tone))
    languages = sorted({theme.language for theme in latest.themes}, key=lambda lang: (lang != ctx.lang, lang))
    return tuple(
        _themes(ctx, language, [theme for theme in by_tone if theme.language == language], latest.comments)
        for language in languages
    )


def _themes(ctx: Context, language: str, themes: Sequence[SurveyTheme], comments: int) -> Themes:
    t = ctx.words.t
    columns = (
        Column(t("satisfaction.column.theme"), "al-main"),
        Column(t("satisfaction.column.comments"), "al-num"),
        Column(t("satisfaction.column.mean_rating"), "al-num"),
        Column(t("satisfaction.column.tone")),
        Column(t("satisfaction.column.quotes"), "al-wide", sortable=False),
    )
    name = t(f"language.{language}")
    table = Table(
        t("satisfaction.themes.caption", language=name),
        columns,
        tuple(_row(ctx, theme, comments) for theme in themes),
        id=f"themes-{language}",
        visible_caption=True,
        css="al-table--short",
    )
    return Themes(_sentence(ctx, name, themes), table)


def _sentence(ctx: Context, language: str, themes: Sequence[SurveyTheme]) -> str:
    """The most used, at most three of the same number."""
    most = max(theme.n for theme in themes)
    terms = [theme.term for theme in themes if theme.n == most][:_MOST]
    return ctx.words.t(
        "satisfaction.themes.sentence",
        language=language,
        terms=ctx.words.listed([ctx.words.t("satisfaction.quoted", text=term) for term in terms]),
        comments=ctx.words.n("satisfaction.comments", most, n=ctx.formats.number(most)),
    )


def _row(ctx: Context, theme: SurveyTheme, comments: int) -> Row:
    tone = ctx.words.t(f"satisfaction.tone.{theme.tone}") if theme.tone else ctx.words.t("empty.no_rating")
    share = min(1.0, theme.n / comments) if comments else None
    return Row(
        (
            Cell(_in(ctx, theme.language, escape.html(theme.term))),
            Cell(spaced(ctx.formats.number(theme.n), say.share_bar(ctx, share)), str(theme.n)),
            Cell(
                ctx.formats.number(theme.rating, 1)
                if theme.rating is not None
                else say.no_value(ctx, "empty.fewer_than_five" if theme.tone else "empty.no_rating"),
                "" if theme.rating is None else f"{theme.rating:.6g}",
            ),
            Cell(say.judgement(_TONES[theme.tone], tone)),
            Cell(lines(*(_quote(ctx, theme.language, quote) for quote in theme.quotes))),
        )
    )


def _quote(ctx: Context, language: str, quote: str) -> Markup:
    """As it was said, in its own language, between quotation marks."""
    opening, closing = ctx.words.t("satisfaction.quoted", text="\0").split("\0")
    return _in(ctx, language, marked(f"{opening}{escape.html(quote)}{closing}"))


def _in(ctx: Context, language: str, inner: Markup) -> Markup:
    return inner if language == ctx.lang else marked(f'<span lang="{language}">{inner}</span>')
