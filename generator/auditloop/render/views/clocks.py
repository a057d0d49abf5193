"""Times, limits and clocks of service standards in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from babel.core import Locale
from babel.dates import get_day_names

from auditloop.model.tickets import Standard
from auditloop.render.i18n.formats import NONE, rounded
from auditloop.render.views.context import Context

Width = Literal["abbreviated", "wide"]
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MINUTES, _HOURS = 120, 100
"""From here on a time is told in the next larger unit."""


def duration(ctx: Context, minutes: float | None, clock: str = "calendar") -> str:
    """`12 min`, `21.8 h`, `4.7 days`. Business time stays in hours: its days are shorter than others think."""
    if minutes is None:
        return NONE
    if minutes < _MINUTES:
        return ctx.words.t("duration.min", n=_short(ctx, minutes))
    hours = minutes / 60
    if hours < _HOURS or clock == "business":
        return ctx.words.t("duration.h", n=_short(ctx, hours))
    return ctx.words.t("duration.d", n=_short(ctx, hours / 24))


def _short(ctx: Context, value: float) -> str:
    one = rounded(value, 1)
    return ctx.formats.number(value, 0 if one == one.to_integral_value() else 1)


def promise(ctx: Context, standard: Standard, limit: float | None) -> str:
    """What is promised, in one line: `first response within 30 min`, `solved by: self-service / bot`."""
    if standard.to is None:
        return where_words(ctx, standard.met)
    event = ctx.words.t(f"ticket_event.{standard.to}")
    within = duration(ctx, limit, standard.clock)
    if standard.from_ == "received":
        return ctx.words.t("standard.promise", event=event, limit=within)
    return ctx.words.t(
        "standard.promise_from", event=event, limit=within, start=ctx.words.t(f"ticket_event.{standard.from_}")
    )


def where_words(ctx: Context, where: Mapping[str, str | tuple[str, ...]]) -> str:
    """`type: complaint, channel: app / telephone`: one of the words of each column."""
    parts = []
    for column, words in sorted(where.items()):
        listed = " / ".join([word(ctx, column, w) for w in ((words,) if isinstance(words, str) else words)])
        parts.append(ctx.words.t(f"ticket_column.{column}") + ctx.words.t("join.colon") + listed)
    return ctx.words.clauses(parts)


def word(ctx: Context, column: str, written: str) -> str:
    """A word of a ticket as people call it; free words stand as they were written."""
    if column == "channel":
        return ctx.channel_name(written)
    if column == "category":
        return ctx.category_name(written)
    key = f"ticket_word.{column}.{written}"
    return ctx.words.t(key) if ctx.words.has(key) else ctx.plain(written)


def clock_name(ctx: Context, clock: str) -> str:
    return ctx.words.t(f"clock.{clock}")


def clock_rule(ctx: Context, clock: str) -> str:
    """How it runs, in a sentence."""
    hours = ctx.organisation.business_hours
    if clock != "business" or hours is None:
        return ctx.words.t("clock.calendar_rule")
    days = re.sub("[a-z]{3}", lambda found: day_name(ctx, _DAYS.index(found[0])), hours.days)
    days = days.replace("-", NONE).replace(",", ctx.words.t("join.middle"))
    sentence = ctx.words.t(
        "clock.business_rule", days=days, hours=hours.hours.replace("-", NONE), zone=ctx.organisation.timezone
    )
    if hours.country is None:
        return sentence
    country = _territory(ctx.words.lang, hours.country)
    return ctx.words.sentences([sentence, ctx.words.t("clock.holidays_rule", country=country)])


def day_name(ctx: Context, weekday: int, width: Width = "abbreviated") -> str:
    """Name of a day of the week, Monday 0; `wide` for sentences."""
    return _day_names(ctx.words.lang, width)[weekday]


@lru_cache(maxsize=8)
def _day_names(lang: str, width: Width) -> tuple[str, ...]:
    names = get_day_names(width, context="stand-alone", locale=lang.replace("-", "_"))
    return tuple(names[day] for day in range(7))


def _territory(lang: str, country: str) -> str:
    name: str = Locale.parse(lang.replace("-", "_")).territories.get(country, country)
    return name


def interval(ctx: Context, ends: list[float] | None) -> str:
    """`91.4–93.3%`"""
    if ends is None:
        return NONE
    low, high = (ctx.formats.percent(end, 1) for end in ends)
    return f"{low.removesuffix('%')}{NONE}{high}"
