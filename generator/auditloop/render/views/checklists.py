"""One page per checklist, its blank form, and the list of them: what is asked, and how all teams score on it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from auditloop.assess.results import ChecklistResult, ItemAcrossTeams
from auditloop.model import Checklist, Domain, Item
from auditloop.render.views import say
from auditloop.render.views.common import (
    BLANK,
    Cell,
    Column,
    Fact,
    Link,
    PagePlan,
    PageView,
    Row,
    Table,
    anchored,
    muted,
    spaced,
    span,
)
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame


@dataclass(frozen=True, slots=True)
class ChecklistsIndex:
    table: Table


@dataclass(frozen=True, slots=True)
class ItemView:
    id: str
    ask: Markup
    tags: Markup
    guidance: Markup
    levels: tuple[Fact, ...]
    look_for: Markup
    result: Markup


@dataclass(frozen=True, slots=True)
class SectionView:
    id: str
    name: str
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class DomainView:
    id: str
    name: str
    weight: str
    sections: tuple[SectionView, ...]


@dataclass(frozen=True, slots=True)
class ChecklistView:
    facts: tuple[Fact, ...]
    form: str
    weakest: Table
    domains: tuple[DomainView, ...]


@dataclass(frozen=True, slots=True)
class FormView:
    answers: tuple[str, ...]
    domains: tuple[DomainView, ...]


def plan(ctx: Context) -> list[PagePlan]:
    results = {c.id: c for c in ctx.results.checklists}
    plans = [PagePlan("checklists/index.md", lambda: _index(ctx, results))]
    for checklist in ctx.workspace.checklists.values():
        result = results.get(checklist.id)
        plans.append(PagePlan(ctx.path.checklist(checklist.id), partial(_view, ctx, checklist, result)))
        plans.append(PagePlan(ctx.path.form(checklist.id), partial(_form, ctx, checklist)))
    return plans


def _index(ctx: Context, results: dict[str, ChecklistResult]) -> PageView:
    t = ctx.words.t
    rows = []
    for checklist in ctx.workspace.checklists.values():
        result = results.get(checklist.id)
        rows.append(
            Row(
                (
                    Cell(anchored(ctx.href.checklist(checklist.id), ctx.text(checklist.name))),
                    Cell(checklist.edition),
                    Cell(ctx.formats.number(len(checklist.domains))),
                    Cell(ctx.formats.number(sum(1 for _ in checklist.items()))),
                    Cell(ctx.formats.number(len(result.audits)) if result else "0"),
                    Cell(anchored(ctx.href.form(checklist.id), t("checklist.form"))),
                )
            )
        )
    columns = (
        Column(t("column.checklist"), "al-main"),
        Column(t("column.edition")),
        Column(t("column.domains"), "al-num"),
        Column(t("column.items"), "al-num"),
        Column(t("column.audits"), "al-num"),
        Column(t("column.form")),
    )
    table = Table(t("checklists.caption"), columns, tuple(rows), t("empty.no_checklists"), id="checklist-table")
    lead = ctx.words.n("checklists.lead", len(rows))
    return PageView(
        "checklists",
        frame(ctx, path="checklists/index.md", kind="checklists", title=t("nav.checklists"), lead=lead),
        ChecklistsIndex(table),
    )


def _view(ctx: Context, checklist: Checklist, result: ChecklistResult | None) -> PageView:
    t = ctx.words.t
    scores = {item.id: item for item in result.items} if result else {}
    audited = result is not None and bool(result.audits)
    count = sum(1 for _ in checklist.items())
    lead = [ctx.plain(checklist.description)] if checklist.description else []
    lead.append(ctx.words.n("checklist.lead", count, domains=ctx.words.n("count.domains", len(checklist.domains))))
    if result and result.weakest:
        item = ctx.items[checklist.id, result.weakest[0]]
        lead.append(
            t("checklist.lead_weakest", item=ctx.plain(item.ask), mean=ctx.formats.percent(scores[item.id].mean))
        )
    body = ChecklistView(
        facts=_facts(ctx, checklist, result),
        form=ctx.href.form(checklist.id),
        weakest=_weakest(ctx, checklist, result, scores),
        domains=tuple(_domain(ctx, checklist, d, scores, audited) for d in checklist.domains),
    )
    return PageView(
        "checklist",
        frame(
            ctx,
            path=ctx.path.checklist(checklist.id),
            kind="checklist",
            title=f"{ctx.plain(checklist.name)} {checklist.edition}",
            lead=ctx.words.sentences(lead),
            name=checklist.name,
            crumbs=[Link(t("nav.checklists"), ctx.href.page("checklists/index.md"))],
            edit=("checklist", checklist.id),
            related=[
                Link(t("checklist.form"), ctx.href.form(checklist.id)),
                Link(t("nav.audits"), ctx.href.page("audits/index.md")),
                Link(t("method.item.title"), ctx.href.method("item")),
            ],
        ),
        body,
    )


def _facts(ctx: Context, checklist: Checklist, result: ChecklistResult | None) -> tuple[Fact, ...]:
    t = ctx.words.t
    if checklist.scale.kind == "levels":
        scale = ctx.words.listed([f"{level.value} {ctx.plain(level.label)}" for level in checklist.scale.levels])
    else:
        scale = ctx.words.listed([t("answer.yes"), t("answer.partial"), t("answer.no")])
    facts = [Fact(t("checklist.scale"), scale)]
    if result:
        facts.append(Fact(t("checklist.audits"), ctx.words.n("checklist.audit_count", len(result.audits))))
    if checklist.source:
        facts.append(Fact(t("checklist.source"), ctx.text(checklist.source)))
    if checklist.licence:
        facts.append(Fact(t("checklist.licence"), checklist.licence))
    return tuple(facts)


def _weakest(
    ctx: Context, checklist: Checklist, result: ChecklistResult | None, scores: dict[str, ItemAcrossTeams]
) -> Table:
    t = ctx.words.t
    rows = []
    for item_id in result.weakest if result else []:
        found = scores[item_id]
        low = sorted(
            (ratio, ctx.team_name(team)) for team, ratio in found.teams.items() if ratio is not None and ratio < 1
        )[:3]
        rows.append(
            Row(
                (
                    Cell(anchored(f"#item-{item_id}", ctx.asks[checklist.id, item_id])),
                    Cell(ctx.domain_name(checklist.id, found.domain)),
                    Cell(
                        spaced(ctx.formats.percent(found.mean), say.share_bar(ctx, found.mean)),
                        f"{found.mean}",
                    ),
                    Cell(ctx.formats.number(found.n)),
                    Cell(ctx.formats.number(found.failed)),
                    Cell(ctx.words.listed([f"{name} {ctx.formats.percent(ratio)}" for ratio, name in low])),
                )
            )
        )
    columns = (
        Column(t("column.item"), "al-wide"),
        Column(t("column.domain")),
        Column(t("column.mean"), "al-num"),
        Column(t("column.n_teams"), "al-num"),
        Column(t("column.failed"), "al-num"),
        Column(t("column.lowest_teams")),
    )
    empty = t("empty.no_audits") if not (result and result.audits) else t("empty.no_weak_items")
    return Table(t("checklist.weakest_caption"), columns, tuple(rows), empty, id="weakest-table")


def _domain(
    ctx: Context, checklist: Checklist, domain: Domain, scores: dict[str, ItemAcrossTeams], audited: bool
) -> DomainView:
    return DomainView(
        id=domain.id,
        name=ctx.plain(domain.name),
        weight=ctx.formats.general(domain.weight),
        sections=tuple(
            SectionView(
                section.id,
                ctx.plain(section.name),
                tuple(_item(ctx, checklist, item, scores.get(item.id), audited) for item in section.items),
            )
            for section in domain.sections
        ),
    )


def _item(ctx: Context, checklist: Checklist, item: Item, found: ItemAcrossTeams | None, audited: bool) -> ItemView:
    t = ctx.words.t
    tags = [t("checklist.weight", weight=ctx.formats.general(item.weight))]
    if not item.na_allowed:
        tags.append(t("checklist.na_not_allowed"))
    tags.append(t(f"evidence.{item.evidence}"))
    marks = span("al-muted al-small", " · ".join(tags))
    if item.critical != "none":
        marks = say.badge("major", t(f"critical.{item.critical}")) + Markup(" ") + marks
    return ItemView(
        id=item.id,
        ask=ctx.asks[checklist.id, item.id],
        tags=marks,
        guidance=ctx.prose(item.guidance) if item.guidance else BLANK,
        levels=tuple(Fact(_level_name(ctx, checklist, key), ctx.text(words)) for key, words in item.levels.items()),
        look_for=ctx.prose(item.look_for) if item.look_for else BLANK,
        result=_across(ctx, found) if audited else BLANK,
    )


def _level_name(ctx: Context, checklist: Checklist, key: str) -> str:
    if checklist.scale.kind == "levels":
        label = next((level.label for level in checklist.scale.levels if str(level.value) == key), None)
        return f"{key} {ctx.plain(label)}" if label else key
    return ctx.words.t(f"answer.{key}") if key in {"yes", "partial", "no"} else key


def _across(ctx: Context, found: ItemAcrossTeams | None) -> Markup:
    t = ctx.words.t
    if found is None or found.mean is None:
        return muted(t("empty.not_scored"))
    text = t("checklist.across", mean=ctx.formats.percent(found.mean), n=found.n, failed=found.failed)
    return spaced(say.share_bar(ctx, found.mean), text)


def _form(ctx: Context, checklist: Checklist) -> PageView:
    """A blank form to print: every question, boxes to tick, room to write."""
    t = ctx.words.t
    if checklist.scale.kind == "levels":
        answers = [str(level.value) for level in checklist.scale.levels]
    else:
        answers = [t("answer.yes"), t("answer.partial"), t("answer.no")]
    title = t("checklist.form_title", checklist=ctx.plain(checklist.name), edition=checklist.edition)
    return PageView(
        "form",
        frame(
            ctx,
            path=ctx.path.form(checklist.id),
            kind="form",
            title=title,
            lead=t("checklist.form_lead"),
            crumbs=[
                Link(t("nav.checklists"), ctx.href.page("checklists/index.md")),
                Link(ctx.plain(checklist.name), ctx.href.checklist(checklist.id)),
            ],
            edit=("checklist", checklist.id),
            hide=("navigation", "toc"),
        ),
        FormView(
            (*answers, t("answer.na_short")), tuple(_domain(ctx, checklist, d, {}, False) for d in checklist.domains)
        ),
    )
