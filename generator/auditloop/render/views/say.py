"""Facts put into words: values with units, changes, judgements, grades. One fact has one word on every page."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup
from markupsafe import escape as html_escape

from auditloop.assess.results import ActionResult, KpiResult
from auditloop.render import escape
from auditloop.render.i18n import units
from auditloop.render.i18n.formats import NONE, THIN, vanishes
from auditloop.render.sparkline import bar
from auditloop.render.views.common import Cell, anchored, muted, small, spaced, span
from auditloop.render.views.context import Context

GRADE_RANKS = "abcde"
RISK_ORDER = {"extreme": "4", "high": "3", "medium": "2", "low": "1", None: "0"}


@lru_cache(maxsize=4096)
def judgement(tone: str, word: str) -> Markup:
    """`tone` is good, bad, warn, common or none. The style sheet draws a shape before the word."""
    return span(f"al-j al-j--{tone}", word)


@lru_cache(maxsize=4096)
def badge(kind: str, word: str) -> Markup:
    return span(f"al-badge al-badge--{kind}", word)


def unit_word(ctx: Context, unit: str) -> str:
    """Common units have words of the language (`min` → 分钟); others stand as written."""
    return units.unit_word(ctx.words, unit)


def with_unit(ctx: Context, number: str, unit: str) -> str:
    """`28.4 min`, `83 %`: in a sentence, where no table head says the unit."""
    return units.with_unit(ctx.words, number, unit)


def kpi_value(ctx: Context, kpi: KpiResult, value: float | None) -> str:
    return with_unit(ctx, ctx.formats.number(value, kpi.decimals), kpi.unit)


def kpi_value_html(ctx: Context, kpi: KpiResult, value: float | None, decimals: int | None = None) -> Markup:
    """The number, and its unit small beside it."""
    number = ctx.formats.number(value, kpi.decimals if decimals is None else decimals)
    if value is None:
        return muted(NONE)
    word = unit_word(ctx, kpi.unit)
    gap = THIN if word and word[0] not in units.TIGHT else ""
    return Markup(f'{number}<span class="al-unit">{gap}{html_escape(word)}</span>')


def kpi_change(ctx: Context, kpi: KpiResult, change: float | None) -> str:
    """A difference with its sign; of percentages in percentage points."""
    if change is None:
        return NONE
    return units.with_unit_of_change(ctx.words, ctx.formats.signed(change, kpi.decimals), kpi.unit)


def amount(ctx: Context, kpi: KpiResult, change: float) -> str:
    """How much, without sign: `higher` or `lower` say the direction."""
    return kpi_change(ctx, kpi, abs(change)).lstrip("+\u00b1")


def arrow(number: str, value: float, decimals: int, tone: str | None) -> Markup:
    """A signed number; the arrow follows the number, the colour the judgement: a falling time is good."""
    way = "flat" if vanishes(value, decimals) else "up" if value > 0 else "down"
    css = f" al-{tone}" if tone and way != "flat" else ""
    return span(f"al-change al-change--{way}{css}", number)


def change_mark(ctx: Context, kpi: KpiResult, change: float | None, better: bool | None) -> Markup:
    if change is None:
        return no_value(ctx, "empty.no_comparison")
    flat = vanishes(change, kpi.decimals)
    word = "same" if flat else "changed" if better is None else "better" if better else "worse"
    tone = None if flat or better is None else "good" if better else "bad"
    number = ctx.formats.signed(change, kpi.decimals)
    return spaced(arrow(number, change, kpi.decimals, tone), small(ctx.words.t(f"change.{word}")))


def change_cell(ctx: Context, kpi: KpiResult, change: float | None, better: bool | None) -> Cell:
    return Cell(change_mark(ctx, kpi, change, better), "" if change is None else f"{change:.6g}")


def met_mark(ctx: Context, met: bool | None) -> Markup:
    if met is None:
        return no_value(ctx, "empty.no_target")
    return judgement("good" if met else "bad", ctx.words.t("target.met" if met else "target.missed"))


def no_value(ctx: Context, key: str) -> Markup:
    """A dash that says what it means to those who point at it or hear it."""
    return _dash(ctx.words.t(key))


@lru_cache(maxsize=256)
def _dash(word: str) -> Markup:
    word = html_escape(word)
    shown = f'<span aria-hidden="true">{NONE}</span><span class="al-hidden">{word}</span>'
    return Markup(f'<span class="al-muted" title="{word}">{shown}</span>')


def share_bar(ctx: Context, share: float | None) -> Markup:
    """A data bar of a share 0–1; the number stands beside it."""
    if share is None:
        return Markup("")
    return Markup(bar(share, label=ctx.words.t("spark.bar", share=ctx.formats.percent(share))))


def score(ctx: Context, value: float | None) -> str:
    return ctx.formats.number(value, 1)


def score_change(ctx: Context, change: float | None) -> Markup:
    """Points of a score, where more is always better."""
    if change is None:
        return no_value(ctx, "empty.no_comparison")
    word = "same" if vanishes(change, 1) else "better" if change > 0 else "worse"
    tone = {"same": None, "better": "good", "worse": "bad"}[word]
    number = ctx.formats.signed(change, 1)
    return spaced(arrow(number, change, 1, tone), small(ctx.words.t(f"change.{word}")))


def grade(ctx: Context, letter: str | None, *, capped: bool = False) -> Markup:
    if letter is None:
        return no_value(ctx, "empty.not_scored")
    order = grade_letters(ctx)
    rank = GRADE_RANKS[min(order.index(letter) if letter in order else len(order), len(GRADE_RANKS) - 1)]
    hidden = span("al-hidden", ctx.words.t("audit.grade") + " ")
    return span(f"al-grade al-grade--{rank}{' al-grade--cap' if capped else ''}", hidden + letter)


def grade_letters(ctx: Context) -> list[str]:
    grades = sorted(ctx.organisation.grades, key=lambda g: -g.from_)
    return [g.grade for g in grades] or ["A", "B", "C", "D"]


def risk(ctx: Context, level: str | None) -> Markup:
    return no_value(ctx, "empty.not_rated") if level is None else badge(level, ctx.words.t(f"risk.{level}"))


def finding_class(ctx: Context, name: str) -> Markup:
    return badge(name, ctx.words.t(f"finding_class.{name}"))


def finding_status(ctx: Context, name: str) -> Markup:
    look = {"open": "open", "planned": "open", "in-action": "open", "awaiting-verification": "soon"}
    look |= {"closed": "verified", "accepted": "done"}
    return badge(look[name], ctx.words.t(f"finding_status.{name}"))


def action_status(ctx: Context, action: ActionResult) -> Markup:
    """Overdue outranks the written state: it is what the reader has to know."""
    t = ctx.words.t
    if action.overdue:
        return badge("overdue", t("action_status.overdue"))
    if action.due_soon:
        return badge("soon", t("action_status.due-soon"))
    look = {"planned": "open", "in-progress": "open", "blocked": "overdue"}.get(action.status, action.status)
    return badge(look, t(f"action_status.{action.status}"))


def verdict(ctx: Context, name: str | None) -> Markup:
    if name is None:
        return no_value(ctx, "empty.not_verified")
    tone = {"effective": "good", "partly": "warn", "ineffective": "bad"}[name]
    return judgement(tone, ctx.words.t(f"verdict.{name}"))


def kpi_link(ctx: Context, kpi: str) -> Markup:
    return anchored(
        ctx.href.kpi(kpi) if kpi in ctx.workspace.kpis else None,
        ctx.text(ctx.workspace.kpis[kpi].name) if kpi in ctx.workspace.kpis else kpi,
    )


def team_link(ctx: Context, team: str) -> Markup:
    return anchored(ctx.href.team(team), ctx.team_name(team))


def ticket(id: str) -> Markup:
    """Its id, on one line."""
    return span("al-nowrap", escape.html(id))


def whose(ctx: Context, team: str | None) -> Markup | str:
    """The team that something is of; None: it is everybody's."""
    return team_link(ctx, team) if team else ctx.words.t("alerts.everybody")
