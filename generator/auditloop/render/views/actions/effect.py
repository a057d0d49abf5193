"""What an action did to its indicator, on its own record, in the register and in one sentence about all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from auditloop.assess.results import ActionResult, EffectResult, KpiResult
from auditloop.render.views import effects, judged, registers, say
from auditloop.render.views.common import BLANK, Cell, Column, Fact, Row, Table, lines, muted, small
from auditloop.render.views.context import Context

VERDICTS = ("effective", "partly", "ineffective", "too-early", None)


def effect_facts(ctx: Context, result: ActionResult) -> tuple[Fact, ...]:
    """Before, after, the difference read aloud, the verdict by the data, and where people's verdict contradicts it."""
    effect = result.effect
    kpi = ctx.kpis.get(effect.kpi) if effect else None
    if effect is None or kpi is None:
        return ()
    t, found = ctx.words.t, judged.of_effect(kpi, effect)
    before, after = say.kpi_value(ctx, kpi, effect.before), judged.value_text(ctx, found)
    facts = [
        Fact(t("column.kpi"), say.kpi_link(ctx, effect.kpi)),
        Fact(t("column.before"), _window(ctx, effect.before_window, before, effect.n_before)),
        Fact(t("column.after"), _window(ctx, effect.after_window, after, effect.n_after)),
        Fact(
            t("column.effect"),
            lines(effects.difference(ctx, kpi, effect, with_interval=False), _said(ctx, kpi, effect)),
        ),
        Fact(t("effect.by_data"), effects.data_verdict(ctx, kpi, effect)),
    ]
    if effect.contradicts is not None:
        said = lines(effects.contradiction(ctx, effect), muted(t("effect.stands")))
        facts.append(Fact(t("effect.contradiction"), said))
    return tuple(facts)


def _said(ctx: Context, kpi: KpiResult, effect: EffectResult) -> Markup:
    words = in_words(ctx, kpi, effect)
    return muted(words) if words else BLANK


def in_words(ctx: Context, kpi: KpiResult, effect: EffectResult) -> str:
    """What the interval means: between which changes the true one lies, and whether none at all is among them."""
    if effect.difference_interval is None or effect.method is None:
        return ""
    low, high = effect.difference_interval
    return ctx.words.sentences(
        [
            ctx.words.t(
                "effect.in_words_chance" if low <= 0 <= high else "effect.in_words_real",
                low=say.kpi_change(ctx, kpi, low),
                high=say.kpi_change(ctx, kpi, high),
                method=ctx.words.t(f"effect.method.{effect.method}"),
            ),
            ctx.words.t("effect.signal") if effect.signal else "",
        ]
    )


def by_data(ctx: Context, action: ActionResult) -> Cell:
    """The verdict by the data, and that it contradicts the verification where it does."""
    effect = action.effect
    kpi = ctx.kpis.get(effect.kpi) if effect else None
    if effect is None or kpi is None:
        return Cell(say.no_value(ctx, "empty.no_effect"), "")
    words = lines(effects.data_verdict(ctx, kpi, effect), small(effects.contradiction(ctx, effect)))
    return Cell(words, effect.verdict or "")


def results(ctx: Context, actions: Sequence[ActionResult]) -> Table:
    """What people wrote about the effect beside what the indicator did."""
    t = ctx.words.t
    columns = (
        Column(t("column.action"), "al-main"),
        Column(t("column.kpi")),
        Column(t("column.before"), "al-num"),
        Column(t("column.after"), "al-num"),
        Column(t("effect.difference")),
        Column(t("effect.by_data")),
        Column(t("column.verdict")),
    )
    return Table(
        t("actions.results_caption"),
        columns,
        tuple(Row(_cells(ctx, action)) for action in actions),
        t("empty.none_verified") if ctx.results.actions else t("empty.no_actions"),
        id="result-table",
        filterable=len(actions) > registers.FILTER_FROM,
    )


def _cells(ctx: Context, action: ActionResult) -> tuple[Cell, ...]:
    head = Cell(lines(registers.action_link(ctx, action), small(say.team_link(ctx, action.team))))
    written = say.verdict(ctx, action.verdict)
    effect = action.effect
    kpi = ctx.kpis.get(effect.kpi) if effect else None
    if effect is None or kpi is None:
        none = Cell(say.no_value(ctx, "empty.no_effect"), "")
        return (head, none, none, none, none, none, Cell(written, action.verdict or ""))
    return (
        head,
        Cell(say.kpi_link(ctx, effect.kpi)),
        Cell(say.kpi_value_html(ctx, kpi, effect.before)),
        Cell(say.kpi_value_html(ctx, kpi, effect.after, judged.of_effect(kpi, effect).decimals)),
        Cell(effects.difference(ctx, kpi, effect), "" if effect.change is None else f"{effect.change:.6g}"),
        by_data(ctx, action),
        Cell(written, action.verdict or ""),
    )


def tally(ctx: Context, actions: Sequence[ActionResult]) -> str:
    """`By the data 12 are effective, 4 partly, 2 too early to say.` And how many verifications they contradict."""
    found = [a.effect for a in actions if a.effect is not None]
    if not found:
        return ""
    counts = Counter(effect.verdict for effect in found)
    parts = [
        ctx.words.t("actions.tally_part", n=counts[verdict], verdict=ctx.words.t(f"actions.tally.{verdict or 'none'}"))
        for verdict in VERDICTS
        if counts[verdict]
    ]
    against = sum(effect.contradicts is not None for effect in found)
    return ctx.words.sentences(
        [
            ctx.words.n("actions.tally_all", len(found), counts=ctx.words.listed(parts)),
            ctx.words.n("actions.tally_against", against) if against else "",
        ]
    )


def _window(ctx: Context, window: str, value: str, n: int) -> Markup:
    rest = f"{ctx.formats.window(window)} · {ctx.words.n('count.values', n)}"
    return lines(value, muted(rest) if window else BLANK)
