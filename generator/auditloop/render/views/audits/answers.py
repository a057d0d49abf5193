"""What was answered, in words and as HTML, and what was noted beside it."""

from __future__ import annotations

from markupsafe import Markup

from auditloop.assess.results import ItemResult
from auditloop.model import Answer, Checklist
from auditloop.render import escape
from auditloop.render.views import say
from auditloop.render.views.common import anchored, muted, spaced
from auditloop.render.views.context import Context


def answer_html(ctx: Context, answer: Answer | None, item: ItemResult, checklist: Checklist) -> Markup:
    """What was answered; a miss and a failure are marked."""
    if answer is None or item.state == "missing":
        return say.judgement("warn", ctx.words.t("answer.missing"))
    if answer.sample is not None or answer.na is not None:
        return _answer_html(ctx, answer, item, checklist)
    key = ("answer", checklist.id, checklist.edition, answer.score, answer.confirm, item.ratio == 0)
    return ctx.once(key, lambda: _answer_html(ctx, answer, item, checklist))


def _answer_html(ctx: Context, answer: Answer, item: ItemResult, checklist: Checklist) -> Markup:
    if answer.na is not None:
        return escape.marked(escape.safe(ctx.words.t("answer.na")))
    words = answer_words(ctx, answer, checklist)
    if answer.confirm:
        words = f"{words} ({ctx.words.t('answer.to_confirm')})"
    return say.judgement("bad", words) if item.ratio == 0 else escape.marked(escape.safe(words))


def answer_words(ctx: Context, answer: Answer, checklist: Checklist) -> str:
    """The level with its label, yes/partial/no, or how many of a sample met the item."""
    t = ctx.words.t
    if answer.sample:
        kept = answer.sample.size - answer.sample.failed
        return t("answer.sample", kept=kept, size=answer.sample.size)
    if checklist.scale.kind == "levels":
        label = next((level.label for level in checklist.scale.levels if level.value == answer.score), None)
        number = (
            ctx.formats.general(float(answer.score)) if isinstance(answer.score, int | float) else str(answer.score)
        )
        return f"{number} {ctx.plain(label)}" if label else number
    return t(f"answer.{answer.score}")


def evidence(text: str, prefix: str = "") -> Markup:
    """A link where it is a safe one, else the text as written."""
    href = escape.url(text)
    if href is None or "/" not in href:
        return muted(escape.html(prefix + text))
    name = href.split("://", 1)[-1].removeprefix("www.")
    short = name if len(name) <= 48 else name[:45] + "…"
    return anchored(href, escape.html(prefix + short))


def finding_note(ctx: Context, finding: str) -> Markup:
    """Its class, and a link to where it is told in full."""
    found = ctx.findings[finding]
    return spaced(say.finding_class(ctx, found.class_), anchored(ctx.finding_href(finding), finding))
